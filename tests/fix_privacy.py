"""What the whole suite writes down for others to read holds nobody's number.

Every line the program logs while the tests run is looked at as it would stand in the log file;
after the last test so are the log files, diagnostics bundles, tables written out and proofs that
lie in the tests' folders. The looking is done by rules of its own, not by the log's.
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from zcdesk import log

NUMBER = re.compile(r"(?<![0-9A-Za-z])([1-9]\d{5}(?:19|20)\d{9}[0-9Xx])(?![0-9A-Za-z])")
PHONE = re.compile(r"(?<![0-9A-Za-z.])(1[3-9]\d{9})(?![0-9A-Za-z.])")
WRITTEN_OUT = re.compile(r".* \d{8}-\d{6}\.xlsx")
"""Tables as the program names them; a test's own roster is no output of it."""

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_MOST = 20
"""Lines shown of what was found."""


def personal(text: str) -> list[str]:
    """Return the numbers of identity cards with a right check digit, and of mobile phones."""
    cards = [found for found in NUMBER.findall(text) if _is_card(found)]
    return cards + PHONE.findall(text)


def _is_card(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10X98765432"[total % 11] == number[17].upper()


def found_in(folder: Path) -> list[str]:
    """Return where something personal stands in what was written below a folder."""
    found = []
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        for name, text in texts(path):
            found += [f"{path.relative_to(folder)} {name}: {one}" for one in personal(text)]
    return found


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (part, text) of a log, a bundle, a table written out or a proof; of nothing else."""
    if path.name.startswith(log.FILE) or path.suffix == ".log":
        yield "", path.read_text("utf-8", "replace")
    elif path.suffix == ".zip" or WRITTEN_OUT.fullmatch(path.name):
        try:
            with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as packed:
                names = packed.namelist()
                if path.suffix == ".xlsx" or "findings.json" in names:
                    for name in names:
                        yield name, packed.read(name).decode("utf-8", "replace")
        except zipfile.BadZipFile:
            return  # a test's own damaged file
    elif path.suffix == ".pdf" and ("proof" in path.name or path.name.startswith("hall-")):
        import pypdfium2

        with pypdfium2.PdfDocument(path.read_bytes()) as pdf:
            yield "", "".join(page.get_textpage().get_text_range() for page in pdf)


class Watching(logging.Handler):
    """Looks at every line as it would be written, and keeps what should not be in it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(log._Masked(log.LINE))
        self.found: list[str] = []
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.lines += 1
        line = self.format(record)
        if personal(line):
            self.found.append(line)


@pytest.fixture(scope="session", autouse=True)
def nothing_personal_is_written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watching]:
    """Fail the run where a log, bundle, table or proof of it holds somebody's number."""
    watching, root = Watching(), logging.getLogger("zcdesk")
    root.addHandler(watching)
    root.setLevel(logging.INFO)
    yield watching
    root.removeHandler(watching)
    found = watching.found + found_in(tmp_path_factory.getbasetemp())
    if found:
        lines = "\n".join(found[:_MOST])
        pytest.fail(f"somebody's number was written down:\n{lines}", pytrace=False)
