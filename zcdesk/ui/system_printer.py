"""A printer of this system by its name, through Qt: the way of Windows.

The PDF is drawn as pictures page by page, because Qt prints no PDF and Windows takes none. A
system's queue only tells that it took the pages: such a paper is sent, never confirmed.
"""

from __future__ import annotations

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from zcdesk.devices.kinds import READY, Printed, Status, fault
from zcdesk.errors import DeviceError

DPI = 300
POINTS = 72.0
NO_ANSWER, OTHER, GONE = "PRT-04", "PRT-08", "PRT-11"

SIDES = {
    "one": QPrinter.DuplexMode.DuplexNone,
    "long": QPrinter.DuplexMode.DuplexLongSide,
    "short": QPrinter.DuplexMode.DuplexShortSide,
}
TRAYS = {source.name.lower(): source for source in QPrinter.PaperSource}
"""Trays by Qt's names: `auto`, `lower`, `middle`, `manual` …"""


def of_address(queue: str, options: dict[str, str]) -> SystemPrinter:
    """Build from an address `system:QUEUE?tray=lower&sides=long&copies=2`."""
    return SystemPrinter(
        queue,
        name=options.pop("name", ""),
        tray=options.pop("tray", ""),
        sides=options.pop("sides", "one"),
        copies=int(options.pop("copies", "1")),
    )


class SystemPrinter:
    """A printer as the system's own dialogs name it; may be used on any thread."""

    as_ = "pdf"
    profile = None

    def __init__(
        self, queue: str, *, name: str = "", tray: str = "", sides: str = "one", copies: int = 1
    ) -> None:
        """Build without asking the system; ValueError for a wish nobody understands."""
        if sides not in SIDES or (tray and tray not in TRAYS) or not 1 <= copies <= 99 or not queue:
            raise ValueError(queue)
        self.name = name or queue
        self._queue = queue
        self._tray, self._sides, self._copies = tray, sides, copies

    def print(self, data: bytes) -> Printed:
        """Hand all pages to the system's queue.

        Raises:
            DeviceError: PRT-11 no such printer, PRT-08 it took nothing, PRT-04 it broke off.
        """
        import pypdfium2

        if self._info().isNull():
            raise DeviceError(GONE, printer=self.name)
        with pypdfium2.PdfDocument(data) as document:
            width, height = document[0].get_size()
            target = self._target(width, height)
            painter = QPainter()
            if not painter.begin(target):
                raise DeviceError(OTHER, printer=self.name)
            try:
                for number, page in enumerate(document):
                    if number and not target.newPage():
                        raise DeviceError(NO_ANSWER, printer=self.name)
                    _draw(painter, page, target)
            finally:
                painter.end()
        if target.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            raise DeviceError(NO_ANSWER, printer=self.name)
        return Printed.SENT

    def status(self) -> Status:
        """Tell what the system knows: that the printer is there and takes jobs."""
        info = self._info()
        if info.isNull():
            return fault(GONE)
        if info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
            return fault(OTHER)
        return READY

    def _info(self) -> QPrinterInfo:
        return QPrinterInfo.printerInfo(self._queue)

    def _target(self, width: float, height: float) -> QPrinter:
        """Set the printer up for pages of this size in points."""
        target = QPrinter(self._info(), QPrinter.PrinterMode.HighResolution)
        target.setResolution(DPI)
        target.setFullPage(True)
        across = width > height
        target.setPageSize(
            QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
        )
        sides = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
        target.setPageOrientation(sides)
        target.setDuplex(SIDES[self._sides])
        target.setCopyCount(self._copies)
        target.setDocName("zcdesk")  # queues are shown to everybody: never a number or a name
        if self._tray:
            target.setPaperSource(TRAYS[self._tray])
        return target


def _draw(painter: QPainter, page: object, target: QPrinter) -> None:
    """Draw one page as a picture of the printer's own resolution."""
    bitmap = page.render(  # type: ignore[attr-defined]  # pypdfium2 has no types
        scale=target.resolution() / POINTS, grayscale=True
    )
    image = QImage(
        bytes(bitmap.buffer),
        bitmap.width,
        bitmap.height,
        bitmap.stride,
        QImage.Format.Format_Grayscale8,
    )
    painter.drawImage(target.pageLayout().fullRectPixels(target.resolution()), image)
