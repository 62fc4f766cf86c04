"""The counter: one screen from the call to the receipt; it alone holds the open visit.

Every change of the visit is saved at once as a draft and can be undone; pages that open over the
workspace give a new visit or nothing. No page ever blocks another, none is a dialog.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.domain import visit as visits
from zcdesk.domain.matter import Matter
from zcdesk.domain.person import Person
from zcdesk.domain.readiness import Blocker, Place, blockers
from zcdesk.domain.visit import Chosen, Phase, Visit
from zcdesk.ui import theme
from zcdesk.ui.counter import marking
from zcdesk.ui.counter.arrival import Arrival
from zcdesk.ui.counter.calls import Calls, Undo
from zcdesk.ui.counter.idle import IdlePage
from zcdesk.ui.counter.licences import LicenceLookUp
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.counter.queue_menu import QueueMenu
from zcdesk.ui.counter.scanning import Scanning
from zcdesk.ui.counter.serving import ServingPage
from zcdesk.ui.counter.strip import SessionStrip
from zcdesk.ui.counter.subpages import SubPages
from zcdesk.ui.counter.taking import Taking, needs_reason
from zcdesk.ui.counter.telling import Telling
from zcdesk.ui.counter.turns import Turns
from zcdesk.ui.counter.undo_bar import UndoBar
from zcdesk.ui.counter.wiring import wire_keys, wire_parts
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.texts import message
from zcdesk.ui.widgets.front import Front

if TYPE_CHECKING:
    from zcdesk.operations.intake import Notified, Received

TICK_MS = 1000
QUEUE_EVERY = 60
"""Ticks between two looks at the idle queue: waits are told in minutes, changes by themselves."""

_FOR_CARDS = ("idle", "serving", "search", "done")
"""Where a card or a slip is the counter's; other pages read them for themselves."""


class CounterPage(QWidget):
    """Idle and serving counter, and the pages that open over them.

    Signals:
        serving_changed(bool): somebody is at the window, or nobody any more.
        served(Visit): this visit has ended, and nothing of it is taken back.
        received(Received): it was taken in.
        front_changed(): another page is in front.
    """

    serving_changed = Signal(bool)
    served = Signal(object)
    received = Signal(object)
    front_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("收件")
        self.setObjectName("counter_page")
        self._desk = desk
        self._ticks = 0
        self._is_serving = False
        self.visit = OpenVisit(desk, self)
        self.calls = Calls(desk, self)
        self.arrival = Arrival(desk, self.visit, self.calls, self)
        self.taking = Taking(desk, self.visit, self)
        self.scanning = Scanning(desk, self.visit, self)
        self.licences = LicenceLookUp(desk, self.visit, self)
        self.strip = SessionStrip(desk)
        self.menu = QueueMenu(desk.keys)
        self.turns = Turns(desk, self.visit, self.calls, self.taking, self.menu, self)
        self.telling = Telling(self, desk)
        self.undo_bar = UndoBar(desk)
        self.idle = IdlePage(desk)
        self.serving = ServingPage(desk)
        self._stack = Front()
        self._pages = SubPages(desk, self._stack, self._slots())
        self.show_over = self._pages.show
        self._build()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def open_visit(self) -> Visit | None:
        """The visit at this window, if there is one."""
        return self.visit.value

    @property
    def is_trainee(self) -> bool:
        """Whether somebody learns here."""
        return self.serving.is_trainee

    @property
    def front(self) -> str:
        """Name of what is in front: idle, serving, or a page over them."""
        front = self._stack.currentWidget()
        return "idle" if front is self.idle else self._pages.current or "serving"

    def start(self) -> None:
        """Read policy, catalogue, queue and window, and take up what was open before."""
        self._desk.refresh()
        self.taking.refresh()
        self.calls.look_at_window()
        self._desk.do(self._desk.operations.intake.reopen, owner=self, done=self._on_reopened)
        self.idle.refresh()
        self._timer.start()

    def set_visit(self, visit: Visit, *, undoable: bool = True) -> None:
        """Go on with another value of the open visit."""
        self.visit.put(visit, undoable=undoable)

    def undo(self) -> None:
        """`Ctrl+Z`: take back the last queue verb, else the last change of the visit."""
        undo = self.undo_bar.take()
        if undo is not None:
            undo.run()
        elif self.front in ("serving", "idle") and self.visit.undo():
            self._desk.notices.note(self.tr("已撤销"))

    def tick(self) -> None:
        """A second has passed: offer 过号 in time, look at the queue now and then."""
        self._ticks += 1
        seen = self.open_visit
        if seen is None:
            if self._ticks % QUEUE_EVERY == 0 and self.isVisible():
                self.idle.refresh()
        elif seen.phase is Phase.CALLED:
            waited = self.strip.elapsed.seconds
            late = waited >= self._desk.policy.queue.missed_after_seconds
            self.serving.start.show_late(waited if late else 0)

    # --- what the shell asks of a page ---

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Take the focus to where work goes on."""
        if self.menu.is_open:
            self.menu.take_focus()
        elif self._pages.current:
            self._stack.currentWidget().setFocus()
        elif self.open_visit is None:
            self.idle.refresh()
            self.idle.take_focus()
        else:
            self.serving.take_focus()

    def on_layout(self, step: LayoutStep) -> None:
        """Lay the parts out for a width."""
        self.idle.on_layout(step)
        self.serving.on_layout(step)
        self._pages.on_layout(step)

    # --- building ---

    def _build(self) -> None:
        self._stack.addWidget(self.idle)
        self._stack.addWidget(self.serving)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        for widget in (self.strip, self.menu, self.undo_bar):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.strip.hide()

    def _connect(self) -> None:
        self.visit.changed.connect(self._on_visit)
        self._stack.currentChanged.connect(lambda _: self.front_changed.emit())
        self.calls.opened.connect(self._on_opened)
        self.calls.brought_back.connect(self._on_brought_back)
        self.calls.ended.connect(self._on_ended)
        self.calls.window_changed.connect(self.idle.show_window)
        self.taking.read.connect(self._on_visit)
        self.taking.taken.connect(self._on_taken)
        self.taking.elsewhere.connect(self._on_elsewhere)
        self.taking.referred.connect(self._on_referred)
        self.scanning.seen.connect(self.serving.keep_scan)
        self.menu.closed.connect(self.activate)
        self.undo_bar.undo_wanted.connect(self.undo)
        self._desk.card_read.connect(self._on_card)
        self._desk.scanned.connect(self._on_scan)
        self._desk.changed.connect(self._on_changed)
        wire_parts(self)
        wire_keys(self, self._desk.keys)

    def _slots(self) -> dict[str, dict[str, Any]]:
        closed = {"closed": self._back_to_work}
        changed = {"changed": self.set_visit, **closed}
        return {
            "search": {"chosen": self._on_chosen, "referred": self.taking.refer, **closed},
            "applicant": {"roster_requested": lambda: self.open_over("roster"), **changed},
            "form": changed,
            "roster": changed,
            "package": changed,
            "check": {"go_to": self.go_to, "received": self._on_received, **changed},
            "done": {"next_requested": self.turns.next},
            "changes": closed,
            "notice": {
                "notified": self._on_notified,
                "received": self._on_received,
                **closed,
            },
        }

    # --- the visit on the screen ---

    def _on_visit(self) -> None:
        seen = self.visit.value
        if (seen is not None) != self._is_serving:
            self._is_serving = seen is not None
            self.serving_changed.emit(self._is_serving)
        self.strip.setVisible(seen is not None)
        if seen is None:
            return
        self.strip.show_visit(seen)
        left = blockers(seen, self._desk.now().date())
        self.serving.show_visit(seen, self.taking.of_ticket(seen), left)

    def _on_opened(self, visit: Visit) -> None:
        self._clear_bars()
        self.visit.begin(visit)
        self._back_to_work()
        self.taking.look_for_newer()

    def _on_brought_back(self, visit: Visit) -> None:
        self._on_opened(visit)
        self.visit.save()
        self._desk.notices.note(self.tr("已撤销"))

    def _on_reopened(self, visit: Visit | None) -> None:
        if visit is None:
            return
        self._on_opened(visit)
        number = visit.ticket.number if visit.ticket else self.tr("无号")
        self._desk.notices.note(self.tr("{no} 上次没有办完，已恢复").format(no=number))

    def _on_ended(self, undo: Undo | None) -> None:
        if undo is None:
            self._tell_served()
        self._end()
        self._show(self.idle)
        if undo is not None:
            self.undo_bar.offer(undo)
        self.activate()

    def _on_received(self, received: Received) -> None:
        self._tell_served()
        self.received.emit(received)
        self._end()
        self._pages.show("done", received)

    def _on_notified(self, notified: Notified) -> None:
        self._tell_served()
        self._end()
        self._show(self.idle)
        words = self.tr("已一次性告知，编号 {no}").format(no=notified.number)
        self._desk.notices.note(words)
        self.activate()

    def _tell_served(self) -> None:
        if self.open_visit is not None:
            self.served.emit(self.open_visit)

    def _end(self) -> None:
        self._clear_bars()
        self.serving.forget_scans()
        self.visit.end()

    def _on_taken(self, chosen: Chosen) -> None:
        self._back_to_work()
        seen = self.open_visit
        if needs_reason(chosen):
            self.serving.checklist.ask_no_list(chosen)
        elif seen is not None:
            self.serving.checklist.go_to(marking.first_to_do(seen))

    def _on_chosen(self, matter: Matter, replace: bool) -> None:
        self.taking.take(matter, replace=replace)

    def _on_elsewhere(self, matter: Matter, windows: tuple[str, ...]) -> None:
        self._back_to_work()
        seen = self.open_visit
        number = seen.ticket.number if seen is not None and seen.ticket is not None else ""
        words = message("QUE-04", no=number, w="、".join(windows) or "—").text
        go_on = partial(self.taking.take, matter, anyway=True)
        self.menu.ask_elsewhere(words, windows, go_on)

    def _on_referred(self, _matter: Matter) -> None:
        self._back_to_work()
        self.menu.ask_referred(message("MAT-06").text)

    def ask_reason(self, key: str) -> None:
        """Ask why a matter without a list is taken in all the same."""
        seen = self.open_visit
        if seen is not None:
            chosen = next(c for c in seen.matters if c.matter.key == key)
            self.serving.checklist.ask_no_list(chosen)

    # --- pages over the workspace ---

    def go_to(self, blocker: Blocker) -> None:
        """Go to where an unmet condition is mended."""
        seen = self.open_visit
        if seen is None:
            return
        match blocker.place:
            case Place.ROW:
                self._back_to_work()
                if blocker.applicant_index != seen.current:
                    self.visit.put(visits.select(seen, blocker.applicant_index))
                self.serving.checklist.go_to(blocker.row_no)
            case Place.MATTER:
                lacking = [c for c in seen.matters if needs_reason(c)]
                if lacking:
                    self._back_to_work()
                    self.serving.checklist.ask_no_list(lacking[0])
                else:
                    self.open_search()
            case Place.APPLICANT | Place.AGENCY:
                if blocker.place is Place.APPLICANT and blocker.applicant_index != seen.current:
                    self.visit.put(visits.select(seen, blocker.applicant_index))
                self.open_over("applicant")
            case Place.FORM:
                self.open_over("form")
            case Place.PROMISE | Place.DELIVERY:
                self.open_over("check")

    def open_search(self) -> None:
        """`F6`: find a matter."""
        seen = self.open_visit
        if seen is None or self.taking.view is None:
            return
        if seen.phase is Phase.CALLED:
            self.arrival.by_key()
        self.open_over("search", self.taking.view)

    def open_over(self, name: str, *more: object) -> None:
        """Open one of the pages over the workspace with the visit as it stands."""
        seen = self.open_visit
        if seen is None:
            return
        self.menu.hide()
        self.strip.show_buttons(False)
        self._pages.show(name, seen, *more)

    def _back_to_work(self) -> None:
        self.strip.show_buttons(True)
        self._show(self.idle if self.open_visit is None else self.serving)
        self.activate()

    def _show(self, page: QWidget) -> None:
        self._stack.setCurrentWidget(page)

    def _clear_bars(self) -> None:
        self.menu.hide()
        self.undo_bar.withdraw()
        self.strip.show_buttons(True)

    # --- what comes from outside ---

    def _on_card(self, person: Person) -> None:
        if self.isVisible() and self.front in _FOR_CARDS:
            self.arrival.by_card(person)

    def _on_scan(self, text: str) -> None:
        if self.isVisible() and self.front in _FOR_CARDS:
            self.arrival.by_scan(text)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & {"matter", "package"}:
            self.taking.refresh()
        if "window" in topics:
            self.calls.look_at_window()
        if self.open_visit is None and topics & {"ticket", "case"}:
            self.idle.refresh()
