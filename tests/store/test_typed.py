"""What was typed about a case lies in sealed records: read as ever, gone with their keys."""

from __future__ import annotations

import msgspec
import pytest
from fix_cases import bring, case_now, hand_over
from sqlalchemy import select

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import BookEntry, BookKind
from zcdesk.domain.case import Case, CaseState, RecordErased
from zcdesk.domain.case_acts import CaseReturned
from zcdesk.domain.case_ends import CaseWithdrawn
from zcdesk.domain.case_parts import Lack
from zcdesk.domain.hall import CasePolicy, Policy, Role
from zcdesk.domain.typed import ALTERED, AWAITED, GONE, MARK
from zcdesk.operations import (
    acceptance,
    case_file,
    casework,
    erasing,
    finding,
    policies,
    registers,
)
from zcdesk.store import erasure, messages, meta, pages, persons
from zcdesk.store.project import read_digest, rebuild
from zcdesk.store.schema import acts, number_index, person, subject_state
from zcdesk.store.verify import verify
from zcdesk.upkeep import taking_out

SAID = "申请人张小芳电话里说她母亲病了"
LACKS = (
    Lack(name="申请表", reason="未签字", mend="补签"),
    Lack(name="检验报告", defective=True, reason=SAID),
)


@pytest.fixture
def case_id(staff) -> str:
    """A case that was sent back with one reason picked and one typed."""
    return returned(staff)


def returned(staff) -> str:
    id_ = bring(staff, CaseState.RECEIVED)
    hand_over(staff, id_)
    acceptance.return_(staff.reviewer, id_, LACKS)
    return id_


def shown(staff, case_id: str) -> Case:
    with staff.clerk.reading() as store:
        return casework.case_of(store, case_id)


def refs(session) -> list[str]:
    with session.reading() as store:
        found = store.select(select(person.c.ref).where(person.c.ref >= persons.WORDS))
        return list(found.scalars())


def kept(session) -> bytes:
    """Return every body and every state of the store."""
    with session.reading() as store:
        bodies = store.select(select(acts.c.body)).scalars().all()
        states = store.select(select(subject_state.c.state)).scalars().all()
    return b"".join(part for part in (*bodies, *states) if part)


def test_a_screen_and_an_act_are_read_with_the_words_no_file_of_them_holds(staff, case_id) -> None:
    assert shown(staff, case_id).lacks[1].reason == SAID
    with staff.clerk.reading() as store:
        act = store.acts(f"case:{case_id}")[-1]
        body = store.body(act)
        listed = next(case for s, case in store.states(Case) if s == f"case:{case_id}")
    assert isinstance(body, CaseReturned)
    assert body.lacks == LACKS
    assert listed.sent_back[0].lacks == LACKS
    assert SAID.encode() not in kept(staff.clerk)
    assert "未签字".encode() in kept(staff.clerk)
    assert verify(staff.clerk.store).is_clean


def test_inside_the_transaction_that_says_it_the_words_are_there_too(staff) -> None:
    id_ = bring(staff, CaseState.RECEIVED)
    hand_over(staff, id_)
    department = case_now(staff.clerk, id_).department
    acceptance.saw(staff.reviewer, id_, case_now(staff.reviewer, id_).pages)
    with staff.reviewer.transaction() as tx:
        body = CaseReturned(role=Role.REVIEWER, department=department, lacks=LACKS)
        made = tx.append(NewAct(subject=f"case:{id_}", body=body))
        case = tx.state(f"case:{id_}", Case)
        assert case is not None
        assert not case.refused
        assert case.lacks == LACKS
        assert MARK.encode() in (made.body or b"")


def test_destroying_the_keys_destroys_the_words_and_every_chain_verifies(
    staff, case_id, clock
) -> None:
    session = staff.clerk
    policies.set_policy(staff.clerk.as_clerk("0001"), Policy(case=CasePolicy(record_days=10)))
    clock.pass_(days=11)
    erasing.erase_due(session)
    assert refs(session)
    case = shown(staff, case_id)
    assert [lack.reason for lack in case.lacks] == ["未签字", GONE]
    with session.reading() as store:
        assert not any(persons.is_kept(store, ref) for ref in refs(session))
        sent_back = next(a for a in store.acts(f"case:{case_id}") if a.kind == CaseReturned.kind)
        body = store.body(sent_back)
        assert isinstance(body, CaseReturned)
        assert body.lacks[1].reason == GONE
        assert sum(a.kind == RecordErased.kind for a in store.acts(f"case:{case_id}")) == 2
    assert verify(session.store).is_clean


def test_the_read_tables_are_the_same_with_the_words_and_without(staff, case_id) -> None:
    """So every copy of the hall has the same, whether it has the words or waits for them."""
    session = staff.clerk
    with session.reading() as store:
        before = read_digest(store)
    typed = refs(session)
    with session.transaction() as tx:
        erasure.destroy(tx, typed)
    rebuild(session.store, at=session.now())
    with session.reading() as store:
        assert read_digest(store) == before
    assert shown(staff, case_id).lacks[1].reason == GONE


def test_words_that_have_not_come_are_said_to_be_on_their_way(staff, case_id) -> None:
    session = staff.clerk
    raw = session.store.handle.raw
    ref = refs(session)[-1]
    raw.execute("DELETE FROM person_key WHERE ref = ?", (ref,))
    raw.execute("DELETE FROM person WHERE ref = ?", (ref,))
    assert shown(staff, case_id).lacks[1].reason == AWAITED
    with session.transaction() as tx:  # destroyed at the server before it came
        body = RecordErased(ref=ref, reason="30d")
        tx.append(NewAct(subject=f"case:{case_id}", body=body))
    assert shown(staff, case_id).lacks[1].reason == GONE


@pytest.mark.parametrize("column", ["sealed", "nonce", "salt", "digest"])
def test_an_altered_record_stops_nobody_and_is_named(staff, case_id, column: str) -> None:
    session, ref = staff.clerk, refs(staff.clerk)[-1]
    raw = session.store.handle.raw
    value = raw.execute(f"SELECT {column} FROM person WHERE ref = ?", (ref,)).fetchone()[0]
    other = value[:-1] + "x" if isinstance(value, str) else bytes([value[0] ^ 1]) + value[1:]
    raw.execute(f"UPDATE person SET {column} = ? WHERE ref = ?", (other, ref))
    assert shown(staff, case_id).lacks[1].reason == ALTERED
    found = verify(session.store).findings
    assert [one.detail for one in found] == [f"case:{case_id}"]


def test_a_token_of_another_subject_tells_nothing(staff, case_id) -> None:
    """Whoever copies one into an act of their own does not read with it."""
    other = bring(staff, CaseState.RECEIVED)
    session, ref = staff.clerk, refs(staff.clerk)[-1]
    session.store.handle.raw.execute(
        "UPDATE person SET subject = ? WHERE ref = ?", (f"case:{other}", ref)
    )
    assert shown(staff, case_id).lacks[1].reason == ALTERED


def test_acts_of_an_older_program_are_read_as_ever(staff, case_id, monkeypatch) -> None:
    monkeypatch.setattr("zcdesk.store.typed.sealed", lambda tx, new: new)
    old = returned(staff)
    monkeypatch.undo()
    assert shown(staff, old).lacks == shown(staff, case_id).lacks == LACKS
    with staff.clerk.reading() as store:
        assert store.body(store.acts(f"case:{old}")[-1]).lacks == LACKS


def test_a_waybill_and_a_certificate_are_found_though_no_table_has_them(staff) -> None:
    id_ = bring(staff, CaseState.POSTED)
    for number in ("EMS0001", "示卫水字2026第0001号"):
        assert [row.case for row in finding.find(staff.clerk, number)] == [id_]
        assert number.encode() not in kept(staff.clerk)
    with staff.clerk.reading() as store:
        kinds = set(store.select(select(number_index.c.kind)).scalars())
    assert kinds == {"case"}  # a receipt with one matter carries the case's number


def test_what_the_archive_gets_and_who_settles_reads_the_words(staff, case_id) -> None:
    made = case_file.gather(staff.supervisor, case_id)
    acts_ = msgspec.json.decode(made.data["办理记录.json"])
    returned = next(one for one in acts_ if one["kind"] == "case.returned")
    assert returned["read"]["lacks"][1]["reason"] == SAID
    assert SAID not in str(returned["body"])
    assert SAID.encode() in made.data["办件.json"]


def test_words_in_a_book_that_never_ends_go_by_their_own_line(session, clock) -> None:
    def line(document: str) -> None:
        entry = BookEntry(
            entry=BookKind.SEAL, name="审批专用章", department="区行政审批局", window="3",
            document=document,
        )  # fmt: skip
        registers.enter(session, entry)

    line("给张小芳的证明")
    policies.set_policy(session.as_clerk("0001"), Policy(case=CasePolicy(record_days=10)))
    clock.pass_(days=11)
    line("给李强的证明")
    (run,) = erasing.erase_due(session)
    assert run.counts.records == 1
    (book,) = registers.books(session)
    told_ = [one.entry.document for one in registers.lines(session, book)]
    assert told_ == [GONE, "给李强的证明"]


def test_a_page_belongs_to_the_person_not_to_what_was_typed(staff, case_id) -> None:
    """Every station seals a page to the same bytes, whatever was typed before or after."""
    whose = shown(staff, case_id).intake.applicant.ref
    with staff.clerk.transaction() as tx:
        assert not pages.is_erased(tx, f"case:{case_id}")
        erasure.destroy(tx, [whose])
        assert pages.is_erased(tx, f"case:{case_id}")
        assert persons.is_kept(tx, refs_in(tx)[-1])


def refs_in(tx) -> list[str]:
    found = tx.select(select(person.c.ref).where(person.c.ref >= persons.WORDS))
    return list(found.scalars())


def test_what_was_told_about_the_case_loses_its_words(staff) -> None:
    id_ = bring(staff, CaseState.POSTED)
    with staff.clerk.reading() as store:
        before = messages.of_subject(store, f"case:{id_}")
        whose = casework.case_of(store, id_).intake.applicant.ref
    assert any("EMS0001" in one.fields.values() for one in before)
    with staff.clerk.transaction() as tx:
        erasure.destroy(tx, [whose])
        after = messages.of_subject(tx, f"case:{id_}")
    assert [one.fields for one in after] == [{"number": b.fields.get("number", "")} for b in before]
    assert [one.kind for one in after] == [one.kind for one in before]


def test_everything_taken_out_has_the_words_beside_the_acts(staff, case_id, tmp_path) -> None:
    admin = staff.clerk.as_clerk("0001")
    taking_out.take_out(admin, tmp_path / "out", papers=False)
    out = {path.name: path.read_text("utf-8") for path in (tmp_path / "out").rglob("*.jsonl")}
    assert SAID not in out["acts.jsonl"]
    assert SAID in out["case.jsonl"]
    assert SAID in out["persons.jsonl"]
    typed = refs(staff.clerk)
    with staff.clerk.transaction() as tx:
        erasure.destroy(tx, typed)
    taking_out.take_out(admin, tmp_path / "later", papers=False)
    out = {path.name: path.read_text("utf-8") for path in (tmp_path / "later").rglob("*.jsonl")}
    assert not [name for name, text in out.items() if SAID in text]
    assert GONE in out["case.jsonl"]


def test_the_words_go_where_the_act_goes_that_says_them(staff, case_id) -> None:
    """Another department that has the case now reads what is told it, not what came before."""
    with staff.clerk.transaction() as tx:
        meta.put(tx, meta.HALL_KEY, "A" * 43 + "=")
        body = CaseWithdrawn(role=Role.CLERK, reason="搬走了")
        tx.append(NewAct(subject=f"case:{case_id}", body=body, audience="department:B"))
    with staff.clerk.transaction() as tx:
        sent = {one.ref: one.audience for one in persons.unsent(tx, 100)}
        whose = tx.state(f"case:{case_id}", Case).intake.applicant.ref
        words = [ref for ref in refs_in(tx) if persons.subject_of(tx, ref) == f"case:{case_id}"]
    here = f"department:{case_now(staff.clerk, case_id).department}"
    assert sent[whose] == here
    assert sorted(sent[ref] for ref in words) == sorted([here, "department:B"])
