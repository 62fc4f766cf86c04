"""A 一件事 at the counter: found in the search, asked by digits, taken in with one key."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
import pytest
from page_looks import clipped, reachable

from zcdesk.domain import visit as visits
from zcdesk.domain.act import NewAct
from zcdesk.domain.package import Answer, Package, PackagePublished, Question
from zcdesk.domain.visit import Visit, lines_of
from zcdesk.domain.window import WindowSet
from zcdesk.operations import catalogue
from zcdesk.ui.counter.package import PackagePage
from zcdesk.ui.counter.search import SearchPanel

SHOP = Package(
    key="p-1",
    code="9001",
    name="我要开书店一件事（示例）",
    department="区行政审批局",
    matters=("1-2",),
    questions=(
        Question(
            key="water",
            text="自己供水吗？",
            answers=(Answer(words="自供", matters=("1-1",), next="plan"), Answer(words="不自供")),
        ),
        Question(
            key="plan",
            text="要新建项目吗？",
            answers=(Answer(words="新建", matters=("4-1",)), Answer(words="不新建")),
        ),
    ),
)
VISIT = Visit(id="v", window="3", started_at="2026-11-24T09:00:00+08:00")


@pytest.fixture
def view(page_session):
    with page_session.as_clerk("0001").transaction() as tx:
        tx.append(NewAct(subject="package:p-1", body=PackagePublished(package=SHOP)))
    return catalogue.catalogue(page_session)


@pytest.fixture
def open_page(page_desk, view, show):
    def open_(theme: str = "light", scale: float = 1.0) -> SimpleNamespace:
        page = PackagePage(page_desk)
        window = show(page, "normal", theme, scale)
        page.open(VISIT, view, SHOP)
        made: list[object] = []
        page.changed.connect(made.append)
        page.closed.connect(lambda: made.append("closed"))
        return SimpleNamespace(page=page, window=window, made=made)

    return open_


@pytest.mark.req("R013", "R084")
def test_digits_answer_and_one_key_takes_all_matters(open_page, press, told) -> None:
    at = open_page()
    press("F9")
    assert at.made == [], "a question is open"
    assert told.notes[-1] == "先回答：自己供水吗？"
    press("1", "2")
    assert [one.matter.key for one in at.page.matters.rows] == ["1-2", "1-1"]
    press("F9")
    visit, closed = at.made
    assert closed == "closed"
    assert [(c.matter.key, c.package) for c in visit.matters] == [("1-2", "p-1"), ("1-1", "p-1")]
    identity = [
        line.used_by for line in lines_of(visit, visit.applicant) if "身份证" in line.material.name
    ]
    assert identity == [(1, 2)], "one row, ticked once"


def test_another_answer_takes_back_what_the_first_brought(open_page, press) -> None:
    at = open_page()
    press("1", "1")
    assert len(at.page.matters.rows) == 3
    at.page.answer("water", 1)
    assert [one.matter.key for one in at.page.matters.rows] == ["1-2"]
    assert at.page.given == {"water": 1}
    press("Esc")
    assert at.made == ["closed"]


def test_the_search_offers_it_beside_the_matters(page_desk, view, show, press) -> None:
    panel = SearchPanel(page_desk)
    show(panel)
    panel.open(VISIT, view)
    taken: list[object] = []
    panel.chosen.connect(lambda found, _replace: taken.append(found))
    press.type("9001")
    assert panel.current == SHOP
    assert "问 2 个问题" in panel.card._papers.full_text
    press("Enter")
    assert taken == [SHOP]


def test_where_one_matter_belongs_elsewhere_the_way_is_shown(
    page_session, page_desk, view, show, press, told
) -> None:
    with page_session.as_clerk("0001").transaction() as tx:
        body = WindowSet(number="3", categories=("社会民生",))
        tx.append(NewAct(subject="window:3", body=body))
    panel = SearchPanel(page_desk)
    show(panel)
    panel.open(VISIT, catalogue.catalogue(page_session))
    taken: list[object] = []
    panel.chosen.connect(lambda found, _replace: taken.append(found))
    press.type("9001")
    assert panel.list.current.where
    press("Enter")
    assert taken == []
    assert "不在大厅综合窗口办理" in told.notes[-1], "no window takes all of it"


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_nothing_is_cut_and_everything_is_reached(
    open_page, press, theme: str, scale: float
) -> None:
    at = open_page(theme, scale)
    press("1", "1")
    assert clipped(at.window) == []
    assert {at.page.take_button, at.page.matter_view} <= reachable(at.page)


def test_the_counter_goes_from_the_search_to_the_list(counter, press) -> None:
    """In the real counter: the package's matters stand in the visit with one merged list."""
    session = counter.desk.session
    keys = list(catalogue.catalogue(session).matters)
    wanted = [k for k in keys if catalogue.catalogue(session).matters[k].has_list][:2]
    package = msgspec.structs.replace(SHOP, matters=tuple(wanted), questions=())
    with session.as_clerk("0001").transaction() as tx:
        tx.append(NewAct(subject="package:p-1", body=PackagePublished(package=package)))
    counter.page.taking.refresh()
    counter.serve()
    before = {c.matter.key for c in counter.visit.matters}
    counter.page.taking.take(package)
    assert counter.page.front == "package"
    counter.press("F9")
    assert counter.page.front == "serving"
    assert {c.matter.key for c in counter.visit.matters} == before | set(wanted)
    assert all(c.package == "p-1" for c in counter.visit.matters if c.matter.key in wanted)
    assert visits.rows_of(counter.visit)
