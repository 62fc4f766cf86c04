"""The catalogue at a window: scope, favourites, versions that are never changed."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_visit import settle, visiting

from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import Entry, MatterWithdrawn
from zcdesk.domain.fold import decode_body
from zcdesk.domain.matter import Matter, WindowCategory
from zcdesk.errors import UserError
from zcdesk.operations import catalogue, intake


def withdraw(session, key: str) -> None:
    with session.transaction() as tx:
        tx.append(NewAct(subject=f"matter:{key}", body=MatterWithdrawn(reason="下放街道")))


def published(session, key: str) -> list[Matter]:
    """Every version of a matter as its acts hold it."""
    with session.reading() as store:
        return [decode_body(act).matter for act in store.acts(f"matter:{key}")]


@pytest.mark.req("R019", "R070")
def test_a_window_takes_what_its_scope_covers_and_knows_who_takes_the_rest(session) -> None:
    general = catalogue.catalogue(session)
    field = catalogue.catalogue(session.at_window("5"))
    drink, project = general.matters["1-1"], general.matters["4-1"]
    assert (general.takes(drink), general.takes(project)) == (True, True)
    assert (field.takes(drink), field.takes(project)) == (False, True)
    assert general.elsewhere(drink) == ("3",)
    assert general.elsewhere(project) == ("3", "5")


def test_a_matter_of_two_categories_is_taken_at_both(session) -> None:
    both = msgspec.structs.replace(
        catalogue.matter(session, "1-1"),
        categories=(WindowCategory.SOCIAL, WindowCategory.INVESTMENT),
    )
    publish(session.as_clerk("0001"), both)
    assert catalogue.catalogue(session.at_window("5")).takes(both)


def test_favourites_and_what_was_taken_in_most_today(session, clock) -> None:
    for keys in (("1-1",), ("1-2",), ("1-2",)):
        intake.receive(session, settle(visiting(session, *keys)))
    view = catalogue.catalogue(session)
    assert (view.favourites, view.today) == (("1-2",), ("1-2", "1-1"))
    clock.pass_(days=1)
    assert catalogue.catalogue(session).today == ()
    assert catalogue.catalogue(session.at_window("8")).favourites == ()


@pytest.mark.req("UX-26", "R145")
def test_a_change_is_a_new_version_and_the_old_one_stays_as_it_was(session) -> None:
    first = catalogue.matter(session, "1-2")
    second = publish(session, msgspec.structs.replace(first, promised_days=3))
    third = publish(session, msgspec.structs.replace(second, materials=()))
    assert (first.version, second.version, third.version) == (1, 2, 3)
    assert published(session, "1-2") == [first, second, third]
    assert catalogue.matter(session, "1-2") == third
    with session.reading() as store:
        entry = store.state("matter:1-2", Entry)
        acts = store.acts("matter:1-2")
    assert (entry.by, entry.published_at[:16]) == ("0001", "2026-11-24T09:00")
    assert decode_body(acts[-1]).approver == "0001"


def test_a_withdrawn_matter_is_not_found_and_comes_back_as_a_new_version(session) -> None:
    before = catalogue.matter(session, "1-2")
    withdraw(session, "1-2")
    for key in ("1-2", "9-9"):
        with pytest.raises(UserError) as refused:
            catalogue.matter(session, key)
        assert (refused.value.code, refused.value.fields) == ("MAT-08", {"key": key})
    view = catalogue.catalogue(session)
    assert "1-2" not in view.matters
    assert publish(session.as_clerk("0001"), before).version == 2
    assert catalogue.matter(session, "1-2").version == 2


def test_an_open_visit_outlives_the_withdrawal_of_its_matter(session) -> None:
    visit = settle(visiting(session, "1-2"))
    withdraw(session, "1-2")
    assert intake.receive(session, visit).receipts


@pytest.mark.req("UX-26")
def test_the_open_visit_says_that_its_list_has_a_newer_version(session) -> None:
    visit = visiting(session, "1-1", "1-2")
    publish(
        session.as_clerk("0001"),
        msgspec.structs.replace(catalogue.matter(session, "1-2"), promised_days=3),
    )
    assert [c.newer for c in intake.look_for_newer(session, visit).matters] == [0, 2]
    intake.save(session, visit)
    assert [c.newer for c in intake.reopen(session).matters] == [0, 2]


def test_what_departments_still_have_to_confirm(session) -> None:
    one = msgspec.structs.replace(catalogue.matter(session, "4-1"), defects=("承诺时限待部门确认",))
    publish(session.as_clerk("0001"), one)
    assert catalogue.defects(session) == (("4-1", one.name, "承诺时限待部门确认"),)
