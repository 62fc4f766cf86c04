"""`F8`: the way to the one-time notice, which tells everything at once or is not printed.

What is missing is told once (rules 3: 一次性告知 listing everything at once), so a row nobody has
looked at cannot be left out of it: the applicant would come back with what was written down and be
sent away for that one. The question stands in the page; two keys answer it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zcdesk.domain import checklist, readiness
from zcdesk.domain.visit import rows_of
from zcdesk.ui.counter import marking
from zcdesk.ui.counter.footer import link_text

if TYPE_CHECKING:
    from zcdesk.domain.readiness import Blocker
    from zcdesk.domain.visit import Visit
    from zcdesk.ui.counter.page import CounterPage
    from zcdesk.ui.desk import Desk


class Telling(QObject):
    """Asks about what nobody judged, then opens the notice."""

    def __init__(self, page: CounterPage, desk: Desk) -> None:
        super().__init__(page)
        self._page, self._desk = page, desk

    def open(self) -> None:
        """Open the notice, or ask first what becomes of the rows nobody looked at."""
        seen = self._page.open_visit
        if seen is None:
            return
        left = readiness.unjudged(seen, self._desk.now().date())
        if left:
            self._ask(seen, left)
        elif any(checklist.lacking(rows_of(seen, who)) for who in seen.applicants):
            self._page.open_over("notice")
        else:
            self._desk.notices.say("CHK-16")

    def _ask(self, seen: Visit, left: tuple[Blocker, ...]) -> None:
        rows = self.tr("、").join(link_text(one) for one in left)
        self._page.menu.ask_unjudged(
            self.tr("还有 {n} 项没有看过：{rows}。告知书要一次说全").format(n=len(left), rows=rows),
            self.tr("去看第 {i} 项").format(i=left[0].row_no),
            lambda: self._page.go_to(left[0]),
            self._miss_rest if marking.may_miss_rest(seen, left) else None,
        )

    def _miss_rest(self) -> None:
        seen = self._page.open_visit
        if seen is not None:
            left = readiness.unjudged(seen, self._desk.now().date())
            self._page.set_visit(marking.miss_rest(seen, left))
            self.open()
