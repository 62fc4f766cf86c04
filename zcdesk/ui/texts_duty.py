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
    "WIN-10": ErrorText(
        Level.FIELD,
        QT_TRANSLATE_NOOP("errors", "到期时间要晚于开始时间"),
        "It must end after it begins",
    ),
    "WIN-11": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{who} {time} 刚改过 {w} 号窗口，请看新的范围再决定"),
        "{who} changed window {w} at {time}; look at it again before you decide",
        (RELOAD, SHOW),
    ),
    "WIN-12": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口没有临时范围，不用恢复"),
        "Window {w} has its own scope already",
        (SHOW,),
    ),
    "WIN-05": ErrorText(
        Level.CAUTION,
        QT_TRANSLATE_NOOP("errors", "{w} 号窗口已经受理这一类，不用加开"),
        "Window {w} takes this category already",
        (SHOW,),
    ),
    "WIN-06": ErrorText(
        Level.STOP,
        QT_TRANSLATE_NOOP("errors", "没有“{name}”这个类别，请重新勾选"),
        "There is no category {name}; tick again",
        (SHOW,),
    ),
}
