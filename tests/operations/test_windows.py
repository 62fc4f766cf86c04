"""The window opens, pauses with a reason and closes; a second press records nothing."""

from __future__ import annotations

import pytest

from zcdesk.domain.window import WindowKind, WindowMode
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import windows


def acts(session) -> int:
    with session.reading() as store:
        return len(store.acts("window:3"))


def test_a_day_of_the_window(session, clock) -> None:
    opened = windows.open_window(session)
    assert (opened.mode, opened.clerk, opened.since[:16]) == (
        WindowMode.OPEN,
        "0312",
        "2026-11-24T09:00",
    )
    clock.pass_(hours=3)
    paused = windows.pause_window(session, " 用餐 ")
    assert (paused.mode, paused.reason, paused.since[11:16]) == (WindowMode.PAUSED, "用餐", "12:00")
    assert windows.open_window(session).reason == ""
    assert windows.close_window(session).mode is WindowMode.CLOSED
    assert windows.window_of(session).mode is WindowMode.CLOSED


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_pause_has_its_reason(session, reason: str) -> None:
    before = acts(session)
    with pytest.raises(NotAllowed) as refused:
        windows.pause_window(session, reason)
    assert refused.value.code == "WIN-01"
    assert acts(session) == before


def test_the_same_again_is_no_second_act(session) -> None:
    windows.pause_window(session, "用餐")
    before = acts(session)
    windows.pause_window(session, "用餐")
    assert acts(session) == before
    windows.pause_window(session, "会议")
    assert acts(session) == before + 1


@pytest.mark.req("R070")
def test_the_halls_windows_by_number_with_their_scope(session) -> None:
    found = windows.windows(session)
    assert [(w.number, w.kind, w.scope_text) for w in found] == [
        ("3", WindowKind.GENERAL, "无差别"),
        ("5", WindowKind.GENERAL, "投资建设"),
    ]


def test_a_window_the_hall_does_not_have(session) -> None:
    with pytest.raises(UserError) as refused:
        windows.open_window(session.at_window("8"))
    assert (refused.value.code, refused.value.fields) == ("SYS-11", {"window": "8"})
