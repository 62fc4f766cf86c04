"""自上次上班以来的变化: told at the first page, listed by one key, gone once it was looked at."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_hall import SECRET
from page_looks import clipped

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
    assert "1 个事项有变化，本窗口 1 个" in line.words.full_text
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
