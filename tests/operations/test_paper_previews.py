"""A paper shown before it is made: as it will be but for its number, from the first matter on."""

from __future__ import annotations

import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.visit import (
    add_applicants,
    set_presenter,
)
from zcdesk.operations import intake, papers, queue


@pytest.mark.req("UX-23")
def test_the_preview_is_the_paper_but_for_its_number(session) -> None:
    visit_ = settle(visiting(session, "1-1", "1-2"))
    (shown,) = intake.preview(session, visit_, PaperKind.RECEIPT)
    (task,) = intake.receive(session, visit_).prints
    printed = task.paper
    assert shown.head.number == papers.PENDING_NUMBER
    assert (shown.party, shown.materials, shown.delivery) == (
        printed.party,
        printed.materials,
        printed.delivery,
    )
    assert [m.latest for m in shown.matters] == [m.latest for m in printed.matters]
    assert shown.qr == ""


@pytest.mark.req("UX-23")
def test_an_unfinished_visit_can_be_previewed(session) -> None:
    """The check page shows the paper beside what is still missing."""
    empty = queue.walk_in(session)
    assert intake.preview(session, empty, PaperKind.RECEIPT) == ()
    nameless = visiting(session.at_window("5"), "1-2", person=Person())
    (shown,) = intake.preview(session, nameless, PaperKind.RECEIPT)
    assert shown.party.name == papers.PENDING_NAME
    (voucher,) = intake.preview(session, nameless, PaperKind.VOUCHER)
    assert voucher.lacks
    assert intake.preview(session, settle(nameless), PaperKind.VOUCHER) == ()
    assert intake.preview(session, nameless, PaperKind.PROMISE) == ()
    assert intake.preview(session, nameless, PaperKind.SUMMARY) == ()


def test_a_batch_previews_its_list_with_who_hands_it_in(session) -> None:
    seen = add_applicants(visiting(session, "1-2"), (somebody(2), Person(phone="13800000000")))
    seen = set_presenter(seen, somebody(99), Agency.UNIT_CLERK)
    (shown,) = intake.preview(session, seen, PaperKind.SUMMARY)
    assert shown.presenter.name == somebody(99).name
    assert [(r.applicant, r.number) for r in shown.rows] == [
        (somebody(1).name, "待生成"),
        (somebody(2).name, "待生成"),
        ("待填写", "待生成"),
    ]
