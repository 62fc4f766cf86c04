"""What `zcdesk setup` and `zcdesk sync move` print, in the language of the program."""

from __future__ import annotations

from zcdesk.ui.phrases import Phrases
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_MARKED = (
    QT_TRANSLATE_NOOP("setup", "已建立：{data}"),
    QT_TRANSLATE_NOOP("setup", "只采用用公钥 {key}… 签名的更新"),
    QT_TRANSLATE_NOOP("setup", "找到设备 {kind}：{url}"),
    QT_TRANSLATE_NOOP("setup", "没有找到设备 {kind}，请看连线和电源；以后在“设备”页检测"),
    QT_TRANSLATE_NOOP("setup", "没有打印机，未试办。"),
    QT_TRANSLATE_NOOP("setup", "接好后可在“设备”页打印测试页"),
    QT_TRANSLATE_NOOP("setup", "已可使用，但试办的收件通知书没有打印出来：{why}"),
    QT_TRANSLATE_NOOP("setup", "已打印"),
    QT_TRANSLATE_NOOP("setup", "已送打印机，请看有没有出纸"),
    QT_TRANSLATE_NOOP(
        "setup", "试办一件：收件通知书{sure}（标“试运行 不作数”，不计数，不占真实编号）"
    ),
    QT_TRANSLATE_NOOP("setup", "口令："),
    QT_TRANSLATE_NOOP("setup", "本机的记录已全部上报，窗口 {window} 已交出。"),
    QT_TRANSLATE_NOOP("setup", "新电脑的接入码：{code}"),
    QT_TRANSLATE_NOOP(
        "setup",
        "24 小时内在新电脑的首次设置里填服务器地址 {server} 和这个接入码；本机不能再收件。",
    ),
)
_PHRASES = Phrases("setup", _MARKED)


def setup_words(text: str) -> str:
    """Say it, sentence by sentence; paths, names and numbers stay as they are."""
    return _PHRASES.lines(text)
