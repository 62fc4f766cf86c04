"""Every paper about a person finds that person again: rare names, long names, PDF and slip."""

from __future__ import annotations

import copy
import io
import re
from typing import Any

import pypdf
import pypdfium2
import pytest

from zcdesk.domain.papers import PaperKind
from zcdesk.forms import render
from zcdesk.forms.data import from_data, to_data
from zcdesk.forms.decode import BITMAP, decode
from zcdesk.forms.samples import sample
from zcdesk.forms.strip import is_plain

RARE = ("吴䶮", "李㛃", "王𬱖", "陈𠮷")
LONG = "阿不都热合曼·" * 8 + "买买提吐"
KEYS = {"applicant_name", "applicant"}


def renamed(part: Any, names: tuple[str, ...]) -> int:
    """Put the names in turn where an applicant's stands; return how many places there were."""
    if isinstance(part, list):
        return sum(renamed(one, names[n % len(names) :] + names) for n, one in enumerate(part))
    if not isinstance(part, dict):
        return 0
    found = 0
    for key in part:
        if key in KEYS:
            part[key] = names[0]
            found += 1
        else:
            found += renamed(part[key], names)
    return found


def named(kind: PaperKind, *names: str) -> dict[str, Any]:
    raw = copy.deepcopy(to_data(sample(kind)))
    assert renamed(raw, names)
    return raw


def has_name(kind: PaperKind) -> bool:
    return renamed(to_data(sample(kind)), ("x",)) > 0


LISTED = [PaperKind.SUMMARY, PaperKind.HANDOVER, PaperKind.RESULT_HANDOVER]
LISTED += [PaperKind.DELIVERY_TRANSFER, PaperKind.POST_LIST]
NAMED = [kind for kind in PaperKind if has_name(kind)]


def pages(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def flat(text: str) -> str:
    return re.sub(r"\s", "", text)


def as_printed(text: str) -> str:
    return "".join(char if is_plain(char) else BITMAP for char in text)


def test_all_but_nine_papers_name_an_applicant() -> None:
    unnamed = set(PaperKind) - set(NAMED)
    assert unnamed == {
        *("ticket", "shift", "guide", "material-list", "flow"),
        *("report", "assessment", "erasure", "recovery"),
    }


@pytest.mark.parametrize("kind", NAMED)
def test_rare_names_are_found_on_every_paper(kind: PaperKind) -> None:
    name = "、".join(RARE)
    data = render(from_data(kind, named(kind, name)))
    other = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    assert flat(name) in flat(pages(data))
    assert flat(name) in flat(other)


@pytest.mark.parametrize("kind", LISTED)
def test_a_rare_name_in_a_list_is_found_as_it_is_typed(kind: PaperKind) -> None:
    data = render(from_data(kind, named(kind, *RARE)))
    rows = len(to_data(sample(kind))["rows"])
    assert [name for name in RARE[:rows] if name not in pages(data)] == []


@pytest.mark.parametrize("kind", NAMED)
def test_a_name_broken_into_lines_is_found_whole(kind: PaperKind) -> None:
    assert len(LONG) == 60
    assert LONG in pages(render(from_data(kind, named(kind, LONG))))


@pytest.mark.parametrize("kind", NAMED)
def test_a_slip_shows_every_character_of_a_name(kind: PaperKind) -> None:
    for name in ("、".join(RARE), LONG):
        paper = from_data(kind, named(kind, name))
        for width, columns in ((80, 48), (58, 32)):
            slip = decode(render(paper, f"escpos{width}"), columns)  # type: ignore[arg-type]
            assert flat(as_printed(name)) in flat(slip.text)
            assert (slip.unknown, slip.overflows) == ((), ())


@pytest.mark.parametrize("name", ["张\u202e三", "张\x00三", "张\u200b三", "محمد", "王\U00031350"])
def test_what_cannot_be_drawn_is_spelt_out_and_never_lost(name: str) -> None:
    paper = from_data(PaperKind.ACCEPTANCE, named(PaperKind.ACCEPTANCE, name))
    spelt = "".join(c if "\u4e00" <= c <= "\u9fff" else f"[U+{ord(c):04X}]" for c in name)
    assert spelt in flat(pages(render(paper)))
    assert spelt in flat(decode(render(paper, "escpos80"), 48).text)
