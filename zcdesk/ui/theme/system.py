"""Which colours the PC asks for: `system` in the settings follows it (ux 4.6)."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from zcdesk.ui.theme.tokens import Theme

SYSTEM = "system"


def chosen(name: str) -> Theme:
    """Return the theme of a setting: by its name, or as the system has it; else the light one."""
    if name == SYSTEM:
        return of_system()
    return next((known for known in Theme if known.value == name), Theme.LIGHT)


def for_citizens(name: str, usual: Theme) -> Theme:
    """Return the theme of a screen citizens see: as the station sets it, else its usual one."""
    return next((known for known in Theme if known.value == name), usual)


def of_system() -> Theme:
    """Return what the desktop asks for: Windows' high contrast first, then dark or light."""
    if _wants_contrast():
        return Theme.CONTRAST
    is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return Theme.DARK if is_dark else Theme.LIGHT


def _wants_contrast() -> bool:
    """Ask Windows; on Linux desktops high contrast is a theme of its own, nothing to be asked."""
    if sys.platform != "win32":
        return False
    import ctypes

    class HighContrast(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_uint),
            ("flags", ctypes.c_uint),
            ("scheme", ctypes.c_wchar_p),
        )

    asked = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    get_high_contrast = 0x0042  # SPI_GETHIGHCONTRAST
    ctypes.windll.user32.SystemParametersInfoW(
        get_high_contrast, asked.size, ctypes.byref(asked), 0
    )
    return bool(asked.flags & 1)
