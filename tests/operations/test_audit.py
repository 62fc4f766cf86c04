"""The auditor reads every act and changes nothing; altered records are named."""

from __future__ import annotations

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest
from fix_cases import HEALTH, bring, received
from sqlalchemy import update

import zcdesk.operations
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import CaseState
from zcdesk.domain.hall import ClerkOn, ClerkSet, Policy, Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import (
    acceptance,
    assessment,
    audit,
    casefile,
    clerks,
    day_end,
    figures,
    mending,
    policies,
    queue,
    registers,
    reports,
    results,
    tickets,
    worklists,
)
from zcdesk.operations.audit import Wanted
from zcdesk.store.schema import acts

IDENTITY = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-")
OPERATIONS = Path(zcdesk.operations.__file__).parent


@pytest.fixture
def auditor(staff):
    with staff.clerk.transaction() as tx:
        # Whatever else somebody may be: an auditor changes nothing.
        roles = tuple(Role)
        body = ClerkSet(staff_no="0701", name="审计员", roles=roles, departments=(HEALTH,))
        tx.append(NewAct(subject="clerk:0701", body=body))
    return staff.clerk.as_clerk("0701")


def sources():
    for path in sorted(OPERATIONS.glob("*.py")):
        yield path.stem, path.read_text("utf-8")


def test_every_operation_writes_through_the_one_transaction_that_refuses_an_auditor():
    around = [name for name, text in sources() if "store.transaction(" in text]
    assert around == ["session"]
    own = {
        f"{name}.{function.name}"
        for name, text in sources()
        for function in ast.walk(ast.parse(text))
        if isinstance(function, ast.FunctionDef)
        and "transaction(own=True)" in ast.unparse(function)
    }
    assert own == {
        "clerks.log_in",
        "clerks.log_off",
        "clerks.reveal",
        "clerks._check",
        "clerks.choose_size",
        "clerks.exported",
        "clerks.unlock",
        *(f"own_secret.{name}" for name in ("change_secret", "set_pin", "unlock_by_pin")),
        *(f"printing.{name}" for name in PRINTS),
        "reports.written",  # which files this PC has: nothing of the hall
    }


PRINTS = ("begin", "finish", "settle", "interrupted")


WRITES = {
    "acceptance.accept": lambda s, case: acceptance.accept(s, case),
    "acceptance.take": lambda s, case: acceptance.take(s, case),
    "clerks.custody": lambda s, case: mending.withdraw(s, case, "不办了"),
    "day_end": lambda s, case: day_end.close_today(s),
    "mending.void": lambda s, case: mending.void(s, case, "重复"),
    "mending.remind": lambda s, case: mending.register_platform(s, case, "P1"),
    "policies": lambda s, case: policies.set_policy(s, Policy()),
    "queue": lambda s, case: queue.call_next(s),
    "reports": lambda s, case: reports.freeze(s, "2020"),
    "results": lambda s, case: results.shelve(s, case, "B-1"),
    "tickets": lambda s, case: tickets.take_ticket(s, "社会民生"),
    "weights": lambda s, case: assessment.set_weights(s, {"satisfied": 50}),
}


@pytest.mark.parametrize("name", WRITES)
def test_what_would_write_refuses_the_auditor_and_leaves_nothing(name, staff, auditor):
    case = bring(staff, CaseState.RECEIVED)
    before = audit.lines(auditor, Wanted())
    with pytest.raises(NotAllowed) as refused:
        WRITES[name](auditor, case)
    assert refused.value.code == "AUD-01"
    assert audit.lines(auditor, Wanted()) == before


def test_an_auditor_comes_and_goes_reads_and_is_seen_reading(staff, auditor):
    case = bring(staff, CaseState.DELIVERED)
    assert casefile.view(auditor, case).case.state is CaseState.DELIVERED
    assert worklists.counts(auditor)
    assert figures.sheets(auditor, figures_today(staff))
    assert registers.books(auditor) == ()
    casefile.reveal(auditor, case, "phone")
    clerks.exported(auditor, "收件量", 12)
    (told,) = audit.lines(auditor, Wanted(kind="clerk.exported"))
    assert (told.clerk, told.detail) == ("0701", "收件量 · 12")
    clerks.log_off(auditor)
    (look,) = audit.reveals(auditor, staff.clerk.now().date(), staff.clerk.now().date())
    assert (look.clerk, look.detail) == ("0701", "phone")
    assert look.number == casefile.view(auditor, case).case.intake.number


def figures_today(staff):
    from zcdesk.domain import period

    return period.of(period.Span.DAY, staff.clerk.now().date())


@pytest.mark.req("R036")
def test_acts_are_found_by_clerk_kind_number_and_day(staff, auditor, clock):
    case = bring(staff, CaseState.DELIVERED)
    day = staff.clerk.now().date()
    clock.pass_(days=1)
    other = received(staff.clerk)
    number = casefile.view(auditor, case).case.intake.number
    mine = audit.lines(auditor, Wanted(subject=number))
    with staff.clerk.reading() as store:
        assert {line.id for line in mine} == {act.id for act in store.acts(f"case:{case}")}
        everything = store.select(acts.select()).all()
    issued = audit.lines(auditor, Wanted(kind="case.issued", clerk="0501", first=day, last=day))
    assert [line.subject for line in issued] == [f"case:{case}"]
    assert not audit.lines(auditor, Wanted(kind="case.issued", clerk="0312"))
    later = audit.lines(auditor, Wanted(first=day + timedelta(1)))
    assert {line.subject for line in later} >= {f"case:{other}"}
    assert all(line.at[:10] > day.isoformat() for line in later)
    seen, before = [], ""
    while page := audit.lines(auditor, Wanted(), before=before):
        seen += page
        before = page[-1].id
    assert len(seen) == len(everything)
    assert [line.id for line in seen] == sorted((row.id for row in everything), reverse=True)


def test_what_an_act_is_about_is_what_people_call_it(staff, auditor):
    case = bring(staff, CaseState.ARCHIVED)
    clerks.exported(auditor, "收件量", 12)
    casefile.reveal(auditor, case, "phone")
    intake = casefile.view(auditor, case).case.intake
    lines = audit.lines(auditor, Wanted())
    while more := audit.lines(auditor, Wanted(), before=lines[-1].id):
        lines += more
    assert not [line for line in lines if IDENTITY.search(line.number)]
    called = {line.about.partition(":")[0]: line.number for line in reversed(lines)}
    assert called["case"] == intake.number
    assert called["sitting"] == intake.receipt
    assert called["clerk"] == "审计员 0701"
    assert called["window"] == "3"
    assert called["matter"].startswith("1")
    assert len(called["matter"].split()[1]) > 2, "a matter has its name"
    assert "交" in called["handover"] or called["handover"].split()[1]
    assert {called[one] for one in ("hall", "policy")} == {""}


def test_a_station_is_known_by_the_window_somebody_came_on_duty_at(staff, auditor):
    for window in ("3", "5"):  # the PC of window 3 was moved to window 5
        with staff.clerk.transaction() as tx:
            tx.append(NewAct(subject="clerk:0312", body=ClerkOn(window=window)))
        assert {line.window for line in audit.lines(auditor, Wanted())} == {window}


def test_only_auditors_and_administrators_read_the_record(staff):
    for session in (staff.clerk, staff.reviewer, staff.supervisor):
        for read in (lambda: audit.lines(session, Wanted()), lambda: audit.check(session)):  # noqa: B023
            with pytest.raises(NotAllowed) as refused:
                read()
            assert refused.value.code == "AUD-02"


def test_a_chain_that_was_altered_is_named(staff, auditor):
    bring(staff, CaseState.ACCEPTED)
    assert audit.check(auditor).is_whole
    with staff.clerk.transaction() as tx:
        (row,) = tx.select(acts.select().where(acts.c.kind == "case.accepted")).all()
        tx._handle.execute(update(acts).where(acts.c.pk == row.pk).values(clerk="0999"))
    found = audit.check(auditor)
    assert not found.is_whole
    assert any(finding.seq == row.seq for finding in found.findings)
