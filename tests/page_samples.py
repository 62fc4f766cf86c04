"""Two small pages as a page author would write them, for tests of the kit and the shell."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.page import LayoutStep
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import (
    Button,
    Chip,
    ChipState,
    Column,
    Field,
    Footer,
    Kind,
    LineEdit,
    MaskedText,
    Panel,
    RowsModel,
    RowsView,
)

RECEIVED = ChipState("circle-check", "已收", Tone.OK)
PENDING = ChipState("circle-dashed", "未收", Tone.NEUTRAL)


class Paper(NamedTuple):
    no: int
    name: str
    state: ChipState = PENDING


PAPERS = tuple(Paper(no, f"第{no}份材料的名称") for no in range(1, 25))

COLUMNS = (
    Column[Paper]("#", lambda row: str(row.no), width=40),
    Column[Paper]("材料名称", lambda row: row.name),
    Column[Paper]("状态", lambda row: row.state.word, width=96, chip=lambda row: row.state),
)


def spoken(row: Paper) -> str:
    return f"{row.no} {row.name}，{row.state.word}"


def papers_view(rows: tuple[Paper, ...] = PAPERS) -> RowsView:
    model = RowsModel(COLUMNS, key=lambda row: row.no, spoken=spoken)
    view = RowsView(model)
    model.set_rows(rows)
    return view


class ListPage(QWidget):
    """A field, a list with commands, a masked number and a footer; it notes what was done."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.title = "收件台"
        self.did: list[str] = []
        self.steps: list[LayoutStep] = []
        self.view = papers_view()
        self.name = Field("姓名", LineEdit())
        self.masked = MaskedText("证件号", "110***********0074", lambda: "明文")
        self.primary = Button("核对并打印收件通知书", Kind.PRIMARY, key="F9")
        panel = Panel("材料核验")
        panel.body.addWidget(self.view)
        footer = Footer()
        footer.say(Chip(ChipState("alert-triangle", "还差 3 项", Tone.WARN)))
        footer.act(Button("一次性告知书", key="F8"))
        footer.act(self.primary)
        column = QVBoxLayout(self)
        theme.spaced(column)
        for widget in (self.name, self.masked, panel, footer):
            column.addWidget(widget)
        for name in ("counter.call_next", "counter.finish"):
            keys.bind(name, self, lambda at=name: self.did.append(at))
        for name in ("checklist.receive", "checklist.all", "checklist.defer"):
            keys.bind(name, self.view, lambda at=name: self.did.append(at))
        keys.bind("checklist.row", self.view, lambda digit: self.did.append(f"row {digit}"))
        self.back = keys.bind("counter.back", self, lambda: self.did.append("counter.back"))

    def hints(self) -> tuple[tuple[str, str], ...]:
        return ()

    def activate(self) -> None:
        self.view.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        self.steps.append(step)


class PlainPage(QWidget):
    """A page with one command and nothing in it."""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self.title = "查询"
        self.did: list[str] = []
        keys.bind("page.primary", self, lambda: self.did.append("page.primary"))

    def hints(self) -> tuple[tuple[str, str], ...]:
        return (("1-9", "选第几件"),)

    def activate(self) -> None:
        self.setFocus()

    def on_layout(self, step: LayoutStep) -> None:
        pass
