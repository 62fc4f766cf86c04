"""The matters of the sitting: a column of cards, or a row of tabs where there is little room.

Below them stands what merging spared the applicant, and what one matter has to wait for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QWidget

from zcdesk.domain import checklist, oneform
from zcdesk.domain.visit import Visit, lines_of, matters_of, rows_of
from zcdesk.ui import theme
from zcdesk.ui.counter.matter_tile import MatterTile, progress
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, IconButton, Kind
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.text import Text


def dependency(visit: Visit) -> tuple[str, str] | None:
    """Return (earlier, later) numbers of two matters of the sitting that follow each other."""
    keys = [chosen.matter.key for chosen in visit.matters]
    for later, chosen in enumerate(visit.matters, 1):
        for before in chosen.matter.prerequisites:
            if before in keys:
                return str(keys.index(before) + 1), str(later)
    return None


class MattersPanel(Panel):
    """Cards, the button that adds one, and the merged counts.

    Signals:
        add_wanted, form_wanted: the buttons F6 and F7.
        remove_wanted(str): key of the matter to take out.
        reason_wanted(str): key of a matter without a list that still needs its reason.
    """

    add_wanted = Signal()
    form_wanted = Signal()
    remove_wanted = Signal(str)
    reason_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("matters_panel")
        self._tiles: list[MatterTile] = []
        self._compact = False
        self._visit: Visit | None = None
        self.add = Button(self.tr("添加事项"), icon="plus", key="F6")
        self.add.setObjectName("matters_add")
        self.remove = IconButton("trash", self.tr("移除选中的事项（Del）"))
        self.remove.setObjectName("matters_remove")
        self.fields = Text("", "small", Tone.NEUTRAL, elide=True)
        self.form = Button(self.tr("填写"), Kind.QUIET, key="F7")
        self.form.setObjectName("matters_form")
        self.merged = Text("", "small", Tone.NEUTRAL, wrap=True)
        self.order = _Hint("git-merge", Tone.WARN)
        self.returned = _Hint("arrow-back-up", Tone.INFO)
        self._list = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._list)
        self._scroll = QScrollArea()
        self._outer = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot = QWidget()
        self._told = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._foot)
        self.none = Text(self.tr("还没有事项"), "body", Tone.NEUTRAL)
        self._build()

    @property
    def tiles(self) -> tuple[MatterTile, ...]:
        """The matters, in their order."""
        return tuple(self._tiles)

    def show_visit(self, visit: Visit) -> None:
        """Show the matters of `visit` and how far they are."""
        self._visit = visit
        while len(self._tiles) < len(visit.matters):
            self._tiles.append(self._tile(len(self._tiles)))
        while len(self._tiles) > len(visit.matters):
            gone = self._tiles.pop()
            self._box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        rows = rows_of(visit)
        alone = len(visit.matters) == 1
        for place, (tile, chosen) in enumerate(zip(self._tiles, visit.matters, strict=True)):
            chip = progress(chosen, place + 1, rows)
            tile.show_matter(0 if alone else place + 1, chosen, chip, compact=self._compact)
            tile.setChecked(alone or tile.isChecked())
        if not self._compact:
            self.set_title(self.tr("本次事项"), str(len(visit.matters)) if visit.matters else "")
        self.remove.setVisible(bool(visit.matters))
        self.none.setVisible(not visit.matters)
        self._show_counts(visit)
        self._measure()

    def set_compact(self, compact: bool) -> None:
        """Become a row of tabs, or a column of cards again."""
        self._compact = compact
        across = QBoxLayout.Direction.LeftToRight
        down = QBoxLayout.Direction.TopToBottom
        self._outer.setDirection(across if compact else down)
        self._box.setDirection(across if compact else down)
        self._told.setDirection(across if compact else down)
        for hint in (self.order, self.returned):
            hint.set_compact(compact)
        self._scroll.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if compact
            else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        self.show_head(not compact)
        self.merged.setVisible(not compact)
        self._measure()
        if self._visit is not None:
            self.show_visit(self._visit)

    def changeEvent(self, event: QEvent) -> None:
        """Measure again when the window's look changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._measure()

    def _build(self) -> None:
        theme.spaced(self._box, gap=4)
        self._box.addWidget(self.none)
        self._box.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._list)
        self._scroll.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        line = QHBoxLayout()
        theme.spaced(line, gap=4)
        line.addWidget(self.fields, 1)
        line.addWidget(self.form)
        theme.spaced(self._told, gap=4)
        for widget in (self.order, self.returned, self.merged):
            self._told.addWidget(widget)
        self._told.addLayout(line)
        verbs = QHBoxLayout()
        theme.spaced(verbs, gap=4)
        verbs.addWidget(self.add, 1)
        verbs.addWidget(self.remove)
        theme.spaced(self._outer, gap=8)
        self._outer.addWidget(self._scroll, 1)
        self._outer.addLayout(verbs)
        self._outer.addWidget(self._foot)
        self.body.addLayout(self._outer, 1)
        self.add.clicked.connect(self.add_wanted)
        self.form.clicked.connect(self.form_wanted)
        self.remove.clicked.connect(self._on_remove_chosen)

    def _tile(self, place: int) -> MatterTile:
        tile = MatterTile()
        tile.setObjectName(f"matter_{place + 1}")
        tile.clicked.connect(lambda _checked=False, at=place: self._on_clicked(at))
        tile.remove_wanted.connect(lambda at=place: self._on_remove(at))
        self._box.insertWidget(place, tile)
        tile.show()
        return tile

    def _measure(self) -> None:
        at = theme.look(self)
        line = at.control if self._compact else at.px(36)
        self._scroll.setMaximumHeight(line if self._compact else 16777215)
        self._scroll.setMinimumHeight(line)
        self.add.set_worded(not (self._compact and at.low and len(self._tiles) > 1))

    def _show_counts(self, visit: Visit) -> None:
        matters = matters_of(visit, visit.applicant)
        before = checklist.count_unmerged(matters)
        after = len([line for line in lines_of(visit, visit.applicant) if not line.voluntary])
        several = len(matters) > 1 and before
        self.merged.setVisible(bool(several) and not self._compact)
        if several:
            self.merged.set_text(
                self.tr("合并后 {n} 份（原 {m} 份），少交 {k} 份").format(
                    n=after, m=before, k=before - after
                )
            )
        asked = oneform.fill(matters, visit.applicant.person, visit.form)
        filled = sum(bool(field.value) for field in asked)
        self.form.setVisible(bool(matters))
        self.fields.setVisible(bool(matters) and not self._compact)
        self.fields.set_text(self.tr("一表 {n} 项，已填 {m}").format(n=len(asked), m=filled))
        found = dependency(visit)
        self.order.say(
            self.tr("{b} 须在 {a} 办结后办").format(a=found[0], b=found[1]) if found else ""
        )
        gone = "、".join(visit.removed)
        self.returned.say(
            self.tr("请退还 {n} 份：{list}").format(n=len(visit.removed), list=gone) if gone else ""
        )

    def _on_clicked(self, place: int) -> None:
        for other, tile in enumerate(self._tiles):
            tile.setChecked(other == place or len(self._tiles) == 1)
        assert self._visit is not None
        chosen = self._visit.matters[place]
        if not chosen.matter.has_list:
            self.reason_wanted.emit(chosen.matter.key)

    def _on_remove_chosen(self) -> None:
        chosen = [place for place, tile in enumerate(self._tiles) if tile.isChecked()]
        if chosen or self._tiles:
            self._on_remove(chosen[0] if chosen else len(self._tiles) - 1)

    def _on_remove(self, place: int) -> None:
        assert self._visit is not None
        self.remove_wanted.emit(self._visit.matters[place].matter.key)


class _Hint(QWidget):
    """An icon and a sentence on one line; hidden while it has nothing to say."""

    def __init__(self, icon: str, tone: Tone) -> None:
        super().__init__()
        self.text = Text("", "small", tone, elide=True)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=4)
        row.addWidget(Glyph(icon, tone, 16))
        row.addWidget(self.text, 1)
        self.hide()

    def set_compact(self, compact: bool) -> None:
        if compact:
            theme.sized(self, max_width=150)
        else:
            theme.unsized(self)

    def say(self, sentence: str) -> None:
        self.text.set_text(sentence)
        self.setVisible(bool(sentence))
