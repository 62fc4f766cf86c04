"""自上次上班以来的变化: the matters and packages that are not what they were, and what differs
in each.

Also what MAT-03 shows of the one matter whose list changed under an open visit.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.catalogue_news import CatalogueChange, MatterChange, News
from zcdesk.ui import theme
from zcdesk.ui.catalogue.differences import lines, package_lines
from zcdesk.ui.desk import Desk
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    ChipState,
    Column,
    Footer,
    Kind,
    Panel,
    RowsModel,
    RowsView,
    Text,
)
from zcdesk.ui.widgets.scroll import Scroll


class NewsLine(Panel):
    """One line on the idle page that says how many entries changed; hidden while none did.

    Signals:
        opened(News): the clerk wants to see them.
    """

    opened = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__("")
        self.setObjectName("idle_news")
        self._desk = desk
        self._news = News()
        self._seen: frozenset[tuple[str, int]] = frozenset()
        self.words = Text("", "body", Tone.INFO, elide=True)
        self.button = Button(self.tr("看变化"), icon="history", key="Ctrl+H")
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.button.clicked.connect(self.open)
        self.hide()

    def read(self) -> None:
        """Ask what changed since the clerk was last here."""
        ask = self._desk.operations.catalogue_news.since_last_shift
        self._desk.do(ask, owner=self, done=self.show_news)

    def show_news(self, news: News) -> None:
        """Say how many entries changed; what was looked at is no news."""
        self._news = news
        here = sum(one.here for one in news.changes)
        said = self.tr("自上次上班（{day}）以来事项目录有 {n} 处变化，本窗口 {here} 处")
        self.words.set_text(said.format(day=news.since[:10], n=len(news.changes), here=here))
        self.setVisible(bool(news.changes) and not _marks(news) <= self._seen)

    def open(self) -> None:
        """Show them; the line goes."""
        if self._news.changes:
            self._seen = _marks(self._news)
            self.hide()
            self.opened.emit(self._news)


class ChangesPage(QWidget):
    """List at the left, differences at the right.

    Signals:
        closed(): Esc.
    """

    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes_page")
        self.setProperty("kind", "page")
        self.model: RowsModel[CatalogueChange] = RowsModel(
            (
                Column(self.tr("编码"), lambda one: one.new.code, width=64),
                Column(self.tr("事项"), lambda one: one.new.name),
                Column(self.tr("变化"), self._word, width=112, chip=self._chip),
            ),
            key=lambda one: one.new.key,
        )
        self.view = RowsView(self.model)
        self.view.setObjectName("changes_list")
        self.view.setAccessibleName(self.tr("有变化的事项"))
        self.left, self.right = Panel(self.tr("有变化的事项")), Panel(" ")
        self.words = Text("", "body", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._build()
        self.view.current_changed.connect(self._show)
        desk.keys.bind("changes.close", self, self.closed.emit)

    def open(self, news: News) -> None:
        """Show what changed."""
        since = self.tr("自 {day} 以来").format(day=news.since[:10]) if news.since else ""
        self.left.set_title(self.tr("有变化的事项"), since, str(len(news.changes)))
        self.model.set_rows(news.changes)
        self.view.set_current(0)
        self._show(self.view.current)
        self.view.setFocus()

    def _show(self, one: CatalogueChange | None) -> None:
        if one is None:
            return
        versions = (
            self.tr("第 {old} 版 → 第 {new} 版").format(old=one.old.version, new=one.new.version)
            if one.old is not None
            else ""
        )
        self.right.set_title(one.new.name, versions)
        if one.withdrawn:
            self.words.set_text(self.tr("不再受理：{reason}").format(reason=one.withdrawn))
        elif one.old is None:
            self.words.set_text(self._begun(one))
        else:
            told = _differences(one)
            self.words.set_text("\n".join(told) or self.tr("只换了版本，内容没有变化"))

    def _begun(self, one: CatalogueChange) -> str:
        if isinstance(one, MatterChange):
            papers = "、".join(material.name for material in one.new.materials)
            said = self.tr("新开办，{department}；材料：{papers}")
            return said.format(department=one.new.department, papers=papers or "—")
        matters = "、".join(one.names.get(key, key) for key in one.new.every_matter)
        said = self.tr("新的一件事，{department}牵头；可能要办：{matters}")
        return said.format(department=one.new.department, matters=matters)

    def _chip(self, one: CatalogueChange) -> ChipState:
        if one.withdrawn:
            return ChipState("ban", self.tr("停办"), Tone.DANGER)
        if one.old is None:
            return ChipState("plus", self.tr("新开办"), Tone.OK)
        return ChipState("pencil", self.tr("有改动"), Tone.WARN)

    def _word(self, one: CatalogueChange) -> str:
        return self._chip(one).word

    def _build(self) -> None:
        self.left.body.addWidget(self.view)
        self.right.body.addWidget(Scroll(self.words), 1)
        row = QHBoxLayout()
        theme.spaced(row, gap=8)
        row.addWidget(self.left, 1)
        row.addWidget(self.right, 1)
        footer = Footer()
        footer.say(Text(self.tr("正在办的件按原版办完"), "body", Tone.NEUTRAL), 1)
        back = Button(self.tr("返回"), Kind.PRIMARY, key="Esc")
        back.clicked.connect(self.closed)
        footer.act(back)
        footer.under(row, self)


def _differences(one: CatalogueChange) -> list[str]:
    assert one.old is not None
    if isinstance(one, MatterChange):
        return lines(one.old, one.new)
    return package_lines(one.names, one.old, one.new)


def _marks(news: News) -> frozenset[tuple[str, int]]:
    return frozenset((one.new.key, one.new.version) for one in news.changes)
