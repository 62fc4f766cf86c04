"""The pages that open in the place of the workspace, each built when first asked for.

None is modal and none knows the counter: it gets the visit and says what became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.page import LayoutStep, Page

_WHERE = {
    "search": "SearchPanel",
    "applicant": "ApplicantPanel",
    "form": "FormPage",
    "roster": "RosterPage",
    "check": "CheckPage",
    "done": "DonePage",
    "notice": "NoticePage",
    "changes": "ChangesPage",
    "package": "PackagePage",
}

Slots = Mapping[str, Callable[..., object]]


class SubPages:
    """Builds and opens them inside `stack`."""

    def __init__(self, desk: Desk, stack: QStackedWidget, slots: Mapping[str, Slots]) -> None:
        """Build without pages.

        Args:
            slots: page name → signal name → what follows.
        """
        self._desk = desk
        self._stack = stack
        self._slots = slots
        self._built: dict[str, QWidget] = {}
        self._step = LayoutStep.NORMAL
        self._home: QWidget | None = None

    @property
    def current(self) -> str:
        """Name of the page in front, empty while the workspace is."""
        front = self._stack.currentWidget()
        return next((name for name, page in self._built.items() if page is front), "")

    def show(self, name: str, *given: object) -> QWidget:
        """Open a page with what it works on."""
        page = self._page(name)
        self._stack.setCurrentWidget(page)
        page.open(*given)  # type: ignore[attr-defined]
        if not page.isAncestorOf(page.window().focusWidget() or self._stack):
            page.setFocus()
        return page

    def on_layout(self, step: LayoutStep) -> None:
        """Lay every page out for a width."""
        self._step = step
        for page in self._built.values():
            _lay_out(page, step)

    def _page(self, name: str) -> QWidget:
        if name not in self._built:
            module: Any = import_module(f"zcdesk.ui.counter.{name}")
            page: QWidget = getattr(module, _WHERE[name])(self._desk)
            for signal, slot in self._slots[name].items():
                getattr(page, signal).connect(slot)
            self._built[name] = page
            self._stack.addWidget(page)
            theme.rescale(page, theme.look(self._stack))
            _lay_out(page, self._step)
        return self._built[name]


def _lay_out(page: QWidget, step: LayoutStep) -> None:
    if isinstance(page, Page) or hasattr(page, "on_layout"):
        page.on_layout(step)
