"""The words of the case page: acts, limits, messages, papers; rows of its tables, no widget."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from zcdesk.domain.deadlines import Limit
from zcdesk.domain.papers import TITLES
from zcdesk.ui.case_words import limit_chip, limit_word
from zcdesk.ui.counter.rowtext import state_word
from zcdesk.ui.message_words import message_chip, message_word
from zcdesk.ui.record_words import record_words
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, joined, words

if TYPE_CHECKING:
    from zcdesk.operations.casefile import CasePage, Event
    from zcdesk.operations.told import Told

ACTS = {
    "case.received": QT_TRANSLATE_NOOP("cases", "收件"),
    "case.handed_over": QT_TRANSLATE_NOOP("cases", "材料移交"),
    "case.handover_refused": QT_TRANSLATE_NOOP("cases", "未移交"),
    "case.reassigned": QT_TRANSLATE_NOOP("cases", "换审查人"),
    "case.taken": QT_TRANSLATE_NOOP("cases", "审查人打开"),
    "case.seen": QT_TRANSLATE_NOOP("cases", "查看材料"),
    "case.found": QT_TRANSLATE_NOOP("cases", "材料意见"),
    "case.accepted": QT_TRANSLATE_NOOP("cases", "受理"),
    "case.returned": QT_TRANSLATE_NOOP("cases", "退回补正"),
    "case.corrected": QT_TRANSLATE_NOOP("cases", "补正收到"),
    "case.not_accepted": QT_TRANSLATE_NOOP("cases", "不予受理"),
    "case.forwarded": QT_TRANSLATE_NOOP("cases", "转办、改派"),
    "case.asked": QT_TRANSLATE_NOOP("cases", "听取意见"),
    "case.answered": QT_TRANSLATE_NOOP("cases", "答复意见"),
    "case.supplemented": QT_TRANSLATE_NOOP("cases", "容缺补交"),
    "case.promise_judged": QT_TRANSLATE_NOOP("cases", "容缺处理决定"),
    "case.stages_set": QT_TRANSLATE_NOOP("cases", "确定审查环节"),
    "case.stage_done": QT_TRANSLATE_NOOP("cases", "环节完成"),
    "case.step_begun": QT_TRANSLATE_NOOP("cases", "特别程序开始"),
    "case.step_ended": QT_TRANSLATE_NOOP("cases", "特别程序结束"),
    "case.extended": QT_TRANSLATE_NOOP("cases", "延长期限"),
    "case.decided": QT_TRANSLATE_NOOP("cases", "决定"),
    "case.result_sent": QT_TRANSLATE_NOOP("cases", "结果移交"),
    "case.result_taken": QT_TRANSLATE_NOOP("cases", "结果接收"),
    "case.result_refused": QT_TRANSLATE_NOOP("cases", "结果不予接收"),
    "case.shelved": QT_TRANSLATE_NOOP("cases", "换柜位"),
    "case.issued": QT_TRANSLATE_NOOP("cases", "发放"),
    "case.posted": QT_TRANSLATE_NOOP("cases", "邮寄"),
    "case.post_delivered": QT_TRANSLATE_NOOP("cases", "邮件妥投"),
    "case.post_returned": QT_TRANSLATE_NOOP("cases", "邮件退回"),
    "case.receipt_passed": QT_TRANSLATE_NOOP("cases", "送达回执移交"),
    "case.archived": QT_TRANSLATE_NOOP("cases", "归档"),
    "case.papers_returned": QT_TRANSLATE_NOOP("cases", "退还材料"),
    "case.papers_arrived": QT_TRANSLATE_NOOP("cases", "退还件到达"),
    "case.amended": QT_TRANSLATE_NOOP("cases", "更正"),
    "case.voided": QT_TRANSLATE_NOOP("cases", "作废"),
    "case.withdrawn": QT_TRANSLATE_NOOP("cases", "撤回"),
    "case.terminated": QT_TRANSLATE_NOOP("cases", "终止办理"),
    "case.transferred": QT_TRANSLATE_NOOP("cases", "移送"),
    "case.merged": QT_TRANSLATE_NOOP("cases", "并案"),
    "case.joined": QT_TRANSLATE_NOOP("cases", "并入一件"),
    "case.reminded": QT_TRANSLATE_NOOP("cases", "督办"),
    "case.reminder_answered": QT_TRANSLATE_NOOP("cases", "答复督办"),
    "case.platform_numbered": QT_TRANSLATE_NOOP("cases", "登记平台编号"),
    "case.called": QT_TRANSLATE_NOOP("cases", "口头告知"),
    "case.signed": QT_TRANSLATE_NOOP("cases", "手写签名"),
    "case.settled": QT_TRANSLATE_NOOP("cases", "处理后到的操作"),
    "case.messaged": QT_TRANSLATE_NOOP("cases", "短信告知"),
    "record.erased": QT_TRANSLATE_NOOP("cases", "个人信息删除"),
}
_FIELDS = {
    "name": QT_TRANSLATE_NOOP("cases", "姓名"),
    "id_number": QT_TRANSLATE_NOOP("cases", "证件号码"),
    "phone": QT_TRANSLATE_NOOP("cases", "手机号码"),
    "address": QT_TRANSLATE_NOOP("cases", "联系地址"),
    "case_file": QT_TRANSLATE_NOOP("cases", "导出档案"),
}
_OTHER = (
    QT_TRANSLATE_NOOP("cases", "未生效"),
    QT_TRANSLATE_NOOP("cases", "已记录"),
    QT_TRANSLATE_NOOP("cases", "时钟有误"),
    QT_TRANSLATE_NOOP("cases", "查看"),
    QT_TRANSLATE_NOOP("cases", "第 {n} 天"),
    QT_TRANSLATE_NOOP("cases", "不计"),
    QT_TRANSLATE_NOOP("cases", "可以办理"),
    QT_TRANSLATE_NOOP("cases", "查到的办件"),
    QT_TRANSLATE_NOOP("cases", "件号"),
    QT_TRANSLATE_NOOP("cases", "事项"),
    QT_TRANSLATE_NOOP("cases", "申请人"),
)


_DESTROYED = {
    "person": QT_TRANSLATE_NOOP("cases", "销毁了申请人、经办人的个人信息及其扫描页、文书内容"),
    "typed": QT_TRANSLATE_NOOP("cases", "销毁了一条办理记录中填写的文字；记录本身仍在，可以核验"),
}


class Fact(NamedTuple):
    """One line of a table: its cells from left to right; the chip stands in the first.

    Attributes:
        more: what stands below the table while this line is current.
    """

    key: str
    cells: tuple[str, ...]
    chip: ChipState
    more: str = ""


def said(text: str) -> str:
    """Return a marked text in the language of the program."""
    return words("cases", text)


def nearest(limit: Limit | None) -> ChipState | None:
    """Say how the nearest limit stands: which one and until when."""
    if limit is None:
        return None
    chip = limit_chip(limit.state)
    return chip._replace(word=f"{limit_word(limit.kind)} {_moment(limit)}")


def timeline(page: CasePage) -> tuple[Fact, ...]:
    """The acts, the last one first."""
    return tuple(_event(event) for event in reversed(page.timeline))


def materials(page: CasePage) -> tuple[Fact, ...]:
    """The papers of the case as they stand."""
    facts = []
    for m in page.case.materials:
        chip = ChipState("file-text", state_word(m.state), Tone.NEUTRAL)
        more = joined(part for part in (record_words(m.reason), m.note, m.due[:10]) if part)
        facts.append(Fact(m.key, (chip.word, m.name, f"{m.given}/{m.due_count}", more), chip))
    return tuple(facts)


def prints(page: CasePage) -> tuple[Fact, ...]:
    """What was printed, with how many copies."""
    chip = ChipState("printer", said("已记录"), Tone.OK)
    return tuple(
        Fact(
            f"{p.paper}/{p.number}",
            (chip.word, TITLES[p.paper], p.number, str(p.copies), _time(p.at), p.clerk),
            chip,
        )
        for p in page.prints
    )


def limits(page: CasePage) -> tuple[Fact, ...]:
    """Every running limit; below, how its date was counted day by day."""
    facts = []
    for place, limit in enumerate(page.limits):
        days = (
            f"{line.date:%m-%d}  "
            + (said("第 {n} 天").format(n=line.number) if line.counts else said("不计"))
            + f"  {rule_words(line.why)}"
            for line in limit.explain
        )
        chip = limit_chip(limit.state)
        cells = (chip.word, limit_word(limit.kind), _moment(limit), rule_words(limit.rule))
        facts.append(Fact(f"{limit.kind}/{place}", cells, chip, "\n".join(days)))
    return tuple(facts)


def told(messages: tuple[Told, ...]) -> tuple[Fact, ...]:
    """What was sent to the applicant."""
    facts = []
    for one in messages:
        chip = message_chip(one.state)
        cells = (chip.word, message_word(one.kind), _time(one.at), one.phone)
        facts.append(Fact(one.id, cells, chip, one.text))
    return tuple(facts)


def looks(events: tuple[Event, ...]) -> tuple[Fact, ...]:
    """Who saw what in clear."""
    chip = ChipState("eye", said("查看"), Tone.NEUTRAL)
    return tuple(
        Fact(e.id, (chip.word, said(_FIELDS.get(e.kind, e.kind)), _time(e.at), e.clerk), chip)
        for e in reversed(events)
    )


def _event(event: Event) -> Fact:
    chip = ChipState("circle-check", said("已记录"), Tone.OK)
    if event.refused:
        chip = ChipState("alert-triangle", said("未生效"), Tone.DANGER)
    elif not event.clock_ok:
        chip = ChipState("clock-exclamation", said("时钟有误"), Tone.WARN)
    kind = said(ACTS[event.kind]) if event.kind in ACTS else event.kind
    cells = (chip.word, kind, _time(event.at), event.clerk, event.department, event.refused)
    more = [record_words(text) for text in event.words]
    if event.destroyed:
        more = [said(_DESTROYED[event.destroyed])]
    return Fact(event.id, cells, chip, "\n".join(more))


def _moment(limit: Limit) -> str:
    return f"{limit.at:%m-%d %H:%M}" if limit.at else "—"


def _time(text: str) -> str:
    return f"{datetime.fromisoformat(text):%Y-%m-%d %H:%M}"
