"""Each unmet condition has its code and its place; a visit without any can be received."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist
from zcdesk.domain.case import Delivery
from zcdesk.domain.identity import with_check_digit, with_uscc_check
from zcdesk.domain.matter import Form, Material, Matter, Necessity, WindowCategory
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.readiness import (
    Blocker,
    Place,
    blockers,
    identity_blockers,
    kind_of,
    person_faults,
)
from zcdesk.domain.visit import (
    Applicant,
    Chosen,
    Visit,
    rows_of,
    select,
    set_mark,
    sign_promises,
    toggle_common,
)

TODAY = date(2026, 11, 24)
GOOD = Person(
    name="王桂兰",
    id_kind="resident",
    id_number=with_check_digit("32021319580412452"),
    phone="13861236620",
)
CLERK = Person(name="陈立", id_number=with_check_digit("32021319900101001"), phone="13900001234")
WRONG_DIGIT = msgspec.structs.replace(GOOD, id_number="320213195804124520")
MATTER = Matter(
    key="1-3",
    code="3201",
    name="出版物零售业务经营许可",
    department="区行政审批局",
    categories=(WindowCategory.SOCIAL,),
    materials=(
        Material(name="申请登记表"),
        Material(name="经营场所使用权证明", form=Form.BOTH),
        Material(name="授权委托书", necessity=Necessity.DEFERRABLE, deferral_days=5),
    ),
)


def make(*persons: Person, matters: tuple[Matter, ...] = (MATTER,), **changes: object) -> Visit:
    applicants = tuple(Applicant(id=str(n), person=p) for n, p in enumerate(persons or (GOOD,), 1))
    return Visit(
        id="v",
        window="3",
        started_at="2026-11-24T10:00:00+08:00",
        applicants=applicants,
        matters=tuple(Chosen(matter=m) for m in matters),
        **{"phone_required": True, **changes},
    )


def settled(visit: Visit) -> Visit:
    """Take every paper of every applicant, originals seen."""
    for index, applicant in enumerate(visit.applicants):
        visit = select(visit, index)
        for row in rows_of(visit, applicant):
            compared = row.line.material.compares_original
            mark = checklist.compare(row) if compared else checklist.receive(row)
            visit = set_mark(visit, row.key, mark)
    return select(visit, 0)


def codes(visit: Visit) -> list[str]:
    return [blocker.code for blocker in blockers(visit, TODAY)]


def only(visit: Visit) -> Blocker:
    (found,) = blockers(visit, TODAY)
    return found


@pytest.mark.req("R128", "UX-23")
def test_a_settled_visit_has_nothing_in_its_way() -> None:
    assert blockers(settled(make()), TODAY) == ()


@pytest.mark.req("UX-23")
def test_an_empty_visit_lacks_matter_and_applicant() -> None:
    found = blockers(make(Person(), matters=()), TODAY)
    assert [(b.code, b.place) for b in found] == [
        ("MAT-04", Place.MATTER),
        ("IDC-24", Place.APPLICANT),
    ]


@pytest.mark.req("R128", "UX-23")
def test_each_open_row_says_what_is_open() -> None:
    visit = make()
    first, second, third = rows_of(visit)
    visit = set_mark(visit, second.key, checklist.receive(second))
    visit = set_mark(visit, third.key, checklist.miss(third, "未带"))
    found = blockers(visit, TODAY)
    assert [(b.code, b.row_no) for b in found] == [("CHK-21", 1), ("CHK-01", 2), ("CHK-22", 3)]
    assert found[1].fields == {"i": 2, "name": "经营场所使用权证明"}
    assert {b.place for b in found} == {Place.ROW}
    assert first.no == 1


@pytest.mark.req("UX-22")
def test_a_promise_blocks_until_signed_and_when_its_day_is_past() -> None:
    visit = settled(make())
    row = rows_of(visit)[2]
    promised = set_mark(visit, row.key, checklist.defer(row, "2026-12-01"))
    assert (only(promised).code, only(promised).fields) == ("DEF-03", {"n": 1})
    assert codes(sign_promises(promised, "paper")) == []
    late = set_mark(visit, row.key, checklist.defer(row, "2026-11-23"))
    assert codes(sign_promises(late, "paper")) == ["DEF-05"]


@pytest.mark.req("R129")
def test_a_row_put_to_the_department_waits_for_its_answer() -> None:
    visit = settled(make())
    row = rows_of(visit)[0]
    visit = set_mark(visit, row.key, checklist.ask(row))
    assert codes(visit) == ["CHK-23"]
    row = rows_of(visit)[0]
    mark = checklist.answer(row, officer="李工", may_receive=True, words="可收")
    assert codes(set_mark(visit, row.key, mark)) == []


def test_a_matter_without_a_list_needs_a_reason() -> None:
    bare = msgspec.structs.replace(MATTER, materials=())
    visit = make(matters=(bare,))
    assert (only(visit).code, only(visit).fields) == ("MAT-05", {"name": MATTER.name})
    reason = Chosen(matter=bare, no_list_reason="部门电话确认，收申请书一份")
    assert codes(msgspec.structs.replace(visit, matters=(reason,))) == []


@pytest.mark.req("R128")
@pytest.mark.parametrize(
    ("changes", "code", "values"),
    [
        ({"id_number": WRONG_DIGIT.id_number}, "IDC-03", {}),
        ({"id_number": "32021319580412"}, "IDC-04", {"n": 14}),
        ({"id_number": "32O213195804124521"}, "IDC-08", {"i": 3, "char": "O"}),
        ({"phone": ""}, "IDC-25", {}),
        ({"phone": "138612366"}, "IDC-17", {"n": 9, "need": 11}),
        ({"name": ""}, "IDC-24", {}),
        ({"name": "甲" * 61}, "IDC-21", {"n": 61, "most": 60}),
    ],
)
def test_what_is_wrong_with_the_applicant(
    changes: dict[str, str], code: str, values: dict[str, object]
) -> None:
    visit = settled(make(msgspec.structs.replace(GOOD, **changes)))
    blocker = only(visit)
    assert (blocker.code, blocker.place, blocker.fields) == (code, Place.APPLICANT, values)


def test_a_failed_check_digit_passes_with_a_reason_or_from_the_card() -> None:
    assert codes(settled(make(WRONG_DIGIT))) == ["IDC-03"]
    for changes in ({"override": "户口簿同号"}, {"trust": Trust.CARD}):
        assert codes(settled(make(msgspec.structs.replace(WRONG_DIGIT, **changes)))) == []


def test_a_reason_does_not_excuse_a_number_that_cannot_be() -> None:
    short = msgspec.structs.replace(GOOD, id_number="3202131958041", override="户口簿同号")
    assert codes(settled(make(short))) == ["IDC-04"]


def test_a_unit_is_judged_by_its_credit_code() -> None:
    code = with_uscc_check("91320213MA1A2B3C")
    unit = Person(name="示例供水有限公司", id_number=code, phone="0510-82830000", is_unit=True)
    assert codes(settled(make(unit))) == []
    wrong = msgspec.structs.replace(unit, id_number=code[:-1] + ("0" if code[-1] != "0" else "1"))
    assert codes(settled(make(wrong))) == ["IDC-14"]


@pytest.mark.req("R128", "R052")
def test_an_agent_is_identified_and_authorised() -> None:
    visit = settled(make(agency=Agency.AGENT))
    assert codes(visit) == ["AGT-02", "AGT-01"]
    visit = msgspec.structs.replace(visit, presenter=CLERK)
    assert codes(visit) == ["AGT-01"]
    assert codes(msgspec.structs.replace(visit, authority=True)) == []


def test_the_agents_phone_serves_for_those_who_stayed_away() -> None:
    silent = msgspec.structs.replace(GOOD, phone="")
    visit = settled(make(silent, agency=Agency.AGENT, presenter=CLERK, authority=True))
    assert codes(visit) == []
    mute = msgspec.structs.replace(visit, presenter=msgspec.structs.replace(CLERK, phone=""))
    assert codes(mute) == ["IDC-25", "IDC-25"]


def test_a_hall_may_do_without_a_phone() -> None:
    silent = msgspec.structs.replace(GOOD, phone="")
    assert codes(settled(make(silent, phone_required=False))) == []


def test_several_applicants_need_somebody_who_presents() -> None:
    other = msgspec.structs.replace(GOOD, id_number=with_check_digit("32021319700101001"))
    visit = settled(make(GOOD, other))
    assert (only(visit).code, only(visit).place) == ("AGT-03", Place.AGENCY)
    assert only(visit).fields == {"n": 2}


def test_each_applicant_of_a_batch_is_told_apart_and_a_shared_paper_told_once() -> None:
    other = msgspec.structs.replace(GOOD, id_number=with_check_digit("32021319700101001"))
    visit = make(GOOD, other, agency=Agency.UNIT_CLERK, presenter=CLERK, authority=True)
    found = blockers(visit, TODAY)
    assert [(b.applicant_index, b.row_no) for b in found] == [
        (0, 1), (0, 2), (0, 3), (1, 1), (1, 2), (1, 3)
    ]  # fmt: skip
    shared = toggle_common(visit, rows_of(visit)[0])
    found = blockers(shared, TODAY)
    assert [(b.applicant_index, b.row_no) for b in found] == [
        (0, 1), (0, 2), (0, 3), (1, 2), (1, 3)
    ]  # fmt: skip


def test_the_form_asks_only_what_no_panel_asked() -> None:
    asking = msgspec.structs.replace(MATTER, fields=("place_address", "place_area"))
    assert codes(settled(make(matters=(asking,)))) == []  # where the hall asks for no more
    visit = settled(make(matters=(asking,), form_required=True))
    assert (only(visit).code, only(visit).place) == ("FRM-01", Place.FORM)
    assert only(visit).fields["n"] == 2
    filled = {"place_address": "梁溪区示例路 1 号", "place_area": "35"}
    assert codes(msgspec.structs.replace(visit, form=filled)) == []


def test_post_needs_an_address() -> None:
    visit = settled(make(delivery=Delivery(by_post=True)))
    assert only(visit).code == "DLV-01"
    assert codes(msgspec.structs.replace(visit, post_address="梁溪区示例路 1 号")) == []


@given(st.lists(st.sampled_from("rcmwx-"), min_size=3, max_size=3), st.booleans())
def test_nothing_blocks_exactly_when_every_row_is_settled(acts: list[str], signed: bool) -> None:
    visit = make()
    for row, act in zip(rows_of(visit), acts, strict=True):
        mark = {
            "r": lambda row: checklist.receive(row),
            "c": lambda row: checklist.compare(row) if row.compares else row.mark,
            "m": lambda row: checklist.miss(row, "未带"),
            "w": lambda row: checklist.reject(row, "未盖章"),
            "x": lambda row: checklist.defer(row, "2026-12-01") if row.can_defer else row.mark,
            "-": lambda row: row.mark,
        }[act](row)
        visit = set_mark(visit, row.key, mark)
    if signed:
        visit = sign_promises(visit, "paper")
    rows = rows_of(visit)
    unsigned = any(r.mark.state is checklist.RowState.DEFERRED for r in rows) and not signed
    assert (not blockers(visit, TODAY)) == (not checklist.open_rows(rows) and not unsigned)


def test_kind_is_guessed_only_when_nobody_chose() -> None:
    assert kind_of(Person(id_number="E12345678")) == "passport-cn"
    assert kind_of(Person(id_kind="passport-foreign", id_number="E12345678")) == (
        "passport-foreign"
    )
    assert kind_of(Person()) == "resident"
    assert person_faults(GOOD, TODAY) == ()


@pytest.mark.req("R129")
def test_who_insists_may_lack_papers_but_not_a_name() -> None:
    visit = make(msgspec.structs.replace(GOOD, phone=""))
    assert [b.code for b in identity_blockers(visit, TODAY)] == ["IDC-25"]
    assert identity_blockers(make(), TODAY) == ()
    nobody = make(Person(), matters=(), agency=Agency.AGENT)
    assert [b.code for b in identity_blockers(nobody, TODAY)] == [
        "MAT-04", "IDC-24", "AGT-02", "AGT-01"
    ]  # fmt: skip
