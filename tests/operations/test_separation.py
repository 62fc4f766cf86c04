"""三员分立: three roles in three hands, each with its own power and none of the others'."""

from __future__ import annotations

import itertools

import pytest

from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import audit, people, policies, recovery, separation
from zcdesk.operations.session import Session

ADMIN, GUARD, AUDITOR = "0001", "0902", "0903"
NEW = "another-7"


def hire(staff_no: str, *roles: Role) -> ClerkSet:
    return ClerkSet(staff_no=staff_no, name="新人", roles=roles)


@pytest.fixture
def apart(session: Session) -> Session:
    """A hall that separates them."""
    admin = session.as_clerk(ADMIN)
    people.set_clerk(admin, hire(GUARD, Role.SECURITY), NEW)
    people.set_clerk(admin, hire(AUDITOR, Role.AUDITOR), NEW)
    policies.change(admin, {separation.SWITCH: True})
    return session


def refused(code: str, do) -> None:
    with pytest.raises(NotAllowed) as error:
        do()
    assert error.value.code == code


def test_it_cannot_be_switched_on_before_three_people_are_there(session: Session) -> None:
    admin = session.as_clerk(ADMIN)
    refused("SEC-32", lambda: policies.change(admin, {separation.SWITCH: True}))
    people.set_clerk(admin, hire(GUARD, Role.SECURITY, Role.AUDITOR), NEW)
    refused("SEC-32", lambda: policies.change(admin, {separation.SWITCH: True}))
    assert not policies.policy(session).lock.separate


@pytest.mark.parametrize("pair", list(itertools.combinations(sorted(separation.APART), 2)))
def test_nobody_holds_two_of_the_three(apart: Session, pair: tuple[Role, Role]) -> None:
    refused("SEC-31", lambda: people.set_clerk(apart.as_clerk(ADMIN), hire("0904", *pair), NEW))
    people.set_clerk(apart.as_clerk(ADMIN), hire("0904", pair[0], Role.CLERK), NEW)


def test_what_is_the_security_administrators_is_nobody_elses(apart: Session) -> None:
    admin, guard, auditor = (apart.as_clerk(no) for no in (ADMIN, GUARD, AUDITOR))
    for other, code in ((admin, "SEC-33"), (auditor, "AUD-01")):
        refused(code, lambda o=other: people.reset_secret(o, "0312", NEW))
        refused(code, lambda o=other: recovery.make(o))
        refused(code, lambda o=other: policies.change(o, {"lock.idle_seconds": 60}))
        refused(code, lambda o=other: policies.change(o, {"case.record_days": 30}))
        refused(code, lambda o=other: policies.change(o, {separation.SWITCH: False}))
    people.reset_secret(guard, "0312", NEW)
    assert recovery.make(guard).tables
    assert policies.change(guard, {"lock.idle_seconds": 60}).lock.idle_seconds == 60


def test_the_security_administrator_does_nothing_else(apart: Session) -> None:
    guard = apart.as_clerk(GUARD)
    refused("CAS-02", lambda: people.set_clerk(guard, hire("0905", Role.CLERK), NEW))
    refused("CAS-02", lambda: policies.change(guard, {"queue.undo_seconds": 5}))
    refused("AUD-02", lambda: audit.lines(guard, audit.Wanted()))
    mixed = {"lock.idle_seconds": 90, "queue.undo_seconds": 5}
    refused("CAS-02", lambda: policies.change(guard, mixed))


def test_each_of_it_stands_in_the_record(apart: Session) -> None:
    people.reset_secret(apart.as_clerk(GUARD), "0312", NEW)
    wanted = audit.Wanted(kind="clerk.secret", subject="clerk:0312")
    (line,) = audit.lines(apart.as_clerk(AUDITOR), wanted)
    assert line.clerk == GUARD


def test_a_small_hall_goes_on_without(session: Session) -> None:
    people.reset_secret(session.as_clerk(ADMIN), "0312", NEW)
    policies.change(session.as_clerk(ADMIN), {"lock.idle_seconds": 60})
