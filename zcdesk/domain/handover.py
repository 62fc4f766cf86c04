"""A hand-over (交接): one list of cases that passes between two sides, signed by both.

Three lists are one thing: 材料交接 (window → department), 办理结果交接 (department → counter) and
送达回执移交 (counter → department). What becomes of each case is an act on that case.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case_parts import Signature
from zcdesk.domain.typed import Typed


class HandoverKind(StrEnum):
    MATERIALS = "材料交接"
    RESULTS = "办理结果交接"
    RECEIPTS = "送达回执移交"


class Side(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who gave or took. `proof`: 刷卡, 口令, 手写签名 (then with its image) or 纸面签名."""

    clerk: str = ""
    name: str = ""
    proof: str = ""
    signature: Signature | None = None


class Left(msgspec.Struct, frozen=True, kw_only=True):
    """A case of the list that did not pass: `case` is its id."""

    case: str
    reason: Typed


class HandoverMade(Body, frozen=True, kw_only=True):
    """The list was made and frozen; later cases go on the next one.

    Attributes:
        number: printed on the list.
        due: ISO time by which it has to be signed; `slot` 上午件, 下午件, 休息日件.
        cases: ids in the order of the list.
        missing: cases of the pile that were not found when it was scanned.
    """

    kind: ClassVar[str] = "handover.made"
    number: str
    handover_kind: HandoverKind
    department: str
    slot: str = ""
    due: str = ""
    cases: tuple[str, ...]
    missing: tuple[str, ...] = ()


class HandoverSigned(Body, frozen=True, kw_only=True):
    """Both sides signed; `left` are the cases the taker did not take."""

    kind: ClassVar[str] = "handover.signed"
    giver: Side
    taker: Side
    left: tuple[Left, ...] = ()


class HandoverDropped(Body, frozen=True, kw_only=True):
    """A list nobody signed was given up; its cases wait for the next one."""

    kind: ClassVar[str] = "handover.dropped"
    reason: Typed


class HandoverState(StrEnum):
    OPEN = "open"
    SIGNED = "signed"
    DROPPED = "dropped"


class Handover(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A list after its acts."""

    id: str
    number: str
    kind: HandoverKind
    department: str
    cases: tuple[str, ...]
    made_at: str
    made_by: str
    state: HandoverState = HandoverState.OPEN
    slot: str = ""
    due: str = ""
    missing: tuple[str, ...] = ()
    giver: Side = Side()
    taker: Side = Side()
    left: tuple[Left, ...] = ()
    ended_at: str = ""
    reason: str = ""

    @property
    def passed(self) -> tuple[str, ...]:
        """Cases that went over."""
        left = {x.case for x in self.left}
        return tuple(c for c in self.cases if c not in left)


def fold(state: Handover | None, act: Act, body: Body) -> Handover | None:
    """A list is signed or dropped once; what comes later changes nothing."""
    match body:
        case HandoverMade() if state is None:
            return Handover(
                id=act.subject.partition(":")[2],
                number=body.number,
                kind=body.handover_kind,
                department=body.department,
                cases=body.cases,
                made_at=act.at,
                made_by=act.clerk,
                slot=body.slot,
                due=body.due,
                missing=body.missing,
            )
        case HandoverSigned() if state is not None and state.state is HandoverState.OPEN:
            return msgspec.structs.replace(
                state,
                state=HandoverState.SIGNED,
                giver=body.giver,
                taker=body.taker,
                left=body.left,
                ended_at=act.at,
            )
        case HandoverDropped() if state is not None and state.state is HandoverState.OPEN:
            return msgspec.structs.replace(
                state, state=HandoverState.DROPPED, ended_at=act.at, reason=body.reason
            )
        case _:
            return state
