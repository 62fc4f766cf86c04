"""Matter search (F6): one box for code, initials, pinyin, Chinese and citizens' words.

Results follow every key in the same event, also the pinyin not yet committed. Matters of other
windows are shown with the way there, never hidden; a secret one is referred, never taken in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from zcdesk.domain.matter import Matter, Secrecy, WindowCategory
from zcdesk.domain.package import Package
from zcdesk.domain.visit import Visit
from zcdesk.ui import theme
from zcdesk.ui.counter.matter_card import MatterCard, type_text
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    CENTRE,
    ChipState,
    Column,
    Combo,
    Empty,
    LineEdit,
    Panel,
    RowsModel,
    RowsView,
    Text,
)

if TYPE_CHECKING:
    from zcdesk.operations.catalogue import CatalogueView

_NARROW = 900
"""Logical width at scale 1 below which the card of the current matter steps aside."""
_SHOWN = 50


class Found(NamedTuple):
    """One line of the list: a matter or a 一件事.

    Attributes:
        no: digit that picks it, 0 = none.
        where: windows that take it, when this one may not.
    """

    matter: Matter | Package
    no: int
    where: tuple[str, ...] = ()
    taken: bool = False


class SearchBox(LineEdit):
    """The box; `query` holds what is typed and what the input method still composes.

    Signals:
        query_changed(): the one or the other changed.
        stepped(int): up or down in the list below, which never has the focus itself.
    """

    query_changed = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._composing = ""
        self.textChanged.connect(self.query_changed)

    @property
    def query(self) -> str:
        """Committed text with the preedit at the cursor."""
        at = self.cursorPosition()
        return self.text()[:at] + self._composing + self.text()[at:]

    @property
    def is_composing(self) -> bool:
        return bool(self._composing)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Search with the pinyin before it becomes characters: Qt tells nobody else of it."""
        before = self._composing
        super().inputMethodEvent(event)
        self._composing = event.preeditString()
        if self._composing != before:
            self.query_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list with the keys a single line has no use for."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8}
        steps[Qt.Key.Key_PageDown] = 8
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(by)


class SearchPanel(QWidget):
    """The search over the serving page.

    Signals:
        chosen(Matter or Package, bool): take it in; True = in the place of the current one.
        referred(Matter): a secret matter, to its own window.
        closed(): Esc.
    """

    chosen = Signal(object, bool)
    referred = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CatalogueView | None = None
        self._taken: frozenset[str] = frozenset()
        self.setObjectName("search_panel")
        self.setProperty("kind", "page")
        self.box = SearchBox()
        self.box.setObjectName("search_box")
        self.box.setPlaceholderText(self.tr("编码、拼音首字母、名称，或群众的说法"))
        self.box.setAccessibleName(self.tr("查找事项"))
        self.department = Combo()
        self.department.setObjectName("search_department")
        self.department.setAccessibleName(self.tr("部门"))
        self.count = Text("", "small", Tone.NEUTRAL)
        self.list = RowsView(RowsModel(self._columns(), key=lambda found: found.matter.key))
        self.list.setObjectName("search_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.card = MatterCard()
        self._empty = Empty("search", "", self.tr("按部门查找"), key="Tab")
        self._stack = QStackedWidget()
        self._build()
        self._bind()

    def open(self, visit: Visit, view: CatalogueView) -> None:
        """Begin with an empty box over the catalogue as it stands."""
        self._taken = frozenset(chosen.matter.key for chosen in visit.matters)
        if view is not self._view:
            self._view = view
            self._fill_departments(view)
        self.department.setCurrentIndex(0)
        self.box.clear()
        self._refresh()
        self.box.setFocus()

    @property
    def current(self) -> Matter | Package | None:
        """The matter Enter would take."""
        found: Found | None = self.list.current
        return found.matter if found is not None and self._stack.currentIndex() == 0 else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the card go where there is no room for it."""
        super().resizeEvent(event)
        self.card.setVisible(self.width() >= theme.look(self).px(_NARROW))

    def _build(self) -> None:
        top = QHBoxLayout()
        theme.spaced(top, gap=8)
        top.addWidget(self.box, 1)
        top.addWidget(self.department)
        theme.sized(self.department, min_width=180)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        left = Panel(self.tr("查找事项"))
        left.head.addWidget(self.count)
        left.body.addLayout(top)
        left.body.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addWidget(left, 1)
        row.addWidget(self.card)
        theme.sized(self.card, width=320)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("search.take", self, self._on_take)
        keys.bind("search.replace", self, self._on_replace)
        keys.bind("search.pick", self.box, self._on_digit)
        keys.bind("search.department", self.box, self._on_department)
        keys.bind("search.close", self, self.closed.emit)
        self.box.query_changed.connect(self._refresh)
        self.box.stepped.connect(self._on_stepped)
        self.department.currentIndexChanged.connect(self._refresh)
        self.list.current_changed.connect(self._on_current)
        self.list.clicked.connect(lambda _index: self.box.setFocus())
        self.list.opened.connect(lambda found: self._take(found.matter, replace=False))
        self._empty.acted.connect(self._on_department)

    def _fill_departments(self, view: CatalogueView) -> None:
        self.department.blockSignals(True)
        self.department.clear()
        self.department.addItem(self.tr("全部部门"), "")
        for name in sorted({matter.department for matter in view.matters.values()}):
            self.department.addItem(name, name)
        self.department.blockSignals(False)

    def _refresh(self) -> None:
        """Look for what the box says, now."""
        if self._view is None:
            return
        found = tuple(self._found(self._view, self.box.query.strip()))
        self.list.rows_model.set_rows(found)
        self._stack.setCurrentIndex(0 if found else 1)
        if found:
            self.list.set_current(0)
            self.count.set_text(self.tr("共 {n} 项").format(n=len(found)))
            self._on_current(self.list.current)
        else:
            words = self.tr("没有“{q}”。换个说法，或按部门查找").format(q=self.box.query.strip())
            self._empty.say(words)
            self.count.set_text("")
            self.card.clear()

    def _found(self, view: CatalogueView, query: str) -> Iterator[Found]:
        department = self.department.currentData() or ""
        if query.isdigit() and len(query) == 1 and not department:
            keys = self._by_digit(view, query)
        elif query or department:
            keys = self._hits(view, query)
        else:
            keys = _liked(view) or self._hits(view, "")
        picks = not query or not query[-1].isdigit()
        matters = (view.matters.get(key) or view.packages[key] for key in keys)
        kept = [m for m in matters if not department or m.department == department]
        for place, matter in enumerate(kept[:_SHOWN], 1):
            yield Found(
                matter,
                place if picks and place <= 9 else 0,
                () if _may(view, matter) else _where(view, matter) or ("",),
                matter.key in self._taken,
            )

    def _hits(self, view: CatalogueView, query: str) -> tuple[str, ...]:
        # a filter by department comes after the ranking, so it needs all of it
        limit = len(view.index) if self.department.currentData() else _SHOWN
        hits = view.index.find(query, view.favourites, *_scope(view), limit)
        return tuple(hit.key for hit in hits)

    def _by_digit(self, view: CatalogueView, digit: str) -> tuple[str, ...]:
        """One digit is the favourite of that number, or the beginning of a code."""
        liked = _liked(view)[int(digit) - 1 : int(digit)] if digit != "0" else ()
        return (*liked, *(key for key in self._hits(view, digit) if key not in liked))

    def _on_stepped(self, by: int) -> None:
        self.list.set_current(self.list.current_place + by)

    def _on_current(self, found: Found | None) -> None:
        if found is None or self._view is None:
            return
        if isinstance(found.matter, Package):
            known = self._view.matters
            names = tuple(known[key].name for key in found.matter.every_matter)
            self.card.show_package(found.matter, names, found.where)
        else:
            self.card.show_matter(found.matter, found.where)

    def _on_digit(self, digit: int) -> bool:
        """Pick a line, unless the digit belongs to a code; False lets the box have it."""
        query = self.box.query
        if not query or query[-1].isdigit():
            return False
        found: Found | None = self.list.rows_model.row(digit - 1)
        if found is None or self._stack.currentIndex():
            return False
        self._take(found.matter, replace=False)
        return True

    def _on_take(self) -> None:
        if self.department.hasFocus():
            self.box.setFocus()
        elif self.current is not None:
            self._take(self.current, replace=False)

    def _on_replace(self) -> None:
        if self.current is not None:
            self._take(self.current, replace=True)

    def _take(self, matter: Matter | Package, *, replace: bool) -> None:
        view = self._view
        if view is None or self.box.is_composing:
            return
        if matter.secrecy is Secrecy.SECRET:
            self.referred.emit(matter)
        elif not _may(view, matter):
            where = "、".join(_where(view, matter))
            code = "MAT-09" if where else "MAT-10"
            self._desk.notices.say(code, name=matter.name, w=where, department=matter.department)
        elif matter.key in self._taken:
            self._desk.notices.say("MAT-07", name=matter.name)
        else:
            self.chosen.emit(matter, replace)

    def _columns(self) -> tuple[Column[Found], ...]:
        return (
            Column("", lambda f: str(f.no or ""), CENTRE, 32, tone=lambda _f: Tone.NEUTRAL),
            Column(self.tr("事项"), lambda f: f.matter.name),
            Column(self.tr("编码"), lambda f: f.matter.code, width=64),
            Column(self.tr("类型"), lambda f: type_text(f.matter), width=88, style="body"),
            Column(self.tr("部门"), self._place_text, width=152, chip=self._state, style="body"),
        )

    def _state(self, found: Found) -> ChipState | None:
        if found.matter.secrecy is Secrecy.SECRET:
            return ChipState("lock", self.tr("请到专业窗口"), Tone.DANGER)
        if found.where:
            return ChipState("arrow-forward-up", self._place_text(found), Tone.WARN)
        if found.taken:
            return ChipState("circle-check", self.tr("已在本次"), Tone.OK)
        return None

    def _place_text(self, found: Found) -> str:
        if not found.where:
            return found.matter.department
        windows = "、".join(found.where)
        return self.tr("请到 {w} 号窗口").format(w=windows) if windows else self.tr("本厅不办")

    def _on_department(self) -> None:
        self.department.setFocus()


def _may(view: CatalogueView, matter: Matter | Package) -> bool:
    """Whether this window takes it, of a 一件事 all of it."""
    if isinstance(matter, Package):
        return view.takes_package(matter)
    return view.takes(matter)


def _where(view: CatalogueView, matter: Matter | Package) -> tuple[str, ...]:
    """Return the windows that take it."""
    if not isinstance(matter, Package):
        return view.elsewhere(matter)
    each = [view.elsewhere(view.matters[key]) for key in matter.every_matter]
    return tuple(number for number in each[0] if all(number in one for one in each))


def _liked(view: CatalogueView) -> tuple[str, ...]:
    """Favourites in their order, then what was taken in most often today."""
    both = dict.fromkeys((*view.favourites, *view.today))
    return tuple(key for key in both if key in view.matters)


def _scope(view: CatalogueView) -> tuple[tuple[WindowCategory, ...] | None, tuple[str, ...]]:
    """Return categories and single matters of this window; no categories means everything."""
    if view.own is None or view.own.takes_all:
        return None, ()
    return tuple(WindowCategory(name) for name in view.own.categories), view.own.matters
