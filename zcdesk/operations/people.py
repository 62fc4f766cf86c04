"""Who works in the hall: roles and departments, secrets, AB deputies, training before duty."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import Authority
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.people import (
    Deputy,
    DeputyEnded,
    DeputyNamed,
    Trained,
    Training,
    overlapping,
    standing_in,
)
from zcdesk.domain.secret import SecretChanged, check_secret
from zcdesk.domain.window import Window
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import casework, separation
from zcdesk.operations.session import Session, clerk, policy

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

MANAGERS = (Role.ADMINISTRATOR, Role.SUPERVISOR)
OF_DEPARTMENT = frozenset({Role.REVIEWER, Role.CHIEF, Role.EDITOR})
"""Roles that act for departments and so need one."""


class StaffRow(msgspec.Struct, frozen=True, kw_only=True):
    """One person as the list shows them.

    Attributes:
        deputies: for whom they stand in today; `second` who stands in for them.
        untrained: categories of the window they sit at that they were not trained for.
        authorities: 授权委托书 that name them, expired ones too.
    """

    clerk: Clerk
    stands_in: tuple[str, ...] = ()
    second: str = ""
    untrained: tuple[str, ...] = ()
    training: Training | None = None
    authorities: tuple[Authority, ...] = ()


class PeopleView(msgspec.Struct, frozen=True, kw_only=True):
    """Everything the page of the people shows."""

    staff: tuple[StaffRow, ...]
    deputies: tuple[Deputy, ...]
    authorities: tuple[Authority, ...]
    departments: tuple[str, ...]


def view(session: Session) -> PeopleView:
    """Return everybody with roles, deputies, training and authorisations."""
    day = session.now().date()
    with session.reading() as store:
        deputies = _deputies(store)
        given = tuple(a for _, a in store.states(Authority))
        everybody = sorted((c for _, c in store.states(Clerk)), key=lambda c: c.staff_no)
        staff = tuple(_row(store, one, deputies, given, day) for one in everybody)
    named = {d for c in everybody for d in c.departments} | {a.given.department for a in given}
    return PeopleView(
        staff=staff, deputies=deputies, authorities=given, departments=tuple(sorted(named))
    )


def set_clerk(session: Session, wanted: ClerkSet, secret: str = "") -> Clerk:
    """Hire somebody, or change name, roles, departments or whether they still work here.

    Args:
        secret: needed for who is new.

    Raises:
        NotAllowed: CAS-02, no administrator; PEO-01, the hall's last administrator; PEO-02, a
            role that acts for a department without one.
        Invalid: SET-04 no number or name; SET-07 a secret too short.
    """
    if not wanted.staff_no.strip() or not wanted.name.strip():
        raise Invalid("SET-04", "staff_no")
    if not wanted.roles:
        raise Invalid("PEO-03", "roles")
    if OF_DEPARTMENT & set(wanted.roles) and not wanted.departments:
        raise NotAllowed("PEO-02")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.ADMINISTRATOR)
        separation.check_roles(tx, wanted.roles)
        known = tx.state(f"clerk:{wanted.staff_no}", Clerk)
        if known is None or secret:
            check_secret(secret, policy(tx).lock)
        if not _rules_on(wanted) and not _others(tx, wanted.staff_no):
            raise NotAllowed("PEO-01")
        tx.append(NewAct(subject=f"clerk:{wanted.staff_no}", body=wanted))
        if secret:
            tx.set_secret(wanted.staff_no, secret)
            tx.append(NewAct(subject=f"clerk:{wanted.staff_no}", body=SecretChanged()))
        return clerk(tx, wanted.staff_no)


def reset_secret(session: Session, staff_no: str, secret: str) -> None:
    """Give somebody a new secret; it is theirs to change, and recorded that it was set anew."""
    with session.transaction() as tx:
        separation.must_guard(session, tx)
        clerk(tx, staff_no)
        check_secret(secret, policy(tx).lock)
        tx.set_secret(staff_no, secret)
        tx.append(NewAct(subject=f"clerk:{staff_no}", body=SecretChanged()))


def name_deputy(session: Session, named: DeputyNamed) -> str:
    """Let B stand in for A from a day to a day; return the id of the pair.

    Raises:
        Conflict: PEO-04, A has a deputy on some of these days, or B stands in for another.
        NotAllowed: PEO-05, the same person, the days are none, or somebody who left; CAS-02.
    """
    _check_days(named.start, named.until)
    if named.first == named.second:
        raise NotAllowed("PEO-05")
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MANAGERS)
        for staff_no in (named.first, named.second):
            if not clerk(tx, staff_no).active:
                raise NotAllowed("PEO-05")
        other = overlapping(named, _deputies(tx))
        if other is not None:
            first, second = clerk(tx, other.named.first), clerk(tx, other.named.second)
            raise Conflict(
                "PEO-04",
                first=first.name,
                second=second.name,
                start=other.named.start,
                until=other.named.until,
            )
        id_ = tx.new_id()
        tx.append(NewAct(subject=f"deputy:{id_}", body=named))
        return id_


def end_deputy(session: Session, deputy_id: str, reason: str) -> None:
    """End a pair before its day."""
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MANAGERS)
        if tx.state(f"deputy:{deputy_id}", Deputy) is None:
            raise UserError("PEO-06")
        tx.append(NewAct(subject=f"deputy:{deputy_id}", body=DeputyEnded(reason=reason)))


def register_training(session: Session, staff_no: str, course: Trained) -> Training:
    """Register what somebody was trained for.

    Raises:
        Invalid: PEO-07, a day that is none or lies ahead, or nothing it was for.
    """
    _check_days(course.day, course.until or course.day)
    known = {category.value for category in WindowCategory}
    wrong = not course.categories or set(course.categories) - known
    if wrong or course.day > session.now().date().isoformat():
        raise Invalid("PEO-07", "day")
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MANAGERS)
        clerk(tx, staff_no)
        tx.append(NewAct(subject=f"training:{staff_no}", body=course))
        found = tx.state(f"training:{staff_no}", Training)
        assert found is not None
        return found


def untrained(session: Session, staff_no: str, categories: Iterable[str]) -> tuple[str, ...]:
    """Return for which of the categories somebody has no training today; all if empty."""
    with session.reading() as store:
        return _untrained(store, staff_no, tuple(categories), session.now().date())


def untrained_for(
    store: Reader, staff_no: str, categories: Iterable[str], day: date
) -> tuple[str, ...]:
    """Return for which of the categories somebody lacks a training (须经培训后上岗, S2).

    Nothing in a hall that registers nobody's training: it keeps that elsewhere.
    """
    if not staff_no or next(store.states(Training), None) is None:
        return ()
    return _untrained(store, staff_no, tuple(categories), day)


def untrained_here(session: Session) -> tuple[str, ...]:
    """Return what this window takes and its clerk was not trained for."""
    with session.reading() as store:
        known = store.state(f"window:{session.window}", Window)
        if known is None:
            return ()
        now = session.now()
        return untrained_for(store, session.clerk, known.at(now).categories, now.date())


def stands_in_for(session: Session, store: Reader, staff_no: str) -> tuple[str, ...]:
    """Return for whom somebody stands in today."""
    return standing_in(staff_no, _deputies(store), session.now().date())


def _row(
    store: Reader,
    one: Clerk,
    deputies: tuple[Deputy, ...],
    given: tuple[Authority, ...],
    day: date,
) -> StaffRow:
    second = next(
        (d.named.second for d in deputies if d.named.first == one.staff_no and d.stands_in(day)), ""
    )
    at = store.state(f"window:{one.window}", Window) if one.window else None
    return StaffRow(
        clerk=one,
        stands_in=standing_in(one.staff_no, deputies, day),
        second=second,
        untrained=_untrained(store, one.staff_no, at.categories, day) if at else (),
        training=store.state(f"training:{one.staff_no}", Training),
        authorities=tuple(a for a in given if one.staff_no in a.given.clerks),
    )


def _untrained(
    store: Reader, staff_no: str, categories: tuple[str, ...], day: date
) -> tuple[str, ...]:
    found = store.state(f"training:{staff_no}", Training) or Training(staff_no=staff_no)
    every = categories or tuple(category.value for category in WindowCategory)
    return tuple(category for category in every if not found.covers(category, day))


def _deputies(store: Reader) -> tuple[Deputy, ...]:
    return tuple(deputy for _, deputy in store.states(Deputy))


def _rules_on(wanted: ClerkSet) -> bool:
    return wanted.active and Role.ADMINISTRATOR in wanted.roles


def _others(store: Reader, staff_no: str) -> bool:
    """Whether somebody else is administrator: a hall without one could never get one."""
    return any(
        c.active and Role.ADMINISTRATOR in c.roles and c.staff_no != staff_no
        for _, c in store.states(Clerk)
    )


def _check_days(start: str, until: str) -> None:
    try:
        wrong = date.fromisoformat(until) < date.fromisoformat(start)
    except ValueError as error:
        raise NotAllowed("PEO-05") from error
    if wrong:
        raise NotAllowed("PEO-05")
