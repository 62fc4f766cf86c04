"""Taking a citizen's rating of a visit, from whatever they rated at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.limits import Rule, rule_due
from zcdesk.domain.message import MessageKind
from zcdesk.domain.rating import Level, Rating, RatingChannel, RatingGiven
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import Ticket
from zcdesk.errors import Conflict, UserError
from zcdesk.operations import messages
from zcdesk.operations.session import Session, policy

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


def rate(
    session: Session,
    sitting: str,
    level: Level,
    channel: RatingChannel,
    *,
    ticket: str = "",
    reasons: tuple[str, ...] = (),
) -> None:
    """Record the rating of one visit; nobody at the window is its author.

    Args:
        sitting: the visit's identity.
        ticket: identity of its ticket, needed where nothing was taken in or told.

    Raises:
        Conflict: RAT-01, the visit was rated already.
        UserError: RAT-02, there was no such visit.
    """
    with session.as_clerk("").transaction() as tx:
        if tx.state(f"rating:{sitting}", Rating) is not None:
            raise Conflict("RAT-01")
        body = RatingGiven(
            level=level,
            channel=channel,
            window=_window(tx, sitting, ticket),
            ticket=ticket,
            reasons=reasons if level.is_bad else (),
            close_due=_close_due(session, tx) if level.is_bad else "",
            simulated=session.simulated,
        )
        act = tx.append(NewAct(subject=f"rating:{sitting}", body=body))
        if level.is_bad:
            _tell_who_rated(session, tx, sitting, act.id)


def _close_due(session: Session, tx: Transaction) -> str:
    """Return until when a bad rating of now is to be closed (国办发〔2019〕51号)."""
    due = rule_due(session.calendar, policy(tx).limits, Rule.RATING_CLOSE, session.now())
    return due.at.isoformat(timespec="seconds")


def _tell_who_rated(session: Session, tx: Transaction, sitting: str, cause: str) -> None:
    """Say that a bad rating arrived and is followed up; a visit without a case has nobody."""
    ended = tx.state(f"sitting:{sitting}", Sitting)
    case = tx.state(f"case:{ended.case_ids[0]}", Case) if ended and ended.case_ids else None
    if case is not None:
        messages.tell(session, tx, case, MessageKind.RATING, cause)


def _window(store: Reader, sitting: str, ticket: str) -> str:
    """Return where the visit was, as its own acts say."""
    ended = store.state(f"sitting:{sitting}", Sitting)
    if ended is not None and ended.window:
        return ended.window
    called = store.state(f"ticket:{ticket}", Ticket) if ticket else None
    if called is None or called.sitting != sitting:
        raise UserError("RAT-02")
    return called.window
