"""`zcdesk update …`: what an administrator types, and what the system's unit runs as root."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from zcdesk import __version__, settings, station
from zcdesk.operations import releases
from zcdesk.upkeep import deciding, installing, lowering, release, updating
from zcdesk.upkeep.who import Ask, administrator

Answer = tuple[str, int]


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run one `update` action."""
    match args.action:
        case "status":
            return _status(data)
        case "install" | "previous" | "keep" | "pin":
            return _as_root(args)
        case "ask":
            return _ask(args, data)
        case "folder":
            kept = replace(settings.load(data), updates=str(args.source.absolute()))
            settings.save(data, kept)
            return f"更新包从 {kept.updates} 取。", 0
        case _:
            return _decide(args, data, ask)


def _decide(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """What only an administrator decides."""
    session = administrator(data, args.by, ask)
    try:
        match args.action:
            case "trust":
                public = deciding.trust(session, str(args.key))
                return f"今后只采用用公钥 {public[:16]}… 签名的更新。", 0
            case "roll-out":
                manifest = deciding.roll_out(
                    session,
                    str(args.source),
                    since=args.since,
                    first=tuple(args.first),
                    rest_since=args.rest_since,
                )
                who = "、".join(args.first) or "全部工作站"
                return f"{manifest.version} 自 {args.since or '今天'} 起在 {who} 下班时更新。", 0
            case "stop":
                return f"{releases.stop(session, args.reason)} 不再推行，已更新的不变。", 0
            case _:
                session.store.close()
                lowering.lower(data, args.schema)
                return (
                    f"数据已可由结构第 {args.schema} 版的程序打开，没有删去任何记录。"
                    "请以 root 运行 zcdesk update previous 装回上一版本。",
                    0,
                )
    finally:
        session.store.close()


def _status(data: Path) -> Answer:
    session = station.open_session(data)
    try:
        found = releases.view(session)
        lines = [f"本机 {session.store.station.name}：{__version__}"]
        lines.append(f"认定的公钥：{found.release.public[:16] or '无'}")
        rollout = found.release.rollout
        if rollout is not None:
            rest = f"，其余 {rollout.rest_since or '待定'}" if rollout.first else ""
            first = "、".join(rollout.first) or "全部"
            lines.append(f"推行 {rollout.version}：{rollout.since} 起 {first}{rest}")
        for one in (row.station for row in found.rows):
            stuck = f"，{one.stuck[0]} 没有装上（{one.stuck[1]}）" if one.stuck[0] else ""
            lines.append(f"  {one.name}：{one.version or '未知'}{stuck}")
        return "\n".join(lines), 0
    finally:
        session.store.close()


def _ask(args: argparse.Namespace, data: Path) -> Answer:
    """What a desk does by itself: bring what is due, and ask for it once it is left."""
    spool = args.spool or updating.spool()
    session = station.open_session(data)
    try:
        offer = updating.wanted(session)
        if offer is not None:
            updating.bring_from_anywhere(offer, data, spool)
        version = updating.ask_if_here(session, spool)
    finally:
        session.store.close()
    return (f"已请求安装 {version}。" if version else "没有要装的更新。"), 0


def _as_root(args: argparse.Namespace) -> Answer:
    installer = installing.of_this_pc(args.spool or updating.spool())
    match args.action:
        case "install":
            result = installer.run()
            if result is None:
                return "没有要装的更新。", 0
            if result.code:
                return f"{result.version} 没有装上（{result.code}），原来的版本照常。", 1
            return f"已装 {result.version}。", 0
        case "previous":
            return f"已装回 {installer.back()}。", 0
        case "keep":
            return f"已留存 {installer.keep_installed(args.package)} 的安装包，可供回退。", 0
        case _:
            public = release.read_public(args.key)
            installer.pinned.parent.mkdir(parents=True, exist_ok=True)
            installer.pinned.write_text(public + "\n", "ascii")
            return f"本机只安装用公钥 {public[:16]}… 签名的更新。", 0
