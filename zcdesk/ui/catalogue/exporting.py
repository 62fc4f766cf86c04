"""The matters of the list as a workbook the import reads again."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from zcdesk.catalogue.files import write_xlsx
from zcdesk.domain.matter import Matter
from zcdesk.errors import SurroundingsError
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import exports
from zcdesk.ui.jobs import WORK


class Exporting(QObject):
    """Writes workbooks.

    Attributes:
        folder: where they go.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder = exports()

    def write(self, matters: tuple[Matter, ...]) -> None:
        """Write matters, in the work lane; that it was done is an act."""
        path = self.folder / f"事项目录 {self._desk.now():%Y%m%d-%H%M%S}.xlsx"
        self._desk.do(
            self._desk.operations.clerks.exported, self.tr("事项目录"), len(matters), owner=self
        )
        job = partial(_write, path, matters)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("表格已写到 {path}").format(path=str(path)))


def _write(path: Path, matters: tuple[Matter, ...]) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SurroundingsError("LIV-01", file=path.name) from error
    write_xlsx(path, matters)
    return path
