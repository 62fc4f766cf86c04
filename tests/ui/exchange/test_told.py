"""Every kind and state of a message has its word wherever messages are shown."""

from __future__ import annotations

import pytest

from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.operations.told import Told
from zcdesk.ui.cases import words as of_case
from zcdesk.ui.exchange import told as of_exchange
from zcdesk.ui.supplements import words as of_supplements


def message(kind: MessageKind, state: MessageState, why: str = "") -> Told:
    return Told(
        id="m",
        kind=kind,
        number="320213-26-WBH-00001-H",
        state=state,
        at="2026-11-24T09:00:00.000+08:00",
        changed_at="",
        text="",
        phone="138****6620",
        attempts=1,
        why=why,
    )


@pytest.mark.parametrize("state", MessageState)
@pytest.mark.parametrize("kind", MessageKind)
def test_each_has_its_word(kind: MessageKind, state: MessageState) -> None:
    one = message(kind, state)
    assert of_exchange.kind_word(one)
    assert of_exchange.state_chip(one).word
    (fact,) = of_case.told((one,))
    assert all(fact.cells)
    assert state in of_supplements._SENT


def test_what_went_wrong_is_said_until_it_arrives() -> None:
    failed = message(MessageKind.ACCEPTED, MessageState.FAILED, "MSG-06")
    assert of_exchange.why_words(failed)
    assert not of_exchange.why_words(message(MessageKind.ACCEPTED, MessageState.SENT, "MSG-06"))
