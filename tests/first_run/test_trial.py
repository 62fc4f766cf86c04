"""A case tried at a new window: a whole visit on paper, and nothing of it in the real store."""

from __future__ import annotations

import io

import msgspec
import pypdf
import pytest
from fix_hall import ANSWERS, matters

from zcdesk import forms
from zcdesk.devices.kinds import Printed
from zcdesk.devices.printers import FolderPrinter
from zcdesk.domain import numbers
from zcdesk.domain.matter import Secrecy
from zcdesk.errors import DeviceError, UserError
from zcdesk.first_run import trial
from zcdesk.operations import setup


def test_the_receipt_is_the_halls_and_marked(session) -> None:
    paper = trial.receipt(session)
    assert (paper.head.hall, paper.head.window) == ("示例区政务服务中心", "3 号窗口")
    text = "".join(p.extract_text() for p in pypdf.PdfReader(io.BytesIO(forms.render(paper))).pages)
    assert "试运行 不作数" in text
    assert "演示" not in text


def test_its_number_is_no_halls(session) -> None:
    number = numbers.parse(trial.receipt(session).head.number)
    assert number is not None
    assert number.hall == trial.REGION != session.store.station.region


@pytest.mark.parametrize("layout", ["pdf", "escpos80"])
def test_it_is_printed_and_the_real_store_does_not_move(session, tmp_path, layout) -> None:
    before = session.store.head
    printer = FolderPrinter(tmp_path / "out", layout)
    assert trial.print_receipt(session, printer) is Printed.CONFIRMED
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert session.store.head == before
    with session.store.reading() as reader:
        assert not list(reader.acts("sitting"))


def test_nothing_of_it_stays_on_the_disk(session, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trial.receipt(session)
    assert list(tmp_path.glob("zcdesk-trial-*")) == []


def test_a_dead_printer_is_said_by_its_own_code(session, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(DeviceError, match="PRT-08"):
        trial.print_receipt(session, FolderPrinter(tmp_path / "file"))


def test_a_hall_without_a_matter_to_take_in_says_so(open_hall) -> None:
    secret = tuple(msgspec.structs.replace(m, secrecy=Secrecy.SECRET) for m in matters())
    fresh = open_hall()
    setup.set_up(fresh, ANSWERS, secret)
    with pytest.raises(UserError, match="SET-12"):
        trial.receipt(fresh.at_window("3"))
