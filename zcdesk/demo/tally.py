"""Compares what the devices were sent with the acts, one to one: nothing unsaid or made up."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import func, select

from zcdesk.demo.rig import Rig
from zcdesk.devices.announce import announcement, shown
from zcdesk.devices.kinds import DeviceKind
from zcdesk.domain.act import Act, Body
from zcdesk.domain.fold import decode_body
from zcdesk.domain.rating import RatingGiven
from zcdesk.domain.ticket import TicketArrived, TicketCalled, TicketRecalled, TicketTaken
from zcdesk.domain.window import WindowMode, WindowModeSet
from zcdesk.operations.session import Session
from zcdesk.store.reader import act_of
from zcdesk.store.schema import acts
from zcdesk.ui.callers import MODES

DESK, TWICE = "3", "{0}。{0}"
"""The window of the rig's own strip, and how a call is said (ux 2.19)."""


class Said(NamedTuple):
    """A call as the acts tell it."""

    number: str
    window: str
    recall: bool


class Tally(NamedTuple):
    """What one device should have been sent and what it was.

    Attributes:
        device: in words; wanted: from the acts; got: from the device.
    """

    device: str
    wanted: list[str]
    got: list[str]

    @property
    def is_even(self) -> bool:
        return self.wanted == self.got

    def __str__(self) -> str:
        mark = "one to one" if self.is_even else f"NOT EVEN: {self.wanted} / {self.got}"
        return f"{self.device}: {len(self.got)} of {len(self.wanted)}, {mark}"


def count(session: Session, kind: str) -> int:
    """Count the acts of a kind."""
    with session.reading() as store:
        found = store.select(select(func.count()).where(acts.c.kind == kind))
        return int(found.scalar_one())


def compare(session: Session, rig: Rig, unspoken: list[str], stars: list[int]) -> list[Tally]:
    """Return one tally a device.

    Args:
        unspoken: numbers whose call the clerk was told no voice said.
        stars: pressed at the rating pad, in order.
    """
    day = _acts(session)
    calls = _calls(day)
    heard = {kind: one.model for kind, one in rig.by_kind.items()}
    spoken = [c for c in calls if c.recall or c.number not in unspoken]
    arrived = sum(isinstance(b, TicketArrived) and b.by == "card" for _, b in day)
    rated = [str(int(body.level)) for _, body in day if isinstance(body, RatingGiven)]
    hall = [one for one in heard[DeviceKind.HALL_SCREEN].heard if one.name == "call"]
    return [
        Tally("voice", [_words(c) for c in spoken], _plain(heard[DeviceKind.VOICE].spoken)),
        Tally("window screen", _on_strip(day), heard[DeviceKind.WINDOW_SCREEN].history),
        Tally("hall screen", [_frame(c) for c in calls], [_of_frame(h.values) for h in hall]),
        Tally("cards", ["card"] * arrived, ["card"] * heard[DeviceKind.READER].reads),
        Tally("ratings", rated, [str(one) for one in stars]),
    ]


def numbers(session: Session, shown: list[str], slips: list[str]) -> list[Tally]:
    """Compare the numbers taken with what the kiosk showed and what its slips say."""
    taken = [body.number for _, body in _acts(session) if isinstance(body, TicketTaken)]
    return [Tally("kiosk", taken, shown), Tally("slips", taken, slips)]


def _acts(session: Session) -> list[tuple[Act, Body]]:
    columns = [acts.c[name] for name in Act.__struct_fields__]
    with session.reading() as store:
        rows = store.select(select(*columns).order_by(acts.c.pk)).all()
    found = [act_of(tuple(row)) for row in rows]
    return [(act, body) for act in found if (body := decode_body(act)) is not None]


def _calls(day: list[tuple[Act, Body]]) -> list[Said]:
    """Return the calls in order; who came without a number is not called."""
    numbers = {act.subject: body.number for act, body in day if isinstance(body, TicketTaken)}
    found = []
    for act, body in day:
        if isinstance(body, TicketCalled | TicketRecalled):
            recall = isinstance(body, TicketRecalled)
            found.append(Said(numbers[act.subject], body.window, recall))
    return found


def _words(call: Said) -> str:
    return TWICE.format(announcement(call.number, call.window, recall=call.recall))


def _plain(spoken: list[str]) -> list[str]:
    """Take the marks off: how loud and how digits are read is not what is said."""
    from zcdesk.devices.voice_frames import MARK

    return [MARK.sub("", text) for text in spoken]


def _on_strip(day: list[tuple[Act, Body]]) -> list[str]:
    """Return what the desk's own strip shows: its calls and how its window stands, in order."""
    numbers = {act.subject: body.number for act, body in day if isinstance(body, TicketTaken)}
    found: list[str] = []
    mode: WindowMode | None = None
    for act, body in day:
        if isinstance(body, TicketCalled | TicketRecalled) and body.window == DESK:
            found.append(shown(numbers[act.subject], DESK))
        elif isinstance(body, WindowModeSet) and act.subject == f"window:{DESK}":
            if body.mode is not mode:
                found.append(MODES[body.mode].format(n=DESK))
            mode = body.mode
    return found


def _frame(call: Said) -> str:
    letter, digits = call.number[:-3], int(call.number[-3:])
    return f"{letter}{digits}@{call.window}"


def _of_frame(values: dict[str, object]) -> str:
    return f"{values.get('prefix', '')}{values['number']}@{values['window']}"
