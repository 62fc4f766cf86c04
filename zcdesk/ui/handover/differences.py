"""The right of the desk while a pile is scanned: what is missing, what does not belong here."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import listed


class Differences(Panel):
    """Two lists of words; each change is said, because the clerk looks at the pile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("差异"))
        self.missing = _Part(self.tr("未扫到"), "circle-dashed", Tone.WARN)
        self.strangers = _Part(self.tr("不在单上"), "alert-triangle", Tone.DANGER)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=12)
        column.addWidget(self.missing)
        column.addWidget(self.strangers)
        column.addStretch(1)
        self.body.addWidget(Scroll(inside), 1)

    def show_differences(self, missing: tuple[str, ...], strangers: tuple[str, ...]) -> None:
        """Show numbers that were not scanned, and lines about copies of other piles."""
        self.missing.show_lines(missing)
        self.strangers.show_lines(strangers)


class _Part(QWidget):
    def __init__(self, title: str, icon: str, tone: Tone) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        self.count = Chip()
        self.lines = Text("", "body", wrap=True)
        self._title = title
        head = QHBoxLayout()
        theme.spaced(head, gap=8)
        head.addWidget(Text(title, "strong"))
        head.addWidget(self.count)
        head.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=4)
        column.addLayout(head)
        column.addWidget(self.lines)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show how many and which."""
        icon = self._icon if lines else "circle-check"
        tone = self._tone if lines else Tone.OK
        self.count.set_state(ChipState(icon, self.tr("{n} 件").format(n=len(lines)), tone))
        self.lines.set_text("\n".join(lines))
        self.lines.setVisible(bool(lines))
        self.lines.setAccessibleName(listed((self._title, *lines)))
