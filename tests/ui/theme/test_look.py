"""Sizes follow the text scale, live, and no text is smaller than 13 px."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from page_samples import PAPERS, papers_view
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.theme import SCALES, STYLES, Look, Theme
from zcdesk.ui.theme.icons import pixmap
from zcdesk.ui.widgets import Button, Text

ROOT = Path(__file__).parent.parent.parent.parent
TYPE_TABLE = {
    "display": (28, 35, 42),
    "title": (18, 22, 27),
    "heading": (16, 20, 24),
    "list": (15, 19, 22),
    "body": (14, 18, 21),
    "small": (13, 16, 20),
}


@pytest.mark.req("UX-53")
@pytest.mark.parametrize(("style", "sizes"), TYPE_TABLE.items())
def test_type_sizes_are_those_of_the_table(qapp, style: str, sizes: tuple[int, ...]) -> None:
    made = tuple(Look(Theme.LIGHT, scale).font(style).pixelSize() for scale in SCALES)
    assert made == sizes


@pytest.mark.req("UX-53")
def test_no_style_is_below_13() -> None:
    assert min(size for size, _ in STYLES.values()) == 13


def test_control_and_row_heights() -> None:
    assert tuple(Look(Theme.LIGHT, scale).control for scale in SCALES) == (36, 44, 52)
    assert tuple(Look(Theme.LIGHT, scale).row for scale in SCALES)[:2] == (40, 48)


@pytest.fixture
def window(dressed):
    made = QWidget()
    made.column = QVBoxLayout(made)
    theme.spaced(made.column, (8, 8, 8, 8), 8)
    made.title = Text("综合窗口", "title")
    made.edit = QLineEdit()
    made.box = QWidget()
    theme.sized(made.box, width=100, height=20)
    for widget in (made.title, made.edit, made.box):
        made.column.addWidget(widget)
    return dressed(made)


def test_a_living_window_follows_another_scale(window) -> None:
    before = window.edit.height()
    theme.apply(window, Theme.DARK, 1.5)
    assert window.title.fontInfo().pixelSize() == 27
    assert window.edit.fontInfo().pixelSize() == 21
    assert window.column.spacing() == 10
    assert window.box.width() == 150
    assert window.edit.sizeHint().height() == 52 > before


def test_a_living_window_follows_another_theme(window) -> None:
    light = window.grab().toImage().pixelColor(1, 1).name()
    theme.apply(window, Theme.DARK, 1.0)
    dark = window.grab().toImage().pixelColor(1, 1).name()
    assert (light, dark) == ("#f2f4f7", "#12161b")


def test_two_windows_may_look_different(window, dressed) -> None:
    other = QWidget()
    row = QHBoxLayout(other)
    label = Text("请稍候", "body")
    row.addWidget(label)
    dressed(other, "dark", 1.5)
    assert theme.look(label) == Look(Theme.DARK, 1.5)
    assert theme.look(window.title) == Look(Theme.LIGHT, 1.0)
    assert label.fontInfo().pixelSize() == 21
    assert window.title.fontInfo().pixelSize() == 18


def test_colours_cannot_be_spoilt_by_whoever_asks(qapp) -> None:
    at = Look()
    at.colour("text").setAlpha(0)
    assert at.colour("text").alpha() == 255


@pytest.mark.req("UX-54")
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_drawn_for_the_pixel_ratio(qapp, ratio: float) -> None:
    drawn: QPixmap = pixmap("printer", "#B3261E", 20, ratio)
    assert drawn.devicePixelRatio() == ratio
    assert drawn.width() == round(20 * ratio)
    inks = {
        drawn.toImage().pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.toImage().pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#b3261e"}


def test_an_icon_serves_every_screen(qapp) -> None:
    made = theme.icon("printer", "#1552A8", 20)
    ratio = qapp.primaryScreen().devicePixelRatio()
    assert made.pixmap(20).devicePixelRatio() == ratio


RARE = """
from PySide6.QtWidgets import QLabel
from zcdesk.ui import theme
from zcdesk.ui.theme import fonts
app = theme.start([])
label = QLabel()
theme.apply(label, theme.Theme.LIGHT)
theme.cover("张敏 䶮 㛃 𬱖 古丽·买买提")
print(*fonts.families(), sep="|")
theme.cover("王𠮷")
print(*fonts.families(), sep="|")
print("ZCDesk Rare Song" in label.styleSheet())
"""


def test_rare_names_load_the_fallback_font_only_then() -> None:
    """In a process of its own: a font once loaded stays for all tests after."""
    ran = subprocess.run(
        [sys.executable, "-c", RARE],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.splitlines() == ["Noto Sans SC", "Noto Sans SC|ZCDesk Rare Song", "True"]


@pytest.mark.req("UX-14")
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_the_focus_ring_goes_round_the_button(dressed, qtbot, theme_name: str) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(20, 20, 20, 20)
    first, second = Button("挂起"), Button("打印")
    column.addWidget(first)
    column.addWidget(second)
    dressed(window, theme_name)
    second.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(theme.FocusRing)
    assert ring.isVisible()
    assert ring.target is second
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    middle = second.geometry().center().y()
    shot = window.grab().toImage()
    ink = theme.look(window).tokens.focus.lower()
    left = second.geometry().left()
    assert [shot.pixelColor(x, middle).name() for x in (left - 4, left - 3)] == [ink, ink]
    assert shot.pixelColor(left - 1, middle).name() != ink
    second.hide()
    assert ring.target is not second


@pytest.mark.req("UX-14")
def test_a_table_shows_the_focus_by_its_row_once_it_has_one(dressed) -> None:
    view = papers_view(())
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(view)
    dressed(window)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    ring = window.findChild(theme.FocusRing)
    assert ring.isVisible()
    view.rows_model.set_rows(PAPERS)
    view.set_current(0)
    assert not ring.isVisible()
