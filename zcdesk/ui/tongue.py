"""Another language for a window citizens use, while the desk keeps its own.

One translator before all others that answers only for the kiosk's own texts, and for shared ones
while the kiosk is speaking; for everything else it says nothing and the program's is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from zcdesk import paths

CHINESE, ENGLISH = "zh_CN", "en_US"
LANGUAGES = (CHINESE, ENGLISH)

KIOSK = frozenset({"KioskWindow", "HomePage", "NowCalled", "TakenPage", "GuidePage", "MatterPage"})
KIOSK |= {"BookingPage", "ProgressPage", "StillThere", "Keypad", "kiosk_standing"}
KIOSK |= {"kiosk_guide"}
"""Contexts no other window has."""


class Tongue(QTranslator):
    """The kiosk's language; one for the whole program, installed with its first use.

    Attributes:
        speaks: language of the kiosk's own texts; empty until one was open.
    """

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self.speaks = ""
        self._is_speaking = False
        self._english = QTranslator(self)
        self._english.load(f"zcdesk_{ENGLISH}", str(paths.translations_dir()))

    @contextmanager
    def speaking(self) -> Iterator[None]:
        """Let shared texts be the kiosk's too: categories, waits, what an error says."""
        self._is_speaking = True
        try:
            yield
        finally:
            self._is_speaking = False

    def isEmpty(self) -> bool:
        """Say that there is something to ask for."""
        return False

    def translate(  # type: ignore[override]  # None is Qt's null string: ask the next translator
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Answer for the kiosk."""
        if not self.speaks or not (self._is_speaking or context in KIOSK):
            return None
        if self.speaks == CHINESE:
            return source
        return self._english.translate(context, source, disambiguation, n) or source


def tongue() -> Tongue:
    """Return the one of this program."""
    app = QCoreApplication.instance()
    assert app is not None
    found = app.findChild(Tongue)
    if found is None:
        found = Tongue()
        app.installTranslator(found)
    return found


def usual() -> str:
    """Return the language the program itself speaks."""
    name = QLocale().name()
    return name if name in LANGUAGES else CHINESE
