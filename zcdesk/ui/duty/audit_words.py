"""Words of every kind of act and of what a verification can find, for the audit page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain import period
from zcdesk.errors import Invalid
from zcdesk.ui.cases.words import ACTS
from zcdesk.ui.device_watch import NAMES
from zcdesk.ui.duty.period_words import period_words
from zcdesk.ui.duty.sheet_words import cell_words
from zcdesk.ui.words import QT_TRANSLATE_NOOP, noted, words

if TYPE_CHECKING:
    from zcdesk.operations.audit import Finding, Line

KINDS = (
    ("", QT_TRANSLATE_NOOP("audit", "全部")),
    ("clerk.revealed", QT_TRANSLATE_NOOP("audit", "查看个人信息")),
    ("clerk.exported", QT_TRANSLATE_NOOP("audit", "导出表格")),
    ("case.", QT_TRANSLATE_NOOP("audit", "办件")),
    ("ticket.", QT_TRANSLATE_NOOP("audit", "取号叫号")),
    ("sitting.", QT_TRANSLATE_NOOP("audit", "窗口办理")),
    ("handover.", QT_TRANSLATE_NOOP("audit", "交接")),
    ("rating.", QT_TRANSLATE_NOOP("audit", "评价")),
    ("clerk.", QT_TRANSLATE_NOOP("audit", "人员")),
    ("window.", QT_TRANSLATE_NOOP("audit", "窗口")),
    ("policy.", QT_TRANSLATE_NOOP("audit", "制度")),
    ("matter.", QT_TRANSLATE_NOOP("audit", "事项")),
    ("authority.", QT_TRANSLATE_NOOP("audit", "授权")),
    ("report.", QT_TRANSLATE_NOOP("audit", "报表")),
    ("online.", QT_TRANSLATE_NOOP("audit", "网上申报")),
    ("parcel.", QT_TRANSLATE_NOOP("audit", "邮寄来件")),
    ("booking.", QT_TRANSLATE_NOOP("audit", "预约")),
    ("reentry.", QT_TRANSLATE_NOOP("audit", "二次录入")),
    ("shift.", QT_TRANSLATE_NOOP("audit", "登录核实")),
    ("size.", QT_TRANSLATE_NOOP("audit", "字号")),
    ("words.", QT_TRANSLATE_NOOP("audit", "文书用语")),
    ("release.", QT_TRANSLATE_NOOP("audit", "程序更新")),
    ("station.", QT_TRANSLATE_NOOP("audit", "工作站")),
    ("recovery.", QT_TRANSLATE_NOOP("audit", "数据密钥")),
    ("erasure.", QT_TRANSLATE_NOOP("audit", "到期销毁")),
    ("record.erased", QT_TRANSLATE_NOOP("audit", "删除个人信息")),
)
"""What can be asked for: a kind, or what kinds begin with."""

_KINDS = {
    "clerk.on": QT_TRANSLATE_NOOP("audit", "上岗"),
    "clerk.off": QT_TRANSLATE_NOOP("audit", "离岗"),
    "clerk.set": QT_TRANSLATE_NOOP("audit", "设置人员"),
    "size.chosen": QT_TRANSLATE_NOOP("audit", "选择字号"),
    "window.set": QT_TRANSLATE_NOOP("audit", "设置窗口"),
    "window.mode": QT_TRANSLATE_NOOP("audit", "开关窗口"),
    "window.custody": QT_TRANSLATE_NOOP("audit", "交接班"),
    "hall.set": QT_TRANSLATE_NOOP("audit", "设置大厅"),
    "policy.set": QT_TRANSLATE_NOOP("audit", "设定制度"),
    "policy.changed": QT_TRANSLATE_NOOP("audit", "修改制度"),
    "matter.published": QT_TRANSLATE_NOOP("audit", "发布事项"),
    "matter.withdrawn": QT_TRANSLATE_NOOP("audit", "撤下事项"),
    "booking.made": QT_TRANSLATE_NOOP("audit", "登记预约"),
    "booking.cancelled": QT_TRANSLATE_NOOP("audit", "取消预约"),
    "booking.taken": QT_TRANSLATE_NOOP("audit", "预约取号"),
    "booking.missed": QT_TRANSLATE_NOOP("audit", "预约失约"),
    "package.proposed": QT_TRANSLATE_NOOP("audit", "提交一件事"),
    "package.dropped": QT_TRANSLATE_NOOP("audit", "放弃一件事的修改"),
    "package.returned": QT_TRANSLATE_NOOP("audit", "退回一件事"),
    "package.published": QT_TRANSLATE_NOOP("audit", "发布一件事"),
    "package.withdrawn": QT_TRANSLATE_NOOP("audit", "停办一件事"),
    "proposal.saved": QT_TRANSLATE_NOOP("audit", "起草事项"),
    "proposal.returned": QT_TRANSLATE_NOOP("audit", "退回修改"),
    "proposal.approved": QT_TRANSLATE_NOOP("audit", "批准修改稿"),
    "proposal.dropped": QT_TRANSLATE_NOOP("audit", "放弃修改稿"),
    "deputy.named": QT_TRANSLATE_NOOP("audit", "指定代岗"),
    "deputy.ended": QT_TRANSLATE_NOOP("audit", "结束代岗"),
    "training.registered": QT_TRANSLATE_NOOP("audit", "登记培训"),
    "day.closed": QT_TRANSLATE_NOOP("audit", "日清"),
    "inquiry.recorded": QT_TRANSLATE_NOOP("audit", "登记投诉咨询"),
    "inquiry.forwarded": QT_TRANSLATE_NOOP("audit", "转办投诉咨询"),
    "inquiry.answered": QT_TRANSLATE_NOOP("audit", "答复投诉咨询"),
    "inquiry.told": QT_TRANSLATE_NOOP("audit", "回复来人"),
    "device.failed": QT_TRANSLATE_NOOP("audit", "设备故障"),
    "device.mended": QT_TRANSLATE_NOOP("audit", "设备恢复"),
    "authority.given": QT_TRANSLATE_NOOP("audit", "登记授权"),
    "authority.revoked": QT_TRANSLATE_NOOP("audit", "撤销授权"),
    "authority.scanned": QT_TRANSLATE_NOOP("audit", "扫描授权委托书"),
    "book.entered": QT_TRANSLATE_NOOP("audit", "台账登记"),
    "handover.made": QT_TRANSLATE_NOOP("audit", "制作交接表"),
    "handover.signed": QT_TRANSLATE_NOOP("audit", "签收交接表"),
    "handover.dropped": QT_TRANSLATE_NOOP("audit", "作废交接表"),
    "rating.given": QT_TRANSLATE_NOOP("audit", "群众评价"),
    "report.made": QT_TRANSLATE_NOOP("audit", "报表定稿"),
    "report.amended": QT_TRANSLATE_NOOP("audit", "报表补报"),
    "sitting.received": QT_TRANSLATE_NOOP("audit", "窗口收件"),
    "sitting.notified": QT_TRANSLATE_NOOP("audit", "一次性告知"),
    "sitting.referred": QT_TRANSLATE_NOOP("audit", "转专业窗口"),
    "sitting.printed": QT_TRANSLATE_NOOP("audit", "打印文书"),
    "release.trusted": QT_TRANSLATE_NOOP("audit", "认定更新公钥"),
    "release.set": QT_TRANSLATE_NOOP("audit", "推行更新"),
    "release.stopped": QT_TRANSLATE_NOOP("audit", "停止推行"),
    "station.clock_believed": QT_TRANSLATE_NOOP("audit", "确认电脑时间"),
    "station.backed_up": QT_TRANSLATE_NOOP("audit", "备份"),
    "station.restored": QT_TRANSLATE_NOOP("audit", "从备份恢复"),
    "station.taken_out": QT_TRANSLATE_NOOP("audit", "导出全部数据"),
    "station.version": QT_TRANSLATE_NOOP("audit", "版本变更"),
    "ticket.taken": QT_TRANSLATE_NOOP("audit", "取号"),
    "ticket.called": QT_TRANSLATE_NOOP("audit", "叫号"),
    "ticket.recalled": QT_TRANSLATE_NOOP("audit", "重呼"),
    "ticket.arrived": QT_TRANSLATE_NOOP("audit", "到窗"),
    "ticket.missed": QT_TRANSLATE_NOOP("audit", "过号"),
    "ticket.returned": QT_TRANSLATE_NOOP("audit", "重新排队"),
    "ticket.parked": QT_TRANSLATE_NOOP("audit", "挂起"),
    "ticket.resumed": QT_TRANSLATE_NOOP("audit", "取回"),
    "ticket.transferred": QT_TRANSLATE_NOOP("audit", "转窗口"),
    "ticket.closed": QT_TRANSLATE_NOOP("audit", "办理结束"),
    "recovery.set": QT_TRANSLATE_NOOP("audit", "制作恢复纸"),
    "recovery.escrowed": QT_TRANSLATE_NOOP("audit", "封存数据密钥"),
    "ticket.expired": QT_TRANSLATE_NOOP("audit", "号码过期"),
}
_WINDOW = QT_TRANSLATE_NOOP("audit", "{n} 号窗口 #{seq}")
_ABOUT = {
    "hall": QT_TRANSLATE_NOOP("audit", "大厅"),
    "policy": QT_TRANSLATE_NOOP("audit", "制度"),
    "words": QT_TRANSLATE_NOOP("audit", "文书用语"),
    "window": QT_TRANSLATE_NOOP("audit", "窗口"),
    "clerk": QT_TRANSLATE_NOOP("audit", "人员"),
    "size": QT_TRANSLATE_NOOP("audit", "字号"),
    "training": QT_TRANSLATE_NOOP("audit", "培训"),
    "deputy": QT_TRANSLATE_NOOP("audit", "AB 岗"),
    "matter": QT_TRANSLATE_NOOP("audit", "事项"),
    "proposal": QT_TRANSLATE_NOOP("audit", "事项修改稿"),
    "package": QT_TRANSLATE_NOOP("audit", "一件事"),
    "ticket": QT_TRANSLATE_NOOP("audit", "号"),
    "booking": QT_TRANSLATE_NOOP("audit", "预约"),
    "sitting": QT_TRANSLATE_NOOP("audit", "办理"),
    "rating": QT_TRANSLATE_NOOP("audit", "评价"),
    "case": QT_TRANSLATE_NOOP("audit", "办件"),
    "reentry": QT_TRANSLATE_NOOP("audit", "二次录入"),
    "handover": QT_TRANSLATE_NOOP("audit", "交接表"),
    "online": QT_TRANSLATE_NOOP("audit", "网上申报"),
    "parcel": QT_TRANSLATE_NOOP("audit", "邮寄来件"),
    "inquiry": QT_TRANSLATE_NOOP("audit", "投诉咨询"),
    "authority": QT_TRANSLATE_NOOP("audit", "授权委托书"),
    "book": QT_TRANSLATE_NOOP("audit", "台账"),
    "report": QT_TRANSLATE_NOOP("audit", "报表"),
    "day": QT_TRANSLATE_NOOP("audit", "日清"),
    "shift": QT_TRANSLATE_NOOP("audit", "登录"),
    "device": QT_TRANSLATE_NOOP("audit", "设备"),
    "station": QT_TRANSLATE_NOOP("audit", "工作站"),
    "release": QT_TRANSLATE_NOOP("audit", "程序更新"),
    "recovery": QT_TRANSLATE_NOOP("audit", "恢复纸"),
    "escrow": QT_TRANSLATE_NOOP("audit", "数据密钥"),
    "erasure": QT_TRANSLATE_NOOP("audit", "到期销毁"),
}
"""Kinds of subjects."""

_FIELDS = {
    "name": QT_TRANSLATE_NOOP("audit", "姓名"),
    "id_number": QT_TRANSLATE_NOOP("audit", "证件号"),
    "phone": QT_TRANSLATE_NOOP("audit", "手机"),
    "address": QT_TRANSLATE_NOOP("audit", "地址"),
    "inquiry": QT_TRANSLATE_NOOP("audit", "来人与原话"),
    "case_file": QT_TRANSLATE_NOOP("audit", "整卷导出"),
    "电子证照": QT_TRANSLATE_NOOP("audit", "电子证照"),
    "二次录入": QT_TRANSLATE_NOOP("audit", "二次录入"),
}
"""Personal data somebody looked at, by the name their record has."""

_FAULTS = {
    "body": QT_TRANSLATE_NOOP("audit", "内容被改"),
    "envelope": QT_TRANSLATE_NOOP("audit", "时间、人员或对象被改"),
    "altered": QT_TRANSLATE_NOOP("audit", "记录被改"),
    "removed": QT_TRANSLATE_NOOP("audit", "记录缺失"),
    "inserted": QT_TRANSLATE_NOOP("audit", "多出记录"),
    "order": QT_TRANSLATE_NOOP("audit", "次序不符"),
    "number": QT_TRANSLATE_NOOP("audit", "编号不连续"),
    "person": QT_TRANSLATE_NOOP("audit", "个人信息与摘要不符"),
    "witness": QT_TRANSLATE_NOOP("audit", "与见证文件不符"),
    "file": QT_TRANSLATE_NOOP("audit", "文件损坏"),
    "signed": QT_TRANSLATE_NOOP("audit", "与服务器签名不符"),
}


def kind_words(kind: str) -> str:
    """Return what an act did; of a kind without words of its own, its group."""
    if kind in ACTS:
        return words("cases", ACTS[kind])
    if kind in _KINDS:
        return words("audit", _KINDS[kind])
    fits = [(prefix, word) for prefix, word in KINDS if prefix and kind.startswith(prefix)]
    if not fits:
        other = QT_TRANSLATE_NOOP("audit", "其他操作 {kind}")
        return words("audit", other).format(kind=kind)
    _, word = max(fits, key=lambda pair: len(pair[0]))
    return words("audit", word)


def about_words(line: Line) -> str:
    """Return what an act was about: the kind of thing, and what people call it."""
    kind, _, rest = line.about.partition(":")
    said = words("audit", _ABOUT[kind]) if kind in _ABOUT else line.about
    if kind == "device":
        window, _, device = rest.partition("/")
        place = words("audit", QT_TRANSLATE_NOOP("audit", "{n} 号窗口")).format(n=window)
        return f"{place} {words('watch', NAMES.get(device, device))}"
    if kind == "report":
        return f"{said} {_period(rest)}"
    return f"{said} {line.number}".strip()


def _period(key: str) -> str:
    try:
        return period_words(period.read(key))
    except Invalid:  # an act altered by hand may say anything
        return key


def detail_words(line: Line) -> str:
    """Return what more there is to say: which personal data, or which table."""
    if line.detail in _FIELDS:
        return words("audit", _FIELDS[line.detail])
    title, sign, rows = line.detail.partition(" · ")
    return f"{cell_words(title)}{sign}{rows}"


def finding_words(finding: Finding) -> str:
    """Return what is wrong, and where."""
    said = words("audit", _FAULTS[finding.fault.value])
    where = f"{finding.origin[:8]} #{finding.seq}" if finding.seq else finding.detail
    return noted(said, where) if where else said


def place_words(line: Line) -> str:
    """Say where an act was made: the window people know, and its number in that station's chain."""
    if not line.window:
        return f"{line.origin[:8]} #{line.seq}"
    return words("audit", _WINDOW).format(n=line.window, seq=line.seq)
