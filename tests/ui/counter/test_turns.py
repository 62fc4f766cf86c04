"""The queue at the counter: call, recall, pass over, set aside, send on, and taking it back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fix_counter import resident
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from zcdesk.devices.kinds import Call
from zcdesk.domain.act import NewAct
from zcdesk.domain.ticket import Channel, Ticket, TicketStatus, TicketTaken
from zcdesk.domain.visit import Phase
from zcdesk.errors import DeviceError
from zcdesk.operations import tickets, windows
from zcdesk.ui.jobs import InlineJobs


def ticket(counter, number: str) -> Ticket:
    """Return today's ticket of that number as the store has it."""
    with counter.desk.session.reading() as store:
        found = [state for _, state in store.states(Ticket)]
    return next(state for state in found if state.number == number)


def idle(counter) -> bool:
    return counter.page.front == "idle" and counter.visit is None


def test_f2_calls_and_the_caller_speaks(counter):
    counter.ticket("1-5")
    counter.press("F2")
    assert counter.visit.phase is Phase.CALLED
    assert counter.find("ticket_number").full_text == "A001"
    assert counter.desk.devices["caller"].said == ["A001@3"]
    assert counter.page.strip.phase.full_text == "已呼叫 ·"


@pytest.mark.req("UX-57")
def test_with_nobody_waiting_f2_says_so_and_the_page_says_what_comes(counter):
    counter.press("F2")
    assert idle(counter)
    assert counter.notes == ["现在没有人等候，有人取号会自动提示"]
    assert counter.page.idle.next.label.full_text == "现在没有人等候，有人取号会自动提示"
    counter.ticket()
    assert counter.notes[-1] == "A001 已取号，正在等候"
    assert counter.find("idle_first_number").full_text == "A001"


@pytest.mark.req("UX-04")
def test_a_held_key_calls_once(make_counter):
    jobs = InlineJobs(held=True)
    counter = make_counter(jobs=jobs)
    jobs.release()
    counter.ticket()
    counter.ticket()
    jobs.release()
    counter.press("F2", "F2")
    target = QApplication.focusWidget()
    for _ in range(3):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_F2,
            Qt.KeyboardModifier.NoModifier,
            "",
            autorep=True,
        )
        QApplication.sendEvent(target, event)
    jobs.release()
    assert ticket(counter, "A001").status is TicketStatus.CALLED
    assert ticket(counter, "A002").status is TicketStatus.WAITING
    assert counter.codes == []


@pytest.mark.req("UX-04")
def test_no_key_of_the_counter_repeats(counter):
    from zcdesk.ui.bindings import shortcut_problems

    assert shortcut_problems(counter.shell) == ()
    counter.serve()
    assert shortcut_problems(counter.shell) == ()


def test_a_recall_needs_five_seconds(counter):
    counter.ticket()
    counter.press("F2", "F3")
    assert counter.desk.devices["caller"].said == ["A001@3"]
    assert counter.notes[-1] == "刚刚叫过，隔 5 秒可以重呼"
    counter.clock.pass_(seconds=5)
    counter.press("F3")
    assert counter.desk.devices["caller"].said == ["A001@3"] * 2
    assert ticket(counter, "A001").recalls == 1


def test_a_call_nobody_answers_offers_to_pass_over_in_time(counter):
    counter.ticket()
    counter.press("F2")
    late = counter.page.serving.start.late
    counter.clock.pass_(seconds=89)
    counter.page.tick()
    assert late.isHidden()
    counter.clock.pass_(seconds=1)
    counter.page.tick()
    assert "90 秒" in late.full_text
    counter.page.strip.elapsed.tick()
    assert counter.page.strip.elapsed.property("tone") == "warn"


@pytest.mark.req("UX-30")
def test_passing_over_can_be_taken_back_for_ten_seconds(counter):
    counter.ticket("1-5")
    counter.press("F2", "Shift+F3")
    assert idle(counter)
    assert ticket(counter, "A001").status is TicketStatus.NO_SHOW
    assert counter.find("undo_bar").isVisible()
    assert "A001 已过号" in counter.page.undo_bar.words.full_text
    counter.clock.pass_(seconds=9)
    counter.press("Ctrl+Z")
    assert counter.visit.phase is Phase.CALLED
    assert ticket(counter, "A001").status is TicketStatus.CALLED
    assert counter.notes[-1] == "已撤销"


@pytest.mark.req("UX-30")
def test_after_ten_seconds_the_list_is_the_way_back(counter):
    counter.ticket()
    counter.press("F2", "Shift+F3")
    counter.clock.pass_(seconds=11)
    counter.press("Ctrl+Z")
    assert idle(counter)
    counter.page.idle.missed.view.setFocus()
    counter.press("Enter")
    assert counter.find("ticket_number").full_text == "A001"


@pytest.mark.req("UX-30")
def test_setting_aside_keeps_the_work_and_can_be_taken_back(counter):
    counter.serve()
    counter.press("A")
    counter.press("F2", "1")
    assert idle(counter)
    assert ticket(counter, "A001").status is TicketStatus.PARKED
    counter.press("Ctrl+Z")
    assert counter.state(1) == "received"
    counter.press("Shift+F2", "2")
    counter.clock.pass_(minutes=12)
    counter.page.idle.refresh()
    assert counter.page.idle.parked.view.rows_model.rows[0].minutes == 12
    counter.page.idle.parked.view.setFocus()
    counter.press("Enter")
    assert counter.state(1) == "received"
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view


@pytest.mark.req("UX-30")
def test_sending_on_can_be_taken_back_with_all_that_was_done(counter):
    counter.serve()
    counter.press("A")
    counter.press("Shift+F2", "3")
    places = [b.text() for b in counter.find("queue_choices").answers]
    assert places == ["社会民生类", "市场准入类", "投资建设类", "5 号窗口"]
    counter.press("4")
    assert idle(counter)
    sent = ticket(counter, "A001")
    assert (sent.status, sent.to_window) == (TicketStatus.WAITING, "5")
    counter.press("Ctrl+Z")
    assert counter.visit.phase is Phase.SERVING
    assert counter.state(1) == "received"
    assert ticket(counter, "A001").status is TicketStatus.SERVING


@pytest.mark.req("UX-30")
def test_a_matter_taken_out_comes_back(counter):
    counter.serve()
    counter.press("A")
    tile = counter.find("matter_1")
    tile.setFocus()
    counter.press("Delete")
    assert not counter.visit.matters
    counter.press("Ctrl+Z")
    assert [c.matter.key for c in counter.visit.matters] == ["1-5"]
    assert counter.state(1) == "received"


def test_f2_with_work_left_asks_in_the_page(counter):
    counter.serve()
    before = counter.visit
    counter.press("F2")
    choices = counter.find("queue_choices")
    assert choices.title.full_text == "本件未完成，还差 6 项"
    assert [(b.key, b.text(), b.isEnabled()) for b in choices.answers] == [
        ("1", "挂起", True),
        ("2", "仅咨询，结束", False),
        ("3", "作废", True),
    ]
    counter.press("2")
    assert choices.is_open
    counter.press("Esc")
    assert (counter.visit, choices.is_open) == (before, False)
    assert counter.shell.focusWidget() is counter.page.serving.checklist.view
    counter.press("F2", "3")
    assert idle(counter)
    assert ticket(counter, "A001").outcome == "voided"


def test_somebody_who_only_asked_something_leaves_without_a_matter(counter):
    counter.ticket()
    counter.press("F2", "Enter", "F2", "2")
    assert ticket(counter, "A001").outcome == "consulted"


def test_f2_before_anybody_came_never_loses_the_call(counter):
    counter.ticket()
    counter.press("F2", "F2")
    assert counter.find("queue_choices").title.full_text == "A001 还没有到窗口"
    counter.press("Esc")
    assert counter.visit.phase is Phase.CALLED
    counter.press("F2", "1")
    assert ticket(counter, "A001").status is TicketStatus.NO_SHOW


def test_the_menu_offers_only_what_can_be_done_now(counter):
    counter.press("Shift+F2")
    off = [b.key for b in counter.find("queue_choices").answers if not b.isEnabled()]
    assert off == ["1", "2", "3"]
    counter.press("4")
    assert counter.visit.phase is Phase.SERVING
    assert counter.visit.ticket.walk_in
    counter.press("Shift+F2")
    off = [b.key for b in counter.find("queue_choices").answers if not b.isEnabled()]
    assert off == ["4", "5", "6", "9"]


@pytest.mark.req("R093")
def test_a_passed_number_goes_back_into_the_queue_by_key(counter):
    for _ in range(5):
        counter.clock.pass_(seconds=20)
        counter.ticket()
    counter.press("F2", "Shift+F3")
    counter.press("Shift+F2", "7")
    assert [b.text() for b in counter.find("queue_choices").answers] == ["A001"]
    counter.press("1")
    assert counter.notes[-1] == "A001 已重新排队"
    assert ticket(counter, "A001").status is TicketStatus.WAITING
    called = []
    for _ in range(4):
        counter.press("F2")
        called.append(counter.find("ticket_number").full_text)
        counter.press("Enter", "F2", "2")
    assert called == ["A002", "A003", "A004", "A001"]
    counter.press("Shift+F2", "7")
    assert counter.find("queue_choices").title.full_text == "本窗口没有过号的号码"
    counter.press("Esc")


@pytest.mark.req("R093")
def test_a_number_written_by_hand_is_entered_by_key(counter):
    counter.clock.pass_(minutes=30)
    counter.ticket()
    counter.press("Shift+F2", "8", "1", "3")
    assert counter.notes[-1] == "已补录为 LA001，请写在手写号上"
    assert ticket(counter, "LA001").taken_at[11:16] == "09:10"
    counter.press("F2")
    assert counter.find("ticket_number").full_text == "LA001"


@pytest.mark.req("R093")
def test_the_slip_of_a_kiosk_that_was_cut_off_is_entered_by_key_under_its_own_number(counter):
    counter.clock.pass_(minutes=30)
    counter.ticket()

    def enter(number: str) -> None:
        counter.press("Shift+F2", "8", "5")
        counter.write(number)
        counter.press("Enter", "3")

    enter("a9001")  # the L stands there already
    assert counter.notes[-1] == "已补录 LA9001"
    assert (ticket(counter, "LA9001").taken_at[11:16]) == "09:10"
    enter("a9001")
    assert counter.notes[-1] == "LA9001 已经在大厅的记录里，是同一张号，不用再录"
    enter("9001")
    assert "“L9001”不是自助机的离线号" in counter.notes[-1]
    counter.press("F2")
    assert counter.find("ticket_number").full_text == "LA9001"


def test_a_clerk_is_told_that_who_is_called_holds_a_second_number(counter):
    session = counter.desk.session
    card = {"card": "110101199003078750"}
    counter.ticket(**card)
    tickets.take_ticket(session, "社会民生", number="LA9001", channel=Channel.BY_HAND)
    holder, slip = ticket(counter, "A001").holder, f"ticket:{ticket(counter, 'LA9001').id}"
    with session.transaction() as tx:  # the kiosk's own record comes
        body = TicketTaken(number="LA9001", category="社会民生", holder=holder)
        tx.append(NewAct(subject=slip, body=body))
    counter.press("F2")
    assert counter.notes[-1].startswith("A001 和 LA9001 是同一个人取的")


def test_the_day_is_ended_only_by_those_who_may_and_says_how_many(counter):
    counter.ticket()
    counter.press("Shift+F2", "9", "1")
    assert "由值班主管" in counter.notes[-1]
    counter.desk.set_session(counter.desk.session.as_clerk("0001"))
    counter.press("Shift+F2", "9", "Esc")
    assert ticket(counter, "A001").status is TicketStatus.WAITING
    counter.press("Shift+F2", "9", "1")
    assert counter.notes[-1] == "今日排队已结束，1 个号码不再叫"
    assert ticket(counter, "A001").outcome == "expired"


def test_one_number_can_be_called_out_of_turn(counter):
    counter.ticket()
    counter.ticket()
    counter.press("Shift+F2", "6", "Enter")  # nothing entered: it waits
    counter.write("a002")
    counter.press("Enter")
    assert counter.find("ticket_number").full_text == "A002"


def test_a_pause_has_its_reason_and_f2_ends_it(counter):
    counter.ticket()
    counter.press("Shift+F2", "5", "1")
    state = windows.window_of(counter.desk.session)
    assert (state.mode, state.reason) == ("paused", "用餐")
    assert counter.page.idle.state.state.word == "已暂停 · 用餐"
    assert counter.find("idle_call").text() == "恢复并呼叫下一位"
    counter.press("F2")
    assert windows.window_of(counter.desk.session).mode == "open"
    assert counter.visit.phase is Phase.CALLED


@pytest.mark.req("UX-35")
def test_with_a_dead_caller_the_queue_goes_on(counter):
    class Dead:
        def begin(self, call: Call) -> Callable[[], None]:
            return self.gone

        def gone(self) -> None:
            raise DeviceError("DEV-01")

    counter.desk.devices["caller"] = Dead()
    counter.ticket()
    counter.press("F2")
    assert counter.visit.phase is Phase.CALLED
    assert counter.codes == ["DEV-01"]


def test_a_priority_shows_its_ground(counter):
    counter.ticket("1-5", priority=True, why="65岁以上")
    assert counter.page.idle.next.priority.state.word == "优先 · 65岁以上"
    counter.press("F2")
    chip = counter.page.strip.priority
    assert chip.state.word == "优先 · 65岁以上"
    assert chip.toolTip() == "取号时登记为优先，按本厅规则先叫"


def test_idle_shows_numbers_and_figures_never_a_name(counter):
    counter.serve(person=resident(7))
    counter.press("F2", "1")
    from PySide6.QtWidgets import QLabel

    shown = " ".join(label.text() for label in counter.page.idle.findChildren(QLabel))
    assert resident(7).name not in shown
    assert "已收 0" in shown
    assert not counter.page.strip.isVisible()
