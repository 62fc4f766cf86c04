"""Every paper, crowded and bare, read back in all three layouts: nothing cut, nothing lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.forms.extreme_papers import ENDLESS, ROWS, crowded, sparse
from tests.forms.test_bad_input import bare, read
from tests.forms.test_escpos import flat, read_back, spoken
from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.printer_profile import GENERIC
from zcdesk.forms import fonts, render
from zcdesk.forms.blocks import Table, texts
from zcdesk.forms.content import compose
from zcdesk.forms.data import from_data, to_data
from zcdesk.forms.decode import decode
from zcdesk.forms.strip import visible

SHORT = {PaperKind.TICKET}
"""Without any list that could be long."""


def given(paper: Paper) -> set[str]:
    """Every text a paper has to show, as it can be shown."""
    blocks = compose(paper).blocks
    unsaid = {bare(getattr(paper, "qr", ""))}
    unsaid |= {bare(block.empty) for block in blocks if isinstance(block, Table)}
    return {bare(fonts.visible(text)) for text in texts(blocks)} - unsaid


@pytest.mark.parametrize("make", [crowded, sparse])
@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_is_read_back_as_it_was_given(
    kind: PaperKind, make: Callable[[PaperKind], Paper]
) -> None:
    paper = make(kind)
    assert from_data(kind, to_data(paper)) == paper
    found = read(render(paper))
    assert [text for text in given(paper) if text not in found] == []
    for width, printer in GENERIC.items():
        slip = decode(render(paper, f"escpos{width}"), printer)  # type: ignore[arg-type]
        said = flat(read_back(slip, paper))
        assert [text for text in spoken(paper) if flat(visible(text)) not in said] == []
        assert (slip.unknown, slip.overflows) == ((), ())


@pytest.mark.parametrize("kind", sorted(set(PaperKind) - SHORT))
def test_the_extremes_are_extreme(kind: PaperKind) -> None:
    full = given(crowded(kind))
    assert any(ENDLESS[:200] in text for text in full)
    assert len(full) > len(given(sparse(kind))) + ROWS / 2
