"""The pictures of the documentation, taken from a played day: `dev.py pictures --from DIR`.

So a picture shows the program as it is; when a screen changes, the command is run again.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
COLOURS = 128
"""More than a screen of flat colours has; a third of the bytes of a full picture."""

SCREENS: Mapping[str, str] = {
    "login": "login-light-100",
    "idle": "idle-light-100",
    "called": "called-light-100",
    "serving": "serving-light-100",
    "serving-dark-125": "serving-dark-125",
    "search": "search-light-100",
    "deferral": "deferral-light-100",
    "reasons": "reasons-light-100",
    "notice": "notice-light-100",
    "check": "check-light-100",
    "done": "done-light-100",
    "tickets": "tickets-light-100",
    "handover": "handover-sign-light-100",
    "review": "review-case-light-100",
    "review-inbox": "review-inbox-light-100",
    "compare": "result-compare-light-100",
    "results": "result-issue-light-100",
    "case": "case-page-light-100",
    "mail": "mail-parcel-light-100",
    "online": "online-taken-light-100",
    "supplement": "supplement-light-100",
    "settings": "settings-light-100",
    "help": "help-light-100",
}
"""Name in the documentation → the played day's picture."""

RECEIPT = "receipt", "papers/001-receipt-*.pdf"
POSTER = "keys"


def take(played: Path) -> list[Path]:
    """Copy what the documentation shows out of a day's results; returns what was written.

    Raises:
        FileNotFoundError: the day left no such picture.
    """
    written = [
        _save(Image.open(played / "pictures" / f"{source}.png"), name)
        for name, source in SCREENS.items()
    ]
    poster = Image.open(FOLDER / f"{POSTER}.png")
    half = poster.resize((poster.width // 2, poster.height // 2), Image.Resampling.LANCZOS)
    return [*written, _receipt(played), _save(half, POSTER)]


def _receipt(played: Path) -> Path:
    import pypdfium2

    name, pattern = RECEIPT
    pdf = pypdfium2.PdfDocument(next(iter(sorted(played.glob(pattern)))))
    return _save(pdf[0].render(scale=1.3).to_pil(), name)


def _save(picture: Image.Image, name: str) -> Path:
    file = FOLDER / f"{name}.png"
    picture.convert("RGB").quantize(COLOURS).save(file, optimize=True)
    return file


if __name__ == "__main__":
    print(*take(Path(sys.argv[1])), sep="\n")
