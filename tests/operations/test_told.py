"""一次性告知, 坚持递交 and the way back: nobody is told half, nobody is sent away."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_visit import settle, somebody, visiting

from zcdesk.domain import checklist
from zcdesk.domain.case import Case
from zcdesk.domain.checklist import RowState
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import Ticket
from zcdesk.domain.visit import (
    Visit,
    add_applicants,
    add_matter,
    add_voluntary,
    rows_of,
    select,
    set_mark,
    set_presenter,
)
from zcdesk.errors import Invalid, NotAllowed, UserError
from zcdesk.operations import catalogue, drafts, intake, queue


def mark(visit: Visit, name: str, act) -> Visit:
    row = next(r for r in rows_of(visit) if r.name == name)
    return set_mark(visit, row.key, act(row))


def missing(row: checklist.Row) -> checklist.Mark:
    return checklist.miss(row, "未带")


def batch(session, people: int) -> Visit:
    visit = add_matter(queue.walk_in(session), catalogue.matter(session, "1-2"))
    visit = add_applicants(visit, tuple(somebody(n) for n in range(1, people + 1)))
    visit = msgspec.structs.replace(
        set_presenter(visit, somebody(99), Agency.UNIT_CLERK), authority=True
    )
    for index in range(people):
        visit = settle(select(visit, index))
    return select(visit, 0)


def cases(session) -> list[Case]:
    with session.reading() as store:
        return [case for _, case in store.states(Case)]


# --- 一次性告知 ---


def test_each_applicant_of_a_batch_is_told_their_own_and_one_code_brings_all_back(session) -> None:
    visit = batch(session, 4)
    for index, name in ((1, "居民身份证"), (3, "经营场所使用权证明")):
        visit = mark(select(visit, index), name, missing)
    told = intake.notify(session, visit)
    assert [t.paper.party.name for t in told.prints] == [somebody(2).name, somebody(4).name]
    assert [[line.name for line in t.paper.lacks] for t in told.prints] == [
        ["居民身份证"],
        ["经营场所使用权证明"],
    ]
    assert {t.paper.come_back_code for t in told.prints} == {told.code}
    assert len({t.number for t in told.prints}) == 2
    with session.reading() as store:
        assert store.state(f"sitting:{visit.id}", Sitting).notices == tuple(
            t.number for t in told.prints
        )
    assert intake.come_back(session, told.code).applicants == visit.applicants


@pytest.mark.req("R128")
def test_nobody_is_told_before_every_paper_of_everybody_was_looked_at(session) -> None:
    visit = mark(batch(session, 2), "居民身份证", missing)
    unseen = mark(select(visit, 1), "申请表", lambda _: checklist.Mark())
    with pytest.raises(NotAllowed) as refused:
        intake.notify(session, unseen)
    assert (refused.value.code, refused.value.fields) == ("CHK-24", {"n": 1})
    asked = mark(unseen, "申请表", checklist.ask)  # nobody waits for the department's answer
    assert len(intake.notify(session, asked).prints) == 1


def test_a_voluntary_paper_is_never_asked_for(session) -> None:
    visit = add_voluntary(settle(visiting(session, "1-2")), "荣誉证书")
    visit = mark(visit, "荣誉证书", missing)
    with pytest.raises(NotAllowed) as refused:
        intake.notify(session, visit)
    assert refused.value.code == "CHK-16"


def test_a_notice_has_a_name(session) -> None:
    visit = mark(settle(visiting(session, "1-2", person=Person())), "居民身份证", missing)
    with pytest.raises(NotAllowed) as refused:
        intake.notify(session, visit)
    assert refused.value.code == "IDC-24"
    assert intake.reopen(session) is not None


@pytest.mark.req("UX-26")
def test_a_visit_that_comes_back_keeps_its_list_and_says_there_is_a_newer_one(
    session, clock
) -> None:
    visit = mark(settle(visiting(session, "1-2")), "居民身份证", missing)
    told = intake.notify(session, visit)
    clock.pass_(days=2)
    changed = msgspec.structs.replace(catalogue.matter(session, "1-2"), materials=())
    publish(session.as_clerk("0001"), changed)
    back = intake.come_back(session, f" {told.code[:3]}-{told.code[3:]} ".lower())
    assert [(c.matter.version, c.newer) for c in back.matters] == [(1, 2)]
    assert rows_of(back) == rows_of(visit)
    done = intake.receive(session, mark(back, "居民身份证", checklist.compare))
    (case,) = cases(session)
    assert (case.intake.matter_version, case.intake.receipt) == (1, done.receipts[0])


def test_who_comes_back_is_served_at_any_window_in_the_same_sitting(session) -> None:
    visit = mark(settle(visiting(session, "1-2")), "居民身份证", missing)
    told = intake.notify(session, visit)
    fifth = session.at_window("5")
    back = intake.come_back(fifth, told.code)
    assert (back.id, back.window) == (visit.id, "5")
    with session.reading() as store:
        ticket = store.state(f"ticket:{back.ticket.id}", Ticket)
        assert (ticket.sitting, ticket.window, ticket.status.value) == (visit.id, "5", "serving")
        assert [v.id for v in drafts.all_of(store, "5", drafts.OPEN)] == [visit.id]
    with pytest.raises(UserError) as refused:
        intake.come_back(session, told.code)
    assert refused.value.code == "QUE-13"
    assert intake.receive(fifth, settle(mark(back, "居民身份证", checklist.compare)))


@pytest.mark.parametrize("code", ["", "K7Q2M4", "没有"])
def test_a_code_nobody_was_given(session, code: str) -> None:
    with pytest.raises(UserError) as refused:
        intake.come_back(session, code)
    assert refused.value.code == "QUE-13"


# --- 坚持递交 ---


@pytest.mark.req("R129", "R139")
def test_who_insists_gets_a_voucher_that_names_what_is_not_there(session) -> None:
    visit = mark(settle(visiting(session, "1-2")), "居民身份证", checklist.receive)
    visit = mark(visit, "经营场所使用权证明", lambda row: checklist.reject(row, "已过期"))
    done = intake.insist(session, visit)
    (task,) = done.prints
    assert task.kind is PaperKind.VOUCHER
    assert [(x.name, x.problem, x.reason) for x in task.paper.lacks] == [
        ("居民身份证", "缺", "未提交"),
        ("经营场所使用权证明", "不符", "已过期"),
    ]
    assert done.insisted
    (case,) = cases(session)
    assert case.intake.insisted


def test_a_promise_nobody_signed_is_none(session) -> None:
    visit = settle(visiting(session, "1-1"))
    row = next(r for r in rows_of(visit) if r.mark.state is RowState.DEFERRED)
    visit = set_mark(visit, row.key, checklist.defer(row, "2026-12-01"))
    done = intake.insist(session, visit)
    assert [(x.name, x.reason) for x in done.prints[0].paper.lacks] == [
        ("水质检验报告", "未签容缺承诺")
    ]
    (case,) = cases(session)
    assert case.deferred == ()


def test_who_insists_and_lacks_nothing_is_taken_in_as_usual(session) -> None:
    done = intake.insist(session, settle(visiting(session, "1-2")))
    assert (done.insisted, [t.kind for t in done.prints]) == (False, [PaperKind.RECEIPT])
    (case,) = cases(session)
    assert not case.intake.insisted


def test_in_a_batch_only_who_lacks_something_gets_a_voucher(session) -> None:
    visit = mark(select(batch(session, 3), 1), "居民身份证", missing)
    done = intake.insist(session, visit)
    assert [t.kind for t in done.prints] == [
        PaperKind.RECEIPT,
        PaperKind.VOUCHER,
        PaperKind.RECEIPT,
        PaperKind.SUMMARY,
    ]
    assert [case.intake.insisted for case in cases(session)] == [False, True, False]


def test_insisting_does_not_excuse_a_name(session) -> None:
    with pytest.raises(NotAllowed) as refused:
        intake.insist(session, visiting(session, "1-2", person=Person()))
    assert refused.value.code == "IDC-24"
    assert cases(session) == []


# --- promises ---


@pytest.mark.req("UX-22", "R103", "R162")
def test_a_promise_later_than_the_matters_allow_is_refused_at_the_desk_too(session) -> None:
    visit = settle(visiting(session, "1-1"))
    late = mark(visit, "水质检验报告", lambda row: checklist.defer(row, "2026-12-02"))
    row = next(r for r in rows_of(late) if r.name == "水质检验报告")
    late = set_mark(late, row.key, msgspec.structs.replace(row.mark, signed="paper"))
    with pytest.raises(Invalid) as refused:
        intake.receive(session, late)
    assert (refused.value.code, refused.value.fields) == ("DEF-02", {"n": 5, "date": "2026-12-01"})
    assert cases(session) == []
    assert intake.receive(session, visit)


@pytest.mark.req("UX-22")
def test_a_stricter_matter_shortens_what_was_promised_before(session) -> None:
    """The promise was good for the first matter alone; the second wants the paper sooner."""
    sooner = msgspec.structs.replace(catalogue.matter(session, "1-1"), key="1-3", code="1003")
    sooner = publish(
        session.as_clerk("0001"), msgspec.structs.replace(sooner, name="另一事项", promised_days=4)
    )
    visit = add_matter(settle(visiting(session, "1-1")), sooner)
    with pytest.raises(Invalid) as refused:
        intake.receive(session, settle(visit))
    assert (refused.value.code, refused.value.fields["n"]) == ("DEF-02", 2)
