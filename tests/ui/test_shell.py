"""The main window: its figures, its widths, its keys, and that nothing in it is ever cut."""

from __future__ import annotations

from itertools import pairwise

import pytest
from page_samples import PlainPage
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import shortcut_problems
from zcdesk.ui.page import LayoutStep, step_for
from zcdesk.ui.rail import NavItem
from zcdesk.ui.theme import SCALES, Theme, Tone
from zcdesk.ui.topbar import PAUSES, DeviceChip, ShellState, WindowState
from zcdesk.ui.widgets import ChipButton, Text

KEY = Qt.Key
SIZES = ((1366, 697), (1093, 545), (1280, 649), (1536, 793), (1024, 540))
DEVICES = (
    DeviceChip("screen", "群众屏正常"),
    DeviceChip("printer", "打印机缺纸", Tone.DANGER),
    DeviceChip("network", "联机"),
    DeviceChip("caller", "叫号器正常"),
    DeviceChip("reader", "读卡器正常"),
)
BUSY = ShellState(
    window_name="3号窗口",
    category="社会民生类",
    state=WindowState.SERVING,
    waiting=12,
    longest_minutes=26,
    today=31,
    devices=DEVICES,
    clerk_name="张敏",
    clock_text="14:48",
)


@pytest.mark.parametrize(
    ("width", "scale", "step"),
    [
        (1920, 1.0, LayoutStep.WIDE),
        (1440, 1.0, LayoutStep.WIDE),
        (1439, 1.0, LayoutStep.NORMAL),
        (1366, 1.0, LayoutStep.NORMAL),
        (1200, 1.0, LayoutStep.NORMAL),
        (1199, 1.0, LayoutStep.NARROW),
        (1093, 1.0, LayoutStep.NARROW),
        (1366, 1.25, LayoutStep.NARROW),
        (1536, 1.25, LayoutStep.NORMAL),
        (1920, 1.25, LayoutStep.WIDE),
        (1366, 1.5, LayoutStep.NARROW),
    ],
)
def test_three_steps_by_width_and_text(width: int, scale: float, step: LayoutStep) -> None:
    assert step_for(width, scale) is step


def test_pages_hear_of_their_step_alone(shell) -> None:
    page = shell.page("one")
    page.steps.clear()
    shell.resize(1536, 793)
    shell.resize(1540, 793)
    assert page.steps == [LayoutStep.WIDE]
    theme.apply(shell, Theme.LIGHT, 1.25)
    assert page.steps[-1] is LayoutStep.NORMAL
    shell.resize(1093, 545)
    assert page.steps[-1] is LayoutStep.NARROW
    assert shell.step is LayoutStep.NARROW


def test_a_page_that_is_offered_is_built_when_it_is_wanted(shell) -> None:
    made = []

    def build() -> PlainPage:
        made.append(PlainPage(shell.keys))
        return made[-1]

    shell.offer_page("late", build, "users", "交接班")
    assert shell.has_page("late")
    assert "late" not in [item.page for item in shell.rail.items]
    shell.allow(("one", "late"))
    assert [item.word for item in shell.rail.items] == ["收件", "交接班"]
    shell.resize(1540, 793)
    assert made == []
    shell.rail.chosen.emit("late")
    assert shell.current == "late"
    assert shell.page("late") is made[0]
    shell.show_page("one")
    shell.show_page("late")
    assert len(made) == 1


def test_a_page_that_cannot_be_built_may_be_tried_again(shell) -> None:
    parts = [PlainPage(shell.keys)]

    def build() -> PlainPage:
        if len(parts) == 1:
            parts.append(parts[0])
            raise OSError("its module cannot be read")
        return parts[0]

    shell.offer_page("late", build)
    with pytest.raises(OSError, match="module"):
        shell.show_page("late")
    assert shell.current == "one"
    shell.show_page("late")
    assert shell.current == "late"


def test_the_bar_says_how_things_stand(shell) -> None:
    shell.show_state(BUSY)
    bar = shell.topbar
    assert bar.window_label.full_text == "3号窗口 · 社会民生类"
    assert bar.state_chip.state.word == "办理中"
    assert (bar.waiting.text, bar.longest.text, bar.today.text) == (
        "等候 12 人",
        "最长 26 分",
        "今日 31",
    )
    assert bar.longest.tone is Tone.WARN
    shell.show_state(BUSY._replace(longest_minutes=19))
    assert bar.longest.tone is None


@pytest.mark.req("UX-52", "UX-56")
def test_devices_stand_in_their_order_and_trouble_has_a_word(shell) -> None:
    shell.show_state(BUSY)
    chips = shell.topbar.chips
    order = sorted(chips, key=lambda name: chips[name].x())
    assert order == ["network", "caller", "printer", "reader", "screen"]
    assert not chips["printer"].icon_only
    assert all(chips[name].icon_only for name in chips if name != "printer")
    assert all(chip.accessibleName() and chip.toolTip() for chip in chips.values())
    opened: list[str] = []
    shell.topbar.device_opened.connect(opened.append)
    QTest.mouseClick(chips["printer"], Qt.MouseButton.LeftButton)
    assert opened == ["printer"]


def test_a_device_that_recovers_shows_its_icon_again(shell) -> None:
    shell.show_state(BUSY)
    well = tuple(chip._replace(tone=Tone.OK, word="正常") for chip in DEVICES[:2])
    shell.show_state(BUSY._replace(devices=well))
    assert set(shell.topbar.chips) == {"screen", "printer"}
    assert shell.topbar.chips["printer"].icon_only


def test_a_pause_is_wanted_with_its_reason(shell) -> None:
    wanted: list[tuple[WindowState, str]] = []
    shell.topbar.state_wanted.connect(lambda state, reason: wanted.append((state, reason)))
    menu = shell.topbar.open_menu()
    for action in menu.actions():
        action.trigger()
    menu.close()
    assert wanted == [
        (WindowState.IDLE, ""),
        *((WindowState.PAUSED, reason) for reason, _ in PAUSES),
        (WindowState.CLOSED, ""),
    ]


def test_the_rail_leads_to_pages_and_hides_what_a_role_may_not(shell) -> None:
    QTest.keyClick(shell, KEY.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert shell.current == "two"
    QTest.keyClick(QApplication.focusWidget() or shell, KEY.Key_PageUp, _CTRL)
    assert shell.current == "one"
    shell.allow(("one",))
    assert [item.word for item in shell.rail.items] == ["收件"]


_CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_page_takes_the_focus_where_work_goes_on(shell) -> None:
    shell.show_page("two")
    shell.show_page("one")
    assert shell.page("one").view.hasFocus()


def test_the_hint_line_follows_the_focus(shell) -> None:
    page = shell.page("one")
    assert ("空格", "收") in shell.hint_line.hints
    assert ("F1", "快捷键") in shell.hint_line.hints
    page.name.edit.setFocus()
    assert ("空格", "收") not in shell.hint_line.hints
    assert ("F2", "下一位") in shell.hint_line.hints
    shell.show_page("two")
    assert ("1-9", "选第几件") in shell.hint_line.hints


@pytest.mark.req("UX-18")
def test_the_overlay_lists_exactly_the_active_keys(shell) -> None:
    active = shell.keys.active()
    QTest.keyClick(shell.page("one").view, KEY.Key_F1)
    overlay = shell._help
    assert overlay.isVisible()
    assert overlay.commands == active
    assert {command.id for command in active} >= {"shell.help", "checklist.all", "counter.finish"}
    listed = {label.text() for label in overlay.panel.findChildren(QLabel) if label.isVisible()}
    assert {command.words for command in active} <= listed
    QTest.keyClick(overlay, KEY.Key_Escape)
    assert shell.page("one").view.hasFocus()
    shell.show_page("two")
    assert shell.open_help().commands == shell.keys.active(shell.page("two"))
    assert "page.primary" in [command.id for command in overlay.commands]
    assert "checklist.all" not in [command.id for command in overlay.commands]


@pytest.mark.req("UX-18")
def test_no_command_runs_below_the_overlay(shell) -> None:
    page = shell.page("one")
    overlay = shell.open_help()
    for key in (KEY.Key_F2, KEY.Key_F9, KEY.Key_A, KEY.Key_Space):
        QTest.keyClick(overlay, key)
    assert page.did == []
    QTest.keyClick(overlay, KEY.Key_F1)
    assert not overlay.isVisible()


@pytest.mark.req("UX-43")
def test_what_is_covered_hears_no_key(shell) -> None:
    page, cover = shell.page("one"), QWidget()
    cover.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shell.cover(cover)
    assert shell.is_covered
    for key in (KEY.Key_F2, KEY.Key_F9, KEY.Key_L):
        QTest.keyClick(cover, key)
    assert page.did == []
    assert not page.isVisible()
    shell.uncover()
    assert page.view.hasFocus()
    QTest.keyClick(page.view, KEY.Key_F2)
    assert page.did == ["counter.call_next"]


def clipped(shell) -> list[str]:
    """Return the texts that are cut without standing whole in a tool tip."""
    found = []
    for label in shell.findChildren(Text):
        if not label.isVisible() or label.wordWrap():
            continue
        needs = label.fontMetrics().horizontalAdvance(label.text())
        if needs > label.width() + 1 or label.fontMetrics().height() > label.height() + 1:
            found.append(label.full_text)
        if label.text() != label.full_text and label.toolTip() != label.full_text:
            found.append(label.full_text)
    for button in shell.findChildren(QPushButton):
        if (
            button.isVisible()
            and button.width() < button.sizeHint().width()
            and (not button.toolTip())
        ):
            found.append(button.text())
    return found


@pytest.mark.req("UX-50", "UX-53")
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_at_any_size(shell, size: tuple[int, int], scale: float) -> None:
    shell.show_state(BUSY)
    theme.apply(shell, Theme.LIGHT, scale)
    shell.resize(*size)
    QApplication.sendPostedEvents()
    assert shell.size().toTuple() == size
    assert clipped(shell) == []
    bar = shell.topbar
    for part in (bar.state_chip, bar.chips["printer"], bar.window_label):
        assert part.isVisible()
        assert bar.rect().contains(part.geometry())
    primary = shell.page("one").primary
    corner = primary.mapTo(shell, QPoint(primary.width(), primary.height()))
    assert primary.isVisible()
    assert corner.x() <= size[0]
    assert corner.y() <= size[1]
    smallest = min(
        label.fontInfo().pixelSize() for label in shell.findChildren(QLabel) if label.isVisible()
    )
    assert smallest >= round(13 * scale)
    targets = [b for b in shell.findChildren(QAbstractButton) if b.isVisible()]
    assert len(targets) >= 10
    assert all(min(b.width(), b.height()) >= 32 for b in targets)


def test_the_window_bar_keeps_what_matters_longest(shell) -> None:
    shell.show_state(BUSY)
    theme.apply(shell, Theme.LIGHT, 1.5)
    shell.resize(1024, 540)
    QApplication.sendPostedEvents()
    assert not shell.topbar.today.isVisible()
    assert shell.topbar.window_label.isVisible()
    shell.resize(1920, 793)
    QApplication.sendPostedEvents()
    assert shell.topbar.today.isVisible()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("size", [(1366, 697), (1093, 545)], ids=str)
def test_the_rail_of_somebody_with_every_role_stays_in_reach(shell, size, scale) -> None:
    shell.rail.set_items(tuple(NavItem(f"page{n}", "search", "受理审批") for n in range(17)))
    theme.apply(shell, Theme.LIGHT, scale)
    shell.resize(*size)
    QApplication.sendPostedEvents()
    buttons = shell.rail.findChildren(QAbstractButton)
    shown = [button for button in buttons if button.isVisibleTo(shell.rail)]
    assert len(shown) == 17
    assert all(min(button.width(), button.height()) >= 32 for button in shown)
    assert all(a.geometry().bottom() < b.geometry().top() for a, b in pairwise(shown))
    for place in (16, 0, 8):
        shell.rail.set_current(f"page{place}")
        seen = shown[place].visibleRegion().boundingRect()
        assert seen == shown[place].rect(), place


@pytest.mark.req("UX-13")
def test_tab_walks_in_reading_order_over_visible_widgets(shell) -> None:
    page = shell.page("one")
    page.name.edit.setFocus()
    seen: list[QWidget] = []
    while (focus := QApplication.focusWidget()) not in seen:
        assert focus.isVisible()
        assert focus.isEnabled()
        seen.append(focus)
        QTest.keyClick(focus, KEY.Key_Tab)
    inside = [w for w in seen if page.isAncestorOf(w)]
    assert len(inside) >= 5
    spots = [w.mapTo(page, QPoint(0, 0)) for w in inside]
    rows = [(spot.y(), spot.x()) for spot in spots]
    assert rows == sorted(rows)


def test_every_button_is_reached_by_a_key(shell) -> None:
    shell.show_state(BUSY)
    for button in shell.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.accessibleName()


@pytest.mark.req("UX-12")
def test_no_button_is_a_default(shell) -> None:
    buttons = shell.findChildren(QPushButton)
    assert buttons
    assert not any(button.autoDefault() for button in buttons)


@pytest.mark.req("UX-56")
def test_every_button_has_a_name(shell) -> None:
    shell.show_state(BUSY)
    buttons = [b for b in shell.findChildren(QAbstractButton) if b.isVisible()]
    unnamed = [b for b in buttons if not b.accessibleName()]
    assert unnamed == []
    assert shell.findChildren(ChipButton)


@pytest.mark.req("UX-03")
def test_the_shells_keys_are_free_of_clashes(shell) -> None:
    for name in ("one", "two"):
        shell.show_page(name)
        assert shortcut_problems(shell) == ()
