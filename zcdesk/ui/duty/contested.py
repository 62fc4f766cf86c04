"""冲突: acts that came second, beside the ones that came first; a person says which shall hold."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.ui import theme
from zcdesk.ui.attention import kind_words, reason_words
from zcdesk.ui.cases.words import ACTS
from zcdesk.ui.cases.words import said as case_words
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.register import Deed, Lines, Register
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review.form import Answers, Ask
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Column, Text
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from zcdesk.operations.contested import Contested, Side


class ContestedPage(Register):
    """The tab."""

    topics = frozenset({"case", "ticket", "attention"})
    name = "contested"
    icon = "arrows-exchange"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.sides = _Sides()
        self._side.body.insertWidget(1, self.sides)

    def heading(self) -> str:
        return self.tr("先后冲突的操作")

    def calm(self) -> str:
        return self.tr("没有先后冲突的操作")

    def modes(self) -> Sequence[tuple[str, str]]:
        return (("cases", self.tr("办件")), ("others", self.tr("叫号和其他")))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("号码或编号"), self._what, width=210, style="strong"),
            Column(self.tr("后到的"), self._later),
            Column(self.tr("谁、何时"), self._who, width=170),
        )

    def key_of(self, row: Any) -> Hashable:
        return _act(row)

    def reading(self) -> Callable[..., Any]:
        operations = self._desk.operations
        of_cases: Callable[..., Any] = operations.contested.rows
        return of_cases if self.mode == "cases" else operations.attention.all_of

    def tell(self, row: Any) -> str:
        self.sides.setVisible(self.mode == "cases")
        if self.mode != "cases":
            other = f"{row.other_clerk} {row.other_at[5:16].replace('T', ' ')}".strip()
            lines = [reason_words(row), kind_words(row)]
            if other:
                lines.append(self.tr("先到的是 {other}").format(other=other))
            return "\n".join(lines)
        self.sides.show_sides(row.first, row.later)
        why = message(row.code, number=row.number).text
        return "\n".join((f"{row.matter} · {row.department}", why))

    def deeds(self, row: Any | None) -> Sequence[Deed]:
        if row is None:
            self.sides.hide()
            return ()
        if self.mode != "cases":
            see = self._desk.operations.attention.see
            if row.is_seen:
                return ()
            return (Deed(self.tr("已看"), (), lambda _: (see, (row.act,), {})),)
        from zcdesk.operations.contested import Choice

        note = Ask("note", self.tr("说明（采用后到的：由谁怎样补办）"), wide=True)
        made = (
            (Choice.FIRST, self.tr("维持先到的")),
            (Choice.LATER, self.tr("采用后到的")),
            (Choice.OTHER, self.tr("另行处理")),
        )
        return tuple(Deed(word, (note,), partial(self._settle, row, one)) for one, word in made)

    def _settle(self, row: Contested, choice: Any, said: Answers) -> Any:
        settle = self._desk.operations.contested.settle
        return settle, (row.case, row.later.act, choice, str(said["note"])), {}

    def _what(self, row: Any) -> str:
        return str(row.number if self.mode == "cases" else row.what)

    def _later(self, row: Any) -> str:
        return act_words(row.later.kind) if self.mode == "cases" else kind_words(row)

    def _who(self, row: Any) -> str:
        one = row.later if self.mode == "cases" else row
        return f"{one.clerk} {one.at[5:16].replace('T', ' ')}"


class _Sides(QWidget):
    """Two acts side by side: what came first and holds, what came later and does not."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        theme.spaced(row, gap=12)
        self.first, self.later = Lines(), Lines()
        for title, tone, lines in (
            (self.tr("先到的（有效）"), Tone.OK, self.first),
            (self.tr("后到的（未生效）"), Tone.DANGER, self.later),
        ):
            column = QVBoxLayout()
            theme.spaced(column, gap=4)
            column.addWidget(Text(title, "strong", tone))
            column.addWidget(lines)
            column.addStretch(1)
            row.addLayout(column, 1)

    def show_sides(self, first: Side | None, later: Side) -> None:
        """Show both."""
        self.first.set_text(_side(first) if first else "—")
        self.later.set_text(_side(later))


def _side(side: Side) -> str:
    who = " ".join(part for part in (side.clerk, side.department) if part)
    at = side.at[5:16].replace("T", " ")
    return "\n".join((act_words(side.kind), f"{who} {at}", *(_line(*line) for line in side.said)))


def _line(label: str, text: str) -> str:
    return labelled(record_words(label), record_words(text))


def act_words(kind: str) -> str:
    """Say what kind of act it is."""
    return case_words(ACTS[kind]) if kind in ACTS else kind


def _act(row: Any) -> str:
    return getattr(row, "act", "") or row.later.act
