"""Scanned pages: kept sealed and content-addressed before anything names them.

The act that names a page lets it travel to the hall's server, behind everything else; another
station brings it over when somebody who may see the case wants to look at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.authority import Authority
from zcdesk.domain.case_rules import departments
from zcdesk.domain.filing import Filing
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session, clerk
from zcdesk.store import blobs, contents
from zcdesk.store.pages import is_erased

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

ONLINE, AUTHORITY = "online:", "authority:"
"""How what is no case is named."""

DESTROYED = "SEC-35"
"""The personal record's time is over, and its pages went with it."""

TOPIC = blobs.TOPIC
"""Changes when a page that was wanted is here."""

_HALL = frozenset(
    {Role.CLERK, Role.AGENT_OFFICER, Role.RESULT_CLERK, Role.SUPERVISOR, Role.AUDITOR}
)
_ANYBODY = _HALL | {Role.ADMINISTRATOR}
"""Who may see under what authority a window decides: it names no applicant."""


def keep_page(session: Session, data: bytes) -> str:
    """Keep one page durably; return the digest by which a row names it."""
    return session.store.blobs.put(data)


def page(session: Session, digest: str) -> bytes | None:
    """Return a page, or None while it is not on this PC; files only, so any lane may ask."""
    return session.store.blobs.get(digest)


def want(session: Session, case_id: str, digests: tuple[str, ...]) -> tuple[str, ...]:
    """Have pages of a case brought to this PC; return those that are still to come.

    An online application or a 授权委托书 is named by its subject.

    They come with the rounds, now or when the hall's server is reached again; `TOPIC` tells. To
    a one-PC hall nothing comes from anywhere.

    Raises:
        NotAllowed: CAS-02, the case is not this clerk's to see, or the page is another case's;
            SEC-35, the pages were destroyed with the personal record.
    """
    with session.transaction() as tx:
        subject = case_id if case_id.startswith((ONLINE, AUTHORITY)) else f"case:{case_id}"
        hall = _ANYBODY if case_id.startswith(AUTHORITY) else _HALL
        who = clerk(tx, session.clerk)
        in_office = casework.OFFICE & set(who.roles) and _whose(tx, case_id) & set(who.departments)
        pages = contents.named(tx.acts(subject))
        if not (hall & set(who.roles) or in_office) or not set(digests) <= pages:
            raise NotAllowed("CAS-02")
        missing = tuple(one for one in digests if session.store.blobs.size(one) is None)
        if missing and is_erased(tx, subject):
            raise NotAllowed(DESTROYED)
        if not tx.standing.epoch:
            return ()
        for digest in missing:
            blobs.want(tx, digest, subject)
    return missing


def _whose(store: Reader, case_id: str) -> set[str]:
    """Return the departments that may see a case or an application."""
    if case_id.startswith(ONLINE):
        filing = store.state(case_id, Filing)
        return {filing.received.department} if filing else set()
    if case_id.startswith(AUTHORITY):
        authority = store.state(case_id, Authority)
        return {authority.given.department} if authority else set()
    return set(departments(casework.case_of(store, case_id)))
