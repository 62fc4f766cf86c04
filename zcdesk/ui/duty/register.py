"""A list, what is known of the row in front, and what may be done with it: one frame for all tabs
that keep records (ratings, inquiries, people, policies).

A tab says what it shows; the frame reads, fills, asks in place and records. No dialog.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.review.form import ActForm, Answers, Ask
from zcdesk.ui.texts import describe
from zcdesk.ui.widgets import Button, Choice, Column, Empty, Kind, Panel, RowsModel, RowsView, Text
from zcdesk.ui.widgets.flow import FlowLayout

Call = tuple[Callable[..., Any], tuple[object, ...], dict[str, Any]]


class Deed(NamedTuple):
    """One thing that may be done.

    Attributes:
        call: makes the operation, its arguments and its named ones of the answers.
        shows: words shown of what the operation returns, instead of reading the list again.
        takes: is handed what the operation returns, instead of reading the list again.
        does: what the tab itself does at once, in place of asking and recording.
    """

    word: str
    asks: tuple[Ask, ...] = ()
    call: Callable[[Answers], Call] | None = None
    said: str = ""
    shows: Callable[[Any], str] | None = None
    takes: Callable[[Any], object] | None = None
    does: Callable[[], object] | None = None


class Lines(QWidget):
    """Words line by line, each wrapped for itself."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[Text] = []
        self._column = QVBoxLayout(self)
        theme.spaced(self._column, gap=4)

    @property
    def full_text(self) -> str:
        """All that is shown."""
        return "\n".join(text.full_text for text in self._texts)

    def set_text(self, words: str) -> None:
        """Show other words."""
        for text in self._texts:
            self._column.removeWidget(text)
            text.hide()
            text.deleteLater()
        lines = [line for line in words.splitlines() if line]
        styles = ("heading", *("body",) * len(lines))  # the first says what the rest is about
        self._texts = [
            Text(line, style, wrap=True) for line, style in zip(lines, styles, strict=False)
        ]
        for text in self._texts:
            self._column.addWidget(text)
        self.setVisible(bool(lines))
        theme.rescale(self, theme.look(self))


class Register(QWidget):
    """The frame; a tab is a subclass that says its columns, facts and deeds."""

    topics: frozenset[str] = frozenset()
    name = "register"
    icon = "notes"
    spare: tuple[int, ...] = ()
    """Columns the panel beside tells as well: a narrow window leaves them out."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.heading()
        self.setObjectName(f"{self.name}_page")
        self.setAccessibleName(self.title)
        self.mode = self.modes()[0][0]
        self.strip = Choice(tuple(self.modes()))
        self.strip.setAccessibleName(self.title)
        self.model = RowsModel[Any](tuple(self.columns()), key=self.key_of)
        self.view = RowsView(self.model)
        self.view.setAccessibleName(self.title)
        self.empty = Empty(self.icon, self.calm())
        self.facts = Lines()
        self.form = ActForm(desk.keys)
        self.buttons: list[Button] = []
        self._deed: Deed | None = None
        self._build()
        desk.changed.connect(self._on_changed)

    def heading(self) -> str:
        """Return the name of the tab."""
        raise NotImplementedError

    def calm(self) -> str:
        """Return what stands there while the list is empty."""
        return self.tr("这里没有要看的")

    def modes(self) -> Sequence[tuple[str, str]]:
        """Return (name, words) of the lists it can show."""
        raise NotImplementedError

    def columns(self) -> Sequence[Column[Any]]:
        """Return the columns of the list."""
        raise NotImplementedError

    def key_of(self, row: Any) -> Hashable:
        """Return what identifies a row."""
        raise NotImplementedError

    def reading(self) -> Callable[..., Any]:
        """Return the operation that reads what the mode shows."""
        raise NotImplementedError

    def rows_of(self, found: Any) -> Iterable[Any]:
        """Return the rows of what was read."""
        return tuple(found)

    def tell(self, row: Any) -> str:
        """Return what is known of a row, line by line."""
        raise NotImplementedError

    def deeds(self, row: Any | None) -> Sequence[Deed]:
        """Return what may be done with a row, or without one."""
        raise NotImplementedError

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the list; the cursor stands in it."""
        self.view.show()
        self.view.setFocus()
        self.read()

    def on_layout(self, step: LayoutStep) -> None:
        """Give the panel beside the list the room of a width."""
        width = {LayoutStep.WIDE: 460, LayoutStep.NORMAL: 380, LayoutStep.NARROW: 270}[step]
        theme.sized(self._side, width=width)
        for place in self.spare:
            self.view.show_column(place, step is not LayoutStep.NARROW)

    def beside(self, widget: QWidget) -> None:
        """Put a part of the tab's own below what may be done with a row."""
        self._side.body.insertWidget(self._side.body.count() - 1, widget, 1)

    def show_mode(self, name: str) -> None:
        """Show another list."""
        self.mode = name
        self.strip.set_value(name)
        self.form.close_form()
        self.read()

    def read(self) -> None:
        """Read what the mode shows."""
        self._desk.do(self.reading(), owner=self, done=partial(self._on_read, self.mode))

    def begin(self, deed: Deed) -> None:
        """Ask for what a deed needs, or do it at once."""
        if deed.does is not None:
            deed.does()
            return
        self._deed = deed
        self.form.open(deed.word, deed.said, deed.asks, deed.word)

    def _on_read(self, mode: str, found: Any) -> None:
        if mode != self.mode:
            return
        rows = tuple(self.rows_of(found))
        self.model.set_rows(rows)
        if rows and self.view.current is None:
            self.view.set_current(0)
        if not rows and self.view.hasFocus():
            (self if self.strip.isHidden() else self.strip).setFocus()
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_row(self.view.current)

    def _show_row(self, row: Any | None) -> None:
        self.facts.set_text(self.tell(row) if row is not None else "")
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for place, deed in enumerate(self.deeds(row)):
            button = Button(deed.word, Kind.PLAIN if place else Kind.PRIMARY)
            button.setObjectName(f"deed_{place}")
            button.clicked.connect(partial(self.begin, deed))
            self._flow.addWidget(button)
            self.buttons.append(button)
        theme.rescale(self._row, theme.look(self))
        self._side.setVisible(row is not None or bool(self.buttons))

    def _on_opened(self, row: Any) -> None:
        first = next(iter(self.deeds(row)), None)
        if first is not None:
            self.begin(first)

    def _on_accepted(self, said: dict[str, Any]) -> None:
        deed = self._deed
        if deed is None or deed.call is None:
            return
        try:
            operation, given, named = deed.call(said)
        except CodedError as wrong:
            self._on_refused(wrong)
            return
        done = partial(self._on_done, deed)
        self._desk.do(operation, *given, owner=self, done=done, failed=self._on_refused, **named)

    def _on_done(self, deed: Deed, result: Any) -> None:
        self.form.close_form()
        self._deed = None
        if deed.takes is not None:
            deed.takes(result)
            self.view.setFocus()
            return
        if deed.shows is not None:
            self.facts.set_text(f"{self.facts.full_text}\n{deed.shows(result)}".strip())
        else:
            self._desk.notices.note(deed.word)
            self.read()
        self.view.setFocus()

    def _on_refused(self, error: CodedError) -> None:
        self.form.say(describe(error).text)

    def _on_cancelled(self) -> None:
        self.form.close_form()
        self._deed = None
        self.view.setFocus()

    def _on_changed(self, topics: frozenset[str]) -> None:
        if topics & self.topics and self.isVisible() and not self.form.is_open:
            self.read()

    def _build(self) -> None:
        self._flow = FlowLayout()
        theme.spaced(self._flow, gap=6)
        self._row = QWidget()
        self._row.setLayout(self._flow)
        main, self._side = Panel(), Panel()
        main.body.addWidget(self.strip)
        if len(self.modes()) == 1:
            self.strip.hide()
        main.body.addWidget(self.view, 1)
        main.body.addWidget(self.empty, 1)
        self.empty.hide()
        self._side.body.addWidget(self.facts)
        self._side.body.addWidget(self._row)
        self._side.body.addStretch(1)
        left = QVBoxLayout()
        theme.spaced(left, gap=8)
        left.addWidget(main, 1)
        left.addWidget(self.form)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addLayout(left, 1)
        row.addWidget(self._side)
        self.on_layout(LayoutStep.NORMAL)
        self.strip.changed.connect(self.show_mode)
        self.view.current_changed.connect(self._show_row)
        self.view.opened.connect(self._on_opened)
        self.form.accepted.connect(self._on_accepted)
        self.form.cancelled.connect(self._on_cancelled)
