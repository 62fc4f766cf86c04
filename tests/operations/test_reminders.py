"""Reminders: what is due soon is recalled once, by the hall's days."""

from __future__ import annotations

import pytest
from fix_visit import settle, visiting

from zcdesk.domain.message import MessageKind
from zcdesk.exchange import templates
from zcdesk.operations import intake, messages, reminders


@pytest.mark.req("R035")
def test_a_promised_paper_is_recalled_once_before_its_day(session, clock) -> None:
    intake.receive(session, settle(visiting(session, "1-1")))  # promised for 2026-12-01
    clock.pass_(days=4)
    assert reminders.remind(session) == 0
    clock.pass_(days=1)
    assert reminders.remind(session) == 1
    assert reminders.remind(session) == 0
    (out,) = messages.take_due(session, templates.load())
    assert "水质检验报告" in out.text
    assert "2026-12-01" in out.text
    with session.reading() as store:
        (subject,) = {m.subject for m in _all(store)}
    (told,) = messages.of_case(session, subject.removeprefix("case:"))
    assert told.kind is MessageKind.DEFERRAL_DUE
    clock.pass_(days=3)
    assert reminders.remind(session) == 0


def _all(store):
    from zcdesk.domain.message import MessageState
    from zcdesk.store import messages as kept

    return kept.in_state(store, MessageState.SENDING)
