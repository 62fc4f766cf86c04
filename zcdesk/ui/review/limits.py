"""How every limit of a case is counted: day by day, which counted, which did not, and why."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain.deadlines import Limit
from zcdesk.ui import theme
from zcdesk.ui.case_words import limit_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review import words as say
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import CENTRE, ChipState, Column, RowsModel, RowsView, Text
from zcdesk.ui.words import labelled


class LimitLine(NamedTuple):
    """A limit, or one day of its count."""

    key: tuple[int, int]
    limit: Limit | None
    day: str
    counts: str
    why: str


class LimitsPanel(QWidget):
    """`show_limits(limits, now)`: a heading line per limit and a line per day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now: dt.datetime | None = None
        columns = (
            Column[LimitLine](self.tr("日期"), lambda line: line.day, width=150),
            Column[LimitLine](self.tr("第几日"), lambda line: line.counts, width=64, align=CENTRE),
            Column[LimitLine](self.tr("原因"), lambda line: line.why, style="body"),
            Column[LimitLine]("", self._word, width=124, chip=self._chip),
        )
        self.view = RowsView(RowsModel(columns, lambda line: line.key))
        self.view.setObjectName("review_limits")
        self.view.setAccessibleName(self.tr("时限怎样算"))
        self.view.set_compact(True)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=6)
        said = self.tr("每个时限从哪天起算、哪些天不计、为什么；按 Esc 回到材料")
        column.addWidget(Text(said, "small", Tone.NEUTRAL, wrap=True))
        column.addWidget(self.view, 1)

    def show_limits(self, limits: tuple[Limit, ...], now: dt.datetime) -> None:
        """Explain `limits`."""
        self._now = now
        lines: list[LimitLine] = []
        for no, limit in enumerate(limits):
            end = f"{limit.at:%Y-%m-%d %H:%M}" if limit.at else self.tr("停表")
            named = f"{limit_word(limit.kind)} · {record_words(limit.about)}" if limit.about else ""
            what = named or limit_word(limit.kind)
            why = labelled(what, rule_words(limit.rule))
            lines.append(LimitLine((no, -1), limit, end, "", why))
            for at, day in enumerate(limit.explain):
                number = str(day.number) if day.counts else "–"
                why = rule_words(day.why)
                lines.append(LimitLine((no, at), None, f"    {day.date}", number, why))
        self.view.rows_model.set_rows(lines)
        self.view.set_current(0)

    def _chip(self, line: LimitLine) -> ChipState | None:
        return say.time_left(line.limit, self._now) if line.limit and self._now else None

    def _word(self, line: LimitLine) -> str:
        chip = self._chip(line)
        return chip.word if chip else ""
