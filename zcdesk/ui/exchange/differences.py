"""与平台不一致: every field in which a case and the platform's record of it differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.case import STATE_TEXT
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.domain.platform import Difference

_FIELDS = {
    "platform_number": QT_TRANSLATE_NOOP("platform", "平台编号"),
    "state": QT_TRANSLATE_NOOP("platform", "办理状态"),
    "decision": QT_TRANSLATE_NOOP("platform", "决定"),
}
_MARKED = (
    QT_TRANSLATE_NOOP("platform", "已收件"),
    QT_TRANSLATE_NOOP("platform", "待补正"),
    QT_TRANSLATE_NOOP("platform", "审查中"),
    QT_TRANSLATE_NOOP("platform", "特别程序"),
    QT_TRANSLATE_NOOP("platform", "已决定"),
    QT_TRANSLATE_NOOP("platform", "结果移交中"),
    QT_TRANSLATE_NOOP("platform", "待领取"),
    QT_TRANSLATE_NOOP("platform", "邮寄中"),
    QT_TRANSLATE_NOOP("platform", "已送达"),
    QT_TRANSLATE_NOOP("platform", "已归档"),
    QT_TRANSLATE_NOOP("platform", "不予受理"),
    QT_TRANSLATE_NOOP("platform", "已撤回"),
    QT_TRANSLATE_NOOP("platform", "已终止"),
    QT_TRANSLATE_NOOP("platform", "已作废"),
    QT_TRANSLATE_NOOP("platform", "已并入"),
    QT_TRANSLATE_NOOP("platform", "已移送"),
    QT_TRANSLATE_NOOP("platform", "准予"),
    QT_TRANSLATE_NOOP("platform", "不予"),
)


class Differences(QWidget):
    """A list; nothing is changed from here: a person settles it in one system or the other."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model: RowsModel[Difference] = RowsModel(
            (
                Column(self.tr("件号"), lambda d: d.number, width=220),
                Column(self.tr("哪一项"), lambda d: words("platform", _FIELDS[d.field]), width=120),
                Column(self.tr("本厅"), lambda d: _word(d.ours)),
                Column(self.tr("平台"), lambda d: _word(d.theirs)),
            ),
            lambda d: (d.number, d.field),
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("differences")
        self.view.setAccessibleName(self.tr("与平台不一致"))
        self.empty = Empty("circle-check", self.tr("本厅和平台没有不一致的"))
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)

    @property
    def focus_widget(self) -> QWidget | None:
        """What takes the focus; nothing while the list is empty."""
        return self.view if self.model.rows else None

    def refresh(self) -> None:
        """Compare again."""
        differences = self._desk.operations.platform.differences
        self._desk.do(differences, owner=self, done=self._on_rows)

    def _on_rows(self, rows: tuple[Difference, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if rows and self.view.current is None:
            self.view.set_current(0)


def _word(value: str) -> str:
    """A state's or outcome's word; a number stays as it is."""
    known = {state.value: text for state, text in STATE_TEXT.items()}
    word = known.get(value, value)
    return words("platform", word) if word in _MARKED else word or "—"
