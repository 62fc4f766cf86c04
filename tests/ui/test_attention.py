"""The page of what a person should look at: a list, a reason in icon and word, seen by one key."""

from __future__ import annotations

from types import SimpleNamespace

import msgspec
import pytest

from zcdesk.operations.attention import Attention, Reason
from zcdesk.ui.attention import AttentionPage

ONE = Attention(
    act="a1",
    subject="ticket:t",
    what="A012",
    kind="ticket.called",
    reason=Reason.CONTESTED,
    clerk="0312",
    at="2026-11-24T09:12:00+08:00",
    is_mine=True,
    other_clerk="0313",
    other_at="2026-11-24T09:11:00+08:00",
)
TWO = msgspec.structs.replace(
    ONE, act="a2", kind="case.blessed", reason=Reason.UNKNOWN, is_mine=False, other_at=""
)


@pytest.fixture
def page(page_desk, show) -> AttentionPage:
    left = [ONE, TWO]

    def see(_session, act):
        for place, one in enumerate(left):
            if one.act == act:
                left[place] = msgspec.structs.replace(one, is_seen=True)

    operations = SimpleNamespace(
        attention=SimpleNamespace(all_of=lambda _: tuple(left), see=see),
    )
    page_desk.operations = operations
    page = AttentionPage(page_desk)
    page.shut = []
    page.closed.connect(lambda: page.shut.append(True))
    page.left = left
    show(page)
    return page


def cells(page: AttentionPage, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(5)]


@pytest.mark.req("UX-57")
def test_each_says_why_what_who_and_who_came_first(page, press) -> None:
    page.open()
    assert cells(page, 0) == [
        "与先到的冲突",
        "A012",
        "叫号",
        "本窗口 0312 11-24 09:12",
        "0313 11-24 09:11",
    ]
    assert cells(page, 1)[0] == "需要新版本"
    assert cells(page, 1)[2:] == ["case.blessed", "别的窗口 0312 11-24 09:12", "—"]


def test_what_no_hall_takes_is_said_to_be_here_alone(page, press) -> None:
    page.left[:] = [
        msgspec.structs.replace(ONE, reason=Reason.TOO_LARGE),
        msgspec.structs.replace(ONE, act="a2", reason=Reason.ALTERED, at="gestern"),
    ]
    page.open()
    assert [(cells(page, row)[0], cells(page, row)[4]) for row in (0, 1)] == [
        ("过大，未上报", "只在本机，核对后重办"),
        ("被改动，未上报", "只在本机，核对后重办"),
    ]
    assert cells(page, 1)[3] == "本窗口 0312 —"


def test_enter_notes_that_it_was_seen(page, press) -> None:
    page.open()
    press("Enter")
    assert page.left[0].is_seen
    assert cells(page, 0)[0] == "已看"
    assert page.button.isEnabled()
    press("Down")
    press("Enter")
    assert all(one.is_seen for one in page.left)
    assert not page.button.isEnabled()


def test_o_opens_the_case_it_is_about_and_nothing_else(page, press) -> None:
    wanted: list[str] = []
    page.case_wanted.connect(wanted.append)
    page.left[1] = msgspec.structs.replace(TWO, subject="case:c9")
    page.open()
    press("O")
    assert wanted == []
    press("Down")
    press("O")
    assert wanted == ["c9"]
    page.left[1] = TWO
    page.open()
    assert not page.open_button.isEnabled()


def test_nothing_to_look_at(page, press) -> None:
    page.left.clear()
    page.open()
    assert page.empty.isVisible()
    press("Esc")
    assert page.shut == [True]
