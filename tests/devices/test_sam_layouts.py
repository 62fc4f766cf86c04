"""The 256 bytes of each kind of card, both ways, and what a masked card shows."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.devices import sam_samples as samples
from zcdesk.devices import sam_frames as sam
from zcdesk.devices.sam_layouts import (
    LAYOUTS,
    NATIONS,
    Card,
    UnknownCard,
    as_date,
    as_record,
    decode_text,
    encode_text,
    to_person,
)
from zcdesk.domain.identity import IdKind, check_id
from zcdesk.domain.person import Trust


def test_the_published_block() -> None:
    assert decode_text(samples.ID_R) == samples.RESIDENT
    assert encode_text(samples.RESIDENT) == samples.ID_R
    frame = sam.answer_frame(sam.DONE, sam.content_data(sam.Content(samples.ID_R, bytes(1024))))
    assert (len(frame), frame[-1]) == (1295, 0x23)


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.name)
@pytest.mark.req("R101")
def test_every_kind_both_ways(card: Card) -> None:
    text = encode_text(card)
    assert len(text) == 256
    assert decode_text(text) == card
    assert check_id(card.kind, card.number).problems == ()


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.name)
def test_fields_padded_with_zeros(card: Card) -> None:
    text = bytearray(encode_text(card))
    for _, at, length in LAYOUTS[card.kind][1]:
        field = bytes(text[at : at + length])
        if field.decode("utf-16-le").strip() == card.english_name[:35].strip() != card.english_name:
            continue  # full: the blank at its end is the name's own
        bare = field.decode("utf-16-le").rstrip(" ").encode("utf-16-le")
        text[at : at + length] = bare.ljust(length, b"\0")
    if card.kind is IdKind.RESIDENT:
        text[248:250] = b"\0\0"
    assert decode_text(bytes(text)) == card


def test_names_beyond_the_first_plane_and_private_codes() -> None:
    assert decode_text(encode_text(samples.RARE)).name == "𬱖𠮷㛃䶮"
    old = msgspec.structs.replace(samples.RESIDENT, name="王\ue863", address="\ue81e路")
    card = decode_text(encode_text(old))
    assert (card.name, card.address) == ("王䶮", "\u9fb4路")


def test_what_nobody_knows_stays_visible() -> None:
    text = bytearray(encode_text(samples.RESIDENT))
    text[2:4] = b"\x00\xd8"  # half of a pair
    text[4:6] = b"\x00\xe0"  # private, and in no table
    text[30:32] = "7".encode("utf-16-le")
    text[32:36] = "88".encode("utf-16-le")
    text[36:52] = "19901332".encode("utf-16-le")
    card = decode_text(bytes(text))
    assert (card.name, card.sex, card.nation) == ("张\ufffd\ue000", "7", "88")
    assert card.birth == "19901332"


def test_a_foreigner_is_called_by_the_chinese_name_if_there_is_one() -> None:
    assert decode_text(encode_text(samples.FOREIGN_2017)).name == "马可"
    assert decode_text(encode_text(samples.FOREIGN_2023)).name.endswith("JOHANNES WILHELM")
    seam = msgspec.structs.replace(samples.FOREIGN_2023, english_name="A" * 34 + " BC", name="")
    assert decode_text(encode_text(seam)).english_name == "A" * 34 + " BC"


@pytest.mark.parametrize("letter", ["K", "j", "\ufffd"])
def test_a_card_of_the_future_is_not_guessed_at(letter: str) -> None:
    text = bytearray(samples.ID_R)
    text[248:250] = letter.encode("utf-16-le")
    with pytest.raises(UnknownCard):
        decode_text(bytes(text))
    with pytest.raises(UnknownCard):
        decode_text(samples.ID_R[:-2])


@given(st.binary(min_size=256, max_size=256))
def test_no_bytes_are_an_accident(text: bytes) -> None:
    try:
        card = decode_text(text[:248] + b" \0" + text[250:])
    except UnknownCard:
        pytest.fail("the type was given")
    assert isinstance(as_record(card)["name"], str)


def test_dates() -> None:
    assert as_date("20240229") == "2024-02-29"
    for text in ("20230229", "长期", "", "2015011", "2015W011", "２０１５０１０１"):
        assert as_date(text) == text


def test_nations() -> None:
    assert len(NATIONS) == 58
    assert [NATIONS[code] for code in ("01", "14", "27", "41", "56")] == [
        "汉",
        "白",
        "纳西",
        "塔吉克",
        "基诺",
    ]


def test_the_counter_gets_a_person() -> None:
    person = to_person(samples.HONG_KONG)
    assert (person.name, person.id_kind, person.trust) == ("陈大文", "residence-permit", Trust.CARD)
    assert (person.birth, person.sex) == ("1994-08-23", "男")


@pytest.mark.parametrize("card", samples.ALL, ids=lambda card: card.name)
def test_a_masked_card_gives_nobody_away(card: Card) -> None:
    open_record, record = as_record(card, reveal=True), as_record(card)
    assert open_record["number"] == card.number
    assert open_record.keys() == record.keys()
    said = " ".join(record.values())
    for secret in (card.name, card.number, card.birth, card.number[6:14], card.english_name):
        assert not secret or secret not in said
    assert record["number"] == card.number[:3] + "*" * (len(card.number) - 7) + card.number[-4:]
    assert not card.address or card.address not in said
    assert not card.pass_number or card.pass_number not in said
    assert card.name not in repr(card)


def test_a_record_has_the_fields_of_its_kind() -> None:
    assert "pass_number" in as_record(samples.HONG_KONG)
    assert "pass_number" not in as_record(samples.RESIDENT)
    assert {"english_name", "nationality", "authority"} <= as_record(samples.FOREIGN_2017).keys()
    assert {"earlier", "version"} <= as_record(samples.FOREIGN_2023).keys()
