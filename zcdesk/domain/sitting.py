"""A sitting (一次办理): one presenter, one or many applicants, each with one or more matters.

The sitting's acts say how the visit ended and which papers left the printer; what happens to each
case afterwards is `case`'s.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.typed import Typed


class LackingLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One line of a one-time notice: what is missing or wrong, and why."""

    name: str
    defective: bool = False
    reason: Typed = ""


class SittingReceived(Body, frozen=True, kw_only=True):
    """Cases were taken in; `receipts` and `cases` are printed numbers, `case_ids` identities."""

    kind: ClassVar[str] = "sitting.received"
    ticket: str = ""
    window: str
    receipts: tuple[str, ...]
    case_ids: tuple[str, ...]
    insisted: bool = False
    simulated: bool = False


class SittingNotified(Body, frozen=True, kw_only=True):
    """一次性告知: everything missing or wrong, told at once; `code` restores the visit."""

    kind: ClassVar[str] = "sitting.notified"
    ticket: str = ""
    window: str
    number: str
    code: str
    matters: tuple[str, ...]
    lines: tuple[LackingLine, ...]
    simulated: bool = False


class SittingReferred(Body, frozen=True, kw_only=True):
    """A secret matter was referred to its own window: counted, nothing else is kept."""

    kind: ClassVar[str] = "sitting.referred"
    window: str
    matter: str


class PaperPrinted(Body, frozen=True, kw_only=True):
    """A paper went to a printer; `copy` 0 is the original, n the n-th 补打."""

    kind: ClassVar[str] = "sitting.printed"
    paper: PaperKind
    number: str
    copy: int
    printer: str
    outcome: str


class Print(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How often one paper left the printer, and when and by whom last."""

    paper: PaperKind
    number: str
    copies: int
    at: str
    clerk: str
    outcome: str = ""


class Sitting(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    id: str
    window: str = ""
    at: str = ""
    clerk: str = ""
    ticket: str = ""
    receipts: tuple[str, ...] = ()
    case_ids: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    code: str = ""
    referred: tuple[str, ...] = ()
    insisted: bool = False
    prints: tuple[Print, ...] = ()
    simulated: bool = False

    def printed(self, paper: PaperKind, number: str) -> Print | None:
        """Return how often this very paper was printed, if ever."""
        return next((p for p in self.prints if p.paper is paper and p.number == number), None)


def fold(state: Sitting | None, act: Act, body: Body) -> Sitting | None:
    old = state or Sitting(id=act.subject.partition(":")[2], at=act.at, clerk=act.clerk)
    match body:
        case SittingReceived():
            return msgspec.structs.replace(
                old,
                window=body.window,
                ticket=body.ticket,
                receipts=old.receipts + body.receipts,
                case_ids=old.case_ids + body.case_ids,
                insisted=body.insisted,
                simulated=body.simulated,
            )
        case SittingNotified():
            return msgspec.structs.replace(
                old,
                window=body.window,
                ticket=body.ticket,
                notices=(*old.notices, body.number),
                code=body.code,
                simulated=body.simulated,
            )
        case SittingReferred():
            return msgspec.structs.replace(
                old, window=body.window, referred=(*old.referred, body.matter)
            )
        case PaperPrinted():
            return msgspec.structs.replace(old, prints=_prints(old, act, body))
        case _:
            return state


def _prints(state: Sitting, act: Act, body: PaperPrinted) -> tuple[Print, ...]:
    others = tuple(p for p in state.prints if (p.paper, p.number) != (body.paper, body.number))
    done = Print(
        paper=body.paper,
        number=body.number,
        copies=body.copy,
        at=act.at,
        clerk=act.clerk,
        outcome=body.outcome,
    )
    return (*others, done)
