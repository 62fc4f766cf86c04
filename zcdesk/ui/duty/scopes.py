"""窗口与事项: give a window another scope for a time, see what it brings, have it back by itself.

Three clicks: the window, the category, 保存并生效. Categories have the keys of their check boxes
(Tab, Space); F9 saves.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.hall import Role
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.window import Window, WindowMode
from zcdesk.operations.scopes import Effect, Scope, ScopesView
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.overview import forecast_words
from zcdesk.ui.keys import CAPS
from zcdesk.ui.labels import category_word, scope_word
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.widgets.choice import Check, Choice
from zcdesk.ui.widgets.field import CodeEdit
from zcdesk.ui.widgets.flow import FlowLayout
from zcdesk.ui.widgets.panel import Footer, Panel
from zcdesk.ui.widgets.rows import Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

FOR_GOOD = 0
SOON_MS = 150
"""Several ticks in a row ask once what they bring."""

MODES = {
    WindowMode.OPEN: ("door", QT_TRANSLATE_NOOP("duty", "开放"), Tone.OK),
    WindowMode.PAUSED: ("player-pause", QT_TRANSLATE_NOOP("duty", "暂停"), Tone.WARN),
    WindowMode.CLOSED: ("door-exit", QT_TRANSLATE_NOOP("duty", "关闭"), Tone.NEUTRAL),
}


class ScopesPage(QWidget):
    """Shows the windows and changes what they take."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.title = self.tr("窗口与事项")
        self.setObjectName("scopes_page")
        self.shown: ScopesView | None = None
        self._matters: dict[str, str] = {}
        self._effect = Effect(waits={})
        self._warned = False
        self.model: RowsModel[Window] = RowsModel(
            (
                Column(self.tr("窗口"), lambda w: w.number, width=56, style="strong"),
                Column(self.tr("现在受理"), self._scope_words),
                Column(self.tr("状态"), lambda w: "", width=96, chip=_mode_chip),
            ),
            lambda w: w.number,
        )
        self.view = RowsView(self.model)
        self.view.setAccessibleName(self.tr("窗口"))
        self.checks = {c.value: Check(category_word(c.value)) for c in WindowCategory}
        self.code = CodeEdit(self.tr("事项编码，Enter 加上"))
        self.code.setAccessibleName(self.tr("单个事项"))
        self.singles = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.hours = Choice(
            (
                (2, self.tr("2 小时")),
                (1, self.tr("1 小时")),
                (24, self.tr("到今天结束")),
                (FOR_GOOD, self.tr("长期")),
            ),
            flows=True,
        )
        self.start = CodeEdit(self.tr("立即；定时写 13:00"))
        self.start.setAccessibleName(self.tr("开始"))
        self.effect = Text("", "body", wrap=True)
        self.warning = Text("", "strong", Tone.DANGER, wrap=True)
        self.save_button = Button(self.tr("保存并生效"), Kind.PRIMARY, key="F9")
        self.back_button = Button(self.tr("撤销临时范围"), key="F8")
        self.pause_button = Button(self.tr("暂停"), icon="player-pause")
        self.open_button = Button(self.tr("开放"), icon="door")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._build()
        self._connect()

    def hints(self) -> tuple[tuple[str, str], ...]:
        """Return nothing beyond the bound keys."""
        return ()

    def activate(self) -> None:
        """Read the windows again; the focus stands in their list."""
        may = bool({Role.SUPERVISOR, Role.ADMINISTRATOR} & set(self._desk.clerk.roles))
        for part in (self.save_button, self.back_button, self.pause_button, self.open_button):
            part.setVisible(may)
        self.read()
        self.view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        """Stay as it is."""

    def hideEvent(self, event: object) -> None:
        """Ask nothing for a page nobody sees."""
        self._soon.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def read(self) -> None:
        """Read windows and scopes."""
        self._desk.do(self._desk.operations.scopes.view, owner=self, done=self.show_view)

    def open_at(self, number: str) -> None:
        """Begin with one window."""
        self.view.set_current(self.model.place(number))

    @property
    def scope(self) -> Scope:
        """What is ticked; all categories are everything."""
        ticked = tuple(name for name, check in self.checks.items() if check.isChecked())
        everything = len(ticked) == len(self.checks)
        return Scope() if everything else Scope(categories=ticked, matters=tuple(self._matters))

    def show_view(self, view: ScopesView) -> None:
        """Show what was read."""
        self.shown = view
        for name, check in self.checks.items():
            said = self.tr("{category} {n}").format(
                category=category_word(name), n=view.counts.get(name, 0)
            )
            check.setText(said)
            check.setAccessibleName(said)
        self.model.set_rows(view.windows)
        if self.view.current is None:
            self.view.set_current(0)
        self._show_window(self.view.current)

    def save(self) -> None:
        """Let it take effect, from the next call on or at its time."""
        window: Window | None = self.view.current
        if window is None:
            return
        if not self._is_something():
            self._desk.notices.say("SCP-07")
            return
        if self._effect.untrained and not self._warned:
            self._warned = True
            self.warning.set_text(self._warning(self._effect))
            return
        operations = self._desk.operations.scopes
        hours = int(str(self.hours.value))
        if hours == FOR_GOOD:
            save = operations.set_scope
            self._desk.do(
                save, window.number, self.scope, seen=window.scopings, owner=self, done=self._saved
            )
            return
        begin = self._start()
        if begin is None:
            self._desk.notices.say("SCP-08")
            return
        day_end = begin.replace(hour=23, minute=59, second=59, microsecond=0)
        until = day_end if hours == 24 else begin + timedelta(hours=hours)
        self._desk.do(
            operations.lend,
            window.number,
            self.scope,
            until=until,
            start=begin,
            seen=window.scopings,
            owner=self,
            done=self._saved,
        )

    def _build(self) -> None:
        left = Panel(self.tr("窗口"))
        left.body.addWidget(self.view)
        self.middle = Panel(self.tr("受理范围"))
        grid = FlowLayout()
        theme.spaced(grid, gap=16)
        for check in self.checks.values():
            grid.addWidget(check)
        scope = _scrolled(self.middle)
        scope.addLayout(grid)
        scope.addWidget(Text(self.tr("单个事项"), "strong"))
        scope.addWidget(self.code)
        scope.addWidget(self.singles)
        scope.addStretch(1)
        right = Panel(self.tr("生效"))
        when = _scrolled(right)
        for label, part in (
            (self.tr("开始"), self.start),
            (self.tr("到期自动恢复"), self.hours),
            (self.tr("影响"), self.effect),
        ):
            when.addWidget(Text(label, "strong"))
            when.addWidget(part)
        when.addWidget(self.warning)
        when.addStretch(1)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(left, 5)
        row.addWidget(self.middle, 4)
        row.addWidget(right, 5)
        footer = Footer()
        footer.say(Text(""), 1)
        for button in (self.pause_button, self.open_button, self.back_button, self.save_button):
            footer.act(button)
        footer.under(row, self)

    def _connect(self) -> None:
        self.view.current_changed.connect(self._show_window)
        for check in self.checks.values():
            check.toggled.connect(lambda _on: self._soon.start())
        self._soon.timeout.connect(self._ask_effect)
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self._give_back)
        self.pause_button.clicked.connect(lambda: self._set_mode(WindowMode.PAUSED, "值班主管暂停"))
        self.open_button.clicked.connect(lambda: self._set_mode(WindowMode.OPEN, ""))
        keys = self._desk.keys
        keys.bind("scopes.save", self, self.save)
        keys.bind("scopes.back", self, self._give_back)
        keys.bind("scopes.matter", self.code, self._add_matter)

    def _show_window(self, window: Window | None) -> None:
        if window is None or self.shown is None:
            return
        now = window.at(self.shown.at)
        for name, check in self.checks.items():
            check.setChecked(now.takes_all or name in now.categories)
        self._matters = {key: self.shown.names.get(key, key) for key in now.matters}
        self._show_matters()
        lent = window.lent_at(self.shown.at)
        note = self.tr("临时，到 {time} 恢复").format(time=lent.until[11:16]) if lent else ""
        self.middle.set_title(self.tr("{n} 号窗口").format(n=window.number), note)
        self.back_button.setEnabled(bool(window.lent))
        self._ask_effect()

    def _show_matters(self) -> None:
        self.singles.set_text("、".join(self._matters.values()) or self.tr("没有另加的事项"))

    def _ask_effect(self) -> None:
        self._warned = False
        window: Window | None = self.view.current
        if window is None:
            return
        ask = self._desk.operations.scopes.effect
        self._desk.do(ask, window.number, self.scope, owner=self, done=self._on_effect)

    def _on_effect(self, effect: Effect) -> None:
        self._effect = effect
        said = [
            self.tr("{category} 新取号预计等候 {before} → {after} 分").format(
                category=category_word(name),
                before=forecast_words(before),
                after=forecast_words(after),
            )
            for name, (before, after) in effect.waits.items()
        ]
        self.effect.set_text("\n".join(said) or self.tr("等候预计不变"))
        self.warning.set_text(self._warning(effect))

    def _warning(self, effect: Effect) -> str:
        return "\n".join(said for said in (self._left_out(effect), self._untrained(effect)) if said)

    def _untrained(self, effect: Effect) -> str:
        """Say who lacks which training; saving then takes a second press (ux 2.15)."""
        if not effect.untrained:
            return ""
        names = "、".join(category_word(name) for name in effect.untrained)
        said = self.tr("{clerk} 未登记 {names} 类培训").format(clerk=effect.clerk, names=names)
        return said + (
            self.tr("，仍要保存请再按一次 {keys[F9]}").format(keys=CAPS) if self._warned else ""
        )

    def _left_out(self, effect: Effect) -> str:
        if not effect.left_categories:
            return ""
        names = "、".join(category_word(name) for name in effect.left_categories)
        said = self.tr("保存后没有窗口受理 {names}").format(names=names)
        if effect.left_out:
            said += self.tr("：{matter} 等 {n} 项").format(
                matter=effect.left_out[0], n=len(effect.left_out)
            )
        return said

    def _add_matter(self) -> None:
        if self.code.text().strip():
            find = self._desk.operations.scopes.matter
            self._desk.do(find, self.code.text(), owner=self, done=self._on_matter)

    def _on_matter(self, found: tuple[str, str]) -> None:
        key, name = found
        self._matters[key] = name
        self.code.clear()
        self._show_matters()
        self._ask_effect()

    def _is_something(self) -> bool:
        return bool(self._matters) or any(check.isChecked() for check in self.checks.values())

    def _start(self) -> datetime | None:
        """Return when it begins, None for what is no time."""
        text = self.start.text().strip()
        if not text:
            return self._desk.now()
        try:
            at = datetime.strptime(text, "%H:%M")  # noqa: DTZ007 - only the clock is taken
        except ValueError:
            return None
        return self._desk.now().replace(hour=at.hour, minute=at.minute, second=0, microsecond=0)

    def _saved(self, window: Window) -> None:
        said = self.tr("{n} 号窗口的范围已保存，下一次叫号起生效")
        self._desk.notices.note(said.format(n=window.number))
        self.read()

    def _give_back(self) -> None:
        window: Window | None = self.view.current
        if window is not None:
            back = self._desk.operations.scopes.give_back
            self._desk.do(back, window.number, owner=self, done=self._saved)

    def _set_mode(self, mode: WindowMode, reason: str) -> None:
        window: Window | None = self.view.current
        if window is not None:
            change = self._desk.operations.scopes.set_mode
            self._desk.do(
                change, window.number, mode, reason, owner=self, done=lambda _: self.read()
            )

    def _scope_words(self, window: Window) -> str:
        if self.shown is None:
            return ""
        now, lent = window.at(self.shown.at), window.lent_at(self.shown.at)
        said = scope_word(now)
        if lent is not None:
            said += self.tr("（到 {time}）").format(time=lent.until[11:16])
        return said


def _scrolled(panel: Panel) -> QVBoxLayout:
    """Return a column that fills a panel and scrolls where a low window has no room for it."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    theme.spaced(column, (0, 0, 6, 0), 8)
    panel.body.addWidget(Scroll(inside), 1)
    return column


def _mode_chip(window: Window) -> ChipState:
    icon, word, tone = MODES[window.mode]
    return ChipState(icon, words("duty", word), tone)
