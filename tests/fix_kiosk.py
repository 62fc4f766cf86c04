"""What a citizen does at the kiosk."""

from __future__ import annotations

import msgspec
from fix_pages import CARD
from fix_visit import settle, visiting

from zcdesk.domain.case import Case
from zcdesk.forms.decode import decode
from zcdesk.operations import intake
from zcdesk.ui.kiosk.window import KioskWindow


def slips(kiosk: KioskWindow) -> list[str]:
    return [decode(data, 48).text for data in kiosk._desk.devices["printer"].documents]


def lay_card(kiosk: KioskWindow) -> None:
    kiosk._desk.devices["reader"].lay_down(CARD)
    kiosk.errands._look_at_card()


def received(session):
    """A visit taken in: its receipt's number, its code and its identity."""
    clerk = session.as_clerk("0312")
    person = msgspec.structs.replace(CARD, compared=True)
    visit = settle(visiting(clerk, "1-1", person=person))
    done = intake.receive(clerk, visit)
    with session.reading() as store:
        (case,) = [c for _, c in store.states(Case)]
    return done.receipts[0], case.intake.query_code, visit.id
