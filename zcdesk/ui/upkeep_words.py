"""What the commands that keep a station going print and ask, in the language of the program."""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("upkeep", "口令："),
    QT_TRANSLATE_NOOP("upkeep", "恢复码："),
    QT_TRANSLATE_NOOP("upkeep", "无"),
    QT_TRANSLATE_NOOP("upkeep", "已销毁 {n} 份到期的个人信息记录。"),
    QT_TRANSLATE_NOOP("upkeep", "{day} 的销毁证明：{file}"),
    # backup
    QT_TRANSLATE_NOOP("upkeep", "每天下班时自动备份到 {folder}。"),
    QT_TRANSLATE_NOOP("upkeep", "这个文件夹里没有备份。"),
    QT_TRANSLATE_NOOP("upkeep", "备份完好：{copy}"),
    QT_TRANSLATE_NOOP("upkeep", "备份完成并已核对：{copy}，次序到 {position}。"),
    QT_TRANSLATE_NOOP("upkeep", "{window} 号窗口  次序到 {position}  {n} 个附件  v{version}"),
    QT_TRANSLATE_NOOP(
        "upkeep", "{file}  {window} 号窗口  次序到 {position}  {n} 个附件  v{version}"
    ),
    QT_TRANSLATE_NOOP("upkeep", "已恢复 {window} 号窗口 {at} 的备份，次序到 {position}。"),
    QT_TRANSLATE_NOOP("upkeep", "原有数据移到 {folder}，没有删除。"),
    QT_TRANSLATE_NOOP("upkeep", "备份之后本机的 {n} 条记录已从大厅服务器取回。"),
    QT_TRANSLATE_NOOP("upkeep", "备份之后本机还写过 {n} 条记录，备份里没有。"),
    QT_TRANSLATE_NOOP("upkeep", "备份之后写过多少条记录无从知道。"),
    QT_TRANSLATE_NOOP("upkeep", "备份里最后的编号：{numbers}。"),
    QT_TRANSLATE_NOOP("upkeep", "此后发出的回执请按纸质件补录。"),
    QT_TRANSLATE_NOOP("upkeep", "今后使用新的编号段，不会与已发出的编号重复。"),
    # keys
    QT_TRANSLATE_NOOP("upkeep", "密钥已取回，数据可以打开。"),
    QT_TRANSLATE_NOOP("upkeep", "恢复纸请放回保险柜。"),
    QT_TRANSLATE_NOOP("upkeep", "还没有恢复纸：密钥一旦丢失，本机数据就打不开了。"),
    QT_TRANSLATE_NOOP("upkeep", "请运行 zcdesk keys paper。"),
    QT_TRANSLATE_NOOP("upkeep", "恢复纸 {mark} 还打不开本机：请启动一次综窗台。"),
    QT_TRANSLATE_NOOP("upkeep", "恢复纸 {mark}（{day} 制作）可以打开本机数据。"),
    QT_TRANSLATE_NOOP("upkeep", "已写出 {file}：打印两份后立即删除此文件，纸存保险柜。"),
    QT_TRANSLATE_NOOP("upkeep", "旧纸已作废。"),
    QT_TRANSLATE_NOOP("upkeep", "数据已换用新密钥，{n} 份扫描件已重新加密；恢复纸不变。"),
    QT_TRANSLATE_NOOP("upkeep", "SM4-GCM 与 SM3"),
    QT_TRANSLATE_NOOP(
        "upkeep", "今后的个人信息、扫描件和密码都用 {algorithm} 加密；以前的仍可读。"
    ),
    # export and remove
    QT_TRANSLATE_NOOP(
        "upkeep",
        "已导出到 {folder}：办理记录 {acts} 条、个人信息 {persons} 份、扫描件 {pages} 页、"
        "文书 {papers} 张。",
    ),
    QT_TRANSLATE_NOOP("upkeep", "内容没有加密，请妥善保管；格式见其中的 README.md。"),
    QT_TRANSLATE_NOOP("upkeep", "将删除 {window} 号窗口在本机的全部数据和密钥。"),
    QT_TRANSLATE_NOOP("upkeep", "请输入窗口号确认："),
    QT_TRANSLATE_NOOP(
        "upkeep", "{window} 号窗口已从本机移除；程序用 apt remove zcdesk（或 Windows 的卸载）移除。"
    ),
    QT_TRANSLATE_NOOP("upkeep", "没有动：{what}"),
    # pilot
    QT_TRANSLATE_NOOP("upkeep", "下次开机起跟随现有叫号系统：{feed}。"),
    QT_TRANSLATE_NOOP("upkeep", "不再跟随现有叫号系统。"),
    QT_TRANSLATE_NOOP("upkeep", "已写到 {file}.pdf 和 .xlsx。"),
    # update
    QT_TRANSLATE_NOOP("upkeep", "更新包从 {folder} 取。"),
    QT_TRANSLATE_NOOP("upkeep", "今后只采用用公钥 {key}… 签名的更新。"),
    QT_TRANSLATE_NOOP("upkeep", "全部工作站"),
    QT_TRANSLATE_NOOP("upkeep", "今天"),
    QT_TRANSLATE_NOOP("upkeep", "{version} 自 {day} 起在 {stations} 下班时更新。"),
    QT_TRANSLATE_NOOP("upkeep", "{version} 不再推行，已更新的不变。"),
    QT_TRANSLATE_NOOP("upkeep", "数据已可由结构第 {n} 版的程序打开，没有删去任何记录。"),
    QT_TRANSLATE_NOOP("upkeep", "请以 root 运行 zcdesk update previous 装回上一版本。"),
    QT_TRANSLATE_NOOP("upkeep", "本机 {station}：{version}"),
    QT_TRANSLATE_NOOP("upkeep", "认定的公钥：{key}"),
    QT_TRANSLATE_NOOP("upkeep", "推行 {version}：{day} 起 {stations}"),
    QT_TRANSLATE_NOOP("upkeep", "推行 {version}：{day} 起 {stations}，其余 {later}"),
    QT_TRANSLATE_NOOP("upkeep", "其余 {later}"),
    QT_TRANSLATE_NOOP("upkeep", "待定"),
    QT_TRANSLATE_NOOP("upkeep", "全部"),
    QT_TRANSLATE_NOOP("upkeep", "未知"),
    QT_TRANSLATE_NOOP("upkeep", "{station}：{version}"),
    QT_TRANSLATE_NOOP("upkeep", "{station}：{version}，{refused} 没有装上（{code}）"),
    QT_TRANSLATE_NOOP("upkeep", "{version} 没有装上（{code}）"),
    QT_TRANSLATE_NOOP("upkeep", "已请求安装 {version}。"),
    QT_TRANSLATE_NOOP("upkeep", "没有要装的更新。"),
    QT_TRANSLATE_NOOP("upkeep", "{version} 没有装上（{code}），原来的版本照常。"),
    QT_TRANSLATE_NOOP("upkeep", "已装 {version}。"),
    QT_TRANSLATE_NOOP("upkeep", "已装回 {version}。"),
    QT_TRANSLATE_NOOP("upkeep", "已留存 {version} 的安装包，可供回退。"),
    QT_TRANSLATE_NOOP("upkeep", "本机只安装用公钥 {key}… 签名的更新。"),
)
_PHRASES = Phrases("upkeep", _MARKED)


def upkeep_words(text: str) -> str:
    """Say it, sentence by sentence; paths, names and numbers stay as they are."""
    return _PHRASES.lines(text)
