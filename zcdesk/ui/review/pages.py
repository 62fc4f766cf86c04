"""Pages of a case as pictures: read and decoded in the work lane, a few kept."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk
from zcdesk.ui.jobs import WORK

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

KEPT = 16
"""Pictures held at once: some hundred megabytes at most."""
WIDEST = 1800
"""Pixels; a page is never drawn wider than that."""
_PDF = b"%PDF"


class Pages(QObject):
    """Fetches pages by digest.

    Signals:
        arrived(str, QImage): a page is here.
        awaited(str): another station has it; it arrives by itself.
        missing(str): nobody will bring it, or it is no picture.
        destroyed(str): it went with the personal record when its time was over.

    Attributes:
        case: whose pages they are: the case is what somebody may see or not.
    """

    arrived = Signal(str, QImage)
    awaited = Signal(str)
    missing = Signal(str)
    destroyed = Signal(str)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._kept: OrderedDict[str, QImage] = OrderedDict()
        self._under_way: set[str] = set()
        self._awaited: set[str] = set()
        self.case = ""
        desk.changed.connect(self._on_changed)

    def ask(self, digest: str) -> None:
        """Bring a page; it arrives at once if it is kept."""
        if digest in self._kept:
            self._kept.move_to_end(digest)
            self.arrived.emit(digest, self._kept[digest])
            return
        if digest in self._under_way:
            return
        self._under_way.add(digest)
        load = partial(_load, self._desk, self._desk.session, digest)
        self._desk.jobs.run(
            WORK,
            load,
            owner=self,
            done=partial(self._on_loaded, digest),
            failed=partial(self._on_failed, digest),
        )

    def _on_loaded(self, digest: str, image: QImage | None) -> None:
        self._under_way.discard(digest)
        if image is None and digest not in self._awaited:
            self._want(digest)
            return
        if image is None:
            self.awaited.emit(digest)
            return
        self._awaited.discard(digest)
        if image.isNull():
            self.missing.emit(digest)
            return
        self._kept[digest] = image
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self.arrived.emit(digest, image)

    def _want(self, digest: str) -> None:
        """Have it brought from the station that took it."""
        self._desk.do(
            self._desk.operations.scans.want,
            self.case,
            (digest,),
            owner=self,
            done=partial(self._on_wanted, digest),
            failed=partial(self._on_failed, digest),
        )

    def _on_wanted(self, digest: str, coming: tuple[str, ...]) -> None:
        if digest in coming:
            self._awaited.add(digest)
            self.awaited.emit(digest)
        else:
            self.missing.emit(digest)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self._desk.operations.scans.TOPIC in topics:
            for digest in tuple(self._awaited):
                self.ask(digest)

    def _on_failed(self, digest: str, error: CodedError) -> None:
        self._under_way.discard(digest)
        is_over = error.code == self._desk.operations.scans.DESTROYED
        (self.destroyed if is_over else self.missing).emit(digest)


def _load(desk: Desk, session: Session, digest: str) -> QImage | None:
    """Return a page, a null image where its content is none, None while it is not here."""
    data = desk.operations.scans.page(session, digest)
    if data is None:
        return None
    return decode(data) or QImage()


def decode(data: bytes) -> QImage | None:
    """Return a picture or a PDF as one image, None if it is neither; for the work lane."""
    image = _stacked(data) if data.startswith(_PDF) else QImage.fromData(data)
    if image is None or image.isNull():
        return None
    if image.width() > WIDEST:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaledToWidth(WIDEST, smooth)
    return image


def _stacked(data: bytes) -> QImage | None:
    """Draw the pages of a PDF below each other: it was handed in as one content."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(data) as document:
            drawn = {"scale": 2.0, "rev_byteorder": True, "prefer_bgrx": True}
            bitmaps = [page.render(**drawn) for page in document]
    except pypdfium2.PdfiumError:
        return None
    if not bitmaps:
        return None
    rgb = QImage.Format.Format_RGBX8888
    whole = QImage(max(b.width for b in bitmaps), sum(b.height for b in bitmaps), rgb)
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    top = 0
    for b in bitmaps:
        painter.drawImage(0, top, QImage(bytes(b.buffer), b.width, b.height, b.stride, rgb))
        top += b.height
    painter.end()
    return whole
