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
    "UPD-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "还没有认定更新签名的公钥，请管理员先运行 zcdesk update trust"),
        "No publisher's key is trusted yet: an administrator runs zcdesk update trust first",
    ),
    "UPD-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "更新的签名不符，没有采用；请向发布方核实来源"),
        "The update is not signed by the trusted key and was not taken; ask its publisher",
    ),
    "UPD-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "更新包 {file} 不完整或被改动，没有安装；请重新复制"),
        "The package {file} is incomplete or altered and was not installed; copy it again",
    ),
    "UPD-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "更新里没有适合本机（{system}）的安装包，请向发布方索取"),
        "The update has no package for this PC ({system}); ask its publisher",
    ),
    "UPD-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{file} 不是更新清单，请另选文件夹"),
        "{file} is no manifest of an update; choose another folder",
    ),
    "UPD-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{version} 不比本机的 {here} 新，没有安装"),
        "{version} is not newer than {here} here; nothing was installed",
    ),
    "UPD-07": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "更新需要 {need} MB，磁盘只有 {free} MB；请清理后再试"),
        "The update needs {need} MB and the disk has {free} MB; clear it and try again",
    ),
    "UPD-08": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有可以回退的上一版本安装包"),
        "There is no package of the version before to go back to",
    ),
    "UPD-09": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "找不到更新包 {file}：请连上更新文件夹或大厅服务器"),
        "The package {file} is nowhere to be found: connect the folder or the server",
    ),
    "UPD-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有正在推行的更新"),
        "No update is being rolled out",
    ),
    "UPD-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "安装没有成功，已装回原来的版本；请把 {log} 交给信息科"),
        "The installation failed and the version before is back; hand {log} to IT",
    ),
    "UPD-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "数据不能退到第 {version} 版结构"),
        "The data cannot go back to schema {version}",
    ),
    "UPD-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{file} 不是公钥文件"),
        "{file} is no public key",
    ),
    "UPD-14": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "推行日期 {day} 不对：写成 2026-12-01，且不早于今天"),
        "{day} is no day to begin on: write 2026-12-01, today or later",
    ),
    "UPD-15": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "新版本正在整理 {n} 条旧记录，办理照常，列表稍后齐全"),
        "The new version puts {n} old records in order; work goes on, lists fill meanwhile",
    ),
    "UPD-16": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "旧记录已整理完，列表齐全"),
        "The old records are in order; lists are complete",
    ),
    "UPD-18": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "检查没有做完，没有写出诊断包：请再试，或运行 zcdesk doctor"),
        "The look was not finished, no bundle was written; try again or run zcdesk doctor",
    ),
    "UPD-17": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "更新的中转文件夹 {folder} 不能用，请信息科检查后再试"),
        "The folder {folder} for updates cannot be used; have IT look at it",
    ),
    "EXP-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "文件夹 {folder} 里已有内容，请另选一个新的文件夹"),
        "There is something in {folder}; choose a new folder",
    ),
    "EXP-02": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "文件夹 {folder} 写不进去，没有导出；请换一个磁盘"),
        "{folder} cannot be written and nothing was taken out; use another disk",
    ),
    "EXP-03": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "导出的 {file} 缺失或被改动，请重新导出"),
        "{file} of the export is missing or altered; export again",
    ),
    "EXP-04": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "导出之后又有 {n} 条记录，请重新导出后再移除"),
        "Records that came after the export: {n}; export again before removing",
    ),
    "EXP-05": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "还有 {n} 条记录没有送到大厅服务器，请联网后再移除"),
        "Records that have not reached the hall's server: {n}; connect before removing",
    ),
    "EXP-06": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "窗口号不符，没有移除"),
        "That is not the window's number; nothing was removed",
    ),
    "PIL-01": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{file} 不是原系统的登记表，请照 docs/pilot.md 填写"),
        "{file} is no count of the old system; fill it in as docs/pilot.md shows",
    ),
}
