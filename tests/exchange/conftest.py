"""Simulated far sides on real sockets, closed after each test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest


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
