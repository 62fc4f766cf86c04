"""Taking matters into the sitting: from the ticket, from the search, and what is not taken at all.

The catalogue is read once and again when a matter changes; an open visit keeps the version it was
chosen in and says so (UX-26).
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from zcdesk.catalogue.compare import compare
from zcdesk.domain import visit as visits
from zcdesk.domain.catalogue_news import MatterChange, News
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.package import Package
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import Applicant, Chosen, Visit
from zcdesk.errors import UserError
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import CAPS

if TYPE_CHECKING:
    from zcdesk.operations.catalogue import CatalogueView


class Taking(QObject):
    """Adds and removes matters of the open visit.

    Signals:
        read(): the catalogue is there, or changed.
        taken(Chosen): a matter was added.
        elsewhere(Matter, windows): this window does not take it, these do.
        referred(Matter): a secret one was not; it was counted and nothing kept.
        package_wanted(Package): a 一件事 was chosen; its questions come first.
        differing(News): somebody wants to see how a newer version differs.
    """

    read = Signal()
    taken = Signal(object)
    elsewhere = Signal(object, object)
    referred = Signal(object)
    differing = Signal(object)
    package_wanted = Signal(object)

    def __init__(self, desk: Desk, visit: OpenVisit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = visit
        self._sent_on: set[tuple[str, str]] = set()
        self.view: CatalogueView | None = None

    def refresh(self) -> None:
        """Read the catalogue."""
        self._desk.do(self._desk.operations.catalogue.catalogue, owner=self, done=self._on_read)

    def of_ticket(self, visit: Visit) -> Matter | None:
        """Return the matter on the ticket, while it is neither taken nor referred."""
        key = visit.ticket.matter if visit.ticket else ""
        done = {c.matter.key for c in visit.matters}
        if not key or self.view is None or key in done or (visit.id, key) in self._sent_on:
            return None
        return self.view.matters.get(key)

    def take(
        self, matter: Matter | Package, *, replace: bool = False, anyway: bool = False
    ) -> None:
        """Add a matter, or put it in the place of the last one.

        Args:
            anyway: also one that belongs to another window's scope.
        """
        seen = self._visit.value
        if seen is None:
            return
        if isinstance(matter, Package):
            self.package_wanted.emit(matter)
            return
        if matter.secrecy is Secrecy.SECRET:
            self.refer(matter)
            return
        if not anyway and self.view is not None and not self.view.takes(matter):
            self.elsewhere.emit(matter, self.view.elsewhere(matter))
            return
        try:
            if replace and seen.matters:
                after = visits.replace_matter(seen, seen.matters[-1].matter.key, matter)
            else:
                after = visits.add_matter(seen, matter)
        except UserError as refused:
            self._desk.notices.show(refused)
            return
        self._visit.put(after)
        self.taken.emit(next(c for c in after.matters if c.matter.key == matter.key))

    def remove(self, key: str) -> None:
        """Take a matter out; Ctrl+Z brings it back."""
        seen = self._visit.value
        if seen is None:
            return
        gone = next(c.matter.name for c in seen.matters if c.matter.key == key)
        self._visit.put(visits.remove_matter(seen, key))
        self._desk.notices.note(
            self.tr("已移除“{name}”，{keys[Ctrl+Z]} 撤销").format(keys=CAPS, name=gone)
        )

    def refer(self, matter: Matter) -> None:
        """Count a secret matter; with it alone nobody's data stays in the draft (rules 2)."""
        seen = self._visit.value
        if seen is not None:
            self._sent_on.add((seen.id, matter.key))
        if seen is not None and not seen.matters:
            bare = msgspec.structs.replace(
                seen,
                applicants=(Applicant(id="1"),),
                current=0,
                presenter=Person(),
                agency=Agency.SELF,
                authority=False,
                form={},
                note="",
            )
            self._visit.put(bare, undoable=False)
            self._visit.forget_past()
        refer = self._desk.operations.intake.refer
        self._desk.do(refer, matter.key, owner=self)
        self.referred.emit(matter)

    def look_for_newer(self) -> None:
        """Tell where a newer version was published; the visit goes on with its own."""
        seen, view = self._visit.value, self.view
        if seen is None or view is None:
            return
        for chosen in seen.matters:
            now = view.matters.get(chosen.matter.key)
            if now is None or now.version <= max(chosen.matter.version, chosen.newer):
                continue
            marked = msgspec.structs.replace(chosen, newer=now.version)
            self._visit.put(visits.set_chosen(seen, marked), undoable=False)
            n = len(compare(chosen.matter, now))
            news = News(changes=(MatterChange(new=now, old=chosen.matter),))
            actions = {"diff": partial(self.differing.emit, news), "old_list": _nothing}
            self._desk.notices.say("MAT-03", actions, v=now.version, n=n)
            return

    def _on_read(self, view: CatalogueView) -> None:
        self.view = view
        self.read.emit()
        self.look_for_newer()


def needs_reason(chosen: Chosen) -> bool:
    """Tell whether a matter without a list still lacks its reason."""
    return not chosen.matter.has_list and not chosen.no_list_reason


def _nothing() -> None:
    """Go on with the old list: that is what happens anyway."""
