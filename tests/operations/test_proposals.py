"""Changing the catalogue: drafts, two persons, days, and two who write at once."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
import pytest

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.matter import Material, WindowCategory
from zcdesk.domain.proposal import ProposalState
from zcdesk.domain.window import WindowSet
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import catalogue, catalogue_sheet, proposals

OFFICE = "区行政审批局"


@pytest.fixture
def people(session) -> SimpleNamespace:
    """An editor of one department, a supervisor, and the administrator."""
    with session.as_clerk("0001").transaction() as tx:
        for number, role in (("0701", Role.EDITOR), ("0702", Role.SUPERVISOR)):
            body = ClerkSet(
                staff_no=number, name=f"某{number}", roles=(role,), departments=(OFFICE,)
            )
            tx.append(NewAct(subject=f"clerk:{number}", body=body))
    return SimpleNamespace(
        clerk=session,
        editor=session.as_clerk("0701"),
        second=session.as_clerk("0702"),
        admin=session.as_clerk("0001"),
    )


def changed(session, key: str = "1-2", **more):
    old = catalogue.matter(session, key)
    basis = {"legal_basis": old.legal_basis or "出版管理条例第三十五条"}
    return msgspec.structs.replace(old, **{**basis, "promised_days": 3, **more})


def code_of(call, *args, **named) -> str:
    with pytest.raises((Invalid, NotAllowed, Conflict)) as refused:
        call(*args, **named)
    return refused.value.code


@pytest.mark.req("R145", "R032", "R109")
def test_a_draft_is_nobodys_version_until_another_person_approves(people) -> None:
    wanted = changed(people.clerk)
    draft = proposals.save(people.editor, wanted, seen=0)
    assert draft.state is ProposalState.DRAFT
    assert code_of(proposals.approve, people.second, "1-2", seen=draft.saves) == "CAT-28"
    handed = proposals.save(people.editor, wanted, seen=draft.saves, submit=True)
    assert catalogue.matter(people.clerk, "1-2").promised_days == 10
    done = proposals.approve(people.second, "1-2", seen=handed.saves)
    assert (done.version, done.author, done.approver) == (2, "某0701", "某0702")
    assert done.valid_from == "2026-11-24"
    assert catalogue.matter(people.clerk, "1-2") == done
    sheet = catalogue_sheet.sheet(people.editor, "1-2")
    assert [(v.item.version, v.in_force, v.by) for v in sheet.versions] == [
        (2, True, "某0702"),
        (1, False, "王主任"),
    ]
    assert sheet.row.proposal is None


@pytest.mark.req("R057")
@pytest.mark.parametrize("other_saves", [False, True])
def test_who_wrote_a_part_of_it_does_not_approve_it(people, other_saves: bool) -> None:
    first = proposals.save(people.admin, changed(people.clerk), seen=0, submit=not other_saves)
    if other_saves:
        first = proposals.save(people.editor, changed(people.clerk), seen=first.saves, submit=True)
    assert code_of(proposals.approve, people.admin, "1-2", seen=first.saves) == "CAT-27"
    assert catalogue_sheet.sheet(people.admin, "1-2").mine
    assert proposals.approve(people.second, "1-2", seen=first.saves).version == 2


@pytest.mark.req("R118")
def test_roles_and_departments_are_asked_in_the_operation(people) -> None:
    wanted = changed(people.clerk)
    assert code_of(proposals.save, people.clerk, wanted, seen=0) == "CAS-02"
    other = changed(people.clerk, "1-1")
    assert code_of(proposals.save, people.editor, other, seen=0) == "CAT-20"
    stolen = msgspec.structs.replace(other, department=OFFICE)
    assert code_of(proposals.save, people.editor, stolen, seen=0) == "CAT-20"
    made = proposals.save(people.editor, wanted, seen=0, submit=True)
    assert code_of(proposals.approve, people.editor, "1-2", seen=made.saves) == "CAS-02"
    assert code_of(proposals.send_back, people.editor, "1-2", "错", seen=made.saves) == "CAS-02"
    assert code_of(catalogue_sheet.rows, people.clerk) == "CAS-02"


def test_two_who_change_one_matter_at_once(people) -> None:
    """The second one's work is refused with who and when; nothing of the first is lost."""
    mine = proposals.save(people.editor, changed(people.clerk), seen=0)
    theirs = changed(people.clerk, promised_days=5)
    with pytest.raises(Conflict) as refused:
        proposals.save(people.admin, theirs, seen=0)
    assert refused.value.code == "CAT-21"
    assert refused.value.fields == {"name": theirs.name, "who": "某0701", "time": "09:00"}
    now = catalogue_sheet.sheet(people.admin, "1-2")
    assert now.proposal == mine
    both = proposals.save(people.admin, theirs, seen=now.seen, submit=True)
    assert both.editors == ("0701", "0001")
    assert code_of(proposals.approve, people.second, "1-2", seen=mine.saves) == "CAT-21"
    assert proposals.approve(people.second, "1-2", seen=both.saves).promised_days == 5


def test_what_is_returned_says_why_and_may_be_written_again(people) -> None:
    made = proposals.save(people.editor, changed(people.clerk), seen=0, submit=True)
    assert code_of(proposals.send_back, people.second, "1-2", " ", seen=made.saves) == "CAT-29"
    back = proposals.send_back(people.second, "1-2", "时限请核对", seen=made.saves)
    assert (back.state, back.reason) == (ProposalState.RETURNED, "时限请核对")
    again = proposals.save(people.editor, changed(people.clerk), seen=back.saves, submit=True)
    assert again.editors == ("0701",)
    gone = proposals.drop(people.editor, "1-2", seen=again.saves)
    assert not gone.is_open
    assert code_of(proposals.drop, people.editor, "1-2", seen=gone.saves) == "CAT-28"
    assert catalogue.matter(people.clerk, "1-2").version == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"materials": (Material(name="其他材料"),)}, "CAT-23"),
        ({"promised_days": 99, "statutory_days": 20}, "CAT-23"),
        ({"code": "4001"}, "CAT-25"),
        ({"promised_days": 10, "legal_basis": ""}, "CAT-23"),
    ],
)
def test_what_the_check_finds_is_saved_as_a_draft_and_never_handed_in(
    people, change, code: str
) -> None:
    wanted = changed(people.clerk, **change)
    assert proposals.save(people.editor, wanted, seen=0).state is ProposalState.DRAFT
    assert code_of(proposals.save, people.editor, wanted, seen=1, submit=True) == code
    assert catalogue_sheet.sheet(people.editor, "1-2").seen == 1


def test_no_change_is_not_handed_in(people) -> None:
    same = catalogue.matter(people.clerk, "4-1")
    assert code_of(proposals.save, people.editor, same, seen=0, submit=True) == "CAT-24"


@pytest.mark.req("R024")
def test_a_matter_no_window_takes_is_not_handed_in(people) -> None:
    with people.admin.transaction() as tx:
        body = WindowSet(number="3", categories=("投资建设",))
        tx.append(NewAct(subject="window:3", body=body))
    wanted = changed(people.clerk)
    assert code_of(proposals.save, people.editor, wanted, seen=0, submit=True) == "CAT-26"
    assert {r.matter.key for r in catalogue_sheet.rows(people.editor) if r.no_window} == {
        "1-1",
        "1-2",
        "1-9",
    }
    taken = msgspec.structs.replace(wanted, categories=(WindowCategory.INVESTMENT,))
    assert proposals.save(people.editor, taken, seen=0, submit=True).saves == 1


def test_a_version_begins_with_its_day(people, clock) -> None:
    for day in ("2026-11-23", "1.12.2026"):
        wrong = {"seen": 0, "effective": day}
        assert code_of(proposals.save, people.editor, changed(people.clerk), **wrong) == "CAT-22"
    made = proposals.save(
        people.editor, changed(people.clerk), seen=0, effective="2026-12-01", submit=True
    )
    done = proposals.approve(people.second, "1-2", seen=made.saves)
    assert done.valid_from == "2026-12-01"
    row = {r.matter.key: r for r in catalogue_sheet.rows(people.editor)}["1-2"]
    assert (row.version, row.begins) == (1, "2026-12-01")
    assert catalogue.matter(people.clerk, "1-2").version == 1
    clock.pass_(days=7)
    assert catalogue.matter(people.clerk, "1-2") == done
    assert catalogue.catalogue(people.clerk).matters["1-2"] == done


@pytest.mark.req("R148")
def test_a_matter_is_withdrawn_by_two_persons_too(people) -> None:
    old = catalogue.matter(people.clerk, "1-2")
    made = proposals.save(people.editor, old, seen=0, withdrawal="下放街道", submit=True)
    assert "1-2" in catalogue.catalogue(people.clerk).matters
    proposals.approve(people.second, "1-2", seen=made.saves)
    assert "1-2" not in catalogue.catalogue(people.clerk).matters
    row = {r.matter.key: r for r in catalogue_sheet.rows(people.editor)}["1-2"]
    assert (row.version, row.withdrawn) == (0, "下放街道")
    basis = {"legal_basis": "出版管理条例第三十五条", "department": OFFICE}
    again = msgspec.structs.replace(old, **basis)
    back = proposals.save(people.editor, again, seen=made.saves + 1, submit=True)
    assert proposals.approve(people.second, "1-2", seen=back.saves).version == 2
    assert "1-2" in catalogue.catalogue(people.clerk).matters


def test_a_new_matter_is_listed_while_it_is_drafted(people) -> None:
    old = changed(people.clerk)
    new = msgspec.structs.replace(old, key="h-1500", code="1500", name="小餐饮备案")
    made = proposals.save(people.editor, new, seen=0, submit=True)
    row = {r.matter.key: r for r in catalogue_sheet.rows(people.editor)}["h-1500"]
    assert (row.version, row.proposal) == (0, made)
    assert proposals.approve(people.second, "h-1500", seen=made.saves).version == 1
    assert catalogue.catalogue(people.clerk).index.find("xcyba")[0].key == "h-1500"


def test_a_new_matter_that_was_given_up_may_be_begun_again(people) -> None:
    old = changed(people.clerk)
    new = msgspec.structs.replace(old, key="h-1500", code="1500", name="小餐饮备案")
    made = proposals.save(people.editor, new, seen=0)
    proposals.drop(people.editor, "h-1500", seen=made.saves)
    again = proposals.save(people.admin, new, seen=0)
    assert (again.editors, again.is_open) == (("0001",), True)
