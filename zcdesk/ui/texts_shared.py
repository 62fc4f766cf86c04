"""Words about the shared database, drivers and card readers that joined later."""

from __future__ import annotations

from zcdesk.ui.texts import BY_HAND, RETRY, ErrorText, Level
from zcdesk.ui.texts_system import CLOCK
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_FAULT = Level.FAULT

TEXTS: dict[str, ErrorText] = {
    "NET-46": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "还有 {count} 件在办或挂起，请先办完再迁移窗口"),
        "Visits open or parked: {count}; finish them before the window moves",
    ),
    "NET-47": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "还有 {count} 条记录没有上报，窗口没有迁移"),
        "Records not sent yet: {count}; the window did not move",
    ),
    "NET-48": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机的窗口已迁到另一台电脑，请到新电脑办理"),
        "This PC's window went to another PC; work there",
    ),
    "NET-54": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机用密码登录，先换证书：server certify、sync login"),
        "This PC has a password: first a certificate, by server certify and sync login",
    ),
    "NET-56": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这不是本机（{mine}）的证书登录文件，没有换。请要本机的"),
        "That is no login by certificate for this PC ({mine}); nothing changed. Ask for its own",
    ),
    "SET-12": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有可在窗口收件的事项，请先导入事项目录"),
        "No matter can be taken in at a window; import a catalogue first",
    ),
    "SET-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "字号只有 1、1.25、1.5，现为 {given}"),
        "The size is 1, 1.25 or 1.5, not {given}",
    ),
    "SET-14": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有“{kind}”这种设备，名称见设备接线说明"),
        "There is no device “{kind}”; the names are in the guide to devices",
    ),
    "SET-15": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "加入大厅请写 login，或者写 server 和 code"),
        "To join a hall give login, or server and code",
    ),
    "SET-16": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{file}”有 {count} 处要改，请用 catalogue lint 查看"),
        "Findings in {file}: {count}; zcdesk catalogue lint shows them",
    ),
    "NET-50": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "已停止加入，本机没有留下任何内容，可以重新开始"),
        "Joining was stopped; nothing is left here, begin again at any time",
    ),
    "NET-52": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{role}”没有停用，它会自己发送；停用后才能代收"),
        "{role} is not shut out and sends by itself; shut it out first",
    ),
    "NET-53": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{file}”不是未同步记录的文件，请在那台电脑上重新导出"),
        "“{file}” holds no unsent records; write it again on that PC",
    ),
    "NET-55": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "第 {number} 条记录被改动过，没有迁移；请用 verify 查看"),
        "Record {number} was altered: the hall did not move; see zcdesk verify",
    ),
    "NET-51": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "上次的首次设置没有做完，请重新填写"),
        "The first setup was not finished; fill it in again",
    ),
    "SET-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "编号“{number}”重复，请改成不同的编号"),
        "“{number}” is used twice; choose another number",
    ),
    "IDC-27": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "读卡器未授权，可手工录入，请通知信息科"),
        "The reader is not authorised; enter by hand",
        (BY_HAND,),
    ),
    "IDC-28": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "证件芯片内容读不懂，可手工录入"),
        "The card's content is unreadable; enter by hand",
        (BY_HAND,),
    ),
    "IDC-29": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "读卡器不认这张证件，可手工录入"),
        "The reader refuses this card; enter by hand",
        (BY_HAND,),
    ),
    "DEV-10": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{device}”没有接受指令，请检查型号和地址"),
        "{device} refused the command; check model and address",
        (RETRY,),
    ),
    "DEV-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "设备文件“{file}”第 {line} 行 {place}：{why}"),
        "Profile {file}, line {line}, {place}: {why}",
    ),
    "DEV-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "设备文件“{file}”第 {line} 行自检不符：{why}"),
        "Profile {file}, line {line}: self-test fails: {why}",
    ),
    "DEV-14": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "“{device}”正忙，这次没有显示，请稍后再试"),
        "{device} is busy and did not show it; try again later",
        (RETRY,),
    ),
    "DEV-19": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这段文字设备显示不了：{why}"),
        "The device cannot show this text: {why}",
    ),
    "SYS-27": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机记录与大厅已有的不同，已另起编号重新上报，可继续办理"),
        "This PC's records differ from the hall's; sent again under new numbers",
        (RETRY,),
    ),
    "SYS-28": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机编号段已用完，联网后自动领取"),
        "No number codes left here; fetched once online",
        (RETRY,),
    ),
    "SYS-29": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "未联网，只能叫本窗口已领的号"),
        "Offline: only numbers held by this window",
        (RETRY,),
    ),
    "SYS-40": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "登记号由大厅服务器统一编排，联网后再归档"),
        "Register numbers come from the hall's server; archive once online",
        (RETRY,),
    ),
    "SYS-41": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "程序正在退出，未完成的同步下次接着做"),
        "The program is closing; syncing goes on next time",
    ),
    "SYS-42": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机有记录大厅不能收，已留在本机待人看；其余照常上报"),
        "A record the hall cannot take stays here to be looked at; the rest is sent",
        (RETRY,),
    ),
    "SYS-43": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这条记录超过 {limit} KB，未保存。请减少内容或分几次办理"),
        "This record is over {limit} KB and was not saved; shorten it or split it",
    ),
    "NET-40": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "本机时钟比服务器{way} {n} 分钟，请校时；办理照常，记录已注明"),
        "This PC's clock is {n} minutes {way} of the server; set it. Work goes on and is marked",
        (CLOCK,),
    ),
    "NET-41": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP(
            "errors", "未联网，本窗口没有可叫的号。可选“无号直接办理”，编号 {no}001 起"
        ),
        "Offline, no number held here. Serve without one ({no}001 on); the record says so",
        (RETRY,),
    ),
    "NET-42": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "服务器不认本机的登录（口令有误或过期），请重新登记"),
        "The server refuses this PC's login (wrong or expired); enrol again. Work goes on",
        (RETRY,),
    ),
    "NET-43": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "对方不是大厅的服务器或证书已失效，未发出数据"),
        "Not the hall's server, or a certificate is no longer good; nothing was sent. Work goes on",
        (RETRY,),
    ),
    "NET-44": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "服务器与本程序版本不一致，请升级服务器；办理照常"),
        "The server and this program differ in version; upgrade the server. Work goes on",
        (RETRY,),
    ),
    "NET-06": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "上报的记录中间有缺，服务器未收，已保存在本机"),
        "A gap in what was sent; kept here",
        (RETRY,),
    ),
    "NET-07": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "记录属于别的大厅，服务器未收，已保存在本机"),
        "Records of another hall; kept here",
        (RETRY,),
    ),
    "NET-08": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "一条记录过大，服务器未收，已保存在本机"),
        "A record is too large; kept here",
        (RETRY,),
    ),
    "NET-09": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "收到的记录校验不符，未采用，请通知信息科"),
        "Received records do not verify; not used",
        (RETRY,),
    ),
    "NET-10": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "这个数据库不是本系统的大厅库，未作改动"),
        "That database is no hall of ours; nothing changed",
        (RETRY,),
    ),
    "NET-11": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "服务器数据库版本过旧，请先升级服务器"),
        "The server's database is too old; upgrade it first",
        (RETRY,),
    ),
    "NET-12": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "内置数据库不能以 root 运行，请换普通用户"),
        "The embedded server refuses to run as root",
        (RETRY,),
    ),
    "NET-13": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "内置数据库没有启动，请查看服务器日志"),
        "The embedded server did not start; see its log",
        (RETRY,),
    ),
    "NET-14": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有名为“{role}”的工作站"),
        "No station called {role}",
    ),
    "NET-15": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "服务器上没有大厅“{hall}”"),
        "No hall {hall} on the server",
    ),
    "NET-16": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "名称“{role}”已用或不合要求，请换一个"),
        "“{role}” is taken or not allowed",
    ),
    "NET-17": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "连上的是旧服务器，未上报，请通知信息科"),
        "An older server answered; nothing was sent",
        (RETRY,),
    ),
    "NET-18": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "服务器不认识本机，本机继续办理，请登记工作站"),
        "The server does not know this station",
        (RETRY,),
    ),
    "NET-19": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机已被停用，记录仍在本机，请通知信息科"),
        "This station was revoked; records stay here",
        (RETRY,),
    ),
    "NET-20": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "连不上服务器，本机继续办理，联网后自动上报"),
        "Server out of reach; work goes on here",
        (RETRY,),
    ),
    "NET-21": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机没有服务器登录文件“{file}”，请重新登记"),
        "No login file {file}; enrol this station again",
        (RETRY,),
    ),
    "NET-22": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "本机已加入服务器，无需再迁移"),
        "This PC has joined a server already",
    ),
    "NET-23": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "服务器上的大厅“{hall}”与本机不同，未迁移"),
        "The server's hall {hall} differs; nothing moved",
        (RETRY,),
    ),
    "NET-24": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "目标数据库不是空的，未恢复"),
        "The target database is not empty; nothing restored",
        (RETRY,),
    ),
    "NET-25": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "备份文件“{file}”已损坏，未恢复"),
        "Backup file {file} is damaged; nothing restored",
        (RETRY,),
    ),
    "NET-30": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码不对，请向管理员核对"),
        "The code is wrong; check it with the administrator",
    ),
    "NET-31": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码已过期，请管理员重新生成"),
        "The code is too old; ask the administrator for a new one",
    ),
    "NET-32": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码已用于另一台电脑，请管理员重新生成"),
        "Another PC used this code; ask the administrator for a new one",
    ),
    "NET-33": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码输错次数过多已锁定，请管理员重新生成"),
        "The code was tried too often and is locked; ask the administrator for a new one",
    ),
    "NET-34": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码是 20 位字母和数字，请核对"),
        "A code has 20 letters and digits; check it",
    ),
    "NET-35": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{server}”不是服务器地址，例如 10.0.0.5 或 db.example:5480"),
        "“{server}” is no server's address, such as 10.0.0.5 or db.example:5480",
    ),
    "NET-36": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "接入码不是服务器“{server}”的，请核对地址和接入码"),
        "This code is not of the server {server}; check both",
    ),
    "NET-37": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "文件夹“{folder}”里缺证书密钥，或端口已被占用"),
        "{folder} lacks the keys of the certificates, or the port is in use",
    ),
    "NET-38": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{server}”没有应答，请管理员运行 zcdesk server admit"),
        "The server {server} does not answer as it should; have zcdesk server admit run there",
    ),
    "NET-27": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "本机程序太旧，已停止接收；已送出的不丢，请联系信息科更新"),
        "This program is too old and receives no more; what was sent is safe. Update it",
        (RETRY,),
    ),
    "NET-26": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{text}”不是日期，请写成 2027-01-31 的样子"),
        "“{text}” is no date; write it like 2027-01-31",
    ),
}
