"""一件事 packages: checked, approved by a second person, taken in as one visit, counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest
from fix_visit import settle, visiting
from fix_workday import cases

from zcdesk.catalogue import load_shipped, package_file
from zcdesk.catalogue.compare import compare_packages
from zcdesk.catalogue.raw import Unreadable
from zcdesk.domain import period
from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterWithdrawn
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.package import Answer, Package, PackageEntry, Question
from zcdesk.domain.period import Span
from zcdesk.domain.proposal import ProposalState
from zcdesk.domain.visit import add_package
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import catalogue, figures, intake, package_sheet, packages

SHOP = Package(
    key="p-1",
    code="9001",
    name="开书店一件事",
    department="区行政审批局",
    matters=("1-2",),
    questions=(
        Question(
            key="water",
            text="自己供水吗？",
            answers=(Answer(words="是", matters=("1-1",)), Answer(words="否")),
        ),
    ),
    initials="ksdyjs",
    pinyin="kai shu dian yi jian shi",
)


@pytest.fixture
def admin(session):
    with session.as_clerk("0001").transaction() as tx:
        for number, role in (("0701", Role.EDITOR), ("0702", Role.SUPERVISOR)):
            body = ClerkSet(
                staff_no=number, name="某人", roles=(role,), departments=("区行政审批局",)
            )
            tx.append(NewAct(subject=f"clerk:{number}", body=body))
    return session.as_clerk("0001")


def test_every_shipped_package_is_clean_and_says_it_is_a_sample() -> None:
    known = {matter.key: matter for matter in load_shipped()}
    shipped = package_file.load_shipped(known.values())
    assert len(shipped) == 3
    assert package_file.lint(shipped, known) == ()
    assert all(one.is_sample and "示例" in one.name for one in shipped)
    assert package_file.load_shipped(()) == ()


@pytest.mark.req("R084", "R013")
def test_a_package_is_offered_once_a_second_person_approved_it(session, admin) -> None:
    editor = session.as_clerk("0701")
    with pytest.raises(NotAllowed):
        packages.propose(session, (SHOP,))
    (handed,) = packages.propose(editor, (SHOP,)).proposed
    assert catalogue.catalogue(session).packages == {}
    with pytest.raises(NotAllowed):
        packages.approve(editor, "p-1", seen=handed.saves)
    assert packages.approve(admin, "p-1", seen=handed.saves).version == 1
    view = catalogue.catalogue(session)
    assert view.packages["p-1"].name == SHOP.name
    assert view.index.find("9001")[0].key == "p-1"
    assert view.takes_package(view.packages["p-1"])
    assert not catalogue.catalogue(session.at_window("5")).takes_package(SHOP)
    assert packages.propose(admin, (SHOP,)).same == 1
    with pytest.raises(NotAllowed) as refused:
        packages.publish(admin, admin, (msgspec.structs.replace(SHOP, note="改"),))
    assert refused.value.code == "CAT-27"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"matters": ("9-9",)}, "matter"),
        ({"matters": ("1-2", "1-9")}, "secret"),
        ({"matters": ("1-2",), "questions": ()}, "few"),
        ({"code": "1002"}, "code"),
        ({"code": "9A"}, "code"),
        ({"department": " "}, "empty"),
        ({"questions": (Question(key="a", text="?", answers=(Answer(words="是"),)),)}, "answers"),
        (
            {
                "questions": (
                    Question(
                        key="a",
                        text="?",
                        answers=(
                            Answer(words="是", next="a", matters=("1-1",)),
                            Answer(words="否"),
                        ),
                    ),
                )
            },
            "circle",
        ),
        (
            {"questions": (*SHOP.questions, msgspec.structs.replace(SHOP.questions[0], key="b"))},
            "stray",
        ),
        (
            {
                "questions": (
                    Question(
                        key="a",
                        text="?",
                        answers=(
                            Answer(words="是", next="none", matters=("1-1",)),
                            Answer(words="否"),
                        ),
                    ),
                )
            },
            "next",
        ),
    ],
)
def test_a_wrong_package_is_named_and_none_of_the_file_comes_in(admin, change, rule: str) -> None:
    wrong = msgspec.structs.replace(SHOP, key="p-2", name="另一件事", **change)
    done = packages.propose(admin, (msgspec.structs.replace(SHOP, code="9009"), wrong))
    assert rule in {finding.rule for finding in done.findings}
    assert {finding.row for finding in done.findings} == {"p-2"}
    with admin.reading() as store:
        assert list(store.states(PackageEntry)) == []


def test_a_file_that_is_none_says_where(tmp_path: Path) -> None:
    path = tmp_path / "p.yaml"
    for text in (
        "matters: []",
        "packages: [{key: a}]",
        "packages: [{key: a, code: '1', name: b, department: c, mattters: [x]}]",
    ):
        path.write_text(text, "utf-8")
        with pytest.raises(Unreadable):
            package_file.read(path)


def test_a_package_whose_matter_is_withdrawn_is_not_offered(session, admin) -> None:
    packages.publish(session.as_clerk("0701"), admin, (SHOP,))
    with admin.transaction() as tx:
        tx.append(NewAct(subject="matter:1-1", body=MatterWithdrawn(reason="下放")))
    assert catalogue.catalogue(session).packages == {}


@pytest.mark.req("R013", "R028")
def test_a_package_is_one_visit_of_several_cases_and_is_counted(session, admin) -> None:
    packages.publish(session.as_clerk("0701"), admin, (SHOP,))
    view = catalogue.catalogue(session)
    visit = visiting(session)
    matters = (view.matters["1-2"], view.matters["1-1"])
    done = intake.receive(session, settle(add_package(visit, "p-1", matters)))
    assert len(done.receipts) == 1
    assert sorted(case.intake.package for case in cases(session)) == ["p-1", "p-1"]
    intake.receive(session, settle(visiting(session, "1-2")))
    today = period.of(Span.DAY, date(2026, 11, 24))
    found = {one.key: one.value for one in figures.measure(admin, today)}
    assert (found["received"], found["packages"]) == (3.0, 2.0)
    behind = figures.behind(admin, "packages", today)
    assert len(behind) == 2


@pytest.mark.req("R084")
def test_two_people_change_one_package_and_neither_change_is_lost(session, admin) -> None:
    editor, other = session.as_clerk("0701"), session.as_clerk("0702")
    first = packages.save(other, SHOP, seen=0, submit=True)
    with pytest.raises(Conflict) as late:
        packages.save(editor, msgspec.structs.replace(SHOP, name="开小书店一件事"), seen=0)
    assert late.value.code == "CAT-21"
    second = packages.save(
        editor, msgspec.structs.replace(SHOP, name="开小书店一件事"), seen=first.saves, submit=True
    )
    assert second.editors == ("0702", "0701")
    with pytest.raises(NotAllowed) as own:
        packages.approve(other, "p-1", seen=second.saves)
    assert own.value.code == "CAT-27", "who wrote the first half of it does not approve it"
    with pytest.raises(Conflict):
        packages.approve(admin, "p-1", seen=first.saves)
    assert packages.approve(admin, "p-1", seen=second.saves).name == "开小书店一件事"
    with pytest.raises(Invalid) as same:
        packages.save(editor, catalogue.catalogue(session).packages["p-1"], seen=3, submit=True)
    assert same.value.code == "CAT-24"


def test_a_package_sent_back_waits_for_nobody_and_one_withdrawn_is_offered_no_more(
    session, admin
) -> None:
    editor = session.as_clerk("0701")
    seen = packages.save(editor, SHOP, seen=0, submit=True).saves
    with pytest.raises(Invalid):
        packages.send_back(admin, "p-1", " ", seen=seen)
    with pytest.raises(NotAllowed):
        packages.send_back(editor, "p-1", "少一问", seen=seen)
    back = packages.send_back(admin, "p-1", "少一问", seen=seen)
    assert (back.reason, back.waits) == ("少一问", False)
    with pytest.raises(Conflict):
        packages.approve(admin, "p-1", seen=back.saves)
    packages.publish(editor, admin, (SHOP,))
    assert "p-1" in catalogue.catalogue(session).packages
    (row,) = package_sheet.packages(editor).rows
    gone = packages.save(editor, SHOP, seen=row.seen, withdrawal="政策调整", submit=True)
    assert "p-1" in catalogue.catalogue(session).packages, "not before a second person says so"
    packages.approve(admin, "p-1", seen=gone.saves)
    assert catalogue.catalogue(session).packages == {}
    assert package_sheet.packages(editor).rows[0].entry.withdrawn == "政策调整"
    packages.publish(editor, admin, (SHOP,))
    assert catalogue.catalogue(session).packages["p-1"].version == 2


@pytest.mark.req("R084")
def test_a_draft_is_kept_and_its_version_begins_on_its_day(session, admin, clock) -> None:
    editor = session.as_clerk("0701")
    packages.publish(editor, admin, (SHOP,))
    wanted = msgspec.structs.replace(SHOP, name="开小书店一件事", matters=("1-2", "1-1"))
    broken = msgspec.structs.replace(wanted, department=SHOP.department, matters=())
    draft = packages.save(editor, broken, seen=2)
    assert draft.state is ProposalState.DRAFT, "a draft need not be whole"
    with pytest.raises(Conflict):
        packages.approve(admin, "p-1", seen=draft.saves)
    for day in ("2026-11-23", "morgen"):
        with pytest.raises(Invalid) as wrong:
            packages.save(editor, wanted, seen=draft.saves, effective=day)
        assert wrong.value.code == "CAT-22"
    handed = packages.save(editor, wanted, seen=draft.saves, effective="2026-12-01", submit=True)
    done = packages.approve(admin, "p-1", seen=handed.saves)
    assert done.version == 2
    assert catalogue.catalogue(session).packages["p-1"].name == SHOP.name, "not before its day"
    (row,) = package_sheet.packages(editor).rows
    assert [(v.item.version, v.begins, v.in_force) for v in row.versions] == [
        (2, "2026-12-01", False),
        (1, "", True),
    ]
    found = compare_packages(row.versions[1].item, row.versions[0].item, {"1-1": "卫生许可"})
    assert [(d.head, d.old, d.new) for d in found] == [
        ("名称", "开书店一件事", "开小书店一件事"),
        ("都要办的事项", "1-2", "1-2、卫生许可"),
    ]
    clock.pass_(days=7)
    assert catalogue.catalogue(session).packages["p-1"].name == "开小书店一件事"
    assert [v.in_force for v in package_sheet.packages(editor).rows[0].versions] == [True, False]


def test_a_draft_is_given_up_and_another_departments_package_is_not_written(session, admin) -> None:
    editor = session.as_clerk("0701")
    draft = packages.save(editor, SHOP, seen=0)
    with pytest.raises(NotAllowed) as strange:
        packages.save(
            editor, msgspec.structs.replace(SHOP, department="区卫生健康委"), seen=draft.saves
        )
    assert strange.value.code == "CAT-20"
    gone = packages.drop(editor, "p-1", seen=draft.saves)
    assert gone.state is ProposalState.DROPPED
    assert package_sheet.packages(editor).rows == ()
    assert packages.save(editor, SHOP, seen=0, submit=True).waits, "its key is free again"


def test_a_code_of_another_package_and_an_unknown_matter_are_refused(session, admin) -> None:
    packages.publish(session.as_clerk("0701"), admin, (SHOP,))
    for change, field in (({"code": "9001"}, "code"), ({"matters": ("9-9", "1-2")}, "matters")):
        wrong = msgspec.structs.replace(SHOP, key="p-2", code="9002", name="另一件事")
        with pytest.raises(Invalid) as refused:
            packages.save(admin, msgspec.structs.replace(wrong, **change), seen=0, submit=True)
        assert (refused.value.code, refused.value.field) == ("CAT-23", field)
