"""What the commands of devices print for people, in the language of the program."""

from __future__ import annotations

from zcdesk.ui.device_words import device_words
from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("device-commands", "型号："),
    QT_TRANSLATE_NOOP("device-commands", "串口："),
    QT_TRANSLATE_NOOP("device-commands", "没有串口"),
    QT_TRANSLATE_NOOP("device-commands", "{port}  正被 {holder} 使用"),
    QT_TRANSLATE_NOOP("device-commands", "{port}  型号 {model}"),
    QT_TRANSLATE_NOOP("device-commands", "{port}  {title}  {url}"),
    QT_TRANSLATE_NOOP("device-commands", "{model}  {kind}  {title}  {baud}"),
    QT_TRANSLATE_NOOP("device-commands", "{x}（试验）"),
    QT_TRANSLATE_NOOP("device-commands", "请把任意证件放在读卡器上……"),
    QT_TRANSLATE_NOOP("device-commands", "没有读到证件"),
    QT_TRANSLATE_NOOP("device-commands", "请在呼叫器上按任意一个键"),
    QT_TRANSLATE_NOOP("device-commands", "收到：{n} 号呼叫器 {key}"),
    QT_TRANSLATE_NOOP("device-commands", "{n} 号呼叫器没有回应"),
    QT_TRANSLATE_NOOP("device-commands", "请扫任意一个码"),
    QT_TRANSLATE_NOOP("device-commands", "收到：{code}"),
    QT_TRANSLATE_NOOP("device-commands", "没有收到扫码"),
    QT_TRANSLATE_NOOP("device-commands", "请听：A零零零号到一号窗口"),
    QT_TRANSLATE_NOOP("device-commands", "请看屏：应显示 {number} 到 1 号窗口"),
    QT_TRANSLATE_NOOP("device-commands", "请按评价器上任意一个键"),
    QT_TRANSLATE_NOOP("device-commands", "收到：{n} 星"),
    QT_TRANSLATE_NOOP("device-commands", "没有人按键"),
    QT_TRANSLATE_NOOP("device-commands", "读到：{who}"),
    QT_TRANSLATE_NOOP("device-commands", "选项不对：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "选项不对：{options}（{why}）"),
    QT_TRANSLATE_NOOP("device-commands", "那里已有别的文件，不会覆盖，请换一个路径"),
    QT_TRANSLATE_NOOP("device-commands", "没有这个文件夹"),
    QT_TRANSLATE_NOOP("device-commands", "没有权限"),
    QT_TRANSLATE_NOOP("device-commands", "那里不能写"),
    QT_TRANSLATE_NOOP("device-commands", "这个端口已被占用，请换一个"),
    QT_TRANSLATE_NOOP("device-commands", "不是本机的地址"),
    QT_TRANSLATE_NOOP("device-commands", "没有这个主机名"),
    QT_TRANSLATE_NOOP("device-commands", "读卡记录含个人信息，要记录须加 --reveal"),
    QT_TRANSLATE_NOOP("device-commands", "请用 --pty 路径 或 --tcp 主机:端口 指明接在哪里"),
    QT_TRANSLATE_NOOP("device-commands", "--pty 和 --tcp 只能选一个"),
    QT_TRANSLATE_NOOP("device-commands", "--tcp 应为 主机:端口，现为“{x}”"),
    QT_TRANSLATE_NOOP("device-commands", "没有故障“{x}”，应为 名 或 名=数，可用：{known}"),
    QT_TRANSLATE_NOOP("device-commands", "不能接在 {place}：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "Windows 没有伪终端，请用 --tcp"),
    QT_TRANSLATE_NOOP("device-commands", "好"),
    QT_TRANSLATE_NOOP(
        "device-commands",
        "可用：press 地址 键 [号]、card 名、scan 码、stars 键、say 字节、fault 名…、pull",
    ),
    QT_TRANSLATE_NOOP("device-commands", "没有这个呼叫器或按键"),
    QT_TRANSLATE_NOOP("device-commands", "故障：{known}"),
    QT_TRANSLATE_NOOP("device-commands", "没有型号“{x}”，可用：{known}"),
    QT_TRANSLATE_NOOP("device-commands", "没有写明型号，可用：{known}"),
    QT_TRANSLATE_NOOP("device-commands", "{name} 应在 {least} 至 {most} 之间，现为 {n}"),
    QT_TRANSLATE_NOOP("device-commands", "没有选项“{x}”，可用：{known}"),
    QT_TRANSLATE_NOOP("device-commands", "选项“{x}”应写成 名=值"),
    QT_TRANSLATE_NOOP("device-commands", "{name} 的值“{x}”不是数字"),
    QT_TRANSLATE_NOOP("device-commands", "{model} 不接收文字，没有可编码的内容"),
    QT_TRANSLATE_NOOP("device-commands", "没有文字，请用 --text 写明要说或要显示的内容"),
    QT_TRANSLATE_NOOP("device-commands", "“{x}”不能用，已用“{y}”代替"),
    QT_TRANSLATE_NOOP("device-commands", "{name} 应为 {known}，现为“{x}”"),
    QT_TRANSLATE_NOOP("device-commands", "{chip} 没有背景音乐，music 只能为 0"),
    QT_TRANSLATE_NOOP("device-commands", "内容放不下：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "reply 应为 yes 或 no，现为“{x}”"),
    QT_TRANSLATE_NOOP("device-commands", "font 应如 O010：语种、编码、字体、字号"),
    QT_TRANSLATE_NOOP("device-commands", "window 应为窗口号，现为“{x}”"),
    QT_TRANSLATE_NOOP("device-commands", "{frame} 帧里没有 {x}；有它的帧：{known}（frame=名）"),
    QT_TRANSLATE_NOOP("device-commands", "{model} 的帧里没有一个字节的校验，不能换"),
    QT_TRANSLATE_NOOP("device-commands", "没有找到 {model} 的完整帧"),
    QT_TRANSLATE_NOOP("device-commands", "这一帧没有证件内容：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "读不懂这些字节：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "不是一帧完整的读卡数据：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "证件内容认不出：{why}"),
    QT_TRANSLATE_NOOP("device-commands", "不认识类型为“{x}”的证件"),
    QT_TRANSLATE_NOOP("device-commands", "文字应为 {a} 字节，现有 {b} 字节"),
    QT_TRANSLATE_NOOP("device-commands", "{at} < {n} 字节"),
    QT_TRANSLATE_NOOP("device-commands", "{at} > {n} 字节"),
    QT_TRANSLATE_NOOP("device-commands", "没有找到帧头 AA AA AA 96 69"),
    QT_TRANSLATE_NOOP("device-commands", "长度字段不对"),
    QT_TRANSLATE_NOOP("device-commands", "数据不完整，后面缺字节"),
    QT_TRANSLATE_NOOP("device-commands", "校验码不符"),
    QT_TRANSLATE_NOOP("device-commands", "帧里的文字和照片长度与数据不符"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器收到的校验码不符"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器收到的长度不符"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器不认识这个命令"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器报告未知错误"),
    QT_TRANSLATE_NOOP("device-commands", "证件不认读卡器"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器不认证件"),
    QT_TRANSLATE_NOOP("device-commands", "证件数据校验不符"),
    QT_TRANSLATE_NOOP("device-commands", "不是可以读的证件"),
    QT_TRANSLATE_NOOP("device-commands", "读证件失败"),
    QT_TRANSLATE_NOOP("device-commands", "取随机数失败"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器自检失败"),
    QT_TRANSLATE_NOOP("device-commands", "读卡器未经授权"),
    QT_TRANSLATE_NOOP("device-commands", "没有找到证件"),
    QT_TRANSLATE_NOOP("device-commands", "选证件失败"),
    QT_TRANSLATE_NOOP("device-commands", "证件里没有这项内容"),
    QT_TRANSLATE_NOOP("device-commands", "状态 {x}"),
)


class _Printed(Phrases):
    """Knows the words of devices too."""

    def say(self, text: str) -> str:
        """Say a sentence, and what it was filled with."""
        said = super().say(text)
        return device_words(text) if said == text else said


_PHRASES = _Printed("device-commands", _MARKED)


def device_command_words(text: str) -> str:
    """Say it in the language of the program."""
    return _PHRASES.say(text)
