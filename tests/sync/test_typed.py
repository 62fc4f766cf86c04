"""The three halls keep the act of what somebody typed, and never the words."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import ClassVar

import msgspec
import pytest
from fix_store import Stores, action, jar_rules
from fix_sync_acts import HALL

from zcdesk.domain.act import START, Act, Body, NewAct, flaw
from zcdesk.domain.typed import Typed, is_token
from zcdesk.store.hall import Acknowledged, Hall
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import PostgresHall

SAID = "李强说他搬家了"


class Labelled(Body, frozen=True, kw_only=True):
    """A jar about which somebody typed something."""

    kind: ClassVar[str] = "jar.labelled"
    said: Typed


NEW = NewAct(subject="jar:a", body=Labelled(said=SAID))


def without_words(act: Act) -> bool:
    raw = act.body or b""
    assert flaw(act) is None
    return SAID.encode() not in raw and is_token(msgspec.json.decode(raw)["said"])


@pytest.mark.parametrize("kind", ["memory", "postgres"])
def test_a_shared_hall(kind: str, stores: Stores, request: pytest.FixtureRequest) -> None:
    stores.rules = jar_rules(Labelled)
    with action(stores.create()) as tx:
        made = tx.append(NEW)
    ground = Ground(HALL)
    with ExitStack() as stack:
        one: Hall = MemoryHall(ground, "s1")
        two: Hall = MemoryHall(ground, "s2")
        if kind == "postgres":
            server = request.getfixturevalue("hall_server")
            logins = (server.add(HALL, name) for name in ("W01", "W02"))
            one, two = (stack.enter_context(closing(PostgresHall(url))) for url in logins)
        assert one.push((made,)) == (Acknowledged(made.origin, 1, made.hash),)
        (placed,) = two.pull(START, 9).acts
    assert placed.act == made
    assert without_words(placed.act)


def test_one_pcs_own_hall(stores: Stores) -> None:
    stores.rules = jar_rules(Labelled)
    with action(stores.create()) as tx:
        made = tx.append(NEW)
        tx.flush()
        (placed,) = tx.hall.pull(START, 9).acts
        assert tx.body(placed.act) == NEW.body
    assert placed.act == made
    assert without_words(placed.act)
