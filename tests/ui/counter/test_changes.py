"""自上次上班以来的变化: told at the first page, listed by one key, gone once it was looked at."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_hall import SECRET
from page_looks import clipped

from zcdesk.domain.catalogue_news import News, PackageChange
from zcdesk.domain.package import Package
from zcdesk.operations import catalogue, clerks
from zcdesk.ui.counter.changes import ChangesPage, NewsLine


@pytest.fixture
def next_day(page_session, clock) -> None:
    """A clerk who went home comes back to a matter that changed meanwhile."""
    clock.pass_(hours=1)
    clerks.log_off(page_session)
    clock.pass_(hours=1)
    old = catalogue.matter(page_session, "1-2")
    publish(page_session, msgspec.structs.replace(old, promised_days=3))
    clock.pass_(days=1)
    clerks.log_in(page_session, "0312", SECRET)


@pytest.mark.req("R109")
def test_the_idle_page_tells_of_it_until_it_was_seen(page_desk, next_day, show) -> None:
    line = NewsLine(page_desk)
    show(line)
    opened = []
    line.opened.connect(opened.append)
    line.read()
    assert line.isVisible()
    assert "事项目录有 1 处变化，本窗口 1 处" in line.words.full_text
    line.open()
    assert [one.new.key for one in opened[0].changes] == ["1-2"]
    line.read()
    assert not line.isVisible(), "what was looked at is no news"


@pytest.mark.parametrize(("theme", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_the_differences_are_listed_and_esc_goes_back(
    page_desk, next_day, show, press, theme: str, scale: float
) -> None:
    line, page = NewsLine(page_desk), ChangesPage(page_desk)
    line.opened.connect(page.open)
    window = show(page, "normal", theme, scale)
    line.read()
    line.open()
    assert page.words.full_text == "～ 改 承诺时限：10 → 3"
    assert clipped(window) == []
    closed = []
    page.closed.connect(lambda: closed.append(True))
    press("Esc")
    assert closed == [True]


def test_a_package_that_begins_or_changes_is_told_with_its_matters(page_desk, show) -> None:
    shop = Package(
        key="p-1",
        code="9001",
        name="开书店一件事",
        department="区行政审批局",
        matters=("1-2", "1-1"),
    )
    names = {"1-1": "饮用水卫生许可", "1-2": "出版物零售"}
    page = ChangesPage(page_desk)
    show(page)
    page.open(News(changes=(PackageChange(new=shop, names=names),)))
    assert page.words.full_text == (
        "新的一件事，区行政审批局牵头；可能要办：出版物零售、饮用水卫生许可"
    )
    later = msgspec.structs.replace(shop, version=2, matters=("1-2",))
    page.open(News(changes=(PackageChange(new=later, old=shop, names=names),)))
    said = "～ 改 都要办的事项：出版物零售、饮用水卫生许可 → 出版物零售"
    assert page.words.full_text == said
