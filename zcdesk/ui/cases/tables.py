"""The tables of the case page, one per tab, each with what its current line says below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.cases.words import Fact, said
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP

TABS = {
    "timeline": (
        QT_TRANSLATE_NOOP("cases", "经过"),
        (
            (QT_TRANSLATE_NOOP("cases", "记录"), 112),
            (QT_TRANSLATE_NOOP("cases", "办理"), 0),
            (QT_TRANSLATE_NOOP("cases", "时间"), 150),
            (QT_TRANSLATE_NOOP("cases", "经手人"), 90),
            (QT_TRANSLATE_NOOP("cases", "部门"), 130),
            (QT_TRANSLATE_NOOP("cases", "原因"), 70),
        ),
    ),
    "materials": (
        QT_TRANSLATE_NOOP("cases", "材料"),
        (
            (QT_TRANSLATE_NOOP("cases", "状态"), 112),
            (QT_TRANSLATE_NOOP("cases", "材料名称"), 0),
            (QT_TRANSLATE_NOOP("cases", "份数"), 70),
            (QT_TRANSLATE_NOOP("cases", "备注"), 190),
        ),
    ),
    "prints": (
        QT_TRANSLATE_NOOP("cases", "文书"),
        (
            (QT_TRANSLATE_NOOP("cases", "状态"), 112),
            (QT_TRANSLATE_NOOP("cases", "文书"), 0),
            (QT_TRANSLATE_NOOP("cases", "编号"), 190),
            (QT_TRANSLATE_NOOP("cases", "份数"), 60),
            (QT_TRANSLATE_NOOP("cases", "时间"), 150),
            (QT_TRANSLATE_NOOP("cases", "经手人"), 80),
        ),
    ),
    "limits": (
        QT_TRANSLATE_NOOP("cases", "时限"),
        (
            (QT_TRANSLATE_NOOP("cases", "状态"), 100),
            (QT_TRANSLATE_NOOP("cases", "时限"), 100),
            (QT_TRANSLATE_NOOP("cases", "到期"), 110),
            (QT_TRANSLATE_NOOP("cases", "依据"), 0),
        ),
    ),
    "messages": (
        QT_TRANSLATE_NOOP("cases", "消息"),
        (
            (QT_TRANSLATE_NOOP("cases", "状态"), 112),
            (QT_TRANSLATE_NOOP("cases", "消息"), 0),
            (QT_TRANSLATE_NOOP("cases", "时间"), 150),
            (QT_TRANSLATE_NOOP("cases", "手机号码"), 140),
        ),
    ),
    "looks": (
        QT_TRANSLATE_NOOP("cases", "查看记录"),
        (
            (QT_TRANSLATE_NOOP("cases", "记录"), 100),
            (QT_TRANSLATE_NOOP("cases", "看了什么"), 0),
            (QT_TRANSLATE_NOOP("cases", "时间"), 150),
            (QT_TRANSLATE_NOOP("cases", "谁"), 120),
        ),
    ),
}
"""Tab → its word and its columns (heading, width)."""


class FactsTable(QWidget):
    """One tab: lines, and below what the current one has to say more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title, heads = TABS[name]
        columns = tuple(
            Column(
                said(head),
                _cell(place),
                width=width,
                chip=(lambda fact: fact.chip) if place == 0 else None,
                style="list" if width == 0 else "body",
            )
            for place, (head, width) in enumerate(heads)
        )
        model: RowsModel[Fact] = RowsModel(columns, lambda fact: fact.key)
        self.view = RowsView(model)
        self.view.setObjectName(f"case_{name}")
        self.view.setAccessibleName(said(title))
        self.more = Text("", "body", Tone.NEUTRAL, wrap=True)
        self._below = Scroll(self.more)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.view, 3)
        column.addWidget(self._below, 2)
        self.view.current_changed.connect(self._on_current)
        self._below.hide()

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these lines."""
        self.view.rows_model.set_rows(facts)
        if facts and self.view.current is None:
            self.view.set_current(0)
        self._on_current(self.view.current)

    def _on_current(self, fact: Fact | None) -> None:
        self.more.set_text(fact.more if fact else "")
        self._below.setVisible(bool(fact and fact.more))


def _cell(place: int) -> Callable[[Fact], str]:
    return lambda fact: fact.cells[place]
