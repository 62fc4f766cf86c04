"""收件 through the real store: numbers, cases, papers, notices, what is known of a person."""

import msgspec
import pytest
from fix_catalogue import publish
from fix_visit import settle, somebody, visiting
from sqlalchemy import select as select_

from zcdesk.domain import checklist
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.checklist import RowState
from zcdesk.domain.matter import Matter
from zcdesk.domain.numbers import parse
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import Outcome
from zcdesk.domain.visit import (
    add_applicants,
    add_matter,
    receive_all,
    rows_of,
    select,
    set_mark,
    set_person,
    set_presenter,
)
from zcdesk.errors import Conflict, NotAllowed
from zcdesk.operations import catalogue, drafts, history, intake, printing, queue
from zcdesk.store import persons
from zcdesk.store.schema import person


def cases(session) -> list[Case]:
    with session.reading() as store:
        return [case for _, case in store.states(Case)]


@pytest.mark.req("R102", "R128", "UX-33")
def test_received_is_committed_with_number_case_and_paper_before_any_printer(session):
    done = intake.receive(session, settle(visiting(session, "1-2")))
    (case,) = cases(session)
    assert parse(done.receipts[0]) is not None
    assert case.intake.number == case.intake.receipt == done.receipts[0]
    assert case.intake.latest == "2026-12-10"  # 2 days to accept, then 10 (rules 5)
    assert case.intake.handover_due == "2026-11-24T15:00:00+08:00"
    (task,) = done.prints
    assert (task.kind, task.paper.head.number) == (PaperKind.RECEIPT, done.receipts[0])
    assert [t.number for t in printing.later(session)] == [done.receipts[0]]


def test_no_act_holds_a_personal_value(session):
    person = somebody()
    intake.receive(session, settle(visiting(session, "1-2", person=person)))
    with session.reading() as store:
        (case,) = [case for _, case in store.states(Case)]
        (found,) = persons.find(store, person.id_number)
        acts = b"".join(
            a.body or b""
            for subject in (found[1], f"sitting:{case.intake.sitting}")
            for a in store.acts(subject)
        ).decode()
        kept = persons.get(store, case.intake.applicant, Particulars)
    assert kept.applicant == person
    for value in (person.name, person.id_number, person.phone):
        assert value not in acts


def test_the_numbers_of_a_window_are_dense_and_unique(session):
    receipts = []
    for serial in range(5):
        visit = visiting(session, "1-2", person=somebody(serial))
        receipts += intake.receive(session, settle(visit)).receipts
    assert [parse(r).serial for r in receipts] == [1, 2, 3, 4, 5]


@pytest.mark.req("R121", "R135")
def test_three_matters_make_one_receipt_with_three_cases(session):
    visit = visiting(session, "1-1", "1-2")
    done = intake.receive(session, settle(visit))
    assert done.cases == (f"{done.receipts[0]}-1", f"{done.receipts[0]}-2")
    (task,) = done.prints
    assert [m.case_number for m in task.paper.matters] == list(done.cases)
    shared = next(m for m in task.paper.materials if m.name == "居民身份证")
    assert shared.serves == (1, 2)


@pytest.mark.req("R129")
def test_an_unfinished_visit_is_refused_with_the_reason(session):
    visit = receive_all(visiting(session, "1-2"))
    with pytest.raises(NotAllowed) as refused:
        intake.receive(session, visit)
    assert refused.value.code.startswith("CHK")
    assert cases(session) == []


def test_a_visit_is_received_once(session):
    visit = settle(visiting(session, "1-2"))
    intake.receive(session, visit)
    with pytest.raises(Conflict):
        intake.receive(session, visit)
    assert len(cases(session)) == 1


@pytest.mark.req("R103", "R132", "UX-22")
def test_a_deferred_material_stands_on_the_receipt_with_its_date(session):
    done = intake.receive(session, settle(visiting(session, "1-1")))
    (case,) = cases(session)
    (late,) = case.deferred
    assert (late.name, late.due, late.signed) == ("水质检验报告", "2026-12-01", "paper")
    line = next(m for m in done.prints[0].paper.materials if m.deferred_until)
    assert "2026年12月1日前补齐" in line.state


def test_the_promise_names_what_comes_late_before_a_number_exists(session):
    (promise,) = intake.promises(session, settle(visiting(session, "1-1")))
    assert [m.name for m in promise.materials] == ["水质检验报告"]
    assert promise.head.number == "取号 W03-001"


def test_a_notice_tells_everything_at_once_and_its_code_brings_the_visit_back(session):
    visit = settle(visiting(session, "1-2"))
    row = next(r for r in rows_of(visit) if r.name == "居民身份证")
    visit = set_mark(visit, row.key, checklist.miss(row, "未带"))
    told = intake.notify(session, visit)
    (task,) = told.prints
    assert [(line.name, line.problem) for line in task.paper.lacks] == [("居民身份证", "缺")]
    back = intake.come_back(session, told.code.lower())
    assert (back.id, back.matters) == (visit.id, visit.matters)
    assert back.ticket.number == "W03-002"
    with session.reading() as store:
        assert drafts.noticed(store, told.code) is None


@pytest.mark.req("R139")
def test_who_insists_is_taken_in_with_a_voucher(session):
    visit = receive_all(visiting(session, "1-2"))
    done = intake.insist(session, visit)
    (case,) = cases(session)
    assert case.intake.insisted
    (task,) = done.prints
    assert task.kind is PaperKind.VOUCHER
    assert "居民身份证" in {line.name for line in task.paper.lacks}


@pytest.mark.req("R073", "R092")
def test_a_secret_matter_leaves_nothing_but_a_count(session):
    secret: Matter = catalogue.matter(session, "1-9")
    visit = queue.walk_in(session)
    with pytest.raises(NotAllowed) as refused:
        add_matter(visit, secret)
    assert refused.value.code == "MAT-06"
    intake.refer(session, secret.key)
    with session.reading() as store:
        (sitting,) = [s for _, s in store.states(Sitting)]
        assert list(store.select(select_(person.c.ref))) == []
    assert (sitting.referred, sitting.case_ids) == (("1-9",), ())
    assert cases(session) == []


def test_a_batch_gives_each_applicant_a_case_and_one_summary(session):
    clerk = somebody(99)
    visit = add_matter(queue.walk_in(session), catalogue.matter(session, "1-2"))
    visit = add_applicants(visit, tuple(somebody(n) for n in range(1, 21)))
    visit = msgspec.structs.replace(set_presenter(visit, clerk, Agency.UNIT_CLERK), authority=True)
    for index in range(20):
        visit = settle(select(visit, index))
    done = intake.receive(session, visit)
    assert len(set(done.receipts)) == 20
    assert [t.kind for t in done.prints].count(PaperKind.RECEIPT) == 20
    summary = done.prints[-1].paper
    assert [row.number for row in summary.rows] == list(done.receipts)


def test_a_case_keeps_the_version_it_was_taken_in_under(session):
    visit = visiting(session, "1-2")
    changed = msgspec.structs.replace(catalogue.matter(session, "1-2"), promised_days=3)
    assert publish(session.as_clerk("0001"), changed).version == 2
    intake.receive(session, settle(visit))
    (case,) = cases(session)
    assert (case.intake.matter_version, case.intake.promised_days) == (1, 10)


@pytest.mark.req("R144")
def test_a_copy_compared_lately_is_on_file_for_the_same_person(session, clock):
    person = somebody()
    done = intake.receive(session, settle(visiting(session, "1-2", person=person)))
    clock.pass_(days=30)
    found = history.known(session, person)
    assert found.on_file == {"居民身份证": done.receipts[0]}
    assert [c.matter_name for c in found.open_cases] == ["出版物零售业务经营许可"]
    visit = set_person(queue.walk_in(session), person, found.on_file)
    visit = add_matter(visit, catalogue.matter(session, "1-1"))
    row = next(r for r in rows_of(visit) if r.name == "居民身份证")
    assert (row.mark.state, row.mark.since) == (RowState.ON_FILE, done.receipts[0])
    queue.leave(session, visit, Outcome.LEFT)
    clock.pass_(days=200)
    assert history.known(session, person).on_file == {}
