"""What a checklist row says: its chips, its short texts and the sentence that is spoken.

Every state is icon, word and colour together; the screen reader hears the same words.
"""

from __future__ import annotations

from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.matter import Form, Source
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState, chips_width
from zcdesk.ui.words import QT_TRANSLATE_NOOP, listed, words

_STATES: dict[RowState, tuple[str, str, Tone]] = {
    RowState.PENDING: ("circle-dashed", QT_TRANSLATE_NOOP("rows", "未收"), Tone.NEUTRAL),
    RowState.RECEIVED: ("circle-check", QT_TRANSLATE_NOOP("rows", "已收"), Tone.OK),
    RowState.SHARED: ("database-share", QT_TRANSLATE_NOOP("rows", "共享"), Tone.SHARE),
    RowState.ON_FILE: ("archive", QT_TRANSLATE_NOOP("rows", "已存"), Tone.SHARE),
    RowState.DEFERRED: ("clock-hour-4", QT_TRANSLATE_NOOP("rows", "容缺"), Tone.DEFER),
    RowState.MISSING: ("circle-x", QT_TRANSLATE_NOOP("rows", "缺"), Tone.DANGER),
    RowState.DEFECTIVE: ("alert-triangle", QT_TRANSLATE_NOOP("rows", "不符"), Tone.WARN),
    RowState.NOT_APPLICABLE: ("minus", QT_TRANSLATE_NOOP("rows", "不适用"), Tone.NEUTRAL),
    RowState.ASKED: ("user-question", QT_TRANSLATE_NOOP("rows", "问部门"), Tone.INFO),
}
_FORMS = {
    Form.ORIGINAL: QT_TRANSLATE_NOOP("rows", "原件 {n}"),
    Form.COPY: QT_TRANSLATE_NOOP("rows", "复印件 {n}"),
    Form.BOTH: QT_TRANSLATE_NOOP("rows", "验原收复 {n}"),
    Form.ELECTRONIC: QT_TRANSLATE_NOOP("rows", "电子件"),
}
_SOURCES = {
    Source.APPLICANT: QT_TRANSLATE_NOOP("rows", "申请人自备"),
    Source.SHARED: QT_TRANSLATE_NOOP("rows", "数据共享，不用申请人交"),
    Source.EARLIER: QT_TRANSLATE_NOOP("rows", "以前办件留存"),
    Source.ISSUED: QT_TRANSLATE_NOOP("rows", "部门出具"),
}
_COMPARED = (QT_TRANSLATE_NOOP("rows", "已核"), QT_TRANSLATE_NOOP("rows", "待核"))
_WAIVED = QT_TRANSLATE_NOOP("rows", "免交")
_PAGES = QT_TRANSLATE_NOOP("rows", "{n} 页")
_UNTIL = QT_TRANSLATE_NOOP("rows", "{date} 前")
_NO_SCAN = QT_TRANSLATE_NOOP("rows", "未扫")
_REGISTER = QT_TRANSLATE_NOOP("rows", "共享数据")
_VOLUNTARY = QT_TRANSLATE_NOOP("rows", "{name}（自愿）")
_ALL = QT_TRANSLATE_NOOP("rows", "{name}（共用）")
_TO_COMPARE = QT_TRANSLATE_NOOP("rows", "原件待核")
_HAS_COMPARED = QT_TRANSLATE_NOOP("rows", "原件已核")
NONE = "—"

HERE = (RowState.SHARED, RowState.ON_FILE)


def state_chip(row: Row) -> ChipState:
    """Return icon, word and colour of the row's state."""
    icon, word, tone = _STATES[row.mark.state]
    return ChipState(icon, words("rows", word), tone)


def state_word(state: RowState) -> str:
    """Return the word of a state."""
    return words("rows", _STATES[state][1])


def state_width() -> int:
    """Return the width at scale 1 of a column that shows every state whole."""
    return chips_width(96, map(state_word, _STATES))


def compare_width() -> int:
    """Return the width at scale 1 of the column 原件核对."""
    return chips_width(92, (words("rows", word) for word in _COMPARED))


def compare_chip(row: Row) -> ChipState | None:
    """Return the chip of 原件核对, None where nothing is to be compared."""
    if not row.compares:
        return None
    if row.mark.compared:
        return ChipState("file-check", words("rows", _COMPARED[0]), Tone.OK)
    due = row.mark.state is RowState.RECEIVED
    return ChipState(
        "file-search" if due else "file",
        words("rows", _COMPARED[1]),
        Tone.WARN if due else Tone.NEUTRAL,
    )


def name_text(row: Row, *, common: bool = False) -> str:
    """Return the paper's name, marked when it is offered freely or serves every applicant."""
    if row.line.voluntary:
        return words("rows", _VOLUNTARY).format(name=row.name)
    return words("rows", _ALL).format(name=row.name) if common else row.name


def form_text(row: Row) -> str:
    """Return form and copies: 验原收复 2, or 免交."""
    if row.mark.state in HERE:
        return words("rows", _WAIVED)
    material = row.line.material
    return words("rows", _FORMS[material.form]).format(n=material.count)


def scan_text(row: Row) -> str:
    """Return what there is of the paper beside it: pages, register, promised date."""
    mark = row.mark
    if mark.state is RowState.ON_FILE and mark.note:
        return mark.note
    if mark.pages:
        return words("rows", _PAGES).format(n=len(mark.pages))
    match mark.state:
        case RowState.SHARED:
            return words("rows", _REGISTER)
        case RowState.ON_FILE:
            return mark.since[-8:]
        case RowState.DEFERRED:
            return words("rows", _UNTIL).format(date=short_date(mark.due))
        case RowState.RECEIVED:
            return words("rows", _NO_SCAN)
        case _:
            return NONE


def used_text(row: Row) -> str:
    """Return the numbers of the matters that want the paper."""
    return " ".join(str(number) for number in row.line.used_by) or NONE


def source_text(row: Row) -> str:
    """Return where the paper comes from."""
    return words("rows", _SOURCES[row.line.material.source])


def sentence(row: Row) -> str:
    """Return the row as one spoken sentence."""
    parts = [f"{row.no} {name_text(row)}", form_text(row), state_chip(row).word]
    if row.compares:
        parts.append(words("rows", _HAS_COMPARED if row.mark.compared else _TO_COMPARE))
    parts += [record_words(text) for text in (row.mark.reason, row.mark.note) if text]
    return listed(parts)


def short_date(iso: str) -> str:
    """Return month and day of an ISO date: 12-01."""
    return iso[5:10]
