"""A setting names its colours, or leaves them to the desktop."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from zcdesk.ui.theme import Theme, system


@pytest.mark.parametrize("theme", Theme)
def test_a_named_theme_is_that_theme(theme: Theme) -> None:
    assert system.chosen(theme.value) is theme


def test_what_nobody_knows_is_light() -> None:
    assert system.chosen("rainbow") is Theme.LIGHT


@pytest.mark.parametrize(
    ("scheme", "theme"),
    [(Qt.ColorScheme.Dark, Theme.DARK), (Qt.ColorScheme.Light, Theme.LIGHT)],
)
def test_the_desktop_is_followed(qapp, scheme, theme) -> None:
    hints = QGuiApplication.styleHints()
    hints.setColorScheme(scheme)
    try:
        if hints.colorScheme() is scheme:  # this platform can be told
            assert system.chosen("system") is theme
        else:
            assert system.chosen("system") is Theme.LIGHT
    finally:
        hints.unsetColorScheme()
