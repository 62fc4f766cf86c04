"""大厅实况: what is wrong in the hall, before a citizen complains (ux 2.15).

Read every five seconds in the store's lane, one question at a time. The time of the data always
stands there; once it is older than half a minute the page says so and turns grey.
"""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.hall_now import Doing
from zcdesk.errors import CodedError
from zcdesk.operations.live import LiveView
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.cards import Card, FigureCard
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.text import Text

READ_MS, TICK_MS = 5000, 1000
STALE = timedelta(seconds=30)


class LivePage(QWidget):
    """Shows the hall.

    Attributes:
        shown: what was read last; `is_stale` once that is too old to be believed.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("大厅实况")
        self.setObjectName("live_page")
        self._asked = False
        self._read_at = desk.now()
        self.shown: LiveView | None = None
        self.is_stale = False
        self.waiting, self.staffed = FigureCard("card_waiting"), FigureCard("card_windows")
        self.cases, self.late = FigureCard("card_cases"), FigureCard("card_late")
        self.rated = FigureCard("card_ratings")
        self.data_time = Text("", "small", Tone.NEUTRAL)
        self._reads, self._ticks = QTimer(self), QTimer(self)
        self._reads.timeout.connect(self.look)
        self._ticks.timeout.connect(self.tick)
        self._build()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read at once; the focus stands on the first figure."""
        self.look()
        self.waiting.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is."""

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
        self._show_cards(view)
        self.tick()

    def tick(self) -> None:
        """A second has passed: the age of the data."""
        age = self._desk.now() - self._read_at
        self.is_stale = self.shown is not None and age > STALE
        if self.is_stale:
            said = self.tr("数据已 {n} 秒未更新").format(n=int(age.total_seconds()))
        else:
            said = self.tr("数据时间 {time}").format(time=f"{self._read_at:%H:%M:%S}")
        self.data_time.set_text(said)
        self.data_time.set_tone(Tone.DANGER if self.is_stale else Tone.NEUTRAL)

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

    def _build(self) -> None:
        cards = QHBoxLayout()
        theme.spaced(cards, gap=8)
        for card in (self.waiting, self.staffed, self.cases, self.late, self.rated):
            cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(cards)
        column.addStretch(1)
        column.addWidget(self.data_time)

    def _show_cards(self, view: LiveView) -> None:
        long = view.longest >= view.limit and view.waiting
        note = self.tr("最长 {n} 分，超过 {limit} 分线") if long else self.tr("最长 {n} 分")
        self.waiting.show_card(
            Card(
                self.tr("{n} 人").format(n=view.waiting),
                self.tr("等候"),
                note.format(n=view.longest, limit=view.limit),
                Tone.WARN if long else None,
            )
        )
        open_ = len(view.windows) - view.count(Doing.CLOSED)
        self.staffed.show_card(
            Card(
                f"{open_} / {len(view.windows)}",
                self.tr("在窗"),
                self.tr("空闲 {idle} · 暂停 {paused}").format(
                    idle=view.count(Doing.IDLE), paused=view.count(Doing.PAUSED)
                ),
            )
        )
        self.cases.show_card(
            Card(
                str(view.received),
                self.tr("今日收件"),
                self.tr("办结 {done} · 容缺 {deferred}").format(
                    done=view.finished, deferred=view.deferred
                ),
            )
        )
        late = sum(one.overdue for one in view.due)
        today = sum(one.today for one in view.due)
        self.late.show_card(
            Card(
                self.tr("{n} 件").format(n=late),
                self.tr("超期"),
                self.tr("今日到期 {n}").format(n=today),
                Tone.DANGER if late else None,
            )
        )
        self.rated.show_card(self._rated_card(view))

    def _rated_card(self, view: LiveView) -> Card:
        rated = sum(view.ratings.levels.values())
        good = sum(n for level, n in view.ratings.levels.items() if level > 2)
        share = f"{100 * good // rated}%" if rated else "—"
        unrated = view.ratings.visits - rated
        return Card(
            share,
            self.tr("满意"),
            self.tr("{n} 人评价 · 未评价 {left}").format(n=rated, left=unrated),
            Tone.OK if rated and 100 * good >= 90 * rated else None,
        )

    def _on_failed(self, error: CodedError) -> None:
        """Keep what was shown: its time tells how old it is."""
        self._asked = False
        if self.shown is None:
            self._desk.notices.show(error)
