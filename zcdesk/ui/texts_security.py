"""Words about keys, the recovery paper, PINs and one's own secret."""

from __future__ import annotations

from zcdesk.ui.texts import ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FIELD = Level.FIELD

TEXTS: dict[str, ErrorText] = {
    "SEC-20": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "恢复码有错字，数据未动。请对照恢复纸逐组核对"),
        "The recovery code has a slip; nothing changed. Compare it with the paper group by group",
    ),
    "SEC-21": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这张恢复纸（{mark}）已作废，请用编号 {wanted} 的那张"),
        "This recovery paper ({mark}) is void; take the one numbered {wanted}",
    ),
    "SEC-22": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机和服务器上都没有封存的密钥。请从备份取回数据文件夹"),
        "The sealed key is neither here nor on the server; bring the data folder from a backup",
    ),
    "SEC-23": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "换密钥前要先有恢复纸，数据未动。请运行 zcdesk keys paper"),
        "A recovery paper is needed before the key is changed; run zcdesk keys paper",
    ),
    "SEC-25": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "PIN 不符，还可以试 {left} 次"),
        "The PIN does not match; {left} tries left",
    ),
    "SEC-26": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "现在不能用 PIN，请输入口令"),
        "The PIN cannot be used now; type your password",
    ),
    "SEC-27": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "PIN 要 {digits} 位数字，不能连号、重号或取自工号"),
        "A PIN has {digits} digits, not in a row, not all the same, not from the staff number",
    ),
    "SEC-28": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "新口令和现在的一样，请换一个"),
        "The new password is the old one; choose another",
    ),
    "SEC-29": ErrorText(
        Level.NOTE,
        QT_TRANSLATE_NOOP("errors", "口令已用 {n} 天，请按 {keys[Ctrl+U]} 更换"),
        "Your password is {n} days old; change it with {keys[Ctrl+U]}",
    ),
    "SEC-30": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "这台电脑的 OpenSSL 不含 SM2，请换用带 SM2 的版本"),
        "The OpenSSL of this PC has no SM2; use one that has",
    ),
    "SEC-31": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本厅三员分立：管理员、安全管理员、审计不能由一人兼任"),
        "In this hall administrator, security administrator and auditor are three people",
    ),
    "SEC-32": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "先把管理员、安全管理员、审计分给三个人，再打开三员分立"),
        "Give the three roles to three people first, then separate them",
    ),
    "SEC-33": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本厅三员分立，这一步请安全管理员办理"),
        "In this hall this is the security administrator's to do",
    ),
    "SEC-34": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "恢复纸没有写到 {file}：请换新的文件名或换盘，再做一张"),
        "The recovery paper was not written to {file}: name a new file or disk and make it again",
    ),
    "SEC-35": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "保存期已满，扫描页已随申请人信息销毁，不能再看"),
        "Their time is over: the pages were destroyed with the applicant's data",
    ),
    "SEC-24": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "本机还没有销毁过个人信息，没有可证明的内容"),
        "Nothing was destroyed here yet, so there is nothing to prove",
    ),
    "SEC-36": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有读到口令，未作改动。请在终端里运行，按提示输入"),
        "No secret was read; nothing changed. Run it in a terminal and type it there",
    ),
}
