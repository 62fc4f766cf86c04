"""A CUPS of the tests' own with an IPP Everywhere printer behind it, on loopback and free ports.

Configuration, spool and logs lie in a temporary folder; no service of the system is asked or
changed. Where a part is not installed the tests that need it say so.
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from zcdesk.devices.ipp import IppLine, Operation
from zcdesk.sync.embedded import free_port

NEEDED = ("cupsd", "lpadmin", "ippeveprinter", "dbus-daemon")
SBIN = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
PATIENCE = 60.0
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

CUPSD = """
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
LogLevel warn
MaxLogSize 0
JobRetryInterval 1
<Location />
  Order allow,deny
  Allow 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""
FILES = """
ServerRoot {root}
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/tmp
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
DataDir /usr/share/cups
ServerBin /usr/lib/cups
User {user}
Group {group}
SystemGroup root
FileDevice No
"""


def wait_for(what: Callable[[], object], name: str) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, f"{name} did not come up"
        Event().wait(0.02)  # another program comes up and tells nobody


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 0.2).close()
    except OSError:
        return False
    return True


def listens(path: Path) -> bool:
    """Tell whether a program listens here: the file is there a moment before it does."""
    with socket.socket(socket.AF_UNIX) as line:
        try:
            line.connect(str(path))
        except OSError:
            return False
    return True


def account() -> tuple[str, str]:
    """Return whom CUPS works for: the account Debian makes for it, or whoever runs the tests."""
    if os.geteuid():
        return pwd.getpwuid(os.geteuid()).pw_name, grp.getgrgid(os.getegid()).gr_name
    return "lp", "lp"


@dataclass
class Everywhere:
    """An IPP Everywhere printer that keeps what it printed.

    Attributes:
        root: folder of its documents and of what it is told to say.
    """

    root: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"ipp://localhost:{self.port}/ipp/print"

    def printed(self) -> list[Path]:
        """Return the documents that came out, in order."""
        found = (self.root / "printed").glob("out-*.pdf")
        return sorted(found, key=lambda path: path.stat().st_mtime_ns)

    def wanted(self) -> str:
        """Return what the last job asked for."""
        return (self.root / "wanted").read_text()

    def start(self) -> None:
        # It will not start without a bus to announce itself on, though it announces nothing.
        surroundings = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.root / 'bus'}"}
        options = ("-2", "-r", "off", "-n", "localhost", "-p", str(self.port))
        where = ("-d", self.root / "tmp", "-c", self.root / "print.sh")
        self.process = subprocess.Popen(
            [which("ippeveprinter"), *options, *where, "-f", "application/pdf", "Laser"],
            env=surroundings,
            **QUIET,
        )
        wait_for(lambda: answers(self.port), "ippeveprinter")

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait(PATIENCE)
            self.process = None

    @contextmanager
    def saying(self, *words: str, stuck: bool = False) -> Iterator[None]:
        """Let it report this with its next job and, `stuck`, not get through with it."""
        (self.root / "says").write_text("".join(f"STATE: +{word}\n" for word in words))
        stop = self.root / "stuck"
        if stuck:
            stop.touch()
        try:
            yield
        finally:
            # only somebody at the printer could put paper in; a new one has some
            self.stop()
            stop.unlink(missing_ok=True)
            (self.root / "says").write_text("")
            self.start()


@dataclass
class Cups:
    """The scheduler, and how to stop and start it."""

    root: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    def url(self, queue: str) -> str:
        return f"ipp://127.0.0.1:{self.port}/printers/{queue}"

    def start(self) -> None:
        command = [which("cupsd"), "-f", "-c", self.root / "cupsd.conf", "-s", self.root / "files"]
        log = (self.root / "said").open("ab")
        with log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for(lambda: answers(self.port), "cupsd")
        except AssertionError:
            self.stop()
            raise

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None

    def add_queue(self, queue: str, to: str) -> None:
        """Make a driverless queue that can print.

        The scheduler asks the printer and learns how to feed it in the background, after it has
        answered; a job that comes in between is aborted. A restart finds everything on disk.
        """
        command = [which("lpadmin"), "-h", f"127.0.0.1:{self.port}", "-p", queue, "-E"]
        done = subprocess.run([*command, "-v", to, "-m", "everywhere"], capture_output=True)
        assert done.returncode == 0, done.stderr.decode()
        wait_for(lambda: self.prints_on_both_sides(queue), f"the queue {queue}")
        self.stop()
        self.start()

    def prints_on_both_sides(self, queue: str) -> bool:
        """Tell whether the queue knows its printer: no queue does this of itself."""
        wanted = {"requested-attributes": ("sides-supported",)}
        answer = IppLine(self.url(queue), patience=PATIENCE).ask(Operation.GET_PRINTER, wanted)
        return "two-sided-long-edge" in answer.attributes.get("sides-supported", ())

    @contextmanager
    def paused(self, queue: str) -> Iterator[None]:
        """Let a queue take no job, as its administrator would."""
        where = ("-h", f"127.0.0.1:{self.port}", queue)
        subprocess.run([which("cupsdisable"), *where], check=True)
        try:
            yield
        finally:
            subprocess.run([which("cupsenable"), *where], check=True)


def which(name: str) -> str:
    return shutil.which(name, path=SBIN) or name


def need_cups() -> None:
    missing = [name for name in NEEDED if shutil.which(name, path=SBIN) is None]
    if missing:
        pytest.skip(f"no printing system here: {', '.join(missing)} not installed")


@pytest.fixture(scope="module")
def printing_root() -> Iterator[Path]:
    need_cups()
    root = Path(tempfile.mkdtemp(prefix="zcdesk-cups-", dir="/tmp"))
    for name in ("cache", "state", "spool", "spool/tmp", "tmp", "printed"):
        (root / name).mkdir()
    if os.geteuid() == 0:
        for path in (root, *root.rglob("*")):
            shutil.chown(path, *account())
    root.chmod(0o755)
    yield root
    shutil.rmtree(root, ignore_errors=True)


COMMAND = """#!/bin/sh
# prints a document: says what it is told to, then keeps the file
cat {root}/says >&2
env | grep ^IPP_ > {root}/wanted
while [ -e {root}/stuck ]; do sleep 0.05; done
kill -0 $PPID || exit 1
cp "$1" {root}/printed/out-$$.pdf
"""


@pytest.fixture(scope="module")
def everywhere(printing_root: Path) -> Iterator[Everywhere]:
    root = printing_root
    command = root / "print.sh"
    command.write_text(COMMAND.format(root=root))
    command.chmod(0o755)
    (root / "says").write_text("")
    options = ("--session", "--nofork", "--nopidfile", f"--address=unix:path={root / 'bus'}")
    bus = subprocess.Popen([which("dbus-daemon"), *options], **QUIET)
    printer = Everywhere(root, free_port())
    try:
        wait_for(lambda: listens(root / "bus"), "dbus-daemon")
        printer.start()
        yield printer
    finally:
        printer.stop()
        bus.terminate()
        bus.wait(PATIENCE)


@pytest.fixture(scope="module")
def cups(printing_root: Path, everywhere: Everywhere) -> Iterator[Cups]:
    root, port = printing_root, free_port()
    user, group = account()
    (root / "cupsd.conf").write_text(CUPSD.format(port=port))
    (root / "files").write_text(FILES.format(root=root, user=user, group=group))
    cups = Cups(root, port)
    cups.start()
    try:
        cups.add_queue("laser", everywhere.url)
        yield cups
    finally:
        cups.stop()
