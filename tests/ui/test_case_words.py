"""Each state of a case and of a limit is icon, word and colour; the words are the field's."""

from __future__ import annotations

from zcdesk.domain.case import STATE_TEXT, CaseState
from zcdesk.domain.deadlines import LimitKind, LimitState
from zcdesk.ui.case_words import LIMIT_KINDS, case_chip, limit_chip


def test_a_case_is_called_on_screen_what_it_is_called_on_paper() -> None:
    assert {state: case_chip(state).word for state in CaseState} == dict(STATE_TEXT)


def test_no_two_states_of_a_limit_look_alike() -> None:
    chips = [limit_chip(state) for state in LimitState]
    assert len({chip.icon for chip in chips}) == len({chip.word for chip in chips}) == len(chips)


def test_every_limit_has_its_word() -> None:
    assert set(LIMIT_KINDS) == {kind.value for kind in LimitKind}
