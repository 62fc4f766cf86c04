"""Messages of other stations, held back for a while: a PC that is off leaves nobody uninformed.

What arrives from another station is read once, in the order it came; for every act the applicant
is told of, the same message is queued here with a wait (policy `messages.take_over`). Where the
other station sends it meanwhile, its act says so and it is dropped.
"""

from __future__ import annotations

from datetime import timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from zcdesk.domain import case_acts as act
from zcdesk.domain import case_ends as end
from zcdesk.domain.case import Case
from zcdesk.domain.case_rules import is_instant
from zcdesk.domain.message import MessageKind
from zcdesk.operations import messages, told
from zcdesk.operations.session import Session, hall, policy
from zcdesk.store.engine import upsert
from zcdesk.store.schema import acts, meta

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

KINDS = MappingProxyType(
    {
        act.CaseAccepted.kind: MessageKind.ACCEPTED,
        act.CaseReturned.kind: MessageKind.RETURNED,
        act.CaseNotAccepted.kind: MessageKind.NOT_ACCEPTED,
        act.CaseDecided.kind: MessageKind.DECIDED,
        end.CaseResultTaken.kind: MessageKind.RESULT_READY,
        end.CasePosted.kind: MessageKind.POSTED,
        end.CaseAmended.kind: MessageKind.AMENDED,
        end.CaseVoided.kind: MessageKind.VOIDED,
    }
)
_PUT = upsert(meta)
_READ = "messages_read"
"""Up to which act this station has looked for messages of others."""


def wait(tx: Transaction) -> timedelta:
    """Return how long the station that recorded an act may send its message first."""
    return timedelta(minutes=policy(tx).messages.take_over)


def take_up(session: Session) -> int:
    """Queue what other stations should have told since the last look; return how many are new."""
    with session.reading() as store:
        since, newest = _since(store), _newest(store)
    if since == newest:
        return 0
    with session.transaction() as tx:
        new = 0
        if since is not None:
            wanted = (
                select(acts.c.subject, acts.c.id, acts.c.kind)
                .where(acts.c.pk > since, acts.c.pk <= newest, acts.c.kind.in_(KINDS))
                .where(acts.c.origin.not_in(told.own_origins(tx)))
                .order_by(acts.c.pk)
            )
            rows = tx.select(wanted).all()
            new = sum(_hold(session, tx, row.subject, row.id, KINDS[row.kind]) for row in rows)
        tx.run(_PUT, _PUT.row({"key": _READ, "value": str(newest)}))
        return new


def _since(store: Reader) -> int | None:
    found = store.select(select(meta.c.value).where(meta.c.key == _READ)).scalar()
    return int(found) if found is not None else None


def _newest(store: Reader) -> int:
    return int(store.select(select(func.max(acts.c.pk))).scalar() or 0)


def _hold(session: Session, tx: Transaction, subject: str, cause: str, kind: MessageKind) -> bool:
    case = tx.state(subject, Case)
    if case is None or is_instant(case) or cause in {late.act for late in case.refused}:
        return False
    fields = _fields(tx, case, kind)
    if fields is None:
        return False
    return messages.tell(session, tx, case, kind, cause, wait=wait(tx), **fields)


def _fields(tx: Transaction, case: Case, kind: MessageKind) -> dict[str, str] | None:
    """Return what a message says, as the case stands now; None where it is pointless by now."""
    match kind:
        case MessageKind.ACCEPTED:
            return {"due": case.due.at[:10]}
        case MessageKind.DECIDED if case.decision:
            return {"outcome": case.decision.outcome.value}
        case MessageKind.RESULT_READY if not case.intake.delivery.by_post:
            return {"place": hall(tx).name}
        case MessageKind.POSTED if case.dispatch and case.dispatch.waybill:
            return {"waybill": case.dispatch.waybill}
        case MessageKind.AMENDED if case.void_receipts:
            return {"receipt": case.void_receipts[-1]}
        case MessageKind.VOIDED:
            return {}
        case MessageKind.RETURNED | MessageKind.NOT_ACCEPTED:
            return {"department": case.department}
        case _:
            return None
