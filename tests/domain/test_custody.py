"""Custody: after whatever happened, every bundle of paper is in exactly one hand."""

from __future__ import annotations

import msgspec
from fix_case_acts import SAMPLES, TAKEN, case_in, material, step
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import case_ends as end
from zcdesk.domain import custody
from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.case_acts import CaseAct
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import WAYS, Bundle, Content, Hand
from zcdesk.domain.hall import Role

ACTS = st.builds(
    lambda body, role: msgspec.structs.replace(body, role=role),
    st.sampled_from(sorted(SAMPLES.values(), key=lambda b: b.kind)),
    st.sampled_from(Role),
)


ROW = {True: RowState.RECEIVED, False: RowState.MISSING}


def hands(case: Case) -> list[tuple[int, Hand]]:
    return [(b.no, b.hand) for b in case.bundles]


@given(st.sampled_from(CaseState), st.lists(ACTS, max_size=25), st.data())
def test_at_any_time_every_bundle_is_in_exactly_one_hand(
    state: CaseState, acts: list[CaseAct], data: st.DataObject
) -> None:
    case = case_in(state)
    for body in acts:
        if isinstance(body, end.CasePapersReturned | end.CasePapersArrived):
            numbers = data.draw(st.sets(st.integers(1, 4), min_size=1))
            body = msgspec.structs.replace(body, bundles=tuple(sorted(numbers)))
        if isinstance(body, end.CaseAmended):
            given = data.draw(st.lists(st.booleans(), min_size=2, max_size=2))
            rows = zip(TAKEN.materials, given, strict=True)
            listed = tuple(material(m.key, ROW[is_in]) for m, is_in in rows)
            body = msgspec.structs.replace(body, materials=listed)
        before, case = case, step(case, body)
        assert [b.no for b in case.bundles] == list(range(1, len(case.bundles) + 1))
        was = dict(hands(before))
        for number, hand in hands(case):
            if number in was and was[number] is not hand:
                assert hand in WAYS[was[number]]
        assert len(case.bundles) >= len(before.bundles)
        held_by_us = custody.in_house(case.bundles)
        assert all(b.holder and b.items for b in held_by_us)


def test_the_paper_of_a_whole_life() -> None:
    case = case_in(CaseState.ARCHIVED)
    assert [(b.content, b.hand) for b in case.bundles] == [
        (Content.MATERIALS, Hand.ARCHIVE),
        (Content.RESULT, Hand.APPLICANT),
        (Content.COLLECTED, Hand.ARCHIVE),
        (Content.RECEIPT, Hand.ARCHIVE),
    ]


def test_what_the_post_brings_back_lies_at_the_counter_again() -> None:
    case = case_in(CaseState.POSTED)
    assert case.bundles[1].hand is Hand.POST
    case = step(case, SAMPLES[end.CasePostReturned])
    assert (case.state, case.bundles[1].hand) == (CaseState.SHELVED, Hand.COUNTER)


def test_originals_go_back_once() -> None:
    case = step(step(None, TAKEN), SAMPLES[end.CaseWithdrawn])
    back = step(case, SAMPLES[end.CasePapersReturned])
    assert back.bundles[0].hand is Hand.APPLICANT
    again = step(back, SAMPLES[end.CasePapersReturned])
    assert [r.code for r in again.refused] == ["CUS-01"]


def test_returned_by_post_they_arrive_or_come_back() -> None:
    case = step(step(None, TAKEN), SAMPLES[end.CaseWithdrawn])
    sent = msgspec.structs.replace(SAMPLES[end.CasePapersReturned], waybill="EMS9")
    case = step(case, sent)
    assert case.bundles[0].hand is Hand.POST
    arrived = step(case, SAMPLES[end.CasePapersArrived])
    assert arrived.bundles[0].hand is Hand.APPLICANT
    home = step(case, msgspec.structs.replace(SAMPLES[end.CasePapersArrived], window="3"))
    assert (home.bundles[0].hand, home.bundles[0].holder) == (Hand.WINDOW, "3")


def test_a_bundle_moves_only_along_the_ways() -> None:
    bundles = custody.add((), Content.MATERIALS, Hand.ARCHIVE, "档案室", ("申请表",), "t")
    assert custody.move(bundles, bundles, Hand.WINDOW, "3", "t2") == bundles
    assert custody.add((), Content.RESULT, Hand.COUNTER, "9", (), "t") == ()
    assert custody.held(bundles, {Hand.ARCHIVE}, {Content.RESULT}) == ()
    assert isinstance(bundles[0], Bundle)
