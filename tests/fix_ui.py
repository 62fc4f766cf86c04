"""A window on the offscreen platform, and clocks and timers that a test moves itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

PATIENCE_MS = 60_000
"""Only a test that fails waits so long; on a slow PC five seconds are no proof of anything."""


class PatientBot(QtBot):  # type: ignore[misc]  # the package tells no types
    """pytest-qt's bot, whose waits end when what they wait for is there."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **how)

    def waitSignals(self, signals: Any, *, timeout: int = PATIENCE_MS, **how: Any) -> Any:
        return super().waitSignals(signals, timeout=timeout, **how)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> PatientBot:
    return PatientBot(request)


class Hand:
    """A clock in seconds that stands still until moved; also serves as the clock of events."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self, _event: object = None) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds


class HandTimer:
    """A single-shot timer the test fires."""

    def __init__(self) -> None:
        self.ms = 0
        self._due: Callable[[], None] | None = None

    def start(self, ms: int, due: Callable[[], None]) -> None:
        self.ms, self._due = ms, due

    def stop(self) -> None:
        self._due = None

    @property
    def is_running(self) -> bool:
        return self._due is not None

    def fire(self) -> None:
        assert self._due is not None, "nothing was waiting"
        due, self._due = self._due, None
        due()


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def hand_timer() -> HandTimer:
    return HandTimer()


@pytest.fixture
def speak(qapp: Any) -> Iterator[Callable[[str], None]]:
    """Make the program speak a language until the test is over."""
    from PySide6.QtCore import QLocale, QTranslator

    from zcdesk.ui.language import install_language
    from zcdesk.ui.tongue import Tongue

    before, locale = qapp.findChildren(QTranslator), QLocale()
    for kiosk in qapp.findChildren(Tongue):
        kiosk.speaks = ""  # as if no kiosk had been open in this process
    yield lambda language: install_language(qapp, language)
    for translator in qapp.findChildren(QTranslator):
        if translator not in before:
            qapp.removeTranslator(translator)
            translator.deleteLater()
    QLocale.setDefault(locale)


@pytest.fixture
def english(speak: Callable[[str], None]) -> None:
    """Speak English until the test is over."""
    speak("en_US")


@pytest.fixture
def dressed(qtbot: Any) -> Callable[..., Any]:
    """Show a widget as an active top-level window with a look."""
    kept: list[Any] = []  # qtbot holds only weak references

    def dress(
        widget: Any,
        theme_name: str = "light",
        scale: float = 1.0,
        size: tuple[int, int] | None = None,
    ) -> Any:
        from zcdesk.ui import theme

        kept.append(widget)
        theme.apply(widget, theme.Theme(theme_name), scale)
        if size is not None:
            widget.resize(*size)
        qtbot.addWidget(widget)
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return dress


@pytest.fixture
def gate(qapp: Any, hand: Hand, hand_timer: HandTimer) -> Any:
    """A key gate whose clock and timer the test moves."""
    from zcdesk.ui.input import KeyGate

    made = KeyGate(hand, hand_timer)
    yield made
    qapp.removeEventFilter(made)
    made.deleteLater()


@pytest.fixture
def shell(dressed: Callable[..., Any]) -> Any:
    """A shell with two pages: `one` with a list, `two` empty; both modules of the rail."""
    from page_samples import ListPage, PlainPage

    from zcdesk.ui.bindings import Keys
    from zcdesk.ui.notices import Notices
    from zcdesk.ui.shell import Shell

    keys, notices = Keys(), Notices()
    made = Shell(keys, notices)
    made.notices = notices
    made.add_page("one", ListPage(keys), "list-check", "收件")
    made.add_page("two", PlainPage(keys), "search", "查询")
    dressed(made, size=(1366, 697))
    made.show_page("one")
    return made
