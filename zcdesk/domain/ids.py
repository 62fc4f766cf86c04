"""Identifiers: time-ordered UUIDs made locally.

Never sort or decide by the time inside one: the clock that made it may be wrong (sync 2.2).
"""

from __future__ import annotations

from datetime import datetime


def uuid7(at: datetime, random: bytes) -> str:
    """Make a UUIDv7 of `at` (aware) and 10 random bytes."""
    millis = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    tail = int.from_bytes(random[:10], "big")
    rand_a = (tail >> 62) & 0xFFF
    rand_b = tail & ((1 << 62) - 1)
    value = (millis << 80) | (0x7 << 76) | (rand_a << 64) | (0b10 << 62) | rand_b
    text = f"{value:032x}"
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
