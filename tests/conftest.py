"""Every test's surroundings: no screen, a home of its own, and no warning goes unseen.

Fixtures live by subject in `fix_*.py` beside this file and are found by their name. Nothing here
may import Qt: the variables below must be set before anything does.
"""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
HOME = Path(tempfile.mkdtemp(prefix="zcdesk-home-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["LC_ALL"] = "C.UTF-8"
for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_RUNTIME_DIR"):
    os.environ[name] = str(HOME)
for name in ("CONFIG", "DATA", "STATE", "CACHE"):
    os.environ[f"XDG_{name}_HOME"] = str(HOME / name.lower())
for name in [n for n in os.environ if n.startswith(("ZCDESK_", "QT_SCALE", "QT_STYLE"))]:
    if name != "ZCDESK_TEST_DSN":
        del os.environ[name]

FIXTURES = sorted(path.stem for path in HERE.glob("fix_*.py"))
pytest.register_assert_rewrite(*FIXTURES)  # they import one another
pytest_plugins = ["pytester", *FIXTURES]

# How hard the property tests try; a slow machine must not fail them, so there is no deadline. The
# everyday run tries the same each time and says the same of the same program; a soak looks further.
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("everyday", PATIENT, max_examples=40, derandomize=True, print_blob=True)
settings.register_profile("soak", PATIENT, max_examples=5000)
settings.load_profile("everyday")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs_warnings: the test expects warnings in the log")
    config.addinivalue_line("markers", "soak: too long for every day; `dev.py soak` runs it")
    # Folders mirror the package, so files of one name stand in several of them.
    config.option.importmode = "importlib"
    config.option.markexpr = config.option.markexpr or "not soak"


class Kept(logging.Handler):
    """Keeps the lines of warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that makes the program log a warning it does not ask for (`caplog`, a mark)."""
    kept = Kept()
    log = logging.getLogger("zcdesk")
    log.addHandler(kept)
    yield
    log.removeHandler(kept)
    expected = "caplog" in request.fixturenames or request.node.get_closest_marker("logs_warnings")
    if kept.lines and not expected:
        pytest.fail("unexpected in the log:\n" + "\n".join(kept.lines), pytrace=False)
