"""What nobody should type, printed all the same: nothing cut, nothing lost, read back as given."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.forms import fonts, render, spelt_out
from zcdesk.forms.blocks import Table, texts
from zcdesk.forms.content import compose
from zcdesk.forms.data import from_data, to_data
from zcdesk.forms.decode import decode
from zcdesk.forms.samples import sample

# Ordinary and rare ideographs (plane 2 too), minority names, and what the clipboard may bring.
IDEOGRAPHS = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.characters(min_codepoint=0x3400, max_codepoint=0x4DB5),
    st.characters(min_codepoint=0x20000, max_codepoint=0x2A6D6),
    st.sampled_from("·ABab19（）"),
)
EXTREME = st.text(IDEOGRAPHS, min_size=1, max_size=40)
FIXED = {"kind", "qr", "unit", "ground", "replaces", "replaced_by"}


def with_words(part: Any, words: str) -> Any:
    """Put words in place of every text that is free."""
    if isinstance(part, list):
        return [with_words(one, words) for one in part]
    if isinstance(part, dict):
        return {k: v if k in FIXED else with_words(v, words) for k, v in part.items()}
    is_free = isinstance(part, str) and not re.match(r"\d{4}-\d\d-\d\d", part)
    return words if is_free else part


def bare(text: str) -> str:
    return re.sub(r"[\s\ufffe]", "", text)


def read(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return bare("".join(page.get_textpage().get_text_range() for page in document))


def named(name: str, **head: object) -> Any:
    paper: Any = sample(PaperKind.RECEIPT)
    party = msgspec.structs.replace(paper.party, name=name)
    return msgspec.structs.replace(
        paper, party=party, head=msgspec.structs.replace(paper.head, **head)
    )


@pytest.mark.parametrize("kind", PaperKind)
@settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow])
@given(words=EXTREME)
def test_what_is_read_back_is_what_was_given(kind: PaperKind, words: str) -> None:
    paper = from_data(kind, with_words(to_data(sample(kind)), words))
    document = compose(paper)
    unsaid = {getattr(paper, "qr", "")} | {
        block.empty for block in document.blocks if isinstance(block, Table)
    }
    given = {bare(fonts.visible(text)) for text in texts(document.blocks)} - {
        bare(t) for t in unsaid
    }
    found = read(render(paper))
    slip = decode(render(paper, "escpos80"), 48)
    assert (slip.overflows, slip.unknown) == ((), ())
    assert {text for text in given if text not in found} == set()


def test_two_hundred_materials_are_all_there_page_after_page() -> None:
    paper: Any = sample(PaperKind.RECEIPT)
    rows = tuple(
        msgspec.structs.replace(paper.materials[n % 9], no=n, name=f"第{n:03d}份材料")
        for n in range(1, 201)
    )
    paper = msgspec.structs.replace(paper, materials=rows)
    wanted = [f"{n:03d}" for n in range(1, 201)]
    assert re.findall(r"第(\d{3})份材料", read(render(paper))) == wanted
    assert len(pypdfium2.PdfDocument(render(paper))) > 5
    slip = decode(render(paper, "escpos58"), 32)
    assert re.findall(r"第(\d{3})份材料", slip.text) == wanted
    assert slip.overflows == ()


UNIT = "".join(chr(0x4E00 + n) for n in range(300))


@pytest.mark.parametrize("layout", ["pdf", "escpos80", "escpos58"])
def test_a_unit_of_three_hundred_characters_is_printed_whole(layout: Any) -> None:
    data = render(named(UNIT), layout)
    if layout == "pdf":
        assert UNIT in read(data)
    else:
        slip = decode(data, 48 if layout == "escpos80" else 32)
        assert slip.overflows == ()
        assert UNIT in bare(slip.text)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王\u202e小\u200f明", "王[U+202E]小[U+200F]明"),
        ("محمد", "[U+0645][U+062D][U+0645][U+062F]"),
        ("王\x07\x1b@明", "王[U+0007][U+001B]@明"),
        ("王\x00明", "王[U+0000]明"),
        ("王\ue863明", "王[U+E863]明"),
        ("王\U0010fffd明", "王[U+10FFFD]明"),
    ],
)
def test_right_to_left_and_control_characters_are_shown_and_do_nothing(name, shown) -> None:
    paper: Paper = named(name)
    assert shown in read(render(paper))
    for layout, width in (("escpos80", 48), ("escpos58", 32)):
        slip = decode(render(paper, layout), width)  # type: ignore[arg-type]
        assert slip.unknown == ()
        assert shown in bare(slip.text)
    assert spelt_out(paper)


def test_an_over_wide_number_is_broken_and_never_cut() -> None:
    number = "320213-26-7K2-00057-A" * 12
    paper = named("王桂兰", number=number)
    assert number in read(render(paper))
    slip = decode(render(paper, "escpos58"), 32)
    assert slip.overflows == ()
    assert number in bare(slip.text)
