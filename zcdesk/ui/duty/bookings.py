"""预约: the bookings of today and of the next days; a table taken in, one called off."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zcdesk.domain.booking import Booking, BookingState
from zcdesk.errors import CodedError, Invalid
from zcdesk.ui.duty.register import Deed, Register
from zcdesk.ui.file_intake import open_file, save_file
from zcdesk.ui.jobs import WORK
from zcdesk.ui.labels import category_word
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.booking_file import Rows
    from zcdesk.operations.bookings import Imported

TODAY, AHEAD = "today", "ahead"
REFUSED_SHOWN = 8

_STATES = {
    BookingState.OPEN: ("clock", QT_TRANSLATE_NOOP("bookings", "未取号"), Tone.INFO),
    BookingState.TAKEN: ("circle-check", QT_TRANSLATE_NOOP("bookings", "已取号"), Tone.OK),
    BookingState.CANCELLED: ("ban", QT_TRANSLATE_NOOP("bookings", "已取消"), Tone.NEUTRAL),
    BookingState.MISSED: ("clock-exclamation", QT_TRANSLATE_NOOP("bookings", "失约"), Tone.WARN),
}


class BookingsPage(Register):
    """The tab; no name stands in it, for none is kept."""

    topics = frozenset({"booking"})
    name = "bookings"
    icon = "calendar"

    left_out = ""
    """What was not taken of the last table; stands beside the list until something is done."""

    def heading(self) -> str:
        return self.tr("预约")

    def calm(self) -> str:
        return self.tr("没有预约；别处做的预约用“导入表格”取进来")

    def modes(self) -> Sequence[tuple[str, str]]:
        return ((TODAY, self.tr("今天")), (AHEAD, self.tr("以后")))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("时间"), _when, width=150),
            Column(self.tr("业务"), lambda b: category_word(b.made.category), width=110),
            Column(self.tr("状态"), lambda b: "", width=110, chip=_state),
            Column(self.tr("号码"), lambda b: b.number or "—", width=90),
            Column(self.tr("预约码"), lambda b: b.made.code),
        )

    def key_of(self, row: Booking) -> Hashable:
        return row.made.day, row.made.code

    def reading(self) -> Callable[..., Any]:
        ops = self._desk.operations.bookings
        return ops.ahead if self.mode == AHEAD else ops.day_list  # type: ignore[no-any-return]

    def rows_of(self, found: Iterable[Booking]) -> Iterable[Booking]:
        return tuple(found)

    def tell(self, row: Booking) -> str:
        made = row.made
        lines = [f"{made.day} {_when(row)} {category_word(made.category)}", _state(row).word]
        lines.append(self.tr("预约码 {code}").format(code=made.code))
        if row.number:
            lines.append(
                self.tr("{time} 取号 {no}").format(time=row.taken_at[11:16], no=row.number)
            )
        if row.is_late:
            lines.append(self.tr("迟到，按普通号排队"))
        return "\n".join(lines)

    def deeds(self, row: Booking | None) -> Sequence[Deed]:
        take = Deed(self.tr("导入表格"), does=self._choose)
        save = Deed(self.tr("存空白表格"), does=self._choose_template)
        if row is None or row.state is not BookingState.OPEN:
            return take, save
        call_off = Deed(
            self.tr("取消这个预约"),
            (),
            lambda _: (self._desk.operations.bookings.cancel, (row.made.day, row.made.code), {}),
            self.tr("预约人不再凭预约码取号，可以取普通号"),
        )
        return take, save, call_off

    def begin(self, deed: Deed) -> None:
        """Begin; what the last table left out is told no more."""
        self.left_out = ""
        super().begin(deed)

    def _choose(self) -> None:
        kinds = self.tr("表格 (*.xlsx *.csv)")
        open_file(self, self.tr("导入表格"), kinds, self.take_in)

    def _choose_template(self) -> None:
        save_file(self, self.tr("存空白表格"), self.tr("表格 (*.xlsx)"), self.save_template)

    def take_in(self, path: str) -> None:
        """Take a table in: read in the work lane, recorded in the store's."""
        read = self._desk.operations.booking_file.read
        self._in_work(partial(read, Path(path)), self._record)

    def save_template(self, path: str) -> None:
        """Write an empty table to fill in."""
        write = self._desk.operations.booking_file.save_template
        self._in_work(partial(write, Path(path)), lambda _: self._desk.notices.note(path))

    def _in_work(self, work: Callable[[], Any], done: Callable[[Any], object]) -> None:
        self._desk.jobs.run(WORK, work, owner=self, done=done, failed=self._say)

    def _record(self, rows: Rows) -> None:
        take = self._desk.operations.bookings.import_rows
        self._desk.do(take, rows, owner=self, done=self._on_taken, failed=self._say)

    def _on_taken(self, done: Imported) -> None:
        said = self.tr("导入：新增 {made}，改动 {changed}，取消 {cancelled}，没有变化 {same}")
        named = {name: getattr(done, name) for name in ("made", "changed", "cancelled", "same")}
        self._desk.notices.note(said.format_map(named))
        self.left_out = "\n".join(self._refused(done)) if done.refused else ""
        self.read()

    def _show_row(self, row: Any | None) -> None:
        super()._show_row(row)
        if self.left_out:
            self.facts.set_text(self.left_out)

    def _refused(self, done: Imported) -> Iterable[str]:
        yield self.tr("{n} 行没有导入").format(n=len(done.refused))
        for fault in done.refused[:REFUSED_SHOWN]:
            why = describe(Invalid(fault.code, "", **fault.fields)).text
            yield self.tr("第 {no} 行：{why}").format(no=fault.no, why=why)

    def _say(self, error: CodedError) -> None:
        self._desk.notices.show(error)


def _when(row: Booking) -> str:
    begin, end = row.made.at, row.made.until
    return begin[11:16] if begin == end else f"{begin[11:16]}-{end[11:16]}"


def _state(row: Booking) -> ChipState:
    icon, word, tone = _STATES[row.state]
    return ChipState(icon, words("bookings", word), tone)
