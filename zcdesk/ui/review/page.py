"""The review desk (ux 2.12): inbox, pages, materials, and what the department owes the case.

Opening a case assigns it; whoever comes second reads it. Letters act on the list of materials, F9
does what is due next; after a decision the next case opens by itself.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain import case_acts as act
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.review import acts
from zcdesk.ui.review.acting import Acting
from zcdesk.ui.review.bar import ActBar
from zcdesk.ui.review.facts import CaseHead, CaseProgress
from zcdesk.ui.review.fields import Sight
from zcdesk.ui.review.finding import Looking
from zcdesk.ui.review.inbox import TABS, InboxList
from zcdesk.ui.review.limits import LimitsPanel
from zcdesk.ui.review.materials import MaterialsList
from zcdesk.ui.review.sheets import Sheets
from zcdesk.ui.review.viewer import PageViewer
from zcdesk.ui.widgets import Panel
from zcdesk.ui.widgets.front import Front

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Opened
    from zcdesk.operations.worklists import WorkRow

SOON_MS = 120
"""Several acts in a row are read together."""
_ROOM = {LayoutStep.WIDE: (280, 380), LayoutStep.NORMAL: (250, 340), LayoutStep.NARROW: (0, 270)}
"""Widths of inbox and materials beside an open case."""


class ReviewPage(QWidget):
    """One officer's desk.

    Attributes:
        opened: the case on it, None while only the inbox stands.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._step = LayoutStep.NORMAL
        self._next_after = ""
        self._wanted = ""
        self._reader = desk.session
        self.opened: Opened | None = None
        self.title = self.tr("受理审批")
        self.setObjectName("review_page")
        self.setProperty("kind", "page")
        self.inbox = InboxList(desk)
        self.head, self.progress = CaseHead(), CaseProgress()
        self.viewer, self.materials = PageViewer(), MaterialsList()
        self.limits = LimitsPanel()
        self.looking = Looking(desk, self.viewer, self.materials, self)
        self.acting = Acting(desk, self)
        self.sheets = Sheets(desk, self)
        self.bar = ActBar()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._read_again)
        self._build()
        self._bind()
        self.on_layout(self._step)

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the lists and go on where the officer was."""
        inbox = self._desk.operations.inbox
        self._desk.do(inbox.departments, owner=self, done=self._on_departments)
        self.inbox.read()
        if self.opened is None:
            self.inbox.take_focus()
        else:
            self.materials.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Give inbox and materials the room of a width."""
        self._step = step
        left, right = _ROOM[step]
        is_open = self.opened is not None
        self.inbox.setVisible(not is_open or left > 0)
        self.inbox.set_narrow(is_open)
        if is_open and left:
            theme.sized(self.inbox, width=left)
        else:
            theme.unsized(self.inbox)
        theme.sized(self._side, width=right)
        self._case.setVisible(is_open)
        self._side.setVisible(is_open)
        self.bar.setVisible(is_open)
        self._key.set_enabled(is_open)

    def hideEvent(self, event: QHideEvent) -> None:
        """Read nothing for a page nobody sees; `activate` reads again."""
        self._soon.stop()
        super().hideEvent(event)

    def open_row(self, row: WorkRow) -> None:
        """Put a case on the desk; the one that lay there goes back."""
        if self.opened is not None and self.opened.case.id != row.case:
            self._put_back()
        self._open(row.case)

    def close_case(self) -> None:
        """Go back to the inbox; the case may be taken by others again."""
        self._put_back()
        self._clear()

    def act(self, deed: acts.Deed | None) -> None:
        """Begin an act, if it may be done."""
        opened = self.opened
        if opened is None or deed is None or not self.acting.may(opened, deed):
            return
        self.looking.stop()
        if deed is acts.ACCEPT and opened.case.unseen:
            self._desk.notices.say("REV-01", n=len(opened.case.unseen))
            return
        self.acting.begin(deed, self._sight(opened))

    def _sight(self, opened: Opened) -> Sight:
        return Sight(
            opened,
            self._desk.clerk,
            self._desk.policy,
            self.materials.lacks(),
            self.acting.departments,
            self._desk.now().isoformat(),
        )

    def _open(self, case: str) -> None:
        self._wanted, self._reader = case, self._desk.session
        open_case = self._desk.operations.inbox.open_case
        self._desk.do(open_case, case, owner=self, done=self._on_opened)

    def _on_opened(self, opened: Opened) -> None:
        if opened.case.id != self._wanted:
            return
        first = self.opened is None or self.opened.case.id != opened.case.id
        self.opened = opened
        if first:
            self.acting.form.close_form()
            self.acting.stages.hide()
            self._middle.setCurrentWidget(self.viewer)
            self.on_layout(self._step)
        self.head.show_case(opened, self._desk.now())
        self.progress.show_case(opened.case)
        self.limits.show_limits(opened.page.limits, self._desk.now())
        may = self._desk.operations.casework.may
        who = self._desk.clerk
        self.looking.show_case(
            opened,
            may_see=may(opened.case, who, act.CaseSeen),
            may_find=opened.mine and may(opened.case, who, act.CaseFound),
        )
        self.bar.show_case(opened, who, self.acting, self._desk.now())
        if first:
            self.materials.setFocus()

    def _on_departments(self, departments: tuple[str, ...]) -> None:
        self.acting.departments = departments

    def _put_back(self) -> None:
        """Let others have the case, in the name of who took it."""
        if self.opened is not None and self.opened.mine and self.opened.case.is_open:
            release, reader = self._desk.operations.acceptance.release, self._reader
            put = partial(release, reader, self.opened.case.id)
            self._desk.do(lambda _: put(), owner=self, failed=lambda _: None)

    def _on_session(self) -> None:
        """Somebody else sits down: what the last officer had open goes back."""
        if self._reader.clerk != self._desk.session.clerk:
            self.close_case()

    def _clear(self) -> None:
        self.opened = None
        self._wanted = ""
        self.looking.stop()
        self.looking.close()
        self.acting.form.close_form()
        self.acting.stages.hide()
        self.on_layout(self._step)
        self.inbox.take_focus()

    def _on_acted(self, leaves: bool) -> None:
        if leaves and self.opened is not None:
            self._next_after = self.opened.case.id
            self._put_back()  # the next step may be another officer's
        elif self.opened is not None:
            self._open(self.opened.case.id)
        self.materials.setFocus()
        self.inbox.read()

    def _on_read(self) -> None:
        """After a decision the next case opens by itself."""
        if not self._next_after:
            return
        row = self.inbox.after(self._next_after)
        self._next_after = ""
        if row is None:
            self._clear()
        else:
            self._open(row.case)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "case" in topics and self.isVisible():
            self._soon.start()

    def _read_again(self) -> None:
        self.inbox.read()
        self._again()

    def _again(self) -> None:
        if self.opened is not None and not self._next_after:
            self._open(self.opened.case.id)

    def _on_limits(self) -> None:
        shown = self._middle.currentWidget() is self.limits
        self._middle.setCurrentWidget(self.viewer if shown else self.limits)

    def _on_stages(self) -> None:
        if self.opened is not None and self.acting.may_set_stages(self.opened):
            self.acting.begin_stages(self._sight(self.opened))

    def _on_take_over(self) -> None:
        if self.opened is not None and not self.opened.mine and self.opened.reader:
            take_over = self._desk.operations.inbox.take_over
            self._desk.do(take_over, self.opened.case.id, owner=self, done=self._on_opened)

    def _on_send(self) -> None:
        """Send every decided result of the open list to the counter, on one list a department."""
        ready = [row for row in self.inbox.rows if row.kind == "send_result"]
        first = next((row.department for row in ready), "")
        ids = tuple(row.case for row in ready if row.department == first)
        if ids:
            send = self._desk.operations.results.send
            self._desk.do(send, ids, owner=self, done=self._on_sent)

    def _on_sent(self, made: object) -> None:
        prints = getattr(made, "prints", ())
        if prints and self._desk.printing is not None:
            self._desk.printing.print(prints)
        self.inbox.read()

    def _on_sheet(self) -> None:
        if self.opened is not None:
            self.sheets.ask(self.opened.case)

    def _on_back(self) -> bool:
        """Esc goes back one step: the limits, then the case; nothing written is lost."""
        if self._middle.currentWidget() is self.limits and self.opened is not None:
            self._on_limits()
            self.materials.setFocus()
        elif self.opened is not None:
            self.close_case()
        else:
            return False
        return True

    def _by_letter(self, key: str) -> None:
        if self.opened is not None:
            found = acts.deeds_for(self.opened.case)
            self.act(next((deed for deed in found if deed.key == key), None))

    def _primary(self) -> None:
        if self.opened is not None and not self.acting.is_open:
            self.act(acts.primary_of(self.opened.case, self._desk.clerk))

    def _build(self) -> None:
        self._case, self._side = Panel(), Panel(self.tr("材料"))
        self._middle = Front()
        self._middle.addWidget(self.viewer)
        self._middle.addWidget(self.limits)
        self._case.body.addWidget(self.head)
        self._case.body.addWidget(self._middle, 1)
        panels = (
            self.looking.choices,
            self.looking.line,
            self.sheets.choices,
            self.acting.form,
            self.acting.stages,
        )
        for panel in panels:
            self._case.body.addWidget(panel)
        self._side.body.addWidget(self.materials, 1)
        self._side.body.addWidget(self.progress)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.inbox, 1)
        row.addWidget(self._case, 3)
        row.addWidget(self._side)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(row, 1)
        column.addWidget(self.bar)

    def _bind(self) -> None:
        keys, view, looking = self._desk.keys, self.materials, self.looking
        for deed in acts.DEEDS:
            keys.bind(f"review.{deed.key}", view, lambda key=deed.key: self._by_letter(key))
        slots = {
            "fits": looking.fits,
            "problem": looking.problem,
            "all": looking.all_fit,
            "stages": self._on_stages,
            "sheet": self._on_sheet,
            "limits": self._on_limits,
            "take_over": self._on_take_over,
            "down": looking.down,
            "up": looking.up,
            "larger": lambda: self.viewer.zoom(1),
            "smaller": lambda: self.viewer.zoom(-1),
            "left": lambda: self.viewer.pan(-1),
            "right": lambda: self.viewer.pan(1),
            "turn": self.viewer.turn,
        }
        for name, slot in slots.items():
            keys.bind(f"review.{name}", view, slot)
        for owner in (self.inbox, self.inbox.view):  # a row view would keep letters for itself
            keys.bind("review.tab", owner, lambda n: self.inbox.show_tab(TABS[n - 1][0]))
            keys.bind("review.send", owner, self._on_send)
        self._key = keys.bind("review.act", self, self._primary)
        self._key.set_enabled(False)
        keys.bind("review.back", self, self._on_back)
        self.inbox.opened.connect(self.open_row)
        self.inbox.send.clicked.connect(self._on_send)
        self.inbox.read_done.connect(self._on_read)
        looking.found.connect(self._again)
        self.acting.done.connect(self._on_acted)
        self.acting.closed.connect(view.setFocus)
        self.sheets.closed.connect(view.setFocus)
        self.bar.wanted.connect(self.act)
        self.bar.stages_wanted.connect(self._on_stages)
        self.bar.sheet_wanted.connect(self._on_sheet)
        self.bar.limits_wanted.connect(self._on_limits)
        self.bar.take_over_wanted.connect(self._on_take_over)
        self._desk.changed.connect(self._on_changed)
        self._desk.session_changed.connect(self._on_session)
