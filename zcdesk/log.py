"""The program's own log: one file a day, kept for half a year, without anybody's personal data.

A message or a traceback may carry a value somebody typed, so every line is masked on its way to
the disk, whoever wrote it. A disk that is full or gone stops the log, never the program.
"""

from __future__ import annotations

import logging
import os
import re
from logging.handlers import TimedRotatingFileHandler
from pathlib import Path
from typing import Any

FOLDER = "log"
FILE = "zcdesk.log"
KEPT_DAYS = 200
"""Network logs are kept for six months at least (网络安全法 21)."""

LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"

# Longest first; a number inside a longer run of digits (a hash, a case number) is none of these.
_PERSONAL = (
    (re.compile(r"(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])"), "[证件号]"),
    (re.compile(r"(?<![0-9A-Za-z])\d{15}(?![0-9A-Za-z])"), "[证件号]"),
    (re.compile(r"(?<![0-9A-Za-z])[HMhm]\d{8}(?:\d{2})?(?![0-9A-Za-z])"), "[证件号]"),
    (re.compile(r"(?<![0-9A-Za-z])1[3-9]\d{9}(?![0-9A-Za-z])"), "[手机号]"),
)


def masked(text: str) -> str:
    """Return `text` with every number of an identity card or a mobile phone taken out."""
    for pattern, shown in _PERSONAL:
        text = pattern.sub(shown, text)
    return text


def start(data: Path) -> logging.Handler | None:
    """Write what the program logs to `data/log`; None where the disk refuses.

    Calling it again for the same folder changes nothing.
    """
    root = logging.getLogger()
    path = data / FOLDER / FILE
    for handler in root.handlers:
        if isinstance(handler, _File) and Path(handler.baseFilename) == path.absolute():
            return handler
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _File(path)
    except OSError:
        return None
    handler.setFormatter(_Masked(LINE))
    root.addHandler(handler)
    root.setLevel(min(root.level or logging.INFO, logging.INFO))
    return handler


def stop(handler: logging.Handler | None) -> None:
    """End a log that `start` began."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


class _Masked(logging.Formatter):
    """Masks the finished line: message, values and traceback alike."""

    def format(self, record: logging.LogRecord) -> str:
        return masked(super().format(record))


class _File(TimedRotatingFileHandler):
    """A file a day, readable by its owner alone."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, when="midnight", backupCount=KEPT_DAYS, encoding="utf-8")

    def _open(self) -> Any:
        stream = super()._open()
        os.chmod(self.baseFilename, 0o600)
        return stream

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """Lose the line: whoever logs has something more important to do."""
