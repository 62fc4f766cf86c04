"""The halls that are held to one contract: in memory, the tables of a one-PC hall, the server."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

import pytest
from fix_postgres import HallServer
from fix_store import Filled, Stores, action
from fix_sync_acts import HALL, acts

from zcdesk.domain.act import Act, NewAct
from zcdesk.store.hall import (
    Hall,
)
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import PostgresHall


@dataclass
class Halls:
    """One station's hall, and a second station's where the kind of hall has one."""

    one: Hall
    two: Hall
    fill: Callable[[int], Sequence[Act]]


@contextmanager
def opened(kind: str, request: pytest.FixtureRequest) -> Iterator[Halls]:
    """Open a hall of one kind."""

    def fill(count: int) -> Sequence[Act]:
        made = acts(count)
        one.push(made)
        return made

    with ExitStack() as stack:
        if kind == "local":
            stores: Stores = request.getfixturevalue("stores")
            tx = stack.enter_context(action(stores.create()))
            new = NewAct(subject="jar:a", body=Filled(amount=1))
            yield Halls(tx.hall, tx.hall, lambda count: [tx.append(new) for _ in range(count)])
            return
        if kind == "memory":
            ground = Ground(HALL)
            one: Hall = MemoryHall(ground, "s1")
            two: Hall = MemoryHall(ground, "s2")
        else:
            server: HallServer = request.getfixturevalue("hall_server")
            one, two = (
                stack.enter_context(closing(PostgresHall(server.add(HALL, name))))
                for name in ("W01", "W02")
            )
        yield Halls(one, two, fill)


@pytest.fixture(params=["memory", "local", "postgres"])
def halls(request: pytest.FixtureRequest) -> Iterator[Halls]:
    with opened(request.param, request) as made:
        yield made


@pytest.fixture(params=["memory", "postgres"])
def pair(request: pytest.FixtureRequest) -> Iterator[tuple[Hall, Hall]]:
    """Two stations of one hall; a one-PC hall has none."""
    with opened(request.param, request) as made:
        yield made.one, made.two
