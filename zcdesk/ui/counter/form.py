"""The one form (一表, F7): every field of every matter once, grouped, with where it came from.

What the card, the licence or an earlier case told is shown and never asked again (UX-25); Enter
goes to the next required field nobody filled.
"""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zcdesk.domain import oneform
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.matter import Matter
from zcdesk.domain.oneform import Group
from zcdesk.domain.person import Person, Trust
from zcdesk.domain.visit import Visit
from zcdesk.ui import theme
from zcdesk.ui.counter.strip import trust_chip
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import CAPS
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    CodeEdit,
    Empty,
    Field,
    Footer,
    Kind,
    LineEdit,
    MaskedText,
    Panel,
    Text,
)
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_GROUPS = {
    Group.APPLICANT: QT_TRANSLATE_NOOP("form", "申请人"),
    Group.PLACE: QT_TRANSLATE_NOOP("form", "场所"),
    Group.BUSINESS: QT_TRANSLATE_NOOP("form", "经营"),
    Group.EXTRA: QT_TRANSLATE_NOOP("form", "附加"),
}
_SOURCES = {
    Trust.CARD: QT_TRANSLATE_NOOP("form", "读卡"),
    Trust.LICENCE: QT_TRANSLATE_NOOP("form", "证照"),
    Trust.HISTORY: QT_TRANSLATE_NOOP("form", "历史"),
    Trust.MANUAL: QT_TRANSLATE_NOOP("form", "手工"),
}
_MASKS = {"id_number": mask_id, "phone": mask_phone}
_COLUMNS = 3
_ROOM = 1000
"""Logical width at scale 1 that three columns need."""

PERSONAL = ("name", "id_number", "phone", "address", "representative")
"""Fields the applicant panel keeps."""


class FormPage(QWidget):
    """The page over the serving page.

    Signals:
        changed(Visit): a field was finished.
        closed(): done, or Esc.
    """

    changed = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = Visit(id="", window="", started_at="")
        self._fields: dict[str, Field] = {}
        self._sections: list[tuple[str, ...]] = []
        self._grids: list[tuple[QGridLayout, list[QWidget]]] = []
        self._laid = 0
        self.setObjectName("form_page")
        self.setProperty("kind", "page")
        self.progress = Text("", "strong")
        self.progress.setObjectName("form_progress")
        self.sources = Text("", "body", Tone.NEUTRAL, elide=True)
        self.done = Button(self.tr("完成"), Kind.PRIMARY, key="F9")
        self.done.setObjectName("form_done")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._build()
        self._bind()

    def open(self, visit: Visit) -> None:
        """Ask what the matters of the visit want and nobody knows yet."""
        self._visit = visit
        self._lay()
        self._tell()
        (self._next_lacking("") or self._first()).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the fields anew when another number of columns fits."""
        super().resizeEvent(event)
        if self._columns() != self._laid:
            self._place()

    def _build(self) -> None:
        theme.spaced(self._column, gap=8)
        footer = Footer()
        footer.say(self.progress)
        footer.say(self.sources, 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self._on_close)
        footer.act(back)
        footer.act(self.done)
        footer.under(Scroll(self._inside), self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("form.next", self, self._on_next)
        keys.bind("form.done", self, self._on_close)
        keys.bind("form.close", self, self._on_close)
        self.done.clicked.connect(self._on_close)

    def _matters(self) -> tuple[Matter, ...]:
        return tuple(chosen.matter for chosen in self._visit.matters)

    def _filled(self) -> tuple[oneform.Field, ...]:
        return oneform.fill(self._matters(), self._visit.applicant.person, self._visit.form)

    def _columns(self) -> int:
        room = self.width() / theme.look(self).scale
        return _COLUMNS if room >= _ROOM else 2

    def _lay(self) -> None:
        """Build the panels of the groups that ask anything."""
        # first, or an old field losing the focus would speak for the new visit
        self._fields, self._sections, self._grids = {}, [], []
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        filled = self._filled()
        if not self._visit.matters:
            words_ = self.tr("还没有事项，选了事项才知道要填什么")
            self._column.addWidget(Empty("clipboard-list", words_))
            return
        for group in Group:
            fields = tuple(field for field in filled if field.group is group)
            if fields:
                panel = self._section(group, fields)
                self._column.addWidget(panel)
                panel.show()  # now, or the first field could not take the focus yet
        self._column.addStretch(1)
        self._place()
        theme.rescale(self._inside, theme.look(self))

    def _place(self) -> None:
        self._laid = self._columns()
        for grid, cells in self._grids:
            for place, cell in enumerate(cells):
                grid.addWidget(cell, place // self._laid, place % self._laid)
            for column in range(_COLUMNS):
                grid.setColumnStretch(column, int(column < self._laid))
                grid.setColumnMinimumWidth(column, int(column < self._laid))

    def _section(self, group: Group, fields: tuple[oneform.Field, ...]) -> Panel:
        panel = Panel(words("form", _GROUPS[group]))
        grid = QGridLayout()
        theme.spaced(grid, gap=16, row_gap=8)
        panel.body.addLayout(grid)
        cells = [self._known(f) if f.key in PERSONAL else self._asked(f) for f in fields]
        for cell in cells:
            grid.addWidget(cell)  # gives it a parent; `_place` says where
        self._grids.append((grid, cells))
        self._sections.append(tuple(f.key for f in fields if f.key in self._fields))
        return panel

    def _known(self, field: oneform.Field) -> QWidget:
        """A value the applicant panel keeps: shown with its source, not asked."""
        cell = QWidget()
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        mask = _MASKS.get(field.key)
        if mask and field.value:
            shown: Text = MaskedText(field.label, mask(field.value), lambda: field.value)
            assert isinstance(shown, MaskedText)
            shown.revealed.connect(lambda: self._on_revealed(field.key))
        else:
            missing = (
                self.tr("在申请人页补填（{keys[F4]}）").format(keys=CAPS) if field.required else "—"
            )
            shown = Text(field.value or missing, "body", elide=True)
        row.addWidget(shown)
        if field.value:
            row.addWidget(Chip(trust_chip(Person(trust=Trust(field.source)))))
        row.addStretch(1)
        column = QVBoxLayout(cell)
        theme.spaced(column, gap=4)
        column.addWidget(Text(field.label, "small", Tone.NEUTRAL))
        column.addLayout(row)
        column.addStretch(1)
        return cell

    def _asked(self, field: oneform.Field) -> Field:
        edit = CodeEdit() if field.number else LineEdit()
        edit.setObjectName(f"form_{field.key}")
        optional = self.tr("{label}（选填）").format(label=field.label)
        cell = Field(field.label if field.required else optional, edit)
        cell.set_text(field.value)
        edit.editingFinished.connect(self._on_finished)
        # at the field itself: a line edit keeps Ctrl+Down from whatever it lies in
        self._desk.keys.bind("form.section", edit, self._on_section)
        self._fields[field.key] = cell
        return cell

    def _tell(self) -> None:
        filled = self._filled()
        done = sum(bool(field.value) for field in filled)
        words_ = self.tr("一表 {n} 项，已填 {m}").format(n=len(filled), m=done)
        self.progress.set_text(words_)
        before = oneform.count_before(self._matters())
        parts = [self.tr("去重前 {n} 项").format(n=before)] if before > len(filled) else []
        for trust in Trust:
            count = sum(field.source == trust.value for field in filled)
            if count:
                parts.append(f"{words('form', _SOURCES[trust])} {count}")
        lacking = len(self._lacking())
        if lacking:
            parts.insert(0, self.tr("必填还差 {n}").format(n=lacking))
        self.sources.set_text(" · ".join(parts))

    def _lacking(self) -> tuple[str, ...]:
        found = oneform.lacking(self._filled())
        return tuple(field.key for field in found if field.key in self._fields)

    def _next_lacking(self, after: str) -> QLineEdit | None:
        """Return the next required field without a value, wrapping around."""
        lacking = self._lacking()
        order = list(self._fields)
        at = order.index(after) if after in order else -1
        ring = [key for key in (*order[at + 1 :], *order[: at + 1]) if key in lacking]
        return self._edit(ring[0]) if ring and ring != [after] else None

    def _first(self) -> QWidget:
        return self._edit(next(iter(self._fields))) if self._fields else self.done

    def _edit(self, key: str) -> QLineEdit:
        edit = self._fields[key].edit
        assert isinstance(edit, QLineEdit)
        return edit

    def _current(self) -> str:
        """Key of the field with the focus, empty if none."""
        return next((key for key in self._fields if self._edit(key).hasFocus()), "")

    def _on_finished(self) -> None:
        typed = {key: field.text().strip() for key, field in self._fields.items()}
        # what another matter asked, and was typed, stays
        form = {**self._visit.form, **typed}
        form = {key: value for key, value in form.items() if value}
        if form != self._visit.form:
            self._visit = msgspec.structs.replace(self._visit, form=form)
            self.changed.emit(self._visit)
        self._tell()

    def _on_next(self) -> None:
        self._on_finished()
        (self._next_lacking(self._current()) or self.done).setFocus()

    def _on_section(self) -> None:
        here = self._current()
        sections = [keys for keys in self._sections if keys]
        if not sections:
            return
        at = next((n for n, keys in enumerate(sections) if here in keys), -1)
        self._edit(sections[(at + 1) % len(sections)][0]).setFocus()

    def _on_close(self) -> None:
        self._on_finished()
        self.closed.emit()

    def _on_revealed(self, key: str) -> None:
        reveal = self._desk.operations.clerks.reveal
        self._desk.do(reveal, key, f"sitting:{self._visit.id}", owner=self)
