"""Words about results: taken from departments, handed out, posted, receipts, filing."""

from __future__ import annotations

from zcdesk.ui.texts import GO, SHOW, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_STOP = Level.STOP

TEXTS = {
    "RES-02": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该件已于 {time} 发放，请看记录"),
        "Issued at {time}; look at the record",
        (SHOW,),
    ),
    "RES-03": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "来人与申请人不是同一人，代领请出示委托书"),
        "Not the applicant; an agent shows an authority",
        (GO,),
    ),
    "RES-04": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "代领要核身份和委托书，请补登"),
        "An agent needs identity and authority",
        (GO,),
    ),
    "RES-05": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "应收回的材料还没有收齐，不能发放"),
        "What must be taken in is missing; do not issue yet",
        (SHOW,),
    ),
    "RES-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该件的送达回执已经移交"),
        "Its delivery receipt was passed on already",
        (SHOW,),
    ),
    "RES-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "送达回执还没有移交部门，先移交再归档"),
        "Pass the delivery receipt on first, then file",
        (GO,),
    ),
    "RES-08": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "该结果由综合出件窗口发放，请先交接"),
        "The result counter issues this; hand it over first",
        (GO,),
    ),
    "RES-09": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "两次扫到的运单号不一致，请核对信封"),
        "The two waybill scans differ; check the envelope",
        (GO,),
    ),
    "RES-10": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 项没有与证照核对，先核：{name}"),
        "Fields not compared with the certificate: {n}, first: {name}",
        (GO,),
    ),
    "RES-11": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "{name}等 {n} 项与收件不一致，请不予接收，或者当场更正后再核"),
        "{n} fields differ, first: {name}; refuse it, or have it corrected and compare again",
        (GO,),
    ),
    "RES-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "请填写柜位"),
        "Say where it lies",
    ),
    "RES-13": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "委托书没有写明代领 {number}，这一件不能发给代领人"),
        "The authority does not name {number}; this one stays here",
        (GO,),
    ),
    "RES-14": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "柜中没有这个号码或这个人的待领结果，请核对或到查询里看"),
        "No result waits for this number or person; check it, or look the case up",
        (SHOW,),
    ),
    "RES-15": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "该件的结果还没有送到出件窗口，到哪一步请在查询里看"),
        "Its result has not come to this counter; look the case up",
        (SHOW,),
    ),
    "RES-16": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "请把领取人的身份证放在读卡器上，读不了按 {keys[F4]} 手工录入"),
        "Put the receiver's card on the reader, or press {keys[F4]} to type it",
        (GO,),
    ),
    "RES-17": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "请看委托书原件：有效期、代领哪些结果，看过再打勾"),
        "Read the authority itself: valid, and for which results; then tick it",
        (GO,),
    ),
    "RES-18": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有勾选要发放的结果，请用空格勾选"),
        "Nothing is ticked to be handed out; tick it with Space",
        (GO,),
    ),
    "RES-19": ErrorText(
        _STOP,
        QT_TRANSLATE_NOOP("errors", "要先收回：{names}，收到后按数字键打勾"),
        "Take in first: {names}; tick it with its digit",
        (GO,),
    ),
    "RES-20": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "群众还没有在屏上签字，可按 {keys[issue.sign]} 改为纸上签"),
        "Not signed on the screen yet; {keys[issue.sign]} changes to paper",
        (GO,),
    ),
    "RES-21": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "这张交接表还有 {n} 件没有核对，核完再双方签字"),
        "Results of this list not compared: {n}; both sign after that",
        (GO,),
    ),
    "RES-22": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "今天已经催过，或者大厅不发这类短信，请打电话"),
        "Told today already, or the hall sends no such message; make a call",
        (GO,),
    ),
    "RES-23": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有在途的邮件，寄出以后再打寄递清单"),
        "Nothing is in the post; print the list after posting",
        (SHOW,),
    ),
}
