"""Scanning the row under the cursor: one page from the document camera, kept sealed, then named.

The picture stays in memory while the visit is open; a camera that hangs holds up nothing.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPixmap

from zcdesk.devices.kinds import DeviceKind, Page
from zcdesk.domain import visit as visits
from zcdesk.domain.checklist import Row
from zcdesk.ui import jobs
from zcdesk.ui.counter import marking
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.desk import Desk


class Scanning(QObject):
    """Adds pages to rows of the open visit.

    Signals:
        seen(str, QPixmap): digest and picture of a page just taken.
    """

    seen = Signal(str, QPixmap)

    def __init__(self, desk: Desk, visit: OpenVisit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = visit
        self._busy = False

    def scan(self, row: Row | None) -> None:
        """Take one page for `row`."""
        camera = self._desk.devices.get(DeviceKind.SCANNER.value)
        open_visit = self._visit.value
        if row is None or open_visit is None or self._busy:
            return
        if camera is None:
            self._desk.notices.note(self.tr("没有配置高拍仪，可以先收纸质"))
            return
        self._busy = True
        self._desk.jobs.run(
            jobs.device(DeviceKind.SCANNER.value),
            camera.scan,
            owner=self,
            done=partial(self._on_page, open_visit.id, row.key),
            failed=self._on_failed,
        )

    def _on_page(self, visit_id: str, key: str, page: Page) -> None:
        self._busy = False
        picture = QPixmap()
        picture.loadFromData(page.data)
        if page.is_poor:
            self._tell_poor(visit_id, key)
        self._desk.do(
            self._desk.operations.scans.keep_page,
            page.data,
            owner=self,
            done=partial(self._on_kept, visit_id, key, picture),
        )

    def _tell_poor(self, visit_id: str, key: str) -> None:
        """Say that the page lies askew or in the dark; it is kept unless scanned again."""
        now = self._visit.value
        if now is None or now.id != visit_id:
            return
        row = next((r for r in visits.rows_of(now) if r.key == key), None)
        if row is not None:
            place = len(row.mark.pages) + 1
            again = {"rescan": partial(self._again, visit_id, key)}
            self._desk.notices.say("SCN-03", again, p=place)

    def _again(self, visit_id: str, key: str) -> None:
        """Take the last page of the row away and take it anew."""
        now = self._visit.value
        row = next((r for r in visits.rows_of(now) if r.key == key), None) if now else None
        if now is None or now.id != visit_id or row is None:
            return
        self._visit.put(marking.drop_page(now, row).visit)
        self.scan(row)

    def _on_kept(self, visit_id: str, key: str, picture: QPixmap, digest: str) -> None:
        self.seen.emit(digest, picture)
        now = self._visit.value
        if now is None or now.id != visit_id:
            return
        row = next((r for r in visits.rows_of(now) if r.key == key), None)
        if row is not None:
            self._visit.put(marking.add_page(now, row, digest).visit)

    def _on_failed(self, error: object) -> None:
        self._busy = False
        self._desk.notices.show(error)
