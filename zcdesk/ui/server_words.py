"""What `zcdesk server` and `zcdesk sync` print, in the language of the program."""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.probe_words import PROBED
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("server", "无"),
    QT_TRANSLATE_NOOP("server", "服务器已就绪（结构版本 {version}），大厅 {hall}。"),
    QT_TRANSLATE_NOOP("server", "结构版本 {before} → {after}。"),
    QT_TRANSLATE_NOOP("server", "{package} 已放到服务器，{hall} 的工作站可以取。"),
    QT_TRANSLATE_NOOP("server", "{hall} 的窗口至少须为第 {n} 版协议；更旧的只送不取。"),
    QT_TRANSLATE_NOOP("server", "已登记 {station}；登录文件 {file}，请只交给该机。"),
    QT_TRANSLATE_NOOP("server", "证书在 {folder}；authority.key 请离线保管。"),
    QT_TRANSLATE_NOOP("server", "{hall} 的第 {n} 纪元已开始。"),
    QT_TRANSLATE_NOOP("server", "全大厅"),
    QT_TRANSLATE_NOOP("server", "{station} 现可取得：{whose}；缺的内容随后几轮同步补齐。"),
    QT_TRANSLATE_NOOP("server", "{station} 已停用，其连接已断开。"),
    QT_TRANSLATE_NOOP("server", "已备份 {halls}。"),
    QT_TRANSLATE_NOOP("server", "已恢复 {halls}，新的纪元已开始。"),
    QT_TRANSLATE_NOOP("server", "{hall} 到 {position}"),
    QT_TRANSLATE_NOOP("server", "{hall} 到 {position}、{others}"),
    QT_TRANSLATE_NOOP("server", "空库"),
    QT_TRANSLATE_NOOP("server", "大厅 {hall} 已迁到服务器，次序到 {position}。"),
    QT_TRANSLATE_NOOP("server", "有 {n} 条内容过大，服务器不收，只留在本机，请勿删除本机数据。"),
    QT_TRANSLATE_NOOP(
        "server",
        "{hall}：次序 {position}，纪元 {epoch}，站点 {stations}（停用 {revoked}），"
        "待人查看 {kept}，候办 {waiting}",
    ),
    QT_TRANSLATE_NOOP(
        "server",
        "{hall}：次序 {position}，纪元 {epoch}，站点 {stations}（停用 {revoked}），"
        "待人查看 {kept}，候办 {waiting}，未封存扫描页 {unsealed}",
    ),
    QT_TRANSLATE_NOOP("server", "未封存扫描页 {unsealed}"),
    QT_TRANSLATE_NOOP("server", "{hall} {clerk} 在 {station} 有 {n} 条未核实，最早次序 {position}"),
    QT_TRANSLATE_NOOP("server", "没有大厅。"),
    QT_TRANSLATE_NOOP("server", "{file}：管理口令；端口 {port}"),
    QT_TRANSLATE_NOOP("server", "服务器已停止。"),
    # sync
    QT_TRANSLATE_NOOP("server", "{n} 条未同步记录写入 {file}。"),
    QT_TRANSLATE_NOOP("server", "已加入 {hall}，取得 {n} 条办理记录。"),
    QT_TRANSLATE_NOOP("server", "其余 {n} 条开机后自动取得，现在即可办理。"),
    QT_TRANSLATE_NOOP("server", "次序 {position}，纪元 {epoch}，待同步 {n} 件"),
    QT_TRANSLATE_NOOP("server", "次序 {position}，纪元 {epoch}，待同步 {n} 件，最早 {at}"),
    QT_TRANSLATE_NOOP("server", "最早 {at}"),
    QT_TRANSLATE_NOOP("server", "备用编号代码 {n} 个，登录未核实 {logins} 次"),
    QT_TRANSLATE_NOOP("server", "服务器次序 {position}，纪元 {epoch}，时钟差 {offset} 秒"),
    QT_TRANSLATE_NOOP("server", "本机时钟与服务器相差过大，请校时"),
    QT_TRANSLATE_NOOP("server", "服务器联系不上（{code}），本机照常办理"),
    # signatures, logins, deletion
    QT_TRANSLATE_NOOP("server", "{clerk} 可登录的工作站：{stations}。"),
    QT_TRANSLATE_NOOP("server", "{hall} 的 {kind} 自 {day} 起保存 {n} 天。"),
    QT_TRANSLATE_NOOP("server", "已销毁 {n} 份个人信息记录的密钥，备份密钥文件已重写。"),
    QT_TRANSLATE_NOOP("server", "销毁证明：{file}"),
    QT_TRANSLATE_NOOP("server", "服务器上的次序全部完好。"),
    QT_TRANSLATE_NOOP("server", "发现 {n} 处问题。"),
    QT_TRANSLATE_NOOP("server", "{hall} 次序 {position}：服务器与本机副本不同"),
    QT_TRANSLATE_NOOP("server", "{named}：{found}"),
    QT_TRANSLATE_NOOP("server", "次序 {n}"),
    QT_TRANSLATE_NOOP("server", "实例 {origin} 第 {n} 条"),
    QT_TRANSLATE_NOOP("server", "已签 {heads} 个次序头、{n} 个班次，拒签 {refused} 个班次。"),
    QT_TRANSLATE_NOOP("server", "公钥 {key}"),
    # new PCs, late records, certificates
    QT_TRANSLATE_NOOP("server", "{station} 的接入码：{code}"),
    QT_TRANSLATE_NOOP("server", "{n} 分钟内有效，只能用一次。"),
    QT_TRANSLATE_NOOP("server", "正在 {port} 端口接收新电脑，装完请结束本命令。"),
    QT_TRANSLATE_NOOP("server", "已停止接收新电脑。"),
    QT_TRANSLATE_NOOP("server", "{station}：已排入次序 {n} 条（标为待人查看）。"),
    QT_TRANSLATE_NOOP("server", "另存待人决定 {n} 条；查看后用 --accept 采用。"),
    QT_TRANSLATE_NOOP(
        "server",
        "{station} 的证书登录文件：{file}，请只交给该机，在该机运行 zcdesk sync login --login "
        "{name}；在那以前原密码照旧。",
    ),
    QT_TRANSLATE_NOOP("server", "{station} 今后用证书登录，密码已作废。"),
    QT_TRANSLATE_NOOP("server", "登录文件请删去。"),
)
_PHRASES = Phrases("server", (*_MARKED, *PROBED), "doctor")


def server_words(text: str) -> str:
    """Say it, sentence by sentence; paths, names and numbers stay as they are."""
    return _PHRASES.lines(text)
