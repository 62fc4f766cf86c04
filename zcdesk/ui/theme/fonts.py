"""The program's own fonts, so that every PC draws the same characters at the same width.

Regular and bold are registered at start (some milliseconds); the fallback for the rarest names
only when a text first needs it. No text is ever drawn before `load_fonts` ran.
"""

from __future__ import annotations

import os

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QGuiApplication

from zcdesk.paths import resources_dir

_MAIN = "NotoSansSC"
_RARE = "ZCDeskRare"
_SYSTEM = ("Noto Sans SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")

_loaded: tuple[str, ...] = ()
_fallback: list[str] | None = None


def load_fonts(folder: str = "") -> tuple[str, ...]:
    """Register the two text fonts and return the families to use; safe to call again."""
    global _loaded
    if _loaded:
        return _loaded
    folder = folder or str(resources_dir() / "fonts")
    found: list[str] = []
    for name in _files(folder):
        if name.startswith(_MAIN):
            found += _register(os.path.join(folder, name))
    if not found:
        # Never name a family that is not there: Qt then searches every font on the PC.
        present = set(QFontDatabase.families())
        found = [name for name in _SYSTEM if name in present]
        found = found[:1] or [QGuiApplication.font().family()]
    _loaded = tuple(dict.fromkeys(found))
    return _loaded


def families() -> tuple[str, ...]:
    """Return the families in use, best first."""
    return (*load_fonts(), *(_fallback or ()))


def needs_fallback(text: str) -> bool:
    """Tell whether `text` holds a character the main font lacks."""
    odd = {ord(char) for char in text if not _is_common(ord(char))}
    if not odd:
        return False
    metrics = QFontMetrics(QFont(load_fonts()[0]))
    return not all(metrics.inFontUcs4(code) for code in odd)


def _is_common(code: int) -> bool:
    return code < 0x250 or 0x3000 <= code < 0x3400 or 0x4E00 <= code <= 0x9FA5


def load_fallback(folder: str = "") -> bool:
    """Register the fallback font on first need; True if this call added families."""
    global _fallback
    if _fallback is not None:
        return False
    folder = folder or str(resources_dir() / "fonts")
    _fallback = []
    for name in _files(folder):
        if name.startswith(_RARE):
            _fallback += _register(os.path.join(folder, name))
    _fallback = list(dict.fromkeys(_fallback))
    return bool(_fallback)


def _files(folder: str) -> list[str]:
    if not os.path.isdir(folder):
        return []
    return sorted(name for name in os.listdir(folder) if name.endswith((".ttf", ".otf")))


def _register(path: str) -> list[str]:
    number = QFontDatabase.addApplicationFont(path)
    return QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
