"""Updates from signature to installed package, with real dpkg in a root of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from fix_pc import ADMIN, Pc
from fix_postgres import HallServer
from fix_publisher import SYSTEM, Publisher, maker

from zcdesk import __version__, settings
from zcdesk.domain.upkeep import Station, Turn
from zcdesk.errors import Invalid, NotAllowed, SurroundingsError, UserError
from zcdesk.operations import releases
from zcdesk.sync import packages
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.upkeep import installing, lowering, release, updating
from zcdesk.upkeep.installing import Installer

ROOT = Path(__file__).parent.parent.parent
HERE = "9.9.0"
OLD, NEW, NEXT = "9.9.0", "9.10.0", "9.11.0"
Room = namedtuple("Room", "total used free")
DEBIAN = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs Debian's dpkg")


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    path = tmp_path / "spool"
    path.mkdir()
    return path


@pytest.fixture
def installer(tmp_path: Path, spool: Path, publisher: Publisher) -> Installer:
    """A PC with the version before installed by dpkg, in a root of its own."""
    root = tmp_path / "root"
    for name in ("info", "updates"):
        (root / "var" / "lib" / "dpkg" / name).mkdir(parents=True)
    (root / "var" / "lib" / "dpkg" / "status").touch()
    pinned = tmp_path / "release.pub"
    pinned.write_text(publisher.public)
    # A root without a shell: maintainer scripts run outside of it.
    force = "--force-not-root,script-chrootless,bad-path"
    dpkg = ("dpkg", f"--root={root}", force, f"--log={root}/log")
    made = Installer(spool, tmp_path / "keep", pinned, dpkg, SYSTEM, HERE)
    first = publisher.deb(OLD)
    made.keep_installed(first)
    assert made._dpkg("-i", str(first))
    return made


def installed(installer: Installer) -> str:
    root = installer.dpkg[1].partition("=")[2]
    return (Path(root) / "opt" / "version").read_text()


def request(publisher: Publisher, spool: Path, folder: Path) -> None:
    """What a desk leaves at its end."""
    offer = release.read(folder)
    release.verify(offer, publisher.public)
    updating.bring(offer, spool, folder=folder, system=SYSTEM)
    updating.ask(offer, spool)


def roll_out(pc: Pc, publisher: Publisher, folder: Path, **how: object) -> None:
    offer = release.read(folder)
    with pc.open(ADMIN) as session:
        releases.trust(session, publisher.public)
        raw = offer.raw.decode()
        releases.roll_out(session, offer.manifest.version, raw, offer.signature, **how)


def life(pc: Pc) -> Station:
    with pc.open() as session, session.reading() as store:
        found = store.state("station:3", Station)
    assert found is not None
    return found


# --- publishing ---


def test_the_publishers_command_makes_a_key_and_a_release(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "x.deb"
    package.write_bytes(b"package")
    key, out = tmp_path / "private.key", tmp_path / "out"

    def run(*words: object) -> int:
        monkeypatch.setattr(sys, "argv", ["release", "--key", *map(str, words)])
        return int(maker().main())

    assert run(key, "--new-key") == 0
    assert (key.stat().st_mode & 0o777) == 0o600
    with pytest.raises(FileExistsError):
        run(key, "--new-key")  # never over a key
    assert run(key, "--out", out, "--package", f"{SYSTEM}={package}", "--version", NEW) == 0
    manifest = release.verify(release.read(out), release.read_public(tmp_path / "release.pub"))
    assert manifest.version == NEW
    assert release.package_here(manifest, SYSTEM).size == 7
    with pytest.raises(SystemExit):
        run(key, "--out", out, "--package", f"{SYSTEM}={tmp_path / 'gone.deb'}")
    assert "signed" in capsys.readouterr().out


# --- what is due ---


def test_a_station_takes_a_version_from_its_day_on(pc: Pc, publisher: Publisher) -> None:
    folder = publisher.publish(NEW)
    days = {"since": "2026-11-25", "first": ("5",), "rest_since": "2026-12-01"}
    roll_out(pc, publisher, folder, **days)
    with pc.open() as session:
        known = releases.view(session).release
        for station, day, is_due in (
            ("5", "2026-11-24", False),
            ("5", "2026-11-25", True),
            ("3", "2026-11-30", False),
            ("3", "2026-12-01", True),
        ):
            found = known.due(station, type(session.now()).fromisoformat(day).date())
            assert (found is not None) == is_due
        assert updating.wanted(session, HERE) is None
    pc.clock.at = pc.clock.at.replace(month=12, day=2)
    with pc.open() as session:
        wanted = updating.wanted(session, HERE)
        assert wanted is not None
        assert wanted.manifest.version == NEW
        for here in (NEW, NEXT):  # it runs it, or something newer
            assert updating.wanted(session, here) is None
    with pc.open(ADMIN) as session:
        assert releases.stop(session, "打印有误") == NEW
        assert updating.wanted(session, HERE) is None
        with pytest.raises(UserError, match="UPD-10"):
            releases.stop(session, "再停")


def test_only_an_administrator_decides_and_only_for_days_to_come(
    pc: Pc, publisher: Publisher
) -> None:
    with pc.open() as session, pytest.raises(NotAllowed, match="BAK-10"):
        releases.trust(session, publisher.public)
    with pc.open(ADMIN) as session:
        for day in ("2026-01-01", "morgen"):
            with pytest.raises(Invalid, match="UPD-14"):
                releases.roll_out(session, NEW, "{}", "", since=day)


@pytest.mark.parametrize("how", ["no key", "another key", "altered", "no signature"])
def test_what_the_pinned_key_did_not_sign_is_never_taken(
    publisher: Publisher, tmp_path: Path, how: str
) -> None:
    folder, public = publisher.publish(NEW), publisher.public
    code = "UPD-02"
    match how:
        case "no key":
            public, code = "", "UPD-01"
        case "another key":
            public = Publisher(tmp_path / "other").public
        case "altered":
            raw = (folder / release.MANIFEST).read_text().replace(NEW, NEXT)
            (folder / release.MANIFEST).write_text(raw)
        case _:
            (folder / release.SIGNATURE).write_text("AAAA")
    with pytest.raises(UserError, match=code):
        release.verify(release.read(folder), public)


def test_a_package_is_named_never_led_to(publisher: Publisher) -> None:
    manifest = release.read(publisher.publish(NEW)).manifest
    with pytest.raises(UserError, match="UPD-04"):
        release.package_here(manifest, "another-system")
    (package,) = manifest.packages
    for name in ("../x.deb", "/etc/x.deb"):
        led = replace_in(manifest, file=name)
        with pytest.raises(UserError, match="UPD-04"):
            release.package_here(led, package.system)


def replace_in(manifest: release.Manifest, **changes: str) -> release.Manifest:
    import msgspec

    (package,) = manifest.packages
    changed = msgspec.structs.replace(package, **changes)
    return msgspec.structs.replace(manifest, packages=(changed,))


# --- bringing it ---


def test_a_half_copied_package_and_a_full_disk_leave_nothing(
    publisher: Publisher, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = publisher.publish(NEW)
    offer = release.read(folder)
    package = folder / offer.manifest.packages[0].file
    whole = package.read_bytes()
    for torn in (whole[:-1], whole + b"x", b"x" + whole[1:]):
        package.write_bytes(torn)
        with pytest.raises(SurroundingsError, match="UPD-03"):
            updating.bring(offer, spool, folder=folder, system=SYSTEM)
    assert list(spool.iterdir()) == []
    package.write_bytes(whole)
    with pytest.raises(SurroundingsError, match="UPD-17"):
        updating.bring(offer, spool / "none", folder=folder, system=SYSTEM)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: Room(10**9, 10**9, 10**6))
        with pytest.raises(SurroundingsError, match="UPD-07"):
            updating.bring(offer, spool, folder=folder, system=SYSTEM)
    brought = updating.bring(offer, spool, folder=folder, system=SYSTEM)
    assert brought is not None
    assert brought.read_bytes() == whole
    with pytest.raises(SurroundingsError, match="UPD-09"):
        updating.bring(release.read(publisher.publish(NEXT)), spool, system=SYSTEM)


def test_a_package_comes_from_the_server_in_pieces_and_goes_on_where_it_was_cut(
    hall_server: HallServer, publisher: Publisher, spool: Path
) -> None:
    folder = publisher.publish(NEW)
    offer = release.read(folder)
    (package,) = offer.manifest.packages
    url = hall_server.add("hall-320213", "W01")
    name = packages.put(hall_server.url, "hall-320213", folder / package.file)
    assert name == packages.put(hall_server.url, "hall-320213", folder / package.file)
    turns = iter((True, True, False))
    with closing(PostgresHall(url)) as hall:
        stopped = updating.bring(
            offer, spool, server=hall, system=SYSTEM, go_on=lambda: next(turns)
        )
        assert stopped is None
        (part,) = spool.iterdir()
        assert 0 < part.stat().st_size < package.size
        brought = updating.bring(offer, spool, server=hall, system=SYSTEM)
        assert brought is not None
        assert updating.is_whole(brought, package)
        assert packages.drop(hall_server.url, "hall-320213", name)
        brought.unlink()
        with pytest.raises(SurroundingsError, match="UPD-09"):
            updating.bring(offer, spool, server=hall, system=SYSTEM)


def test_a_desk_asks_at_its_end_once_and_notes_what_became_of_it(
    pc: Pc, publisher: Publisher, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZCDESK_UPDATE_SPOOL", str(spool))
    folder = publisher.publish(NEW)
    settings.save(pc.data, replace(settings.load(pc.data), updates=str(folder)))
    roll_out(pc, publisher, folder)
    with pc.open() as session:
        assert updating.take_note(session, spool) is None
        assert updating.ask_if_here(session, spool, SYSTEM) == ""  # not brought yet
        offer = updating.wanted(session)
        assert offer is not None
        updating.bring(offer, spool, folder=folder, system=SYSTEM)
        assert updating.ask_if_here(session, spool, SYSTEM) == NEW
    assert (pc.data / lowering.FOLDER / lowering.BEFORE).exists()
    assert (spool / updating.REQUEST).exists()
    with pc.open() as session:
        assert updating.take_note(session, spool, NEW) is Turn.DONE
    assert life(pc).version == NEW
    with pc.open() as session:
        assert updating.take_note(session, spool, __version__) is Turn.BACK
        failed = updating.Result(version=NEW, code="UPD-11")
        (spool / updating.RESULT).write_bytes(json.dumps(vars_of(failed)).encode())
        assert updating.take_note(session, spool, __version__) is Turn.FAILED
        assert updating.take_note(session, spool, __version__) is None
        assert updating.wanted(session, HERE) is None  # never again by itself
    assert life(pc).stuck == (NEW, "UPD-11")


def vars_of(result: updating.Result) -> dict[str, str]:
    return {"version": result.version, "code": result.code}


# --- installing it ---


@DEBIAN
def test_a_signed_package_is_installed_and_the_one_before_kept(
    publisher: Publisher, installer: Installer, spool: Path
) -> None:
    assert installer.run() is None
    request(publisher, spool, publisher.publish(NEW, publisher.deb(NEW)))
    result = installer.run()
    assert result == updating.Result(version=NEW)
    assert installed(installer) == NEW
    assert not (spool / updating.REQUEST).exists()
    assert installer.back() == OLD
    assert installed(installer) == OLD
    with pytest.raises(UserError, match="UPD-08"):
        installer.back()


@DEBIAN
def test_the_installer_believes_nothing_of_the_spool(
    publisher: Publisher, installer: Installer, spool: Path, tmp_path: Path
) -> None:
    folder = publisher.publish(NEW, publisher.deb(NEW))
    other = Publisher(tmp_path / "other")
    theirs = other.publish(NEW, other.deb(NEW))
    name = release.read(folder).manifest.packages[0].file

    request(other, spool, theirs)
    assert installer.run() == updating.Result(version=NEW, code="UPD-02")
    request(publisher, spool, folder)
    (spool / name).write_bytes((theirs / name).read_bytes() + b"x")  # swapped afterwards
    assert installer.run() == updating.Result(version=NEW, code="UPD-03")
    request(publisher, spool, folder)
    (spool / name).unlink()
    (spool / name).symlink_to(folder / name)
    assert installer.run() == updating.Result(version=NEW, code="UPD-09")
    (spool / updating.REQUEST).write_text("{")
    assert installer.run() is None
    request(publisher, spool, publisher.publish(OLD, folder.parent / f"trial_{OLD}.deb"))
    assert installer.run() == updating.Result(version=OLD, code="UPD-06")
    installer.pinned.unlink()
    request(publisher, spool, folder)
    assert installer.run() == updating.Result(version=NEW, code="UPD-01")
    assert installed(installer) == OLD


@DEBIAN
def test_a_package_that_cannot_be_installed_gives_way_to_the_one_before(
    publisher: Publisher, installer: Installer, spool: Path
) -> None:
    request(publisher, spool, publisher.publish(NEW, publisher.deb(NEW, "exit 1")))
    assert installer.run() == updating.Result(version=NEW, code="UPD-11")
    assert installed(installer) == OLD
    assert not (installer.keep / installing.JOURNAL).exists()
    request(publisher, spool, publisher.publish(NEXT, publisher.deb(NEXT)))
    assert installer.run() == updating.Result(version=NEXT)
    assert installed(installer) == NEXT


CUT = """
import os, sys
from pathlib import Path
from zcdesk.upkeep.installing import Installer
spool, keep, pinned, system, here, *dpkg = sys.argv[1:]
Installer(Path(spool), Path(keep), Path(pinned), tuple(dpkg), system, here).run()
"""


@DEBIAN
@pytest.mark.parametrize("at", ["--unpack", "-i", "--configure"])
def test_a_power_cut_in_the_middle_is_gone_on_with(
    publisher: Publisher, installer: Installer, spool: Path, tmp_path: Path, at: str
) -> None:
    request(publisher, spool, publisher.publish(NEW, publisher.deb(NEW)))
    # dpkg does part of its work (`--unpack`), all of it (`-i`) or nothing, then everything ends.
    wrapper = tmp_path / "dpkg-cut"
    real = " ".join(f"'{word}'" for word in installer.dpkg)
    part = {"--unpack": "--unpack", "-i": "-i", "--configure": ""}[at]
    wrapper.write_text(
        "#!/bin/sh\n"
        f'[ "$1" = --configure ] && [ {at} != --configure ] && exec {real} "$@"\n'
        + (f'{real} {part} "$2"\n' if part else "")
        + "kill -9 $PPID\n"
    )
    wrapper.chmod(0o755)
    words = (spool, installer.keep, installer.pinned, SYSTEM, HERE, wrapper)
    ran = subprocess.run([sys.executable, "-c", CUT, *map(str, words)], cwd=ROOT, check=False)
    assert ran.returncode == -9
    assert (installer.keep / installing.JOURNAL).exists()

    assert installer.run() == updating.Result(version=NEW)
    assert installed(installer) == NEW
    status = Path(installer.dpkg[1].partition("=")[2]) / "var" / "lib" / "dpkg" / "status"
    assert "install ok installed" in status.read_text()
    assert installer.back() == OLD
