"""The footer of the serving counter: what is missing, each a link to its place, and the way out.

It says nothing that `domain.readiness` does not say, and the primary button never hides.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from zcdesk.domain.readiness import Blocker, Place
from zcdesk.ui import theme
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import Chip, ChipState
from zcdesk.ui.widgets.panel import Footer
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_ROWS = {
    "CHK-01": QT_TRANSLATE_NOOP("footer", "{i} 待核原件"),
    "CHK-21": QT_TRANSLATE_NOOP("footer", "{i} 未收"),
    "CHK-22": QT_TRANSLATE_NOOP("footer", "{i} 缺或不符"),
    "CHK-23": QT_TRANSLATE_NOOP("footer", "{i} 待部门答复"),
    "DEF-05": QT_TRANSLATE_NOOP("footer", "{i} 补齐期限已过"),
    "DEF-06": QT_TRANSLATE_NOOP("footer", "{i} 补齐期限未定"),
}
_PLACES = {
    Place.MATTER: QT_TRANSLATE_NOOP("footer", "事项"),
    Place.APPLICANT: QT_TRANSLATE_NOOP("footer", "申请人信息"),
    Place.AGENCY: QT_TRANSLATE_NOOP("footer", "经办与委托"),
    Place.FORM: QT_TRANSLATE_NOOP("footer", "一表未填 {n} 项"),
    Place.PROMISE: QT_TRANSLATE_NOOP("footer", "承诺书待签"),
    Place.DELIVERY: QT_TRANSLATE_NOOP("footer", "邮寄地址"),
}

MOST_LINKS = 10
"""More never fit in the widest window; the rest is counted."""


def link_text(blocker: Blocker) -> str:
    """Return the few words of a link: which row and what, or which place."""
    if blocker.place is Place.ROW:
        text = _ROWS.get(blocker.code, _ROWS["CHK-21"])
        return words("footer", text).format(i=blocker.row_no)
    return words("footer", _PLACES[blocker.place]).format(**{"n": 0, **blocker.fields})


def shown_here(blockers: Sequence[Blocker], current: int) -> tuple[Blocker, ...]:
    """Return what the footer lists: this applicant's rows, and every other place once.

    A promise is signed on the way out, so here it does not stand in the way.
    """
    found: dict[tuple[Place, int, str], Blocker] = {}
    for blocker in blockers:
        if blocker.place is Place.PROMISE:
            continue
        if blocker.place is Place.ROW and blocker.applicant_index != current:
            continue
        found.setdefault((blocker.place, blocker.row_no, ""), blocker)
    return tuple(found.values())


class ServingFooter(Footer):
    """Shows what is left and the three ways on.

    Signals:
        link_opened(Blocker): the clerk wants to go there.
        park_wanted, notice_wanted, finish_wanted, next_applicant_wanted: the buttons.
    """

    link_opened = Signal(object)
    park_wanted = Signal()
    notice_wanted = Signal()
    finish_wanted = Signal()
    next_applicant_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serving_footer")
        self.state = Chip()
        self.state.setObjectName("footer_state")
        self.links = _Links()
        self.links.opened.connect(self.link_opened)
        self.park = Button(self.tr("挂起"))
        self.park.setObjectName("footer_park")
        self.notice = Button(self.tr("一次性告知书"), key="F8")
        self.notice.setObjectName("footer_notice")
        self.next = Button(
            self.tr("下一位申请人"), Kind.PRIMARY, icon="users", key="checklist.next"
        )
        self.next.setObjectName("footer_next_applicant")
        self.primary = Button(self.tr("核对并打印收件通知书"), Kind.PRIMARY, key="F9")
        self.primary.setObjectName("footer_primary")
        self.say(self.state)
        self.say(self.links, 1)
        for button in (self.park, self.notice, self.next, self.primary):
            self.act(button)
        self.park.clicked.connect(self.park_wanted)
        self.notice.clicked.connect(self.notice_wanted)
        self.next.clicked.connect(self.next_applicant_wanted)
        self.primary.clicked.connect(self.finish_wanted)
        self.next.hide()

    def show_left(self, left: Sequence[Blocker], *, lacking: int, next_name: str = "") -> None:
        """Show what is left; with nothing left 材料已齐 and the way out alone.

        Args:
            lacking: rows that belong on a one-time notice.
            next_name: name of the applicant who comes next in a batch; empty = nobody.
        """
        onward = bool(next_name) and not any(b.place is Place.ROW for b in left)
        if onward:
            word = self.tr("本申请人材料已齐，接着办 {name}").format(name=next_name)
            self.state.set_state(ChipState("circle-check", word, Tone.OK))
        elif left:
            word = self.tr("还差 {n} 项").format(n=len(left))
            self.state.set_state(ChipState("alert-triangle", word, Tone.WARN))
        else:
            word = self.tr("材料已齐，可以收件")
            self.state.set_state(ChipState("circle-check", word, Tone.OK))
        self.links.show_links(tuple(left))
        self.next.setVisible(onward)
        self.notice.set_kind(Kind.PRIMARY if lacking and not onward else Kind.PLAIN)
        self.primary.set_kind(Kind.PLAIN if lacking or onward else Kind.PRIMARY)


class _Links(QWidget):
    """Links in one line; those that do not fit are counted behind.

    Signals:
        opened(Blocker): a link was pressed.
    """

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._blockers: tuple[Blocker, ...] = ()
        self._buttons: list[Button] = []
        self._more = Text("", "small", Tone.NEUTRAL, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The links that can be seen."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def show_links(self, blockers: tuple[Blocker, ...]) -> None:
        """Show one link per blocker."""
        if blockers == self._blockers:
            return
        self._blockers = blockers
        while len(self._buttons) < min(len(blockers), MOST_LINKS):
            self._buttons.append(self._button(len(self._buttons)))
        for place, blocker in enumerate(blockers[:MOST_LINKS]):
            self._buttons[place].set_text(link_text(blocker))
        self._place()

    def sizeHint(self) -> QSize:
        """Ask for the height of a button; width is what is left."""
        return QSize(0, theme.look(self).control)

    def minimumSizeHint(self) -> QSize:
        """Shrink to nothing."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many links as fit."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again in the new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _button(self, place: int) -> Button:
        button = Button("", Kind.QUIET, parent=self)
        button.setObjectName(f"footer_link_{place + 1}")
        button.clicked.connect(lambda _checked=False, at=place: self._on_clicked(at))
        return button

    def _place(self) -> None:
        at = theme.look(self)
        gap = at.space(2)
        more = self.tr("等 {n} 项")
        room = self.fontMetrics().horizontalAdvance(more) + at.space(16)
        widths = [b.sizeHint().width() for b in self._buttons[: len(self._blockers)]]
        few = len(self._blockers) <= len(self._buttons)
        whole = few and sum(widths) + gap * max(0, len(widths) - 1) <= self.width()
        left, seen = 0, 0
        for place, button in enumerate(self._buttons):
            fits = place < len(widths) and (
                left + widths[place] <= self.width() - (0 if whole else room)
            )
            if fits and seen == place:
                button.setGeometry(left, 0, widths[place], at.control)
                button.show()
                left += widths[place] + gap
                seen += 1
            else:
                button.hide()
        rest = len(self._blockers) - seen
        self._more.setVisible(rest > 0)
        if rest:
            words_ = more if seen else self.tr("{n} 项")
            self._more.set_text(words_.format(n=len(self._blockers)))
            self._more.adjustSize()
            self._more.move(left + gap, (at.control - self._more.height()) // 2)

    def _on_clicked(self, place: int) -> None:
        if place < len(self._blockers):
            self.opened.emit(self._blockers[place])
