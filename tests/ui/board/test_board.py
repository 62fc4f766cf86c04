"""The hall board: numbers and windows only, the newest call, no older fence, old data said."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import msgspec
import pytest
from fix_hall import Clock
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zcdesk.domain.checkdigit import with_check_digit
from zcdesk.domain.ticket import Outcome
from zcdesk.operations import board, queue, tickets, windows
from zcdesk.ui import theme
from zcdesk.ui.board.parts import unit
from zcdesk.ui.board.window import BoardWindow
from zcdesk.ui.jobs import InlineJobs

SOCIAL = "社会民生"


@pytest.fixture
def shown(page_desk, dressed) -> BoardWindow:
    window = BoardWindow(page_desk)
    dressed(window, size=(1920, 1080))
    window.start()
    return window


def take(session, **how) -> str:
    return tickets.take_ticket(session, SOCIAL, **how).ticket.number


@pytest.mark.req("R100", "R093")
def test_a_called_number_stands_there_with_its_window_and_is_lit_for_two_seconds(
    shown: BoardWindow, page_session, clock: Clock
) -> None:
    take(page_session), take(page_session)
    first = queue.call_next(page_session)
    shown.look()
    assert shown.banner.words == "A001 请到 3 号窗口"
    assert not shown.banner.is_fresh  # what stood there when the board was opened is no news
    queue.leave(page_session, first, Outcome.LEFT)
    clock.pass_(seconds=30)
    queue.call_next(page_session)
    shown.look()
    assert (shown.banner.words, shown.banner.is_fresh) == ("A002 请到 3 号窗口", True)
    clock.pass_(seconds=2)
    shown.tick()
    assert not shown.banner.is_fresh
    assert shown.calls.accessibleName() == "A002 到 3 号窗口"


def test_a_recall_comes_to_the_top_again(shown: BoardWindow, page_session, clock: Clock) -> None:
    take(page_session)
    tickets.take_ticket(page_session, "投资建设")
    visit = queue.call_next(page_session)
    clock.pass_(seconds=10)
    queue.call_next(page_session.at_window("5"))
    shown.look()
    assert [call.number for call in shown.calls.calls] == ["D001", "A001"]
    clock.pass_(seconds=10)
    queue.recall(page_session, visit)
    shown.look()
    assert [call.number for call in shown.calls.calls] == ["A001", "D001"]
    assert shown.banner.is_fresh


def test_a_call_older_than_one_already_shown_is_dropped(shown: BoardWindow) -> None:
    """A window that slept must call nobody back (the fence)."""
    call = board.Call(ticket="t", number="A001", window="3", at="2026-11-24T09:00:00", fence=2)
    view = board.BoardView(hall="厅", at="2026-11-24T09:00:01", calls=(call,))
    shown.show_view(view)
    stale = msgspec.structs.replace(call, window="5", fence=1, at="2026-11-24T09:00:05")
    shown.show_view(msgspec.structs.replace(view, calls=(stale,)))
    assert shown.calls.calls == ()
    again = msgspec.structs.replace(call, window="5", fence=3, at="2026-11-24T09:00:09")
    shown.show_view(msgspec.structs.replace(view, calls=(again,)))
    assert [c.window for c in shown.calls.calls] == ["5"]


def test_waits_are_told_for_every_category_also_while_nobody_can_know(
    shown: BoardWindow, page_session
) -> None:
    take(page_session)
    shown.look()
    said = shown.lines.accessibleName()
    assert "社会民生 等候 1 人，暂无预计" in said
    assert "投资建设 等候 0 人" in said


def test_old_data_are_said_and_the_clock_goes_on(
    shown: BoardWindow, page_session, page_desk, clock: Clock
) -> None:
    take(page_session)
    queue.call_next(page_session)
    shown.look()
    page_desk.jobs = InlineJobs(held=True)
    shown.look()
    clock.pass_(seconds=16)
    shown.look()
    shown.tick()
    assert page_desk.jobs.waiting == 1  # a hall that does not answer is not asked twice
    assert shown.banner.accessibleName() == "显示暂停，请听语音或看窗口屏"
    assert shown.foot.age == "数据 09:00:00"
    clock.pass_(minutes=1)
    shown.tick()
    assert shown.foot.clock == "09:01"
    page_desk.jobs.release()
    assert not shown.is_stale
    assert shown.banner.words == "A001 请到 3 号窗口"


def test_cut_off_from_the_halls_server_the_board_stops(
    shown: BoardWindow, page_desk, clock: Clock
) -> None:
    """What is read then is only this PC's own copy: calls of other windows are not in it."""

    class Server:
        is_online = False

        def nudge(self) -> None:
            pass

    page_desk.syncing = Server()
    clock.pass_(seconds=16)
    shown.look()
    shown.tick()
    assert shown.banner.accessibleName() == "显示暂停，请听语音或看窗口屏"
    page_desk.syncing.is_online = True
    shown.look()
    shown.tick()
    assert not shown.is_stale


@pytest.mark.req("R100")
def test_pauses_missed_numbers_and_standing_words_take_turns(
    shown: BoardWindow, page_session, clock: Clock
) -> None:
    take(page_session)
    queue.miss(page_session, queue.call_next(page_session))
    windows.pause_window(page_session.at_window("5"), "用餐")
    shown.look()
    seen = set()
    for _ in range(8):
        clock.at += timedelta(seconds=8)
        shown.look()
        seen.add(shown.foot.words)
    assert {"5 号窗口暂停服务：用餐", "过号 A001 请到导办台"} <= seen


@pytest.mark.req("UX-43", "UX-60")
def test_nothing_of_a_person_is_read_for_the_board(page_session) -> None:
    card = with_check_digit("32021319580412452")
    take(page_session, card=card, priority=True, why="65 岁以上")
    queue.call_next(page_session)
    text = repr(board.view(page_session))
    assert card not in text
    assert "65" not in text


@pytest.mark.parametrize(
    "size", [(1920, 1080), (1366, 768), (1080, 1920), (3840, 2160)], ids=lambda s: f"{s[0]}x{s[1]}"
)
def test_every_part_lies_inside_and_is_large_enough(shown: BoardWindow, size) -> None:
    shown.resize(*size)
    parts = (shown.banner, shown.calls, shown.lines, shown.foot)
    for part in parts:
        assert shown.rect().contains(part.geometry())
    for one, other in pairwise(parts):
        assert not one.geometry().intersects(other.geometry())
    assert unit(shown) > 0.6
    assert not shown.grab().isNull()


def test_esc_closes_it(shown: BoardWindow) -> None:
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


@pytest.mark.parametrize("look", list(theme.Theme))
def test_every_word_of_the_board_stands_out_in_every_look(look) -> None:
    """Read from ten metres: at least 7:1, on the ground and lit."""
    at = theme.tokens(look)
    for ground in (at.board, at.board_row):
        for ink in (at.board_text, at.board_call, at.board_second):
            assert theme.contrast(ink, ground) >= 7, (look, ink, ground)
    assert theme.contrast(at.board, at.board_call) >= 7
