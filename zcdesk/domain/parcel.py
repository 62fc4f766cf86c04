"""A parcel (来件) in the hall: registered, signed for, and what became of what was in it.

One addressed to a department is passed on unopened and signed for; one addressed to the window is
opened and taken in like a visit, and answered by message or by post (rules 3.4, S1).
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case import PersonRef
from zcdesk.domain.handover import Side
from zcdesk.domain.typed import Traced, Typed
from zcdesk.errors import Invalid

AGAIN_DAYS = 180
"""Days after which a carrier may have given the same number to another parcel."""

_FORM = re.compile(r"[A-Z0-9]{8,30}")
_SCANNED = re.compile(r"[A-Z]{2}[0-9]{9}[A-Z]{2}|[0-9]{12,15}|[A-Z]{1,4}[0-9]{10,15}")
"""Numbers of the universal postal union (EMS), and those of Chinese carriers."""


class Reply(StrEnum):
    """How the sender hears what became of the parcel."""

    MESSAGE = "短信"
    POST = "回寄"


class ParcelState(StrEnum):
    """`WAITING` for the window or, addressed to a department, for its signature."""

    WAITING = "waiting"
    PASSED_ON = "passed_on"
    TAKEN = "taken"
    NOTIFIED = "notified"
    VOID = "void"


class Sender(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who sent it: personal, kept sealed beside the acts."""

    name: str
    id_number: str = ""
    phone: str = ""
    address: str = ""


class ParcelArrived(Body, frozen=True, kw_only=True):
    """A parcel was registered.

    Attributes:
        waybill: sealed: its carrier knows the sender by it, so the subject holds a digest of it.
        pages: sheets counted when it was opened; 0 for one that stays shut.
        department: whom it is addressed to; empty = the window.
    """

    kind: ClassVar[str] = "parcel.arrived"
    waybill: Traced
    sender: PersonRef
    pages: int = 0
    department: str = ""
    reply: Reply = Reply.MESSAGE
    window: str = ""
    simulated: bool = False


class ParcelPassedOn(Body, frozen=True, kw_only=True):
    """It went to its department unopened; both sides signed."""

    kind: ClassVar[str] = "parcel.passed_on"
    giver: Side
    taker: Side


class ParcelTaken(Body, frozen=True, kw_only=True):
    """What was in it was taken in (收件)."""

    kind: ClassVar[str] = "parcel.taken"
    sitting: str
    receipts: tuple[str, ...]
    case_ids: tuple[str, ...]


class ParcelNotified(Body, frozen=True, kw_only=True):
    """What was in it fell short; the sender is told everything at once (一次性告知)."""

    kind: ClassVar[str] = "parcel.notified"
    sitting: str
    number: str


class ParcelAnswered(Body, frozen=True, kw_only=True):
    """The printed answer went off by post."""

    kind: ClassVar[str] = "parcel.answered"
    waybill: Traced


class ParcelVoided(Body, frozen=True, kw_only=True):
    """Registered by mistake."""

    kind: ClassVar[str] = "parcel.voided"
    reason: Typed


class Parcel(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A parcel after its acts.

    Attributes:
        numbers: receipts or the notice that answer it.
        answer: waybill of the printed answer.
    """

    arrived: ParcelArrived
    at: str
    clerk: str
    state: ParcelState = ParcelState.WAITING
    sitting: str = ""
    numbers: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    answer: str = ""
    taker: Side = Side()
    ended_at: str = ""
    reason: str = ""

    @property
    def owes_post(self) -> bool:
        """Whether a printed answer still has to go off."""
        is_answered = self.state in (ParcelState.TAKEN, ParcelState.NOTIFIED)
        return is_answered and self.arrived.reply is Reply.POST and not self.answer


def clean_waybill(text: str) -> str:
    """Bring a scanned or typed waybill number to its stored form.

    Raises:
        Invalid: MAI-01, it cannot be one.
    """
    number = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not _FORM.fullmatch(number):
        raise Invalid("MAI-01", "waybill")
    return number


def is_waybill(text: str) -> bool:
    """Tell whether a scan at the counter can only be a parcel's."""
    return bool(_SCANNED.fullmatch(text.strip().upper()))


def fold(state: Parcel | None, act: Act, body: Body) -> Parcel | None:
    """A number is registered anew only once the parcel before is done with."""
    if isinstance(body, ParcelArrived):
        is_over = state is None or state.state is not ParcelState.WAITING
        return Parcel(arrived=body, at=act.at, clerk=act.clerk) if is_over else state
    if state is None:
        return None
    if isinstance(body, ParcelAnswered):
        return msgspec.structs.replace(state, answer=body.waybill) if state.owes_post else state
    if state.state is not ParcelState.WAITING:
        return state
    change = _end(state, body)
    return msgspec.structs.replace(state, **change, ended_at=act.at) if change else state


def _end(state: Parcel, body: Body) -> dict[str, object]:
    match body:
        case ParcelPassedOn() if state.arrived.department:
            return {"state": ParcelState.PASSED_ON, "taker": body.taker}
        case ParcelTaken() if not state.arrived.department:
            return {
                "state": ParcelState.TAKEN,
                "sitting": body.sitting,
                "numbers": body.receipts,
                "case_ids": body.case_ids,
            }
        case ParcelNotified() if not state.arrived.department:
            return {
                "state": ParcelState.NOTIFIED,
                "sitting": body.sitting,
                "numbers": (body.number,),
            }
        case ParcelVoided():
            return {"state": ParcelState.VOID, "reason": body.reason}
        case _:
            return {}
