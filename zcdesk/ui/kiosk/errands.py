"""What the kiosk does in the store, at the printer and with the card, for one person at a time.

Each answer belongs to the person it was asked for: what comes back after the kiosk went home is
dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.devices.kinds import DeviceKind
from zcdesk.domain.identity import IdKind, check_id
from zcdesk.domain.matter import Matter
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.errors import CodedError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk
from zcdesk.ui.printing import PrintOutcome, PrintState
from zcdesk.ui.tickets import GROUNDS

if TYPE_CHECKING:
    from zcdesk.domain.booking import Turn
    from zcdesk.operations.bookings import Offer
    from zcdesk.operations.printing import PrintTask
    from zcdesk.operations.progress import Progress
    from zcdesk.operations.tickets import Taken

CARD_MS = 500
CODE_MS = 100
OLD_AGE = 65
PAPERS = (PaperKind.TICKET, PaperKind.GUIDE, PaperKind.MATERIAL_LIST)

_BAD = (PrintState.FAILED, PrintState.UNKNOWN)


class Errands(QObject):
    """Runs the kiosk's operations.

    Signals:
        hall_read(BoardView), matters_read(tuple): what the pages show.
        taken(Taken, Turn): a number was given out; `Turn` of the booking it is for, else None.
        booked(Offer): the card that lies there has this booking today.
        found(Progress): cases of a receipt or a card.
        rated(): a rating was taken.
        refused(CodedError): it cannot be done; the words say what to do.
        card_laid(Person): a card lies on the kiosk's reader.
        scanned(str): a code was read by the kiosk's scanner.
        paper_fared(PaperKind, bool): a paper came out, or did not.
    """

    hall_read = Signal(object)
    matters_read = Signal(object)
    taken = Signal(object, object)
    booked = Signal(object)
    found = Signal(object)
    rated = Signal()
    refused = Signal(object)
    card_laid = Signal(object)
    scanned = Signal(str)
    paper_fared = Signal(object, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from zcdesk.operations.progress import Tries

        self._desk = desk
        self._tries = Tries()
        self._guest = 0
        self._card: Person | None = None
        self._asked: set[str] = set()
        self._cards, self._codes = QTimer(self), QTimer(self)
        self._cards.setInterval(CARD_MS)
        self._cards.timeout.connect(self._look_at_card)
        self._codes.setInterval(CODE_MS)
        self._codes.timeout.connect(self._look_at_gun)
        if desk.printing is not None:
            desk.printing.outcome.connect(self._on_outcome)

    def start(self) -> None:
        """Read what the pages need and watch reader and scanner, if they are there."""
        self.read_matters()
        self.read_hall()
        if DeviceKind.READER.value in self._desk.devices:
            self._cards.start()
        if DeviceKind.GUN.value in self._desk.devices:
            self._codes.start()

    def stop(self) -> None:
        """Ask nothing any more."""
        self._cards.stop()
        self._codes.stop()

    def next_guest(self) -> None:
        """Forget the person who was here, and every answer still on its way to them."""
        self._guest += 1
        self._card = None

    @property
    def has_reader(self) -> bool:
        """Whether a card can be laid down."""
        return DeviceKind.READER.value in self._desk.devices

    def read_hall(self) -> None:
        """Read who waits."""
        self._run(self._desk.operations.board.view, done=self.hall_read.emit, always=True)

    def read_matters(self) -> None:
        """Read the matters anybody may know of."""
        guides = self._desk.operations.guides
        self._run(guides.open_matters, done=self.matters_read.emit, always=True)

    def take(self, category: str, ground: str, matter: str = "") -> None:
        """Take a number, with the card that was laid down if there was one."""
        card = self._card
        if not ground and card is not None and self._is_old(card):
            ground = GROUNDS[1]
        done, failed = self._while_here(self._on_taken)
        self._desk.take_ticket(
            category,
            owner=self,
            done=done,
            failed=failed,
            matter=matter,
            priority=bool(ground),
            why=ground,
            card=card.id_number if card else "",
            at_kiosk=True,
        )

    def find_booking(self, person: Person) -> None:
        """Look whether a card's holder has booked for today."""

        def found(offer: Offer | None) -> None:
            if offer is not None:
                self.booked.emit(offer)

        self._run(self._desk.operations.bookings.by_card, person.id_number, done=found)

    def take_code(self, code: str) -> None:
        """Take the number of a booking by its code."""
        find = partial(self._desk.operations.bookings.by_code, tries=self._tries, text=code)
        self._run(find, done=self.take_booked)

    def take_booked(self, offer: Offer, ground: str = "") -> None:
        """Take the number of a booking, with the card that was laid down if there was one."""
        card = self._card
        done, failed = self._while_here(partial(self._on_taken, turn=offer.turn))
        self._desk.take_ticket(
            offer.category,
            owner=self,
            done=done,
            failed=failed,
            matter=offer.matter,
            priority=bool(ground),
            why=ground,
            appointment=offer.appointment,
            card=card.id_number if card else "",
            booking=offer.code,
            at_kiosk=True,
        )

    def print_guide(self, matter: Matter, *, whole: bool) -> None:
        """Print the guide of a matter, or only what to bring."""
        guides = self._desk.operations.guides
        make = guides.guide if whole else guides.material_list
        self._run(make, matter.key, done=lambda task: self._print(task))

    def find(self, code: str) -> None:
        """Look for a receipt's cases."""
        progress = self._desk.operations.progress
        self._run(partial(progress.by_code, tries=self._tries, text=code), done=self.found.emit)

    def find_card(self, person: Person) -> None:
        """Look for a person's cases."""
        progress = self._desk.operations.progress
        self._run(progress.by_card, person.id_number, done=self.found.emit)

    def rate(self, level: Level, reasons: tuple[str, ...], of: Progress) -> None:
        """Rate the visit of a receipt."""
        rate = partial(self._desk.operations.ratings.rate, ticket=of.ticket, reasons=reasons)
        self._run(rate, of.sitting, level, RatingChannel.KIOSK, done=lambda _: self.rated.emit())

    def _run(
        self,
        operation: Callable[..., Any],
        *args: object,
        done: Callable[[Any], object],
        always: bool = False,
    ) -> None:
        """Run an operation; its answer counts only while the same person stands here."""
        answered, failed = self._while_here(done, always=always)
        self._desk.do(operation, *args, owner=self, done=answered, failed=failed)

    def _while_here(
        self, done: Callable[[Any], object], *, always: bool = False
    ) -> tuple[Callable[[Any], object], Callable[[CodedError], object]]:
        """Return what to do with an answer and with a refusal."""
        guest = self._guest

        def answered(result: Any) -> None:
            if always or guest == self._guest:
                done(result)

        def failed(error: CodedError) -> None:
            if not always and guest == self._guest:
                self.refused.emit(error)

        return answered, failed

    def _on_taken(self, taken: Taken, turn: Turn | None = None) -> None:
        from zcdesk.operations.printing import PrintTask

        self.taken.emit(taken, turn)
        self._print(
            PrintTask(
                sitting=f"ticket-{taken.ticket.id}",
                kind=PaperKind.TICKET,
                number=taken.ticket.number,
                paper=taken.paper,
            )
        )

    def _print(self, task: PrintTask) -> None:
        if self._desk.printing is None or DeviceKind.PRINTER.value not in self._desk.devices:
            self.paper_fared.emit(task.kind, False)
        else:
            self._desk.printing.print((task,))

    def _on_outcome(self, outcome: PrintOutcome) -> None:
        if outcome.task.kind not in PAPERS:
            return
        if outcome.state is PrintState.CONFIRMED:
            self.paper_fared.emit(outcome.task.kind, True)
        elif outcome.state in _BAD:
            self.paper_fared.emit(outcome.task.kind, False)

    def _look_at_card(self) -> None:
        def read(person: Person | None) -> None:
            if person is not None and person.id_number:
                self._card = person
                self.card_laid.emit(person)

        self._ask(DeviceKind.READER, lambda reader: reader.read(), read)

    def _look_at_gun(self) -> None:
        def read(codes: tuple[str, ...]) -> None:
            for code in codes:
                self.scanned.emit(code)

        self._ask(DeviceKind.GUN, lambda gun: gun.codes(), read)

    def _ask(
        self, kind: DeviceKind, what: Callable[[Any], Any], done: Callable[[Any], object]
    ) -> None:
        """Ask a device of the kiosk in its lane; one that hangs is not asked again."""
        device = self._desk.devices.get(kind.value)
        if device is None or kind in self._asked:
            return
        self._asked.add(kind)

        def answered(result: Any) -> None:
            self._asked.discard(kind)
            done(result)

        def failed(_: CodedError) -> None:
            self._asked.discard(kind)

        self._desk.jobs.run(
            jobs.device(kind.value), partial(what, device), owner=self, done=answered, failed=failed
        )

    def _is_old(self, card: Person) -> bool:
        today = self._desk.now().date()
        age = check_id(IdKind(card.id_kind or IdKind.RESIDENT), card.id_number, today=today).age
        return age is not None and age >= OLD_AGE
