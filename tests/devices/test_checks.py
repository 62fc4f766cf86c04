"""Checks against their published check values, and bytes as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import checks
from zcdesk.devices.checks import CHECKS, CRC_ARC, CRC_MODBUS, CRC_XMODEM, Crc
from zcdesk.devices.hextext import NotHex, from_hex, to_hex

NINE = b"123456789"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("xor8", 0x31),
        ("sum8", 0xDD),
        ("sum100", 0x15),
        ("sum100-raw", 0x4D),
        ("ones8", 0x22),
        ("twos8", 0x23),
        ("crc16-arc", 0xBB3D),
        ("crc16-modbus", 0x4B37),
        ("crc16-xmodem", 0x31C3),
    ],
)
def test_check_values(name: str, value: int) -> None:
    check, width = CHECKS[name]
    assert check(NINE) == value
    assert value < 256**width


def test_any_crc_by_its_parameters() -> None:
    assert Crc(0x1021, 0xFFFF)(NINE) == 0x29B1
    assert Crc(0x1021, refin=True, refout=True)(NINE) == 0x2189
    assert Crc(0x1021, 0xFFFF, refin=True, refout=True, xorout=0xFFFF)(NINE) == 0x906E
    assert Crc(0x1021, 0xFFFF, xorout=0xFFFF)(NINE) == 0xD64E


@given(st.binary(max_size=60))
def test_a_table_gives_what_bit_by_bit_gives(data: bytes) -> None:
    def slow(poly: int, crc: int) -> int:
        for byte in data:
            crc ^= byte
            for _ in range(8):
                crc = crc >> 1 ^ (poly if crc & 1 else 0)
        return crc

    assert CRC_ARC(data) == slow(0xA001, 0)
    assert CRC_MODBUS(data) == slow(0xA001, 0xFFFF)
    assert CRC_XMODEM(data + CRC_XMODEM(data).to_bytes(2, "big")) == 0


def test_sums_of_nothing() -> None:
    assert (checks.xor8(b""), checks.sum8(b""), checks.twos8(b"")) == (0, 0, 0)


@pytest.mark.parametrize(
    "text",
    ["FD 00 0B", "fd000b", "fd 00\n0B\n", "0xFD 0x00 0x0B", "0xFD000B", " FD:00:0b "],
)
def test_bytes_in_any_spelling(text: str) -> None:
    assert from_hex(text) == b"\xfd\x00\x0b"


@given(st.binary(min_size=1, max_size=40))
def test_bytes_come_back(data: bytes) -> None:
    assert from_hex(to_hex(data)) == data
    assert to_hex(data) == to_hex(data).upper()


@pytest.mark.parametrize(
    ("text", "said"),
    [("FD 0G", "第 5 个字符“G”"), ("FD 0", "双数"), ("  ", "没有"), ("你好", "“你”")],
)
def test_what_is_no_bytes_is_said_in_words(text: str, said: str) -> None:
    with pytest.raises(NotHex, match=said):
        from_hex(text)
