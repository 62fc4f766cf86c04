"""A GSM modem on a real pseudo-terminal and with every fault: nothing lost, nothing sent twice."""

from __future__ import annotations

import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import sms_pdu
from zcdesk.devices.kinds import READY
from zcdesk.devices.modem import GsmModem
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.in_memory import SimulatedWire
from zcdesk.devices.simulators.modem import ModemModel
from zcdesk.devices.wire import open_wire
from zcdesk.domain.message import MessageState, Outgoing

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

PHONE = "13800000001"
LONG = "【示例区政务服务中心】您申请的“饮用水供水单位卫生许可”需要补正材料，请到任一窗口补交。" * 4
SHORT = Outgoing(request="r-1", phone=PHONE, text="您申请的事项已受理")
TEXTS = st.text(
    st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc")), min_size=1, max_size=300
)


def in_memory(*fits: Fit, **more) -> tuple[GsmModem, ModemModel, SimulatedWire]:
    model = ModemModel(**more)
    wire = SimulatedWire(FarSide(model, *fits, seed=1))
    return GsmModem(wire, clock=wire.now), model, wire


def test_a_known_pdu() -> None:
    (one,) = sms_pdu.submits("13800138000", "你好", 7)
    assert one.hex == "0031000D91683108108300F00008A7044F60597D"
    assert one.length == 19
    (with_centre,) = sms_pdu.submits("13800138000", "你好", 7, "+8613800510500")
    assert with_centre.hex.startswith("0891683108500105F0")
    assert with_centre.length == one.length


@given(TEXTS, st.integers(0, 255))
def test_every_text_comes_back_from_its_parts(text: str, reference: int) -> None:
    parts = [sms_pdu.read_submit(one.pdu) for one in sms_pdu.submits(PHONE, text, reference)]
    assert "".join(part.text for part in parts) == text
    assert [part.part for part in parts] == list(range(1, len(parts) + 1))
    assert {part.number for part in parts} == {PHONE}
    assert all(len(one.pdu) - one.pdu[0] - 1 - 17 <= 140 for one in sms_pdu.submits(PHONE, text, 1))


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    sms_pdu.read_report(data)
    with suppress(ValueError):
        sms_pdu.read_submit(data)


@pytest.mark.parametrize("tcp", [False, True])
def test_a_long_chinese_text_over_a_real_line(serve: Serve, tcp: bool) -> None:
    model = ModemModel(report_after=0.02)
    place = serve(model, tcp=tcp)
    with closing(open_wire(place.url)) as wire:
        modem = GsmModem(wire)
        assert modem.status() == READY
        sent = modem.send(Outgoing(request="r-9", phone=PHONE, text=LONG))
        assert sent.state is MessageState.SENT
        end, found = time.monotonic() + 60, {}
        while not found and time.monotonic() < end:
            found = modem.reports()
    assert model.texts == [LONG]
    assert {part.parts for part in model.sent} == {len(sms_pdu.parts_of(LONG))}
    assert found == {sent.reference: MessageState.DELIVERED}


@pytest.mark.parametrize(
    ("fit", "state", "why"),
    [
        (Fit(fault=Fault.SILENT), "queued", "DEV-06"),
        (Fit(fault=Fault.GARBAGE), "queued", "DEV-06"),
        (Fit(fault=Fault.UNPLUGGED), "queued", "DEV-07"),
        (Fit(fault=Fault.BUSY), "queued", "MSG-12"),
        # ATE0, CMEE, CPIN, CMGF, CNMI, CREG and the prompt go well, the last answer does not:
        (Fit(fault=Fault.SILENT, after=7), "unknown", "DEV-06"),
        (Fit(fault=Fault.UNPLUGGED, after=7), "unknown", "DEV-07"),
    ],
    ids=lambda value: getattr(value, "fault", value),
)
def test_a_faulty_modem_is_told(fit: Fit, state: str, why: str) -> None:
    modem, model, _ = in_memory(fit, report_after=None)
    handed = modem.send(SHORT)
    assert (handed.state, handed.why) == (state, why)
    assert bool(model.sent) is (state == "unknown")


@pytest.mark.parametrize(
    "fit",
    [
        Fit(fault=Fault.SPLIT),
        Fit(fault=Fault.SLOW, value=3),
        Fit(fault=Fault.SILENT, times=1),
        Fit(fault=Fault.GARBAGE, times=1),
    ],
    ids=lambda fit: fit.fault.value,
)
def test_what_is_got_over(fit: Fit) -> None:
    modem, model, _ = in_memory(fit, report_after=None)
    assert modem.send(SHORT).state is MessageState.SENT
    assert model.texts == [SHORT.text]


@pytest.mark.parametrize(
    ("change", "state", "why"),
    [
        ({"has_network": False}, "queued", "MSG-13"),
        ({"pin": "SIM PIN"}, "queued", "MSG-14"),
        ({"error": "331"}, "queued", "MSG-13"),
        ({"error": "512"}, "queued", "MSG-12"),
        ({"error": "21"}, "failed", "MSG-11"),
    ],
)
def test_what_the_network_refuses(change: dict, state: str, why: str) -> None:
    modem, model, _ = in_memory()
    for name, value in change.items():
        setattr(model, name, value)
    handed = modem.send(SHORT)
    assert (handed.state, handed.why) == (state, why)
    assert model.sent == []
    assert modem.status().works is (why not in ("MSG-13", "MSG-14") or bool(model.error))


def test_a_repeated_request_goes_on_with_the_missing_part() -> None:
    # Seven answers until the prompt, the first part's, then the second prompt is refused.
    modem, model, _ = in_memory(Fit(fault=Fault.SILENT, after=8, times=1), report_after=None)
    message = Outgoing(request="r-2", phone=PHONE, text=LONG)
    assert modem.send(message).state is MessageState.QUEUED
    assert len(model.sent) == 1
    assert modem.send(message).state is MessageState.SENT
    assert [part.part for part in model.sent] == [1, 2, 3]
    assert modem.send(message).state is MessageState.SENT
    assert model.texts == [LONG]
    assert len(model.sent) == 3


def test_a_message_that_does_not_arrive_is_told() -> None:
    modem, model, wire = in_memory()
    model.arrives = False
    modem.send(SHORT)
    assert modem.reports() == {}
    wire.pass_time(1)
    assert modem.reports() == {SHORT.request: MessageState.FAILED}
    assert modem.reports() == {}


def test_a_report_in_one_piece_with_the_answer_it_belongs_to_counts() -> None:
    """As a PC that was busy, or slept, finds it on the line."""
    modem, model, wire = in_memory(report_after=0.1)
    read = wire.read

    def read_late(seconds: float) -> bytes:
        wire.pass_time(1)
        return read(seconds)

    wire.read = read_late  # type: ignore[method-assign]
    message = Outgoing(request="r-3", phone=PHONE, text=LONG)
    assert modem.send(message).state is MessageState.SENT
    assert len(model.sent) > 1
    assert modem.reports() == {"r-3": MessageState.DELIVERED}
