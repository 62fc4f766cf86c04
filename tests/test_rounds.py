"""Whole rounds at a station: its settings, real sockets and folders, a real store."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Thread

import msgspec
import pytest
from fix_visit import settle, somebody, visiting

from zcdesk import rounds
from zcdesk.devices.simulators.far_side import FarSide
from zcdesk.devices.simulators.modem import ModemModel
from zcdesk.devices.simulators.serve import PtyLine, Server
from zcdesk.domain.booking_rows import HEADS
from zcdesk.domain.case import Case
from zcdesk.domain.hall import Policy
from zcdesk.domain.message import MessageKind
from zcdesk.domain.platform_way import PlatformPolicy, Way
from zcdesk.errors import CodedError
from zcdesk.exchange import inbox, samples, settings
from zcdesk.exchange.simulators.messages import MessageGateway
from zcdesk.exchange.simulators.platform import DistrictPlatform
from zcdesk.operations import bookings, intake, messages, online, platform, policies
from zcdesk.operations.spreadsheet import Grid, to_bytes
from zcdesk.store import secrets


def words(error: CodedError) -> str:
    return f"原因 {error.code}"


def take_in(session) -> Case:
    done = intake.receive(session, settle(visiting(session, "1-2", person=somebody())))
    with session.reading() as store:
        case = next(c for _, c in store.states(Case) if c.intake.number == done.cases[0])
    with session.transaction() as tx:
        messages.tell(session, tx, case, MessageKind.ACCEPTED, "a-1", due="2026-12-10")
    return case


def go(session, toml: str) -> dict[str, int]:
    read = settings.parse(toml)
    return {one.name: rounds.run(session, one) for one in rounds.rounds(session, read, words)}


def test_messages_and_cases_leave_and_applications_come_in(session, tmp_path: Path) -> None:
    case = take_in(session)
    policies.set_policy(
        session.as_clerk("0001"), Policy(platform=PlatformPolicy(way=Way.INTERFACE))
    )
    with session.transaction() as tx:
        secrets.put(tx, "sms", "invented-token")
    gateway, district = MessageGateway(), DistrictPlatform()
    sample = samples.online("JS-0001", "1-2", "申请表", session.now())
    inbox.put(tmp_path, "a", msgspec.json.encode(sample))
    inbox.put(tmp_path, "b", b'{"format": 1}')
    toml = f"""
    [messages.http.endpoint]
    url = "{gateway.served.url}"
    headers = {{ Authorization = "Bearer {{secret:sms}}" }}
    [platform.http]
    url = "{district.served.url}"
    [online]
    folder = "{tmp_path}"
    """
    try:
        assert go(session, toml) == {"messages": 1, "platform": 1, "online": 2}
    finally:
        gateway.served.close()
        district.served.close()
    assert gateway.served.asked[0].headers["Authorization"] == "Bearer invented-token"
    assert list(district.cases) == [case.intake.number]
    assert [p.number for p in online.pending(session)] == ["JS-0001"]
    (reason,) = (tmp_path / inbox.BAD).glob("*.reason.txt")
    assert len(reason.read_text("utf-8").splitlines()) == 5
    found = rounds.status(session)
    assert found["messages"] == {"sent": 1}
    assert found["unregistered"] == ()
    msgspec.json.encode(found)


def test_a_modem_on_a_pseudo_terminal(session, tmp_path: Path) -> None:
    case = take_in(session)
    model = ModemModel(report_after=None)
    server = Server(FarSide(model), PtyLine(tmp_path / "modem"))
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        assert go(session, f'[messages.modem]\nurl = "serial:{tmp_path}/modem"') == {"messages": 1}
    finally:
        server.stop()
        thread.join(60)
    (told,) = messages.of_case(session, case.id)
    assert model.texts == [told.text]


@pytest.mark.parametrize("url", ["serial:/nowhere/at/all", "nonsense"])
def test_no_modem_keeps_the_messages(session, clock, url: str) -> None:
    case = take_in(session)
    assert go(session, f'[messages.modem]\nurl = "{url}"') == {"messages": 0}
    (told,) = messages.of_case(session, case.id)
    assert told.state == "queued"
    assert told.why.startswith("DEV-")


def test_a_matter_without_a_way_says_so(session, tmp_path: Path) -> None:
    take_in(session)
    policies.set_policy(
        session.as_clerk("0001"), Policy(platform=PlatformPolicy(way=Way.INTERFACE))
    )
    assert go(session, f'[platform]\nfolder = "{tmp_path}"') == {"platform": 0}
    assert [u.why for u in platform.unregistered(session)] == ["EXC-13"]


def test_a_folder_that_is_gone_ends_its_round_in_words(session, tmp_path: Path) -> None:
    with pytest.raises(CodedError) as failed:
        go(session, f'[online]\nfolder = "{tmp_path}/none"')
    assert failed.value.code == "EXC-11"


def test_tables_of_bookings_are_taken_from_their_folder(session, clock, tmp_path: Path) -> None:
    """A workbook at once; a text when it has rested; rows that are wrong are named beside it."""
    toml = f'[bookings]\nfolder = "{tmp_path}"'
    day = clock().date().isoformat()
    rows = [(code, day, "23:00", "社会民生", "", "", "") for code in ("YY0001", "Y")]
    (tmp_path / "a.xlsx").write_bytes(to_bytes((Grid("预约", HEADS, rows),)))
    (tmp_path / "~$a.xlsx").write_bytes(b"lock")
    (tmp_path / "b.csv").write_text(f"预约码,时间,业务\nYY0002,{day} 23:00,社会民生\n", "utf-8")
    (tmp_path / "c.csv").write_text("姓名\n", "utf-8")
    for name in ("b.csv", "c.csv"):
        os.utime(tmp_path / name, (clock().timestamp(),) * 2)
    assert go(session, toml) == {"bookings": 1}
    assert [b.made.code for b in bookings.day_list(session)] == ["YY0001"]
    clock.pass_(minutes=2)
    assert go(session, toml) == {"bookings": 2}
    assert [b.made.code for b in bookings.day_list(session)] == ["YY0001", "YY0002"]
    why = sorted(p.read_text("utf-8") for p in (tmp_path / inbox.BAD).glob("*.reason.txt"))
    assert why == ["原因 BKG-11\n", "第 3 行：原因 BKG-12\n"]
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["~$a.xlsx"]
