"""柜架: what lies where and how long; what nobody fetched stands first and can be recalled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.case import Case
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.results.due import day_words
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    ChipState,
    CodeEdit,
    Column,
    Field,
    Panel,
    RowsModel,
    RowsView,
)
from zcdesk.ui.widgets.chip import chips_width
from zcdesk.ui.widgets.empty import Empty

if TYPE_CHECKING:
    from zcdesk.operations.shelf import ShelfRow


class ShelfTab(QWidget):
    """The shelves as one list.

    Signals:
        opened(str): hand out the result of this case number.
    """

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("shelf_tab")
        self.panel = Panel()
        self.panel.set_title(self.tr("柜架"), self.tr("逾期没人领的排在最前"))
        late, waits, post = self.tr("逾期未领"), self.tr("待领"), self.tr("待寄")
        self._late = ChipState("clock-exclamation", late, Tone.DANGER)
        self._waits = ChipState("package", waits, Tone.INFO)
        self._post = ChipState("mail", post, Tone.SHARE)
        self.model: RowsModel[ShelfRow] = RowsModel(
            (
                Column(self.tr("柜位"), lambda row: row.shelf, width=80, style="strong"),
                Column(
                    self.tr("状态"),
                    lambda row: self._chip(row).word,
                    width=chips_width(110, (late, waits, post)),
                    chip=self._chip,
                ),
                Column(self.tr("结果"), lambda row: row.document),
                Column(self.tr("申请人"), lambda row: row.name, width=110),
                Column(self.tr("件号"), lambda row: row.number, width=196),
                Column(self.tr("入柜"), lambda row: day_words(row.since), width=110),
                Column(self.tr("天数"), lambda row: str(row.days), width=60),
            ),
            lambda row: row.case,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("shelf")
        self.view.setAccessibleName(self.tr("柜架"))
        self.empty = Empty("package", self.tr("柜中无待领件"))
        self.place = Field(self.tr("换到柜位"), CodeEdit(upper=True))
        self.place.edit.setObjectName("new_place")
        self.move_button = Button(self.tr("换柜位"), icon="transfer", key="shelf.move")
        self.recall_button = Button(self.tr("催领"), icon="message-circle", key="shelf.recall")
        self._build()
        self._bind()
        self._show(())

    def read(self) -> None:
        """Read the shelves."""
        self._desk.do(self._desk.operations.shelf.rows, owner=self, done=self._show)

    def take_focus(self) -> None:
        """Put the focus into the list."""
        (self.view if self.model.rows else self).setFocus()

    def recall(self) -> None:
        """Tell the applicant once more."""
        row: ShelfRow | None = self.view.current
        if row is None:
            return

        def told(_: None) -> None:
            said = self.tr("已再次通知 {name} 来领 {document}")
            self._desk.notices.note(said.format(name=row.name, document=row.document))

        self._desk.do(self._desk.operations.shelf.recall, row.case, owner=self, done=told)

    def ask_place(self) -> None:
        """Ask where the result goes."""
        if self.view.current is not None:
            self.place.set_text("")
            self.place.say("")
            self.place.show()
            self.place.setFocus()

    def move_result(self) -> None:
        """Note the new place."""
        row: ShelfRow | None = self.view.current
        place = self.place.text().strip()
        if row is None or not place:
            self.place.say(message("RES-12").text)
            return
        shelve = self._desk.operations.results.shelve
        self._desk.do(shelve, row.case, place, owner=self, done=self._on_moved)

    def _on_moved(self, case: Case) -> None:
        assert case.result is not None
        said = self.tr("{number} 已换到 {shelf}")
        self._desk.notices.note(said.format(number=case.intake.number, shelf=case.result.shelf))
        self.place.hide()
        self.read()
        self.view.setFocus()

    def _on_escape(self) -> bool:
        was_open = self.place.isVisible()
        self.place.hide()
        if was_open:
            self.view.setFocus()
        return was_open

    def _show(self, rows: tuple[ShelfRow, ...]) -> None:
        self.model.set_rows(rows)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        late = sum(row.is_overdue for row in rows)
        words = self.tr("{n} 件，逾期未领 {late} 件").format(n=len(rows), late=late)
        self.panel.aside.set_text(words if rows else "")
        for button in (self.move_button, self.recall_button):
            button.setEnabled(bool(rows))
        if rows and self.hasFocus():
            self.view.setFocus()

    def _chip(self, row: ShelfRow) -> ChipState:
        if row.is_overdue:
            return self._late
        return self._post if row.by_post else self._waits

    def _build(self) -> None:
        acts = QHBoxLayout()
        theme.spaced(acts, gap=8)
        acts.addStretch(1)
        acts.addWidget(self.move_button)
        acts.addWidget(self.recall_button)
        self.panel.body.addWidget(self.view, 1)
        self.panel.body.addWidget(self.empty, 1)
        self.panel.body.addWidget(self.place)
        self.panel.body.addLayout(acts)
        column = QVBoxLayout(self)
        theme.spaced(column)
        column.addWidget(self.panel)
        self.place.hide()

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("shelf.move", self.view, self.ask_place)
        keys.bind("shelf.recall", self.view, self.recall)
        keys.bind("editor.accept", self.place, self.move_result)
        keys.bind("results.leave", self, self._on_escape)
        self.view.opened.connect(lambda row: self.opened.emit(row.number))
        self.move_button.clicked.connect(self.ask_place)
        self.recall_button.clicked.connect(self.recall)
