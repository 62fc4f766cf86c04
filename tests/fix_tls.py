"""A server that takes stations by certificate only, and the service that admits new ones."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fix_postgres import PATIENCE, account, folder, free_port
from fix_sync_acts import HALL
from sqlalchemy.engine import make_url

from zcdesk import cli
from zcdesk.store.certificates import Authority
from zcdesk.sync import admin, enrolling, schema
from zcdesk.sync import admission as admitting
from zcdesk.sync.admission import Admission
from zcdesk.sync.embedded import Embedded

BIN = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
NEEDS_TLS = pytest.mark.skipif(BIN is None, reason="the distribution's PostgreSQL is not here")
NOW = datetime.now(UTC)

RULES = """local all all reject
host all zc_admin 127.0.0.1/32 scram-sha-256
hostnossl all w_first 127.0.0.1/32 scram-sha-256
hostssl all +zc_station 127.0.0.1/32 cert
"""


@dataclass
class Secured:
    """A server that takes stations by certificate only."""

    url: str
    authority: Authority

    def station(self, name: str) -> str:
        role = f"s_{name}"
        made = admin.add_station(self.url, HALL, name, role=role, certificate=True)
        self.authority.station(role)
        return made.role

    def login(self, role: str, *, shows: str = "", root: Path | None = None, **more: str) -> str:
        """Return the URL of a login that shows the certificate of `shows`."""
        own = self.authority.folder
        query = {
            "sslmode": "verify-full",
            "sslrootcert": str(root or self.authority.certificate_path),
            "ssl_min_protocol_version": "TLSv1.3",
            **more,
        }
        if shows:
            query |= {"sslcert": str(own / f"{shows}.crt"), "sslkey": str(own / f"{shows}.key")}
        made = make_url(self.url).set(username=role, query=query)._replace(password=None)
        return made.render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def secured(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secured]:
    home = folder()
    authority = Authority(tmp_path_factory.mktemp("keys"), HALL, NOW)
    files = (authority.certificate_path, *authority.server(("127.0.0.1",)))
    for path in files:
        shutil.copy(path, home)
        if (who := account()) is not None:
            os.chown(home / path.name, who, -1)
    rules = home / "rules.conf"
    rules.write_text(RULES)
    rules.chmod(0o644)
    settings = (
        "ssl=on",
        f"ssl_ca_file={home / 'authority.crt'}",
        f"ssl_cert_file={home / 'server.crt'}",
        f"ssl_key_file={home / 'server.key'}",
        "ssl_min_protocol_version=TLSv1.3",
        f"hba_file={rules}",
        "fsync=off",
    )
    server = Embedded(home, free_port(), account=account(), bin=BIN, settings=settings)
    try:
        url = server.start()
        schema.upgrade(url)
        admin.add_hall(url, HALL)
        yield Secured(url, authority)
    finally:
        server.stop("immediate")
        shutil.rmtree(home)


@pytest.fixture
def admission(secured: Secured, monkeypatch: pytest.MonkeyPatch) -> Iterator[Admission]:
    for one in (admitting, enrolling):
        monkeypatch.setattr(one, "PATIENCE", PATIENCE)
    made = Admission(
        secured.url, HALL, secured.authority.folder, now=lambda: NOW, address=("127.0.0.1", 0)
    )
    yield made
    made.close()


def invited(secured: Secured, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    """Return the code `server invite` tells."""
    keys = str(secured.authority.folder)
    words = ["server", "invite", "--url", secured.url, "--hall", HALL, "--keys", keys]
    assert cli.main([*words, "--name", name, "--role", f"s_{name}"]) == 0
    return capsys.readouterr().out.splitlines()[0].partition("：")[2]


def answers(folder: Path, server: str, code: str) -> list[str]:
    file = folder / "join.toml"
    file.write_text(f'trial = false\n[join]\nserver = "{server}"\ncode = "{code}"\n', "utf-8")
    return ["setup", "--answers", str(file), "--data", str(folder / "pc")]
