"""Every kind and state of a message has its word, the same on every page."""

from __future__ import annotations

import pytest

from zcdesk.domain.message import MessageKind, MessageState
from zcdesk.operations.told import Told
from zcdesk.ui.cases import words as of_case
from zcdesk.ui.exchange.told import why_words
from zcdesk.ui.message_words import message_chip, message_word


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
    (fact,) = of_case.told((message(kind, state),))
    assert fact.cells[:2] == (message_chip(state).word, message_word(kind))
    assert all(fact.cells)


def test_what_went_wrong_is_said_until_it_arrives() -> None:
    assert why_words(message(MessageKind.ACCEPTED, MessageState.FAILED, "MSG-06"))
    assert not why_words(message(MessageKind.ACCEPTED, MessageState.SENT, "MSG-06"))
