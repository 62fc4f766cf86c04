"""Secrets: argon2id, counted failures, a lock that ends by itself or by a supervisor."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fix_store import AT, Stores, action

from zcdesk.store import verifiers
from zcdesk.store.store import Store
from zcdesk.store.verifiers import LockOut

RULE = LockOut(failures=3, minutes=10)


def attempt(store: Store, secret: str, minutes: float = 0) -> tuple[int, bool]:
    at = AT + timedelta(minutes=minutes)
    with action(store, at) as tx:
        found = verifiers.check(tx, "0312", secret, RULE)
    assert found is not None
    assert (found.signer is None) == bool(found.verifier.failures)
    return found.verifier.failures, found.verifier.is_locked(at)


def test_a_right_secret_is_right_after_a_restart(jars: Store, stores: Stores) -> None:
    with action(jars) as tx:
        assert tx.set_secret("0312", "红豆生南国") == 1
    store = stores.open()
    assert attempt(store, "红豆生南国") == (0, False)
    assert attempt(store, "红豆生北国") == (1, False)
    assert attempt(store, "红豆生南国") == (0, False)
    with action(store) as tx:
        assert verifiers.check(tx, "9999", "x", RULE) is None
        assert tx.set_secret("0312", "另一个口令") == 2
    assert attempt(store, "红豆生南国") == (1, False)
    stored = store.handle.raw.execute("SELECT hash FROM verifier").fetchone()[0]
    assert stored.startswith("$argon2id-ed25519$")


def test_a_verifier_from_before_keys_is_renewed_at_the_next_login(jars: Store) -> None:
    import argon2

    old = verifiers.Verifier("0312", argon2.PasswordHasher(time_cost=1).hash("right-one"), 4)
    with action(jars) as tx:
        verifiers.replace(tx, [old])
    assert attempt(jars, "wrong-one") == (1, False)
    assert attempt(jars, "right-one") == (0, False)
    with jars.reading() as reader:
        (now,) = verifiers.all_of(reader)
    assert now.version == 5
    assert verifiers.public_key(now.hash)
    assert attempt(jars, "right-one") == (0, False)


def test_three_wrong_ones_lock_for_ten_minutes(jars: Store) -> None:
    with action(jars) as tx:
        tx.set_secret("0312", "right-one")
    assert [attempt(jars, "wrong") for _ in range(3)] == [(1, False), (2, False), (3, True)]
    assert attempt(jars, "right-one", 9) == (3, True)
    assert attempt(jars, "wrong", 10.1) == (1, False)
    assert attempt(jars, "right-one", 10.2) == (0, False)


@pytest.mark.parametrize("how", ["unlock", "new secret"])
def test_a_supervisor_takes_the_lock_away(jars: Store, how: str) -> None:
    with action(jars) as tx:
        tx.set_secret("0312", "right-one")
    for _ in range(3):
        attempt(jars, "wrong")
    with action(jars) as tx:
        if how == "unlock":
            verifiers.unlock(tx, "0312")
        else:
            tx.set_secret("0312", "right-one")
    assert attempt(jars, "right-one", 1) == (0, False)
