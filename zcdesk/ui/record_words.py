"""Words the program offers and a record keeps: reasons picked by a digit, demands, pauses.

They go into acts and onto papers in Chinese; a screen says them in the language of the program,
and what somebody wrote instead stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("records", "请于答复期限前办结，并说明超期原因"),
    QT_TRANSLATE_NOOP("records", "请于答复期限前说明办理进度和预计办结日期"),
    QT_TRANSLATE_NOOP("records", "临近期限，请优先办理，不能按期办结的提前书面说明"),
    QT_TRANSLATE_NOOP("records", "未携带"),
    QT_TRANSLATE_NOOP("records", "尚未办理"),
    QT_TRANSLATE_NOOP("records", "只有复印件，缺原件"),
    QT_TRANSLATE_NOOP("records", "只有原件，缺复印件"),
    QT_TRANSLATE_NOOP("records", "份数不足"),
    QT_TRANSLATE_NOOP("records", "已遗失，需补办"),
    QT_TRANSLATE_NOOP("records", "待单位出具"),
    QT_TRANSLATE_NOOP("records", "已过有效期，需换新"),
    QT_TRANSLATE_NOOP("records", "未签字"),
    QT_TRANSLATE_NOOP("records", "未盖章"),
    QT_TRANSLATE_NOOP("records", "填写不全"),
    QT_TRANSLATE_NOOP("records", "有涂改"),
    QT_TRANSLATE_NOOP("records", "已过有效期"),
    QT_TRANSLATE_NOOP("records", "与原件不一致"),
    QT_TRANSLATE_NOOP("records", "与申请人信息不一致"),
    QT_TRANSLATE_NOOP("records", "字迹或影像不清"),
    QT_TRANSLATE_NOOP("records", "共享调取失败"),
    QT_TRANSLATE_NOOP("records", "共享库中查不到"),
    QT_TRANSLATE_NOOP("records", "共享信息与实际不一致"),
    QT_TRANSLATE_NOOP("records", "信息刚变更，尚未同步"),
    QT_TRANSLATE_NOOP("records", "部门要求存原件"),
    QT_TRANSLATE_NOOP("records", "申请人不属于该情形"),
    QT_TRANSLATE_NOOP("records", "本次申请不涉及"),
    QT_TRANSLATE_NOOP("records", "已由其他材料载明"),
    QT_TRANSLATE_NOOP("records", "法规规定可以不交"),
    QT_TRANSLATE_NOOP("records", "部门当场列明材料"),
    QT_TRANSLATE_NOOP("records", "按部门电话答复收取"),
    QT_TRANSLATE_NOOP("records", "申请人坚持递交"),
    QT_TRANSLATE_NOOP("records", "{n}号窗口请确认：{matter}，当场办结"),
    QT_TRANSLATE_NOOP("records", "最迟 {day}"),
    QT_TRANSLATE_NOOP("records", "电子证照 {number}"),
    QT_TRANSLATE_NOOP("records", "有效期至 {day}"),
    QT_TRANSLATE_NOOP("records", "用餐"),
    QT_TRANSLATE_NOOP("records", "会议"),
    QT_TRANSLATE_NOOP("records", "设备故障"),
    QT_TRANSLATE_NOOP("records", "其他"),
    QT_TRANSLATE_NOOP("records", "值班主管暂停"),
    QT_TRANSLATE_NOOP("records", "换班"),
    QT_TRANSLATE_NOOP("records", "顶岗"),
    QT_TRANSLATE_NOOP("records", "过号叫回"),
    QT_TRANSLATE_NOOP("records", "过号重排"),
    QT_TRANSLATE_NOOP("records", "到期自动销毁"),
    QT_TRANSLATE_NOOP("records", "迁到另一台电脑"),
    QT_TRANSLATE_NOOP("records", "口令"),
    QT_TRANSLATE_NOOP("records", "刷卡"),
    QT_TRANSLATE_NOOP("records", "手写签名"),
    QT_TRANSLATE_NOOP("records", "纸面签名"),
    QT_TRANSLATE_NOOP("records", "电子证照"),
    QT_TRANSLATE_NOOP("records", "{department}业务系统"),
    QT_TRANSLATE_NOOP("records", "听证"),
    QT_TRANSLATE_NOOP("records", "招标"),
    QT_TRANSLATE_NOOP("records", "拍卖"),
    QT_TRANSLATE_NOOP("records", "检验"),
    QT_TRANSLATE_NOOP("records", "检测"),
    QT_TRANSLATE_NOOP("records", "检疫"),
    QT_TRANSLATE_NOOP("records", "鉴定"),
    QT_TRANSLATE_NOOP("records", "专家评审"),
    QT_TRANSLATE_NOOP("records", "已联系"),
    QT_TRANSLATE_NOOP("records", "未接通"),
    QT_TRANSLATE_NOOP("records", "不同意"),
    QT_TRANSLATE_NOOP("records", "满意"),
    QT_TRANSLATE_NOOP("records", "仍不满意"),
    QT_TRANSLATE_NOOP("records", "部门确认不予收取"),
    QT_TRANSLATE_NOOP("records", "理由"),
    QT_TRANSLATE_NOOP("records", "情形"),
    QT_TRANSLATE_NOOP("records", "意见"),
    QT_TRANSLATE_NOOP("records", "同意"),
    QT_TRANSLATE_NOOP("records", "依据"),
    QT_TRANSLATE_NOOP("records", "天数"),
    QT_TRANSLATE_NOOP("records", "转到"),
    QT_TRANSLATE_NOOP("records", "转给"),
    QT_TRANSLATE_NOOP("records", "文书号"),
    QT_TRANSLATE_NOOP("records", "柜位"),
    QT_TRANSLATE_NOOP("records", "窗口"),
    QT_TRANSLATE_NOOP("records", "决定"),
    QT_TRANSLATE_NOOP("records", "名称"),
    QT_TRANSLATE_NOOP("records", "缺什么"),
    QT_TRANSLATE_NOOP("records", "是"),
    QT_TRANSLATE_NOOP("records", "否"),
    QT_TRANSLATE_NOOP("records", "维持先到的"),
    QT_TRANSLATE_NOOP("records", "采用后到的"),
    QT_TRANSLATE_NOOP("records", "另行处理"),
    QT_TRANSLATE_NOOP("records", "{choice}：{note}"),
    QT_TRANSLATE_NOOP("records", "转给"),
    QT_TRANSLATE_NOOP("records", "其他（另行写明）"),
    QT_TRANSLATE_NOOP("records", "〔已按保管期限销毁〕"),
    QT_TRANSLATE_NOOP("records", "〔内容尚未传到本机〕"),
    QT_TRANSLATE_NOOP("records", "〔封存内容与办理记录不符〕"),
)
_BESIDE = ("labels", "offers", "case", "cases", "stars", "results", "tickets", "review", "handover")
_PHRASES = Phrases("records", _MARKED, *_BESIDE)


def record_words(text: str) -> str:
    """Say what stands in a record in the language of the program."""
    return _PHRASES.say(text)


def recorded(said: str, offered: Iterable[str]) -> str:
    """Return which of the words offered was meant by what is said on the screen, or that itself."""
    return next((one for one in offered if record_words(one) == said), said)
