"""What stands in the place of the checklist until a matter is taken: the line the focus waits on.

After a call it says what to expect; once the person is here it offers the ticket's matter, so the
usual visit goes on with one Enter.
"""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from zcdesk.domain.matter import Matter
from zcdesk.domain.visit import Phase, Visit
from zcdesk.ui import theme
from zcdesk.ui.counter.matter_tile import limit_text
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import CAPS
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.glyph import Glyph
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import KeyCap, Text
from zcdesk.ui.words import listed


class TakeLine(QWidget):
    """One large line that Enter takes: the person's arrival, or the ticket's matter.

    Signals:
        taken(): Enter, Space or a click.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("take_line")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.glyph = Glyph("ticket", Tone.INFO, 28)
        self.label = Text("", "small", Tone.NEUTRAL, elide=True)
        self.words = Text("", "title", elide=True)
        self.note = Text("", "small", Tone.NEUTRAL, elide=True)
        self.verb = Text("", "strong", Tone.INFO)
        column = QVBoxLayout()
        theme.spaced(column, gap=2)
        for text in (self.label, self.words, self.note):
            column.addWidget(text)
        row = QHBoxLayout(self)
        theme.spaced(row, (16, 12, 16, 12), 12)
        row.addWidget(self.glyph)
        row.addLayout(column, 1)
        row.addWidget(self.verb)
        row.addWidget(KeyCap("Enter"))

    def say(self, icon: str, label: str, words: str, note: str, verb: str) -> None:
        """Show what Enter takes."""
        self.glyph.show_icon(icon, Tone.INFO)
        self.label.set_text(label)
        self.words.set_text(words)
        self.note.set_text(note)
        self.note.setVisible(bool(note))
        self.verb.set_text(verb)
        self.setAccessibleName(listed((f"{label} {words}", f"Enter {verb}")))

    def mousePressEvent(self, _event: QEvent) -> None:
        """Take it with a click."""
        self.taken.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground: the place the clerk works at."""
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(at.colour("brand" if focused else "border"), 1))
        painter.setBrush(at.colour("selection" if focused else "surface"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def focusInEvent(self, event: QEvent) -> None:
        """Show that Enter acts here."""
        super().focusInEvent(event)  # type: ignore[arg-type]
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """Show that Enter acts elsewhere."""
        super().focusOutEvent(event)  # type: ignore[arg-type]
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for three lines of text with air."""
        return super().sizeHint().expandedTo(QSize(0, theme.look(self).px(76)))

    def minimumSizeHint(self) -> QSize:
        """Keep all three lines."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class StartPanel(Panel):
    """Shown while the visit has no matter.

    Signals:
        arrive_wanted(): the person is here.
        adopt_wanted(Matter): take the ticket's matter.
        add_wanted, applicant_wanted, no_show_wanted: the buttons F6, F4, Shift+F3.
    """

    arrive_wanted = Signal()
    adopt_wanted = Signal(object)
    add_wanted = Signal()
    applicant_wanted = Signal()
    no_show_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("start_panel")
        self._visit: Visit | None = None
        self._matter: Matter | None = None
        self.line = TakeLine()
        self.none = TakeLine()
        self.none.setObjectName("find_line")
        self.none.say(
            "search",
            self.tr("还没有事项"),
            self.tr("查找事项"),
            self.tr("编码、拼音首字母、名称或群众的说法；空框按 1–9 选收藏"),
            self.tr("查找"),
        )
        self.tip = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.late = Text("", "body", Tone.WARN, wrap=True)
        self.no_show = Button(self.tr("过号"), icon="user-x", key="⇧F3")
        self.no_show.setObjectName("start_no_show")
        self.add = Button(self.tr("添加事项"), icon="plus", key="F6")
        self.add.setObjectName("start_add")
        self.applicant = Button(self.tr("申请人"), icon="id", key="F4")
        self.applicant.setObjectName("start_applicant")
        inside = QWidget()
        self._inner = QVBoxLayout(inside)
        self._scroll = Scroll(inside)
        self._build()
        desk.keys.bind("counter.adopt", self.line, self._on_taken)
        desk.keys.bind("counter.adopt", self.none, self.add_wanted.emit)

    @property
    def matter(self) -> Matter | None:
        """The ticket's matter, as long as it can be taken."""
        return self._matter

    def show_visit(self, visit: Visit, matter: Matter | None) -> None:
        """Show what comes next for `visit`; `matter` is the ticket's, if it carries one."""
        self._visit, self._matter = visit, matter
        called = visit.phase is Phase.CALLED
        number = visit.ticket.number if visit.ticket else ""
        on_ticket = self.tr("取号事项：{name}").format(name=matter.name) if matter else ""
        self.line.setVisible(called or matter is not None)
        self.none.setVisible(self.line.isHidden())
        waited = self._waited(visit)
        if called:
            self.set_title(self.tr("请 {no} 号到窗口").format(no=number), "", waited)
            self.line.say(
                "user-check",
                on_ticket or self.tr("取号时没有选事项"),
                self.tr("人已到窗口"),
                self.tr("读身份证即自动记为已到"),
                self.tr("已到"),
            )
            self.tip.set_text(self.tr("您好，请坐，请出示身份证"))
        elif matter is not None:
            self.set_title(self.tr("选择事项"), "", waited)
            self.line.say(
                "ticket",
                self.tr("取号事项"),
                matter.name,
                limit_text(matter),
                self.tr("采用"),
            )
            self.tip.set_text(self.tr("您好，请坐，请问办理什么业务？"))
        else:
            self.set_title(self.tr("选择事项"), "", waited)
            self.tip.set_text(self.tr("您好，请坐，请问办理什么业务？"))
        self.no_show.setVisible(called)
        self.show_late(0)

    def show_late(self, seconds: int) -> None:
        """Say that nobody came for `seconds`; 0 takes the words away."""
        self.late.setVisible(seconds > 0)
        if seconds:
            self.late.set_text(
                self.tr(
                    "已呼叫 {n} 秒，人还没到。可以重呼 {keys[F3]}，或按 {keys[⇧F3]} 过号"
                ).format(keys=CAPS, n=seconds)
            )

    def set_compact(self, compact: bool) -> None:
        """Leave out what strip and matters offer as well."""
        for widget in (self.add, self.applicant, self.tip):
            widget.setVisible(not compact)
        theme.spaced(
            self._inner, (4, 0, 4, 0) if compact else (24, 12, 24, 12), 8 if compact else 12
        )

    def take_focus(self) -> None:
        """Put the focus on the line, or on the way to a matter."""
        (self.none if self.line.isHidden() else self.line).setFocus()

    def _waited(self, visit: Visit) -> str:
        ticket = visit.ticket
        if ticket is None or ticket.walk_in or not (ticket.taken_at and ticket.called_at):
            return ""
        taken, called = (datetime.fromisoformat(t) for t in (ticket.taken_at, ticket.called_at))
        minutes = int((called - taken).total_seconds() // 60)
        return self.tr("{time} 取号，等了 {n} 分").format(time=f"{taken:%H:%M}", n=max(0, minutes))

    def _build(self) -> None:
        buttons = QHBoxLayout()
        theme.spaced(buttons, gap=8)
        for button in (self.add, self.applicant, self.no_show):
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = self._inner
        theme.spaced(inner, (24, 12, 24, 12), 12)
        inner.addStretch(1)
        inner.addWidget(self.tip)
        inner.addWidget(self.line)
        inner.addWidget(self.none)
        inner.addWidget(self.late)
        inner.addLayout(buttons)
        inner.addStretch(2)
        self.body.addWidget(self._scroll, 1)  # a low window presses nothing together
        self.line.taken.connect(self._on_taken)
        self.none.taken.connect(self.add_wanted)
        self.add.clicked.connect(self.add_wanted)
        self.applicant.clicked.connect(self.applicant_wanted)
        self.no_show.clicked.connect(self.no_show_wanted)

    def _on_taken(self) -> None:
        if self._visit is None:
            return
        if self._visit.phase is Phase.CALLED:
            self.arrive_wanted.emit()
        elif self._matter is not None:
            self.adopt_wanted.emit(self._matter)
