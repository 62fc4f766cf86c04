"""Two versions of a matter or a package compared: which, and what differs line by line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.proposal import Change
from zcdesk.operations.catalogue_sheet import Version
from zcdesk.ui import theme
from zcdesk.ui.catalogue.words import state_chip
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Combo, Panel, Text
from zcdesk.ui.widgets.scroll import Scroll

WRITING, DRAFT = "writing", "draft"
"""Sides of a comparison that are no version: what is in the editor, what was saved of it."""

Lines = Callable[[Any, Any], list[str]]


class VersionsPanel(Panel):
    """The comparison; a side is a version's number, `DRAFT` or `WRITING`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("差异"))
        self._known: dict[object, Any] = {}
        self._writing: Any = None
        self._lines: Lines = lambda old, new: []
        self.old, self.new = Combo(), Combo()
        self.old.setObjectName(f"{name}_old")
        self.new.setObjectName(f"{name}_new")
        self.old.setAccessibleName(self.tr("比较：从"))
        self.new.setAccessibleName(self.tr("比较：到"))
        self.differences = Text("", "body", wrap=True)
        self.differences.setAlignment(Qt.AlignmentFlag.AlignTop)
        for word, combo in ((self.tr("从"), self.old), (self.tr("到"), self.new)):
            side = QHBoxLayout()
            theme.spaced(side, gap=6)
            side.addWidget(Text(word, "body", Tone.NEUTRAL))
            side.addWidget(combo, 1)
            self.body.addLayout(side)
            combo.currentIndexChanged.connect(self.compare)
        self.body.addWidget(Scroll(self.differences), 1)

    def offer(
        self, versions: Sequence[Version[Any]], change: Change | None, drafted: Any, lines: Lines
    ) -> None:
        """Offer versions, newest first, and an open change; from the one in force at first."""
        self._lines = lines
        self._known = {version.item.version: version.item for version in versions}
        for combo in (self.old, self.new):
            combo.blockSignals(True)
            combo.clear()
        self.new.addItem(self.tr("正在编辑"), WRITING)
        if change is not None:
            self._known[DRAFT] = drafted
            self.old.addItem(state_chip(change.state).word, DRAFT)
        for version in versions:
            words = self._words(version)
            self.old.addItem(words, version.item.version)
            self.new.addItem(words, version.item.version)
        at = next((v.item.version for v in versions if v.in_force), None)
        self.old.setCurrentIndex(max(0, self.old.findData(at)))
        for combo in (self.old, self.new):
            combo.blockSignals(False)
        self.compare()

    def show_writing(self, item: Any) -> None:
        """Compare with what is being written; None while it makes no value."""
        self._writing = item
        self.compare()

    def compare(self) -> None:
        """Say what differs between the two sides, line by line."""
        old, new = self._side(self.old), self._side(self.new)
        if new is None:
            self.differences.set_text(self.tr("先改好上面的问题，再看差异"))
        elif old is None:
            self.differences.set_text(self.tr("新的，还没有发布过的版本"))
        else:
            found = "\n".join(self._lines(old, new))
            self.differences.set_text(found or self.tr("没有差异"))

    def _side(self, combo: Combo) -> Any:
        wanted = combo.currentData()
        return self._writing if wanted == WRITING else self._known.get(wanted)

    def _words(self, version: Version[Any]) -> str:
        said = self.tr("第 {v} 版").format(v=version.item.version)
        if version.in_force:
            return self.tr("{version} 生效中").format(version=said)
        return f"{said} {(version.begins or version.at)[:10]}"
