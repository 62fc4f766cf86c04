"""The serving workspace: matters, checklist, guidance and footer on one screen (ux.md 2.1).

It lays its parts out for the width and passes on what is wanted; the visit itself is the page's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain import checklist
from zcdesk.domain.checklist import Row
from zcdesk.domain.matter import Matter
from zcdesk.domain.readiness import Blocker
from zcdesk.domain.visit import Visit, next_unfinished, rows_of
from zcdesk.ui import theme
from zcdesk.ui.counter.checklist import ChecklistPanel
from zcdesk.ui.counter.footer import ServingFooter, shown_here
from zcdesk.ui.counter.guidance import Guidance
from zcdesk.ui.counter.matters import MattersPanel
from zcdesk.ui.counter.start import StartPanel
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.widgets.front import Front


class ServingPage(QWidget):
    """Shows the open visit below the session strip.

    Attributes:
        matters, start, checklist, guidance, footer: its parts; connect to their signals.

    Signals:
        visit_changed(Visit): a key of the checklist made another visit of it.
    """

    visit_changed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serving_page")
        self._step = LayoutStep.NORMAL
        self._pinned = False
        self._visit: Visit | None = None
        self._scans: dict[str, QPixmap] = {}
        self._learnt: tuple[str, ...] = ()
        self._desk = desk
        self.matters = MattersPanel()
        self.start = StartPanel(desk)
        self.checklist = ChecklistPanel(desk)
        self.guidance = Guidance()
        self.footer = ServingFooter()
        self._centre = Front()
        self._root = QVBoxLayout(self)
        self._middle = QHBoxLayout()
        self._build()

    @property
    def on_start(self) -> bool:
        """Whether the visit still waits for its first matter."""
        return self._centre.currentWidget() is self.start

    @property
    def is_trainee(self) -> bool:
        """Whether somebody learns here: guidance always, with what others got wrong (ux 2.6)."""
        return bool(getattr(self._desk.settings, "trainee", False))

    def show_visit(self, visit: Visit, matter: Matter | None, blockers: Sequence[Blocker]) -> None:
        """Show `visit`.

        Args:
            matter: the ticket's, while it can still be taken.
            blockers: everything that keeps the visit from being received.
        """
        self._visit = visit
        self._learn(visit)
        self.matters.show_visit(visit)
        self.start.show_visit(visit, matter)
        self.checklist.show_visit(visit)
        self._centre.setCurrentWidget(self.checklist if visit.matters else self.start)
        if not visit.matters and matter is not None:
            self.guidance.show_matter(matter)
        rows = rows_of(visit)
        upcoming = next_unfinished(visit) if visit.is_batch else None
        name = ""
        if upcoming is not None and upcoming != visit.current:
            name = visit.applicants[upcoming].person.name
        self.footer.show_left(
            shown_here(blockers, visit.current),
            lacking=len(checklist.lacking(rows)),
            next_name=name,
        )

    def take_focus(self) -> None:
        """Put the focus where work goes on."""
        if self.on_start:
            self.start.take_focus()
        else:
            self.checklist.focus_list()

    def keep_scan(self, digest: str, picture: QPixmap) -> None:
        """Keep the picture of a page just scanned while the visit is open."""
        self._scans[digest] = picture

    def forget_scans(self) -> None:
        """Drop the pictures: the visit is over."""
        self._scans.clear()

    def toggle_guidance(self) -> None:
        """`K`: open or close the drawer where the panel does not stand beside."""
        if not self._step.right:
            self._pinned = not self._pinned
            self._show_guidance()

    def close_guidance(self) -> bool:
        """Close the drawer; tell whether it was open."""
        was_open = self._pinned and not self._step.right
        self._pinned = False
        self._show_guidance()
        return was_open

    def on_layout(self, step: LayoutStep) -> None:
        """Put the matters beside or above the list, the guidance beside it or away."""
        self._step = step
        beside = bool(step.left)
        self._middle.removeWidget(self.matters)
        self._root.removeWidget(self.matters)
        self.matters.set_compact(not beside)
        if beside:
            self._middle.insertWidget(0, self.matters)
            theme.sized(self.matters, width=step.left)
        else:
            theme.unsized(self.matters)
            self._root.insertWidget(0, self.matters)
        self.start.set_compact(not beside)
        self.guidance.set_compact(not beside)
        theme.sized(self.guidance, width=step.right or LayoutStep.NORMAL.right)
        self._show_guidance()

    def _build(self) -> None:
        self._centre.addWidget(self.start)
        self._centre.addWidget(self.checklist)
        theme.spaced(self._middle, gap=8)
        self._middle.addWidget(self.matters)
        self._middle.addWidget(self._centre, 1)
        self._middle.addWidget(self.guidance)
        theme.spaced(self._root, gap=8)
        self._root.addLayout(self._middle, 1)
        self._root.addWidget(self.footer)
        self.checklist.changed.connect(self.visit_changed)
        self.checklist.row_shown.connect(self._on_row_shown)
        self.checklist.view_wanted.connect(self.toggle_guidance)
        self.checklist.drawer.opened.connect(lambda: self._on_drawer(is_open=True))
        self.checklist.drawer.closed.connect(lambda: self._on_drawer(is_open=False))
        self.footer.next_applicant_wanted.connect(self.checklist.next_applicant)
        self.guidance.scan_wanted.connect(self._on_scan_wanted)

    def _learn(self, visit: Visit) -> None:
        """Read once for the matters of a visit what their papers were sent back for."""
        keys = tuple(chosen.matter.key for chosen in visit.matters)
        if self.is_trainee and keys and keys != self._learnt:
            self._learnt = keys
            common = self._desk.operations.mistakes.common
            self._desk.do(common, keys, owner=self, done=self._on_learnt)

    def _on_learnt(self, mistakes: dict[str, tuple[str, ...]]) -> None:
        self.guidance.mistakes = mistakes
        self._on_row_shown(self.checklist.row)

    def _show_guidance(self) -> None:
        drawn = (self._pinned or self.is_trainee) and not self._step.right
        self.guidance.setVisible(bool(self._step.right) or drawn)
        self.checklist.show_details(not drawn)

    def _on_drawer(self, *, is_open: bool) -> None:
        """Where there is little room, a question has that of the matters and of the guidance."""
        room = bool(self._step.left) or not is_open
        self.matters.setVisible(room)
        self.checklist.show_head(room)
        if room:
            self._show_guidance()
        else:
            self.guidance.hide()

    def _on_row_shown(self, row: Row | None) -> None:
        if self._visit is None:
            return
        page = row.mark.pages[-1] if row is not None and row.mark.pages else ""
        self.guidance.show_row(self._visit, row, self._scans.get(page))

    def _on_scan_wanted(self) -> None:
        self.checklist.scan_wanted.emit(self.checklist.row)
