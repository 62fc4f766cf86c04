"""Keeps what a citizen signed on the check page until the visit is taken in, then with its cases.

A signature counts for the lines it was drawn under and for no others: where something changed
after it, it is dropped and the clerk is told. It is a 手写签名影像, nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zcdesk.domain.visit import Visit
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk
from zcdesk.ui.second.follow import SecondFollow
from zcdesk.ui.second.lines import digest, lines_of

if TYPE_CHECKING:
    from zcdesk.operations.intake import Received


class Signatures(QObject):
    """Ties a signature on the citizen's screen to the cases it was given for."""

    def __init__(self, desk: Desk, counter: CounterPage, follow: SecondFollow) -> None:
        super().__init__(follow)
        self._desk = desk
        self._kept: tuple[str, bytes, str] | None = None
        follow.signed.connect(self._on_signed)
        counter.received.connect(self._on_received)

    def _on_signed(self, visit: Visit, png: bytes, shown: str) -> None:
        self._kept = (visit.id, png, shown)

    def _on_received(self, received: Received) -> None:
        kept, self._kept = self._kept, None
        visit = received.visit
        if kept is None or kept[0] != visit.id:
            return
        _, png, shown = kept
        if digest(lines_of(visit)) != shown:
            words = self.tr("签字后内容有改动，屏上的签字没有保存，请在纸上签")
            self._desk.notices.note(words)
            return
        sign = self._desk.operations.mending.sign_all
        self._desk.do(sign, visit.id, png, shown, visit.agency.value, owner=self)
