"""Where files go that somebody asked for, or that the program writes for them."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

EXPORTS = "综窗台导出"


def documents(*below: str) -> Path:
    """Return a person's folder for documents, or what lies `below` it; it need not be there.

    `ZCDESK_DOCUMENTS` decides where it is set: the played demo leaves nothing among them.
    """
    given = os.environ.get("ZCDESK_DOCUMENTS")
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(given or QStandardPaths.writableLocation(place)).joinpath(*below)


def exports(*below: str) -> Path:
    """Return the folder for exports, or what lies `below` it."""
    return documents(EXPORTS, *below)
