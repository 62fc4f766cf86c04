"""Everybody of the house at their desks, and the steps that whole stories of cases share.

One computer stands for all: whose turn it is sits down (`Seat`), then only keys, cards and scans
change anything. What became of a case is read by the operations every page reads by.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable
from typing import NamedTuple, Protocol, TypeVar

from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.desks import (
    DutyDesk,
    Finder,
    HandoverDesk,
    LedgerDesk,
    MailDesk,
    OnlineDesk,
    PlatformDesk,
    SupplementDesk,
)
from zcdesk.demo.offices import ResultDesk, ReviewDesk
from zcdesk.demo.people import person
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Person
from zcdesk.operations import casefile, casework
from zcdesk.operations.session import Session
from zcdesk.ui import modules
from zcdesk.ui.counter.check_rows import Part

CLERK, HEALTH_OFFICER, HEALTH_CHIEF, BUREAU_OFFICER = "0312", "0401", "0402", "0403"
RESULT_CLERK, SUPERVISOR = "0501", "0601"
FIRST = 11
"""Number of the first of the people who come."""
FETCHER = person(700)
"""Who fetches the papers for a department."""
MAIL_IN = 16
"""Ceiling of S-14 in keys, the typing of the sender left out (ux 1.3)."""

T = TypeVar("T")


class Cast(NamedTuple):
    """What a hall's catalogue has to offer the stories.

    Attributes:
        deferrable: key of a promised matter of `health` whose last paper may come later.
        plain: key of a promised matter of `bureau`, `code` what a clerk types for it.
        instant: key of a matter of `bureau` that is decided on the spot.
        form: a paper of `plain` an officer may find wrong, and an applicant file online.
        original: a paper of `plain` whose original is wanted in spite of a picture.
        licence: a paper of `deferrable` the library of licences has.
    """

    health: str
    bureau: str
    deferrable: str
    plain: str
    code: str
    instant: str
    form: str
    original: str
    licence: str


class Seat(Protocol):
    """The chair before the computer, and the ways into the house that are no window."""

    def sit(self, staff_no: str) -> None:
        """Somebody sits down at their desk."""

    def ask(self, question: Callable[[Session], T]) -> T:
        """Ask what stands in the store."""

    def file_online(self, document: bytes) -> None:
        """An application comes from the province's site."""


class House:
    """Everybody's desk, and what became of a case.

    Attributes:
        counter: the clerk at window 3, whoever sits there; `clock` and `workplace` are its own.
        came: the people of the stories, in the order they were asked for.
    """

    def __init__(self, clerk: DemoClerk, cast: Cast, seat: Seat) -> None:
        self.counter = clerk
        self.cast = cast
        self.seat = seat
        self.clock, self.workplace = clerk.clock, clerk.workplace
        at = (clerk, self.case)
        self._handover, self._mail = HandoverDesk(*at), MailDesk(*at)
        self._promises, self._office = SupplementDesk(*at), ReviewDesk(*at)
        self._results, self._ledgers = ResultDesk(*at), LedgerDesk(*at)
        self._online, self._platform, self._finder = OnlineDesk(*at), PlatformDesk(*at), Finder(*at)
        self._duty = DutyDesk(*at)
        self.came: list[Person] = []
        self._here = ""

    # --- who is at the computer ---

    def sit(self, staff_no: str) -> None:
        """Somebody sits down, unless they sit there already."""
        if self._here != staff_no:
            self.seat.sit(staff_no)
            self._here = staff_no

    @property
    def window(self) -> DemoClerk:
        """The clerk, with the counter in front."""
        self.sit(CLERK)
        driver, shell = self.counter.driver, self.workplace.shell
        for _ in modules.MODULES:
            if shell.current == modules.COUNTER:
                break
            driver.press("Ctrl+PgUp")
        return self.counter

    @property
    def handover(self) -> HandoverDesk:
        self.sit(CLERK)
        return self._handover

    @property
    def mail(self) -> MailDesk:
        self.sit(CLERK)
        return self._mail

    @property
    def platform(self) -> PlatformDesk:
        self.sit(CLERK)
        return self._platform

    @property
    def promises(self) -> SupplementDesk:
        self.sit(CLERK)
        return self._promises

    @property
    def results(self) -> ResultDesk:
        self.sit(RESULT_CLERK)
        return self._results

    @property
    def duty(self) -> DutyDesk:
        self.sit(SUPERVISOR)
        return self._duty

    def online(self, staff_no: str = CLERK) -> OnlineDesk:
        """Online applications, as a clerk or an officer sees them."""
        self.sit(staff_no)
        return self._online

    def office(self, staff_no: str = HEALTH_OFFICER) -> ReviewDesk:
        """The review desk of an officer."""
        self.sit(staff_no)
        return self._office

    def finder(self, staff_no: str = SUPERVISOR) -> Finder:
        """The search for cases."""
        self.sit(staff_no)
        return self._finder

    # --- steps every story shares ---

    def person(self) -> Person:
        """Return somebody who was not here yet."""
        self.came.append(person(FIRST + len(self.came)))
        return self.came[-1]

    def take_in(
        self,
        matter: str,
        who: Person,
        *,
        defers: bool = False,
        scans: int = 0,
        post_to: str = "",
    ) -> str:
        """Somebody comes with a matter; return the id of the case."""
        clerk = self._serve(matter, who)
        driver = clerk.driver
        if scans:
            driver.press("Home")
            clerk.scan(scans)
        if defers:
            driver.press("End", "R", "Enter")
        driver.press("F4")
        driver.until(lambda: clerk.front == "applicant", "the applicant did not open")
        driver.tab_to("applicant_phone")
        driver.write(who.phone)
        driver.press("F9", "A")
        clerk.settle_rows()
        driver.press("F9")
        driver.until(lambda: clerk.front == "check", "the check page did not open")
        if defers:
            driver.press("2")
        if post_to:
            self._wants_post(post_to)
        clerk.confirm()
        return self.newest()

    def take_in_with_licence(self, matter: str, who: Person) -> str:
        """Somebody comes without the copy of a licence; the library has it."""
        clerk = self._serve(matter, who)
        clerk.look_up_licences()
        clerk.shoot("licence")
        clerk.driver.press("A")
        clerk.settle_rows()
        clerk.finish()
        return self.newest()

    def take_in_parcel(self, matter: str, sender: Person, waybill: str) -> str:
        """A parcel comes: registered, opened, settled; nobody stands at the window (S-14)."""
        clerk = self.window
        with clerk.score.count("S-14", MAIL_IN):
            self.mail.register(waybill, sender)
            clerk.find(matter)
            clerk.driver.press("A")
            clerk.settle_rows()
            clerk.finish()
        return self.newest()

    def take_in_online(self, number: str) -> str:
        """The applicant shows the code at the window; only what is left is asked."""
        self.online().take(number)
        self.counter.driver.press("A")
        self.counter.settle_rows()
        self.counter.finish()
        return self.newest()

    def file_online(self, number: str, matter: str, who: Person, *materials: str) -> None:
        """Somebody applies on the province's site, each paper with a picture."""
        picture = self.workplace.desk.devices["scanner"].scan().data
        paper = {
            "kind": "image/png",
            "content": base64.b64encode(picture).decode(),
            "sha256": hashlib.sha256(picture).hexdigest(),
        }
        document = {
            "format": "zcdesk.online/1",
            "number": number,
            "filed_at": "2026-11-23T21:00:00+08:00",
            "matter": matter,
            "applicant": {
                "name": who.name,
                "id_kind": who.id_kind,
                "id_number": who.id_number,
                "phone": who.phone,
            },
            "materials": [{"name": name, "files": [paper]} for name in materials],
        }
        self.seat.file_online(json.dumps(document).encode())

    def give_authority(self, department: str, officer: str, matters: str) -> None:
        """The supervisor registers a 授权委托书 for window 3."""
        self.sit(SUPERVISOR)
        self._ledgers.write(
            department=department, officer=officer, windows="3", matters=matters, number="委1"
        )

    def to_department(self, case_id: str) -> None:
        """Let the department of a case fetch its papers."""
        self.handover.pass_on(self.case(case_id).department, (case_id,), FETCHER)

    def decide(self, case_id: str, staff_no: str = HEALTH_OFFICER, **decision: object) -> None:
        """Write the decision and send the result to the counter."""
        office = self.office(staff_no)
        office.open(case_id, "review")
        office.act("J", **decision)
        office.open(case_id, "review")
        office.act("F9")

    def shelve(self, case_id: str) -> None:
        """Compare a result and put it on the shelf; its applicant comes an hour later."""
        self.results.take(case_id)
        self.clock.pass_(hours=1)

    def hand_out(self, case_id: str, who: Person) -> None:
        """Result onto the shelf, out to who came, its receipt back, the case into the archive."""
        self.shelve(case_id)
        self.results.issue(case_id, who)
        self.results.file(case_id, FETCHER)

    # --- what became of it ---

    def newest(self) -> str:
        """Return the id of the case with the last receipt."""

        def last(session: Session) -> str:
            with session.reading() as store:
                found = [case for _, case in store.states(Case)]
            return max(found, key=lambda case: case.intake.receipt).id

        return self.seat.ask(last)

    def case(self, case_id: str) -> Case:
        """Return a case as it stands."""

        def read(session: Session) -> Case:
            with session.reading() as store:
                return casework.case_of(store, case_id)

        return self.seat.ask(read)

    def state(self, case_id: str) -> CaseState:
        """Return how a case stands."""
        return self.case(case_id).state

    def waits_for_department(self, case_id: str) -> bool:
        """Whether papers of a case lie at a window; a matter without a list has none."""
        bundles = self.case(case_id).bundles
        return bool(held(bundles, {Hand.WINDOW}, {Content.MATERIALS}))

    def papers(self, case_id: str) -> list[PaperKind]:
        """Kinds of papers that were queued for a case, in order."""
        return self.seat.ask(lambda session: _papers(session, case_id))

    def _serve(self, matter: str, who: Person) -> DemoClerk:
        clerk = self.window
        clerk.take_number(matter=matter)
        clerk.call()
        clerk.lay_card(who)
        clerk.adopt()
        clerk.give_list_reason()
        return clerk

    def _wants_post(self, address: str) -> None:
        """The result shall come by post: said on the check page."""
        driver = self.counter.driver
        driver.press(str(Part.DELIVERY.value))
        driver.compose("dz", address)
        self.clock.pass_(seconds=5)
        driver.press("Enter")


def _papers(session: Session, case_id: str) -> list[PaperKind]:
    return [PaperKind(one.paper) for one in casefile.view(session, case_id).prints]
