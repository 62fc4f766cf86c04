"""The main window: top bar, navigation rail, pages, hint line; and what may lie over them.

It knows no case and no store: states come in as frozen values, wishes go out as signals. It is
the one place that turns the window's width into a layout step.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.help_overlay import HelpOverlay
from zcdesk.ui.hint_line import HintLine
from zcdesk.ui.notices import Notice, NoticeBand, Notices, StatusLine
from zcdesk.ui.page import LayoutStep, Page, step_for
from zcdesk.ui.rail import NavItem, Rail
from zcdesk.ui.topbar import ShellState, TopBar

MIN_SIZE = (1024, 540)


class Shell(QWidget):
    """The main window of a clerk.

    Attributes:
        keys: bind page commands here.
        topbar, rail, hint_line, band: its parts.

    Signals:
        page_shown(str): another page came to the front.
        layout_changed(LayoutStep): the pages were laid out anew.
        lock_wanted(): Ctrl+L.
        refresh_wanted(): F5.
        find_wanted(): Ctrl+F.
        undo_wanted(): Ctrl+Z outside a text field.
    """

    page_shown = Signal(str)
    layout_changed = Signal(object)
    lock_wanted = Signal()
    refresh_wanted = Signal()
    find_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, keys: Keys, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = keys
        self._pages: dict[str, QWidget] = {}
        self._offered: dict[str, Callable[[], QWidget]] = {}
        self._items: dict[str, NavItem] = {}
        self._step = LayoutStep.NORMAL
        self.topbar = TopBar()
        self.rail = Rail()
        self.band = NoticeBand()
        self.hint_line = HintLine()
        self._stack = QStackedWidget()
        self._desk = QWidget()
        self._cover = QStackedWidget(self)
        self._help: HelpOverlay | None = None
        self._status = StatusLine(self.hint_line.show_note, self.hint_line.clear_note, self)
        self.setWindowTitle(self.tr("综窗台 · 综合窗口收件系统"))
        self._build()
        self._bind()
        notices.noted.connect(self._status.say)
        notices.raised.connect(self._on_raised)
        notices.settled.connect(self.band.settle)
        notices.listen()

    @property
    def step(self) -> LayoutStep:
        """The layout step of the moment."""
        return self._step

    @property
    def current(self) -> str:
        """Id of the page in front."""
        front = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page is front), "")

    @property
    def is_covered(self) -> bool:
        """Whether a lock or another page lies over the desk."""
        return self._cover.currentWidget() is not self._desk

    def page(self, name: str) -> QWidget:
        """Return the page of that id, built now if nobody wanted it before."""
        if name in self._offered:
            self.add_page(name, self._offered[name]())
            del self._offered[name]
        return self._pages[name]

    def has_page(self, name: str) -> bool:
        """Whether there is a page of that id, built or not."""
        return name in self._pages or name in self._offered

    def offer_page(
        self, name: str, build: Callable[[], QWidget], icon: str = "", word: str = ""
    ) -> None:
        """Add a page that is built when first wanted; in the rail once `allow` names it."""
        self._offered[name] = build
        if icon:
            self._items[name] = NavItem(name, icon, word)

    def add_page(self, name: str, page: QWidget, icon: str = "", word: str = "") -> None:
        """Add a page; with an icon and a word it is a module of the rail."""
        self._pages[name] = page
        self._stack.addWidget(page)
        if icon:
            self._items[name] = NavItem(name, icon, word)
            self.rail.set_items(tuple(self._items.values()))
        if isinstance(page, Page):
            page.on_layout(self._step)
        if hasattr(page, "turned"):
            page.turned.connect(self.band.leave_page)
        theme.rescale(page, theme.look(self))

    def allow(self, names: tuple[str, ...]) -> None:
        """Show only these modules in the rail, in this order: what a role may not use is gone."""
        self.rail.set_items(tuple(self._items[name] for name in names if name in self._items))
        self.rail.set_current(self.current)

    def show_page(self, name: str) -> None:
        """Bring a page to the front and let it take the focus."""
        page = self.page(name)
        changed = self._stack.currentWidget() is not page
        self._stack.setCurrentWidget(page)
        self.rail.set_current(name)
        if isinstance(page, Page):
            page.activate()
        self._refresh_hints()
        if changed:
            self.band.leave_page()
            self.page_shown.emit(name)

    def show_state(self, state: ShellState) -> None:
        """Show window, queue, devices, clerk and time."""
        self.topbar.show_state(state)

    def cover(self, page: QWidget) -> None:
        """Lay `page` over everything: no key, scan or click reaches the desk below."""
        self.close_help()
        if self._cover.indexOf(page) < 0:
            self._cover.addWidget(page)
            theme.rescale(page, theme.look(self))
        self._cover.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Show the desk again, with the focus where work goes on; nothing if it is shown."""
        if not self.is_covered:
            return
        self._cover.setCurrentWidget(self._desk)
        if self.current:
            self.show_page(self.current)

    def open_help(self) -> HelpOverlay:
        """Show which keys act here and now."""
        if self._help is None:
            self._help = HelpOverlay(self)
        self._help.open_for(self._page_title(), self.keys.active())
        return self._help

    def close_help(self) -> None:
        """Take the overlay away."""
        if self._help is not None:
            self._help.close_overlay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the layout step of the new width."""
        super().resizeEvent(event)
        self._choose_step()

    def changeEvent(self, event: QEvent) -> None:
        """Choose the layout step of the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._choose_step()

    def _build(self) -> None:
        area = QVBoxLayout()
        theme.spaced(area, (8, 8, 8, 8), 8)
        area.addWidget(self.band)
        area.addWidget(self._stack, 1)
        middle = QHBoxLayout()
        theme.spaced(middle, gap=0)
        middle.addWidget(self.rail)
        middle.addLayout(area, 1)
        column = QVBoxLayout(self._desk)
        theme.spaced(column, gap=0)
        column.addWidget(self.topbar)
        column.addLayout(middle, 1)
        column.addWidget(self.hint_line)
        self._cover.addWidget(self._desk)
        root = QVBoxLayout(self)
        theme.spaced(root)
        root.addWidget(self._cover)
        self.setMinimumSize(*MIN_SIZE)
        theme.may_be_low(self)
        self.rail.chosen.connect(self.show_page)

    def _bind(self) -> None:
        desk = self._desk
        plain: tuple[tuple[str, Callable[[], object]], ...] = (
            ("shell.help", self.open_help),
            ("shell.refresh", self.refresh_wanted.emit),
            ("shell.full_screen", self._on_full_screen),
            ("shell.next_page", lambda: self._on_beside(1)),
            ("shell.previous_page", lambda: self._on_beside(-1)),
            ("shell.find", self.find_wanted.emit),
            ("shell.lock", self.lock_wanted.emit),
            ("shell.undo", self.undo_wanted.emit),
        )
        for name, slot in plain:
            self.keys.bind(name, desk, slot)
        self.keys.changed.connect(self._refresh_hints)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _choose_step(self) -> None:
        step = step_for(self.width(), theme.look(self).scale)
        if step is self._step:
            return
        self._step = step
        for page in self._pages.values():
            if isinstance(page, Page):
                page.on_layout(step)
        self.layout_changed.emit(step)

    def _refresh_hints(self) -> None:
        active = [command for command in self.keys.active() if command.hint]
        page = self._stack.currentWidget()
        extra = page.hints() if isinstance(page, Page) else ()
        left = tuple((c.cap, c.words) for c in active if c.page != "shell")
        right = tuple((c.cap, c.words) for c in active if c.page == "shell")
        self.hint_line.set_hints((*left, *extra), right)

    def _page_title(self) -> str:
        page = self._stack.currentWidget()
        return page.title if isinstance(page, Page) else ""

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.window() is self.window():
            self._refresh_hints()

    def _on_raised(self, notice: Notice) -> None:
        self.band.add(notice)

    def _on_full_screen(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_beside(self, steps: int) -> None:
        name = self.rail.beside(self.current, steps)
        if name:
            self.show_page(name)
