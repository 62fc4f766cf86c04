"""Sums and cyclic checks that close a frame.

Pure arithmetic over the bytes a protocol names, escapes already taken off; which bytes those are is
the protocol's business. Check values over `123456789` are in the tests.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, reduce
from operator import xor
from types import MappingProxyType

import msgspec

Check = Callable[[bytes], int]


def xor8(data: bytes) -> int:
    """Return the running XOR."""
    return reduce(xor, data, 0)


def sum8(data: bytes) -> int:
    """Return the sum modulo 256."""
    return sum(data) & 0xFF


def sum100(data: bytes) -> int:
    """Return the low byte of the sum, then modulo one hundred."""
    return (sum(data) & 0xFF) % 100


def sum100_raw(data: bytes) -> int:
    """Return the whole sum modulo one hundred, the other reading of the same sentence."""
    return sum(data) % 100


def ones8(data: bytes) -> int:
    """Return the one's complement of the sum."""
    return ~sum(data) & 0xFF


def twos8(data: bytes) -> int:
    """Return the two's complement of the sum."""
    return -sum(data) & 0xFF


class Crc(msgspec.Struct, frozen=True):
    """A 16-bit cyclic check by its parameters; called with bytes."""

    poly: int
    init: int = 0
    refin: bool = False
    refout: bool = False
    xorout: int = 0

    def __call__(self, data: bytes) -> int:
        """Return the check over `data`."""
        table = _table(self.poly, self.refin)
        crc = _mirrored(self.init, 16) if self.refin else self.init
        if self.refin:
            for byte in data:
                crc = crc >> 8 ^ table[(crc ^ byte) & 0xFF]
        else:
            for byte in data:
                crc = crc << 8 & 0xFFFF ^ table[crc >> 8 ^ byte]
        return (_mirrored(crc, 16) if self.refin is not self.refout else crc) ^ self.xorout


CRC_ARC = Crc(0x8005, refin=True, refout=True)
CRC_MODBUS = Crc(0x8005, 0xFFFF, refin=True, refout=True)
CRC_XMODEM = Crc(0x1021)

CHECKS = MappingProxyType[str, tuple[Check, int]](
    {
        "xor8": (xor8, 1),
        "sum8": (sum8, 1),
        "sum100": (sum100, 1),
        "sum100-raw": (sum100_raw, 1),
        "ones8": (ones8, 1),
        "twos8": (twos8, 1),
        "crc16-arc": (CRC_ARC, 2),
        "crc16-modbus": (CRC_MODBUS, 2),
        "crc16-xmodem": (CRC_XMODEM, 2),
    }
)
"""Name in a profile file → function and how many bytes it fills."""


def _mirrored(value: int, width: int) -> int:
    return int(f"{value:0{width}b}"[::-1], 2)


@lru_cache(maxsize=16)
def _table(poly: int, reflected: bool) -> tuple[int, ...]:
    return tuple(_entry(i, poly, reflected) for i in range(256))


def _entry(index: int, poly: int, reflected: bool) -> int:
    if reflected:
        crc, mask = index, _mirrored(poly, 16)
        for _ in range(8):
            crc = crc >> 1 ^ (mask if crc & 1 else 0)
        return crc
    crc = index << 8
    for _ in range(8):
        crc = crc << 1 & 0xFFFF ^ (poly if crc & 0x8000 else 0)
    return crc
