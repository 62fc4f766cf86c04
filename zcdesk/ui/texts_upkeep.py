"""Words about copies of a station, updates, taking everything out, and the pilot."""

from __future__ import annotations

from zcdesk.ui.texts import CHOOSE, RETRY, ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD
_CAUTION = Level.CAUTION
_FAULT = Level.FAULT

TEXTS: dict[str, ErrorText] = {
    "BAK-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有恢复纸，备份换台电脑就打不开：先运行 zcdesk keys paper"),
        "No recovery paper yet, so no other PC could open a copy: run zcdesk keys paper first",
    ),
    "BAK-03": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "磁盘空间不够：要 {need} MB，只有 {free} MB；请换盘或清理"),
        "Not enough room: {need} MB needed, {free} MB free. Use another disk or clear it",
        (RETRY,),
    ),
    "BAK-04": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "备份不完整或被改动（{file}），没有恢复任何内容；请换一份"),
        "The copy is incomplete or altered ({file}); nothing was restored. Use another copy",
        (CHOOSE,),
    ),
    "BAK-05": ErrorText(
        _FAULT,
        QT_TRANSLATE_NOOP("errors", "备份写出后核对不符，已作废；请换一个磁盘再备份"),
        "The copy does not match what was copied and was dropped; use another disk",
        (RETRY,),
    ),
    "BAK-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "备份是更新的版本 {version} 做的，请先把本机更新到该版本"),
        "The copy was made by the newer version {version}; update this PC first",
    ),
    "BAK-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有设置备份到哪里：zcdesk backup set --to 文件夹"),
        "No folder for copies is set: zcdesk backup set --to FOLDER",
    ),
    "BAK-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{folder} 里没有备份，请另选文件夹"),
        "No copy in {folder}; choose another folder",
        (CHOOSE,),
    ),
    "BAK-09": ErrorText(
        _CAUTION,
        QT_TRANSLATE_NOOP("errors", "备份文件夹 {folder} 找不到：请插好 U 盘或连上共享再试"),
        "The folder {folder} is not there: plug the stick in or connect the share",
        (RETRY,),
    ),
    "BAK-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "只有管理员可以做这一步"),
        "Only an administrator may do this",
    ),
}
