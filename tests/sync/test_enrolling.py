"""A PC becomes a station by a one-time code, and a window goes to another PC."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from fix_hall import ANSWERS, SECRET, matters
from fix_postgres import free_port
from fix_store import Filled
from fix_sync_acts import HALL
from fix_tls import NEEDS_TLS, NOW, Secured, answers, invited
from pytestqt.qtbot import QtBot

from zcdesk import cli, settings, station
from zcdesk.domain.act import NewAct
from zcdesk.errors import Invalid, NotAllowed, SurroundingsError, UserError
from zcdesk.first_run.leaving import Leaving
from zcdesk.operations import setup
from zcdesk.store.certificates import Authority
from zcdesk.store.store import Store
from zcdesk.sync import admin, enrolling, login, moving
from zcdesk.sync.admin import StationLogin
from zcdesk.sync.admission import Admission, Asked
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.ui.frame import Frame
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.wizard.page import HALL as HALL_STEP
from zcdesk.ui.wizard.page import WizardPage

pytestmark = NEEDS_TLS


def test_a_pc_becomes_a_station_by_an_address_and_a_code(
    secured: Secured, admission: Admission, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No file is carried; the key is made on the PC and its certificate opens its own login."""
    code = invited(secured, "w20", capsys)
    words = answers(tmp_path, f"https://127.0.0.1:{admission.port}", code.lower())
    assert cli.main(words) == 0
    data = tmp_path / "pc"
    assert settings.load(data).window == "w20"
    assert not (data / enrolling.PENDING).exists()
    assert (data / "station.key").stat().st_mode & 0o077 == 0
    assert not list(secured.authority.folder.glob("s_w20*"))
    assert cli.main(["sync", "once", "--data", str(data)]) == 0
    other = tmp_path / "other"
    other.mkdir()
    assert cli.main(answers(other, f"127.0.0.1:{admission.port}", code)) == 1
    assert "NET-32" in capsys.readouterr().err
    assert not (other / "pc" / "store.db").exists()


def test_a_lost_answer_is_asked_for_again(
    secured: Secured, admission: Admission, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = invited(secured, "w21", capsys)
    server = f"127.0.0.1:{admission.port}"
    first = enrolling.enrol(server, code, tmp_path).read_bytes()
    (tmp_path / enrolling.PENDING).unlink()
    again = enrolling.enrol(server, code, tmp_path).read_bytes()
    assert login_of(first) == login_of(again)


def login_of(data: bytes) -> tuple[str, str]:
    made = msgspec.json.decode(data)
    return made["role"], made["files"]["station.key"]


def test_another_server_under_that_address_learns_nothing(
    secured: Secured, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = invited(secured, "w22", capsys)
    forged = Authority(tmp_path / "forged", HALL, NOW)
    forged.server(("127.0.0.1",))
    asked: list[bytes] = []

    class Listening(Admission):
        def admit(self, body: bytes) -> StationLogin:
            asked.append(body)
            raise UserError("NET-30")

    false = Listening(secured.url, HALL, forged.folder, now=lambda: NOW, address=("127.0.0.1", 0))
    try:
        with pytest.raises(UserError, match="NET-36"):
            enrolling.enrol(f"127.0.0.1:{false.port}", code, tmp_path / "pc")
    finally:
        false.close()
    assert asked == []


def test_wrong_questions_leave_the_service_standing(
    secured: Secured, admission: Admission, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", admission.port)) as line:
        line.sendall(b"GET / HTTP/1.0\r\n\r\n")
    silent = socket.create_connection(("127.0.0.1", admission.port))
    place = enrolling.address(f"127.0.0.1:{admission.port}")
    authority = secured.authority.certificate_path.read_text("ascii")
    with pytest.raises(UserError, match="NET-34"):
        enrolling._ask(place, authority, Asked("AA", "0" * 9, "no key"))
    with pytest.raises(SurroundingsError, match="NET-38"):
        enrolling._ask(place, authority, Asked("AA", "0" * 9, "x" * (20 << 10)))
    code = invited(secured, "w23", capsys)
    assert enrolling.enrol(f"127.0.0.1:{admission.port}", code, tmp_path).exists()
    silent.close()


def test_nobody_there_is_said_with_the_way_out(tmp_path: Path) -> None:
    code = "0" * 20
    with pytest.raises(SurroundingsError, match="NET-38"):
        enrolling.enrol(f"127.0.0.1:{free_port()}", code, tmp_path)
    for server in (
        "",
        "http://example.org",
        "https://example.org/path",
        "https://example.org:port",
    ):
        with pytest.raises(Invalid, match="NET-35"):
            enrolling.enrol(server, code, tmp_path)


def test_without_the_authoritys_key_nobody_is_admitted(secured: Secured, tmp_path: Path) -> None:
    with pytest.raises(SurroundingsError, match="NET-37"):
        Admission(secured.url, HALL, tmp_path, now=lambda: NOW)


# --- a window goes to another PC ---


def at_station(data: Path) -> Store:
    return station.open_store(data)


def numbers_of(store: Store, count: int) -> list[str]:
    with store.transaction(clerk="0312", at=station.clock(), random=store.random) as tx:
        taken = [tx.take_number(2026).text for _ in range(count)]
        tx.append(NewAct(subject=f"jar:{store.head.origin}", body=Filled(amount=count)))
    return taken


def test_a_window_goes_to_another_pc_with_everything_and_no_number_twice(
    secured: Secured,
    admission: Admission,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    server, old, new = f"127.0.0.1:{admission.port}", tmp_path / "pc", tmp_path / "new" / "pc"
    assert cli.main(answers(tmp_path, server, invited(secured, "w30", capsys))) == 0
    store, mine = at_station(old), login.load(old / login.FILE)
    first = numbers_of(store, 3)
    seq, origin = store.head.seq, store.head.origin
    hall = PostgresHall(login.address(old, mine))

    # The answer is lost after the server heard it: the same code comes again.
    lost = hall.hand_over

    def heard_but_lost(*given: object) -> bool:
        lost(*given)  # type: ignore[arg-type]
        raise SurroundingsError("NET-20")

    monkeypatch.setattr(hall, "hand_over", heard_but_lost)
    authority = mine.files["authority.crt"]
    with pytest.raises(SurroundingsError, match="NET-20"):
        moving.hand_over(store, hall, authority, now=station.clock)
    assert moving.is_gone(store)
    monkeypatch.setattr(hall, "hand_over", lost)
    code = moving.hand_over(store, hall, authority, now=station.clock)
    with closing(hall), pytest.raises(SurroundingsError, match="NET-19"):
        hall.heads()
    store.close()
    with pytest.raises(NotAllowed, match="NET-48"):
        station.open_session(old)

    (tmp_path / "new").mkdir()
    assert cli.main(answers(tmp_path / "new", server, code.text)) == 0
    assert settings.load(new).window == "w30"
    assert login.load(new / login.FILE).role == "s_w30_2"
    store = at_station(new)
    second = numbers_of(store, 3)
    store.close()
    assert not set(first) & set(second)
    with admin.connect(secured.url) as connection:
        row = connection.execute("SELECT seq FROM core.origin WHERE origin = %s", (origin,))
        assert row.fetchone() == (seq,)
        names = connection.execute("SELECT role, revoked FROM core.station WHERE name = 'w30'")
        assert sorted(names.fetchall()) == [("s_w30", True), ("s_w30_2", False)]


def test_the_page_shows_the_code_and_the_other_pcs_wizard_takes_it(
    secured: Secured,
    admission: Admission,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    qtbot: QtBot,
) -> None:
    server, old, new = f"127.0.0.1:{admission.port}", tmp_path / "pc", tmp_path / "new"
    assert cli.main(answers(tmp_path, server, invited(secured, "w31", capsys))) == 0
    session = station.open_session(old)
    setup.set_up(session, ANSWERS, matters()[:1])
    frame = Frame()
    qtbot.addWidget(frame)
    refused: list[str] = []
    leaving = Leaving(
        old, frame, InlineJobs(lambda e: refused.append(e.code)), session, None, frame
    )

    def asked(staff_no: str, secret: str) -> str:
        leaving.page.staff_no.set_text(staff_no)
        leaving.page.secret.set_text(secret)
        leaving.page.submit()
        return leaving.page.secret.message

    assert asked("0001", "wrong-wrong-1")
    assert asked("0312", SECRET)  # her secret is right, but she is no administrator
    with qtbot.waitSignal(leaving.gone):
        assert asked("0001", SECRET) == ""
    assert leaving.page.secret.text() == ""
    code = leaving.page.code.full_text
    again = Leaving(old, frame, InlineJobs(lambda e: refused.append(e.code)), None, None, frame)
    again.page.staff_no.set_text("0001")
    again.page.secret.set_text(SECRET)
    again.page.submit()
    assert again.page.code.full_text == code
    assert not refused

    wizard = WizardPage()
    qtbot.addWidget(wizard)
    wizard.show_step(HALL_STEP)
    wizard.hall.way.set_value(True)
    wizard.hall.fields["server"].set_text(server)
    wizard.hall.fields["code"].set_text(code.lower())
    with qtbot.waitSignal(wizard.join_wanted) as wanted:
        wizard.next()
    at, typed, _ = wanted.args
    with closing(station.join_by_code(new, at, typed).store) as store:
        assert store.station.name == "w31"
        assert settings.load(new).window == "w31"
        with store.reading() as reader:
            assert reader.state("clerk:0001") is not None
            assert reader.acts("window:w31")  # the closing travelled too


def test_a_window_with_a_password_gets_a_certificate_and_may_go_then(
    secured: Secured,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As a hall of one PC that was adopted: its first window logs in by a password (SCRAM)."""
    hall = "hall-of-its-own"  # set up here; the other tests' hall is theirs
    admin.add_hall(secured.url, hall)
    made = admin.add_station(secured.url, hall, "w40", role="w_first")
    login.save(tmp_path / "password.json", login.with_keys(made, secured.authority.folder))
    data, file = tmp_path / "pc", tmp_path / "certificate.json"
    here = ["--data", str(data)]
    assert cli.main(["sync", "join", "--login", str(tmp_path / "password.json"), *here]) == 0
    assert not login.load(data / login.FILE).files
    session = station.open_session(data)
    setup.set_up(session, ANSWERS, matters()[:1])
    session.store.close()
    monkeypatch.setattr("zcdesk.first_run.moving.getpass", lambda _: SECRET)
    move = ["sync", "move", "--by", "0001", *here]
    assert cli.main(move) == 1
    assert "NET-54" in capsys.readouterr().err

    keys = str(secured.authority.folder)
    certify = ["server", "certify", "--url", secured.url, "--certificate", keys]
    assert cli.main([*certify, "--role", "nobody", "--out", str(file)]) == 1
    assert "NET-14" in capsys.readouterr().err
    other = secured.station("w41")
    assert cli.main([*certify, "--role", other, "--out", str(file)]) == 0
    take = ["sync", "login", "--login", str(file), *here]
    assert cli.main(take) == 1
    assert "NET-56" in capsys.readouterr().err
    assert cli.main([*certify, "--role", "w_first", "--out", str(file)]) == 0
    assert cli.main([*take, "--server", f"127.0.0.1:{free_port()}"]) == 1
    assert not login.load(data / login.FILE).files
    assert cli.main(["sync", "once", *here]) == 0  # the password goes on until then

    assert cli.main(take) == 0
    assert cli.main(["sync", "once", *here]) == 0
    with admin.connect(secured.url) as connection:
        row = connection.execute("SELECT rolpassword FROM pg_authid WHERE rolname = 'w_first'")
        assert row.fetchone() == (None,)
    assert not list(data.glob("tmp*"))
    capsys.readouterr()
    assert cli.main(move) == 0
    assert "接入码" in capsys.readouterr().out
