"""The card reader against a simulated module on real lines, well and with every fault."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.devices import sam_samples as samples
from zcdesk.devices import sam_frames as sam
from zcdesk.devices.kinds import READY, DeviceState
from zcdesk.devices.sam_layouts import to_person
from zcdesk.devices.sam_v import LINE, SamReader
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.sam import CARDS, SamModel
from zcdesk.devices.wire import MemoryWire, open_wire
from zcdesk.domain.identity import check_id
from zcdesk.errors import DeviceError

if TYPE_CHECKING:
    from tests.devices.conftest import Serve


def in_memory(*fits: Fit, cards: tuple = (samples.RESIDENT,)) -> tuple[SamReader, SamModel]:
    model = SamModel(cards)
    wire = SimulatedWire(FarSide(model, *fits, seed=3))
    return SamReader(wire, clock=wire.now), model


def code_of(reader: SamReader) -> str:
    with pytest.raises(DeviceError) as failed:
        reader.read()
    return failed.value.code


@pytest.mark.req("R101")
@pytest.mark.parametrize("tcp", [False, True])
def test_a_pile_of_cards_over_a_real_line(serve: Serve, tcp: bool) -> None:
    place = serve(SamModel(samples.ALL), tcp=tcp)
    wire = open_wire(place.url, LINE)
    with closing(SamReader(wire, patience=place.patience)) as reader:
        assert reader.status() == READY
        read = [reader.read() for _ in range(2 * len(samples.ALL) + 2)]
    assert [person for person in read if person] == [to_person(card) for card in samples.ALL]
    # Every card is read once, and has to be gone before the next is looked for.
    assert read[1::2] == [None] * (len(samples.ALL) + 1)


def test_one_byte_at_a_time_over_a_real_line(serve: Serve) -> None:
    place = serve(SamModel([samples.RARE]), Fit(fault=Fault.SPLIT))
    wire = open_wire(place.url, LINE)
    with closing(SamReader(wire, patience=place.patience)) as reader:
        assert reader.read() == to_person(samples.RARE)


def test_photo_is_kept_closed() -> None:
    reader, _ = in_memory()
    card = reader.read_card()
    assert card is not None
    assert len(card.photo) == 1024


def test_a_card_that_stays_is_read_once() -> None:
    found = sam.answer_frame(sam.FOUND, bytes(4))
    content = sam.content_data(sam.Content(samples.ID_R, bytes(1024)))
    answers = {
        sam.frame(sam.FIND): found,
        sam.frame(sam.SELECT): sam.answer_frame(sam.DONE, bytes(8)),
        sam.frame(sam.READ): sam.answer_frame(sam.DONE, content),
    }
    wire = MemoryWire(answer=answers.__getitem__)
    reader = SamReader(wire, clock=wire.now)
    assert reader.read() == to_person(samples.RESIDENT)
    assert reader.read() is None
    answers[sam.frame(sam.FIND)] = sam.answer_frame(sam.NO_CARD)
    assert reader.read() is None
    answers[sam.frame(sam.FIND)] = found
    assert reader.read() == to_person(samples.RESIDENT)


@pytest.mark.parametrize(
    ("fit", "code"),
    [
        (Fit(fault=Fault.SILENT), "IDC-02"),
        (Fit(fault=Fault.SLOW, value=9), "IDC-02"),
        (Fit(fault=Fault.GARBAGE), "IDC-01"),
        (Fit(fault=Fault.WRONG_CHECK), "IDC-01"),
        (Fit(fault=Fault.TORN, value=7), "IDC-01"),
        (Fit(fault=Fault.TORN, value=600, after=2), "IDC-01"),
        (Fit(fault=Fault.WRONG_CHECK, after=2), "IDC-01"),
        (Fit(fault=Fault.UNPLUGGED), "IDC-02"),
        (Fit(fault=Fault.UNPLUGGED, after=2), "IDC-02"),
        (Fit(fault=Fault.BUSY), "IDC-01"),
        (Fit(fault=Fault.RESET, after=1, times=1), "IDC-02"),
    ],
)
def test_a_faulty_reader_gives_no_person(fit: Fit, code: str) -> None:
    reader, _ = in_memory(fit)
    assert code_of(reader) == code


@pytest.mark.parametrize("fault", [Fault.NOISE, Fault.DOUBLED, Fault.SPLIT])
def test_what_a_reader_gets_over(fault: Fault) -> None:
    reader, _ = in_memory(Fit(fault=fault))
    assert reader.read() == to_person(samples.RESIDENT)


@pytest.mark.parametrize("fault", [Fault.SILENT, Fault.WRONG_CHECK, Fault.GARBAGE])
def test_after_a_fault_it_reads_again(fault: Fault) -> None:
    reader, _ = in_memory(Fit(fault=fault, after=2, times=1), cards=(samples.RESIDENT,) * 2)
    code_of(reader)
    assert reader.read() is None
    assert reader.read() == to_person(samples.RESIDENT)


def test_a_card_lifted_too_early() -> None:
    reader, model = in_memory()
    model.lifts_while_reading = True
    assert code_of(reader) == "IDC-01"
    assert reader.read() is None
    assert reader.read() == to_person(samples.RESIDENT)


def test_steps_in_the_wrong_order_are_refused_by_the_module() -> None:
    model = SamModel([samples.RESIDENT])
    for body, status in ((sam.SELECT, 0x81), (sam.READ, 0x41), (b"\x99\x01", 0x21)):
        (said,) = model.hear(sam.frame(body), 0, busy=False)
        assert said.frame == sam.answer_frame(status)
    (said,) = model.hear(sam.frame(sam.FIND)[:-1] + b"\0", 0, busy=False)
    assert said.frame == sam.answer_frame(sam.BAD_CHECK)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (sam.NOT_AUTHORISED, "IDC-27"),
        (sam.WRONG_TYPE, "IDC-28"),
        (sam.CARD_REFUSES, "IDC-29"),
        (sam.READER_REFUSES, "IDC-29"),
        (sam.NOT_SELECTED, "IDC-01"),
        (0x24, "IDC-01"),
    ],
)
def test_what_the_module_reports(status: int, code: str) -> None:
    wire = MemoryWire(answer=lambda _: sam.answer_frame(status))
    reader = SamReader(wire, clock=wire.now)
    assert code_of(reader) == code
    assert reader.status().state is DeviceState.FAULT


def test_a_misheard_command_is_said_once_more() -> None:
    answers = [sam.answer_frame(sam.BAD_CHECK), sam.answer_frame(sam.NO_CARD)]
    wire = MemoryWire(answer=lambda _: answers.pop(0))
    assert SamReader(wire, clock=wire.now).read() is None
    assert wire.sent == [sam.frame(sam.FIND)] * 2


def test_a_late_answer_is_not_taken_for_the_next() -> None:
    wire = MemoryWire(answer=lambda _: sam.answer_frame(sam.NO_CARD))
    reader = SamReader(wire, clock=wire.now)
    wire.arrive(sam.answer_frame(sam.FOUND, bytes(4)))
    assert reader.read() is None


def test_the_newest_address() -> None:
    data = "江苏省无锡市新址9号".ljust(35).encode("utf-16-le")
    answers = iter((sam.answer_frame(sam.DONE, data), sam.answer_frame(sam.ABSENT)))
    wire = MemoryWire(answer=lambda _: next(answers))
    reader = SamReader(wire, clock=wire.now)
    assert reader.newest_address() == "江苏省无锡市新址9号"
    assert reader.newest_address() == ""


def test_the_simulated_persons_are_sound() -> None:
    assert len(CARDS) == 5
    for card in CARDS.values():
        assert check_id(card.kind, card.number).problems == ()


def test_nothing_of_a_person_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    reader, _ = in_memory(Fit(fault=Fault.TORN, value=900, after=2))
    code_of(reader)
    assert "no frame" in caplog.text
    assert "张三丰" not in caplog.text
    assert "5F 20" not in caplog.text.upper()
