"""What other stations of the hall made of a message: each tells how its own ended, by an act.

The station that recorded an act sends its message. The others hold the same one back and drop it
when the act says it was dealt with; see `standby`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case, CaseMessaged, Messaged
from zcdesk.domain.message import Message, MessageKind, MessageState
from zcdesk.store import messages
from zcdesk.store.schema import incarnation

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

LEFT = (MessageState.SENT, MessageState.DELIVERED)
ENDED = (*LEFT, MessageState.FAILED, MessageState.STOPPED, MessageState.BY_PHONE)


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A message as a case page shows it.

    Attributes:
        number: of the case or notice it is about.
        text: empty where another station sent it.
        phone: masked; empty once the record is erased, or where another station sent it.
        why: code of what went wrong last.
    """

    id: str
    kind: MessageKind
    number: str
    state: MessageState
    at: str
    changed_at: str
    text: str
    phone: str
    attempts: int
    why: str


def of(case: Case, kind: MessageKind, cause: str) -> Messaged | None:
    """Return what the hall knows of the message of a kind for a cause; the last word counts."""
    found = (m for m in reversed(case.messaged) if (m.message, m.cause) == (kind.value, cause))
    return next(found, None)


def by_hall(store: Reader, one: Message) -> Messaged | None:
    """Return how another station or this one ended a message, None while nobody did."""
    case = store.state(one.subject, Case) if one.subject.startswith("case:") else None
    return of(case, one.kind, one.cause) if case else None


def is_over(store: Reader, one: Message) -> bool:
    """Whether nobody here has to do anything about a message any more."""
    done = by_hall(store, one)
    return done is not None and done.outcome != MessageState.FAILED


def elsewhere(store: Reader, case_id: str, here: Sequence[Message]) -> Iterator[Told]:
    """Yield what only other stations told about a case."""
    case = store.state(f"case:{case_id}", Case)
    known = {(one.kind.value, one.cause) for one in here}
    last = {(done.message, done.cause): done for done in case.messaged} if case else {}
    for key, done in last.items():
        if case and key not in known:
            yield Told(
                id=f"{done.message}/{done.cause}",
                kind=MessageKind(done.message),
                number=case.intake.number,
                state=MessageState(done.outcome),
                at=done.at,
                changed_at=done.at,
                text="",
                phone="",
                attempts=0,
                why="",
            )


def own_origins(store: Reader) -> frozenset[str]:
    """Return the incarnations of this very station."""
    return frozenset(store.select(select(incarnation.c.origin)).scalars())


def settle(tx: Transaction, one: Message) -> bool:
    """Take over how another station ended a message; True where one did.

    What failed at the station it belongs to is sent again by a person there, and only there.
    """
    done = by_hall(tx, one)
    if done is None or (done.outcome == MessageState.FAILED and _is_own(tx, one)):
        return False
    messages.put(
        tx, msgspec.structs.replace(one, state=MessageState(done.outcome), changed_at=done.at)
    )
    return True


def note(tx: Transaction, one: Message) -> Message:
    """Tell the hall how a message ended; one of another station that cannot be sent is let be."""
    if one.state not in ENDED or not one.subject.startswith("case:"):
        return one
    if one.state is MessageState.FAILED and not _is_own(tx, one):
        return msgspec.structs.replace(one, state=MessageState.STOPPED)
    outcome, done = MessageState.SENT if one.state in LEFT else one.state, by_hall(tx, one)
    if done is not None and done.outcome == outcome.value:
        return one
    case = tx.state(one.subject, Case)
    body = CaseMessaged(message=one.kind.value, cause=one.cause, outcome=outcome.value)
    audience = f"department:{case.department}" if case else "hall"
    tx.append(NewAct(subject=one.subject, body=body, audience=audience))
    return one


def _is_own(tx: Transaction, one: Message) -> bool:
    act = tx.act(one.cause) or tx.acts(one.subject)[0]
    return act.origin in own_origins(tx)
