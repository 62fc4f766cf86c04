"""`zcdesk export --all` and `zcdesk remove`: everything out, and everything gone."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from zcdesk.errors import NotAllowed
from zcdesk.upkeep import removing, taking_out
from zcdesk.upkeep.who import Ask, administrator

Answer = tuple[str, int]
NOT_MEANT = "EXP-06"
"""The name of the station was not typed as it stands."""


def export(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Write everything out for an administrator."""
    session = administrator(data, args.by, ask)
    try:
        folder = args.all.absolute()
        made = taking_out.take_out(session, folder, papers=not args.no_pdf, tell=_tell)
    finally:
        session.store.close()
    counts = made.counts
    return (
        f"已导出到 {folder}：办理记录 {counts['acts.jsonl']} 条、"
        f"个人信息 {counts['persons.jsonl']} 份、"
        f"扫描件 {counts['pages.jsonl']} 页、文书 {counts['papers.jsonl']} 张。"
        "内容没有加密，请妥善保管；格式见其中的 README.md。",
        0,
    )


def remove(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Take this station off the PC, after everything was taken out of it."""
    session = administrator(data, args.by, ask)
    try:
        removing.check_all_is_sent(session)
        removing.check_all_is_out(session, args.after)
        name = session.store.station.name
    finally:
        session.store.close()
    if ask(f"将删除 {name} 号窗口在本机的全部数据和密钥。请输入窗口号确认：").strip() != name:
        raise NotAllowed(NOT_MEANT)
    left = removing.remove(data)
    lines = [f"{name} 号窗口已从本机移除；程序用 apt remove zcdesk（或 Windows 的卸载）移除。"]
    lines += [f"没有动：{one}" for one in left]
    return "\n".join(lines), 0


def _tell(what: str, done: int) -> None:
    sys.stderr.write(f"\r{what} {done}      ")
