"""The package: what is in it, what it asks for, and that nobody's cases go with it."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import deb
import environment
import freeze
import icu
import pytest

LINUX = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs Debian's dpkg-deb")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A program of one line with a Qt library we use and one we do not."""
    root = tmp_path / "zcdesk"
    for name in ("Core", "Quick"):
        path = root / freeze.QT / "lib" / f"libQt6{name}.so.6"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\x7fELF")
    (root / "zcdesk").write_text("#!/bin/sh\necho started\n")
    (root / "resources").mkdir()
    return root


def test_a_qt_file_nobody_listed_is_told(tree: Path) -> None:
    assert freeze.surplus(tree) == [f"{freeze.QT}/lib/libQt6Quick.so.6"]


def test_no_gpl_library_is_frozen_in() -> None:
    assert {"readline"} <= set(freeze.EXCLUDES)
    assert not any("virtualkeyboard" in pattern for pattern in freeze.ALLOWED)


def test_a_wheel_for_newer_systems_only_is_told_by_its_tag(tmp_path: Path) -> None:
    for name, tag in (
        ("plain-1.0", "py3-none-any"),
        ("new_one-2.0", "cp311-abi3-manylinux_2_34_x86_64"),
        ("both-3.0", "cp311-cp311-manylinux_2_17_x86_64.manylinux_2_34_x86_64"),
        ("old-4.0", "cp39-abi3-manylinux_2_28_x86_64"),
    ):
        (tmp_path / f"{name}.dist-info").mkdir()
        (tmp_path / f"{name}.dist-info" / "WHEEL").write_text(f"Tag: {tag}\n")
    assert freeze.too_new(tmp_path) == ["new-one"]


def test_of_the_lock_those_packages_are_taken_with_their_hashes() -> None:
    lock = environment.LOCK.read_text("utf-8")
    taken = freeze.locked(["cryptography"], lock)
    lines = taken.strip().splitlines()
    assert lines[0].startswith("cryptography==")
    assert len(lines) > 2
    assert all("--hash=sha256:" in line for line in lines[1:])
    assert freeze.locked(["nothing"], lock) == "\n"


def test_every_finding_that_is_let_through_says_why() -> None:
    for name in ("lintian-overrides", "server-lintian-overrides"):
        lines = (deb.PARTS / name).read_text("utf-8").splitlines()
        for before, line in zip(["", *lines], lines, strict=False):
            assert line.startswith(("#", "zcdesk")), line
            assert line.startswith("#") or before.startswith("#"), line


@LINUX
@pytest.mark.parametrize(
    ("given", "pinned"),
    [("AB" * 32, "ab" * 32), (f" {'0f' * 32}\n", "0f" * 32), ("12", ""), ("", "")],
)
def test_a_preseeded_key_is_pinned_and_nothing_else_is(
    tmp_path: Path, given: str, pinned: str
) -> None:
    """The package's own script, in a folder of its own: a key pinned by hand stays."""
    (tmp_path / "confmodule").write_text('db_get() { RET="$GIVEN"; }\n')
    script = (deb.PARTS / "postinst").read_text("utf-8")
    for place, mine in (
        ("/usr/share/debconf/confmodule", "confmodule"),
        ("/etc/zcdesk", "etc"),
        ("/var/spool/zcdesk", "spool"),
    ):
        script = script.replace(place, str(tmp_path / mine))
    for tool in ("systemctl", "udevadm", "update-desktop-database"):
        script = script.replace(f"command -v {tool}", "false")
    words = ["sh", "-c", script, "postinst", "configure"]
    environment_ = {"PATH": "/usr/bin:/bin", "GIVEN": given}
    subprocess.run(words, env=environment_, check=True, stderr=subprocess.DEVNULL)
    key = tmp_path / "etc" / "release.pub"
    assert (key.read_text().strip() if key.exists() else "") == pinned
    if pinned:
        subprocess.run(words, env={**environment_, "GIVEN": "99" * 32}, check=True)
        assert key.read_text().strip() == pinned


@LINUX
def test_the_package_holds_the_program_its_menu_entries_and_its_rules(
    tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freeze, "BUILD", tmp_path)
    monkeypatch.setattr(deb, "STAGE", tmp_path / "stage")
    package = deb.build("gzip", tree)
    listing = subprocess.run(["dpkg-deb", "-c", package], capture_output=True, text=True).stdout
    modes = {line.split()[5]: line.split()[0] for line in listing.splitlines()}
    assert modes["./opt/zcdesk/zcdesk"] == modes["./usr/bin/zcdesk"] == "-rwxr-xr-x"
    assert modes["./opt/zcdesk/lib/PySide6/Qt/lib/libQt6Core.so.6"] == "-rw-r--r--"
    assert {f"./{target}" for target in deb.INSTALLED.values()} <= set(modes)
    assert all(line.split()[1] == "root/root" for line in listing.splitlines())
    fields = subprocess.run(["dpkg-deb", "-f", package], capture_output=True, text=True).stdout
    assert f"Version: {freeze.version()}" in fields
    assert all(name in fields for name in environment.XCB.split())
    assert "poppler" not in fields


@LINUX
def test_removing_asks_nothing_and_purging_keeps_the_data_unless_told(tmp_path: Path) -> None:
    script = (deb.PARTS / "postrm").read_text("utf-8")
    data = tmp_path / "lib" / "zcdesk"
    data.mkdir(parents=True)
    mine = script.replace("/var/lib", str(tmp_path / "lib")).replace(
        "/usr/share/debconf/confmodule", str(tmp_path / "confmodule")
    )
    for folder in ("/var/spool", "/var/cache", "/etc"):
        mine = mine.replace(f"{folder}/zcdesk", str(tmp_path / "own"))

    def run(word: str, answer: str) -> bool:
        (tmp_path / "confmodule").write_text(
            f"db_input() {{ :; }}\ndb_go() {{ :; }}\ndb_purge() {{ :; }}\n"
            f"db_get() {{ RET={answer}; }}\n"
        )
        done = subprocess.run(["sh", "-c", mine, "postrm", word], check=False)
        assert done.returncode == 0
        return data.exists()

    assert run("remove", "true")
    assert run("purge", "false")
    assert not run("purge", "true")


@pytest.mark.parametrize(
    ("item", "foreign"),
    [
        ("zh_Hans_CN.res", False),
        ("de.res", True),
        ("coll/fr.res", True),
        ("coll/zh.res", False),
        ("zone/tzdbNames.res", False),
        ("supplementalData.res", False),
        ("gb18030.cnv", False),
        ("ibm-37_P100-1995.cnv", True),
        ("brkitr/cjdict.dict", True),
        ("unames.icu", True),
        ("nfkc.nrm", False),
        ("unit/zh.res", True),
    ],
)
def test_chinese_and_english_stay_in_the_icu_data(item: str, foreign: bool) -> None:
    assert icu._is_foreign(item) is foreign


ASKED = """
import ctypes, sys
folder, version = sys.argv[1:]
ctypes.CDLL(f"{folder}/libicudata.so.{version}", mode=ctypes.RTLD_GLOBAL)
common = ctypes.CDLL(f"{folder}/libicuuc.so.{version}", mode=ctypes.RTLD_GLOBAL)
rules = ctypes.CDLL(f"{folder}/libicui18n.so.{version}")
error = ctypes.c_int()
getattr(common, f"ucnv_open_{version}")(b"gb18030", ctypes.byref(error))
found = [error.value]
opened = getattr(rules, f"ucol_open_{version}")
opened.restype = ctypes.c_void_p
order = opened(b"zh_CN", ctypes.byref(error))
compare = getattr(rules, f"ucol_strcoll_{version}")
compare.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_int]
one, two = ("\u554a".encode("utf-16-le"), "\u4e00".encode("utf-16-le"))  # 啊 before 一, by sound
print(found[0], compare(order, one, 1, two, 1))
"""


@pytest.mark.skipif(not icu.has_tools(), reason="needs icu-devtools and gcc")
def test_icu_finds_what_is_left_of_its_data(tmp_path: Path) -> None:
    source = environment.venv_path("purelib") / "PySide6" / "Qt" / "lib"
    for library in source.glob("libicu*.so.*"):
        shutil.copy2(library, tmp_path)
    (data,) = tmp_path.glob("libicudata.so.*")
    whole = data.stat().st_size
    assert icu.shrink(data)
    assert data.stat().st_size < whole / 6
    version = data.suffix.removeprefix(".")
    done = subprocess.run(
        [sys.executable, "-c", ASKED, str(tmp_path), version],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["0", "-1"], "no code page, or characters in no order"


@pytest.mark.skipif(not all(map(shutil.which, ("gcc", "strip"))), reason="needs gcc")
def test_a_library_laid_out_for_pages_of_2_mb_is_closed_up_and_still_loads(tmp_path: Path) -> None:
    code, library = tmp_path / "one.c", tmp_path / "libone.so"
    code.write_text("int kept = 41; int one(void) { return ++kept; }\n")
    wide = "-Wl,-z,max-page-size=0x200000,-z,separate-code"
    bare = ("-shared", "-nostdlib", "-fPIC")
    subprocess.run(["gcc", *bare, wide, "-o", str(library), str(code)], check=True)
    assert library.stat().st_size > 2_000_000
    freeze.narrow(library)
    subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    assert library.stat().st_size < 300_000
    assert ctypes.CDLL(str(library)).one() == 42


def test_menu_entries_start_commands_there_are() -> None:
    for name in ("zcdesk", "zcdesk-kiosk", "zcdesk-board"):
        lines = (deb.PARTS / f"{name}.desktop").read_text("utf-8").splitlines()
        entry = dict(line.split("=", 1) for line in lines[1:])
        assert entry["Exec"].replace(" ", "-") == name
        assert entry["Name[zh_CN]"].startswith("综窗台")


@pytest.mark.parametrize(
    ("session", "expected"),
    [("", "ibus"), ("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("compose", "compose")],
)
def test_the_launcher_names_an_input_method_the_shipped_qt_can_talk_to(
    tmp_path: Path, session: str, expected: str
) -> None:
    program = tmp_path / "zcdesk"
    program.write_text('#!/bin/sh\necho "$QT_IM_MODULE $1"\n')
    program.chmod(0o755)
    text = (deb.PARTS / "launcher").read_text("utf-8").replace("/opt/zcdesk", str(tmp_path))
    done = subprocess.run(
        ["sh", "-c", text, "zcdesk", "board"],
        env={"PATH": "/usr/bin:/bin", "QT_IM_MODULE": session},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"{expected} board\n"
