"""The editor of one package: its values above, its questions and answers line by line below."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.catalogue.columns import BY_KEY
from zcdesk.catalogue.columns import Choice as OneOf
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.catalogue.package_draft import Line, PackageDraft
from zcdesk.ui.catalogue.words import value_words
from zcdesk.ui.widgets import (
    CENTRE,
    Button,
    CodeEdit,
    Column,
    Combo,
    Empty,
    Field,
    Kind,
    LineEdit,
    RowsModel,
    RowsView,
)

Placed = tuple[int, Line]


class PackageEditor(QWidget):
    """Fields of a package.

    Attributes:
        draft: what is written, None before one is opened.

    Signals:
        edited(): something was typed, put in or taken out.
    """

    edited = Signal()

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: PackageDraft | None = None
        self._filling = self._read_only = False
        self.fields = {
            "code": Field(self.tr("编码（四位）"), CodeEdit()),
            "name": Field(self.tr("名称"), LineEdit()),
            "department": Field(self.tr("牵头部门"), LineEdit()),
            "aliases": Field(self.tr("群众说法（用、分开）"), LineEdit()),
            "matters": Field(self.tr("都要办的事项（编码，用、分开）"), LineEdit()),
            "confidence": Field(self.tr("可信程度"), _confidence()),
            "evidence": Field(self.tr("来源"), LineEdit()),
            "note": Field(self.tr("备注"), LineEdit()),
        }
        self.parts = {
            "question": Field(self.tr("问什么"), LineEdit()),
            "answer": Field(self.tr("答什么"), LineEdit()),
            "matters": Field(self.tr("就要办（编码，用、分开）"), LineEdit()),
            "next": Field(self.tr("接着问第几问（空：问完）"), CodeEdit()),
        }
        self.model: RowsModel[Placed] = RowsModel(self._columns(), key=lambda placed: placed[0])
        self.view = RowsView(self.model)
        self.view.set_compact(True)
        theme.sized(self.view, min_height=172)
        self.view.setObjectName("package_lines")
        self.view.setAccessibleName(self.tr("问题和答案"))
        self.empty = Empty("list-check", self.tr("不问就都要办；按 Ins 加一问"))
        self.add_button = Button(self.tr("加一行"), Kind.QUIET, icon="plus", key="Ins")
        self.remove_button = Button(self.tr("删去"), Kind.QUIET, icon="trash", key="Del")
        self._build()
        self._connect(keys)

    def show_draft(self, draft: PackageDraft, *, read_only: bool) -> None:
        """Write at a package from now on."""
        self.draft, self._read_only = draft, read_only
        self._filling = True
        for name, field in self.fields.items():
            if isinstance(field.edit, Combo):
                field.edit.setCurrentIndex(max(0, field.edit.findData(draft.values[name])))
                field.edit.setEnabled(not read_only)
            elif isinstance(field.edit, LineEdit):
                field.edit.setText(draft.values[name])
                field.edit.setCursorPosition(0)
        for field in (*self.fields.values(), *self.parts.values()):
            if isinstance(field.edit, LineEdit):
                field.edit.setReadOnly(read_only)
        for button in (self.add_button, self.remove_button):
            button.setEnabled(not read_only)
        self._filling = False
        self._fill(0)

    def begin(self) -> None:
        """Take the focus to the first field."""
        self.fields["code"].setFocus()

    def say(self, found: dict[str, str]) -> None:
        """Say at each field what the check found; the tree's stands below the list."""
        for name, field in self.fields.items():
            field.say(found.get(name, ""))

    def add(self) -> None:
        """Put an answer to the same question behind the line in front."""
        if self.draft is None or self._read_only:
            return
        place = self.view.current_place
        before = self.draft.lines[place] if 0 <= place < len(self.draft.lines) else Line()
        self.draft.lines.insert(place + 1, Line(question=before.question))
        self._fill(place + 1)
        self.edited.emit()
        self.parts["answer" if before.question else "question"].setFocus()

    def remove(self) -> None:
        """Take the line in front out."""
        place = self.view.current_place
        if self.draft is None or self._read_only or not 0 <= place < len(self.draft.lines):
            return
        del self.draft.lines[place]
        self._fill(min(place, len(self.draft.lines) - 1))
        self.edited.emit()

    def _fill(self, place: int) -> None:
        assert self.draft is not None
        self.model.set_rows(tuple(enumerate(self.draft.lines)))
        has_lines = bool(self.draft.lines)
        self.view.setVisible(has_lines)
        self.empty.setVisible(not has_lines)
        for field in self.parts.values():
            field.setVisible(has_lines)
        self.view.set_current(place)
        self._show_line(self.view.current)

    def _show_line(self, placed: Placed | None) -> None:
        if placed is None:
            return
        self._filling = True
        for name, field in self.parts.items():
            if isinstance(field.edit, LineEdit):
                field.edit.setText(getattr(placed[1], name))
                field.edit.setCursorPosition(0)
        self._filling = False

    def _on_value(self, name: str, text: str) -> None:
        if self.draft is not None and not self._filling:
            self.draft.values[name] = text
            self.edited.emit()

    def _on_part(self, name: str, text: str) -> None:
        place = self.view.current_place
        if self.draft is None or self._filling or not 0 <= place < len(self.draft.lines):
            return
        self.draft.lines[place] = self.draft.lines[place]._replace(**{name: text})
        self.model.set_rows(tuple(enumerate(self.draft.lines)))
        self.edited.emit()

    def _columns(self) -> tuple[Column[Placed], ...]:
        return (
            Column(self.tr("第几问"), self._number, CENTRE, 60),
            Column(self.tr("问什么"), lambda placed: placed[1].question),
            Column(self.tr("答什么"), lambda placed: placed[1].answer, width=120),
            Column(self.tr("就要办"), self._named, width=190, style="body"),
            Column(self.tr("接着问"), lambda placed: placed[1].next, CENTRE, 64),
        )

    def _number(self, placed: Placed) -> str:
        """Return the number of a line's question, at its first line only."""
        assert self.draft is not None
        texts = [line.question.strip() for line in self.draft.lines]
        mine = texts[placed[0]]
        if mine in texts[: placed[0]]:
            return ""
        return str(len(set(texts[: placed[0]])) + 1)

    def _named(self, placed: Placed) -> str:
        return self.draft.named(placed[1].matters) if self.draft is not None else ""

    def _build(self) -> None:
        grid = QGridLayout()
        theme.spaced(grid, gap=8)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 4, place % 4)
        below = QHBoxLayout()
        theme.spaced(below, gap=8)
        for name, field in self.parts.items():
            below.addWidget(field, 3 if name == "question" else 2)
        bar = QHBoxLayout()
        theme.spaced(bar, gap=4)
        bar.addWidget(self.add_button)
        bar.addWidget(self.remove_button)
        bar.addStretch(1)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addLayout(grid)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(bar)
        column.addLayout(below)

    def _connect(self, keys: Keys) -> None:
        for name, field in self.fields.items():
            field.edit.setObjectName(f"package_{name}")
            if isinstance(field.edit, Combo):
                box = field.edit
                box.activated.connect(lambda _, n=name, b=box: self._on_value(n, b.currentData()))
            elif isinstance(field.edit, LineEdit):
                field.edit.textChanged.connect(partial(self._on_value, name))
        for name, field in self.parts.items():
            field.edit.setObjectName(f"package_line_{name}")
            if isinstance(field.edit, LineEdit):
                field.edit.textChanged.connect(partial(self._on_part, name))
        self.view.current_changed.connect(self._show_line)
        self.view.opened.connect(lambda _: self.parts["question"].setFocus())
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        keys.bind("packages.add", self, self.add)  # before the first line no list is there
        keys.bind("packages.remove", self.view, self.remove)


def _confidence() -> Combo:
    box, kind = Combo(), BY_KEY["confidence"].kind
    assert isinstance(kind, OneOf)
    for member, label in kind.labels.items():
        box.addItem(value_words(label), member.value)
    return box
