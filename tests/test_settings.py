"""Settings of this station: read back as saved, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import settings
from zcdesk.settings import FILE, Settings

texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


@given(
    window=texts,
    devices=st.dictionaries(texts, texts, max_size=3),
    keys=st.dictionaries(texts, texts, max_size=3),
    scale=st.sampled_from((1.0, 1.25, 1.5)),
    trainee=st.booleans(),
)
def test_any_settings_are_read_back_as_saved(
    tmp_path_factory: pytest.TempPathFactory,
    window: str,
    devices: dict[str, str],
    keys: dict[str, str],
    scale: float,
    trainee: bool,
) -> None:
    folder = tmp_path_factory.mktemp("station")
    kept = Settings(
        window=window, devices=devices, keys=keys, scale=scale, trainee=trainee, theme="dark"
    )
    settings.save(folder, kept)
    assert settings.load(folder) == kept
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_a_station_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none") == Settings()


def test_the_folder_is_made_and_the_old_file_replaced_whole(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    settings.save(folder, Settings(window="3", devices={"printer": "sim:printer"}))
    settings.save(folder, Settings(window="5"))
    assert settings.load(folder) == Settings(window="5")


@pytest.mark.parametrize(
    "content",
    [b"window = ", b"window = 3", b'theme = "\xff"', b"[devices]\nprinter = []", b"\x00\x01"],
)
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert settings.load(tmp_path) == Settings()
    assert (tmp_path / "station.damaged").read_bytes() == content
    settings.save(tmp_path, Settings(window="3"))
    assert settings.load(tmp_path).window == "3"


def test_a_file_that_cannot_be_read_does_not_keep_the_desk_from_starting(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert settings.load(tmp_path) == Settings()


def test_a_file_saved_by_an_editor_of_windows(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'\xef\xbb\xbfwindow = "3"\r\n')
    assert settings.load(tmp_path).window == "3"


def test_a_setting_a_newer_program_wrote_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('window = "3"\nhologram = true\n', encoding="utf-8")
    assert settings.load(tmp_path) == Settings(window="3")
