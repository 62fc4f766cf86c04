"""A call that waits for the net lane ends the round under way with its batch."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fix_postgres import HallServer

from zcdesk.bench.shared import catch_up
from zcdesk.bench.shared.ground import HALL, Server
from zcdesk.sync import admin
from zcdesk.sync.link import Link
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.round import PULLED


@pytest.fixture
def server(hall_server: HallServer) -> Server:
    admin.add_hall(hall_server.url, HALL, first_code=0)
    return Server(hall_server.url)


def test_a_call_ends_a_round_with_its_batch_and_the_rest_comes_after(
    server: Server, tmp_path: Path
) -> None:
    catch_up.fill(server, 4 * PULLED)
    copy = catch_up.joined(tmp_path, "late")
    hurried: list[int] = []

    def in_store(work: Callable[[], Any]) -> Any:
        if copy.position.number == PULLED and not hurried:
            hurried.append(1)
            link.hurry()  # F2, while the second batch is on its way
        return work()

    with closing(copy.store), closing(PostgresHall(server.station("late"))) as hall:
        link = Link(
            copy,
            lambda: hall,
            in_store,
            lambda _: None,
            lambda: 0,
            clock=lambda: time.monotonic() / 100,
        )
        news = link.round()
        assert PULLED <= news.position < 4 * PULLED
        assert (news.wait, news.is_online, news.end) == (0.0, True, 4 * PULLED)
        assert link.fetch()
        assert link.round().position == 4 * PULLED
