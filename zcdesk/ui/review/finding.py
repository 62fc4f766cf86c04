"""Looking at a case: pages turn, what was displayed is recorded, materials get findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk.domain.case_parts import Finding
from zcdesk.domain.checklist import RowState
from zcdesk.domain.reasons import DEFECTIVE, MISSING
from zcdesk.ui.counter.choices import Choices
from zcdesk.ui.counter.editors import LineEditor
from zcdesk.ui.desk import Desk
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review.materials import MaterialLine, MaterialsList
from zcdesk.ui.review.pages import Pages
from zcdesk.ui.review.viewer import PageViewer
from zcdesk.ui.theme import Tone

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Opened

OWN = 7
"""Reasons by digit; the next digit is a sentence of one's own."""


class Looking(QObject):
    """Joins viewer and materials, and records what was seen and found.

    Signals:
        found(): findings were recorded; read the case again.
    """

    found = Signal()

    def __init__(
        self,
        desk: Desk,
        viewer: PageViewer,
        materials: MaterialsList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case = ""
        self._about: MaterialLine | None = None
        self._all_wanted = False
        self.may_find = False
        self.viewer, self.materials = viewer, materials
        self.choices = Choices(desk.keys)
        self.line = LineEditor(desk.keys, "circle-x")
        self.pages = Pages(desk, self)
        self._connect()

    def show_case(self, opened: Opened, *, may_see: bool, may_find: bool) -> None:
        """Show the pages and materials of a case; another one begins anew."""
        case = opened.case
        if case.id != self._case:
            self._case = case.id
            self.stop()
            self.close()
        self._may_see, self.may_find = may_see, may_find
        self.materials.show_case(case)
        self.pages.case = case.id
        self.viewer.set_pages(case.pages, case.unseen if may_see else ())

    def close(self) -> None:
        """Leave the question about a reason."""
        self.choices.close_question()
        self.line.hide()

    def fits(self) -> None:
        """Say that the current material is right; its pages must have been looked at."""
        line = self.materials.current
        if line is None or not self.may_find:
            return
        if line.unseen:
            self._desk.notices.say("REV-01", n=line.unseen)
        else:
            self._find(Finding(material=line.material.key, fits=True))

    def problem(self) -> None:
        """Ask what is wrong with the current material."""
        line = self.materials.current
        if line is None or not self.may_find:
            return
        self.viewer.stop()
        self._about = line
        title = self.tr("{no} {name}：什么问题").format(no=line.no, name=line.material.name)
        own = self.tr("写一句话")
        self.line.hide()
        offered = map(record_words, self._reasons(line)[:OWN])
        self.choices.ask(title, (*offered, own), tone=Tone.DANGER)

    def all_fit(self) -> None:
        """Turn through every unseen page; once all were displayed, all without a problem fit."""
        if not self.may_find:
            return
        self._all_wanted = True
        self.viewer.play()

    def down(self) -> None:
        """Show the next screenful; who turns by hand plays no more."""
        self.stop()
        self.viewer.next_screen()

    def up(self) -> None:
        """Show the screenful before."""
        self.stop()
        self.viewer.previous_screen()

    def stop(self) -> None:
        """Turn no further."""
        self._all_wanted = False
        self.viewer.stop()

    def _connect(self) -> None:
        self.viewer.wanted.connect(self.pages.ask)
        self.viewer.seen.connect(self._on_seen)
        self.viewer.played.connect(self._on_played)
        self.viewer.moved.connect(self.materials.go_to_page)
        self.pages.arrived.connect(self.viewer.put)
        self.pages.awaited.connect(self.viewer.wait)
        self.pages.missing.connect(self.viewer.fail)
        self.pages.destroyed.connect(self.viewer.lose)
        self.materials.chosen.connect(self._on_chosen)
        self.choices.chosen.connect(self._on_reason)
        self.choices.cancelled.connect(self._back)
        self.line.accepted.connect(self._on_sentence)
        self.line.cancelled.connect(self._back)

    def _reasons(self, line: MaterialLine) -> tuple[str, ...]:
        return MISSING if line.material.state is RowState.MISSING else DEFECTIVE

    def _on_chosen(self, digest: str) -> None:
        self.viewer.stop()
        self.viewer.show_page(digest)

    def _on_seen(self, digest: str) -> None:
        saw = self._desk.operations.acceptance.saw
        self._desk.do(saw, self._case, (digest,), owner=self)

    def _on_played(self) -> None:
        if not self._all_wanted or (self.viewer.words and self.viewer.page):
            return
        self._all_wanted = False
        fit = tuple(Finding(material=key, fits=True) for key in self.materials.open_keys())
        if fit:
            self._find(*fit)

    def _on_reason(self, place: int) -> None:
        assert self._about is not None
        if place < OWN:
            self._record(self._reasons(self._about)[place])
            return
        self.choices.close_question()
        self.line.open(self.tr("{name}：什么问题，一句话").format(name=self._about.material.name))

    def _on_sentence(self) -> None:
        self._record(self.line.text)

    def _record(self, reason: str) -> None:
        assert self._about is not None
        self._find(Finding(material=self._about.material.key, fits=False, reason=reason))
        self._back()

    def _find(self, *findings: Finding) -> None:
        find = self._desk.operations.acceptance.find
        last = findings[-1]
        self._desk.do(find, self._case, findings, owner=self, done=lambda _: self.found.emit())
        if len(findings) == 1 and last.fits:
            self.materials.go_on()

    def _back(self) -> None:
        self.close()
        self.materials.setFocus()
