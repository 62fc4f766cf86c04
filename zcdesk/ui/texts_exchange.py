"""Words about messages, the district platform, licences and online applications."""

from __future__ import annotations

from zcdesk.ui.texts import BY_HAND, RETRY, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_FAULT = Level.FAULT

TEXTS: dict[str, ErrorText] = {
    "EXC-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "连不上“{place}”，窗口照常办理，稍后自动再试"),
        "{place} cannot be reached; work goes on, tried again later",
        (RETRY,),
    ),
    "EXC-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{place}” {seconds} 秒内没有答复，稍后自动再试"),
        "{place} did not answer within {seconds} s; tried again later",
        (RETRY,),
    ),
    "EXC-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{place}”没有接受，答复代码 {status}，请查对接设置"),
        "{place} refused with status {status}; check the settings",
        (RETRY,),
    ),
    "EXC-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{place}”的答复读不懂，未采用，请告诉对方维护单位"),
        "The answer of {place} is unreadable and was not used",
        (RETRY,),
    ),
    "EXC-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "“{place}”要转到别的地址，未发送，请核对地址"),
        "{place} points to another address; nothing was sent there",
        (RETRY,),
    ),
    "EXC-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "对接设置“{file}”有一处要改：{why}"),
        "Settings {file}: {why}",
    ),
    "EXC-07": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "没有名为“{name}”的口令，请用 exchange secret 登记"),
        "No password called {name}; give it with exchange secret",
        (RETRY,),
    ),
    "EXC-08": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "“{place}”的证书不受信任，未发送，请通知信息科"),
        "The certificate of {place} is not trusted; nothing was sent",
        (RETRY,),
    ),
    "EXC-09": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{place}”的答复过大，未采用"),
        "The answer of {place} is too large and was not used",
        (RETRY,),
    ),
    "EXC-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{place}”的地址不对：须 https，不含账号，时限 120 秒以内"),
        "The address of {place} must be https, without a user, at most 120 s",
    ),
    "EXC-11": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "文件“{file}”读不了，请检查文件和权限"),
        "File {file} cannot be read; check it and its rights",
        (RETRY,),
    ),
    "EXC-12": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "对接文件夹写不进去，请检查磁盘和权限"),
        "The exchange folder cannot be written; check disk and rights",
        (RETRY,),
    ),
    "EXC-13": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "事项要报平台，但本机没有设置平台接口或文件夹"),
        "The matter goes to the platform, but this PC has no way there",
        (RETRY,),
    ),
    "EXC-14": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "读不到网上申报表，请检查数据库地址和权限，稍后自动再试"),
        "The table of online applications cannot be read; tried again later",
        (RETRY,),
    ),
    "SEA-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "用印服务没有用印：{why}。请在纸上盖章"),
        "Not sealed: {why}. Stamp the paper",
        (BY_HAND,),
    ),
    "SEA-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机没有设置用印服务，请在纸上盖章"),
        "No seal service is set up here; stamp the paper",
        (BY_HAND,),
    ),
    "LIC-01": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "证照库答复的不是本人，未采用，“{material}”请收纸件"),
        "The answer is about somebody else; take {material} on paper",
        (BY_HAND,),
    ),
    "LIC-02": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "证照库不提供“{material}”：{why}，请收纸件"),
        "The library refuses {material}: {why}; take it on paper",
        (BY_HAND,),
    ),
    "LIC-03": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "证照库里没有“{material}”，请收纸件"),
        "The library has no {material}; take it on paper",
    ),
    "LIC-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "证照库里的“{material}”不在有效期内，请收新证"),
        "{material} is not in force; ask for the new one",
        (BY_HAND,),
    ),
    "LIC-05": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "清单里没有可以从证照库调取的材料"),
        "Nothing on this list can be had from the library",
    ),
    "LIC-06": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "请先读卡或填好申请人姓名和证件号，再查电子证照"),
        "Read the card or enter name and number first",
    ),
    "LIC-07": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "本机没有对接证照库，请收纸件"),
        "No library of licences is set up here; take paper",
    ),
    "LIC-08": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP(
            "errors", "证照库没有答复，请收纸件，或稍后再按 {keys[checklist.licence]}：{why}"
        ),
        "The library did not answer; take paper, or press {keys[checklist.licence]} later: {why}",
        (BY_HAND,),
    ),
    "ONL-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "不是完整的 JSON 申报文件，请重新发送"),
        "No whole JSON application; send it again",
    ),
    "ONL-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{name}”{why}，请改正后重新发送"),
        "{name}: {why}; correct it and send it again",
    ),
    "ONL-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "编号“{number}”已有内容不同的申报，未收"),
        "{number} is here already with other content; not taken",
    ),
    "ONL-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "网上申报“{number}”已在窗口收件"),
        "{number} was taken in at a window already",
    ),
    "ONL-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本厅目录里没有事项“{matter}”，请核对编码"),
        "The hall's catalogue has no matter {matter}",
    ),
    "ONL-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "申报文件超过 {most} MB，请压缩附件后重新发送"),
        "The application is larger than {most} MB",
    ),
    "ONL-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "附件损坏或与摘要、类型不符，请重新发送"),
        "The file is damaged or not what its digest and type say",
    ),
    "ONL-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "申报时间须带时区，且不晚于现在"),
        "The time needs its offset and may not lie ahead",
    ),
    "ONL-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "网上申报“{number}”已经预审过了"),
        "{number} was pre-reviewed already",
    ),
    "ONL-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "预审不通过须写明全部理由"),
        "Say everything that is wrong",
    ),
    "ONL-11": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "网上申报“{number}”还没有通过预审，请稍候"),
        "{number} has not passed its pre-review yet",
    ),
    "ONL-12": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "只有部门审查人员可以预审"),
        "Only the department's officers pre-review",
    ),
    "ONL-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有这个编号的网上申报，请核对后再扫"),
        "No online application has this number",
    ),
    "PLT-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "平台编号格式不对（现有 {n} 位），请核对后再扫"),
        "Not a platform number ({n} characters); scan it again",
    ),
    "PLT-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本厅设定的平台编号格式写错了，请管理员改正"),
        "The hall's form of platform numbers is no form; correct it",
    ),
    "PLT-04": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "平台没有接收，稍后自动再报，也可手工登记"),
        "The platform refused; told again later, or register by hand",
        (BY_HAND,),
    ),
    "PLT-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "平台编号已登记给办件 {number}，请核对"),
        "Case {number} has this platform number; compare",
    ),
    "PLT-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "不是平台的回执文件，格式见 exchange schema"),
        "No answer of the platform; see exchange schema",
    ),
    "PLT-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有这个办件，请核对编号后再登记平台编号"),
        "No such case; check the number before registering",
    ),
    "MSG-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "短信模板“{place}”有一处要改：{why}"),
        "Template {place}: {why}",
    ),
    "MSG-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "短信模板“{place}”不能用“{name}”这一项"),
        "Template {place} may not use {name}",
    ),
    "MSG-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "短信模板“{place}”有 {n} 字，最多 {most} 字"),
        "Template {place} has {n} characters, at most {most}",
    ),
    "MSG-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "短信模板“{place}”缺少“{name}”，没有发送"),
        "Template {place} lacks {name}; not sent",
    ),
    "MSG-05": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "短信“{place}”含有证件号码，没有发送，请改模板"),
        "Message {place} holds an identity number; not sent",
        (RETRY,),
    ),
    "MSG-06": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有电话可发短信，请另行告知"),
        "No number to send to; tell them another way",
        (RETRY,),
    ),
    "MSG-07": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "留的不是手机号，短信发不了，请打电话告知"),
        "Not a mobile number; tell them by telephone",
        (RETRY,),
    ),
    "MSG-08": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "只有没发成的短信可以重发"),
        "Only a failed message can be sent again",
    ),
    "MSG-09": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "短信没有送到对方手机，请打电话告知"),
        "The message did not arrive; tell them by telephone",
        (RETRY,),
    ),
    "MSG-10": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "没有“{kind}”的短信模板，请补上"),
        "No template for {kind}",
        (RETRY,),
    ),
    "MSG-11": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "短信网关没有接收，请核对号码或与网关联系"),
        "The gateway did not take the message",
        (RETRY,),
    ),
    "MSG-12": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "短信设备正忙，稍后自动再试"),
        "The modem is busy; tried again later",
        (RETRY,),
    ),
    "MSG-13": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "短信设备没有信号，请检查天线和卡，稍后自动再试"),
        "The modem has no network; check aerial and card",
        (RETRY,),
    ),
    "MSG-14": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "短信设备没有可用的卡，请检查插卡和卡密码"),
        "The modem has no usable card; check it and its PIN",
        (RETRY,),
    ),
    "MSG-15": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这条短信已经发出或已处理，请刷新"),
        "This message was sent or settled already; refresh",
    ),
}
