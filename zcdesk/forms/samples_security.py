"""Samples of the papers of security: a proof of erasure and a recovery sheet of no real hall."""

from __future__ import annotations

import hashlib

from zcdesk.domain.papers_report import ErasurePaper, RecoveryPaper, ReportTable
from zcdesk.forms.samples_people import head


def erasure() -> ErasurePaper:
    return ErasurePaper(
        head=head("2026-11-24", ""),
        name="2026年11月24日销毁",
        scope="本机",
        digest=f"sha256:{hashlib.sha256(b'erasure').hexdigest()}",
        tables=(
            ReportTable(
                title="一、销毁数量",
                columns=("种类", "数量"),
                rows=(("个人信息记录", "2"), ("扫描页", "3"), ("打印内容", "4"), ("草稿", "0")),
            ),
            ReportTable(
                title="二、销毁的记录（编号摘要）",
                columns=("序号", "摘要"),
                rows=(("1", "5d41402abc4b2a76b9719d91"), ("2", "7d793037a0760186574b0282")),
            ),
        ),
    )


def recovery() -> RecoveryPaper:
    letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    code = (letters + letters[:24])[:56]
    return RecoveryPaper(
        head=head("0123-ABCD", ""),
        name="恢复码",
        scope="全大厅各工作站",
        tables=(
            ReportTable(
                title="恢复码（14 组，每组 4 位）",
                columns=("行", "第一组", "第二组", "第三组", "第四组"),
                rows=tuple(
                    (
                        str(row + 1),
                        *(code[n : n + 4] or "—" for n in range(row * 16, row * 16 + 16, 4)),
                    )
                    for row in range(4)
                ),
            ),
        ),
    )
