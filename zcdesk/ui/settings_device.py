"""What of a device is a matter of taste, as lines: how loud, how often, from which tray."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import jobs, theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.device_watch import NAMES
from zcdesk.ui.settings_lines import Line, Lines
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_OWN = ("", QT_TRANSLATE_NOOP("adjust", "设备自定"))
_PERCENT = tuple((str(n), f"{n}%") for n in (20, 40, 60, 80, 100))
_OPTIONS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "volume": (QT_TRANSLATE_NOOP("adjust", "音量"), (_OWN, *_PERCENT)),
    "speed": (QT_TRANSLATE_NOOP("adjust", "语速"), (_OWN, *_PERCENT)),
    "times": (
        QT_TRANSLATE_NOOP("adjust", "每次叫号"),
        (
            ("1", QT_TRANSLATE_NOOP("adjust", "一遍")),
            ("2", QT_TRANSLATE_NOOP("adjust", "两遍")),
            ("3", QT_TRANSLATE_NOOP("adjust", "三遍")),
        ),
    ),
    "english": (
        QT_TRANSLATE_NOOP("adjust", "叫号语言"),
        (
            ("no", QT_TRANSLATE_NOOP("adjust", "中文")),
            ("yes", QT_TRANSLATE_NOOP("adjust", "中文，再用英文")),
        ),
    ),
    "as": (
        QT_TRANSLATE_NOOP("adjust", "纸宽"),
        (
            ("escpos80", QT_TRANSLATE_NOOP("adjust", "80 毫米")),
            ("escpos58", QT_TRANSLATE_NOOP("adjust", "58 毫米")),
            ("raster80", QT_TRANSLATE_NOOP("adjust", "80 毫米，按图打")),
            ("raster58", QT_TRANSLATE_NOOP("adjust", "58 毫米，按图打")),
        ),
    ),
    "tray": (QT_TRANSLATE_NOOP("adjust", "纸盒"), (_OWN,)),
    "sides": (
        QT_TRANSLATE_NOOP("adjust", "单双面"),
        (
            ("one", QT_TRANSLATE_NOOP("adjust", "单面")),
            ("long", QT_TRANSLATE_NOOP("adjust", "双面，长边翻")),
            ("short", QT_TRANSLATE_NOOP("adjust", "双面，短边翻")),
        ),
    ),
    "copies": (
        QT_TRANSLATE_NOOP("adjust", "每份打"),
        (
            ("1", QT_TRANSLATE_NOOP("adjust", "一张")),
            ("2", QT_TRANSLATE_NOOP("adjust", "两张")),
            ("3", QT_TRANSLATE_NOOP("adjust", "三张")),
        ),
    ),
}
_TRAYS = {
    "ipp": ("tray-1", "tray-2", "tray-3", "manual"),
    "system": ("upper", "lower", "middle", "manual"),
}
"""As each way of printing names them; the printer's own name for one stands in its address."""


class DeviceLines(QWidget):
    """Adjusts one device; what is chosen holds from the next call or paper on."""

    def __init__(self, desk: Desk, kind: str, test: str) -> None:
        """Build.

        Args:
            test: words of the button that has the device do something.
        """
        super().__init__()
        assert desk.workshop is not None
        self._desk, self._kind, self._workshop = desk, kind, desk.workshop
        set_to = self._workshop.adjustable(kind)
        scheme = self._workshop.wanted(kind).port.partition(":")[0]
        self.lines = Lines(tuple(_line(name, value, scheme) for name, value in set_to.items()))
        self.lines.show_values(set_to)
        self.test_button = Button(test, icon="player-play")
        self.said = Text("", "body", wrap=True)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(Text(words("watch", NAMES[kind]), "heading"))
        for part in (self.lines, self.test_button, self.said):
            column.addWidget(part)
        self.lines.setVisible(bool(set_to))  # inside by now: outside it would be a window
        column.setAlignment(self.test_button, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.lines if set_to else self.test_button)
        self.lines.changed.connect(self._on_changed)
        self.test_button.clicked.connect(self.test)

    def test(self) -> None:
        """Have the device do something a person can judge."""
        self._say(self.tr("请听、请看……"), Tone.INFO)
        job = partial(self._workshop.test, self._kind, self._desk.session.window)
        self._run(job, lambda said: self._say(said, Tone.INFO))

    def _on_changed(self, name: str, value: object) -> None:
        job = partial(self._workshop.adjust, self._kind, {name: str(value)})
        self._run(job, self._on_adjusted)

    def _on_adjusted(self, device: Any) -> None:
        self._desk.fit(self._kind, device)
        self._say(self.tr("已保存，下一次就这样"), Tone.OK)

    def _on_failed(self, error: CodedError) -> None:
        self.lines.show_values(self._workshop.adjustable(self._kind))
        self._say(describe(error).text, Tone.WARN)

    def _run(self, job: Any, done: Any) -> None:
        lane = jobs.device(self._kind)
        self._desk.jobs.run(lane, job, owner=self, done=done, failed=self._on_failed)

    def _say(self, said: str, tone: Tone) -> None:
        self.said.set_tone(tone)
        self.said.set_text(said)


def _line(name: str, value: str, scheme: str) -> Line:
    """Return the line of an option; a value somebody wrote by hand is one of its choices."""
    word, offered = _OPTIONS[name]
    options = [(one, words("adjust", text)) for one, text in offered]
    if name == "tray":
        options += [(tray, tray) for tray in _TRAYS.get(scheme, ())]
    if value not in dict(options):
        options.append((value, value))
    return Line(name, words("adjust", word), tuple(options))
