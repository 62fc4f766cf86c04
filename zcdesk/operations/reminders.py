"""Reminders by message: a promised paper or a correction that is due soon, each once.

The station that took a case in reminds; the others wait, and remind where it did not.
"""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from zcdesk.domain.case import Case
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.message import MessageKind
from zcdesk.operations import clocks, messages, standby, told
from zcdesk.operations.session import Session, policy
from zcdesk.store.schema import task_index

_KINDS = {
    TaskKind.SUPPLEMENT.value: MessageKind.DEFERRAL_DUE,
    TaskKind.CORRECT.value: MessageKind.CORRECTION_DUE,
}


def remind(session: Session) -> int:
    """Queue a reminder for everything due within the hall's days; return how many were new.

    None while the clock leads: nobody shall be told of a day that is far off.
    """
    if clocks.is_ahead(session):
        return 0
    c, today, new = task_index.c, session.now().date(), 0
    with session.transaction() as tx:
        last = today + timedelta(days=policy(tx).messages.remind_days + 1)
        tx.flush()
        rows = tx.select(
            select(c.subject, c.kind, c.about, c.due).where(
                c.kind.in_(_KINDS), c.due >= today.isoformat(), c.due < last.isoformat()
            )
        ).fetchall()
        own, later = told.own_origins(tx), standby.wait(tx)
        for row in rows:
            subject, kind, about, due = (str(value) for value in row)
            case = tx.state(subject, Case)
            if case is None:
                continue
            fields = {"due": due[:10]}
            if kind == TaskKind.SUPPLEMENT.value:
                fields["material"] = next((m.name for m in case.deferred if m.key == about), about)
            cause = f"{kind}:{about}:{due}"
            is_own = tx.acts(subject)[0].origin in own
            wait = messages.NOW if is_own else later
            new += messages.tell(session, tx, case, _KINDS[kind], cause, wait=wait, **fields)
    return new
