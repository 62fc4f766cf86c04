"""`zcdesk backup …`: copies of a station, and one of them brought back."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import settings, station
from zcdesk.upkeep.who import Ask

if TYPE_CHECKING:
    from zcdesk.store.backup import Copy
    from zcdesk.upkeep.copies import Back

Answer = tuple[str, int]


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run one `backup` action."""
    from zcdesk.store import backup as store_backup
    from zcdesk.upkeep import copies

    match args.action:
        case "now":
            folder = copies.folder_of(data, args.to)
            session = station.open_session(data)
            try:
                return _taken(copies.take(session, folder)), 0
            finally:
                session.store.close()
        case "set":
            folder = copies.folder_of(data, args.to)
            settings.save(data, replace(settings.load(data), backup=str(folder)))
            return f"每天下班时自动备份到 {folder}。", 0
        case "list":
            found = store_backup.copies(args.source)
            lines = [_line(one) for one in found]
            return "\n".join(lines) or "这个文件夹里没有备份。", 0 if found else 1
        case "verify":
            copy = copies.choose(args.source, args.copy)
            store_backup.check(copy)
            return f"备份完好：{_line(copy)}", 0
        case _:
            return _restore(args, data, ask)


def _restore(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    from zcdesk.errors import StoreError
    from zcdesk.store import faults
    from zcdesk.upkeep import copies

    copy = copies.choose(args.source, args.copy)
    code = args.code or ""
    try:
        back = copies.bring_back(data, copy, code=code, replace=args.replace)
    except StoreError as error:
        if error.code != faults.NO_KEY or code:
            raise
        # Another PC: only the paper in the safe opens it.
        code = ask("恢复码：")
        back = copies.bring_back(data, copy, code=code, replace=args.replace)
    return told(back), 0


def told(back: Back) -> str:
    """Say what came back and what did not."""
    made = back.copy.manifest
    lines = [f"已恢复 {made.station} 号窗口 {made.taken_at} 的备份，次序到 {made.position}。"]
    if back.aside is not None:
        lines.append(f"原有数据移到 {back.aside.name}，没有删除。")
    if back.returned is not None:
        lines.append(f"备份之后本机的 {back.returned} 条记录已从大厅服务器取回。")
    elif back.missing:
        lines.append(f"备份之后本机还写过 {back.missing} 条记录，备份里没有。")
    elif back.missing is None:
        lines.append("备份之后写过多少条记录无从知道。")
    if back.returned is None and back.missing != 0:
        last = "、".join(made.numbers) or "无"
        lines.append(f"备份里最后的编号：{last}。此后发出的回执请按纸质件补录。")
    lines.append("今后使用新的编号段，不会与已发出的编号重复。")
    return "\n".join(lines)


def _taken(copy: Copy) -> str:
    return f"备份完成并已核对：{copy.path}，次序到 {copy.manifest.position}。"


def _line(copy: Copy) -> str:
    made = copy.manifest
    count = len(made.pages)
    where = f"{made.station} 号窗口  次序到 {made.position}  {count} 个附件  v{made.version}"
    return f"{copy.path.name}  {where}"
