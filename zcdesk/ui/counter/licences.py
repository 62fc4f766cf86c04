"""`L` on the checklist: what the library of licences has is filled in, the rest is named.

One question under way at a time, in a lane of its own with the library's time limit; the clerk
works on meanwhile, and an answer that comes too late for its visit changes nothing.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zcdesk.domain import licence
from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
from zcdesk.domain.visit import Visit
from zcdesk.errors import CodedError
from zcdesk.ui import jobs
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.desk import Desk
from zcdesk.ui.texts import describe

if TYPE_CHECKING:
    from zcdesk.ui.desk import LookUp

LANE = "licences"


class LicenceLookUp(QObject):
    """Fills rows of the open visit from the library."""

    def __init__(self, desk: Desk, visit: OpenVisit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = visit
        self._busy = False

    def ask(self) -> None:
        """Put the question for the applicant on the screen."""
        seen, library = self._visit.value, self._desk.licences()
        if seen is None:
            return
        if library is None:
            self._desk.notices.say("LIC-07")
            return
        if self._busy:
            self._desk.notices.note(self.tr("正在查电子证照，可以先收别的"))
            return
        self._busy = True
        self._desk.do(
            self._desk.operations.licences.ask,
            seen,
            owner=self,
            done=partial(self._send, seen, library),
            failed=self._on_failed,
        )

    def _send(self, seen: Visit, library: LookUp, query: LicenceQuery) -> None:
        self._desk.notices.note(self.tr("正在查电子证照，可以先收别的"))
        self._desk.jobs.run(
            jobs.device(LANE),
            partial(library, query),
            owner=self,
            done=partial(self._on_answer, seen, query),
            failed=self._on_unreached,
        )

    def _on_answer(self, asked: Visit, query: LicenceQuery, answer: LicenceAnswer) -> None:
        self._busy = False
        now = self._visit.value
        if now is None or (now.id, now.applicant.id) != (asked.id, asked.applicant.id):
            return
        if now.applicant.person.id_number != asked.applicant.person.id_number:
            return
        found = licence.judge(query, answer, self._desk.now().date())
        filled = licence.fill(now, found)
        if filled != now:
            self._visit.put(filled)
        for refusal in found.refusals[:1]:
            self._desk.notices.say(refusal.code, **refusal.fields)
        if found.licences:
            words = self.tr("电子证照已调取 {n} 项，未调到 {m} 项")
            counted = words.format(n=len(found.licences), m=len(found.refusals))
            self._desk.notices.note(counted)

    def _on_unreached(self, error: CodedError) -> None:
        self._busy = False
        self._desk.notices.say("LIC-08", why=describe(error).text)

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        self._desk.notices.show(error)
