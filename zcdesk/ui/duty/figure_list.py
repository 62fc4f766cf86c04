"""The list of figures with its chooser of periods, the trend of the current one, and the acts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.figures import BY_KEY, Way
from zcdesk.domain.period import Period, Span
from zcdesk.operations.figures import Measured
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.trend import Point, TrendChart
from zcdesk.ui.duty.figure_tables import figure_words, title_of
from zcdesk.ui.duty.period_words import period_words
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, IconButton, Kind
from zcdesk.ui.widgets.chip import ChipState, chips_width
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import Combo
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import RIGHT, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, listed, words

if TYPE_CHECKING:
    from zcdesk.domain.report import Report

SPANS = (
    (Span.DAY, QT_TRANSLATE_NOOP("figures", "日")),
    (Span.WEEK, QT_TRANSLATE_NOOP("figures", "周")),
    (Span.MONTH, QT_TRANSLATE_NOOP("figures", "月")),
    (Span.QUARTER, QT_TRANSLATE_NOOP("figures", "季")),
    (Span.YEAR, QT_TRANSLATE_NOOP("figures", "年")),
)
PARTS = (
    ("parts", QT_TRANSLATE_NOOP("figures", "各部门")),
    ("windows", QT_TRANSLATE_NOOP("figures", "各窗口")),
    ("reasons", QT_TRANSLATE_NOOP("figures", "退回原因")),
    ("people", QT_TRANSLATE_NOOP("figures", "考核表")),
    ("reforms", QT_TRANSLATE_NOOP("figures", "四减与目标")),
    ("table", QT_TRANSLATE_NOOP("figures", "表格")),
)
BETTER, WORSE, SAME = "better", "worse", "same"


class FigureList(QWidget):
    """Shows figures; what they are and what is done with them is the page's.

    Attributes:
        report: the frozen report of the period, None while there is none.

    Signals:
        moved(int): -1 or 1 period; scope_changed(): another department.
        opened(str): a key; parts_wanted(str): one of `PARTS`; current_changed(str): a figure.
        report_wanted(), amend_wanted(): the acts.
    """

    moved = Signal(int)
    scope_changed = Signal()
    opened = Signal(str)
    parts_wanted = Signal(str)
    current_changed = Signal(str)
    report_wanted = Signal()
    amend_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: Report | None = None
        self._may = True
        self.span = Choice(tuple((s.value, words("figures", word)) for s, word in SPANS))
        self.span.setAccessibleName(self.tr("时段长短"))
        self.earlier = IconButton("chevron-left", self.tr("上一期"))
        self.later = IconButton("chevron-right", self.tr("下一期"))
        self.period = Text("", "heading")
        self.scope = Combo()
        self.scope.setAccessibleName(self.tr("范围"))
        self.scope.addItem(self.tr("全大厅"), "")
        self.state = Text("", "small", Tone.NEUTRAL, elide=True)
        self.view = RowsView(RowsModel(self._columns(), lambda one: one.key, self._spoken))
        self.view.setObjectName("figures")
        self.view.setAccessibleName(self.tr("指标"))
        self.view.set_compact(True)
        self.means = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.trend = TrendChart(self.tr("最近八期"))
        self.amend = Button(self.tr("补报"), icon="pencil", key="figures.amend")
        self.make = Button(self.tr("定稿，存 PDF"), Kind.PRIMARY, icon="file-check", key="F9")
        self.setFocusProxy(self.view)
        self._panel, self._parts = Panel(), QWidget()
        self._build()
        self._connect()

    @property
    def department(self) -> str:
        """The department chosen, empty for the hall."""
        return str(self.scope.currentData() or "")

    def on_layout(self, step: LayoutStep) -> None:
        """Leave out the year before and the trend where there is no room; the tables wrap."""
        narrow = step is LayoutStep.NARROW
        self.view.show_column(3, not narrow)
        for part in (self.means, self.trend):
            part.setVisible(not narrow)
        (self._panel.body if narrow else self._place).addWidget(self._parts)

    def offer_acts(self, *, may: bool) -> None:
        """Offer to make and correct reports, or only to read them."""
        self._may = may
        self.make.setText(self.tr("定稿，存 PDF") if may else self.tr("存 PDF"))
        self.show_report(self.report)

    def set_departments(self, names: tuple[str, ...]) -> None:
        """Offer the departments of the hall, the chosen one kept."""
        chosen = self.department
        self.scope.blockSignals(True)
        while self.scope.count() > 1:
            self.scope.removeItem(1)
        for name in names:
            self.scope.addItem(name, name)
        self.scope.setCurrentIndex(max(self.scope.findData(chosen), 0))
        self.scope.blockSignals(False)

    def show_period(self, period: Period) -> None:
        """Name the period; its figures are being read."""
        self.period.set_text(period_words(period))
        if self.span.value != period.span.value:
            self.span.blockSignals(True)
            self.span.set_value(period.span.value)
            self.span.blockSignals(False)

    def show_report(self, report: Report | None) -> None:
        """Say whether the period's report is frozen."""
        self.report = report
        self.amend.setVisible(report is not None and self._may)
        if report is None:
            self.state.set_text(self.tr("尚未定稿"))
        elif len(report.issues) == 1:
            self.state.set_text(self.tr("{time} 定稿").format(time=_time(report.last.at)))
        else:
            said = self.tr("{time} 第 {n} 次补报")
            times = len(report.issues) - 1
            self.state.set_text(said.format(time=_time(report.last.at), n=times))

    def show_rows(self, rows: tuple[Measured, ...]) -> None:
        """Show the figures that were read."""
        self.view.rows_model.set_rows(rows)
        if self.view.current is None:
            self.view.set_current(0)
        else:
            self._on_current(self.view.current)

    def show_trend(self, key: str, points: tuple[Point, ...]) -> None:
        """Show how the current figure went."""
        if self.view.current is not None and self.view.current.key == key:
            self.trend.show_trend(BY_KEY[key], points)

    def part_words(self, which: str) -> str:
        """Return the word of one of `PARTS`."""
        return words("figures", next(word for name, word in PARTS if name == which))

    def _columns(self) -> tuple[Column[Measured], ...]:
        width = chips_width(108, (self.tr("变好"), self.tr("变差"), self.tr("持平")))
        return (
            Column[Measured](self.tr("指标"), lambda one: title_of(one.figure)),
            Column[Measured](
                self.tr("本期"),
                lambda one: figure_words(one.figure, one.value),
                RIGHT,
                112,
                style="strong",
            ),
            Column[Measured](
                self.tr("上期"),
                lambda one: figure_words(one.figure, one.before),
                RIGHT,
                112,
                style="body",
            ),
            Column[Measured](
                self.tr("去年同期"),
                lambda one: figure_words(one.figure, one.year_ago),
                RIGHT,
                112,
                style="body",
            ),
            Column[Measured](self.tr("比上期"), self._change_words, width=width, chip=self._change),
            Column[Measured](self.tr("依据"), self._of, RIGHT, 120, style="body"),
        )

    def _of(self, one: Measured) -> str:
        tally = one.tally
        return f"{tally.hits} / {tally.total}" if one.figure.way is Way.RATE else str(tally.total)

    def _change_words(self, one: Measured) -> str:
        chip = self._change(one)
        return chip.word if chip else ""

    def _change(self, one: Measured) -> ChipState | None:
        if one.value is None or one.before is None or one.figure.rises is None:
            return None
        if abs(one.value - one.before) < 0.0005:
            return ChipState("minus", self.tr("持平"), Tone.NEUTRAL)
        if (one.value > one.before) is one.figure.rises:
            return ChipState("circle-check", self.tr("变好"), Tone.OK)
        return ChipState("alert-triangle", self.tr("变差"), Tone.WARN)

    def _spoken(self, one: Measured) -> str:
        said = self.tr("{name} 本期 {now}，上期 {before}，去年同期 {year}")
        values = (one.value, one.before, one.year_ago)
        now, before, year = (figure_words(one.figure, value) for value in values)
        sentence = said.format(name=title_of(one.figure), now=now, before=before, year=year)
        change = self._change_words(one)
        return listed((sentence, change)) if change else sentence

    def _build(self) -> None:
        panel = self._panel
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        for widget in (self.span, self.earlier, self.period, self.later, self.scope):
            head.addWidget(widget)
        head.addWidget(self.state, 1)
        panel.body.addLayout(head)
        panel.body.addWidget(self.view, 1)
        theme.sized(self.view, min_height=120)
        panel.body.addWidget(self.means)
        panel.body.addWidget(self.trend)
        footer, flow = Footer(), FlowLayout(self._parts)
        theme.spaced(flow, gap=8)
        for which, word in PARTS:
            button = Button(words("figures", word), key=f"figures.{which}")
            button.setObjectName(f"figures_{which}")
            button.clicked.connect(partial(self.parts_wanted.emit, which))
            flow.addWidget(button)
        holder = QWidget()
        self._place = QVBoxLayout(holder)
        theme.spaced(self._place)
        self._place.addWidget(self._parts)
        footer.say(holder, 1)
        footer.act(self.amend)
        footer.act(self.make)
        footer.under(Scroll(panel), self)

    def _connect(self) -> None:
        self.earlier.clicked.connect(lambda: self.moved.emit(-1))
        self.later.clicked.connect(lambda: self.moved.emit(1))
        self.scope.currentIndexChanged.connect(lambda _: self.scope_changed.emit())
        self.view.opened.connect(lambda one: self.opened.emit(f"behind/{one.key}///"))
        self.view.current_changed.connect(self._on_current)
        self.make.clicked.connect(self.report_wanted)
        self.amend.clicked.connect(self.amend_wanted)

    def _on_current(self, one: Measured | None) -> None:
        if one is not None:
            self.means.set_text(words("figures", one.figure.means))
            self.current_changed.emit(one.key)


def _time(at: str) -> str:
    return at[:16].replace("T", " ")
