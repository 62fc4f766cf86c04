"""Acts on cases that came after the case had gone another way: both sides, and what a person
decided (sync 2.4).

Nothing was lost: the later act is kept and was never applied. Which of the two shall hold is a
person's decision, recorded as an act; what it asks for is then done on the case like anything else.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.case_parts import Refused
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.hall import Clerk
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, live, mending
from zcdesk.operations.session import Session
from zcdesk.store.schema import task_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SHOWN = 200


class Choice(StrEnum):
    """What was decided; the value begins the words that are recorded."""

    FIRST = "维持先到的"
    LATER = "采用后到的"
    OTHER = "另行处理"


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of two acts: who did what when, and what it says, as (label, words)."""

    act: str
    kind: str
    at: str
    clerk: str
    department: str = ""
    said: tuple[tuple[str, str], ...] = ()


class Contested(msgspec.Struct, frozen=True, kw_only=True):
    """One late act and the one that brought the case where it was.

    Attributes:
        code: of why the later one could not be applied.
        state: of the case when it came.
    """

    case: str
    number: str
    matter: str
    department: str
    state: CaseState
    code: str
    later: Side
    first: Side | None = None


_LABELS = {
    "reason": "理由",
    "ground": "情形",
    "opinion": "意见",
    "agrees": "同意",
    "basis": "依据",
    "days": "天数",
    "to_department": "转到",
    "to": "转给",
    "document_number": "文书号",
    "shelf": "柜位",
    "window": "窗口",
    "outcome": "决定",
    "name": "名称",
}


def rows(session: Session) -> tuple[Contested, ...]:
    """Return what nobody has settled, the oldest first.

    Raises:
        NotAllowed: the clerk is no supervisor, administrator or auditor.
    """
    c = task_index.c
    wanted = select(c.subject).where(c.kind == TaskKind.SETTLE.value).order_by(c.due).distinct()
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        subjects = store.select(wanted.limit(SHOWN)).scalars().all()
        cases = (store.state(subject, Case) for subject in subjects)
        return tuple(
            _contested(store, case, refused)
            for case in cases
            if case is not None
            for refused in case.refused
            if not refused.settled
        )


def settle(session: Session, case_id: str, act: str, choice: Choice, note: str = "") -> Case:
    """Record which of two acts shall hold.

    Raises:
        NotAllowed: MND-01, the later one is taken, or neither, and nobody says how.
    """
    if choice is not Choice.FIRST and not note.strip():
        raise NotAllowed("MND-01")
    how = f"{choice.value}：{note.strip()}" if note.strip() else choice.value
    return mending.settle(session, case_id, act, how)


def _contested(store: Reader, case: Case, refused: Refused) -> Contested:
    later, first = None, None
    state: msgspec.Struct | None = None
    late = {r.act for r in case.refused}
    for act in store.acts(f"case:{case.id}"):
        body = store.rules.decode_body(act)
        if act.id == refused.act:
            later = _side(store, act)
            break
        before, state = _standing(state), store.rules.fold(state, act, body)
        if act.id not in late and _standing(state) is not before:
            first = _side(store, act)
    assert later is not None, "the fold keeps a refused act only from an act it was given"
    return Contested(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        department=case.department,
        state=CaseState(refused.state),
        code=refused.code,
        later=later,
        first=first,
    )


def _standing(state: msgspec.Struct | None) -> CaseState | None:
    return state.state if isinstance(state, Case) else None


def _side(store: Reader, act: Act) -> Side:
    body = store.body(act)
    who = store.state(f"clerk:{act.clerk}", Clerk)
    return Side(
        act=act.id,
        kind=act.kind,
        at=act.at,
        clerk=who.name if who else act.clerk,
        department=body.department if isinstance(body, CaseAct) else "",
        said=_said(body),
    )


def _said(body: Body | None) -> tuple[tuple[str, str], ...]:
    """Say what an act holds, as far as there are words for it; no act holds a personal value."""
    if body is None:
        return ()
    values = msgspec.structs.asdict(body)
    decision = values.get("decision")
    if isinstance(decision, msgspec.Struct):
        values |= msgspec.structs.asdict(decision)
    lines = [(label, _words(values[key])) for key, label in _LABELS.items() if values.get(key)]
    if values.get("agrees") is False:
        lines.append((_LABELS["agrees"], "否"))
    lacks = [getattr(lack, "name", "") for lack in values.get("lacks") or ()]
    return (*lines, *((("缺什么", "、".join(lacks)),) if lacks else ()))


def _words(value: Any) -> str:
    return "是" if value is True else str(getattr(value, "value", value))
