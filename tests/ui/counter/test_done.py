"""After 收件: papers come out once, trouble is told for what it is, and the case is there."""

from __future__ import annotations

import re

import msgspec
import pytest
from fix_pages import CARD, settled
from PySide6.QtWidgets import QLabel

from zcdesk.devices.simulated import PrinterFault, SimulatedPrinter
from zcdesk.domain.case import Case
from zcdesk.domain.visit import Visit, add_matter, set_person, sign_promises
from zcdesk.forms.decode import decode
from zcdesk.operations import catalogue, intake, printing, queue
from zcdesk.settings import Settings
from zcdesk.ui.counter.done import DonePage, print_chip
from zcdesk.ui.printing import Printing, PrintState


@pytest.fixture
def taken(page_session):
    def take(*, deferred: bool = False):
        visit: Visit = set_person(queue.walk_in(page_session), CARD)
        visit = add_matter(visit, catalogue.matter(page_session, "1-1"))
        done = sign_promises(settled(visit, deferred=deferred), "paper")
        return intake.receive(page_session, done)

    return take


@pytest.fixture
def page(page_desk, show) -> DonePage:
    page_desk.printing = Printing(page_desk)
    page = DonePage(page_desk)
    show(page)
    return page


def printers(page: DonePage):
    return page._desk.devices["printer"], page._desk.devices["second_printer"]


def words(page: DonePage) -> str:
    return page.trouble.words.full_text if page.trouble.is_open else ""


@pytest.mark.req("R102", "UX-01")
def test_the_receipt_comes_out_by_itself_and_the_number_is_read_aloud(page, taken) -> None:
    received = taken()
    page.open(received)
    (document,) = printers(page)[0].documents
    assert received.receipts[0] in decode(document, 48).text
    assert page.findChild(QLabel, "done_number").full_text == received.receipts[0]
    assert page.list.states == (PrintState.CONFIRMED,)
    assert not page.trouble.is_open


@pytest.mark.req("UX-48")
def test_its_code_tells_no_person_and_no_scanner_garbles_it(page, taken) -> None:
    received = taken()
    page.open(received)
    (payload,) = decode(printers(page)[0].documents[0], 48).codes
    assert re.fullmatch(r"[0-9A-Z:.\-/]+", payload)
    assert received.receipts[0].replace("-", "") in payload
    assert CARD.id_number not in payload
    assert CARD.phone not in payload


def test_what_to_say_names_the_day_of_the_promise(page, taken) -> None:
    page.open(taken(deferred=True))
    assert "2026-12-01 前补齐" in page.hint.full_text


@pytest.mark.req("UX-32", "UX-31")
def test_asking_again_gets_an_answer_and_no_second_original(page, taken, press, told, clock):
    page.open(taken())
    for key in ("Enter", "F9", "Enter"):
        press(key)
    assert len(printers(page)[0].documents) == 1
    assert all("09:00:00 已打印过" in note for note in told.notes)
    assert len(told.notes) == 3


@pytest.mark.req("UX-33", "UX-34")
@pytest.mark.parametrize(
    ("fault", "said"), [(PrinterFault.NO_PAPER, "缺纸"), (PrinterFault.COVER_OPEN, "盖未合上")]
)
def test_a_printer_that_refuses_leaves_the_case_and_three_ways(
    page, taken, press, page_session, fault, said
) -> None:
    main, other = printers(page)
    main.fault = fault
    received = taken()
    page.open(received)
    assert said in words(page)
    assert "件已保存" in words(page)
    with page_session.reading() as store:
        cases = [case for _, case in store.states(Case)]
    assert [case.intake.receipt for case in cases] == list(received.receipts)
    assert page.list.states == (PrintState.FAILED,)
    press("Enter")
    assert page.trouble.is_open
    main.repair()
    press("Enter")
    assert (len(main.documents), len(other.documents)) == (1, 0)
    assert page.list.states == (PrintState.CONFIRMED,)
    assert not page.trouble.is_open


def test_two_changes_to_the_other_printer(page, taken, press) -> None:
    main, other = printers(page)
    main.fault = PrinterFault.NO_PAPER
    page.open(taken())
    press("2")
    assert other.documents[0].startswith(b"%PDF")
    assert (len(main.documents), page.list.states) == (0, (PrintState.CONFIRMED,))


def test_three_leaves_it_on_the_list(page, taken, press, page_session) -> None:
    printers(page)[0].fault = PrinterFault.NO_PAPER
    received = taken()
    page.open(received)
    press("3")
    assert page.list.states == (PrintState.LATER,)
    assert not page.trouble.is_open
    assert [t.number for t in printing.later(page_session)] == [received.receipts[0]]


@pytest.mark.req("UX-34", "UX-31")
def test_silence_is_a_question_never_called_out_of_paper(page, taken, press) -> None:
    main, _ = printers(page)
    main.fault = PrinterFault.SILENT
    page.open(taken())
    assert "纸出来了吗" in words(page)
    assert "缺纸" not in words(page)
    assert page.list.states == (PrintState.UNKNOWN,)
    press("2", "3")
    assert page.trouble.is_open
    press("Enter")
    assert page.list.states == (PrintState.CONFIRMED,)
    assert len(main.documents) == 1


def test_no_paper_came_out_prints_the_same_original(page, taken, press) -> None:
    main, _ = printers(page)
    main.fault = PrinterFault.SILENT
    page.open(taken())
    main.repair()
    press("R")
    first, second = (decode(document, 48).text for document in main.documents)
    assert first == second
    assert "补打" not in second
    assert page.list.states == (PrintState.CONFIRMED,)


@pytest.mark.req("UX-33")
@pytest.mark.logs_warnings
def test_a_driver_that_breaks_down_may_have_printed(page, taken, told) -> None:
    def broken(_data: bytes) -> None:
        raise RuntimeError("driver")

    printers(page)[0].print = broken
    received = taken()
    page.open(received)
    assert received.receipts
    assert "纸出来了吗" in words(page)
    assert told.codes == ["SYS-99"]


def test_no_printer_at_all(page, taken, press) -> None:
    del page._desk.devices["printer"]
    page.open(taken())
    assert page.list.states == (PrintState.FAILED,)
    press("2")
    assert page.list.states == (PrintState.CONFIRMED,)


@pytest.mark.req("UX-31")
def test_the_next_visit_is_not_held_up_by_old_trouble(page, taken, press, page_session) -> None:
    main, _ = printers(page)
    main.fault = PrinterFault.NO_PAPER
    first = taken()
    page.open(first)
    main.repair()
    second = taken()
    page.open(second)
    assert page.list.states == (PrintState.CONFIRMED,)
    assert [t.number for t in printing.later(page_session)] == list(first.receipts)


def test_trouble_on_a_page_that_is_gone_goes_to_the_band(page, taken, told) -> None:
    printers(page)[0].fault = PrinterFault.NO_PAPER
    page.window().hide()
    page._desk.printing.print(taken().prints)
    (notice,) = told.raised
    assert told.codes == ["PRT-01"]
    assert [name for name, _ in notice.choices] == ["retry", "other_printer", "later"]
    printers(page)[0].repair()
    notice.handlers["retry"]()
    assert len(printers(page)[0].documents) == 1


@pytest.mark.req("UX-01")
def test_f2_goes_on_at_any_time(page, taken, press, qtbot) -> None:
    printers(page)[0].fault = PrinterFault.NO_PAPER
    page.open(taken())
    with qtbot.waitSignal(page.next_requested):
        press("F2")


@pytest.mark.req("UX-52")
@pytest.mark.parametrize("state", PrintState)
def test_every_state_is_icon_word_and_colour(state) -> None:
    chip = print_chip(state)
    assert chip.icon
    assert chip.word


def test_the_list_says_who_and_what(page, taken) -> None:
    page.open(taken())
    model = page.list.rows_model
    shown = [model.index(0, column).data() for column in (1, 3, 4)]
    assert shown == ["收件通知书", "王桂兰", "已打印"]


def test_papers_wait_for_a_key_where_the_station_says_so(page, taken, press) -> None:
    page._desk.settings = Settings(prints_later=True)
    received = taken()
    page.open(received)
    first, _ = printers(page)
    assert (first.documents, page.list.states) == ([], (PrintState.LATER,))
    assert [t.number for t in printing.later(page._desk.session)] == list(received.receipts)
    press("Enter")
    assert len(first.documents) == 1
    assert page.list.states == (PrintState.CONFIRMED,)
    press("Enter")
    assert len(first.documents) == 1


def test_papers_go_to_the_second_printer_first_and_the_other_way_is_the_first(page, taken) -> None:
    page._desk.settings = Settings(second_first=True)
    page.open(taken())
    first, second = printers(page)
    assert (len(first.documents), len(second.documents)) == (0, 1)
    second.fault = PrinterFault.NO_PAPER
    page.open(taken())
    page._printing.retry(other=True)
    assert (len(first.documents), len(second.documents)) == (1, 1)


def test_a_receipt_comes_out_as_often_as_the_hall_says_its_copy_once(page, taken) -> None:
    rules = page._desk.policy
    intake_rules = msgspec.structs.replace(rules.intake, receipt_copies=2)
    page._desk.policy = msgspec.structs.replace(rules, intake=intake_rules)
    received = taken()
    page.open(received)
    first, _ = printers(page)
    assert len(first.documents) == 2
    assert first.documents[0] == first.documents[1]
    copy = printing.reprint(page._desk.session, received.prints[0])
    page._printing.print((copy,))
    assert len(first.documents) == 3


def test_when_only_the_first_of_two_came_out_the_clerk_is_asked(page, taken) -> None:
    rules = page._desk.policy
    intake_rules = msgspec.structs.replace(rules.intake, receipt_copies=2)
    page._desk.policy = msgspec.structs.replace(rules, intake=intake_rules)
    page._desk.devices["printer"] = SimulatedPrinter(
        "热敏#2", "escpos80", fault=PrinterFault.NO_PAPER, after=1
    )
    page.open(taken())
    assert page.list.states == (PrintState.UNKNOWN,)
    assert page._printing.trouble.code == "PRT-04"
