"""Hall policies: read by every page, set as one act."""

from __future__ import annotations

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Hall, Policy, PolicySet
from zcdesk.operations import session as of
from zcdesk.operations.session import Session


def policy(session: Session) -> Policy:
    """Return the policies in force."""
    with session.reading() as store:
        return of.policy(store)


def the_hall(session: Session) -> Hall:
    """Return the hall's name, region and contacts."""
    with session.reading() as store:
        return of.hall(store)


def set_policy(session: Session, wanted: Policy) -> None:
    """Put other policies into force from now on."""
    with session.transaction() as tx:
        tx.append(NewAct(subject="policy", body=PolicySet(policy=wanted)))
