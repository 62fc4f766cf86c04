"""An outside seal service over a real socket: the very paper comes back sealed, or nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest

from zcdesk import cli, station
from zcdesk.domain import sealing
from zcdesk.domain.papers import PaperKind
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.seals import seal
from zcdesk.exchange.simulators.seals import SealService
from zcdesk.exchange.simulators.serve import Fault
from zcdesk.forms import render
from zcdesk.forms.samples import sample

HEALTH = "区卫生健康委"


@pytest.fixture
def service(closing) -> SealService:
    return closing(SealService())


@pytest.fixture
def pdf() -> bytes:
    return render(sample(PaperKind.ACCEPTANCE), "pdf")


def ask(service: SealService, pdf: bytes) -> sealing.SealAnswer:
    return seal(Endpoint(url=service.served.url), sealing.request_for(pdf, HEALTH), {})


def test_the_paper_comes_back_sealed_and_whole(service: SealService, pdf: bytes) -> None:
    answer = ask(service, pdf)
    assert answer.pdf.startswith(pdf)
    assert HEALTH in answer.pdf.decode("utf-8", "ignore")
    assert answer.serial
    first, again = sealing.request_for(pdf, HEALTH), sealing.request_for(pdf, HEALTH)
    assert first.request == again.request == service.served.asked[0].request
    assert sealing.request_for(pdf, "区城管局").request != first.request


def test_a_refusal_says_why(service: SealService, pdf: bytes) -> None:
    service.refuses = "印章已停用"
    with pytest.raises(NotAllowed) as error:
        ask(service, pdf)
    assert (error.value.code, error.value.fields["why"]) == ("SEA-01", "印章已停用")


def test_an_answer_about_another_paper_is_none(service: SealService, pdf: bytes) -> None:
    service.other = True
    with pytest.raises(SurroundingsError):
        ask(service, pdf)


@pytest.mark.parametrize("fault", Fault)
def test_a_service_that_fails_keeps_nothing(service: SealService, pdf: bytes, fault: Fault) -> None:
    service.served.faults.append(fault)
    slow = Endpoint(url=service.served.url, timeout=1)
    with pytest.raises(SurroundingsError) as error:
        seal(slow, sealing.request_for(pdf, HEALTH), {})
    assert error.value.code.startswith("EXC-")


def test_the_command_keeps_the_sealed_paper(
    service: SealService, pdf: bytes, session, place, tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr(station, "open_session", lambda data: session)
    monkeypatch.setattr(session.store, "close", lambda: None)
    (tmp_path / "paper.pdf").write_bytes(pdf)
    words = ["exchange", "seal", str(tmp_path / "paper.pdf"), "--authority", HEALTH]
    words += ["--out", str(tmp_path / "sealed.pdf"), "--data", str(tmp_path)]
    assert cli.main(words) != 0
    assert "没有设置用印服务" in capsys.readouterr().err
    (tmp_path / "exchange.toml").write_text(f'[seals.http]\nurl = "{service.served.url}"', "utf-8")
    assert cli.main(words) == 0
    assert (tmp_path / "sealed.pdf").read_bytes().startswith(pdf)
    (tmp_path / "paper.pdf").write_bytes(b"no paper")
    assert cli.main(words) == 2
