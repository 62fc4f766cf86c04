"""What tests/conftest.py promises every test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CONFTEST = Path(__file__).with_name("conftest.py")


def test_no_test_sees_the_real_home_or_a_screen() -> None:
    home = Path(os.environ["HOME"])
    assert home.name.startswith("zcdesk-home-")
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert all(Path(os.environ[f"XDG_{n}_HOME"]).parent == home for n in ("DATA", "CONFIG"))


def test_an_unexpected_warning_fails_and_an_expected_one_does_not(
    pytester: pytest.Pytester,
) -> None:
    pytester.makeconftest(CONFTEST.read_text("utf-8").replace('"pytester", *', "*"))
    pytester.makepyfile(
        """
        import logging, pytest
        log = logging.getLogger("zcdesk.store")
        def test_loud(): log.warning("disk at %d percent", 99)
        def test_quiet(): log.info("fine")
        def test_asked(caplog): log.warning("x")
        @pytest.mark.logs_warnings
        def test_marked(): log.error("x")
        @pytest.mark.soak
        def test_long(): raise AssertionError
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=4, errors=1, deselected=1)
    result.stdout.fnmatch_lines(["*WARNING zcdesk.store: disk at 99 percent*"])
