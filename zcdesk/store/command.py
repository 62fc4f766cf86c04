"""What `zcdesk verify` and `zcdesk rebuild` say and answer; the command line prints it.

Each returns a text and an exit code: 0 clean, 1 something was found, 2 the store cannot be used.
Never personal data in a text: subjects are named by identity only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.store import project
from zcdesk.store.verify import Report, verify
from zcdesk.store.walk import Fault, Finding

if TYPE_CHECKING:
    from datetime import datetime

    from zcdesk.store.store import Store

CLEAN, FOUND, UNUSABLE = 0, 1, 2

_SAID = {
    Fault.BODY: "内容被改动",
    Fault.ENVELOPE: "记录头被改动",
    Fault.ALTERED: "记录被改动或替换",
    Fault.REMOVED: "记录缺失",
    Fault.INSERTED: "记录系事后插入",
    Fault.ORDER: "大厅次序表与记录不一致",
    Fault.NUMBER: "编号没有对应的记录",
    Fault.PERSON: "个人信息记录被改动",
    Fault.WITNESS: "与数据目录之外的见证不一致",
    Fault.FILE: "数据文件损坏",
    Fault.SIGNED: "与服务器签名的次序不一致",
}


def verify_text(store: Store) -> tuple[str, int]:
    """Walk the store and say what was found, one line each."""
    report = verify(store)
    return _verified(report), CLEAN if report.is_clean else FOUND


def verify_json(store: Store) -> tuple[str, int]:
    report = verify(store)
    return msgspec.json.encode(report).decode(), CLEAN if report.is_clean else FOUND


def rebuild_text(store: Store, at: datetime) -> tuple[str, int]:
    """Make the read tables again; say whether they had said the same before.

    Rows an older version of the program made are no fault: they are brought up to date first.
    """
    with store.reading() as reader:
        aged = project.stale_count(reader)
    while project.refresh(store, at=at):
        pass
    with store.reading() as reader:
        before = project.read_digest(reader)
    count = project.rebuild(store, at=at)
    with store.reading() as reader:
        after = project.read_digest(reader)
    same = "与原有读取表一致" if before == after else "原有读取表与记录不符，已更正"
    if aged and before == after:
        same = f"与原有读取表一致（{aged} 个原是另一版本程序的，已更新）"
    said = f"已由办理记录重建 {count} 个对象的读取表；{same}。"
    return said, CLEAN if before == after else FOUND


def _verified(report: Report) -> str:
    total = f"核验 {report.acts} 条办理记录、{report.incarnations} 个站点实例"
    if report.is_clean:
        return f"{total}，次序到 {report.position.number}：全部完好。"
    lines = "\n".join(f"  {said(finding)}" for finding in report.findings)
    return f"{total}：发现 {len(report.findings)} 处问题。\n{lines}"


def said(finding: Finding) -> str:
    where = []
    if finding.position:
        where.append(f"次序 {finding.position}")
    if finding.seq:
        where.append(f"实例 {finding.origin} 第 {finding.seq} 条")
    if finding.detail:
        where.append(finding.detail)
    return f"{_SAID[finding.fault]}：{'，'.join(where)}" if where else _SAID[finding.fault]
