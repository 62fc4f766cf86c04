"""How a person comes to the counter: a card on the reader, a scanned slip, or the clerk's key.

A card is identity and arrival in one; whether card and person agree is said by the clerk's own
key, never computed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal

from zcdesk.domain import visit as visits
from zcdesk.domain.online import is_number
from zcdesk.domain.parcel import is_waybill
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import Phase, Visit
from zcdesk.ui.counter.booked import Booked
from zcdesk.ui.counter.calls import Calls
from zcdesk.ui.counter.open_visit import OpenVisit
from zcdesk.ui.desk import Desk
from zcdesk.ui.keys import CAPS
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.history import Known

_SLIPS = {
    "T": QT_TRANSLATE_NOOP("slips", "另一张取号单"),
    "R": QT_TRANSLATE_NOOP("slips", "收件通知书"),
    "N": QT_TRANSLATE_NOOP("slips", "一次性告知书"),
    "P": QT_TRANSLATE_NOOP("slips", "容缺承诺书"),
    "V": QT_TRANSLATE_NOOP("slips", "材料接收凭证"),
    "S": QT_TRANSLATE_NOOP("slips", "汇总清单"),
}
_CASES = frozenset("RVSP")
_OTHER = QT_TRANSLATE_NOOP("slips", "别处的码")


class Arrival(QObject):
    """Brings persons into the open visit.

    Signals:
        parcel_scanned(str): a waybill lies under the scanner, and nobody is served.
    """

    parcel_scanned = Signal(str)

    def __init__(
        self, desk: Desk, visit: OpenVisit, calls: Calls, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._visit = visit
        self._calls = calls
        self._booked = Booked(desk, calls, self)

    def by_key(self) -> None:
        """The clerk says the person is here."""
        seen = self._visit.value
        if seen is not None and seen.phase is Phase.CALLED:
            self._calls.arrive(seen, "key", self._visit.begin)

    def by_card(self, person: Person) -> None:
        """A card lies on the reader: arrival, identity, what was booked, or no number at all."""
        seen = self._visit.value
        if seen is None:
            begun = partial(self._identify, person)
            walk_in = partial(self._calls.walk_in, begun)
            self._booked.by_card(person.id_number, partial(self._arrived, person), walk_in)
        elif seen.phase is Phase.CALLED:
            self._calls.arrive(seen, "card", partial(self._arrived, person))
        else:
            self._identify(person, seen)

    def by_scan(self, text: str) -> None:
        """A code was scanned: the ticket of the person here, a booking, or what comes back."""
        kind, _, rest = text.partition("/")
        number, _, code = rest.partition("/")
        seen = self._visit.value
        if kind == "T" and number and seen is None:
            self._calls.number(number)
        elif kind == "T" and seen is not None and seen.ticket is not None:
            if seen.ticket.number == number and seen.phase is Phase.CALLED:
                self._calls.arrive(seen, "scan", self._visit.begin)
            else:
                self._wrong(kind)
        elif kind == "N" and code and seen is None:
            self._calls.come_back(code)
        elif kind in _CASES and seen is None:
            return  # opens its case, see `cases.finder`
        elif seen is None and "/" not in text:
            self._booked.by_code(text, self._visit.begin, partial(self._strange, text))
        else:
            self._wrong(kind)

    def by_number(self, text: str) -> None:
        """The clerk typed what the person says: a number that waits, or a booking's code."""
        call = partial(self._calls.number, text)
        if self._visit.value is not None:
            return
        if self._desk.operations.series.is_printed(text):
            call()
        else:
            self._booked.by_code(text, self._visit.begin, call)

    def toggle_compared(self) -> None:
        """The clerk saw that person and card agree (人证已核对), or takes it back."""
        seen = self._visit.value
        if seen is None or seen.phase is Phase.CALLED:
            return
        if seen.is_batch and not seen.presenter.is_empty:
            person = _turned(seen.presenter)
            self._visit.put(msgspec.structs.replace(seen, presenter=person))
        elif not seen.applicant.person.is_empty:
            self._visit.put(visits.set_person(seen, _turned(seen.applicant.person)))

    def _strange(self, text: str) -> None:
        """A code nobody booked under, while nobody is served: a parcel's, an application's."""
        if is_waybill(text):
            self.parcel_scanned.emit(text)
        elif is_number(text):
            self._calls.online(text)
        else:
            self._wrong("")

    def _wrong(self, kind: str) -> None:
        given = words("slips", _SLIPS.get(kind, _OTHER))
        wanted = self.tr("取号单、预约码或告知书")
        self._desk.notices.say("SCN-02", given=given, wanted=wanted)

    def _arrived(self, person: Person, visit: Visit) -> None:
        self._visit.begin(visit)
        self._identify(person, visit)

    def _identify(self, person: Person, visit: Visit) -> None:
        """Put the card's particulars where they are missing; another card changes nobody."""
        here = visit.applicant.person
        if here.is_empty or here.id_number == person.id_number:
            kept = msgspec.structs.replace(
                person, phone=person.phone or here.phone, compared=here.compared
            )
            self._visit.put(visits.set_person(visit, kept))
            known = self._desk.operations.history.known
            self._desk.do(known, kept, owner=self, done=partial(self._on_known, visit.id))
        elif visit.agency is not Agency.SELF and visit.presenter.is_empty:
            self._visit.put(visits.set_presenter(visit, person, visit.agency))
        else:
            self._desk.notices.note(
                self.tr("另一张证件，未作改动。换人或代办请按 {keys[F4]}").format(keys=CAPS)
            )

    def _on_known(self, visit_id: str, known: Known) -> None:
        seen = self._visit.value
        if seen is None or seen.id != visit_id:
            return
        person = seen.applicant.person
        filled = msgspec.structs.replace(
            person,
            phone=person.phone or known.phone,
            address=person.address or known.address,
        )
        if known.on_file or filled != person:
            self._visit.put(visits.set_person(seen, filled, known.on_file), undoable=False)
        if known.deferred:
            words = self.tr("该申请人有容缺待补 {n} 件，按 {keys[F4]} 查看").format(
                keys=CAPS, n=len(known.deferred)
            )
            self._desk.notices.note(words)
        elif known.open_cases:
            words = self.tr("该申请人在办 {n} 件，按 {keys[F4]} 查看").format(
                keys=CAPS, n=len(known.open_cases)
            )
            self._desk.notices.note(words)


def _turned(person: Person) -> Person:
    return msgspec.structs.replace(person, compared=not person.compared)
