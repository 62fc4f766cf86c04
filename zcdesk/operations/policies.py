"""Hall policies: read by every page, changed by administrators and supervisors, each as one act."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Hall, Policy, PolicySet, Role
from zcdesk.domain.policies import (
    Policies,
    PolicyChanged,
    PolicyStep,
    Settings,
    changed,
    differences,
)
from zcdesk.domain.policy_settings import check
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.operations import separation
from zcdesk.operations import session as of
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

MAY_SET = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})


class PolicyView(msgspec.Struct, frozen=True, kw_only=True):
    """What the page of the policies shows.

    Attributes:
        now: in force; `ahead` what was decided and has not begun; `steps` all there was.
    """

    now: Policy
    ahead: tuple[PolicyStep, ...]
    steps: tuple[PolicyStep, ...]


def policy(session: Session) -> Policy:
    """Return the policies in force."""
    with session.reading() as store:
        return of.policy(store)


def view(session: Session) -> PolicyView:
    """Return the policies in force and everything that was decided about them."""
    with session.reading() as store:
        known = store.state("policy", Policies) or Policies()
    now = session.now()
    return PolicyView(now=known.at(now), ahead=known.ahead(now), steps=known.steps)


def the_hall(session: Session) -> Hall:
    """Return the hall's name, region and contacts."""
    with session.reading() as store:
        return of.hall(store)


def set_policy(session: Session, wanted: Policy) -> None:
    """Put other policies into force from now on, all of them."""
    with session.transaction() as tx:
        before = of.policy(tx)
        _must_set(session, tx, differences(before, wanted))
        tx.append(NewAct(subject="policy", body=PolicySet(policy=wanted)))


def change(
    session: Session,
    changes: Settings,
    *,
    effective: str = "",
    reason: str = "",
    profile: str = "",
) -> Policy:
    """Change some settings from a day on; return the policies that will be in force then.

    Args:
        effective: ISO day, not before today; empty = at once.

    Raises:
        Invalid: POL-01 to POL-03, a setting that is none or a value it cannot have; POL-04, a
            day that is none or is over; POL-05, nothing would change.
        NotAllowed: CAS-02, neither administrator nor supervisor.
    """
    begins = _begin(session, effective)
    for path, value in changes.items():
        check(path, value)
    with session.transaction() as tx:
        known = tx.state("policy", Policies) or Policies()
        before = known.at(begins)
        after = changed(before, changes)
        kept = differences(before, after)
        if not kept:
            raise Invalid("POL-05", "changes")
        _must_set(session, tx, kept)
        body = PolicyChanged(
            changes={path: changes[path] for path in kept if path in changes},
            effective=effective if begins > session.now() else "",
            reason=reason.strip(),
            profile=profile,
        )
        tx.append(NewAct(subject="policy", body=body))
        return after


def must_set(session: Session, store: Reader) -> None:
    """Refuse whoever may not decide for the hall."""
    # Not `casework`'s: that prints, and printing asks the policies.
    if not MAY_SET & set(of.clerk(store, session.clerk).roles):
        raise NotAllowed("CAS-02")


def _must_set(session: Session, store: Reader, kept: Mapping[str, tuple[Any, Any]]) -> None:
    """Refuse whoever may not change just these; switching 三员分立 on needs the three people."""
    guarded = [path for path in kept if separation.is_guarded(path)]
    if guarded and of.policy(store).lock.separate:
        separation.must_guard(session, store)
    if len(guarded) < len(kept) or not of.policy(store).lock.separate:
        must_set(session, store)
    if kept.get(separation.SWITCH, (None, False))[1]:
        separation.check_staffed(store)


def _begin(session: Session, effective: str) -> dt.datetime:
    now = session.now()
    if not effective:
        return now
    try:
        day = dt.date.fromisoformat(effective)
    except ValueError as error:
        raise Invalid("POL-04", "effective", day=effective) from error
    if day < now.date():
        raise Invalid("POL-04", "effective", day=effective)
    return max(now, dt.datetime.combine(day, dt.time(), now.tzinfo))
