"""What the documentation shows and points to is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    wanted = [to for to in LINK.findall(page.read_text("utf-8")) if "://" not in to]
    missing = [to for to in wanted if not (page.parent / to).exists()]
    assert missing == []


def test_every_picture_is_shown_somewhere() -> None:
    told = "".join(page.read_text("utf-8") for page in PAGES)
    unused = [p.name for p in (ROOT / "docs" / "pictures").iterdir() if p.name not in told]
    assert unused == []
