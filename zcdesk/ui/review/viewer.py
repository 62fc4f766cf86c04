"""The page viewer: one page at the width of the panel, by screenfuls; it knows what was displayed.

A page counts as seen when all of it stood on the screen, its whole width at once and wide enough
to read, for `DWELL_MS`. Playing (`A`) turns the screenfuls of what is unseen by itself at that
pace, so one key shows every page and none is ticked that was not there to be read (ux 2.12).
"""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.ui import theme
from zcdesk.ui.keys import CAPS

DWELL_MS = 600
LEGIBLE = 320
"""Least width at scale 1 at which an A4 page counts as readable."""
STEPS = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0)
OVERLAP = 0.06
WHOLE = 0.995
_TURNS = 4


class PageViewer(QWidget):
    """Shows pages by digest; `put` and `fail` answer `wanted`.

    Signals:
        wanted(str): the picture of a page is needed.
        seen(str): a page was displayed as a whole.
        moved(str): another page is in front.
        played(): nothing unseen is left to play, or it could not be shown.
    """

    wanted = Signal(str)
    seen = Signal(str)
    moved = Signal(str)
    played = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: tuple[str, ...] = ()
        self._at = 0
        self._image: QImage | None = None
        self._missing: set[str] = set()
        self._awaited: set[str] = set()
        self._destroyed: set[str] = set()
        self._step = STEPS.index(1.0)
        self._turned = 0
        self._top = 0.0
        self._left = 0.0
        self._shown: dict[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
        self._unseen: set[str] = set()
        self._playing = False
        self.dwell = QTimer(self)
        self.dwell.setSingleShot(True)
        self.dwell.setInterval(DWELL_MS)
        self.dwell.timeout.connect(self._on_dwelt)
        self.setObjectName("page_viewer")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("材料影像"))
        self._say()

    @property
    def page(self) -> str:
        """Digest of the page in front, empty without any."""
        return self._pages[self._at] if self._pages else ""

    @property
    def is_playing(self) -> bool:
        """Whether pages turn by themselves."""
        return self._playing

    @property
    def words(self) -> str:
        """What stands there instead of a picture; empty while there is one."""
        if not self._pages:
            return self.tr("本件没有扫描页，请看纸质材料")
        if self.page in self._destroyed:
            return self.tr("保存期已满，这一页已随申请人信息销毁，不能再看")
        if self.page in self._missing:
            return self.tr("图像打不开。按 {keys[F5]} 重取，或请窗口重新扫描").format(keys=CAPS)
        if self._image is not None:
            return ""
        if self.page in self._awaited:
            return self.tr("这一页在扫描它的电脑上，正在取；离线时联网后自动显示")
        return self.tr("正在取这一页…")

    def set_pages(self, pages: tuple[str, ...], unseen: tuple[str, ...]) -> None:
        """Show the pages of a case, the first unseen one in front.

        The same pages once more are the case read again: what plays goes on.
        """
        self._unseen = set(unseen)
        same = pages == self._pages
        self._pages = pages
        self._missing.clear()
        if not same:
            self.stop()
            self._shown.clear()
            first = next((i for i, page in enumerate(pages) if page in self._unseen), 0)
            self._go(first)

    def show_page(self, digest: str) -> None:
        """Bring a page to the front."""
        if digest in self._pages and digest != self.page:
            self._go(self._pages.index(digest))

    def put(self, digest: str, image: QImage) -> None:
        """A picture arrived."""
        self._missing.discard(digest)
        self._awaited.discard(digest)
        if digest == self.page:
            self._image = image
            self._say()
            self._settle()

    def wait(self, digest: str) -> None:
        """A picture comes from another station; playing goes on when it is here."""
        self._awaited.add(digest)
        if digest == self.page:
            self._say()
            self.update()

    def fail(self, digest: str) -> None:
        """A picture cannot be shown: it stays unseen, and playing ends there."""
        self._missing.add(digest)
        if digest == self.page:
            self._say()
            self.update()
            if self._playing:
                self.stop()
                self.played.emit()

    def lose(self, digest: str) -> None:
        """A page was destroyed with the personal record; nothing brings it back."""
        self._destroyed.add(digest)
        self.fail(digest)

    def fetch_again(self) -> None:
        """Ask once more for what could not be shown."""
        self._missing.clear()
        if self.page:
            self._go(self._at)

    def next_screen(self) -> bool:
        """Show what is below, then the next page; False at the very end."""
        height, room = self._scaled().height(), self.height()
        if self._image is not None and self._top + room < height - 1:
            self._scroll_to(min(self._top + room * (1 - OVERLAP), height - room))
            return True
        if self._at + 1 < len(self._pages):
            self._go(self._at + 1)
            return True
        return False

    def previous_screen(self) -> bool:
        """Show what is above, then the page before; False at the very beginning."""
        if self._top > 0:
            self._scroll_to(max(0.0, self._top - self.height() * (1 - OVERLAP)))
            return True
        if self._at > 0:
            self._go(self._at - 1)
            return True
        return False

    def zoom(self, steps: int) -> None:
        """Draw larger or smaller; 1 is the width of the panel."""
        self._step = max(0, min(self._step + steps, len(STEPS) - 1))
        self._left = 0.0
        self._scroll_to(min(self._top, max(0.0, self._scaled().height() - self.height())))

    def pan(self, steps: int) -> None:
        """Show what lies beside, when the page is wider than the panel."""
        most = max(0.0, float(self._scaled().width() - self.width()))
        self._left = max(0.0, min(self._left + steps * self.width() / 2, most))
        self.update()

    def turn(self) -> None:
        """Rotate by a quarter to the right."""
        self._turned = (self._turned + 1) % _TURNS
        self._scroll_to(0.0)

    def play(self) -> None:
        """Turn through everything unseen; `played` follows."""
        self._step = STEPS.index(1.0)
        self._left = 0.0
        self._playing = True
        self._go_on()

    def stop(self) -> None:
        """Turn no further."""
        self._playing = False

    def sizeHint(self) -> QSize:
        """Ask for a page's proportions."""
        at = theme.look(self)
        return QSize(at.px(560), at.px(420))

    def minimumSizeHint(self) -> QSize:
        """Stay wide enough for a page to be read: else nobody could accept anything."""
        at = theme.look(self)
        return QSize(at.px(LEGIBLE), 1)  # where something is asked that has its height

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll within the page."""
        self.stop()
        most = max(0.0, self._scaled().height() - self.height())
        self._scroll_to(max(0.0, min(self._top - event.angleDelta().y(), most)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep within the page."""
        super().resizeEvent(event)
        self._scroll_to(min(self._top, max(0.0, self._scaled().height() - self.height())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, or say why there is none."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), at.colour("subtle"))
        if self._image is None or self.words:
            painter.setPen(at.colour("text2"))
            painter.setFont(at.font("body"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self.words)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._scaled()
        left = max(0.0, (self.width() - size.width()) / 2) - self._left
        room = QRectF(left, -self._top, size.width(), size.height())
        painter.fillRect(room, Qt.GlobalColor.white)
        if self._turned:
            turned = self._image.transformed(QTransform().rotate(90 * self._turned))
            painter.drawImage(room, turned)
        else:
            painter.drawImage(room, self._image)
        painter.setPen(at.colour("border"))
        painter.drawRect(room.adjusted(0, 0, -1, -1))

    def _scaled(self) -> QSize:
        """Return the size of the page as drawn."""
        if self._image is None:
            return QSize(0, 0)
        size = self._image.size()
        if self._turned % 2:
            size.transpose()
        width = round(self.width() * STEPS[self._step])
        return QSize(width, max(1, round(size.height() * width / max(1, size.width()))))

    def _go(self, place: int) -> None:
        self._at = place
        self._image = None
        self._turned = 0
        self._top = 0.0
        self._say()
        self.update()
        if self._pages:
            self.moved.emit(self.page)
            self.wanted.emit(self.page)
            if place + 1 < len(self._pages):
                self.wanted.emit(self._pages[place + 1])

    def _scroll_to(self, top: float) -> None:
        self._top = top
        self._settle()

    def _settle(self) -> None:
        self.update()
        self.dwell.start()

    def _on_dwelt(self) -> None:
        """What stands on the screen since the dwell time was there to be read."""
        if self._image is None or not self.isVisible() or self.visibleRegion().isEmpty():
            return
        size = self._scaled()
        if theme.look(self).px(LEGIBLE) <= size.width() <= self.width() + 1:
            spans = self._shown[(self.page, self._turned)]
            spans.append((self._top / size.height(), (self._top + self.height()) / size.height()))
            if self.page in self._unseen and covered(spans) >= WHOLE:
                self._unseen.discard(self.page)
                self.seen.emit(self.page)
        elif self._playing:
            self.stop()
            self.played.emit()
        if self._playing:
            self._go_on()

    def _go_on(self) -> None:
        """Play: the rest of this page if it is unseen, else the next unseen one."""
        if not self._unseen:
            self._playing = False
            self.played.emit()
        elif self.page in self._unseen:
            if self._image is None:
                self.wanted.emit(self.page)
            elif self._is_new():
                self._settle()
            elif not self._below():
                self._scroll_to(0.0)
        else:
            self._go(next(i for i, page in enumerate(self._pages) if page in self._unseen))

    def _is_new(self) -> bool:
        """Whether what stands there now has not been counted yet."""
        height = max(1, self._scaled().height())
        now = (self._top / height, min(1.0, (self._top + self.height()) / height))
        spans = self._shown[(self.page, self._turned)]
        return not any(first <= now[0] and last >= now[1] for first, last in spans)

    def _below(self) -> bool:
        height, room = self._scaled().height(), self.height()
        if self._top + room >= height - 1:
            return False
        self._scroll_to(min(self._top + room * (1 - OVERLAP), height - room))
        return True

    def _say(self) -> None:
        place = self.tr("第 {n} 页，共 {all} 页").format(n=self._at + 1, all=len(self._pages))
        self.setAccessibleDescription(self.words or place)


def covered(spans: list[tuple[float, float]]) -> float:
    """Return how much of 0…1 the spans cover together."""
    end = total = 0.0
    for first, last in sorted(spans):
        begin, stop = max(first, end), min(last, 1.0)
        if stop > begin:
            total += stop - begin
            end = stop
    return total
