"""What the hall already knows of the applicant: open cases, promises owed, papers on file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Glyph, Panel, Text
from zcdesk.ui.widgets.choice import Check
from zcdesk.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from zcdesk.operations.history import Known


class KnownCard(Panel):
    """`card.show_known(known, today)`; says so when there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("本厅已有"), parent)
        self.setObjectName("known_card")
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._tells = False
        theme.spaced(self._lines, gap=8)
        self.body.addWidget(Scroll(inside))
        self.declined = Check(self.tr("申请人不同意沿用已存材料"))
        self.declined.setObjectName("reuse_declined")
        self.body.addWidget(self.declined)
        self.clear()

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says, line by line."""
        return tuple(text.full_text for text in self._texts())

    @property
    def tells(self) -> bool:
        """Whether anything was found."""
        return self._tells

    def clear(self) -> None:
        """Nobody is identified yet."""
        self._tells = False
        self.declined.hide()
        self._show(((self.tr("录入证件号码后，这里显示在办件、容缺待补和可复用的材料"), "", None),))

    def show_known(self, known: Known, today: str) -> None:
        """Show what was found.

        Args:
            today: ISO date, to tell what is due.
        """
        lines: list[tuple[str, str, Tone | None]] = []
        for paper in known.deferred:
            tone = Tone.DANGER if paper.due < today else Tone.DEFER
            words = self.tr("容缺待补：{name}，{due} 前（{no}）")
            text = words.format(name=paper.material, due=paper.due, no=paper.number)
            lines.append((text, "clock-hour-4", tone))
        if known.on_file:
            words = self.tr("已留存材料 {n} 份，本次可复用。请告知申请人，不同意的不沿用")
            lines.append((words.format(n=len(known.on_file)), "archive", Tone.SHARE))
        for case in known.open_cases:
            state, due = record_words(case.state_text), record_words(case.due_text)
            text = f"{case.matter_name} · {state} {due}".strip()
            lines.append((f"{text}\n{case.number}", "folder", Tone.NEUTRAL))
        self._tells = bool(lines)
        self.declined.setVisible(bool(known.on_file))
        self._show(tuple(lines) or ((self.tr("没有在办件，也没有留存材料"), "", None),))

    def _show(self, lines: tuple[tuple[str, str, Tone | None], ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, icon, tone in lines:
            self._lines.addWidget(_line(words, icon, tone))
        self._lines.addStretch(1)

    def _texts(self) -> list[Text]:
        places = range(self._lines.count())
        rows = [self._lines.itemAt(place).widget() for place in places]
        return [text for row in rows if row is not None for text in row.findChildren(Text)]


def _line(words: str, icon: str, tone: Tone | None) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    theme.spaced(row, gap=8)
    if icon and tone is not None:
        row.addWidget(Glyph(icon, tone, 18))
    row.addWidget(Text(words, "body", tone or Tone.NEUTRAL, wrap=True), 1)
    return line
