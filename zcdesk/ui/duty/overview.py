"""The live hall at one glance: figure cards, waits, the flow, strips, what is late, ratings.

It draws what it is given and asks nothing.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from zcdesk.devices.kinds import fault
from zcdesk.domain.forecast import Forecast
from zcdesk.domain.hall_now import Doing
from zcdesk.operations.live import LiveView, Suggestion
from zcdesk.ui import theme
from zcdesk.ui.device_watch import device_words
from zcdesk.ui.duty.cards import Card, FigureCard
from zcdesk.ui.duty.charts.chart import Chart
from zcdesk.ui.duty.charts.flow import FlowLines
from zcdesk.ui.duty.charts.lines import ChipLine, ChipLines
from zcdesk.ui.duty.charts.shares import DueDots, RatingBar
from zcdesk.ui.duty.charts.strips import StripLegend, WindowStrips
from zcdesk.ui.duty.charts.waits import WaitBars
from zcdesk.ui.labels import category_word
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.text import Text

SOON_MINUTES = 60
"""Paper that has to be fetched within the hour is counted down."""


class Overview(QWidget):
    """Everything on one page.

    Attributes:
        data_time: how old it is, at the head of the first panel; a wall puts it at its own.

    Signals:
        opened(str): the key of a figure; lend_wanted(): do what is suggested; urge_wanted().
    """

    opened = Signal(str)
    lend_wanted = Signal()
    urge_wanted = Signal()

    def __init__(self, *, names: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = {
            "waiting": FigureCard("card_waiting"),
            "windows": FigureCard("card_windows"),
            "received": FigureCard("card_received"),
            "late": FigureCard("card_late"),
            "ratings": FigureCard("card_ratings"),
        }
        self.waits, self.flow = WaitBars(), FlowLines()
        self.strips = WindowStrips(names=names)
        self.due, self.ratings = DueDots(), RatingBar()
        self.piles = ChipLines("chart_piles", self.tr("材料交接"), self.tr("没有等待移交的材料"))
        self.bad = ChipLines("chart_bad", self.tr("差评"), self.tr("今天没有差评"))
        calm = self.tr("各窗口设备正常")
        self.broken = ChipLines("chart_broken", self.tr("设备异常"), calm)
        self.data_time = Text("", "small", Tone.NEUTRAL)
        self._is_wide = False
        self.urge = Button(self.tr("督办"), icon="flag")
        self.offer = _Offer()
        self._build()
        for key, card in self.cards.items():
            card.clicked.connect(lambda _=False, key=key: self.opened.emit(key))
        for chart in self.findChildren(Chart):
            chart.opened.connect(self.opened)
        self.urge.clicked.connect(self.urge_wanted)
        self.offer.button.clicked.connect(self.lend_wanted)
        self.setFocusProxy(self.cards["waiting"])

    def chart_with_focus(self) -> Chart | None:
        """Return the chart whose table `T` shows; the waits from anywhere else on the page.

        None on a card: the table of all cards, where the small figures open, too.
        """
        focus = QApplication.focusWidget()
        if isinstance(focus, Chart):
            return focus if focus is not self.bad else self.ratings
        return None if focus in self.cards.values() else self.waits

    def offer_acts(self, *, may: bool) -> None:
        """Show what changes something only to who may."""
        self.urge.setVisible(may)
        self.offer.button.setVisible(may)

    def on_layout(self, step: LayoutStep) -> None:
        """A narrow window shows its parts below each other."""
        narrow = step is LayoutStep.NARROW
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        for row in (self._middle, self._below):
            row.setDirection(down if narrow else across)
        columns = 3 if narrow else len(self.cards)
        for place, card in enumerate(self.cards.values()):
            self._cards.addWidget(card, place // columns, place % columns)
            self._cards.setColumnStretch(place, int(place < columns))

    def lay_wide(self, wide: bool) -> None:
        """On a wall twice as wide as a screen the lower panels stand as a third column."""
        if wide is self._is_wide:
            return
        self._is_wide = wide
        home, other = (self._column, self._middle) if wide else (self._middle, self._column)
        home.removeItem(self._below)
        self._below.setParent(None)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if wide else across)
        other.addLayout(self._below, 3)

    def show_age(self, said: str, *, is_stale: bool) -> None:
        """Say how old the data is; what is too old turns grey."""
        self.data_time.set_text(said)
        self.data_time.set_tone(Tone.DANGER if is_stale else Tone.NEUTRAL)
        for part in (*self.findChildren(Chart), *self.cards.values()):
            part.setEnabled(not is_stale)

    def show_view(self, view: LiveView) -> None:
        """Show what was read."""
        self._show_cards(view)
        self.waits.show_waits(view.categories, view.limit)
        self.waits_panel.set_title(
            self.waits.title, "", self.tr("阈值 {n} 分").format(n=view.limit)
        )
        self.flow.show_quarters(view.quarters)
        self.strips.show_windows(view.windows, view.start, view.at)
        self.strips_panel.set_title(
            self.strips.title, self.tr("{time} → 现在").format(time=view.start[11:16])
        )
        self.due.show_due(view.due)
        self.ratings.show_ratings(view.ratings)
        self.piles.show_lines(self._piles(view))
        self.bad.show_lines(self._bad(view))
        self.broken.show_lines(self._broken(view))
        self.offer.show_offer(view.suggestion)

    def _build(self) -> None:
        self._cards = QGridLayout()
        theme.spaced(self._cards, gap=8)
        self.waits_panel, self.flow_panel = Panel(self.waits.title), QWidget()
        flow = QVBoxLayout(self.flow_panel)
        theme.spaced(flow, gap=2)
        flow.addWidget(Text(self.flow.title, "strong"))
        theme.sized(self.flow, min_height=56)
        flow.addWidget(self.flow, 1)
        self.waits_panel.head.addWidget(self.data_time)
        self.waits_panel.body.addWidget(self.waits, 3)
        self.waits_panel.body.addWidget(self.flow_panel, 3)
        self.strips_panel = Panel(self.strips.title)
        self.strips_panel.head.addWidget(StripLegend())
        self.strips_panel.body.addWidget(self.strips, 1)
        self.strips_panel.body.addWidget(self.offer)
        self._middle, self._below = QHBoxLayout(), QHBoxLayout()
        theme.spaced(self._middle, gap=8)
        self._middle.addWidget(self.waits_panel, 4)
        self._middle.addWidget(self.strips_panel, 5)
        due, piles, rated = Panel(self.due.title), Panel(self.piles.title), Panel(self.bad.title)
        due.set_title(self.due.title, self.tr("● 超期　○ 今日"))
        due.head.addWidget(self.urge)
        due.body.addWidget(self.due, 1)
        piles.body.addWidget(self.piles, 3)
        piles.body.addWidget(Text(self.broken.title, "strong"))
        piles.body.addWidget(self.broken, 2)
        rated.set_title(self.ratings.title)
        rated.body.addWidget(self.ratings)
        rated.body.addWidget(self.bad, 1)
        theme.spaced(self._below, gap=8)
        for panel in (due, piles, rated):
            self._below.addWidget(panel, 1)
        self._column: QBoxLayout = QVBoxLayout(self)
        theme.spaced(self._column, gap=8)
        self._column.addLayout(self._cards)
        self._column.addLayout(self._middle, 5)
        self._column.addLayout(self._below, 3)
        self.on_layout(LayoutStep.NORMAL)

    def _show_cards(self, view: LiveView) -> None:
        long = bool(view.waiting) and view.longest >= view.limit
        note = self.tr("最长 {n} 分，超过 {limit} 分线") if long else self.tr("最长 {n} 分")
        open_ = len(view.windows) - view.count(Doing.CLOSED)
        idle = self.tr("空闲 {idle} · 暂停 {paused}")
        done = self.tr("办结 {done} · 容缺 {deferred}")
        late = sum(one.overdue for one in view.due)
        today = sum(one.today for one in view.due)
        shown = {
            "waiting": Card(
                self.tr("{n} 人").format(n=view.waiting),
                self.tr("等候"),
                note.format(n=view.longest, limit=view.limit),
                Tone.WARN if long else None,
            ),
            "windows": Card(
                f"{open_} / {len(view.windows)}",
                self.tr("在窗"),
                idle.format(idle=view.count(Doing.IDLE), paused=view.count(Doing.PAUSED)),
            ),
            "received": Card(
                str(view.received),
                self.tr("今日收件"),
                done.format(done=view.finished, deferred=view.deferred),
            ),
            "late": Card(
                self.tr("{n} 件").format(n=late),
                self.tr("超期"),
                self.tr("今日到期 {n}").format(n=today),
                Tone.DANGER if late else None,
            ),
            "ratings": self._rated(view),
        }
        for name, card in shown.items():
            self.cards[name].show_card(card)

    def _rated(self, view: LiveView) -> Card:
        rated = sum(view.ratings.levels.values())
        good = sum(n for level, n in view.ratings.levels.items() if level > 2)
        return Card(
            f"{100 * good // rated}%" if rated else "—",
            self.tr("满意"),
            self.tr("{n} 人评价 · 未评价 {left}").format(n=rated, left=view.ratings.visits - rated),
            Tone.OK if rated and 100 * good >= 90 * rated else None,
        )

    def _piles(self, view: LiveView) -> tuple[ChipLine, ...]:
        now = datetime.fromisoformat(view.at)
        made = []
        for pile in view.piles:
            words = self.tr("{department} {n} 件").format(department=pile.department, n=pile.count)
            due = datetime.fromisoformat(pile.due)
            left = int((due - now).total_seconds() // 60)
            if left < 0:
                said = self.tr("已过 {time}").format(time=f"{due:%m-%d %H:%M}")
                chip = ChipState("clock-exclamation", said, Tone.DANGER)
            elif left <= SOON_MINUTES:
                said = self.tr("还有 {n} 分").format(n=left)
                chip = ChipState("clock", said, Tone.WARN)
            else:
                chip = ChipState("clock-hour-4", f"{due:%m-%d %H:%M}", Tone.NEUTRAL)
            made.append(ChipLine(words, chip, f"pile/{pile.department}|{pile.due}"))
        return tuple(made)

    def _broken(self, view: LiveView) -> tuple[ChipLine, ...]:
        now, made = datetime.fromisoformat(view.at), []
        for one in view.broken:
            since = datetime.fromisoformat(one.since)
            form = "%H:%M" if since.date() == now.date() else "%m-%d %H:%M"
            chip = ChipState("alert-triangle", f"{since:{form}}", Tone.DANGER)
            said = self.tr("{n} 号窗 {device}").format(
                n=one.window, device=device_words(one.device, fault(one.code))
            )
            made.append(ChipLine(said, chip, f"device/{one.window}/{one.device}"))
        return tuple(made)

    def _bad(self, view: LiveView) -> tuple[ChipLine, ...]:
        return tuple(
            ChipLine(
                "“{}”".format("、".join(one.reasons)) if one.reasons else self.tr("没有说原因"),
                ChipState(
                    "mood-sad",
                    self.tr("{time} {n} 号窗").format(time=one.at[11:16], n=one.window),
                    Tone.DANGER if one.needs_follow_up else Tone.NEUTRAL,
                ),
                f"ratings/{int(one.level)}",
            )
            for one in reversed(view.ratings.bad)
        )


class _Offer(QWidget):
    """What the page suggests: an idle window could take what waits too long."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text("", "body", wrap=True)
        self.button = Button(self.tr("加开两小时"), Kind.PRIMARY, key="F9")
        row = QHBoxLayout(self)
        theme.spaced(row, (8, 4, 4, 4), 8)
        row.addWidget(Glyph("bulb", Tone.INFO))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the light ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.look(self).colour("chip_info"))
        painter.drawRoundedRect(self.rect(), 6, 6)

    def show_offer(self, offer: Suggestion | None) -> None:
        """Say it, or nothing."""
        self.setVisible(offer is not None)
        if offer is None:
            return
        said = self.tr("{w} 号窗口空闲 {idle} 分，{category}最长等候 {long} 分。").format(
            w=offer.window,
            idle=offer.idle_minutes,
            category=category_word(offer.category),
            long=offer.longest,
        )
        if offer.before is not None and offer.after is not None:
            said += self.tr("加开后新取号预计等候 {before} → {after} 分").format(
                before=forecast_words(offer.before), after=forecast_words(offer.after)
            )
        self.text.set_text(said)


def forecast_words(forecast: Forecast | None) -> str:
    """Write a range of minutes."""
    return f"{forecast.least}–{forecast.most}" if forecast is not None else "?"
