"""What a citizen reads of the open visit: their own, numbers masked, in everyday words.

Pure words over the visit; the digest stands for exactly what was read when it was signed.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import Visit, rows_of
from zcdesk.ui.labels import agency_word, value_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.words import QT_TRANSLATE_NOOP, labelled, noted, words

_NAME = QT_TRANSLATE_NOOP("second", "申请人")
_ID = QT_TRANSLATE_NOOP("second", "证件号")
_PHONE = QT_TRANSLATE_NOOP("second", "手机 {phone}")
_AGENT = QT_TRANSLATE_NOOP("second", "经办人")
_MATTERS = QT_TRANSLATE_NOOP("second", "办什么事")
_GIVEN = QT_TRANSLATE_NOOP("second", "收了什么")
_SHARED = QT_TRANSLATE_NOOP("second", "不用交")
_LATER = QT_TRANSLATE_NOOP("second", "以后补交")
_LACKING = QT_TRANSLATE_NOOP("second", "还差什么")
_DELIVERY = QT_TRANSLATE_NOOP("second", "怎么取")
_FEES = QT_TRANSLATE_NOOP("second", "缴费")
_UNTIL = QT_TRANSLATE_NOOP("second", "{name}（{date} 前补来，逾期按规定处理）")
_MORE = QT_TRANSLATE_NOOP("second", "{names} 等 {n} 项")
_MANY = QT_TRANSLATE_NOOP("second", "{name} 等 {n} 人")

SHOWN = 4
"""Names in a line; the paper has them all."""

_TAKEN = frozenset({RowState.RECEIVED})
_HAD = frozenset({RowState.SHARED, RowState.ON_FILE})
_OPEN = frozenset({RowState.MISSING, RowState.DEFECTIVE})


class Line(NamedTuple):
    """One line: what it is about, and the words; `tone` names the colour of a line to heed."""

    label: str
    text: str
    tone: str = "text"


def lines_of(visit: Visit) -> tuple[Line, ...]:
    """Return the lines of the visit; one without words is left out."""
    person = visit.applicants[0].person
    count = len(visit.applicants)
    name = _word(_MANY).format(name=person.name, n=count) if count > 1 else person.name
    rows = [row for who in visit.applicants for row in rows_of(visit, who)]
    late = [
        _word(_UNTIL).format(name=row.name, date=row.mark.due)
        for row in rows
        if row.mark.state is RowState.DEFERRED
    ]
    agent = visit.presenter.name if visit.agency is not Agency.SELF else ""
    fees = [labelled(c.matter.name, value_word(c.fee.state)) for c in visit.matters if c.matter.fee]
    found = (
        Line(_NAME, name),
        Line(_ID, _numbers(person)),
        Line(_AGENT, noted(agent, agency_word(visit.agency)) if agent else ""),
        Line(_MATTERS, _list([c.matter.name for c in visit.matters])),
        Line(_GIVEN, _names(rows, _TAKEN), "ok"),
        Line(_SHARED, _names(rows, _HAD), "share"),
        Line(_LATER, _list(late), "defer"),
        Line(_LACKING, _names(rows, _OPEN), "danger"),
        Line(_FEES, _list(fees)),
        Line(_DELIVERY, record_words(visit.delivery.text) if visit.matters else ""),
    )
    return tuple(Line(_word(label), text, tone) for label, text, tone in found if text)


def digest(lines: tuple[Line, ...]) -> str:
    """Return what a signature under these lines is bound to."""
    read = "\n".join(f"{line.label}\t{line.text}" for line in lines)
    return f"sha256:{hashlib.sha256(read.encode()).hexdigest()}"


def _numbers(person: Person) -> str:
    card = mask_id(person.id_number) if person.id_number else ""
    phone = _word(_PHONE).format(phone=mask_phone(person.phone)) if person.phone else ""
    return " · ".join(part for part in (card, phone) if part)


def _names(rows: list[Row], states: frozenset[RowState]) -> str:
    return _list([row.name for row in rows if row.mark.state in states])


def _list(names: list[str]) -> str:
    unique = list(dict.fromkeys(names))
    shown = "、".join(unique[:SHOWN])
    if len(unique) > SHOWN:
        return _word(_MORE).format(names=shown, n=len(unique))
    return shown


def _word(text: str) -> str:
    return words("second", text)
