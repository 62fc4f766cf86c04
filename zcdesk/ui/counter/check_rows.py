"""What the check page reads back: one line for each thing the clerk can still change.

Pure words over the visit; masked, and never a sum of money.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import NamedTuple

from zcdesk.domain.checklist import RowState
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.readiness import Blocker
from zcdesk.domain.visit import Chosen, Visit, rows_of
from zcdesk.ui.counter.rowtext import state_word
from zcdesk.ui.labels import agency_word, value_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.texts import message
from zcdesk.ui.words import QT_TRANSLATE_NOOP, labelled, words


class Part(Enum):
    """The lines, in their order; the value is the digit that changes it."""

    APPLICANT = 1
    AGENCY = 2
    MATTERS = 3
    MATERIALS = 4
    PROMISES = 5
    DELIVERY = 6
    FEE = 7


LABELS = {
    Part.APPLICANT: QT_TRANSLATE_NOOP("check", "申请人"),
    Part.AGENCY: QT_TRANSLATE_NOOP("check", "经办"),
    Part.MATTERS: QT_TRANSLATE_NOOP("check", "事项"),
    Part.MATERIALS: QT_TRANSLATE_NOOP("check", "材料"),
    Part.PROMISES: QT_TRANSLATE_NOOP("check", "容缺"),
    Part.DELIVERY: QT_TRANSLATE_NOOP("check", "送达"),
    Part.FEE: QT_TRANSLATE_NOOP("check", "缴费"),
}
_MANY = QT_TRANSLATE_NOOP("check", "等 {n} 人")
_CHECKED = QT_TRANSLATE_NOOP("check", "委托书已核")
_UNCHECKED = QT_TRANSLATE_NOOP("check", "委托书未核")
_DUE = QT_TRANSLATE_NOOP("check", "{name}，{date} 前")
_MORE = QT_TRANSLATE_NOOP("check", "另有 {n} 份")
_TIMES = QT_TRANSLATE_NOOP("check", "{state} {n}")
_NONE = QT_TRANSLATE_NOOP("check", "无")
_OF = QT_TRANSLATE_NOOP("check", "{name}：{fault}")
_NOBODY = QT_TRANSLATE_NOOP("check", "第 {n} 位申请人")

_SHOWN = 3
_ORDER = (
    RowState.RECEIVED,
    RowState.SHARED,
    RowState.ON_FILE,
    RowState.DEFERRED,
    RowState.MISSING,
    RowState.DEFECTIVE,
    RowState.ASKED,
    RowState.PENDING,
    RowState.NOT_APPLICABLE,
)


class CheckRow(NamedTuple):
    """One line."""

    part: Part
    text: str


def check_rows(visit: Visit) -> tuple[CheckRow, ...]:
    """Return the lines of a visit; no fee, no line of it (ux 2.6)."""
    rows = (
        CheckRow(Part.APPLICANT, _applicant(visit)),
        CheckRow(Part.AGENCY, _agency(visit)),
        CheckRow(Part.MATTERS, "\n".join(c.matter.name for c in visit.matters) or _word(_NONE)),
        CheckRow(Part.MATERIALS, _materials(visit)),
        CheckRow(Part.PROMISES, _promises(visit)),
        CheckRow(Part.DELIVERY, record_words(visit.delivery.text)),
    )
    fee = CheckRow(Part.FEE, _fees(visit))
    return (*rows, fee) if with_fee(visit) else rows


def with_fee(visit: Visit) -> tuple[Chosen, ...]:
    """Return the matters of the visit that ask a fee."""
    return tuple(chosen for chosen in visit.matters if chosen.matter.fee)


def blocker_text(visit: Visit, blocker: Blocker) -> str:
    """Say what is unmet, and whose it is where there are several."""
    fault = message(blocker.code, **blocker.fields).text
    if not visit.is_batch:
        return fault
    name = visit.applicants[blocker.applicant_index].person.name
    who = name or _word(_NOBODY).format(n=blocker.applicant_index + 1)
    return _word(_OF).format(name=who, fault=fault)


def _applicant(visit: Visit) -> str:
    person = visit.applicants[0].person
    if person.is_empty:
        return _word(_NONE)
    many = _word(_MANY).format(n=len(visit.applicants)) if visit.is_batch else ""
    return "  ".join(part for part in (_person(person), many) if part)


def _agency(visit: Visit) -> str:
    how = agency_word(visit.agency)
    if visit.agency is Agency.SELF:
        return how
    checked = _word(_CHECKED if visit.authority else _UNCHECKED)
    return "  ".join(part for part in (how, _person(visit.presenter), checked) if part)


def _person(person: Person) -> str:
    parts = (person.name, mask_id(person.id_number), mask_phone(person.phone))
    return "  ".join(part for part in parts if part)


def _materials(visit: Visit) -> str:
    """Count the papers by state; one that serves all applicants counts once."""
    seen: dict[tuple[int, str], RowState] = {}
    for index, who in enumerate(visit.applicants):
        for row in rows_of(visit, who):
            seen[(-1 if row.key in visit.common else index, row.key)] = row.mark.state
    counts = Counter(seen.values())
    said = (
        _word(_TIMES).format(state=state_word(state), n=counts[state])
        for state in _ORDER
        if counts[state]
    )
    return " · ".join(said) or _word(_NONE)


def _promises(visit: Visit) -> str:
    late = [
        _word(_DUE).format(name=row.name, date=row.mark.due)
        for who in visit.applicants
        for row in rows_of(visit, who)
        if row.mark.state is RowState.DEFERRED
    ]
    more = len(late) - _SHOWN
    lines = late[:_SHOWN] + ([_word(_MORE).format(n=more)] if more > 0 else [])
    return "\n".join(lines) or _word(_NONE)


def _fees(visit: Visit) -> str:
    said = []
    for chosen in with_fee(visit):
        code = f"  {chosen.fee.code}" if chosen.fee.code else ""
        said.append(labelled(chosen.matter.name, f"{value_word(chosen.fee.state)}{code}"))
    return "\n".join(said)


def _word(text: str) -> str:
    return words("check", text)
