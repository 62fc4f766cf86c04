"""Pages from a folder and from a command; askew and dark ones are told."""

from __future__ import annotations

import os
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from zcdesk.devices.kinds import READY
from zcdesk.devices.pages import CommandCamera, FolderScanner, looked_at
from zcdesk.devices.urls import from_url
from zcdesk.errors import DeviceError


def page(turn: float = 0, ground: int = 250, ink: int = 30, kind: str = "PNG") -> bytes:
    picture = Image.new("L", (827, 1169), ground)
    draw = ImageDraw.Draw(picture)
    for row in range(24):
        draw.rectangle((90, 90 + row * 40, 350 + (row * 131) % 380, 104 + row * 40), fill=ink)
    out = BytesIO()
    picture.rotate(turn, fillcolor=ground).save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize("turn", [-6, -3, 0, 1, 4])
def test_how_far_a_page_lies_askew(turn: int) -> None:
    seen = looked_at(page(turn))
    assert abs(seen.skew - turn) <= 0.5
    assert (seen.is_dark, seen.is_poor) == (False, abs(turn) > 2)


def test_a_dark_page_and_an_empty_one() -> None:
    assert looked_at(page(ground=50, ink=10)).is_dark
    blank = Image.new("L", (400, 600), 255)
    out = BytesIO()
    blank.save(out, "TIFF")
    seen = looked_at(out.getvalue())
    assert (seen.is_poor, seen.data[:4]) == (False, b"\x89PNG")


@pytest.mark.parametrize("data", [b"", b"no picture", page()[:200]])
def test_what_is_no_picture(data: bytes) -> None:
    with pytest.raises(DeviceError) as refused:
        looked_at(data)
    assert refused.value.code == "SCN-07"


def lay(folder: Path, name: str, data: bytes, ago: float) -> None:
    (folder / name).write_bytes(data)
    at = time.time() - ago
    os.utime(folder / name, (at, at))


@pytest.mark.req("R101")
def test_a_folder_gives_the_oldest_whole_page_of_now(tmp_path: Path) -> None:
    lay(tmp_path, "yesterday.png", page(), 3600)
    scanner = from_url(f"folder:{tmp_path}")
    assert isinstance(scanner, FolderScanner)
    assert scanner.status() == READY
    scanner._since -= 100
    lay(tmp_path, "second.JPG", page(kind="JPEG"), 2)
    lay(tmp_path, "first.png", page(), 3)
    lay(tmp_path, "growing.png", page()[:100], -3600)  # however slow this PC, it still grows
    lay(tmp_path, "notes.txt", b"x", 3)
    assert scanner.scan().data[:4] == b"\x89PNG"
    assert scanner.scan().data[:2] == b"\xff\xd8"
    with pytest.raises(DeviceError) as none:
        scanner.scan()
    assert none.value.code == "SCN-04"
    assert {f.name for f in (tmp_path / "taken").iterdir()} == {"first.png", "second.JPG"}


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    scanner = FolderScanner(tmp_path / "gone")
    assert scanner.status().code == "DEV-09"
    with pytest.raises(DeviceError):
        scanner.scan()


def test_a_command_takes_a_page(tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(page())
    code = f"import shutil,sys; shutil.copy({str(tmp_path / 'p.png')!r}, sys.argv[1])"
    camera = CommandCamera(f'{sys.executable} -c "{code}" {{file}}')
    assert camera.status() == READY
    assert camera.scan().data[:4] == b"\x89PNG"
    for words in (
        f"{sys.executable} -c pass",
        "no-such-program-here",
        f'{sys.executable} -c "1/0"',
    ):
        with pytest.raises(DeviceError) as failed:
            CommandCamera(words).scan()
        assert failed.value.code == "SCN-07"
