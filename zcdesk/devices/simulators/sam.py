"""A simulated SAM_V reader: its state machine and a pile of invented cards.

A card is gone after it was read until the next is laid down, and a driver that skips a step gets
the module's own refusal (devices.md 6.5).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from zcdesk.devices import sam_frames as sam
from zcdesk.devices.sam_frames import Content, SamFrames
from zcdesk.devices.sam_layouts import Card, encode_text
from zcdesk.devices.simulators.far_side import Said, Says
from zcdesk.domain.identity import IdKind, with_check_digit

_GAP = 0.1
_PHOTO = bytes(range(256)) * 4

CARDS = {
    "resident": Card(
        kind=IdKind.RESIDENT,
        name="张三丰",
        sex="男",
        nation="汉",
        birth="1990-03-07",
        address="北京市东城区测试胡同1号院2单元303",
        number=with_check_digit("11010119900307875"),
        issuer="北京市公安局东城分局",
        valid_from="2015-01-01",
        valid_to="2035-01-01",
    ),
    "rare": Card(
        kind=IdKind.RESIDENT,
        name="𬱖䶮",
        sex="女",
        nation="土家",
        birth="1985-07-15",
        address="湖北省恩施州测试县㙍上村2组",
        number=with_check_digit("42280119850715002"),
        issuer="测试县公安局",
        valid_from="2018-05-01",
        valid_to="长期",
    ),
    "permit": Card(
        kind=IdKind.RESIDENCE_PERMIT,
        name="陈大文",
        sex="男",
        birth="1994-08-23",
        address="江苏省无锡市测试路6号",
        number=with_check_digit("81000019940823002"),
        issuer="无锡市公安局",
        valid_from="2021-01-02",
        valid_to="2031-01-02",
        pass_number="H12345678",  # noqa: S106 - an invented travel permit
        issue_count="01",
    ),
    "foreign-2017": Card(
        kind=IdKind.FOREIGN_PR_15,
        name="POLO, MARCO",
        english_name="POLO, MARCO",
        sex="男",
        birth="1980-05-04",
        number="ITA110080050401",
        nationality="ITA",
        valid_from="2019-03-01",
        valid_to="2029-03-01",
        version="01",
        authority="1500",
    ),
    "foreign-2023": Card(
        kind=IdKind.FOREIGN_PR,
        name="马利亚",
        chinese_name="马利亚",
        english_name="TEST, MARIA",
        sex="女",
        birth="1985-01-01",
        number=with_check_digit("93268219850101001"),
        nationality="SAU",
        valid_from="2023-12-01",
        valid_to="2033-12-01",
        version="00",
    ),
}
"""Invented persons by what they are good for."""


class SamModel:
    """A reader with a pile of cards.

    Attributes:
        pile: cards laid down one after the other.
        lifts_while_reading: the card is lifted in the middle of the next read.
        reads: cards that were read to their end.
    """

    check_at = -1

    def __init__(self, cards: Iterable[Card] = (), *, with_photo: bool = True) -> None:
        self.pile = deque(cards)
        self.lifts_while_reading = False
        self.reads = 0
        self._photo = _PHOTO if with_photo else b""
        self._frames = SamFrames()
        self._heard_at = 0.0
        self._step = 0

    def start(self, now: float) -> Says:
        """Forget the session; a SAM_V says nothing when switched on."""
        self._step = 0
        return ()

    def lay_down(self, card: Card) -> None:
        """Put a card behind those that wait."""
        self.pile.append(card)

    def hear(self, data: bytes, now: float, *, busy: bool) -> Says:
        """Answer each whole command."""
        self._heard_at = now
        before = len(self._frames.faults)
        bodies = self._frames.feed(data)
        if not bodies and len(self._frames.faults) > before:
            return (Said(0, sam.answer_frame(sam.BAD_CHECK)),)
        return tuple(Said(0, sam.answer_frame(0x24) if busy else self._reply(b)) for b in bodies)

    def tick(self, now: float) -> Says:
        """Give up a command whose end never came."""
        if self._frames.is_waiting and now - self._heard_at > _GAP:
            self._frames.idle()
        return ()

    def wakes_at(self) -> float | None:
        return self._heard_at + _GAP + 0.001 if self._frames.is_waiting else None

    def _reply(self, body: bytes) -> bytes:
        match body:
            case sam.FIND:
                return self._find()
            case sam.SELECT:
                if self._step != 1:
                    return sam.answer_frame(sam.NOT_SELECTED)
                self._step = 2
                return sam.answer_frame(sam.DONE, bytes(8))
            case sam.READ | sam.READ_ALL:
                return self._read(body)
            case sam.READ_ADDRESS:
                return sam.answer_frame(sam.ABSENT if self._step == 2 else sam.READ_FAILED)
            case sam.STATUS | sam.RESET:
                return sam.answer_frame(sam.DONE)
            case sam.SAM_NUMBER:
                return sam.answer_frame(sam.DONE, bytes.fromhex("0501" + "00" * 14))
            case _:
                return sam.answer_frame(sam.UNKNOWN_COMMAND)

    def _find(self) -> bytes:
        """Find the card on top; a card that was read lies there no more until the next find."""
        if self._step == 3 or not self.pile:
            self._step = 0
            return sam.answer_frame(sam.NO_CARD)
        self._step = 1
        return sam.answer_frame(sam.FOUND, bytes(4))

    def _read(self, body: bytes) -> bytes:
        if self._step != 2:
            return sam.answer_frame(sam.READ_FAILED)
        self._step = 3
        card = self.pile.popleft()
        if self.lifts_while_reading:
            self.lifts_while_reading = False
            self.pile.appendleft(card)
            return sam.answer_frame(sam.READ_FAILED)
        self.reads += 1
        content = Content(encode_text(card), card.photo or self._photo)
        data = sam.content_data(content, with_fingerprint=body == sam.READ_ALL)
        return sam.answer_frame(sam.DONE, data)
