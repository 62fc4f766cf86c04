"""Stations with client certificates at the distribution's PostgreSQL, over TLS 1.3."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from fix_sync_acts import HALL, acts
from fix_tls import NEEDS_TLS, NOW, Secured
from sqlalchemy.engine import make_url

from zcdesk import cli
from zcdesk.domain.act import START
from zcdesk.errors import SurroundingsError
from zcdesk.store.certificates import Authority
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import PostgresHall

pytestmark = NEEDS_TLS


def test_a_station_works_by_its_certificate(secured: Secured) -> None:
    role = secured.station("w1")
    with closing(PostgresHall(secured.login(role, shows=role))) as hall:
        hall.push(acts(3))
        assert len(hall.pull(START, 9).acts) == 3
    with admin.connect(secured.url) as connection:
        row = connection.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = %s", (role,)
        ).fetchone()
    assert row == (None,)


def refused(url: str) -> str:
    with closing(PostgresHall(url)) as hall, pytest.raises(SurroundingsError) as error:
        hall.heads()
    assert error.value.code in ("NET-20", "NET-42", "NET-43")
    return str(error.value.__cause__)


def test_a_stolen_certificate_opens_no_other_login(secured: Secured) -> None:
    mine, other = secured.station("w2"), secured.station("w3")
    assert "certificate authentication failed" in refused(secured.login(other, shows=mine))


def test_no_certificate_no_entry(secured: Secured) -> None:
    role = secured.station("w4")
    assert "valid client certificate" in refused(secured.login(role))
    plain = make_url(secured.url).set(username=role, query={"sslmode": "disable"})
    assert "no pg_hba.conf entry" in refused(plain.render_as_string(hide_password=False))


def test_another_authoritys_certificate_is_nothing_here(secured: Secured, tmp_path: Path) -> None:
    role = secured.station("w5")
    forged = Authority(tmp_path / "forged", HALL, NOW)
    certificate, key = forged.station(role)
    own = {"sslcert": str(certificate), "sslkey": str(key)}
    assert "SSL error: tlsv1 alert" in refused(secured.login(role, **own))
    wrong_root = secured.login(role, shows=role, root=forged.certificate_path)
    assert "SSL error" in refused(wrong_root)


def test_a_server_under_another_name_is_not_believed(secured: Secured) -> None:
    role = secured.station("w6")
    url = make_url(secured.login(role, shows=role)).set(host="localhost")
    said = refused(url.render_as_string(hide_password=False))
    assert "does not match host name" in said


def test_a_revoked_station_is_out_though_its_certificate_is_good(secured: Secured) -> None:
    role = secured.station("w7")
    url = secured.login(role, shows=role)
    with psycopg.connect(url, autocommit=True) as session:
        session.execute("SELECT * FROM api.heads()")
        admin.revoke_station(secured.url, role)
        with pytest.raises(psycopg.OperationalError):
            session.execute("SELECT 1")
    assert "not permitted to log in" in refused(url)


def test_an_authority_is_made_once_and_its_keys_are_its_owners(tmp_path: Path) -> None:
    one = Authority(tmp_path / "a", HALL, NOW)
    before = one.certificate_path.read_bytes()
    two = Authority(tmp_path / "a", HALL, NOW)
    _, key = two.station("w1")
    assert two.certificate_path.read_bytes() == before
    for path in (key, tmp_path / "a" / "authority.key"):
        assert path.stat().st_mode & 0o077 == 0


def test_a_login_file_carries_the_certificate_to_the_stations_pc(
    secured: Secured, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the commands alone: certificates, a station, its PC."""
    out, keys = tmp_path / "w8.json", str(secured.authority.folder)
    words = ["server", "add-station", "--url", secured.url, "--hall", HALL, "--name", "w8"]
    words += ["--role", "s_w8", "--out", str(out), "--certificate", keys]
    assert cli.main(words) == 0
    data = ["--data", str(tmp_path / "pc")]
    assert cli.main(["sync", "join", *data, "--login", str(out)]) == 0
    assert cli.main(["sync", "once", *data]) == 0
    kept = sorted(p.name for p in (tmp_path / "pc").iterdir() if p.suffix in (".crt", ".key"))
    assert kept == ["authority.crt", "station.crt", "station.key"]
    assert (tmp_path / "pc" / "station.key").stat().st_mode & 0o077 == 0
    again = ["server", "certificates", "--folder", str(tmp_path / "new"), "--hall", HALL]
    assert cli.main([*again, "--host", "db.example", "--host", "10.0.0.1"]) == 0
    assert (tmp_path / "new" / "server.crt").exists()
    assert "BEGIN" not in capsys.readouterr().out
