"""Files a page takes in or writes: chosen, typed, or dropped on the page; never read here."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.widgets import Button, Field, LineEdit

Path = Callable[[str], object]


def open_file(page: QWidget, title: str, kinds: str, done: Path) -> None:
    """Have a file chosen that is there; `done` gets its path."""
    dialog = QFileDialog(page, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(done)
    dialog.open()


def save_file(
    page: QWidget, title: str, kinds: str, done: Path, *, ending: str = "xlsx", name: str = ""
) -> None:
    """Have said where a file is written, `name` at first; `done` gets its path."""
    dialog = QFileDialog(page, title, "", kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending)
    if name:
        dialog.selectFile(name)
    dialog.fileSelected.connect(done)
    dialog.open()


class FileIntake(QWidget):
    """The line of a page that takes a file: its path, choosing one, reading it.

    Attributes:
        field: the path, and what is wrong with the file.

    Signals:
        wanted(str): the file shall be read.
    """

    wanted = Signal(str)

    def __init__(self, page: QWidget, name: str, label: str, asked: str, kinds: str) -> None:
        """Build.

        Args:
            page: takes files that are dropped on it.
            name: object name of the field.
            label, asked: of the field, and what is said while it is empty.
            kinds: what the dialog offers, `表格 (*.xlsx)`.
        """
        super().__init__()
        self._label, self._asked, self._kinds = label, asked, kinds
        self.field = Field(label, LineEdit())
        self.field.edit.setObjectName(name)
        self._row = QHBoxLayout(self)
        theme.spaced(self._row, gap=8)
        self._row.addWidget(self.field, 1)
        browse = Button(self.tr("选择文件…"), icon="folder")
        browse.clicked.connect(self._on_browse)
        check = Button(self.tr("读取并检查"), key="Enter")
        check.clicked.connect(self.read)
        self.add(browse)
        self.add(check)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def add(self, part: QWidget) -> None:
        """Put something beside it, standing on the line of the buttons."""
        self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)

    def read(self) -> None:
        """Ask for the file to be read, or say that none is named."""
        path = self.field.text().strip().strip('"')
        if path:
            self.wanted.emit(path)
        else:
            self.field.say(self._asked)

    def refuse(self, words: str) -> None:
        """Say why the file cannot be taken; the focus goes back to its path."""
        self.field.say(words)
        self.field.setFocus()

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Take a file of this PC that is dragged onto the page."""
        if event.type() == QEvent.Type.DragEnter:
            if _dropped(cast(QDragEnterEvent, event)):
                event.accept()
            return True
        if event.type() == QEvent.Type.Drop:
            path = _dropped(cast(QDropEvent, event))
            if path:
                self._on_file(path)
            return True
        return super().eventFilter(page, event)

    def _on_browse(self) -> None:
        open_file(self, self._label, self._kinds, self._on_file)

    def _on_file(self, path: str) -> None:
        self.field.set_text(path)
        self.read()


def _dropped(event: QDropEvent) -> str:
    """Return the first file of this PC that is dragged; empty where it is something else."""
    urls = event.mimeData().urls()
    return next((url.toLocalFile() for url in urls if url.isLocalFile()), "")
