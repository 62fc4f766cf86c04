from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from zcdesk import paths

ROOT = Path(__file__).parent.parent


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert paths.resources_dir() == ROOT / "resources"
    assert paths.translations_dir() == ROOT / "resources" / "translations"


def test_the_variable_decides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZCDESK_RESOURCES", str(tmp_path))
    assert paths.resources_dir() == tmp_path


def test_an_installed_tree_finds_its_share(tmp_path: Path) -> None:
    site, fonts = tmp_path / "lib" / "site", tmp_path / "share" / "zcdesk" / "resources" / "fonts"
    (site / "zcdesk").mkdir(parents=True)
    (site / "zcdesk" / "paths.py").write_bytes(Path(paths.__file__).read_bytes())
    (site / "zcdesk" / "__init__.py").touch()
    code = (
        "import sys; sys.prefix, sys.path[0] = sys.argv[1:3]; from zcdesk import paths;"
        "print(paths.resources_dir())"
    )
    run = [sys.executable, "-c", code, str(tmp_path), str(site)]
    before = subprocess.run(run, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "FileNotFoundError" in before.stderr
    fonts.mkdir(parents=True)
    after = subprocess.run(run, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert Path(after.stdout.strip()) == fonts.parent


def test_given_data_are_where_they_were_asked_for(tmp_path: Path) -> None:
    assert paths.data_dir(tmp_path) == tmp_path
    assert paths.data_dir("~/desk") == Path.home() / "desk"
    assert paths.data_dir("desk").is_absolute()


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_root_serves_the_machine_and_a_user_only_himself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ZCDESK_STATION_DIR", raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert paths.data_dir() == Path("/var/lib/zcdesk")
    assert paths.witness_dir(paths.data_dir()).is_relative_to("/var/lib/zcdesk-station")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert paths.data_dir() == Path(os.environ["XDG_DATA_HOME"]) / "zcdesk"
    own = paths.witness_dir(paths.data_dir())
    assert own.is_relative_to(Path(os.environ["XDG_STATE_HOME"]) / "zcdesk-station")


def test_what_is_the_stations_own_never_lies_inside_the_data(tmp_path: Path) -> None:
    for data in (tmp_path, paths.data_dir()):
        places = {paths.witness_dir(data), paths.keys_dir()}
        assert len(places) == 2
        assert not any(place.is_relative_to(data) for place in places)


def test_each_store_has_its_own_witness(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ZCDESK_STATION_DIR", str(tmp_path / "station"))
    first, second = (paths.witness_dir(tmp_path / name) for name in "ab")
    assert first != second
    assert first.is_relative_to(tmp_path / "station")


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    paths.witness_dir(paths.data_dir(tmp_path / "new"))
    assert list(tmp_path.iterdir()) == []
