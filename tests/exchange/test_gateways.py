"""Messages over HTTP and into files: once each, and every failure told apart."""

from __future__ import annotations

import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from zcdesk.domain.message import MessageKind, MessageState, Outgoing
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import Invalid, StoreError
from zcdesk.exchange import templates
from zcdesk.exchange.gateways import FileGateway, HttpGateway, at, filled
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.settings import HttpMessages, Reports, load, parse
from zcdesk.exchange.simulators.messages import DELIVERED, MessageGateway
from zcdesk.exchange.simulators.serve import Fault

Seconds = Callable[[Fault], float]
ONE = Outgoing(request="m-1", phone="13800000001", text="您的{phone}事项已受理")
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=HALL_ZONE)


@pytest.fixture
def far(closing) -> MessageGateway:
    return closing(MessageGateway())


def gateway(far: MessageGateway, timeout: float = 60) -> HttpGateway:
    endpoint = Endpoint(url=f"{far.served.url}/send", timeout=timeout)
    asked = Endpoint(url=f"{far.served.url}/reports", timeout=60)
    reports = Reports(endpoint=asked, rows="data", delivered=(DELIVERED,))
    settings = HttpMessages(
        endpoint=endpoint, ok="code", ok_values=("0",), reference="data.id", reports=reports
    )
    return HttpGateway(settings, {})


def test_a_message_is_sent_once_and_reported(far: MessageGateway) -> None:
    by = gateway(far)
    first, again = by.send(ONE), by.send(ONE)
    assert first == again
    assert (first.state, first.reference) == (MessageState.SENT, "g-m-1")
    assert list(far.sent.values()) == [(ONE.phone, ONE.text)]
    assert by.reports() == {"g-m-1": MessageState.DELIVERED}


@pytest.mark.parametrize(
    ("fault", "state", "why"),
    [
        (Fault.SLOW, "unknown", "EXC-02"),
        (Fault.LOST, "unknown", "EXC-02"),
        (Fault.ERROR, "unknown", "EXC-03"),
        (Fault.GARBAGE, "unknown", "EXC-04"),
        (Fault.BUSY, "queued", "EXC-03"),
    ],
)
def test_what_may_have_left_is_unknown_and_repeating_is_safe(
    far: MessageGateway, seconds: Seconds, fault: Fault, state: str, why: str
) -> None:
    far.served.faults.append(fault)
    handed = gateway(far, seconds(fault)).send(ONE)
    assert (handed.state, handed.why) == (state, why)
    assert gateway(far).send(ONE).state is MessageState.SENT
    assert len(far.sent) == 1


def test_a_gateway_that_refuses_has_failed(far: MessageGateway) -> None:
    far.code = "103"
    handed = gateway(far).send(ONE)
    assert (handed.state, handed.why) == (MessageState.FAILED, "MSG-11")


def test_nobody_there_keeps_the_message(far: MessageGateway) -> None:
    by = gateway(far)
    far.served.close()
    handed = by.send(ONE)
    assert (handed.state, handed.why) == (MessageState.QUEUED, "EXC-01")


def test_a_body_is_filled_once_and_braces_of_a_value_stay() -> None:
    body = {"to": ["{phone}"], "n": 1, "c": {"t": "{text}！{unknown}"}}
    assert filled(body, msgspec.structs.asdict(ONE)) == {
        "to": [ONE.phone],
        "n": 1,
        "c": {"t": f"{ONE.text}！{{unknown}}"},
    }
    assert at({"a": [{"b": 7}]}, "a.0.b") == 7
    assert at({"a": 1}, "a.b.c") is None


def test_a_file_has_a_line_a_message_for_its_owner_alone(tmp_path: Path) -> None:
    by = FileGateway(tmp_path / "out", lambda: NOON)
    assert by.send(ONE).state is MessageState.SENT
    assert by.send(ONE).state is MessageState.SENT
    (path,) = (tmp_path / "out").iterdir()
    path.write_bytes(path.read_bytes() + b'{"cut')
    assert by.send(msgspec.structs.replace(ONE, request="m-2")).state is MessageState.SENT
    lines = path.read_bytes().splitlines()
    assert [msgspec.json.decode(lines[n])["request"] for n in (0, 2)] == ["m-1", "m-2"]
    assert len(lines) == 3
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert by.reports() == {}


def test_a_folder_that_is_a_file_keeps_the_message(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    handed = FileGateway(tmp_path / "out", lambda: NOON).send(ONE)
    assert (handed.state, handed.why) == (MessageState.QUEUED, "EXC-12")


@pytest.mark.req("R035")
def test_every_kind_has_its_words() -> None:
    assert set(templates.load()) == set(MessageKind)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('accepted = "{name}"', "MSG-02"),
        ('welcome = "你好"', "MSG-01"),
        ("accepted = 3", "MSG-01"),
        ("accepted = ", "MSG-01"),
    ],
)
def test_a_hall_s_own_words_are_judged(tmp_path: Path, line: str, code: str) -> None:
    path = tmp_path / "words.toml"
    path.write_text('rating = "【{hall}】谢谢"', encoding="utf-8")
    assert templates.load(path)[MessageKind.RATING].text == "【{hall}】谢谢"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        templates.load(path)
    assert refused.value.code == code


def test_settings_are_read_and_judged(tmp_path: Path) -> None:
    assert load(tmp_path).messages is None
    text = '[messages]\nfolder = "/srv/sms"\n[licences.http]\nurl = "https://example.org/lic"\n'
    (tmp_path / "exchange.toml").write_text(text, encoding="utf-8")
    read = load(tmp_path)
    assert read.messages is not None
    assert read.messages.folder == "/srv/sms"
    assert read.licences is not None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("messages = ", "EXC-06"),
        ("[messages]\n", "EXC-06"),
        ('[messages]\nfolder = "/a"\nmodem = {url = "serial:/dev/x"}', "EXC-06"),
        ("[sms]\n", "EXC-06"),
        ('[licences.http]\nurl = "http://example.org"', "EXC-10"),
        ('[platform.http]\nurl = "https://a:b@example.org"', "EXC-10"),
    ],
)
def test_settings_that_would_not_work_are_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        parse(text)
    assert refused.value.code == code


def test_settings_nobody_can_read_are_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "exchange.toml").mkdir()
    with pytest.raises(StoreError) as failed:
        load(tmp_path)
    assert failed.value.code == "EXC-11"
