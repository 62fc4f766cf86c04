"""Tables over frozen rows: never editable, the clerk's row stays hers, one sentence per row."""

from __future__ import annotations

import pytest
from page_samples import PAPERS, RECEIVED, Paper, papers_view
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractItemView

from zcdesk.ui import theme
from zcdesk.ui.theme import Theme, Tone
from zcdesk.ui.widgets import ChipState, Column, RowsModel, RowsView

KEY = Qt.Key


@pytest.fixture
def view(dressed) -> RowsView:
    made = papers_view()
    dressed(made, size=(700, 400))
    made.setFocus()
    return made


@pytest.fixture
def model(view) -> RowsModel[Paper]:
    return view.rows_model


def test_the_model_keeps_qts_contract(qtmodeltester, qapp) -> None:
    model = papers_view().rows_model
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, mode)
    model.set_rows(PAPERS[:3])
    model.set_rows((PAPERS[0]._replace(state=RECEIVED), *PAPERS[1:3]))
    model.set_rows(())
    model.set_rows(PAPERS[5:])
    qtmodeltester.check(model)
    assert tester is not None


@pytest.mark.req("UX-08")
def test_the_input_method_stays_off_and_nothing_is_edited(view) -> None:
    assert not view.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    place = view.current_place
    for key in ("1", "a", " ", KEY.Key_F2):
        QTest.keyClick(view, key)
        assert view.state() == QAbstractItemView.State.NoState
    assert view.current_place == place
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.state() == QAbstractItemView.State.NoState


def test_the_current_row_follows_its_paper(view, model) -> None:
    view.set_current(4)
    heard: list[Paper | None] = []
    view.current_changed.connect(heard.append)
    longer = (Paper(99, "插在前面"), *PAPERS)
    model.set_rows(longer)
    assert view.current.no == 5
    assert view.current_place == 5
    model.set_rows(tuple(row for row in longer if row.no != 5))
    assert view.current.no == 6


def test_a_changed_row_is_drawn_again_alone(view, model) -> None:
    view.set_current(4)
    changed: list[tuple[int, int]] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, last, _: changed.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(1))
    model.set_rows(tuple(r._replace(state=RECEIVED) if r.no in (2, 7) else r for r in PAPERS))
    assert changed == [(1, 1), (6, 6)]
    assert resets == []
    assert view.current_place == 4
    assert model.index(1, 2).data() == "已收"


def test_an_empty_table_has_no_current_row(view, model) -> None:
    model.set_rows(())
    assert view.current is None
    assert view.current_place == -1
    QTest.keyClick(view, KEY.Key_End)
    QTest.keyClick(view, KEY.Key_Return)


def test_arrows_home_and_end_move_and_enter_opens(view) -> None:
    opened: list[Paper] = []
    view.opened.connect(opened.append)
    for key in (KEY.Key_End, KEY.Key_Up, KEY.Key_Return, KEY.Key_Home, KEY.Key_Enter):
        QTest.keyClick(view, key)
    assert [row.no for row in opened] == [23, 1]


def test_tab_leaves_the_table(view, qtbot) -> None:
    assert not view.tabKeyNavigation()


@pytest.mark.req("UX-56")
def test_each_row_is_one_spoken_sentence(view) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    cells = [
        child.text(QAccessible.Text.Name)
        for child in (spoken.child(i) for i in range(spoken.childCount()))
        if child.role() == QAccessible.Role.Cell
    ]
    assert cells[0] == "1 第1份材料的名称，未收"
    assert set(cells) >= {f"{row.no} {row.name}，未收" for row in PAPERS}


def test_the_width_that_is_left_goes_to_the_open_column(view) -> None:
    widths = [view.columnWidth(place) for place in range(3)]
    assert widths[0] == 40
    assert sum(widths) == view.viewport().width()


@pytest.mark.parametrize(("scale", "row"), [(1.0, 40), (1.25, 48), (1.5, 60)])
def test_rows_grow_with_the_text(view, scale: float, row: int) -> None:
    theme.apply(view, Theme.LIGHT, scale)
    assert view.rowHeight(0) == row
    view.set_compact(True)
    assert view.rowHeight(0) == round(32 * scale)


@pytest.mark.req("UX-14")
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_current_row_shows_where_the_focus_is(dressed, theme_name: str) -> None:
    view = papers_view()
    dressed(view, theme_name, size=(700, 400))
    view.setFocus()
    view.set_current(2)
    area = view.visualRect(view.rows_model.index(2, 0))
    table = theme.look(view).tokens

    def inks() -> tuple[str, str]:
        shot = view.viewport().grab().toImage()
        y = area.center().y()
        bar = [shot.pixelColor(x, y).name().upper() for x in range(3)]
        assert len(set(bar)) == 1
        return bar[0], shot.pixelColor(10, area.top() + 4).name().upper()

    assert inks() == (table.brand, table.selection)
    view.clearFocus()
    assert inks() == (table.border, table.subtle)


@pytest.mark.req("UX-52")
def test_a_state_is_icon_word_and_colour(view) -> None:
    for state in (RECEIVED, ChipState("circle-x", "缺", Tone.DANGER)):
        assert state.icon
        assert state.word
    shot = view.viewport().grab(view.visualRect(view.rows_model.index(0, 2))).toImage()
    table = theme.look(view).tokens
    seen = {
        shot.pixelColor(x, y).name().upper()
        for x in range(shot.width())
        for y in range(shot.height())
    }
    assert {table.chip_neutral, table.text2} <= seen


def test_a_heading_longer_than_its_column_widens_it(dressed) -> None:
    columns = (Column("Waiting time in minutes", str, width=40), Column("b", str))
    view = RowsView(RowsModel(columns, lambda row: row))
    dressed(view, size=(600, 200))
    needs = view.horizontalHeader().fontMetrics().horizontalAdvance(columns[0].heading)
    assert view.columnWidth(0) > needs
    assert view.columnWidth(0) + view.columnWidth(1) <= view.viewport().width()
