"""大厅实况: what is wrong in the hall, before a citizen complains (ux 2.15).

Read every five seconds in the store's lane, one question at a time. The time of the data always
stands there; once it is older than half a minute the page says so and turns grey. Every figure
opens what it counts; `T` shows the figures of a chart as a table.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.hall import Role
from zcdesk.domain.sheet import Sheet
from zcdesk.errors import CodedError
from zcdesk.operations.live import LiveView, Suggestion
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.overview import Overview
from zcdesk.ui.duty.sheet_view import SheetView
from zcdesk.ui.duty.tables import table_of
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.widgets.scroll import Scroll

READ_MS, TICK_MS = 5000, 1000
STALE = timedelta(seconds=30)


class LivePage(QWidget):
    """Shows the hall.

    Attributes:
        shown: what was read last; `is_stale` once that is too old to be believed.

    Signals:
        tab_wanted(str, str): another tab, and what to begin with there.
    """

    tab_wanted = Signal(str, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("大厅实况")
        self.setObjectName("live_page")
        self._asked = False
        self._read_at = desk.now()
        self.shown: LiveView | None = None
        self.is_stale = False
        self.overview, self.sheet = Overview(), SheetView(desk)
        self._stack = QStackedWidget()
        # a low window or large text: the page scrolls, nothing is pressed together
        self._hall = Scroll(self.overview)
        self._hall.setFocusProxy(self.overview)
        self._stack.addWidget(self._hall)
        self._stack.addWidget(self.sheet)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self._stack)
        self._reads, self._ticks = QTimer(self), QTimer(self)
        self._connect()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read at once; the focus stands where it was, at first on the first figure."""
        may = set(self._desk.clerk.roles) & {Role.SUPERVISOR, Role.ADMINISTRATOR}
        self.overview.offer_acts(may=bool(may))
        self.look()
        self._stack.currentWidget().setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the parts the room of a width."""
        self.overview.on_layout(step)

    def look(self) -> None:
        """Read the hall; one question at a time."""
        if self._asked:
            return
        self._asked = True
        view = self._desk.operations.live.view
        self._desk.do(view, owner=self, done=self.show_view, failed=self._on_failed)

    def show_view(self, view: LiveView) -> None:
        """Show what was read."""
        self._asked = False
        self._read_at = self._desk.now()
        self.shown = view
        self.overview.show_view(view)
        self.tick()

    def tick(self) -> None:
        """A second has passed: the age of the data."""
        age = self._desk.now() - self._read_at
        self.is_stale = self.shown is not None and age > STALE
        if self.is_stale:
            said = self.tr("数据已 {n} 秒未更新").format(n=int(age.total_seconds()))
        else:
            said = self.tr("数据时间 {time}").format(time=f"{self._read_at:%H:%M:%S}")
        self.overview.show_age(said, is_stale=self.is_stale)

    def open_figure(self, key: str) -> None:
        """Open what a figure counts: a case, another tab, or a table of it."""
        kind, _, of = key.partition(":")
        if kind == "case":
            self._desk.case_wanted.emit(of)
        elif key:
            behind = self._desk.operations.live_rows.behind
            self._desk.do(behind, key, owner=self, done=self.show_sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a table in place of the overview."""
        self._stack.setCurrentWidget(self.sheet)
        self.sheet.show_sheet(sheet)

    def show_table(self) -> bool:
        """Show the figures of the chart with the focus as a table, on a card those of all cards."""
        if self.shown is None:
            return False
        chart = self.overview.chart_with_focus()
        name = chart.objectName() if chart is not None else "cards"
        title = chart.title if chart is not None else self.tr("大厅现在的数字")
        self.show_sheet(table_of(name, self.shown, title))
        return True

    def close_sheet(self) -> None:
        """Go back to the overview."""
        self._stack.setCurrentWidget(self._hall)
        self.overview.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Read while somebody looks."""
        super().showEvent(event)
        self._reads.start(READ_MS)
        self._ticks.start(TICK_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing while nobody looks."""
        super().hideEvent(event)
        self._reads.stop()
        self._ticks.stop()

    def _connect(self) -> None:
        self._reads.timeout.connect(self.look)
        self._ticks.timeout.connect(self.tick)
        self.overview.opened.connect(self.open_figure)
        self.overview.lend_wanted.connect(self._lend)
        self.overview.urge_wanted.connect(lambda: self.tab_wanted.emit("urging", ""))
        self.sheet.opened.connect(self.open_figure)
        self.sheet.closed.connect(self.close_sheet)
        self._desk.keys.bind("live.table", self.overview, self.show_table)
        self._desk.keys.bind("live.lend", self.overview, self._lend)

    def _lend(self) -> None:
        """Do what the page suggests: the idle window takes the category for two hours."""
        offer: Suggestion | None = self.shown.suggestion if self.shown else None
        if offer is None:
            return
        add = self._desk.operations.scopes.add_category
        self._desk.do(add, offer.window, offer.category, owner=self, done=self._on_lent)

    def _on_lent(self, _: object) -> None:
        self._desk.notices.note(self.tr("已加开，下一次叫号起生效，两小时后自动恢复"))
        self.look()

    def _on_failed(self, error: CodedError) -> None:
        """Keep what was shown: its time tells how old it is."""
        self._asked = False
        if self.shown is None:
            self._desk.notices.show(error)
