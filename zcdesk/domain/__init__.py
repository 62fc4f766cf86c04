"""Values, acts, folds and rules of the hall.

Invariant: nothing here reads a clock, a file, a network or a screen; every function is pure.
"""
