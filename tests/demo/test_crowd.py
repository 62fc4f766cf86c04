"""People of the demo on the screen lay their card once a visit, whatever key came first."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from fix_pages import CARD

from zcdesk.demo.stage import Crowd
from zcdesk.devices.simulated import SimulatedReader
from zcdesk.domain.visit import set_person
from zcdesk.operations import queue


@pytest.fixture
def crowd(qapp, page_session):
    counter = SimpleNamespace(open_visit=None)
    reader = SimulatedReader()
    made = Crowd.__new__(Crowd)
    made._app, made._reader = SimpleNamespace(workplace=SimpleNamespace(counter=counter)), reader
    made._people, made._laid = 0, ""
    made.counter, made.reader = counter, reader
    return made


def test_who_is_served_lays_one_card_also_after_enter_was_pressed(crowd, page_session) -> None:
    crowd.lay_card()
    assert crowd.reader.read() is None
    crowd.counter.open_visit = queue.walk_in(page_session)
    for _ in range(3):
        crowd.lay_card()
    assert crowd.reader.read() is not None
    assert crowd.reader.read() is None


def test_who_is_known_keeps_the_card_in_the_pocket(crowd, page_session) -> None:
    crowd.counter.open_visit = set_person(queue.walk_in(page_session), CARD)
    crowd.lay_card()
    assert crowd.reader.read() is None
