"""Pictures of every screen, in each theme and text size, taken of the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Theme

LOOKS = tuple((look, scale) for look in (Theme.LIGHT, Theme.DARK) for scale in (1.0, 1.25, 1.5))
SIZES = {"": (1366, 697), "wide": (1536, 793), "narrow": (1093, 545)}


class Pictures:
    """Takes pictures of one window into a folder.

    Attributes:
        taken: file names in the order they were taken.
    """

    def __init__(self, window: QWidget, folder: Path) -> None:
        self._window = window
        self._folder = folder
        self.taken: list[str] = []
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, name: str, *, settle: Callable[[], None]) -> None:
        """Take a screen in every look, and in three sizes; leave the window as it was."""
        for look, scale in LOOKS:
            theme.apply(self._window, look, scale)
            settle()
            self._save(f"{name}-{look.value}-{round(scale * 100)}")
        theme.apply(self._window, Theme.LIGHT, 1.0)
        for word, size in SIZES.items():
            if word:
                self._window.resize(*size)
                settle()
                self._save(f"{name}-light-100-{word}")
        self._window.resize(*SIZES[""])
        settle()

    def plain(
        self,
        name: str,
        window: QWidget | None = None,
        *,
        dark: bool,
        settle: Callable[[], object],
    ) -> None:
        """Take a screen as it is, and perhaps once more dark with larger text.

        Args:
            window: another window than this one.
        """
        target = window or self._window
        self._save(f"{name}-light-100", target)
        if not dark:
            return
        theme.apply(target, Theme.DARK, 1.25)
        settle()
        self._save(f"{name}-dark-125", target)
        theme.apply(target, Theme.LIGHT, 1.0)
        settle()

    def snap(self, name: str) -> None:
        """Take one picture of the window as it is now."""
        self._save(name)

    def _save(self, name: str, window: QWidget | None = None) -> None:
        QCoreApplication.processEvents()
        QApplication.sendPostedEvents()
        path = self._folder / f"{name}.png"
        if not (window or self._window).grab().save(str(path)):
            raise OSError(f"cannot write {path.name}")
        self.taken.append(path.name)
