"""What departments sent papers back for (常见错误): what a newcomer at the window should look for.

From the hall's own returns of the last year, as reasons were picked: what was typed of one case is
nobody else's to read. Nothing is made up for a paper nobody ever returned.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta

from sqlalchemy import select

from zcdesk.domain.case import Case
from zcdesk.domain.facts import OTHER, FactKind, reason_of
from zcdesk.operations.session import Session
from zcdesk.store.schema import fact_index

YEAR = timedelta(days=365)
LOOKED_AT, TOLD = 300, 3
"""Returns looked at, the latest first, and reasons told of one paper."""


def common(session: Session, matters: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return name of a paper → why it was sent back, the commonest first.

    Args:
        matters: keys of the matters whose cases are looked at.
    """
    c = fact_index.c
    since = (session.now() - YEAR).date().isoformat()
    returned = (
        select(c.subject)
        .where(c.kind == FactKind.REASON.value, c.day >= since)
        .order_by(c.day.desc())
        .limit(LOOKED_AT)
    )
    found: dict[str, Counter[str]] = defaultdict(Counter)
    with session.reading() as store:
        for subject in dict.fromkeys(store.select(returned).scalars().all()):
            case = store.state(subject, Case)
            if case is None or case.intake.matter not in matters:
                continue
            for lack in (lack for back in case.sent_back for lack in back.lacks):
                if (reason := reason_of(lack)) != OTHER:
                    found[lack.name][reason] += 1
    return {
        name: tuple(reason for reason, _ in counted.most_common(TOLD))
        for name, counted in found.items()
    }
