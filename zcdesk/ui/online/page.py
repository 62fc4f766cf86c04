"""网上件: an officer pre-reviews, a clerk takes in; who is both has both, one key each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from zcdesk.domain.hall import Role
from zcdesk.ui.desk import Desk
from zcdesk.ui.online.review import PreReview
from zcdesk.ui.online.taking import OnlineTaking
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.text import Text

_OFFICE = frozenset({Role.REVIEWER, Role.CHIEF})


class OnlinePage(QWidget):
    """The side of an online application that belongs to who is logged in.

    Signals:
        visit_opened(Visit): an application was opened at the window.
        closed(): back to where the clerk works.
    """

    visit_opened = Signal(object)
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("网上件")
        self.setObjectName("online_page")
        self.setProperty("kind", "page")
        self.taking = OnlineTaking(desk)
        self.review = PreReview(desk)
        self.stack = QStackedWidget()
        self.give_back = Button(self.tr("退回"), icon="arrow-back-up", key="F8")
        self.accept = Button(self.tr("预审通过"), Kind.PRIMARY, icon="check", key="F9")
        self.said = Text("", "small", Tone.NEUTRAL, elide=True)
        self._build()
        self._bind()

    @property
    def reviews(self) -> bool:
        """Whether who is logged in pre-reviews for a department."""
        return bool(_OFFICE & set(self._desk.clerk.roles))

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Show the side of this clerk."""
        front = self.review if self.reviews else self.taking
        self.stack.setCurrentWidget(self.review if self.reviews else self._panel)
        for button in (self.give_back, self.accept):
            button.setVisible(self.reviews)
        self.said.set_text(
            self.tr("预审 2 个工作日；退回要一次列全")
            if self.reviews
            else self.tr("表单和扫描件已带入，只收部门还要的纸质材料")
        )
        front.refresh()
        front.take_focus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is: the viewer takes what is left."""

    def _build(self) -> None:
        self._panel = Panel(self.title)
        self._panel.body.addWidget(self.taking, 1)
        self.stack.addWidget(self._panel)
        self.stack.addWidget(self.review)
        footer = Footer()
        footer.say(self.said, 1)
        back = Button(self.tr("返回"), key="Esc")
        back.clicked.connect(self.closed)
        for button in (back, self.give_back, self.accept):
            footer.act(button)
        footer.under(self.stack, self)

    def _bind(self) -> None:
        keys = self._desk.keys
        keys.bind("online.return", self.review, self.review.give_back)
        keys.bind("online.done", self.review, self.review.accept)
        keys.bind("page.close", self, self.closed.emit)
        self.give_back.clicked.connect(self.review.give_back)
        self.accept.clicked.connect(self.review.accept)
        self.review.opened.connect(self._on_opened)
        self.taking.visit_opened.connect(self.visit_opened)
        self._desk.scanned.connect(self._on_scan)
        self._desk.changed.connect(self._on_changed)
        self._on_opened(False)

    def _on_opened(self, is_open: bool) -> None:
        for button in (self.give_back, self.accept):
            button.setEnabled(is_open)

    def _on_scan(self, text: str) -> None:
        if self.isVisible() and not self.reviews:
            self.taking.open(text)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self.isVisible() and "online" in topics:
            (self.review if self.reviews else self.taking).refresh()
