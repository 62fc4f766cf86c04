"""What keeping a PC costs: sizes read from what was built, ageing and rebuilding, slopes."""

from __future__ import annotations

import shutil
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

from zcdesk import station
from zcdesk.bench import keeping
from zcdesk.bench.figure import NotMeasurable
from zcdesk.bench.plan import QUICK
from zcdesk.store import project


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="needs Debian's dpkg-deb")
def test_sizes_are_those_of_the_newest_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "BUILD", tmp_path)
    with pytest.raises(NotMeasurable, match="no package"):
        keeping.sizes()
    tree = tmp_path / "deb"
    library = tree / "opt/zcdesk/lib/PySide6/Qt/lib/libQt6Core.so.6"
    library.parent.mkdir(parents=True)
    library.write_bytes(bytes(1_000_000))
    (tree / keeping.PROGRAM).write_text("#!/bin/sh\n")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN" / "control").write_text(
        "Package: zcdesk\nVersion: 1\nArchitecture: all\nInstalled-Size: 300000\n"
        "Maintainer: trial <trial@example.org>\nDescription: trial\n"
    )
    package = tmp_path / "zcdesk_1_all.deb"
    words = ["dpkg-deb", "-Zgzip", "--build", str(tree), str(package)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    packed, installed = keeping.sizes()
    assert packed.value == pytest.approx(package.stat().st_size / 1e6, rel=0.01)
    assert (packed.met, installed.met) == (True, False)
    assert installed.value == pytest.approx(307.2)
    assert installed.reference == 1.0


def test_an_aged_hall_is_rebuilt_to_what_it_was(busy_hall: Path, tmp_path: Path) -> None:
    data = tmp_path / "aged"
    shutil.copytree(busy_hall, data)
    before = digest(data)
    keeping.age(data)
    session = station.open_session(data)
    with session.reading() as reader:
        assert project.stale_count(reader) > 200
    session.store.close()
    assert keeping.rebuild(data, time.perf_counter) > 0
    assert digest(data) == before


def digest(data: Path) -> str:
    session = station.open_session(data)
    try:
        with session.reading() as reader:
            return project.read_digest(reader)
    finally:
        session.store.close()


def test_a_slope_is_the_growth_of_a_step() -> None:
    assert keeping.slope([1.0, 3.0, 5.0, 7.0]) == 2
    assert keeping.slope([4.0, 4.0, 4.0]) == 0
    with pytest.raises(NotMeasurable):
        keeping.slope([1.0])


def test_an_idle_desk_costs_almost_nothing(busy_hall: Path) -> None:
    (idle,) = keeping.idle(replace(QUICK, idle=2), busy_hall)
    assert idle.value is not None
    assert idle.reference is not None
    assert 0 <= idle.value < idle.reference
