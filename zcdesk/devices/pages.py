"""Pages of a document camera or scanner: from a folder its program writes to, or from a command.

Makers' cameras come with programs and closed drivers; a folder they save into, or a command that
takes one picture, is what all of them share. Each page is looked at: askew, or too dark to read.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import time
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from zcdesk.devices.kinds import READY, Page, Status, fault
from zcdesk.errors import DeviceError

ENDINGS = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp")
STILL_S = 0.5
"""A file that has not grown for so long is whole."""
COMMAND_S = 15.0
DARK = 70
"""Of 255: a page whose brighter half is darker than this was taken without light."""
MOST_BYTES = 40_000_000
_SMALL, _STEPS, _RANGE = 300, 0.5, 10


class FolderScanner:
    """Takes the oldest page lying in a folder; it is moved to `taken` beside the others.

    What lay there before the program began is nobody's page of today and stays.
    """

    def __init__(self, folder: Path, name: str = "") -> None:
        self.name = name or "高拍仪"
        self._folder = folder
        self._since = time.time()

    def scan(self) -> Page:
        """Return the next page as PNG or JPEG; SCN-04 when there is none yet."""
        found = self._waiting()
        if not found:
            raise DeviceError("SCN-04")
        page = looked_at(_bytes_of(found[0]))
        taken = self._folder / "taken"
        taken.mkdir(exist_ok=True)
        os.replace(found[0], taken / found[0].name)
        return page

    def status(self) -> Status:
        """Tell whether the folder is there."""
        return READY if self._folder.is_dir() else fault("DEV-09")

    def _waiting(self) -> list[Path]:
        now = time.time()
        try:
            files = [f for f in self._folder.iterdir() if f.suffix.lower() in ENDINGS]
            times = [(f.stat().st_mtime, f) for f in files]
        except OSError as error:
            raise DeviceError("DEV-09", port=str(self._folder)) from error
        return [f for at, f in sorted(times) if self._since <= at <= now - STILL_S]


class CommandCamera:
    """Takes a page with a program of this PC: it writes to `{file}`, else to its output."""

    def __init__(self, words: str, name: str = "") -> None:
        """Build; ValueError for words that are no command.

        Args:
            words: program and arguments; no shell reads them.
        """
        self._words = shlex.split(words)
        if not self._words:
            raise ValueError(words)
        self.name = name or "高拍仪"

    def scan(self) -> Page:
        """Return one page; SCN-07 when the program gives none in time."""
        program = Path(self._words[0]).name
        with tempfile.TemporaryDirectory(prefix="zcdesk-page-") as folder:
            file = Path(folder) / "page.jpg"
            words = [word.replace("{file}", str(file)) for word in self._words]
            try:
                ran = subprocess.run(  # noqa: S603 - the words are this PC's own settings
                    words, capture_output=True, timeout=COMMAND_S, check=True
                )
                data = file.read_bytes() if file.exists() else ran.stdout
            except (OSError, subprocess.SubprocessError) as error:
                raise DeviceError("SCN-07", program=program) from error
        if not data:
            raise DeviceError("SCN-07", program=program)
        return looked_at(data)

    def status(self) -> Status:
        """Tell whether the program is there."""
        from shutil import which

        return READY if which(self._words[0]) else fault("DEV-09")


def looked_at(data: bytes) -> Page:
    """Judge a picture: how far it lies askew and whether it is dark; SCN-07 for no picture."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data)) as picture:
            grey = ImageOps.exif_transpose(picture).convert("L")
            grey.thumbnail((_SMALL, _SMALL))
            kept = data if picture.format in ("PNG", "JPEG") else _png(picture)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise DeviceError("SCN-07", program="?") from error
    counts = grey.histogram()
    half, seen = sum(counts) / 2, 0
    median = next(v for v in range(256) if (seen := seen + counts[v]) >= half)
    return Page(kept, skew=_skew(grey, median), is_dark=median < DARK)


def _png(picture: object) -> bytes:
    out = BytesIO()
    picture.convert("RGB").save(out, "PNG")  # type: ignore[attr-defined]
    return out.getvalue()


def _skew(grey: object, median: int) -> float:
    """Return by how many degrees the lines of a page are turned; 0 where none are found.

    Lines of text turned level give rows that are dark or light, never grey between: the turn
    whose row sums differ most is the one.
    """
    from PIL import Image

    ink = grey.point(lambda v: 255 if v < median * 0.75 else 0)  # type: ignore[attr-defined]
    if not ink.getbbox():
        return 0.0
    best, level = 0.0, -1.0
    for step in range(-int(_RANGE / _STEPS), int(_RANGE / _STEPS) + 1):
        angle = step * _STEPS
        turned = ink.rotate(angle, Image.Resampling.BILINEAR)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        sharp = sum((a - b) ** 2 for a, b in pairwise(rows))
        if sharp > level * (1.02 if abs(angle) > abs(best) else 1.0):
            best, level = angle, sharp
    return -best


def _bytes_of(file: Path) -> bytes:
    try:
        if file.stat().st_size > MOST_BYTES:
            raise DeviceError("SCN-07", program=file.name)
        return file.read_bytes()
    except OSError as error:
        raise DeviceError("DEV-09", port=str(file)) from error
