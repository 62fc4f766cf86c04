"""Every page of every role speaks English where the program does; only what the hall wrote stays.

One clerk who holds every role goes through all pages, tabs, lists and keys of a hall in which a
little of everything happened: the rail in three parts, so that each is soon walked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from fix_played import EVERYBODY, ROLES, Played
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from screen_words import data_of, left_over, said

from zcdesk.domain.hall import Clerk
from zcdesk.ui.bindings import Binding
from zcdesk.ui.input import KeyGate
from zcdesk.ui.modules import DUTY, MODULES
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.workplace import Workplace
from zcdesk.ui.workplace_pages import ACCOUNT, ATTENTION, NOTHING, REPRINT

PARTS = (("counter", 2000), ("catalogue", 500), ("supplements", 500))
"""Where each part of the rail begins, and how many different texts it has at least."""
LOOKED_AT = 2
"""So many rows of a list are gone to; the last one too."""


class Walk:
    """Goes through a workplace and notes every word it meets, and where.

    Attributes:
        words: what was met, with the place it was met first.
    """

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self._front = self._tab = ""
        self._pressed: set[tuple[str, str]] = set()
        self.words: dict[str, str] = {}

    def along(self, pages: Sequence[str]) -> None:
        """Go through these pages of the rail, and every tab of the manager's."""
        for item in self._place.shell.rail.items:
            if item.page not in pages:
                continue
            self._front, self._tab = item.page, ""
            self._place.shell.show_page(item.page)
            page = self._place.shell.page(item.page)
            self._note(self._place.shell, item.page, hidden=True)
            self._note(self._place.shell.open_help(), "keys")
            self._place.shell.close_help()
            for tab in page.tabs if item.page == DUTY else ():
                self._tab = tab.name
                page.show_tab(tab.name)
                self._note(page, hidden=True)
                self._inside(page)
            if item.page != DUTY:
                self._inside(page)

    def beside(self) -> None:
        """Go to the pages no rail leads to, look at the keys, and lock."""
        shell = self._place.shell
        for name in (REPRINT, ACCOUNT, ATTENTION, NOTHING):
            self._front, self._tab = name, ""
            shell.show_page(name)
            self._note(shell, hidden=True)
            self._note(shell.open_help(), "keys")
            shell.close_help()
        self._place.lock()
        self._note(shell, "locked")

    @property
    def _at(self) -> str:
        return f"{self._front}/{self._tab}"

    def _note(self, root: QWidget, doing: str = "", *, hidden: bool = False) -> None:
        for where, text in said(root, hidden=hidden):
            self.words.setdefault(text, f"{self._at} {doing}: {where}")

    def _inside(self, page: QWidget) -> None:
        strip = getattr(page, "strip", None)
        for choice in page.findChildren(Choice):
            for value in choice._values if choice.isVisible() and choice is not strip else ():
                choice.set_value(value)
                self._note(page, str(value))
                self._lists(page)
        self._lists(page)
        self._keys(page)

    def _lists(self, page: QWidget) -> None:
        for view in page.findChildren(RowsView):
            rows = view.rows_model.rowCount() if view.isVisible() else 0
            for place in sorted({*range(min(rows, LOOKED_AT)), rows - 1}) if rows else ():
                view.set_current(place)
                self._note(page)
            if rows:
                view.set_current(0)
                view.setFocus()
                view.opened.emit(view.current)
                self._note(page, "opened")
                self._keys(page)
                self._back()

    def _keys(self, page: QWidget) -> None:
        """Press every key that would act now, each once on a page."""
        for command in self._place.keys.active():
            press = (self._at, command.id)
            if command.page in ("shell", DUTY) or command.cap == "Esc" or press in self._pressed:
                continue
            self._pressed.add(press)
            focus = QApplication.focusWidget()
            bound: list[Binding] = self._place.keys._bindings
            heard = [b for b in bound if b.command is command and b.listens(focus)]
            if heard:
                heard[-1]._slot(*((1,) if command.is_range else ()))
                self._note(page, command.id)
                self._back()

    def _back(self) -> None:
        for _ in range(2):
            if (focus := QApplication.focusWidget()) is not None:
                QTest.keyClick(focus, Qt.Key.Key_Escape)
        shell = self._place.shell
        if shell.current != self._front:
            shell.show_page(self._front)
        if self._tab and shell.page(DUTY).strip.value != self._tab:
            shell.page(DUTY).show_tab(self._tab)


@pytest.fixture
def workplace(played: Played, page_desk, dressed, english, hand, hand_timer) -> Iterator[Workplace]:
    made = Workplace(
        session=page_desk.session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
        gate=KeyGate(hand, hand_timer),
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(played.session, Clerk(staff_no=EVERYBODY, name="吴全能", roles=ROLES))
    yield made
    made.end()


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("part", range(len(PARTS)), ids=[first for first, _ in PARTS])
def test_every_page_of_every_role_is_english(workplace, played, part) -> None:
    rail = [item.page for item in workplace.shell.rail.items]
    assert set(rail) == {one.page for one in MODULES}
    begins = [rail.index(first) for first, _ in PARTS]
    assert begins == sorted({0, *begins}), "nothing lies before the first part"
    walk = Walk(workplace)
    walk.along(rail[begins[part] : (*begins, len(rail))[part + 1]])
    if part == 0:
        walk.beside()
    data = sorted(data_of(played.session), key=len, reverse=True)
    found = {text: where for text, where in walk.words.items() if left_over(text, data)}
    assert found == {}
    assert len(walk.words) > PARTS[part][1]
