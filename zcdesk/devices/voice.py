"""A voice module on a wire: says texts one after the other, and knows when each has ended.

A new text cuts off the one being spoken, so the next waits for the module's word that it is idle;
should that word be lost, the module is asked. The lane that owns the wire calls `turn`.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable

import msgspec

from zcdesk.devices import voice_frames as vf
from zcdesk.devices.announce import Waiting, announcement, announcement_in_english
from zcdesk.devices.kinds import READY, UNKNOWN, Call, Replaced, Status, fault
from zcdesk.devices.voice_frames import Chip, Settings
from zcdesk.devices.wire import SILENT, Wire, discard
from zcdesk.domain.calling import LOUD
from zcdesk.errors import DeviceError

log = logging.getLogger(__name__)

REFUSED = "DEV-10"
TRIES = 3
_ACK = 0.3
_GAP = 0.01
"""More than the 8 ms of silence that end a broken frame."""
_SECONDS_PER_CHAR, _SLACK = 0.4, 2.0
_TURN = 0.1


class Voice:
    """A SYN6288 or XFS5152CE.

    Attributes:
        settings: how to speak; sent with every text.
    """

    def __init__(
        self,
        wire: Wire,
        chip: Chip,
        settings: Settings | None = None,
        *,
        name: str = "语音",
        clock: Callable[[], float] = time.monotonic,
        template: str = "",
        patience: float = 1.0,
    ) -> None:
        """Build on an open wire.

        Args:
            template: what a call says, with {number} and {window}.
            patience: factor on the seconds the module is given.
        """
        self.name = name
        self.settings = settings or Settings()
        self._wire = wire
        self._chip = chip
        self._clock = clock
        self._template = template
        self._ack = _ACK * patience
        self._waiting = Waiting()
        self._frames: deque[bytes] = deque()
        self._speaking: bytes = b""
        self._ends_by = 0.0
        self._is_soft = False

    @property
    def is_speaking(self) -> bool:
        """Whether a text is being spoken or waits."""
        return bool(self._speaking or self._frames or self._waiting)

    def announce(self, call: Call) -> tuple[Replaced, ...]:
        """Call a number; DEV-06 when the module does not answer, DEV-07 when it is gone."""
        if not call.percent:
            return ()
        said = announcement(call.number, call.window, recall=call.recall, template=self._template)
        parts = [self.settings.chime] if self.settings.chime else []
        parts += [said] * max(self.settings.times, 1)
        if self.settings.english:
            parts.append(announcement_in_english(call.number, call.window))
        return self.say("。".join(parts), call.percent, call.ticket)

    def say(self, text: str, percent: int = LOUD, ticket: str = "") -> tuple[Replaced, ...]:
        """Speak `text` when those before it are done, and return what cannot be spoken.

        At most three texts wait; an older one is given up for a new one.

        Args:
            percent: how loud, of the set volume.
            ticket: the ticket it calls, whose older call it replaces.
        """
        plain = vf.plain(text)
        spoken = vf.speak(self._chip, plain, self.settings.encoding)
        for given_up in self._waiting.add(plain, percent, ticket):
            log.info("%s: %d characters not spoken, too many wait", self.name, len(given_up))
        self.turn()
        return spoken.replaced

    def stop(self) -> None:
        """Fall silent and forget what waits."""
        self._waiting.clear()
        self._frames.clear()
        self._speaking = b""
        self._exchange(vf.frame(self._chip, vf.STOP))

    def status(self) -> Status:
        """Ask the module; unknown if it does not understand the question."""
        try:
            state = self._query()
        except DeviceError as error:
            return fault(error.code)
        return READY if state is not None else UNKNOWN

    def turn(self) -> float:
        """Take what the module says, go on to the next text; seconds until it wants to again."""
        self._listen()
        if self._speaking and self._clock() >= self._ends_by:
            self._ask_whether_done()
        if not self._speaking:
            self._go_on()
        return _TURN

    def close(self) -> None:
        """Let go of the port."""
        self._wire.close()

    def _listen(self) -> None:
        for byte in self._wire.read(0):
            match byte:
                case vf.IDLE:
                    self._speaking = b""
                case vf.READY if self._speaking:
                    log.info("%s: module was reset", self.name)
                    self._frames.appendleft(self._speaking)
                    self._speaking = b""
                    return
                case _:
                    pass

    def _ask_whether_done(self) -> None:
        """Ask, as the module's word may have been lost."""
        if self._query() == vf.SPEAKING:
            self._ends_by = self._clock() + _SLACK
        else:
            self._speaking = b""

    def _go_on(self) -> None:
        if not self._frames and (next_one := self._waiting.next()) is not None:
            settings = self._loud(next_one.percent)
            marked = vf.marks(self._chip, settings) + next_one.text
            music = settings.music if self._chip.has_music else 0
            self._frames.extend(vf.speak(self._chip, marked, settings.encoding, music).frames)
        if not self._frames:
            return
        frame = self._frames.popleft()
        try:
            rest = self._exchange(frame)
        except DeviceError:
            self._frames.clear()
            raise
        self._speaking = b"" if vf.IDLE in rest else frame
        self._ends_by = self._clock() + len(frame) / 2 * _SECONDS_PER_CHAR + _SLACK

    def _loud(self, percent: int) -> Settings:
        """Return how to speak that loud; a volume holds in the module until told otherwise."""
        if percent >= LOUD and not self._is_soft:
            return self.settings
        self._is_soft = percent < LOUD
        own = self._chip.own_volume if self.settings.volume is None else self.settings.volume
        return msgspec.structs.replace(self.settings, volume=own * min(percent, LOUD) // LOUD)

    def _query(self) -> int | None:
        """Return speaking or idle, None when the answer is neither."""
        answer = self._exchange(vf.frame(self._chip, vf.QUERY))
        states = (vf.SPEAKING, vf.IDLE)
        end = self._clock() + self._ack
        while (
            not (found := [b for b in answer if b in states]) and (left := end - self._clock()) > 0
        ):
            answer = self._wire.read(left)
        return found[-1] if found else None

    def _exchange(self, frame: bytes) -> bytes:
        """Send a frame until it is accepted and return what came after that word."""
        refused = False
        for _ in range(TRIES):
            discard(self._wire)
            self._wire.write(frame)
            end = self._clock() + self._ack
            while (left := end - self._clock()) > 0:
                answer = self._wire.read(left)
                word, _, rest = answer.partition(bytes((vf.ACCEPTED,)))
                if len(word) < len(answer):
                    return rest
                if refused := vf.REJECTED in answer:
                    self._wire.read(_GAP)
                    break
        raise DeviceError(REFUSED if refused else SILENT, device=self.name)


def detect(wire: Wire, clock: Callable[[], float] = time.monotonic) -> Chip | None:
    """Find out which module answers on `wire`, asking each in its own dialect.

    XFS5152 first: its question is too short for a SYN6288, which refuses it.
    """
    for chip in (vf.XFS5152, vf.SYN6288):
        voice = Voice(wire, chip, clock=clock)
        if voice.status() == READY:
            return chip
        wire.read(_GAP)
    return None
