"""Changing the catalogue: drafts of matters, handing them in, and a second person's approval.

An editor writes for their own departments; a supervisor or administrator who wrote no part of a
proposal approves it, and only then there is a new version (rules 1 and 2). What a table brings in
goes the same way, see `catalogue_table`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.catalogue import lint
from zcdesk.catalogue.convert import complete
from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished, MatterWithdrawn
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import (
    Proposal,
    ProposalApproved,
    ProposalDropped,
    ProposalReturned,
    ProposalSaved,
    ProposalState,
)
from zcdesk.domain.window import Window
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session, clerk, entry_of
from zcdesk.store.schema import matter_index

if TYPE_CHECKING:
    from zcdesk.domain.act import Body
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

MAY_APPROVE = frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR})
MAY_EDIT = MAY_APPROVE | {Role.EDITOR}


def save(
    session: Session,
    matter: Matter,
    *,
    seen: int,
    effective: str = "",
    withdrawal: str = "",
    submit: bool = False,
) -> Proposal:
    """Write a matter's draft, and hand it in for approval if `submit`.

    Args:
        seen: `saves` of the proposal the writer saw; 0 = there was none.
        effective: ISO day it shall begin with; empty = when approved.
        withdrawal: why the matter shall no longer be taken in; empty = it stays.

    Raises:
        NotAllowed: CAS-02, no editor; CAT-20, a matter of another department.
        Conflict: CAT-21, somebody else changed it meanwhile.
        Invalid: CAT-22 a day that is none or is over; when handing in what `must_be_fit` says.
    """
    day = day_of(session, effective)
    with session.transaction() as tx:
        must_edit(session, tx, matter)
        _must_be_seen(tx, matter.key, seen)
        if submit and not withdrawal:
            must_be_fit(tx, matter)
        body = ProposalSaved(
            matter=complete(matter),
            effective=day,
            withdrawal=withdrawal.strip(),
            submitted=submit,
        )
        return propose(tx, body)


def propose(tx: Transaction, body: ProposalSaved) -> Proposal:
    """Append a draft somebody may write."""
    return _append(tx, body.matter.key, body)


def approve(session: Session, key: str, *, seen: int) -> Matter:
    """Make what was handed in the next version, or withdraw the matter; return the matter.

    Raises:
        NotAllowed: CAS-02, no supervisor nor administrator; CAT-27, who wrote a part of it.
        Conflict: CAT-21, it was changed meanwhile; CAT-28, it is not handed in.
        Invalid: what `must_be_fit` says of it now.
    """
    return approve_all(session, {key: seen})[0]


def approve_all(session: Session, seen: Mapping[str, int]) -> tuple[Matter, ...]:
    """Approve several proposals (key → seen), as an imported table leaves them: all or none."""
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_APPROVE)
        wanted = [_handed_in(tx, key, saves) for key, saves in seen.items()]
        if any(session.clerk in one.editors for one in wanted):
            raise NotAllowed("CAT-27")
        return tuple(_approve(session, tx, one) for one in wanted)


def send_back(session: Session, key: str, reason: str, *, seen: int) -> Proposal:
    """Return a proposal to whoever wrote it.

    Raises:
        Invalid: CAT-29, no reason.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_APPROVE)
        _handed_in(tx, key, seen)
        if not reason.strip():
            raise Invalid("CAT-29", "reason")
        return _append(tx, key, ProposalReturned(reason=reason.strip()))


def drop(session: Session, key: str, *, seen: int) -> Proposal:
    """Give a proposal up; the catalogue stays as it is."""
    with session.transaction() as tx:
        known = _must_be_seen(tx, key, seen)
        if known is None or not known.is_open:
            raise Conflict("CAT-28")
        must_edit(session, tx, known.matter)
        return _append(tx, key, ProposalDropped())


def must_edit(session: Session, store: Reader, matter: Matter) -> Clerk:
    """Refuse whoever may not write this matter; an editor only their own departments'."""
    who = casework.must_hold(session, store, *MAY_EDIT)
    entry = entry_of(store, matter.key)
    departments = {matter.department, *((entry.matter.department,) if entry else ())}
    if not MAY_APPROVE & set(who.roles) and not departments <= set(who.departments):
        raise NotAllowed("CAT-20", department=matter.department)
    return who


def must_be_fit(store: Reader, matter: Matter) -> None:
    """Refuse what could not be published.

    Raises:
        Invalid: CAT-23, the check finds something; CAT-24, it says what is in force already;
            CAT-25, its code belongs to another matter; CAT-26, no window takes its category.
    """
    found = lint.lint((matter,))
    if found:
        first = found[0]
        raise Invalid("CAT-23", first.field, n=len(found), what=f"{first.message}，{first.instead}")
    entry = entry_of(store, matter.key)
    if entry is not None and not entry.withdrawn and is_same(entry.matter, matter):
        raise Invalid("CAT-24", "name", name=matter.name, v=entry.matter.version)
    if owner := owner_of(store, matter):
        raise Invalid("CAT-25", "code", number=matter.code, name=owner.name)
    if not is_taken(matter, windows(store)):
        names = "、".join(category.value for category in matter.categories)
        raise Invalid("CAT-26", "categories", name=matter.name, category=names or "—")


def is_same(old: Matter, new: Matter) -> bool:
    """Whether two versions say the same; who wrote them and when makes no difference."""
    plain = {"version": 0, "author": "", "approver": "", "valid_from": ""}
    change = msgspec.structs.replace
    return change(complete(old), **plain) == change(complete(new), **plain)


def owner_of(store: Reader, matter: Matter) -> Matter | None:
    """Return another published matter that has this one's code."""
    t = matter_index.c
    wanted = select(t.key).where(t.code == matter.code, t.key != matter.key, t.code != "")
    key = store.select(wanted).scalars().first()
    owner = entry_of(store, key) if key is not None else None
    return owner.matter if owner is not None else None


def windows(store: Reader) -> tuple[Window, ...]:
    """Return the hall's windows with the scopes they have for good."""
    return tuple(window for _, window in store.states(Window))


def is_taken(matter: Matter, among: Iterable[Window]) -> bool:
    """Whether the scope of any window covers the matter."""
    return any(window.takes(matter) for window in among)


def _approve(session: Session, tx: Transaction, wanted: Proposal) -> Matter:
    key = wanted.matter.key
    if wanted.withdrawal:
        tx.append(NewAct(subject=f"matter:{key}", body=MatterWithdrawn(reason=wanted.withdrawal)))
        _append(tx, key, ProposalApproved())
        return wanted.matter
    must_be_fit(tx, wanted.matter)
    return _publish(session, tx, wanted)


def _publish(session: Session, tx: Transaction, wanted: Proposal) -> Matter:
    entry = entry_of(tx, wanted.matter.key)
    today = session.now().date().isoformat()
    effective = wanted.effective if wanted.effective > today else ""
    fresh = msgspec.structs.replace(
        wanted.matter,
        version=(entry.newest if entry is not None else 0) + 1,
        author="、".join(_names(tx, wanted.editors)),
        approver=clerk(tx, session.clerk).name,
        valid_from=effective or today,
    )
    body = MatterPublished(matter=fresh, approver=session.clerk, effective=effective)
    tx.append(NewAct(subject=f"matter:{fresh.key}", body=body))
    _append(tx, fresh.key, ProposalApproved(version=fresh.version))
    return fresh


def _names(store: Reader, staff: Iterable[str]) -> list[str]:
    found = ((number, store.state(f"clerk:{number}", Clerk)) for number in staff)
    return [who.name if who is not None else number for number, who in found]


def _append(tx: Transaction, key: str, body: Body) -> Proposal:
    subject = f"proposal:{key}"
    tx.append(NewAct(subject=subject, body=body))
    after = tx.state(subject, Proposal)
    assert after is not None
    return after


def _handed_in(tx: Transaction, key: str, seen: int) -> Proposal:
    known = _must_be_seen(tx, key, seen)
    if known is None or known.state is not ProposalState.SUBMITTED:
        raise Conflict("CAT-28")
    return known


def _must_be_seen(tx: Transaction, key: str, seen: int) -> Proposal | None:
    known = tx.state(f"proposal:{key}", Proposal)
    if known is not None and not known.is_open and not seen and entry_of(tx, key) is None:
        return known  # given up before anything was published: a new matter may take the key
    if (known.saves if known is not None else 0) != seen:
        assert known is not None
        who = _names(tx, (known.judged_by or known.by,))[0]
        raise Conflict("CAT-21", name=known.matter.name, who=who, time=known.at[11:16])
    return known


def day_of(session: Session, effective: str) -> str:
    """Return the day a version shall begin with; empty = at once.

    Raises:
        Invalid: CAT-22, a day that is none or is over.
    """
    if not effective:
        return ""
    try:
        day = dt.date.fromisoformat(effective)
    except ValueError as error:
        raise Invalid("CAT-22", "effective", day=effective) from error
    if day < session.now().date():
        raise Invalid("CAT-22", "effective", day=effective)
    return day.isoformat()
