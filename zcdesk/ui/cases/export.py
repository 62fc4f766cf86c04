"""Writes the file of a case (办件档案): papers as PDF, scans, data, and the list with digests.

Gathered in the store's lane, laid out and written in the work lane. The folder appears whole or
not at all.
"""

from __future__ import annotations

import hashlib
import shutil
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from zcdesk.errors import SurroundingsError
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import documents
from zcdesk.ui.jobs import WORK

if TYPE_CHECKING:
    from zcdesk.domain.papers_lists import FileItem
    from zcdesk.operations.case_file import CaseFile


class CaseExport(QObject):
    """Saves case files below one folder.

    Attributes:
        folder: where; one folder per case number.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.folder = documents("办件档案")

    def save(self, case_id: str) -> None:
        """Gather and write the file of a case."""
        gather = self._desk.operations.case_file.gather
        self._desk.do(gather, case_id, owner=self, done=self._on_gathered)

    def _on_gathered(self, file: CaseFile) -> None:
        job = partial(write, file, self.folder)
        self._desk.jobs.run(WORK, job, owner=self, done=self._on_written)

    def _on_written(self, path: Path) -> None:
        self._desk.notices.note(self.tr("档案已写到 {path}").format(path=str(path)))


def write(file: CaseFile, folder: Path) -> Path:
    """Write a case file below `folder` and return its place.

    Raises:
        SurroundingsError: FIL-01, the folder cannot be written.
    """
    target, half = folder / file.number, folder / f".{file.number}.part"
    try:
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        _fill(file, half)
        shutil.rmtree(target, ignore_errors=True)
        half.rename(target)
    except OSError as error:
        shutil.rmtree(half, ignore_errors=True)
        raise SurroundingsError("FIL-01", path=str(folder)) from error
    return target


def _fill(file: CaseFile, folder: Path) -> None:
    from zcdesk.domain.papers import title
    from zcdesk.domain.papers_lists import FileItem
    from zcdesk.forms import render
    from zcdesk.operations.case_file import with_items

    items: list[FileItem] = []

    def put(name: str, what: str, data: bytes, number: str = "") -> None:
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        made = FileItem(
            no=len(items) + 1, name=what, number=number, medium="电子", digest=digest, pages=1
        )
        items.append(made)

    for no, task in enumerate(file.papers, 1):
        what = title(task.paper)
        put(f"文书/{no:02d}-{what}.pdf", what, render(task.paper), task.number)
    for name, material, data in file.scans:
        put(f"扫描件/{name}", material, data)
    for name, data in file.data.items():
        put(name, name.removesuffix(".json"), data)
    (folder / "档案移交目录.pdf").write_bytes(render(with_items(file.index, tuple(items))))
    sums = "".join(f"{one.digest}  {one.name}\n" for one in items)
    (folder / "SHA256.txt").write_text(sums, encoding="utf-8")
