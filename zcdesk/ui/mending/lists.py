"""Lists an act is answered with by keys: rows of the materials put right, bundles given back."""

from __future__ import annotations

from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy

from zcdesk.domain.case import Case
from zcdesk.domain.case_parts import CaseMaterial
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Bundle, Content, Hand, held
from zcdesk.domain.matter import Form
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.counter.rowtext import state_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState, chips_width
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

MOST_SHOWN = 7
"""Rows on view at once; a longer list scrolls."""

_CHANGED = QT_TRANSLATE_NOOP("offers", "改为{state}")
_TOUCHED = QT_TRANSLATE_NOOP("offers", "有改动")
_COPIES = QT_TRANSLATE_NOOP("offers", "{n} 份")
_COMPARED = QT_TRANSLATE_NOOP("offers", "{n} 份 已核")
_GOES = QT_TRANSLATE_NOOP("offers", "退还")
_STAYS = QT_TRANSLATE_NOOP("offers", "不退")
_HEADS = {
    "state": QT_TRANSLATE_NOOP("offers", "状态"),
    "material": QT_TRANSLATE_NOOP("offers", "材料名称"),
    "copies": QT_TRANSLATE_NOOP("offers", "份数"),
    "bundle": QT_TRANSLATE_NOOP("offers", "一叠材料"),
    "where": QT_TRANSLATE_NOOP("offers", "在哪里"),
}
_HANDS = {
    Hand.WINDOW: QT_TRANSLATE_NOOP("offers", "收件窗口"),
    Hand.DEPARTMENT: QT_TRANSLATE_NOOP("offers", "部门"),
    Hand.COUNTER: QT_TRANSLATE_NOOP("offers", "出件窗口"),
}


class Answer(RowsView):
    """A list that is as high as its rows; `value` is what it answers."""

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__(model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> tuple[Any, ...]:
        """What was chosen; empty = nothing yet."""
        raise NotImplementedError

    def _put(self, row: Any) -> None:
        """Put another row in the place of the current one."""
        place = self.current_place
        rows = list(self.rows_model.rows)
        rows[place] = row
        self.rows_model.set_rows(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to the form: it walks on or, with Ctrl, is done."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for the heading and the rows."""
        at = theme.look(self)
        shown = max(1, min(self.rows_model.rowCount(), MOST_SHOWN))
        return QSize(at.px(240), at.head + shown * at.row + 2)

    def minimumSizeHint(self) -> QSize:
        """Never cut a row in two."""
        return self.sizeHint()


class Listed(NamedTuple):
    """A row of the list of materials, as it stands and as it is put right."""

    material: CaseMaterial
    given: int
    compared: bool

    @property
    def is_changed(self) -> bool:
        was = self.material
        return (self.given, self.compared) != (was.given, was.compared)


class MaterialsAnswer(Answer):
    """Rows of the list: Space takes a paper in or out, digits say how many copies, Y compared."""

    def __init__(self, keys: Keys, case: Case) -> None:
        rows = tuple(
            Listed(m, m.given, m.compared)
            for m in case.materials
            if m.state is not RowState.DEFERRED
        )
        states = (RowState.RECEIVED, RowState.MISSING)
        changed = tuple(_said(_CHANGED).format(state=state_word(one)) for one in states)
        model: RowsModel[Listed] = RowsModel(
            (
                Column(
                    _said(_HEADS["state"]),
                    lambda row: self._chip(row).word,
                    width=chips_width(96, changed),
                    chip=self._chip,
                ),
                Column(_said(_HEADS["material"]), lambda row: row.material.name, style="body"),
                Column(_said(_HEADS["copies"]), _copies, width=88, style="body"),
            ),
            lambda row: row.material.key,
        )
        super().__init__(model)
        self.setAccessibleName(_said(_HEADS["material"]))
        model.set_rows(rows)
        self.set_current(0)
        keys.bind("mend.pick", self, self.toggle)
        keys.bind("mend.copies", self, self.set_copies)
        keys.bind("mend.compared", self, self.toggle_compared)

    @property
    def value(self) -> tuple[tuple[str, int, bool], ...]:
        """The rows that change: key, copies handed in, held against the original."""
        return tuple(
            (row.material.key, row.given, row.compared)
            for row in self.rows_model.rows
            if row.is_changed
        )

    def toggle(self) -> None:
        """Record the paper under the cursor as handed in, or as not."""
        row: Listed | None = self.current
        if row is None:
            return
        was = row.material
        if row.given:
            self._put(row._replace(given=0, compared=False))
        else:
            self._put(row._replace(given=was.given or was.due_count or 1, compared=was.compared))

    def set_copies(self, n: int) -> None:
        """Record so many copies of the paper under the cursor."""
        if self.current is not None:
            self._put(self.current._replace(given=n))

    def toggle_compared(self) -> bool:
        """Say whether the copy was held against its original; only copies are."""
        row: Listed | None = self.current
        if row is None or not row.given or row.material.form != Form.BOTH:
            return False
        self._put(row._replace(compared=not row.compared))
        return True

    def _chip(self, row: Listed) -> ChipState:
        if not row.is_changed:
            return ChipState("file-text", state_word(row.material.state), Tone.NEUTRAL)
        if row.given and row.material.given:
            return ChipState("pencil", _said(_TOUCHED), Tone.WARN)
        state = RowState.RECEIVED if row.given else RowState.MISSING
        return ChipState("pencil", _said(_CHANGED).format(state=state_word(state)), Tone.WARN)


class Given(NamedTuple):
    """A bundle the house holds, and whether it goes back."""

    bundle: Bundle
    goes: bool


class BundlesAnswer(Answer):
    """Bundles of materials the house holds: Space gives one back or keeps it."""

    def __init__(self, keys: Keys, case: Case) -> None:
        goes, stays = _said(_GOES), _said(_STAYS)
        self._chips = {
            True: ChipState("square-check", goes, Tone.OK),
            False: ChipState("square", stays, Tone.NEUTRAL),
        }
        model: RowsModel[Given] = RowsModel(
            (
                Column(
                    goes,
                    lambda row: self._chip(row).word,
                    width=chips_width(84, (goes, stays)),
                    chip=self._chip,
                ),
                Column(_said(_HEADS["bundle"]), _items, style="body"),
                Column(_said(_HEADS["where"]), _where, width=96, style="body"),
            ),
            lambda row: row.bundle.no,
        )
        super().__init__(model)
        self.setAccessibleName(_said(_HEADS["bundle"]))
        found = held(case.bundles, set(_HANDS), {Content.MATERIALS})
        at_hand = {b.no for b in found if b.hand is not Hand.DEPARTMENT}
        model.set_rows(tuple(Given(b, b.no in at_hand or not at_hand) for b in found))
        self.set_current(0)
        keys.bind("mend.pick", self, self.toggle)

    @property
    def value(self) -> tuple[int, ...]:
        """Numbers of the bundles that go back."""
        return tuple(row.bundle.no for row in self.rows_model.rows if row.goes)

    def toggle(self) -> None:
        """Give the bundle under the cursor back, or keep it."""
        if self.current is not None:
            self._put(self.current._replace(goes=not self.current.goes))

    def _chip(self, row: Given) -> ChipState:
        return self._chips[row.goes]


def _items(row: Given) -> str:
    return "、".join(row.bundle.items)


def _where(row: Given) -> str:
    return _said(_HANDS[row.bundle.hand])


def _copies(row: Listed) -> str:
    if not row.given:
        return "—"
    return _said(_COMPARED if row.compared else _COPIES).format(n=row.given)


def _said(text: str) -> str:
    return words("offers", text)
