"""Devices played at the far end of a real line, so that the real drivers are exercised.

Invariant: a simulated device knows its protocol and nothing of the program; faults are parameters
and come when told, never by chance.
"""
