"""An officer's desk over a real hall: cases with scanned pages, lanes inline."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import HEALTH, people
from fix_pages import CARD, settled

from zcdesk.devices.simulated import SimulatedScanner
from zcdesk.domain.checklist import Mark
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.visit import Visit, add_matter, rows_of, set_mark, set_person
from zcdesk.operations import catalogue, intake, queue, scans
from zcdesk.ui.printing import Printing


@pytest.fixture
def hall(page_session):
    """Everybody a case meets, at the hall of the desk."""
    return people(page_session)


@pytest.fixture
def take_in(hall):
    """Take in a case of matter 1-1 with so many scanned pages; return its id."""
    camera = SimulatedScanner()

    def take(pages: int = 2, *, deferred: bool = False) -> str:
        session = hall.clerk
        visit: Visit = set_person(queue.walk_in(session), CARD)
        visit = add_matter(visit, catalogue.matter(session, "1-1"))
        visit = settled(visit, deferred=deferred)
        first = rows_of(visit)[0]
        digests = tuple(scans.keep_page(session, camera.scan().data) for _ in range(pages))
        mark: Mark = msgspec.structs.replace(first.mark, pages=digests)
        received = intake.receive(session, set_mark(visit, first.key, mark))
        with session.reading() as store:
            sitting = store.state(f"sitting:{received.visit.id}", Sitting)
            assert sitting is not None
            return sitting.case_ids[-1]

    return take


@pytest.fixture
def desk(page_desk, hall):
    """The desk of the health department's reviewer."""
    from zcdesk.operations import clerks

    page_desk.printing = Printing(page_desk)
    session = hall.reviewer
    page_desk.set_session(session, clerks.clerk_of(session))
    assert page_desk.clerk.departments == (HEALTH,)
    return page_desk


@pytest.fixture
def page(desk, show):
    """The review desk, shown; call `page.activate()` once there are cases."""
    from zcdesk.ui.review.page import ReviewPage

    made = ReviewPage(desk)
    made.viewer.dwell.setInterval(0)
    show(made)
    yield made
    made.hide()
