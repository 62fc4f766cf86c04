"""From anywhere to a case: Ctrl+F, or a receipt under the scanner while no visit is open.

A receipt for which papers are awaited (补正, 容缺) leads to their list, any other to its case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from zcdesk.ui.desk import Desk
from zcdesk.ui.modules import CASES, COUNTER, SHIFT, SUPPLEMENTS, TICKETS
from zcdesk.ui.shell import Shell

QUIET = frozenset({COUNTER, TICKETS, SHIFT, "reprint", "attention", "devices"})
"""Pages that do nothing with a receipt of their own."""

RECEIPTS = frozenset("RVSP")
"""Slips that name a case: receipt, voucher, summary, promise."""


class Finder(QObject):
    """Opens the pages of cases.

    Args:
        is_serving: whether a visit is open; then a scan belongs to it.
    """

    def __init__(
        self,
        desk: Desk,
        shell: Shell,
        is_serving: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shell = shell
        self._is_serving = is_serving
        shell.find_wanted.connect(self.find)
        desk.scanned.connect(self._on_scan)
        desk.case_wanted.connect(self.show_case)

    def find(self) -> None:
        """Open the empty search."""
        if self._may(CASES):
            self._shell.show_page(CASES)
            self._page(CASES).begin()

    def show_case(self, case: str) -> None:
        """Open the page of one case."""
        if self._may(CASES):
            self._shell.show_page(CASES)
            self._page(CASES).open_case(case)

    def _on_scan(self, text: str) -> None:
        shell = self._shell
        if shell.is_covered or shell.current not in QUIET or self._is_serving():
            return
        if text[:1] in RECEIPTS and text[1:2] == "/" and self._may(CASES):
            scanned = self._desk.operations.finding.scanned
            self._desk.do(scanned, text, owner=self, done=self._on_found)

    def _on_found(self, found: tuple[str, bool]) -> None:
        case, is_awaited = found
        if not case:
            self._desk.notices.say("CAS-06")
        elif is_awaited and self._may(SUPPLEMENTS):
            self._shell.show_page(SUPPLEMENTS)
            self._page(SUPPLEMENTS).open_case(case)
        else:
            self._shell.show_page(CASES)
            self._page(CASES).open_case(case)

    def _may(self, page: str) -> bool:
        return page in {item.page for item in self._shell.rail.items}

    def _page(self, name: str) -> Any:
        return self._shell.page(name)
