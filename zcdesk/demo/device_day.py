"""A day with every device: numbers from the kiosk, calls from keys and pads, cards, stars, faults.

Driven as a person drives it: touches at the kiosk, keys of desk and pad, cards and codes;
a fault comes when the script says so. What the devices were sent is compared with the acts
afterwards (`tally`).
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zcdesk.demo.driver import Driver
from zcdesk.demo.hall import DemoClock
from zcdesk.demo.people import person
from zcdesk.demo.rig import Rig
from zcdesk.devices.bus import BOUNCE
from zcdesk.devices.kinds import DeviceKind, DeviceState, PadKey
from zcdesk.devices.simulated import SimulatedPrinter
from zcdesk.devices.simulators.far_side import Fault
from zcdesk.domain.visit import Phase, Visit
from zcdesk.domain.window import Window, WindowMode
from zcdesk.forms.decode import decode
from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.workplace import Workplace

HERE, THERE = 3, 5
"""The desk's own pad, and the pad of a window without a desk."""

SOCIAL, INVESTMENT = "社会民生", "投资建设"
VISITS = 12
NUMBER = re.compile(r"\b[A-Z]\d{3}\b")
FAULTS: dict[int, tuple[DeviceKind, Fault]] = {
    2: (DeviceKind.VOICE, Fault.BUSY),
    3: (DeviceKind.WINDOW_SCREEN, Fault.NOISE),
    4: (DeviceKind.READER, Fault.WRONG_CHECK),
    5: (DeviceKind.VOICE, Fault.NOISE),
    6: (DeviceKind.WINDOW_SCREEN, Fault.BUSY),
    7: (DeviceKind.PADS, Fault.NOISE),
    8: (DeviceKind.READER, Fault.UNPLUGGED),
    9: (DeviceKind.RATER, Fault.DOUBLED),
    10: (DeviceKind.WINDOW_SCREEN, Fault.SPLIT),
}
"""Before which visit which device goes wrong once; each is got over without the clerk."""

GONE_BEFORE = 11
"""The visit that is called while the voice lies unplugged: the clerk is told, nothing is spoken."""


class Kiosk(NamedTuple):
    """Where numbers are taken, and the printer they come out of."""

    window: KioskWindow
    printer: SimulatedPrinter


class DeviceDay:
    """Plays the day at one window.

    Attributes:
        stars: what was pressed at the rating pad, in order.
        unspoken: numbers called while the voice was unplugged; told: codes the clerk was told.
        cards: how many were laid down; taken: numbers the kiosk showed, in order.
    """

    def __init__(
        self,
        driver: Driver,
        workplace: Workplace,
        kiosk: Kiosk,
        clock: DemoClock,
        rig: Rig,
    ) -> None:
        self.driver = driver
        self.kiosk = kiosk
        self.workplace = workplace
        self.clock = clock
        self.rig = rig
        self.stars: list[int] = []
        self.unspoken: list[str] = []
        self.told: list[str] = []
        self.cards = 0
        self.taken: list[str] = []
        self._pressed: dict[tuple[int, PadKey], float] = {}
        self._awaited: set[tuple[int, PadKey]] = set()
        self._to_be_spoken = 0
        self._shown_before = 0
        workplace.desk.notices.raised.connect(lambda n: self.told.append(n.message.code))

    def play(self) -> None:
        """Play it all."""
        self._until(self._all_well, "a device did not answer")
        for number in range(1, VISITS + 1):
            self._take(SOCIAL)
            self._visit(number)
        self._missed_sent_on_and_paused()
        self._window_without_a_desk()

    def _visit(self, number: int) -> None:
        """One visit from the call to the rating."""
        gone = number == GONE_BEFORE
        if gone:
            self._pull_the_voice()
        elif number in FAULTS:
            kind, fault = FAULTS[number]
            self.rig[kind].upset(fault)
            if fault is Fault.UNPLUGGED:
                self._until(lambda: not self._works(kind), "it did not fall out")
                self.rig[kind].plug_in()
        self._call(by_pad=number % 2 == 0, is_heard=not gone)
        if gone:
            assert self.visit.ticket is not None
            self.unspoken.append(self.visit.ticket.number)
            self._until(lambda: "ZC-DEV-01" in self.told, "the clerk was not told")
            self.rig[DeviceKind.VOICE].plug_in()
            self._until(self._all_well, "the voice did not come back")
        if number % 3 == 0:
            self._recall(by_pad=number % 2 == 1)
        self._lay_card(number)
        self._end(number)

    def _call(self, *, by_pad: bool, is_heard: bool = True) -> None:
        if by_pad:
            self._press(HERE, PadKey.CALL)
        else:
            self.driver.press("F2")
        self._until(self._is_called, "nobody was called")
        self._hear(int(is_heard))

    def _recall(self, *, by_pad: bool) -> None:
        self.clock.pass_(seconds=10)
        before = self._recalls()
        if by_pad:
            self._press(HERE, PadKey.RECALL)
        else:
            self.driver.press("F3")
        self._until(lambda: self._recalls() > before, "nobody was called again")
        self._hear()

    def _lay_card(self, number: int) -> None:
        self.rig.lay_card(person(number))
        self.cards += 1
        self._until(self._is_identified, "the card filled nothing")

    def _end(self, number: int) -> None:
        """Only a question, and a rating for it; every fourth citizen walks away without one."""
        rater = self.rig[DeviceKind.RATER].model
        if number % 4:
            self.stars.append(5 - number % 5)
            rater.stars.append((0.05, number % 5 + 1))
        asked = self._ratings()
        self.driver.press("F2", "2")
        self._until(lambda: self.workplace.counter.open_visit is None, "the visit stayed open")
        if number % 4:
            self._until(lambda: self._ratings() > asked, "the rating was not kept")
        self.clock.pass_(minutes=4)

    def _missed_sent_on_and_paused(self) -> None:
        """Passed over by key and by pad, sent to window 5, and a pause between."""
        for by_pad in (False, True):
            self._take(SOCIAL)
            self._call(by_pad=by_pad)
            if by_pad:
                self._press(HERE, PadKey.PASS)
            else:
                self.driver.press("Shift+F3")
            self._until(self._is_free, "the number was not passed over")
        self._take(SOCIAL)
        self._call(by_pad=True)
        self._press(HERE, PadKey.TRANSFER, THERE)
        self._until(self._is_free, "the number was not sent on")
        self._press(HERE, PadKey.PAUSE)
        screen = self.rig[DeviceKind.WINDOW_SCREEN].model
        self._until(lambda: screen.history[-1:] == ["暂停服务"], "no pause on the screen")
        self._press(HERE, PadKey.RESUME)
        self._until(lambda: "欢迎" in screen.history[-1], "no welcome on the screen")

    def _window_without_a_desk(self) -> None:
        """Clerk 0313 works window 5 with a pad alone, who was sent on goes first."""
        for _ in range(2):
            self._take(INVESTMENT)
        pads = self.rig[DeviceKind.PADS].model
        steps: tuple[tuple[PadKey, int, Callable[[], object]], ...] = (
            (PadKey.LOGIN, 313, self._opens),
            (PadKey.CALL, 0, partial(self._shown_at_pad, 1)),
            (PadKey.CALL, 0, partial(self._shown_at_pad, 2)),
            (PadKey.RECALL, 0, partial(self._shown_at_pad, 3)),
            (PadKey.CALL, 0, partial(self._shown_at_pad, 4)),
            (PadKey.LOGOUT, 0, lambda: not self._opens()),
        )
        self._shown_before = sum(one.address == THERE for one in pads.heard)
        for key, number, done in steps:
            self.clock.pass_(seconds=20)
            self._press(THERE, key, number)
            self._until(done, f"{key} at the pad did nothing")
            self._hear(int(key in (PadKey.CALL, PadKey.RECALL)))

    def _pull_the_voice(self) -> None:
        self.rig[DeviceKind.VOICE].pull()
        self._until(lambda: not self._works(DeviceKind.VOICE), "the voice was not missed")

    def _take(self, category: str) -> None:
        """Touch the category's tile at the kiosk, take the slip, and make room for the next."""
        kiosk = self.kiosk.window
        self._until(lambda: kiosk.page is kiosk.home, "the kiosk did not go home")
        tile = kiosk.home.tiles[category]
        self._until(tile.isEnabled, "the kiosk slept")
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
        self._until(lambda: kiosk.page is kiosk.taken, "the kiosk gave no number")
        self.taken.append(kiosk.taken.number.full_text)
        self._until(lambda: len(self.slips()) == len(self.taken), "no slip came out")
        QTest.mouseClick(kiosk.taken.ready, Qt.MouseButton.LeftButton)
        self.driver.settle(0.01)

    def slips(self) -> list[str]:
        """Return the numbers on the slips that came out of the kiosk's printer."""
        printer = self.kiosk.printer
        assert printer.profile is not None
        texts = [decode(data, printer.profile).text for data in printer.documents]
        return [found[0] for text in texts if (found := NUMBER.search(text))]

    @property
    def visit(self) -> Visit:
        """The visit at the window."""
        visit = self.workplace.counter.open_visit
        assert visit is not None, "nobody is at the window"
        return visit

    def _press(self, address: int, key: PadKey, number: int = 0) -> None:
        """Press a key, not twice within its bounce: the bus would rightly not count that.

        A press counts from when something came of it: the bus may have heard of it late.
        """
        end = self._pressed.get((address, key), 0.0) + 2 * BOUNCE
        self._until(lambda: time.monotonic() > end, "time stood still")
        self.rig.press(address, key, number)
        self._awaited.add((address, key))

    def _until(self, condition: Callable[[], object], what: str) -> None:
        self.driver.until(lambda: bool(condition()), what)
        self._pressed |= dict.fromkeys(self._awaited, time.monotonic())
        self._awaited.clear()

    def _is_called(self) -> bool:
        visit = self.workplace.counter.open_visit
        return visit is not None and visit.phase is Phase.CALLED

    def _is_free(self) -> bool:
        return self.workplace.counter.open_visit is None

    def _is_identified(self) -> bool:
        visit = self.workplace.counter.open_visit
        return visit is not None and visit.applicant.person.is_identified

    def _hear(self, calls: int = 1) -> None:
        """Wait until so many more calls were spoken to their end."""
        self._to_be_spoken += calls
        voice = self.rig[DeviceKind.VOICE].model
        wanted = self._to_be_spoken
        self._until(lambda: voice.is_silent and len(voice.spoken) >= wanted, "not spoken")

    def _works(self, kind: DeviceKind) -> bool:
        status = self.workplace.watch.devices.status.get(kind.value)
        return status is not None and status.works

    def _all_well(self) -> bool:
        known = self.workplace.watch.devices.status
        silent = (DeviceKind.GUN, DeviceKind.HALL_SCREEN, DeviceKind.RATER)
        asked = [k.value for k in self.rig.by_kind if k not in silent]
        return all(k in known and known[k].state is DeviceState.OK for k in asked)

    def _recalls(self) -> int:
        return self._acts("ticket.recalled")

    def _ratings(self) -> int:
        return self._acts("rating.given")

    def _acts(self, kind: str) -> int:
        """Count acts of a kind, asked in the store's own lane."""
        from zcdesk.demo import tally

        found: list[int] = []
        desk = self.workplace.desk
        desk.do(tally.count, kind, owner=self.workplace, done=found.append)
        self.driver.until(lambda: bool(found), "the store did not answer")
        return found[0]

    def _opens(self) -> bool:
        """Whether window 5 is open."""
        found: list[tuple[Window, ...]] = []
        desk = self.workplace.desk
        desk.do(desk.operations.windows.windows, owner=self.workplace, done=found.append)
        self.driver.until(lambda: bool(found), "the store did not answer")
        return any(w.number == str(THERE) and w.mode is WindowMode.OPEN for w in found[0])

    def _shown_at_pad(self, count: int) -> bool:
        heard = self.rig[DeviceKind.PADS].model.heard
        shown = [one for one in heard if one.address == THERE and one.name == "ticket"]
        return len(shown) >= self._shown_before + count
