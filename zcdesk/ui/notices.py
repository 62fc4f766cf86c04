"""Everything the program tells the clerk goes through here: status line, band, confirmation.

L1 stands in the hint line for 4 s. L2 is one band in the page with its ways out. L3 asks, and only
before what cannot be taken back. The same code within 10 s is counted, not repeated. Notices given
before a window listens are kept for it. Nothing here ever takes the focus.

A request that was refused is told to whoever asked, where they asked: the band goes with the page
and with the clerk. A device, the net or the disk concerns everybody and stays until it is settled.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from zcdesk.errors import UserError
from zcdesk.ui.texts import Coded, Level, Message, describe, message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.band import Band

NOTE_MS = 4000
REPEAT_S = 10.0

STATION_FAMILIES = frozenset({"NET", "PRT", "SEC"})
"""Said without an error, these concern the PC and whoever sits there, not a page."""

Handlers = Mapping[str, Callable[[], object]]

TONES = {
    Level.NOTE: Tone.INFO,
    Level.FIELD: Tone.WARN,
    Level.CAUTION: Tone.WARN,
    Level.FAULT: Tone.DANGER,
    Level.STOP: Tone.DANGER,
}


class Notice(NamedTuple):
    """A message with what its buttons do and how often it came.

    `lasting`: about the PC, not about what somebody asked for on a page.
    """

    message: Message
    handlers: Handlers
    times: int = 1
    lasting: bool = True

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """The actions somebody handles here."""
        return tuple(pair for pair in self.message.actions if pair[0] in self.handlers)


class Notices(QObject):
    """The one voice of a window.

    Signals:
        noted(str, Tone): L1, show for 4 s.
        raised(Notice): L2, show in the band of the page in front.
        settled(str): the band of this code has done its work.
    """

    noted = Signal(str, object)
    raised = Signal(object)
    settled = Signal(str)

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: dict[str, tuple[float, int]] = {}
        self._kept: list[Notice] = []
        self._listening = False

    def listen(self) -> None:
        """A window now shows what comes, beginning with what was kept."""
        self._listening = True
        kept, self._kept = self._kept, []
        for notice in kept:
            self._emit(notice)

    def note(self, words: str, tone: Tone = Tone.INFO) -> None:
        """Say translated words in the status line (L1), for instance 已撤销."""
        if self._listening:
            self.noted.emit(words, tone)
        else:
            level = Level.CAUTION if tone is Tone.WARN else Level.NOTE
            self._kept.append(Notice(Message("", level, words), {}))

    def show(self, error: Coded, handlers: Handlers | None = None) -> None:
        """Show an error at the level of its code.

        Args:
            handlers: what the named actions of the text do on this page; others get no button.
        """
        self._tell(describe(error), handlers or {}, lasting=not isinstance(error, UserError))

    def say(self, code: str, handlers: Handlers | None = None, **fields: object) -> None:
        """Show the text of a code nobody raised."""
        lasting = code.partition("-")[0] in STATION_FAMILIES
        self._tell(message(code, **fields), handlers or {}, lasting=lasting)

    def settle(self, code: str) -> None:
        """Take the band of `code` (such as PRT-01) away: its cause is gone."""
        self._last.pop(f"ZC-{code}", None)
        self._kept = [notice for notice in self._kept if notice.message.code != f"ZC-{code}"]
        self.settled.emit(f"ZC-{code}")

    def _tell(self, said: Message, handlers: Handlers, *, lasting: bool) -> None:
        now = self._clock()
        before, count = self._last.get(said.code, (-REPEAT_S, 0))
        count = count + 1 if now - before < REPEAT_S else 1
        self._last[said.code] = (now, count)
        notice = Notice(said, handlers, count, lasting)
        if self._listening:
            self._emit(notice)
        else:
            self._kept = [kept for kept in self._kept if kept.message.code != said.code]
            self._kept.append(notice)

    def _emit(self, notice: Notice) -> None:
        if notice.message.level is Level.NOTE:
            again = f"  ×{notice.times}" if notice.times > 1 else ""
            self.noted.emit(notice.message.text + again, Tone.INFO)
        else:
            self.raised.emit(notice)


class NoticeBand(Band):
    """The band of one page: the latest trouble in front, the others merged behind it.

    `n` older messages show as 另有 n 条; settling or closing one brings the next forward.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notices: list[Notice] = []
        self.acted.connect(self._on_acted)
        self.dismissed.connect(self._on_dismissed)

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What waits here, the one in front last."""
        return tuple(self._notices)

    def add(self, notice: Notice) -> None:
        """Bring a notice to the front; the same code replaces its older one."""
        code = notice.message.code
        self._notices = [old for old in self._notices if old.message.code != code]
        self._notices.append(notice)
        self._refresh()

    def settle(self, code: str) -> None:
        """Drop the notice of `code` (`ZC-PRT-01`)."""
        self._notices = [old for old in self._notices if old.message.code != code]
        self._refresh()

    def leave_page(self) -> None:
        """Another page came to the front: drop what was refused on the last one.

        What still offers a choice stays until it is made.
        """
        self._keep(lambda notice: notice.lasting or bool(notice.choices))

    def leave_clerk(self) -> None:
        """Somebody else works here now: keep what concerns the PC."""
        self._keep(lambda notice: notice.lasting)

    def _keep(self, wanted: Callable[[Notice], bool]) -> None:
        kept = [notice for notice in self._notices if wanted(notice)]
        if len(kept) < len(self._notices):
            self._notices = kept
            self._refresh()

    def _refresh(self) -> None:
        if not self._notices:
            self.clear()
            return
        front = self._notices[-1]
        actions = tuple(words for _, words in front.choices) or (self.tr("知道了"),)
        text = front.message.text
        if len(self._notices) > 1:
            text += self.tr("（另有 {n} 条）").format(n=len(self._notices) - 1)
        self.say(
            text,
            actions,
            tone=TONES[front.message.level],
            code=front.message.code,
            count=front.times,
        )

    def _on_acted(self, place: int) -> None:
        front = self._notices[-1]
        self.settle(front.message.code)
        if front.choices:
            name, _ = front.choices[place]
            front.handlers[name]()

    def _on_dismissed(self) -> None:
        if self._notices:
            self.settle(self._notices[-1].message.code)


class StatusLine(QObject):
    """Shows L1 words through `show(words, tone)` and takes them away after 4 s."""

    def __init__(
        self, show: Callable[[str, Tone], object], clear: Callable[[], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._show = show
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(NOTE_MS)
        self._timer.timeout.connect(clear)

    def say(self, words: str, tone: Tone) -> None:
        """Show `words`; newer ones replace them."""
        self._show(words, tone)
        self._timer.start()

    @property
    def timer(self) -> QTimer:
        """The clock of the words now shown."""
        return self._timer
