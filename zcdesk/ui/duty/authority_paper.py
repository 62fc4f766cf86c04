"""The scanned 授权委托书 beside its line: pages are taken with the document camera and shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.devices.kinds import DeviceKind, Page
from zcdesk.domain.authority import Authority
from zcdesk.errors import CodedError
from zcdesk.ui import jobs, theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.review.pages import Pages
from zcdesk.ui.review.viewer import PageViewer


class AuthorityPaper(QWidget):
    """Shows the pages of one authority; `scan` adds one.

    Signals:
        scanned(): a page was added.
    """

    scanned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.pages, self.viewer = Pages(desk, self), PageViewer()
        theme.sized(self.viewer, min_height=220)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        column.addWidget(self.viewer)
        self.viewer.wanted.connect(self.pages.ask)
        self.pages.arrived.connect(self.viewer.put)
        self.pages.awaited.connect(self.viewer.wait)
        self.pages.missing.connect(self.viewer.fail)
        self.hide()

    def show_authority(self, authority: Authority | None) -> None:
        """Show what was scanned of an authority, the first page in front; nothing without any."""
        found = authority.pages if authority is not None else ()
        self.setVisible(bool(found))
        if authority is not None and found:
            self.pages.case = f"authority:{authority.id}"
            self.viewer.set_pages(found, ())

    def scan(self, authority: Authority) -> None:
        """Take one page; without a camera it is said, and the record stands as it is."""
        camera = self._desk.devices.get(DeviceKind.SCANNER.value)
        if camera is None:
            self._desk.notices.note(self.tr("没有配置高拍仪，委托书原件照常留存"))
            return
        if not self._busy:
            self._busy = True
            self._desk.jobs.run(
                jobs.device(DeviceKind.SCANNER.value),
                camera.scan,
                owner=self,
                done=partial(self._on_page, authority.id),
                failed=self._on_failed,
            )

    def _on_page(self, authority_id: str, page: Page) -> None:
        self._busy = False
        keep = self._desk.operations.instant.scan
        self._desk.do(keep, authority_id, page.data, owner=self, done=self._on_kept)

    def _on_kept(self, authority: Authority) -> None:
        said = self.tr("委托书已扫描 {n} 页").format(n=len(authority.pages))
        self._desk.notices.note(said)
        self.scanned.emit()

    def _on_failed(self, error: CodedError) -> None:
        self._busy = False
        self._desk.notices.show(error)
