"""Words about the duty manager's page: figures, scopes of windows, closing the day."""

from __future__ import annotations

from zcdesk.ui.texts import RELOAD, RETRY, SHOW, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

TEXTS = {
    "LIV-01": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "表格 {file} 写不下去，请看“文档”文件夹能否写入、磁盘是否已满"),
        "The table {file} cannot be written; see whether Documents can be written to",
        (RETRY,),
    ),
    "LIV-02": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "没有这个数字（{figure}），请刷新后再点"),
        "There is no such figure ({figure}); refresh and try again",
        (RELOAD,),
    ),
    "DAY-01": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "有 {n} 项对不上，请写明原因再日清"),
        "Comparisons that do not agree: {n}; say why, then close the day",
    ),
    "DUT-01": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "还没有选要督办的件，按空格选"),
        "No case is chosen; Space ticks one",
    ),
    "DUT-02": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "答复期限要在现在之后"),
        "The answer must be due later than now",
    ),
    "SCP-07": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "至少勾选一类或加上一个事项，不受理就请暂停窗口"),
        "Tick a category or add a matter; to take nothing, pause the window",
    ),
    "SCP-08": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "定时请写成 13:00 这样，立即生效就留空"),
        "Write a time as 13:00, or leave it empty for now",
    ),
    "SCP-02": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "到期时间要晚于开始时间"),
        "It must end after it begins",
    ),
    "SCP-03": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{who} {time} 刚改过 {w} 号窗口，请看新的范围再决定"),
        "{who} changed window {w} at {time}; look at it again before you decide",
        (RELOAD, SHOW),
    ),
    "SCP-04": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口没有临时范围，不用恢复"),
        "Window {w} has its own scope already",
        (SHOW,),
    ),
    "SCP-05": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口已经受理这一类，不用加开"),
        "Window {w} takes this category already",
        (SHOW,),
    ),
    "SCP-06": ErrorText(
        Level.STOP,
        QT_TRANSLATE_NOOP("errors", "没有“{name}”这个类别，请重新勾选"),
        "There is no category {name}; tick again",
        (SHOW,),
    ),
}
