"""评价: bad ratings by deadline, and each step of their follow-up. Nobody's name is shown."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from zcdesk.domain.rating_follow import (
    Finding,
    FollowState,
    RatingAnswered,
    RatingCalledBack,
    RatingContacted,
    RatingMended,
    RatingReviewed,
    RatingVerified,
)
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.labels import value_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.review.words import time_left
from zcdesk.ui.widgets import Column
from zcdesk.ui.words import labelled

if TYPE_CHECKING:
    from zcdesk.operations.ratings_follow import FollowRow


class FollowPage(Register):
    """The tab."""

    topics = frozenset({"rating"})
    name = "follow"
    icon = "star"

    def heading(self) -> str:
        return self.tr("差评跟进")

    def calm(self) -> str:
        return self.tr("没有要跟进的评价")

    def modes(self) -> Sequence[tuple[str, str]]:
        return (("open", self.tr("待跟进")), ("ended", self.tr("已结束")))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("期限"), self._left_text, width=120, chip=self._left, style="body"),
            Column(self.tr("状态"), lambda r: value_word(self._state(r)), width=90),
            Column(self.tr("窗口"), lambda r: r.rating.window, width=60),
            Column(self.tr("评价时间"), lambda r: r.rating.at[5:16].replace("T", " "), width=110),
            Column(self.tr("原因"), lambda r: "、".join(r.rating.reasons) or "—"),
        )

    def key_of(self, row: FollowRow) -> Hashable:
        return row.rating.sitting

    def reading(self) -> Callable[..., Any]:
        rows = self._desk.operations.ratings_follow.rows
        return partial(rows, ended=True) if self.mode == "ended" else rows

    def open_at(self, subject: str) -> None:
        """Stand on the rating of a visit."""
        self.view.set_current(max(0, self.model.place(subject.rpartition(":")[2])))

    def tell(self, row: FollowRow) -> str:
        rating = row.rating
        lines = [
            self.tr("{n} 分 · {window} 号窗口 · {ticket}").format(
                n=int(rating.level), window=rating.window, ticket=row.ticket or self.tr("无号")
            ),
            "、".join(row.matters) or self.tr("没有收件"),
        ]
        for step in rating.follow.steps if rating.follow else ():
            who = row.names.get(step.by, step.by)
            words = " ".join(part for part in (record_words(step.said), step.note) if part)
            lines.append(labelled(f"{step.at[5:16].replace('T', ' ')} {who}", words))
        return "\n".join(lines)

    def deeds(self, row: FollowRow | None) -> Sequence[Deed]:
        if row is None or not self._state(row).is_open:
            return ()
        note = Ask("note", self.tr("情况（不写姓名电话）"), needed=True, wide=True)
        state = self._state(row)
        found: list[Deed] = [self._step(row, state, note)]
        reveal = self._desk.operations.ratings_follow.reveal
        found.append(
            Deed(
                self.tr("看联系方式"),
                (),
                lambda _: (reveal, (row.rating.sitting,), {}),
                self.tr("查看会记入日志"),
                lambda pair: f"{pair[0]} {pair[1]}",
            )
        )
        return found

    def _step(self, row: FollowRow, state: FollowState, note: Ask) -> Deed:
        yes_no = (True, self.tr("是")), (False, self.tr("否"))

        def choice(name: str, label: str) -> Ask:
            return Ask(name, label, Way.CHOICE, yes_no, given=True, wide=True)

        def deed(word: str, asks: tuple[Ask, ...], make: Callable[..., Any]) -> Deed:
            def call(said: Answers) -> Call:
                step = self._desk.operations.ratings_follow.step
                return step, (row.rating.sitting, make(**said)), {}

            return Deed(word, asks, call)

        match state:
            case FollowState.OPEN:
                word = self.tr("记下联系")
                plain = note._replace(needed=False)
                asks = (choice("reached", self.tr("接通了吗")), plain)
                return deed(word, asks, RatingContacted)
            case FollowState.CONTACTED:
                options = tuple((finding, value_word(finding)) for finding in Finding)
                ask = Ask(
                    "finding",
                    self.tr("核实结果"),
                    Way.CHOICE,
                    options,
                    given=Finding.TRUE,
                    wide=True,
                )
                return deed(self.tr("核实"), (ask, note), _verified)
            case FollowState.REVIEW:
                asks = (choice("agrees", self.tr("同意不计入")), note)
                return deed(self.tr("复核"), asks, RatingReviewed)
            case FollowState.VERIFIED:
                return deed(self.tr("整改"), (note,), RatingMended)
            case FollowState.MENDED:
                return deed(self.tr("答复"), (note,), RatingAnswered)
            case _:
                asks = (choice("content", self.tr("是否满意")), note)
                return deed(self.tr("回访"), asks, RatingCalledBack)

    def _state(self, row: FollowRow) -> FollowState:
        assert row.rating.follow is not None
        return row.rating.follow.state

    def _left(self, row: FollowRow) -> Any:
        return time_left(row.limit, self._desk.now())

    def _left_text(self, row: FollowRow) -> str:
        chip = self._left(row)
        return chip.word if chip else "—"


def _verified(finding: str, note: str) -> RatingVerified:
    # A choice gives back the plain text of its value.
    return RatingVerified(finding=Finding(finding), note=note)
