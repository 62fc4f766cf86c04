"""From the visit to its cases: what is stored of each paper, limits, and whose case it is."""

from __future__ import annotations

from datetime import datetime

import msgspec
import pytest
from fix_matters import matter, several
from fix_visit import somebody
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import calendar
from zcdesk.domain import checklist
from zcdesk.domain.case import CaseMaterial, CaseReceived, Fee, FeeState
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import Policy
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.matter import Confidence, Form, Material, Matter, Necessity, Unit
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.visit import (
    Applicant,
    Chosen,
    Visit,
    add_applicants,
    add_matter,
    add_voluntary,
    rows_of,
    set_chosen,
    set_mark,
    set_presenter,
    toggle_common,
)
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.operations import assemble
from zcdesk.operations.assemble import Terms

AT = datetime(2026, 11, 24, 10, 0, tzinfo=HALL_ZONE)
TERMS = Terms(calendar=calendar.load(), policy=Policy(), at=AT)


def visit(*chosen: Matter, people: int = 1) -> Visit:
    seen = Visit(id="v", window="3", started_at="")
    for one in chosen:
        seen = add_matter(seen, one)
    return add_applicants(seen, tuple(somebody(n) for n in range(1, people + 1)))


def only(seen: Visit, terms: Terms = TERMS) -> CaseReceived:
    ((case,),) = (draft.cases for draft in assemble.drafts(seen, terms))
    return case


def paper(seen: Visit, terms: Terms = TERMS) -> CaseMaterial:
    (found,) = only(seen, terms).materials
    return found


# --- limits ---


@pytest.mark.parametrize(
    ("days", "unit", "latest"),
    [
        (10, Unit.WORKING, "2026-12-10"),
        (10, Unit.CALENDAR, "2026-12-07"),  # the tenth day is a Sunday
        (None, Unit.WORKING, ""),
        (0, Unit.WORKING, ""),
    ],
)
def test_the_latest_date_follows_from_the_promise_and_there_is_none_without(
    days: int | None, unit: Unit, latest: str
) -> None:
    case = only(visit(matter("1-1", promised_days=days, promised_unit=unit)))
    assert (case.promised_days, case.unit, case.latest) == (days, unit, latest)


def test_a_limit_past_the_published_calendar_is_provisional() -> None:
    late = Terms(TERMS.calendar, Policy(), datetime(2027, 12, 30, 10, 0, tzinfo=HALL_ZONE))
    assert not only(visit(matter("1-1"))).provisional
    assert only(visit(matter("1-1")), late).provisional


@pytest.mark.req("UX-29")
@pytest.mark.parametrize(
    ("at", "due"),
    [
        ("2026-11-24T11:59:00", "2026-11-24T15:00:00+08:00"),
        ("2026-11-24T12:00:00", "2026-11-25T10:00:00+08:00"),
        ("2026-11-27T16:00:00", "2026-11-30T10:00:00+08:00"),  # over the weekend
    ],
)
def test_the_paper_is_fetched_by_its_slot(at: str, due: str) -> None:
    terms = Terms(TERMS.calendar, Policy(), datetime.fromisoformat(f"{at}+08:00"))
    assert only(visit(matter("1-1")), terms).handover_due == due


def test_a_hall_may_hand_over_at_other_hours() -> None:
    rules = LimitPolicy(morning_due=LimitPolicy().noon)
    terms = Terms(TERMS.calendar, Policy(limits=rules), AT)
    assert only(visit(matter("1-1")), terms).handover_due == "2026-11-24T12:00:00+08:00"


# --- what is stored of a paper ---


@pytest.mark.parametrize("form", list(Form))
def test_a_paper_is_stored_in_the_form_it_was_asked_in(form: Form) -> None:
    found = paper(visit(matter("1-1", Material(name="图", form=form, copies=2))))
    assert (found.form, found.due_count, found.state) == (form, 2, RowState.PENDING)


@pytest.mark.req("UX-20", "R022")
def test_a_shared_paper_is_electronic_until_it_is_asked_for() -> None:
    seen = visit(matter("1-1", Material(name="执照", form=Form.BOTH, shareable=True)))
    assert (paper(seen).form, paper(seen).state) == (Form.ELECTRONIC, RowState.SHARED)
    (row,) = rows_of(seen)
    seen = set_mark(seen, row.key, checklist.demand(row, "共享调取失败"))
    (row,) = rows_of(seen)
    seen = set_mark(seen, row.key, checklist.miss(row, "未带"))
    found = paper(seen)
    assert (found.form, found.demanded, found.demand_reason, found.reason) == (
        Form.BOTH,
        True,
        "共享调取失败",
        "未带",
    )


def test_every_fact_of_a_mark_is_in_the_case() -> None:
    seen = visit(matter("1-1", Material(name="图")))
    (row,) = rows_of(seen)
    mark = checklist.Mark(
        state=RowState.RECEIVED,
        given=1,
        officer="李工",
        answer="可收",
        pages=("sha256:1",),
        note="复印件较淡",
        since="",
    )
    found = paper(set_mark(seen, row.key, mark))
    for field in set(mark.__struct_fields__) & set(found.__struct_fields__):
        assert getattr(found, field) == getattr(mark, field), field


@pytest.mark.req("UX-19")
def test_a_voluntary_paper_goes_with_the_first_case_if_it_was_handed_in() -> None:
    seen = add_voluntary(add_voluntary(visit(matter("1-1"), matter("1-2")), "荣誉证书"), "照片")
    row = next(r for r in rows_of(seen) if r.name == "照片")
    seen = set_mark(seen, row.key, checklist.receive(row))  # taken back
    ((first, second),) = (draft.cases for draft in assemble.drafts(seen, TERMS))
    assert [(m.name, m.voluntary) for m in first.materials] == [("荣誉证书", True)]
    assert second.materials == ()


def test_a_paper_that_serves_all_says_so() -> None:
    seen = visit(matter("1-1", Material(name="介绍信"), Material(name="照片")), people=2)
    seen = toggle_common(seen, rows_of(seen)[0])
    for draft in assemble.drafts(seen, TERMS):
        assert [m.shared_by_all for m in draft.cases[0].materials] == [True, False]


# --- whose case ---


def test_each_applicant_has_the_cases_of_their_own_matters() -> None:
    seen = visit(matter("1-1", Material(name="图")), matter("1-2", Material(name="照片")), people=3)
    one, two, three = seen.applicants
    seen = msgspec.structs.replace(
        seen,
        applicants=(
            one,
            msgspec.structs.replace(two, only=("1-2",)),
            msgspec.structs.replace(three, only=("1-9",)),
        ),
    )
    found = [
        [(c.matter, [m.name for m in c.materials]) for c in draft.cases]
        for draft in assemble.drafts(seen, TERMS)
    ]
    assert found == [
        [("1-1", ["图"]), ("1-2", ["照片"])],
        [("1-2", ["照片"])],
        [],
    ]


def test_who_came_form_and_address_are_particulars_and_not_in_the_case() -> None:
    seen = set_presenter(visit(matter("1-1", fields=("place_area",))), somebody(9), Agency.AGENT)
    seen = msgspec.structs.replace(seen, form={"place_area": "35"}, post_address="示例路 1 号")
    (draft,) = assemble.drafts(seen, TERMS)
    assert draft.particulars.presenter == somebody(9)
    assert draft.particulars.form["place_area"] == "35"
    assert draft.particulars.address == ""  # the result is fetched at the window
    posted = msgspec.structs.replace(
        seen, delivery=msgspec.structs.replace(seen.delivery, by_post=True)
    )
    (draft,) = assemble.drafts(posted, TERMS)
    assert draft.particulars.address == "示例路 1 号"
    stored = msgspec.json.encode(draft.cases[0]).decode()
    for value in (
        somebody(1).name,
        somebody(9).name,
        somebody(9).id_number,
        "示例路",
        "13800000000",
    ):
        assert value not in stored


def test_oneself_has_no_presenter() -> None:
    (draft,) = assemble.drafts(visit(matter("1-1")), TERMS)
    assert draft.particulars.presenter is None
    assert draft.cases[0].agency is Agency.SELF


@pytest.mark.parametrize("trust", list(Trust))
def test_a_typed_number_is_marked(trust: Trust) -> None:
    seen = visit(matter("1-1"))
    who = msgspec.structs.replace(seen.applicant, person=Person(name="王", trust=trust))
    case = only(msgspec.structs.replace(seen, applicants=(who,)))
    assert case.manual_identity is (trust is Trust.MANUAL)


def test_a_fee_is_kept_only_where_the_matter_has_one() -> None:
    due = Fee(state=FeeState.DUE, code="JKM-1")
    for fee, state in (("工本费", FeeState.DUE), ("", FeeState.NONE)):
        one = matter("1-1", fee=fee)
        assert only(set_chosen(visit(one), Chosen(matter=one, fee=due))).fee.state is state


def test_version_sample_and_reason_without_a_list_are_kept() -> None:
    one = matter("1-1", version=4, confidence=Confidence.CONFIRMED)
    case = only(set_chosen(visit(one), Chosen(matter=one, no_list_reason="部门电话确认")))
    assert (case.matter_version, case.sample, case.no_list_reason) == (4, False, "部门电话确认")


def test_insisting_marks_only_the_cases_that_lack_something() -> None:
    insisting = Terms(TERMS.calendar, Policy(), AT, insisted=True)
    lacking = matter("1-1", Material(name="图"))
    none = matter("1-2", Material(name="委托书", necessity=Necessity.CONDITIONAL))
    seen = visit(lacking, none)
    row = rows_of(seen)[1]
    seen = set_mark(seen, row.key, checklist.exempt(row, "本人办理"))
    ((first, second),) = (draft.cases for draft in assemble.drafts(seen, insisting))
    assert (first.insisted, second.insisted) == (True, False)


@given(several(), st.integers(1, 3))
def test_every_row_of_an_applicant_is_in_each_case_that_wants_it(
    chosen: tuple[Matter, ...], people: int
) -> None:
    seen = visit(*chosen, people=people)
    found = assemble.drafts(seen, TERMS)
    assert len(found) == people
    for draft in found:
        rows = rows_of(seen, draft.applicant)
        assert len(draft.cases) == len(chosen)
        for number, case in enumerate(draft.cases, 1):
            assert [m.key for m in case.materials] == [
                row.key for row in rows if number in row.line.used_by
            ]
            assert case.number == case.receipt == ""  # numbers are the store's to give


def test_an_applicant_of_nothing_has_no_case() -> None:
    (draft,) = assemble.drafts(Visit(id="v", window="3", started_at=""), TERMS)
    assert (draft.cases, draft.applicant) == ((), Applicant(id="1"))
