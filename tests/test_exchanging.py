"""The rounds in a running desk: each step in its lane, a failure said once."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_visit import settle, visiting

from zcdesk.domain.case import Case
from zcdesk.domain.licence import LicenceQuery
from zcdesk.domain.message import MessageKind
from zcdesk.exchange import inbox
from zcdesk.exchange.simulators.licences import LicenceLibrary
from zcdesk.exchanging import Exchanging
from zcdesk.operations import intake, messages
from zcdesk.ui.jobs import InlineJobs


class Lanes(InlineJobs):
    """Inline lanes that remember their names."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def run(self, lane, function, **more):
        self.names.append(lane)
        super().run(lane, function, **more)


@pytest.fixture
def said() -> list[str]:
    return []


def exchanging(qapp, session, data: Path, toml: str, said: list[str]) -> tuple[Exchanging, Lanes]:
    (data / "exchange.toml").write_text(toml, "utf-8")
    lanes = Lanes()
    made = Exchanging(lanes, data, lambda: session, lambda error: said.append(error.code))
    made.begin()
    return made, lanes


def test_a_message_leaves_from_a_running_desk(qapp, session, tmp_path: Path, said) -> None:
    done = intake.receive(session, settle(visiting(session, "1-2")))
    with session.reading() as store:
        case = next(c for _, c in store.states(Case) if c.intake.number == done.cases[0])
    with session.transaction() as tx:
        messages.tell(session, tx, case, MessageKind.ACCEPTED, "a-1", due="2026-12-10")
    one, lanes = exchanging(qapp, session, tmp_path, f'[messages]\nfolder = "{tmp_path}/out"', said)
    one.end()
    assert lanes.names == [
        *("store", "store", "device:exchange-messages"),
        *("store", "device:exchange-messages"),
    ]
    assert messages.counts(session) == {"sent": 1}
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert said == []


def test_a_round_that_fails_says_so_once_and_goes_on(qapp, session, tmp_path: Path, said) -> None:
    folder = tmp_path / "in"
    one, _ = exchanging(qapp, session, tmp_path, f'[online]\nfolder = "{folder}"', said)
    one.turn()
    assert (said, one.failing) == (["EXC-11"], {"online"})
    inbox.put(folder, "bad", b"[]")
    one.turn()
    assert one.failing == set()
    assert len(list((folder / inbox.BAD).iterdir())) == 2
    one.end()
    folder.rename(tmp_path / "gone")
    one.turn()
    assert said == ["EXC-11"]


def test_nothing_set_up_runs_nothing(qapp, session, tmp_path: Path, said) -> None:
    one, lanes = exchanging(qapp, session, tmp_path, "", said)
    one.turn()
    assert (lanes.names, said) == (["store"], [])


def test_wrong_settings_are_said(qapp, session, tmp_path: Path, said) -> None:
    exchanging(qapp, session, tmp_path, "[sms]", said)
    assert said == ["EXC-06"]


def test_the_library_of_licences_is_asked_as_it_is_set_up(qapp, session, tmp_path, said) -> None:
    library = LicenceLibrary()
    url = library.served.url
    one, _ = exchanging(qapp, session, tmp_path, f'[licences.http]\nurl = "{url}"', said)
    query = LicenceQuery(
        request="q-1",
        hall="h",
        matter="示例",
        id_kind="resident",
        id_number="1",
        name="某",
        licences=("营业执照",),
    )
    assert one.licences is not None
    assert one.licences(query).licences[0].number == "SIM-0001"
    one.end()
    assert one.licences is None
    library.served.close()


def test_while_somebody_who_only_reads_works_no_round_begins(
    qapp, session, tmp_path: Path, said
) -> None:
    (tmp_path / "exchange.toml").write_text(f'[messages]\nfolder = "{tmp_path}/out"', "utf-8")
    lanes, resting = Lanes(), [True]
    one = Exchanging(lanes, tmp_path, lambda: session, said.append, rests=lambda: resting[0])
    one.begin()
    assert lanes.names == ["store"]
    resting[0] = False
    one.turn()
    one.end()
    assert "device:exchange-messages" in lanes.names
