"""The table of the checklist: its rows and columns; never editable (ux.md 3.3)."""

from __future__ import annotations

from typing import NamedTuple

from zcdesk.domain.checklist import Row
from zcdesk.ui.counter import rowtext
from zcdesk.ui.widgets.rows import CENTRE, Column, RowsModel
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

FORM, USED, SCAN = 2, 3, 6
"""Places of the columns that may give way: the guidance panel tells them too."""
NAME_ROOM = 200
"""Room the names get before the other columns, at scale 1."""

_NAME = QT_TRANSLATE_NOOP("rows", "材料名称")
_FORM = QT_TRANSLATE_NOOP("rows", "形式·份数")
_USED = QT_TRANSLATE_NOOP("rows", "用于")
_STATE = QT_TRANSLATE_NOOP("rows", "状态")
_COMPARE = QT_TRANSLATE_NOOP("rows", "原件核对")
_SCAN = QT_TRANSLATE_NOOP("rows", "扫描")


class Shown(NamedTuple):
    """A row as the table shows it; `common` = it serves every applicant of the batch."""

    row: Row
    common: bool


def checklist_model() -> RowsModel[Shown]:
    """Return the empty table; a row is known by its paper and spoken as one sentence."""
    columns: tuple[Column[Shown], ...] = (
        Column("#", lambda shown: str(shown.row.no), CENTRE, 40),
        Column(
            words("rows", _NAME), lambda shown: rowtext.name_text(shown.row, common=shown.common)
        ),
        Column(words("rows", _FORM), lambda s: rowtext.form_text(s.row), width=100, style="small"),
        Column(words("rows", _USED), lambda s: rowtext.used_text(s.row), width=56, style="small"),
        Column(
            words("rows", _STATE),
            lambda _: "",
            width=rowtext.state_width(),
            chip=lambda s: rowtext.state_chip(s.row),
        ),
        Column(
            words("rows", _COMPARE),
            lambda _: rowtext.NONE,
            width=rowtext.compare_width(),
            chip=lambda s: rowtext.compare_chip(s.row),
        ),
        Column(words("rows", _SCAN), lambda s: rowtext.scan_text(s.row), width=88, style="small"),
    )
    return RowsModel(columns, lambda s: s.row.key, lambda s: rowtext.sentence(s.row))
