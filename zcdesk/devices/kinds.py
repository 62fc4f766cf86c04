"""What a device is, how it stands, and what the desk may ask of it.

Values and protocols only, so that screens can speak of devices without loading a driver.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

import msgspec

from zcdesk.domain.person import Person
from zcdesk.domain.printer_profile import PrinterProfile
from zcdesk.errors import CodedError

MOST_SKEW = 2.0
"""Degrees; more is seen at once and torn by a department's reader."""


class DeviceKind(StrEnum):
    """The devices of a window; the value is their key at the desk."""

    CALLER = "caller"
    VOICE = "voice"
    WINDOW_SCREEN = "window_screen"
    HALL_SCREEN = "hall_screen"
    PRINTER = "printer"
    SECOND_PRINTER = "second_printer"
    READER = "reader"
    GUN = "gun"
    SCANNER = "scanner"
    PADS = "pads"
    RATER = "rater"


CALLERS = (
    DeviceKind.CALLER,
    DeviceKind.VOICE,
    DeviceKind.WINDOW_SCREEN,
    DeviceKind.HALL_SCREEN,
)
"""What calls numbers: any mix of one to four; `caller` is whatever a hall has as a whole."""


class DeviceState(StrEnum):
    """正常, 警告, 故障, 未配置, 未知: the only five (ux 2.17)."""

    OK = "ok"
    WARN = "warn"
    FAULT = "fault"
    NONE = "none"
    UNKNOWN = "unknown"


class Status(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How a device stands; `code` is the message that says what to do, e.g. `PRT-01`."""

    state: DeviceState
    code: str = ""

    @property
    def works(self) -> bool:
        """Whether it is worth trying: a state that is not known is."""
        return self.state in (DeviceState.OK, DeviceState.WARN, DeviceState.UNKNOWN)


READY = Status(state=DeviceState.OK)
UNKNOWN = Status(state=DeviceState.UNKNOWN)
NOT_SET_UP = Status(state=DeviceState.NONE)


def no_answer() -> Status:
    """Return the state of a printer that does not answer: neither well nor out of paper."""
    return Status(state=DeviceState.UNKNOWN, code="PRT-04")


def fault(code: str) -> Status:
    """Return a fault with the message that belongs to it."""
    return Status(state=DeviceState.FAULT, code=code)


class Device(Protocol):
    @property
    def name(self) -> str:
        """What the hall calls it: 热敏#1."""

    def status(self) -> Status:
        """Ask how it stands; never raises."""


class Printed(StrEnum):
    """How much is known of a document that was printed without an error.

    `CONFIRMED`: the printer said so. `SENT`: it took everything and does not tell.
    """

    CONFIRMED = "confirmed"
    SENT = "sent"


class Printer(Device, Protocol):
    @property
    def as_(self) -> str:
        """The form it takes a paper in: `pdf`, `escpos80` …, see `zcdesk.forms`."""

    @property
    def profile(self) -> PrinterProfile | None:
        """The model of a thermal printer; None = the generic one, or no such printer."""

    def print(self, data: bytes) -> Printed:
        """Print one document; PRT-01 no paper, PRT-03 cover, PRT-04 unknown, others not printed."""


class CardReader(Device, Protocol):
    def read(self) -> Person | None:
        """Read the card on the reader, None without one; IDC-01 unreadable, IDC-02 reader gone."""


class Replaced(msgspec.Struct, frozen=True):
    """A character a device could not take and what stands for it."""

    char: str
    by: str


class Call(msgspec.Struct, frozen=True):
    """A number to be shown and spoken.

    Attributes:
        ticket, fence: which ticket and which of its calls; a call older than the newest one of
            its ticket is dropped. Without a ticket nothing is compared.
        percent: how loud, of the volume a voice is set to; 0 shows without a sound.
    """

    number: str
    window: str
    ticket: str = ""
    fence: int = 0
    recall: bool = False
    percent: int = 100


class Caller(Device, Protocol):
    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        """Have a call shown or spoken; never waits, never raises.

        Returns:
            What waits until it is done and returns what had to be replaced in it; DEV-01 when
            unplugged.
        """

    def say(self, text: str) -> tuple[Replaced, ...]:
        """Show or speak any text, as when the window pauses."""


class PadKey(StrEnum):
    """What a person did at a call pad or rating pad, in terms of no maker."""

    CALL = "call"
    RECALL = "recall"
    PASS = "pass"  # noqa: S105 - 过号
    PAUSE = "pause"
    RESUME = "resume"
    LOGIN = "login"
    LOGOUT = "logout"
    FINISH = "finish"
    TRANSFER = "transfer"
    HELP = "help"
    RATING = "rating"


class PadEvent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A key pressed at a pad.

    Attributes:
        address: of the pad on its bus.
        number: digits that came along: a staff number, a ticket, a window; '' without.
        stars: of a rating, 5 best; 0 for none.
    """

    address: int
    key: PadKey
    number: str = ""
    stars: int = 0


class CallPads(Device, Protocol):
    @property
    def windows(self) -> Mapping[int, str]:
        """Address of a pad → number of its window."""

    def events(self) -> tuple[PadEvent, ...]:
        """Return the keys pressed since last asked, in order; never waits."""

    def show(self, address: int, ticket: str) -> None:
        """Show a ticket number at a pad, if it can."""

    def send(self, address: int, frame: str, **values: int) -> None:
        """Send a pad one of its frames, if it knows it: waiting, login-ok, login-refused."""


class Rater(Device, Protocol):
    def ask(self, seconds: float) -> int | None:
        """Ask for 1 to 5 stars; None when nobody pressed in time, DEV-07 when unplugged."""

    def cancel(self) -> None:
        """Take the question back; may be called from any thread."""


class CodeGun(Device, Protocol):
    def codes(self) -> tuple[str, ...]:
        """Return the codes scanned since last asked, in order; never waits."""


class Page(msgspec.Struct, frozen=True):
    """One page taken.

    Attributes:
        data: the picture, PNG or JPEG.
        skew: degrees it lies askew; is_dark: too little light to be read.
    """

    data: bytes
    skew: float = 0.0
    is_dark: bool = False

    @property
    def is_poor(self) -> bool:
        """Whether a department may return it (SCN-03)."""
        return self.is_dark or abs(self.skew) > MOST_SKEW


class PageScanner(Device, Protocol):
    def scan(self) -> Page:
        """Take one page; SCN-04 when there is none to be had."""


class Fitted(NamedTuple):
    """One kind of device at a desk.

    Attributes:
        url: as the settings hold it, '' where nothing is configured; name: what it is called.
        is_here: it was built; fault: why it was not.
    """

    kind: str
    url: str
    name: str
    is_here: bool
    fault: CodedError | None = None


class ModelChoice(NamedTuple):
    """A model a device may be."""

    name: str
    title: str
    is_experimental: bool


class PortFound(NamedTuple):
    """A serial port and who answered on it.

    Attributes:
        holder: program that has it open; fault: why it could not be asked.
    """

    name: str
    url: str
    model: str = ""
    title: str = ""
    baud: int = 0
    holder: str = ""
    fault: CodedError | None = None


class Wanted(NamedTuple):
    """How a device is to be connected.

    Attributes:
        port: `COM3`, `/dev/ttyUSB0`, `tcp:192.0.2.7:4001`, `sim:…`.
        profile: a hall's own description, in place of a model.
        address: on its bus; of pads several, `1-8`.
        more: further options, `window=3&volume=80`.
    """

    port: str
    model: str = ""
    profile: str = ""
    address: str = ""
    more: str = ""


class Workshop(Protocol):
    """What the devices page may do with a PC's devices; each call may take its time."""

    @property
    def devices(self) -> dict[str, Any]:
        """The devices by kind."""

    def fitted(self) -> tuple[Fitted, ...]:
        """Return what stands at the desk, configured or not."""

    def choices(self, kind: str) -> tuple[ModelChoice, ...]:
        """Return the models a kind can be."""

    def search(self) -> tuple[PortFound, ...]:
        """Ask on every free serial port who is there."""

    def wanted(self, kind: str) -> Wanted:
        """Return how a kind is connected now."""

    def connect(self, kind: str, wanted: Wanted) -> Any:
        """Connect a kind anew and keep that; Invalid in words where it cannot be."""

    def adjustable(self, kind: str) -> dict[str, str]:
        """Return what of a device can be adjusted (`volume`, `tray` …), and to what it is set."""

    def adjust(self, kind: str, changes: Mapping[str, str]) -> Any:
        """Adjust a device and keep that."""

    def remove(self, kind: str) -> None:
        """Take a device away."""

    def test(self, kind: str, window: str) -> str:
        """Have a device do something a person can judge; returns what to look for."""

    def look(self, kind: str, say: Callable[[str], object] | None) -> bool:
        """Say a device's traffic decoded, both ways; None looks away."""
