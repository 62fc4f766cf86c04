"""A qtbot that waits long enough for a slow machine; only a test that fails waits so long."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000
WAITS = ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive", "waitCallback")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The plug-in's own, whose waits are given up after a minute instead of five seconds."""
    from pytestqt.qtbot import QtBot

    bot = QtBot(request)
    for name in WAITS:
        wait: Callable[..., object] = getattr(bot, name)
        setattr(bot, name, partial(wait, timeout=PATIENCE_MS))
    return bot
