"""What every desk after the visit needs: pages by key, codes and cards, rows and fields.

Like the clerk at the counter (`demo.clerk`), whoever works here changes nothing but through the
real window; what stands on it decides which key comes next.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.driver import Driver, StuckError
from zcdesk.domain.case import Case
from zcdesk.domain.person import Person
from zcdesk.ui import modules
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import Combo, Spin
from zcdesk.ui.widgets.rows_view import RowsView


class Hands:
    """Somebody at a desk.

    Attributes:
        at: the person at this computer, with driver, window, clock and card reader.
        case: reads a case as it stands; a person reads it on the papers in hand.
    """

    page_name = ""

    def __init__(self, at: DemoClerk, case: Callable[[str], Case]) -> None:
        self.at = at
        self.case = case

    @property
    def driver(self) -> Driver:
        """The keys."""
        return self.at.driver

    @property
    def page(self) -> Any:
        """The page of this desk."""
        return self.at.workplace.shell.page(self.page_name)

    def go(self) -> None:
        """Walk along the rail to this desk's page."""
        shell = self.at.workplace.shell
        for _ in modules.MODULES:
            if shell.current == self.page_name:
                break
            self.driver.press("Ctrl+PgDown")
        if shell.current != self.page_name:
            raise StuckError(f"{self.page_name} is not on the rail")
        self.driver.settle()

    def scan(self, text: str) -> None:
        """Hold a code under the scanner."""
        self.at.workplace.gate.scanned.emit(text)
        self.driver.settle(0.02)

    def receipt(self, case_id: str) -> str:
        """Return what the code on the receipt of a case holds."""
        seen = self.case(case_id).intake
        return f"R/{seen.receipt}/{seen.query_code}"

    def card(self, person: Person) -> None:
        """Somebody lays a card on the reader, and it was read."""
        read: list[object] = []
        desk = self.at.workplace.desk
        desk.card_read.connect(read.append)
        self.at.reader.lay_down(person)
        self.driver.until(lambda: bool(read), "the card was not read")
        desk.card_read.disconnect(read.append)
        self.driver.settle()

    def to_row(self, view: RowsView, wanted: Callable[[Any], bool]) -> None:
        """Move the cursor to a row."""
        rows = view.rows_model.rows
        place = next((i for i, row in enumerate(rows) if wanted(row)), -1)
        if place < 0:
            raise StuckError(f"{view.objectName()} does not show it")
        self.driver.press("Home", *["Down"] * place)
        if not wanted(view.current):
            raise StuckError(f"no way to the row in {view.objectName()}")

    def fill(self, **values: object) -> None:
        """Fill in fields of an act by their names, with Tab from one to the next."""
        for name, value in values.items():
            self.driver.tab_to(f"act_{name}")
            edit = self.at.workplace.shell.focusWidget()
            field = _named(edit, f"act_{name}")
            if isinstance(field, Choice):
                self._turn(lambda f=field, v=value: f.value == v, "Right", name)  # type: ignore[misc]
            elif isinstance(field, Combo):
                self._turn(lambda f=field, v=value: f.currentData() == v, "Down", name)  # type: ignore[misc]
            elif isinstance(field, Spin):
                field.selectAll()
                self.driver.write(str(value))
            else:
                self.driver.compose("wz", str(value))

    def _turn(self, is_there: Callable[[], bool], key: str, name: str) -> None:
        for _ in range(40):
            if is_there():
                return
            self.driver.press(key)
        raise StuckError(f"{name} does not offer it")

    def focus(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(60):
            if wanted.hasFocus():
                return
            self.driver.press("Tab")
        raise StuckError(f"no way to {wanted.objectName()} by Tab")


def _named(widget: QWidget | None, name: str) -> QWidget | None:
    while widget is not None and widget.objectName() != name:
        widget = widget.parentWidget()
    return widget
