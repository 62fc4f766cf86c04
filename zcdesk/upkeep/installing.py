"""The installer's part of an update on Debian: run as root by the system's own unit.

Nothing in the spool is believed: manifest, signature and package are checked against the key the
administrator pinned on this PC, and the package is copied to a folder only root writes before it is
used. A journal stands from before the first change until after the last, so that a power cut is
gone on with; a package that cannot be installed gives way to the one before.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from zcdesk import __version__
from zcdesk.errors import CodedError, SurroundingsError, UserError
from zcdesk.store.place import write_durably
from zcdesk.upkeep import release
from zcdesk.upkeep.release import Package
from zcdesk.upkeep.updating import REQUEST, RESULT, SPARE, Request, Result, is_whole

JOURNAL, NEW, CURRENT, PREVIOUS, LOG = (
    "journal.json",
    "new.deb",
    "current.deb",
    "previous.deb",
    "install.log",
)
FAILED, NO_PREVIOUS = "UPD-11", "UPD-08"


class Journal(msgspec.Struct, frozen=True):
    """What is being installed: the package lies in the keep, checked."""

    version: str
    package: Package


@dataclass(frozen=True, slots=True)
class Installer:
    """One PC's installer.

    Attributes:
        spool: where desks leave requests; keep: root's own folder of packages and journal.
        pinned: file with the public key. dpkg: the command with what stands before `-i`.
    """

    spool: Path
    keep: Path
    pinned: Path
    dpkg: Sequence[str] = ("dpkg",)
    system: str = ""
    here: str = __version__

    def run(self) -> Result | None:
        """Do what is asked, or go on with what was cut; None where nothing is asked.

        A request that is refused is answered and taken away: it would be refused for ever.
        """
        self.keep.mkdir(parents=True, exist_ok=True, mode=0o700)
        journal = self._journal()
        if journal is None:
            request = self._request()
            if request is None:
                return None
            try:
                journal = self._take(request)
            except CodedError as error:
                return self._answer(Result(version=self._named(request), code=error.code))
        return self._answer(self._install(journal))

    def back(self) -> str:
        """Install the version before; return what dpkg says it is.

        Raises:
            UserError: UPD-08, none is kept. SurroundingsError: UPD-11, it could not be installed.
        """
        previous, current = self.keep / PREVIOUS, self.keep / CURRENT
        if not previous.is_file():
            raise UserError(NO_PREVIOUS)
        if not self._dpkg("-i", str(previous)):
            self._dpkg("-i", str(current))
            raise SurroundingsError(FAILED, log=LOG)
        previous.replace(current)
        for name in (REQUEST, RESULT):
            (self.spool / name).unlink(missing_ok=True)
        return self.version_of(current)

    def keep_installed(self, package: Path) -> str:
        """Keep the package this PC was first installed from, to go back to; return its version."""
        self.keep.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = self.keep / f"{CURRENT}.new"
        shutil.copyfile(package, fresh)
        fresh.replace(self.keep / CURRENT)
        return self.version_of(self.keep / CURRENT)

    def version_of(self, package: Path) -> str:
        ran = subprocess.run(  # noqa: S603 - the system's own program
            ["/usr/bin/dpkg-deb", "--field", str(package), "Version"],
            capture_output=True,
            text=True,
            check=False,
        )
        return ran.stdout.strip()

    # --- steps ---

    def _take(self, request: Request) -> Journal:
        """Check everything and bring the package out of reach of others."""
        offer = release.offered(request.manifest.encode(), request.signature)
        manifest = release.verify(offer, self._public())
        release.must_be_newer(manifest.version, self.here)
        package = release.package_here(manifest, self.system or release.system_here())
        free = shutil.disk_usage(self.keep).free
        need = package.size * (1 + SPARE)
        if free < need:
            raise SurroundingsError(
                release.NO_ROOM, need=need // 1_000_000 + 1, free=free // 1_000_000 + 1
            )
        try:
            # Never through a link: what it names may not be the desk's to read.
            fd = os.open(self.spool / package.file, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError as error:
            raise SurroundingsError(release.NO_SOURCE, file=package.file) from error
        with open(fd, "rb") as source:
            release.copy_checked(source, self.keep / NEW, package)
        made = Journal(manifest.version, package)
        write_durably(self.keep / JOURNAL, msgspec.json.encode(made))
        return made

    def _install(self, journal: Journal) -> Result:
        """Install what the journal names; may be begun any number of times."""
        new, current, previous = (self.keep / name for name in (NEW, CURRENT, PREVIOUS))
        self._dpkg("--configure", "-a")
        source = new if new.exists() else current  # cut between the renames below
        done = is_whole(source, journal.package) and self._dpkg("-i", str(source))
        if done:
            if new.exists():
                if current.exists():
                    current.replace(previous)
                new.replace(current)
        else:
            new.unlink(missing_ok=True)
            if current.exists():
                self._dpkg("-i", str(current))
        (self.keep / JOURNAL).unlink(missing_ok=True)
        return Result(version=journal.version, code="" if done else FAILED)

    def _answer(self, result: Result) -> Result:
        write_durably(self.spool / RESULT, msgspec.json.encode(result))
        (self.spool / RESULT).chmod(0o644)
        (self.spool / REQUEST).unlink(missing_ok=True)
        return result

    def _dpkg(self, *words: str) -> bool:
        with open(self.keep / LOG, "ab") as log:
            ran = subprocess.run(  # noqa: S603 - the system's own program
                [*self.dpkg, *words], stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False
            )
        return ran.returncode == 0

    def _public(self) -> str:
        return release.read_public(self.pinned) if self.pinned.exists() else ""

    def _journal(self) -> Journal | None:
        try:
            return msgspec.json.decode((self.keep / JOURNAL).read_bytes(), type=Journal)
        except (OSError, msgspec.DecodeError):
            return None

    def _request(self) -> Request | None:
        try:
            fd = os.open(self.spool / REQUEST, os.O_RDONLY | os.O_NOFOLLOW)
            with open(fd, "rb") as file:
                return msgspec.json.decode(file.read(2 * release.LARGEST), type=Request)
        except FileNotFoundError:
            return None
        except (OSError, msgspec.DecodeError):
            (self.spool / REQUEST).unlink(missing_ok=True)
            return None

    def _named(self, request: Request) -> str:
        try:
            return release.offered(request.manifest.encode(), "").manifest.version
        except CodedError:
            return ""


KEEP = Path("/var/cache/zcdesk")
PINNED = Path("/etc/zcdesk/release.pub")


def of_this_pc(spool: Path) -> Installer:
    """Return the installer of a Debian PC; only root can use it."""
    return Installer(spool, KEEP, PINNED)
