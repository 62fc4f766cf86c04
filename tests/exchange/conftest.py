"""Simulated far sides on real sockets, closed after each test, and how long they are waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from zcdesk.exchange.simulators.serve import Fault


@pytest.fixture
def closing() -> Iterator[Callable[[Any], Any]]:
    """Close what is handed over once the test is done: a `Simulated`, or who holds one."""
    held: list[Any] = []

    def hold(one: Any) -> Any:
        held.append(getattr(one, "served", one))
        return one

    yield hold
    for one in held:
        one.close()


@pytest.fixture
def seconds() -> Callable[[Fault], float]:
    """Return how long an answer is waited for: short where none is to come, else for ever."""
    return lambda fault: 0.4 if fault in (Fault.SLOW, Fault.DRIP) else 60.0
