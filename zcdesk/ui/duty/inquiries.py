"""投诉与咨询: taken down, passed on, answered, told; by deadline."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from zcdesk.domain.inquiry import Asker, InquiryChannel, InquiryKind, InquiryState, Topic
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.labels import value_word
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.review.words import time_left
from zcdesk.ui.widgets import Column

if TYPE_CHECKING:
    from zcdesk.operations.inquiries import InquiryRow


class InquiriesPage(Register):
    """The tab."""

    topics = frozenset({"inquiry"})
    name = "inquiries"
    icon = "message-circle"

    def heading(self) -> str:
        return self.tr("投诉与咨询")

    def calm(self) -> str:
        return self.tr("没有投诉和咨询，来件按右边的“记一条”")

    def modes(self) -> Sequence[tuple[str, str]]:
        return (("open", self.tr("未办结")), ("ended", self.tr("已办结")))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("期限"), self._left_text, width=120, chip=self._left, style="body"),
            Column(self.tr("类别"), lambda r: value_word(r.inquiry.recorded.of), width=60),
            Column(self.tr("来源"), lambda r: value_word(r.inquiry.recorded.channel), width=110),
            Column(self.tr("状态"), lambda r: value_word(r.inquiry.state), width=80),
            Column(self.tr("关于"), self._about),
            Column(self.tr("部门"), lambda r: r.inquiry.department or "—", width=130),
        )

    def key_of(self, row: InquiryRow) -> Hashable:
        return row.inquiry.id

    def reading(self) -> Callable[..., Any]:
        rows = self._desk.operations.inquiries.rows
        return partial(rows, ended=True) if self.mode == "ended" else rows

    def tell(self, row: InquiryRow) -> str:
        found = row.inquiry
        due = found.recorded.due[:16].replace("T", " ")
        lines = [
            self._about(row),
            self.tr("编号 {number} · 记录人 {name}").format(
                number=found.recorded.number or "—", name=row.by
            ),
            self.tr("须在 {time} 前答复").format(time=due),
        ]
        if found.answer:
            lines.append(self.tr("答复：{text}").format(text=found.answer))
        return "\n".join(lines)

    def deeds(self, row: InquiryRow | None) -> Sequence[Deed]:
        new = Deed(self.tr("记一条"), self._asks(), self._record)
        if row is None or not row.inquiry.state.is_open:
            return (new,)
        ops, id_ = self._desk.operations.inquiries, row.inquiry.id
        words = Deed(
            self.tr("看原话"),
            (),
            lambda _: (ops.asker, (id_,), {}),
            self.tr("查看会记入日志"),
            lambda who: f"{who.name} {who.phone}\n{who.text}",
        )
        if row.inquiry.state is InquiryState.ANSWERED:
            yes_no = (True, self.tr("满意")), (False, self.tr("不满意"))
            ask = Ask("content", self.tr("告知后"), Way.CHOICE, yes_no, given=True, wide=True)
            asks = (ask, Ask("note", self.tr("说明"), wide=True))
            tell = Deed(self.tr("告知"), asks, lambda said: (ops.tell, (id_,), dict(said)))
            return (tell, words, new)
        true = (True, self.tr("属实")), (False, self.tr("不属实"))
        upheld = Ask("upheld", self.tr("投诉是否属实"), Way.CHOICE, true, given=False, wide=True)
        text = Ask("text", self.tr("答复内容（不写姓名电话）"), needed=True, wide=True)
        is_complaint = row.inquiry.recorded.of is InquiryKind.COMPLAINT
        answer = Deed(
            self.tr("答复"),
            (text, upheld) if is_complaint else (text,),
            lambda said: (ops.answer, (id_,), dict(said)),
        )
        passed = (
            Ask("department", self.tr("转给部门"), needed=True),
            Ask("contact", self.tr("联系人")),
            Ask("reason", self.tr("说明"), wide=True),
        )
        forward = Deed(self.tr("转办"), passed, lambda said: (ops.forward, (id_,), dict(said)))
        return (answer, forward, words, new)

    def _asks(self) -> tuple[Ask, ...]:
        def options(kind: Any) -> tuple[tuple[object, str], ...]:
            return tuple((one, value_word(one)) for one in kind)

        return (
            Ask("of", self.tr("类别"), Way.COMBO, options(InquiryKind)),
            Ask("channel", self.tr("来源"), Way.COMBO, options(InquiryChannel)),
            Ask("topic", self.tr("投诉什么"), Way.COMBO, options(Topic)),
            Ask("number", self.tr("工单编号"), Way.CODE),
            Ask("name", self.tr("姓名（可不填）")),
            Ask("phone", self.tr("电话（可不填）"), Way.CODE),
            Ask("page", self.tr("所看事项的编号（可不填）"), Way.CODE),
            Ask("due", self.tr("来件要求的期限（可不填）"), Way.DAY),
            Ask("text", self.tr("内容"), needed=True, wide=True),
        )

    def _record(self, said: Answers) -> Call:
        from zcdesk.operations.inquiries import Taking

        asker = Asker(name=str(said["name"]), phone=str(said["phone"]), text=str(said["text"]))
        kind = InquiryKind(str(said["of"]))
        taken = Taking(
            of=kind,
            channel=InquiryChannel(str(said["channel"])),
            asker=asker,
            topic=Topic(str(said["topic"])) if kind is InquiryKind.COMPLAINT else None,
            number=str(said["number"]),
            page=str(said["page"]),
            due=str(said["due"]),
        )
        return self._desk.operations.inquiries.record, (taken,), {}

    def _about(self, row: InquiryRow) -> str:
        topic = row.inquiry.recorded.topic
        return row.page or (value_word(topic) if topic else "—")

    def _left(self, row: InquiryRow) -> Any:
        return time_left(row.limit, self._desk.now())

    def _left_text(self, row: InquiryRow) -> str:
        chip = self._left(row)
        return chip.word if chip else "—"
