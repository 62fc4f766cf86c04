"""A clerk's own secret and PIN: strong enough, tried only so often, only while the shift runs."""

from __future__ import annotations

from datetime import date

import pytest
from fix_hall import SECRET
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.hall import Policy
from zcdesk.domain.secret import LockPolicy, check_pin, check_secret, overdue_days
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.operations import clerks, own_secret, people, policies
from zcdesk.operations.session import Session
from zcdesk.store import verifiers

PIN = "739204"
NEW = "another-7"


@pytest.fixture
def on_duty(session: Session) -> Session:
    clerks.log_in(session.as_clerk(""), "0312", SECRET)
    own_secret.set_pin(session, SECRET, PIN)
    return session


def refused(session: Session, pin: str) -> str:
    with pytest.raises(NotAllowed) as error:
        own_secret.unlock_by_pin(session, pin)
    return error.value.code


def lock(session: Session, **rules: int) -> None:
    policies.set_policy(session.as_clerk("0001"), Policy(lock=LockPolicy(**rules)))


def test_the_pin_unlocks_while_the_shift_runs(on_duty: Session) -> None:
    assert own_secret.pin_digits(on_duty) == 6
    own_secret.unlock_by_pin(on_duty, PIN)
    clerks.log_off(on_duty)
    assert own_secret.pin_digits(on_duty) == 0
    assert refused(on_duty, PIN) == "SEC-26"
    clerks.log_in(on_duty.as_clerk(""), "0312", SECRET)
    own_secret.unlock_by_pin(on_duty, PIN)


def test_after_three_wrong_pins_only_the_secret_unlocks(on_duty: Session) -> None:
    assert [refused(on_duty, "111222") for _ in range(3)] == ["SEC-25", "SEC-25", "SEC-26"]
    assert refused(on_duty, PIN) == "SEC-26"  # the right one too
    assert own_secret.pin_digits(on_duty) == 0
    clerks.unlock(on_duty, "0312", SECRET)
    own_secret.unlock_by_pin(on_duty, PIN)


def test_wrong_tries_outlive_the_program(on_duty: Session, open_hall) -> None:
    for _ in range(3):
        refused(on_duty, "111222")
    again = open_hall().as_clerk("0312")
    assert refused(again, PIN) == "SEC-26"


def test_a_right_pin_ends_the_count(on_duty: Session) -> None:
    for _ in range(3):
        assert refused(on_duty, "111222") == "SEC-25"
        own_secret.unlock_by_pin(on_duty, PIN)


def test_the_pin_is_one_clerks_at_one_window(on_duty: Session) -> None:
    assert refused(on_duty.as_clerk("0313"), PIN) == "SEC-26"
    assert refused(on_duty.at_window("5"), PIN) == "SEC-26"
    clerks.hand_custody(on_duty, "0313", SECRET, clerks.custody_now(on_duty))
    assert refused(on_duty, PIN) == "SEC-26"


def test_a_new_secret_ends_the_pin(on_duty: Session) -> None:
    people.reset_secret(on_duty.as_clerk("0001"), "0312", NEW)
    assert refused(on_duty, PIN) == "SEC-26"
    clerks.log_in(on_duty.as_clerk(""), "0312", NEW)
    assert refused(on_duty, PIN) == "SEC-26"


def test_a_hall_without_pins_has_none(on_duty: Session) -> None:
    lock(on_duty, pin_digits=0)
    assert refused(on_duty, PIN) == "SEC-26"
    with pytest.raises(NotAllowed, match="SEC-26"):
        own_secret.set_pin(on_duty, SECRET, PIN)


def test_a_pin_needs_the_secret_and_can_be_given_up(on_duty: Session) -> None:
    with pytest.raises(NotAllowed, match="SEC-02"):
        own_secret.set_pin(on_duty, "guessed-9", "846201")
    own_secret.set_pin(on_duty, SECRET, "")
    assert own_secret.pin_digits(on_duty) == 0


def test_neither_pin_nor_secret_lies_anywhere(on_duty: Session) -> None:
    own_secret.change_secret(on_duty, SECRET, NEW)
    own_secret.set_pin(on_duty, NEW, PIN)
    raw = on_duty.store.handle.raw
    tables = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    cells = "".join(
        str(cell) for name in tables for row in raw.execute(f"SELECT * FROM {name}") for cell in row
    )
    for word in (PIN, NEW):
        assert f'"{word}"' not in cells
        assert word not in "".join(one.hash for one in all_verifiers(on_duty))


def all_verifiers(session: Session) -> tuple[verifiers.Verifier, ...]:
    with session.reading() as store:
        return verifiers.all_of(store)


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "1234567", "123456", "654321", "000000", "77777a", "７３９２０４", "031200"],
)
def test_a_pin_everybody_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(Invalid) as error:
        check_pin(pin, "031200", LockPolicy())
    assert error.value.code == "SEC-27"


@given(st.text(st.sampled_from("abcXYZ019-_"), max_size=14), st.integers(8, 12), st.integers(1, 4))
def test_a_secret_is_as_strong_as_the_hall_says(secret: str, least: int, kinds: int) -> None:
    tests = (str.isdigit, str.islower, str.isupper, lambda c: not c.isalnum())
    strong = len(secret) >= least and sum(any(map(t, secret)) for t in tests) >= kinds
    rules = LockPolicy(secret_least=least, secret_kinds=kinds)
    if strong:
        check_secret(secret, rules)
    else:
        with pytest.raises(Invalid, match="SET-07"):
            check_secret(secret, rules)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [("guessed-9", NEW, "SEC-02"), (SECRET, "kurz-1", "SET-07"), (SECRET, SECRET, "SEC-28")],
)
def test_a_change_that_is_refused_leaves_the_old_secret(
    session: Session, old: str, new: str, code: str
) -> None:
    with pytest.raises((Invalid, NotAllowed)) as error:
        own_secret.change_secret(session, old, new)
    assert error.value.code == code
    clerks.unlock(session, "0312", SECRET)


def test_an_old_secret_is_told_and_a_new_one_ends_that(session: Session, clock) -> None:
    assert own_secret.overdue(session) == 0
    clock.pass_(days=91)
    assert own_secret.overdue(session) >= 91
    own_secret.change_secret(session, SECRET, NEW)
    assert own_secret.overdue(session) == 0
    clock.pass_(days=400)
    lock(session, secret_days=0)
    assert own_secret.overdue(session) == 0


def test_nobody_knows_how_old_a_secret_is_that_was_set_before_it_was_noted() -> None:
    assert overdue_days("", date(2030, 1, 1), LockPolicy()) == 0
