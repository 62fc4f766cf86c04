"""The frame of the manager's page: a row of tabs and the one that is open.

A tab may say `tab_wanted(name, subject)` to open another one there, as the live hall does for a
bad rating; a tab that can begin at a subject has `open_at(subject)`.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.tabs import Tab, tabs_for
from zcdesk.ui.page import LayoutStep, Page
from zcdesk.ui.widgets.choice import Choice


class DutyPage(QWidget):
    """Shows the tabs a role may see.

    Signals:
        turned: another tab came to the front; what was refused on the last one stays there.

    Attributes:
        tabs: of whoever works here; `strip` chooses among them.
    """

    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("管理")
        self.setObjectName("duty_page")
        self.setProperty("kind", "page")
        self.tabs: tuple[Tab, ...] = ()
        self.strip = Choice(())
        self._step = LayoutStep.NORMAL
        self._stack = QStackedWidget()
        self._built: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        theme.spaced(self._column, gap=8)
        self._column.addWidget(self._stack, 1)
        self._set_tabs()
        desk.keys.bind("duty.tab", self, self._pick)
        desk.keys.bind("duty.next_tab", self, self.show_next)
        desk.session_changed.connect(self._set_tabs)

    @property
    def current(self) -> QWidget | None:
        """The page of the tab in front."""
        return self._stack.currentWidget()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return what the open tab adds."""
        return self.current.hints() if isinstance(self.current, Page) else ()

    def activate(self) -> None:
        """Open the first tab, or go on where one was."""
        self.show_tab(str(self.strip.value or ""))

    def on_layout(self, step: LayoutStep) -> None:
        """Hand the width on to every tab that was built."""
        self._step = step
        for page in self._built.values():
            if isinstance(page, Page):
                page.on_layout(step)

    def show_tab(self, name: str, subject: str = "") -> None:
        """Bring a tab to the front, at a subject if one is named."""
        tab = next((tab for tab in self.tabs if tab.name == name), None)
        if tab is None:
            return
        self.strip.set_value(name)
        page = self._built.get(name) or self._build(tab)
        if page is not self.current:
            self.turned.emit()
        self._stack.setCurrentWidget(page)
        if isinstance(page, Page):
            page.activate()
        if subject and hasattr(page, "open_at"):
            page.open_at(subject)

    def show_next(self) -> None:
        """Bring the next tab to the front, behind the last one the first."""
        names = [tab.name for tab in self.tabs]
        here = names.index(str(self.strip.value)) if self.strip.value in names else -1
        self.show_tab(names[(here + 1) % len(names)])

    def _build(self, tab: Tab) -> QWidget:
        page = tab.build(self._desk)
        self._built[tab.name] = page
        self._stack.addWidget(page)
        if isinstance(page, Page):
            page.on_layout(self._step)
        if hasattr(page, "tab_wanted"):
            page.tab_wanted.connect(self.show_tab)
        theme.rescale(page, theme.look(self))
        return page

    def _set_tabs(self) -> None:
        """Show the tabs of whoever works here now."""
        tabs = tabs_for(self._desk.clerk.roles)
        if tabs == self.tabs:
            return
        self.tabs = tabs
        strip = Choice(tuple((tab.name, tab.words) for tab in tabs), flows=True)
        strip.setAccessibleName(self.title)
        strip.changed.connect(self.show_tab)
        self._column.insertWidget(0, strip)
        theme.rescale(strip, theme.look(self))
        self._column.removeWidget(self.strip)
        self.strip.hide()
        self.strip.deleteLater()
        self.strip = strip

    def _pick(self, digit: int) -> bool:
        place = digit or 10
        if place > len(self.tabs):
            return False
        self.show_tab(self.tabs[place - 1].name)
        return True
