"""The slip tells the expected wait as a range, or that nobody can know it."""

from __future__ import annotations

import msgspec
import pytest

from zcdesk.forms.blocks import Pairs
from zcdesk.forms.counter import ticket
from zcdesk.forms.samples_counter import ticket as sample


@pytest.mark.req("R093")
@pytest.mark.parametrize(
    ("least", "most", "said"),
    [
        (8, 14, "约 8—14 分钟"),
        (0, 10, "10 分钟以内"),
        (26, None, "约 26 分钟"),
        (None, None, "no_wait"),
    ],
)
def test_the_wait_is_said_as_it_is_known(least: int | None, most: int | None, said: str) -> None:
    paper = msgspec.structs.replace(sample(), wait_minutes=least, wait_most=most)
    blocks = ticket(paper, lambda key, **_: key)
    (pairs,) = [block for block in blocks if isinstance(block, Pairs)]
    assert {pair.label: pair.value for pair in pairs.pairs}["预计等待"] == said
