"""One request over real sockets: late, cut off, redirected, huge, untrusted, each said in words."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable

import pytest

from zcdesk.errors import Invalid, SurroundingsError
from zcdesk.exchange import http
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.simulators.serve import Fault, Simulated


@pytest.fixture
def echo(closing) -> Simulated:
    return closing(Simulated(lambda asked: (200, {"path": asked.path, "value": asked.value})))


def test_a_value_goes_and_comes(echo: Simulated) -> None:
    endpoint = Endpoint(
        url=f"{echo.url}/api?v=1", headers={"Authorization": "Bearer {secret:sms}\r\nX: y"}
    )
    got = http.post(endpoint, {"字": 1}, secrets={"sms": "s3"}, path="/cases", request="r-1")
    assert got == {"path": "/api/cases?v=1", "value": {"字": 1}}
    assert echo.asked[0].headers["Authorization"] == "Bearer s3X: y"
    assert echo.asked[0].request == "r-1"


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault.SLOW, "EXC-02"),
        (Fault.DRIP, "EXC-02"),
        (Fault.LOST, "EXC-02"),
        (Fault.ERROR, "EXC-03"),
        (Fault.GARBAGE, "EXC-04"),
        (Fault.REDIRECT, "EXC-05"),
        (Fault.HUGE, "EXC-09"),
    ],
)
def test_a_far_side_that_fails_is_said_in_words_and_in_time(
    echo: Simulated, seconds: Callable[[Fault], float], fault: Fault, code: str
) -> None:
    echo.faults.append(fault)
    begun = time.monotonic()
    with pytest.raises(SurroundingsError) as failed:
        http.post(Endpoint(url=echo.url, timeout=seconds(fault)), {}, secrets={})
    assert failed.value.code == code
    assert time.monotonic() - begun < 29, "a slow one goes on for half a minute"
    assert not any(asked.path == "/elsewhere" for asked in echo.asked)
    assert http.post(Endpoint(url=echo.url), 1, secrets={}) == {"path": "/", "value": 1}


def test_nobody_there_means_that_nothing_left() -> None:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else is given the port
        url = f"http://127.0.0.1:{held.getsockname()[1]}"
        with pytest.raises(SurroundingsError) as failed:
            http.post(Endpoint(url=url), {}, secrets={})
    assert failed.value.code == "EXC-01"


def test_a_server_without_a_trusted_certificate_is_sent_nothing(echo: Simulated) -> None:
    with pytest.raises(SurroundingsError) as failed:
        http.post(Endpoint(url=echo.url.replace("http:", "https:")), {}, secrets={})
    assert failed.value.code == "EXC-08"
    assert echo.asked == []


def test_an_unknown_secret_stops_the_request(echo: Simulated) -> None:
    endpoint = Endpoint(url=echo.url, headers={"X-Key": "{secret:none}"})
    with pytest.raises(SurroundingsError) as failed:
        http.post(endpoint, {}, secrets={"sms": "s3"})
    assert (failed.value.code, failed.value.fields) == ("EXC-07", {"name": "none"})
    assert echo.asked == []


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://example.org/",
        "http://example.org/",
        "file:///etc/passwd",
        "https://user:word@example.org/",
        "https://example.org:99999/",
        "https://example.org:0/",
        "https:///nothing",
        "https://[::1",
    ],
)
def test_addresses_not_to_be_talked_to(url: str) -> None:
    with pytest.raises(Invalid) as refused:
        http.check(Endpoint(url=url), "platform.http")
    assert (refused.value.code, refused.value.field) == ("EXC-10", "platform.http")


def test_plain_http_needs_to_be_wanted() -> None:
    assert http.check(Endpoint(url="http://example.org/a", plain=True)).hostname == "example.org"
    with pytest.raises(Invalid):
        http.check(Endpoint(url="https://example.org", timeout=0))
