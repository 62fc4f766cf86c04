"""The kiosk's window: one page at a time, a way back on each, everything forgotten in between.

Never a name on it, never what the person before did; a minute without a touch asks, and twenty
seconds later it is the first page again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.booking import Turn
from zcdesk.domain.identity import mask_name
from zcdesk.domain.matter import Matter
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.errors import CodedError
from zcdesk.operations.board import BoardView
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.input.gate import PUBLIC
from zcdesk.ui.kiosk.booking import BookingPage
from zcdesk.ui.kiosk.cut_off import CutOffLine
from zcdesk.ui.kiosk.errands import Errands
from zcdesk.ui.kiosk.guide import GuidePage
from zcdesk.ui.kiosk.head import Head
from zcdesk.ui.kiosk.home import BOOKED, GUIDE, RATE, HomePage
from zcdesk.ui.kiosk.idle import Idle, StillThere
from zcdesk.ui.kiosk.matter import PRINT_GUIDE, TAKE, MatterPage
from zcdesk.ui.kiosk.progress import ProgressPage
from zcdesk.ui.kiosk.steps import StepVoice
from zcdesk.ui.kiosk.taken import TakenPage
from zcdesk.ui.texts import describe
from zcdesk.ui.tongue import CHINESE, ENGLISH, tongue, usual
from zcdesk.ui.widgets.elder import BODY, GROWN, LARGER, BigText, Face, Tile
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.bookings import Offer

LOOK_MS, READ_MS = 5000, 8000
"""Between two looks at the queue; how long a number stands there."""

OWN_NAMES = {CHINESE: "中文", ENGLISH: "English"}
"""Each in its own language, for whoever reads no other."""

_HELP = QT_TRANSLATE_NOOP("kiosk_told", "自助机有人请求帮助")
_NO_PAPER = QT_TRANSLATE_NOOP("kiosk_told", "自助机没有出纸，请去看一下")

Page = HomePage | BookingPage | TakenPage | GuidePage | MatterPage | ProgressPage | StillThere


class KioskWindow(QWidget):
    """Everything citizens do for themselves.

    Signals:
        told(str): words for whoever works at the desk: paper is out, somebody wants help.
        language_wanted(str): the person here reads another language, or has gone.
    """

    told = Signal(str)
    language_wanted = Signal(str)

    def __init__(self, desk: Desk, language: str = "", parent: QWidget | None = None) -> None:
        """Build.

        Args:
            language: of every word here; empty = the program's. Texts are set as they are built,
                so another language is another window.
        """
        super().__init__(parent)
        self.language = language or usual()
        self._tongue = tongue()
        self._tongue.speaks = self.language
        self._desk = desk
        self._larger = False
        self._hall = ""
        self.setProperty(PUBLIC, True)
        self.setWindowTitle(self.tr("综窗台 · 自助机"))
        self.setObjectName("kiosk")
        keys = desk.keys
        self.head = Head()
        with self._tongue.speaking():
            self.cut_off = CutOffLine(desk)
            self.home, self.taken = HomePage(keys), TakenPage(keys)
            self.guide, self.matter = GuidePage(keys), MatterPage(keys)
            self.booking = BookingPage(keys)
            self.progress, self.still_there = ProgressPage(keys), StillThere(keys)
        self._pages = (
            *(self.home, self.booking, self.taken),
            *(self.guide, self.matter, self.progress),
        )
        self.told_line = BigText("", BODY, bold=True, colour="warn")
        self.told_line.setObjectName("kiosk_line")
        self.back = Tile(Face(self.tr("返回"), key="Esc"), small=True)
        self.larger = Tile(Face(self.tr("大字 A+")), small=True)
        self.sound = Tile(Face(self.tr("语音")), small=True)
        self.sound.setObjectName("kiosk_sound")
        self.voice = StepVoice(desk, self)
        if not self.voice.is_there:
            self.sound.hide()
        self.other = CHINESE if self.language == ENGLISH else ENGLISH
        self.speak = Tile(Face(OWN_NAMES[self.other]), small=True)
        self.speak.setObjectName("kiosk_language")
        self.help = Tile(Face(self.tr("不会用？请按这里，工作人员马上来")), small=True)
        self.stack = QStackedWidget()
        self.errands = Errands(desk, self)
        self.idle = Idle(self)
        self._before: Page = self.home
        self._read, self._look = QTimer(self), QTimer(self)
        self._build()
        self._connect()
        keys.bind("page.close", self, self.go_back)

    @property
    def page(self) -> Page:
        """The page in front."""
        front = self.stack.currentWidget()
        assert isinstance(front, Page)
        return front

    def start(self) -> None:
        """Read the hall and wait for somebody."""
        self.errands.start()
        self._look.start(LOOK_MS)
        self.idle.watch(self)
        self.go_home()

    def go_home(self) -> None:
        """Forget everything and show the first page."""
        self.errands.next_guest()
        self._read.stop()
        self.idle.end()
        for page in self._pages:
            page.clear()
        self.home.wake(True)
        self._set_larger(False)
        self.say("")
        self._show(self.home)

    def leave(self) -> None:
        """The person is done or gone: the next one finds silence and the usual language."""
        self.sound.setChecked(False)
        self.go_home()
        if self.language != usual():
            self.language_wanted.emit(usual())

    def go_back(self) -> None:
        """One step back; from the first page nowhere."""
        if self.page is self.still_there:
            self._on_here()
        elif self.page is self.matter:
            self._show(self.guide)
        else:
            self.go_home()

    def say(self, said: str) -> None:
        """Say something above the lowest row."""
        self.told_line.set_text(said)
        self.told_line.setVisible(bool(said))
        self.voice.say(said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let everything grow with the screen."""
        super().resizeEvent(event)
        self._grow()

    def hideEvent(self, event: QHideEvent) -> None:
        """Ask nothing more once nobody can see it."""
        super().hideEvent(event)
        self.errands.stop()
        self.idle.end()
        self._look.stop()

    def _build(self) -> None:
        for page in (*self._pages, self.still_there):
            self.stack.addWidget(page)
        for tile in (self.back, self.larger, self.speak, self.help):
            tile.setCheckable(False)
        row = QHBoxLayout()
        theme.spaced(row, gap=16)
        row.addWidget(self.back)
        row.addWidget(self.help, 1)
        row.addWidget(self.larger)
        row.addWidget(self.sound)
        row.addWidget(self.speak)
        inner = QVBoxLayout()
        theme.spaced(inner, (24, 16, 24, 16), 14)
        inner.addWidget(self.stack, 1)
        inner.addWidget(self.told_line)
        inner.addLayout(row)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=0)
        # The screen decides the size, never what was shown on a larger one before.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.head)
        column.addWidget(self.cut_off)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        errands = self.errands
        errands.hall_read.connect(self._on_hall)
        errands.matters_read.connect(self.guide.show_matters)
        errands.taken.connect(self._on_taken)
        errands.found.connect(self.progress.show_found)
        errands.booked.connect(self._on_booked)
        self.booking.asked.connect(errands.take_code)
        self.home.booking_chosen.connect(self._take_booked)
        errands.rated.connect(self._on_rated)
        errands.refused.connect(self._on_refused)
        errands.card_laid.connect(self._on_card)
        errands.scanned.connect(self.on_scan)
        errands.paper_fared.connect(self._on_paper)
        self.home.category_chosen.connect(self._take)
        self.home.service_chosen.connect(self._on_service)
        self.taken.done.connect(self.leave)
        self.guide.chosen.connect(self._on_matter)
        self.matter.wanted.connect(self._on_wanted)
        self.progress.asked.connect(errands.find)
        self.progress.rated.connect(errands.rate)
        self.still_there.here.connect(self._on_here)
        self.idle.quiet.connect(self._on_quiet)
        self.idle.gone.connect(self.leave)
        self.back.clicked.connect(self.go_back)
        self.larger.clicked.connect(lambda: self._set_larger(not self._larger))
        self.help.clicked.connect(self._on_help)
        self.sound.toggled.connect(self._on_sound)
        self.speak.clicked.connect(lambda: self.language_wanted.emit(self.other))
        self._read.setSingleShot(True)
        self._read.timeout.connect(self.leave)
        self._look.timeout.connect(errands.read_hall)
        self.cut_off.changed.connect(errands.read_hall)
        self._desk.changed.connect(self._on_changed)

    def _show(self, page: Page) -> None:
        self.stack.setCurrentWidget(page)
        self.cut_off.look(wanted=page is not self.taken)
        self.back.setEnabled(page is not self.home)
        if page is not self.home:
            self.idle.begin()
        page.activate()
        self.voice.say_page(page)

    def _take(self, category: str, ground: str, matter: str = "") -> None:
        self.home.wake(False)
        self.errands.take(category, ground, matter)

    def on_scan(self, text: str) -> None:
        """A code was scanned: a receipt's on the page that asks for one, else a booking's."""
        if self.page is self.still_there:
            self._on_here()
        if self.page is self.progress:
            self.errands.find(text)
        elif self.page in (self.home, self.booking):
            self.errands.take_code(text)

    def _on_booked(self, offer: Offer) -> None:
        if self.page is self.home:
            with self._tongue.speaking():
                self.home.show_booking(offer)

    def _take_booked(self, offer: Offer, ground: str) -> None:
        self.home.wake(False)
        self.errands.take_booked(offer, ground)

    def _on_taken(self, taken: object, turn: Turn | None = None) -> None:
        self.home.wake(True)
        late = self.tr("预约时间已过，这是普通号，请按顺序等候")
        self.say(late if turn is Turn.LATE else "")
        with self._tongue.speaking():
            self.taken.show_taken(taken)  # type: ignore[arg-type]  # a signal carries any object
        self._show(self.taken)
        self._read.start(READ_MS)

    def _on_refused(self, error: CodedError) -> None:
        self.home.wake(True)
        with self._tongue.speaking():
            said = describe(error).text
        if self.page in (self.progress, self.booking):
            self.page.say(said)
        else:
            self.say(said)
        self.idle.begin()

    def _on_paper(self, kind: PaperKind, came_out: bool) -> None:
        if kind is PaperKind.TICKET:
            said = (
                self.tr("请取走取号单")
                if came_out
                else self.tr("取号纸没有出来：请记住这个号码，已通知工作人员")
            )
            self.taken.say_paper(said)
        else:
            said = self.tr("请取走") if came_out else self.tr("没有打印出来，已通知工作人员")
            self.matter.say(said)
        if not came_out:
            self.told.emit(words("kiosk_told", _NO_PAPER))

    def _on_card(self, person: Person) -> None:
        if self.page is self.progress:
            self.errands.find_card(person)
        elif self.page is self.home:
            said = self.tr("{name}，已刷卡，请选业务").format(name=mask_name(person.name))
            self.home.show_card(said)
            self.errands.find_booking(person)
            self.idle.begin()

    def _on_service(self, name: str) -> None:
        self.say("")
        if name == GUIDE:
            self._show(self.guide)
        elif name == BOOKED:
            self.booking.clear()
            self._show(self.booking)
        else:
            self.progress.begin(rating=name == RATE)
            self._show(self.progress)

    def _on_matter(self, matter: Matter) -> None:
        self.matter.show_matter(matter)
        self._show(self.matter)

    def _on_wanted(self, what: str, matter: Matter) -> None:
        if what == TAKE:
            self._take(matter.categories[0].value, "", matter.key)
        else:
            self.matter.say(self.tr("正在打印…"))
            self.errands.print_guide(matter, whole=what == PRINT_GUIDE)

    def _on_rated(self) -> None:
        self.go_home()
        self.say(self.tr("已收到您的评价，谢谢"))
        self.idle.begin(READ_MS)

    def _on_quiet(self) -> None:
        if self.page is self.home and not self.told_line.isVisible():
            self.leave()
            return
        if self.page is self.home:
            self.say("")
            self.idle.end()
            return
        self._before = self.page
        self._read.stop()
        self.stack.setCurrentWidget(self.still_there)
        self.still_there.activate()

    def _on_here(self) -> None:
        self._show(self._before)

    def _on_help(self) -> None:
        self.say(self.tr("已通知工作人员，请稍等"))
        self.told.emit(words("kiosk_told", _HELP))
        self.idle.begin()

    def _on_sound(self, on: bool) -> None:
        self.voice.is_on = on
        self.voice.say_page(self.page)

    def _on_hall(self, view: BoardView) -> None:
        self._hall = view.hall
        with self._tongue.speaking():
            self.home.show_waits(view, is_known=not self.cut_off.is_cut_off)
        self.head.show_words(view.hall, f"{self._desk.now():%H:%M}")

    def _on_changed(self, topics: frozenset[str]) -> None:
        if "matter" in topics:
            self.errands.read_matters()
        if topics & {"ticket", "window"}:
            self.errands.read_hall()

    def _set_larger(self, larger: bool) -> None:
        self._larger = larger
        self.larger.set_face(Face(self.tr("标准字") if larger else self.tr("大字 A+")))
        self._grow()

    def _grow(self) -> None:
        """Set how large elder sizes are on this screen."""
        wide, high = self.width(), self.height()
        base = (1366, 768) if wide >= high else (800, 1422)
        factor = max(1.0, min(wide / base[0], high / base[1]))
        factor *= LARGER if self._larger else 1.0
        if self.property(GROWN) == factor:
            return
        self.setProperty(GROWN, factor)
        self.progress.resize_edit()
        self.booking.resize_edit()
        for widget in self.findChildren(QWidget):
            widget.updateGeometry()
            widget.update()
