"""Every shipped matter as the list a clerk is led through (菜单式接件清单)."""

import pytest

from zcdesk.catalogue import load_shipped
from zcdesk.domain.checklist import RowState
from zcdesk.domain.visit import Visit, add_matter, receive_all, rows_of

MATTERS = load_shipped()


@pytest.mark.req("R113", "R142")
@pytest.mark.parametrize("matter", MATTERS, ids=lambda m: m.key)
def test_each_material_is_one_numbered_row_that_starts_as_its_handbook_says(matter):
    visit = add_matter(Visit(id="v", window="3", started_at="2026-11-24T09:00:00+08:00"), matter)
    rows = rows_of(visit)
    assert [row.no for row in rows] == list(range(1, len(matter.materials) + 1))
    assert [row.name for row in rows] == [material.name for material in matter.materials]
    for row, material in zip(rows, matter.materials, strict=True):
        expected = RowState.SHARED if material.waived else RowState.PENDING
        assert row.mark.state is expected
    taken = [r for r in rows_of(receive_all(visit)) if r.mark.state is RowState.RECEIVED]
    assert not any(row.mark.compared for row in taken)
