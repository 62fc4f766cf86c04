"""The case a new window tries: a whole visit in a hall of its own that is thrown away afterwards.

Nothing of it reaches the real store, so it is never counted and takes no number: its own are of
the region 000000, which no hall has.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from zcdesk import forms
from zcdesk.demo import visits
from zcdesk.domain.entry import Entry
from zcdesk.domain.hall import Role
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.errors import UserError
from zcdesk.operations import intake, queue, setup
from zcdesk.operations import session as sessions
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, ClerkAnswer, HallAnswer, WindowAnswer
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store

if TYPE_CHECKING:
    from zcdesk.devices.kinds import Printed, Printer
    from zcdesk.domain.papers import Paper

REGION = "000000"
NO_MATTER = "SET-12"
CLERK = "0000"


def receipt(session: Session) -> Paper:
    """Take one invented case in at this window and return its 收件通知书, marked 试运行.

    Raises:
        UserError: SET-12, no matter of the hall can be taken in at a window.
    """
    with session.reading() as reader:
        hall = sessions.hall(reader)
        policy = sessions.policy(reader)
        matter = _shortest(entry for _, entry in reader.states(Entry))
    answers = Answers(
        hall=HallAnswer(
            name=hall.name,
            region=REGION,
            phone_consult=hall.phone_consult,
            phone_complaint=hall.phone_complaint,
        ),
        windows=(WindowAnswer(number=session.window),),
        clerks=(
            ClerkAnswer(
                staff_no=CLERK,
                name="试运行",
                secret=f"a-{session.random(8).hex()}",
                roles=(Role.ADMINISTRATOR, Role.CLERK),
            ),
        ),
        station=session.window,
        policy=policy,
        simulated=True,
    )
    with tempfile.TemporaryDirectory(prefix="zcdesk-trial-") as folder:
        paper = _taken_in(session, Place.under(Path(folder)), answers, matter)
    head = msgspec.structs.replace(paper.head, trial=True)
    return msgspec.structs.replace(paper, head=head)


def print_receipt(session: Session, printer: Printer) -> Printed:
    """Print the receipt of a tried case as the printer wants it; its faults are DeviceErrors."""
    return printer.print(forms.render(receipt(session), printer.as_))  # type: ignore[arg-type]


def _taken_in(session: Session, place: Place, answers: Answers, matter: Matter) -> Paper:
    station = Station(hall=f"hall-{REGION}", region=REGION, name=answers.station)
    keys = Keys(place.keys, keystore=None)
    store = Store.create(place, station, at=session.now(), keys=keys)
    try:
        mine = replace(session, store=store, clerk=CLERK, simulated=True)
        setup.set_up(mine, answers, (matter,))
        visit = queue.arrive(mine, queue.walk_in(mine), "card")
        who = visits.applicant(0)
        ready = visits.settled(visit, who, (matter,), mine.now().date())
        return intake.receive(mine, ready).prints[0].paper
    finally:
        store.close()


def _shortest(entries: Iterable[Entry]) -> Matter:
    """The matter with the shortest list: what is tried is the way to the paper, not the list."""
    open_ = [
        entry.matter
        for entry in entries
        if not entry.withdrawn
        and entry.matter.has_list
        and entry.matter.secrecy is not Secrecy.SECRET
    ]
    if not open_:
        raise UserError(NO_MATTER)
    return min(open_, key=lambda matter: (len(matter.materials), matter.key))
