"""How columns share a table: nothing useful is squeezed away, chips are whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from page_samples import PAPERS, papers_view

from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState
from zcdesk.ui.widgets.chip import chip_size
from zcdesk.ui.widgets.rows_width import Wish, shared

WISHES = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 400), st.integers(0, 600)).map(
        lambda w: Wish(w[0], min(w[:2]), w[2])
    ),
    min_size=1,
    max_size=8,
)


@given(WISHES, st.integers(0, 2000), st.integers(0, 200))
def test_a_column_has_what_it_needs_and_no_more_than_it_wants(wishes, room, least) -> None:
    widths = shared(wishes, room, least)
    for wish, width in zip(wishes, widths, strict=True):
        assert width >= 0
        assert not wish.wanted or wish.needed <= width <= max(wish.wanted, wish.whole)
    if sum(wish.wanted for wish in wishes) <= room:
        assert sum(widths) <= room


def test_words_are_cut_only_where_nothing_stands_empty() -> None:
    assert shared([Wish(100, 60, 80), Wish(0, 0, 300)], 230, 140) == [80, 150]
    assert shared([Wish(100, 60, 180), Wish(0, 0, 200)], 400, 140) == [180, 220]
    assert shared([Wish(0, 0, 100), Wish(0, 0, 350)], 500, 140) == [150, 350]


def test_fixed_columns_give_way_to_the_one_that_says_what_it_is_about() -> None:
    assert shared([Wish(100, 60), Wish(0, 0)], 400, 140) == [100, 300]
    assert shared([Wish(300, 60), Wish(0, 0)], 400, 140) == [260, 140]
    assert shared([Wish(300, 290), Wish(0, 0)], 400, 140) == [290, 110]


def test_a_chip_longer_than_its_column_widens_it_when_it_comes(dressed) -> None:
    view = papers_view()
    dressed(view, size=(700, 400))
    before = view.columnWidth(2)
    long = ChipState("circle-check", "Received and compared with it", Tone.OK)
    view.rows_model.set_rows((PAPERS[0]._replace(state=long), *PAPERS[1:]))
    from zcdesk.ui import theme

    assert view.columnWidth(2) >= chip_size(long, theme.look(view)).width()
    view.rows_model.set_rows(PAPERS)
    assert view.columnWidth(2) == before
