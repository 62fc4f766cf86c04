"""The server's package: it runs from where it was unpacked, and nothing under GPL is in it."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import deb
import freeze
import psycopg
import pytest
import server_deb
from fix_postgres import account, folder, free_port

from zcdesk.sync import embedded
from zcdesk.sync.embedded import Embedded


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs Debian's dpkg-deb")
def test_the_packed_server_runs_where_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freeze, "BUILD", tmp_path)
    monkeypatch.setattr(server_deb, "STAGE", tmp_path / "stage")
    package = server_deb.build("none")
    fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True).stdout
    assert f"Version: {freeze.version()}" in fields
    assert f"Architecture: {deb.architecture()}" in fields
    home = folder()
    home.chmod(0o755)
    try:
        subprocess.run(["dpkg-deb", "-x", package, home / "root"], check=True)
        (home / "root").chmod(0o755)
        names = [path.name for path in (home / "root").rglob("*")]
        assert not [name for name in names if "readline" in name or name in ("psql", "include")]
        place = home / "root" / embedded.APART.relative_to("/")
        monkeypatch.setattr(embedded, "APART", place)
        monkeypatch.setattr(embedded.importlib.util, "find_spec", lambda _: None)
        assert embedded.programs() == place / "pginstall18" / "bin"
        data = folder()
        server = Embedded(data, free_port(), account=account(), settings=("fsync=off",))
        try:
            with psycopg.connect(server.start()) as connection:
                said = connection.execute("SELECT sha256('a') IS NOT NULL").fetchone()
                assert said == (True,)
        finally:
            with suppress(OSError):
                server.stop("immediate")
            shutil.rmtree(data, ignore_errors=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
