"""Printers, card readers, callers and page scanners: one plain class each.

Invariant: a device runs in its own lane, answers with a `Status` or raises a `DeviceError`, and
never decides anything about a visit. A citizen's card data lives in memory only.
"""
