"""Filling a store with cases quickly: real acts, many visits to a transaction.

Every visit leaves what it leaves at a window: ticket, case, personal record, number, sitting,
printed receipt. Never a row written past the store: all of it folds, verifies and rebuilds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

import msgspec

from zcdesk.bench.hall import STAFF_NO, Clock
from zcdesk.demo import visits
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import CaseReceived, Particulars
from zcdesk.domain.entry import Entry
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.sitting import PaperPrinted, SittingReceived
from zcdesk.domain.ticket import Channel, Outcome
from zcdesk.domain.visit import Visit
from zcdesk.operations import assemble, papers, queue, series, tickets
from zcdesk.operations.papers import Filed
from zcdesk.operations.session import Session, hall, policy
from zcdesk.store import persons, prints
from zcdesk.store.prints import PrintState
from zcdesk.store.transaction import Transaction

BATCH = 100
"""Visits to a transaction: the disk is asked once for all of them."""

WAITING = 20
"""Numbers left in the queue when all visits are over."""


class Model(NamedTuple):
    """What all visits about one matter have in common.

    Attributes:
        content: of a receipt, as a print job keeps it.
    """

    matter: Matter
    category: str
    case: CaseReceived
    particulars: Particulars
    content: bytes


def add_cases(
    session: Session, clock: Clock, count: int, *, progress: Callable[[int], None] | None = None
) -> None:
    """Serve `count` visits, one a minute and a half by the clock."""
    session = session.as_clerk(STAFF_NO)
    models = _models(session)
    for start in range(0, count, BATCH):
        with session.transaction() as tx:
            for number in range(start, min(start + BATCH, count)):
                _serve(session, tx, models[number % len(models)], number)
        clock.pass_(timedelta(seconds=90 * BATCH))
        if progress is not None:
            progress(min(start + BATCH, count))


def let_wait(session: Session) -> None:
    """Let some people take numbers now."""
    session = session.as_clerk(STAFF_NO)
    models = _models(session)
    with session.transaction() as tx:
        for number in range(WAITING):
            _take_ticket(session, tx, models[number % len(models)])


def span(count: int) -> timedelta:
    """Return how long before the last of them, a moment ago, the first one came."""
    batches = -(-count // BATCH)
    return timedelta(seconds=90 * BATCH * max(batches - 1, 0) + 1)


def open_matters(session: Session) -> tuple[Matter, ...]:
    """Return the matters a window may take in and that have a list."""
    with session.reading() as store:
        found = [entry.matter for _, entry in store.states(Entry)]
    return tuple(m for m in found if m.has_list and m.secrecy is not Secrecy.SECRET)


def _models(session: Session) -> tuple[Model, ...]:
    with session.reading() as store:
        of = hall(store)
        rules = policy(store)
    at = session.now()
    issuer = papers.Issuer(of, session.window, STAFF_NO, at, rules.limits.acceptance_days, True)
    terms = assemble.Terms(session.calendar, rules, at, simulated=True)
    made = []
    for number, matter in enumerate(open_matters(session)):
        fresh = Visit(id="", window=session.window, started_at=at.isoformat())
        visit = visits.settled(fresh, visits.applicant(number), (matter,), at.date())
        (draft,) = assemble.drafts(visit, terms)
        paper = papers.receipt(issuer, Filed(draft.particulars, draft.cases))
        content = msgspec.json.encode(paper)
        category = matter.categories[0].value
        made.append(Model(matter, category, draft.cases[0], draft.particulars, content))
    return tuple(made)


def _take_ticket(session: Session, tx: Transaction, model: Model) -> str:
    return tickets.take(
        tx,
        session,
        category=model.category,
        series=series.LETTERS[model.category],
        channel=Channel.KIOSK,
        matter=model.matter.key,
    )


def _serve(session: Session, tx: Transaction, model: Model, number: int) -> None:
    """One visit from ticket to receipt."""
    visit = queue.claim_own(session, tx, _take_ticket(session, tx, model))
    receipt, case_id = tx.take_number().text, tx.new_id()
    who = visits.applicant(number)
    record = msgspec.structs.replace(model.particulars, applicant=who)
    ref = persons.put(tx, f"case:{case_id}", record, id_number=who.id_number)
    case = msgspec.structs.replace(
        model.case,
        number=receipt,
        receipt=receipt,
        sitting=visit.id,
        ticket=visit.ticket.number if visit.ticket else "",
        query_code=f"{number:06d}",
        applicant=ref,
    )
    about = f"department:{case.department}"
    tx.append(NewAct(subject=f"case:{case_id}", body=case, audience=about))
    done = SittingReceived(
        ticket=case.ticket, window=session.window, receipts=(receipt,), case_ids=(case_id,)
    )
    tx.append(NewAct(subject=f"sitting:{visit.id}", body=done))
    queue.close(session, tx, visit, Outcome.RECEIVED)
    _print(tx, visit.id, receipt, model.content)


def _print(tx: Transaction, sitting: str, receipt: str, content: bytes) -> None:
    kind = PaperKind.RECEIPT
    job = prints.queue(
        tx, paper=kind.value, subject=sitting, number=receipt, printer="printer", content=content
    )
    for state in (PrintState.SENDING, PrintState.CONFIRMED):
        job = prints.move(tx, job, state)
    out = PaperPrinted(
        paper=kind, number=receipt, copy=0, printer="printer", outcome=PrintState.CONFIRMED.value
    )
    tx.append(NewAct(subject=f"sitting:{sitting}", body=out))
