"""A paper as the printer will make it: laid out and turned into a picture in the work lane.

It shows what would be printed now and nothing else; a newer request replaces one still under way.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.paper_words import PaperWords
from zcdesk.domain.papers import Paper
from zcdesk.domain.printer_profile import Chinese, PrinterProfile
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.jobs import WORK, JobsLike
from zcdesk.ui.widgets.empty import Empty
from zcdesk.ui.widgets.scroll import Scroll

COLUMNS = {"escpos80": 48, "escpos58": 32}
"""Characters in a line of the thermal papers."""

_SCALE = 2.0
"""Pixels to a point of the PDF: sharp at twice the size it is usually shown in."""


class Picture(NamedTuple):
    """A paper drawn.

    Attributes:
        pages: one image a page.
        text: what stands on it.
    """

    pages: tuple[QImage, ...]
    text: str


def draw(
    paper: Paper,
    as_: str,
    words: PaperWords | None = None,
    model: PrinterProfile | None = None,
) -> Picture:
    """Lay a paper out and draw it; for the work lane."""
    from zcdesk import forms
    from zcdesk.forms import wording

    as_ = as_.replace("raster", "escpos")  # the same slip, drawn by the printer
    current = words.current if words else ""
    own = wording.in_force(current, words.texts(current)) if words else None
    if as_ in COLUMNS:
        from zcdesk.forms import decode

        if model and model.chinese is Chinese.NONE:
            model = None  # sent as a picture of the generic slip
        data = forms.render(paper, as_, own, model)  # type: ignore[arg-type]  # one of COLUMNS
        slip = decode.decode(data, model or COLUMNS[as_])
        drawn = decode.picture(slip).convert("L")
        grey = QImage.Format.Format_Grayscale8
        image = QImage(drawn.tobytes(), drawn.width, drawn.height, drawn.width, grey)
        return Picture((image.copy(),), slip.text)
    import pypdfium2

    with pypdfium2.PdfDocument(forms.render(paper, "pdf", own)) as document:
        pages, texts = [], []
        for page in document:
            bitmap = page.render(scale=_SCALE, rev_byteorder=True, prefer_bgrx=True)
            image = QImage(
                bytes(bitmap.buffer),
                bitmap.width,
                bitmap.height,
                bitmap.stride,
                QImage.Format.Format_RGBX8888,
            )
            pages.append(image.copy())
            texts.append(page.get_textpage().get_text_range())
    return Picture(tuple(pages), "\n".join(texts))


class PaperPreview(QWidget):
    """`preview.show_paper(paper, "pdf")`; `clear(words)` says why there is nothing to see."""

    def __init__(self, jobs: JobsLike, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._wanted = 0
        self.setObjectName("paper_preview")
        self._sheet = _Sheet()
        self._empty = Empty("receipt", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(Scroll(self._sheet))
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self._stack)

    @property
    def text(self) -> str:
        """What stands on the paper shown, empty without one."""
        return self._sheet.picture.text if self._stack.currentIndex() else ""

    def show_paper(
        self,
        paper: Paper,
        as_: str = "pdf",
        words: PaperWords | None = None,
        model: PrinterProfile | None = None,
    ) -> None:
        """Draw a paper as `pdf`, `escpos80` or `escpos58`, in the hall's words in force."""
        self._wanted += 1
        wanted = self._wanted

        def drawn(picture: Picture) -> None:
            if wanted == self._wanted:
                self._sheet.show_picture(picture)
                self.setAccessibleDescription(picture.text)
                self._stack.setCurrentIndex(1)

        def failed(_error: CodedError) -> None:
            if wanted == self._wanted:
                self.clear(self.tr("预览没有生成，不影响收件和打印"))

        work = partial(draw, paper, as_, words, model)
        self._jobs.run(WORK, work, owner=self, done=drawn, failed=failed)

    def clear(self, words: str) -> None:
        """Show words instead of a paper."""
        self._wanted += 1
        self._empty.say(words)
        self._stack.setCurrentIndex(0)


class _Sheet(QWidget):
    """The pages below each other, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.picture = Picture((), "")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picture(self, picture: Picture) -> None:
        self.picture = picture
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        gap = theme.look(self).space(8)
        return sum(self._height(page, width) + gap for page in self.picture.pages)

    def sizeHint(self) -> QSize:
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        top = 0
        for page in self.picture.pages:
            room = QRectF(0, top, self.width() - 1, self._height(page, self.width()))
            painter.fillRect(room, Qt.GlobalColor.white)
            painter.drawImage(room, page)
            painter.setPen(at.colour("divider"))
            painter.drawRect(room)
            top += self._height(page, self.width()) + at.space(8)

    @staticmethod
    def _height(page: QImage, width: int) -> int:
        return round(page.height() * width / page.width())
