"""One small function per thing a person does at the window.

Invariant: an operation runs in the store's lane, takes its time and randomness from the session,
changes the store in one transaction, and returns frozen values; it never waits for a device,
a network or a screen.
"""
