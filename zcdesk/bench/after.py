"""After the visit: a case folded from its acts, its limits counted anew, its desks opened.

The desks are the real pages in a window of their own, drawn without a screen; lanes run inline, so
what is measured is reading and painting one after the other, the worst order there is.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import msgspec

from zcdesk import station
from zcdesk.bench.figure import WORST, Clock, Figure, Limit, NotMeasurable, alternate, figure, timed
from zcdesk.domain.act import Act
from zcdesk.domain.case import Case
from zcdesk.domain.case_acts import CaseFound, CaseTaken
from zcdesk.domain.case_parts import Finding
from zcdesk.domain.deadlines import running
from zcdesk.domain.fold import decode_body, fold
from zcdesk.domain.hall import Role
from zcdesk.operations import clerks
from zcdesk.operations.session import Session, policy

OFFICER = "0401"
ACTS, OPEN_CASES = 50, 20_000
RUNS, COUNTS = 100, 5
FOLD, LIMITS, INBOX, CASE = "fold of 50 acts", "limits of 20,000", "review inbox", "case page"
PAGE_LIMIT, LIMITS_LIMIT = Limit("value", 300), Limit("value", 2)
FOLD_HOW = "one case folded from 50 acts; beside reading the same 50 bodies alone"
LIMITS_HOW = (
    "every running limit of 20,000 open cases counted anew, in the lane of the store, as after a "
    "change of calendar or policy; beside reading the same cases alone"
)
PAGE_HOW = (
    "opened in the full hall until it is painted, reading and painting in turn, the worst of a "
    "hundred; beside painting the same page once more"
)
TARGETS = (
    (FOLD, "ms", None),
    (LIMITS, "s", LIMITS_LIMIT),
    (f"{INBOX} p99", "ms", PAGE_LIMIT),
    (f"{CASE} p99", "ms", PAGE_LIMIT),
)


def measure(clock: Clock, full: Path) -> tuple[Figure, ...]:
    """Measure all four in the full hall."""
    session = station.open_session(full).as_clerk(OFFICER)
    try:
        found = tuple(islice(_cases(session), OPEN_CASES))
        if not found:
            raise NotMeasurable("no case in this hall")
        return (
            folded(session, found[0], clock),
            counted(session, found, clock),
            *pages(session, found, clock),
        )
    finally:
        session.store.close()


def folded(session: Session, case: Case, clock: Clock) -> Figure:
    """Fold one case from fifty acts: its intake, and an officer who takes, finds, puts back."""
    acts = fifty(session, case)

    def whole() -> object:
        return reduce(lambda state, act: fold(state, act, decode_body(act)), acts, None)

    def bodies() -> object:
        return [decode_body(act) for act in acts]

    runs = alternate(timed(whole, clock), timed(bodies, clock), RUNS)
    return figure(FOLD, runs, how=FOLD_HOW, unit="ms", scale=1000.0)


def fifty(session: Session, case: Case) -> tuple[Act, ...]:
    """Return the intake of a case and acts upon it, as an officer's morning leaves them."""
    with session.reading() as store:
        first = store.acts(f"case:{case.id}")[0]
    who, of = Role.REVIEWER, case.department
    fits = (Finding(material=case.materials[0].key, fits=True),)
    bodies = cycle(
        (
            CaseTaken(role=who, department=of),
            CaseFound(role=who, department=of, findings=fits),
            CaseTaken(role=who, department=of, released=True),
        )
    )
    return (
        first,
        *(
            msgspec.structs.replace(
                first,
                id=f"{first.id[:-4]}{no:04d}",
                clerk=OFFICER,
                kind=body.kind,
                body=msgspec.json.encode(body),
            )
            for no, body in enumerate(islice(bodies, ACTS - 1))
        ),
    )


def counted(session: Session, cases: tuple[Case, ...], clock: Clock) -> Figure:
    """Count every running limit of so many cases."""
    with session.reading() as store:
        limits = policy(store).limits
    wanted = tuple(islice(cycle(cases), OPEN_CASES))

    def count() -> object:
        now = session.now()
        return [running(case, session.calendar, limits, now) for case in wanted]

    def read() -> object:
        return list(islice(_cases(session), OPEN_CASES))

    runs = alternate(timed(count, clock), timed(read, clock), COUNTS)
    return figure(LIMITS, runs, how=LIMITS_HOW, unit="s", limit=LIMITS_LIMIT)


def pages(session: Session, cases: tuple[Case, ...], clock: Clock) -> tuple[Figure, ...]:
    """Open both desks again and again, the case page each time with another case."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from zcdesk.ui import theme
    from zcdesk.ui.cases.page import CasesPage
    from zcdesk.ui.review.page import ReviewPage

    qt = QApplication.instance() or theme.start([])
    desk = _desk(session)
    inbox, case_page = ReviewPage(desk), CasesPage(desk)
    ids = cycle(case.id for case in cases[:: max(1, len(cases) // RUNS)])
    wanted: tuple[tuple[str, Any, Callable[[], object]], ...] = (
        (INBOX, inbox, inbox.activate),
        (CASE, case_page, lambda: case_page.open_case(next(ids))),
    )
    found = []
    for name, page, open_ in wanted:
        theme.apply(page, theme.Theme.LIGHT, 1.0)
        page.resize(1278, 600)
        page.show()
        qt.processEvents()

        def visible(page: Any = page, open_: Callable[[], object] = open_) -> None:
            open_()
            qt.processEvents()
            page.grab()

        runs = alternate(timed(visible, clock), timed(page.grab, clock), RUNS)
        page.hide()
        found.append(
            figure(
                f"{name} p99",
                runs,
                how=PAGE_HOW,
                unit="ms",
                scale=1000.0,
                percent=WORST,
                limit=PAGE_LIMIT,
            )
        )
    return tuple(found)


def _desk(session: Session) -> Any:
    from zcdesk.ui.bindings import Keys
    from zcdesk.ui.desk import Desk
    from zcdesk.ui.jobs import InlineJobs
    from zcdesk.ui.notices import Notices

    desk = Desk(session=session, jobs=InlineJobs(), notices=Notices(), keys=Keys())
    desk.set_session(session, clerks.clerk_of(session))
    return desk


def _cases(session: Session) -> Iterator[Case]:
    with session.reading() as store:
        yield from (case for _, case in store.states(Case) if case.is_open)
