"""`zcdesk server …` and `zcdesk sync …`: what an administrator and an installer type.

Every command answers a text and an exit code: 0 done, 1 something was found or refused. Secrets
go to the file named by `--out`, never to the screen.
"""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec

from zcdesk.errors import SurroundingsError
from zcdesk.sync import command_guard, command_invite, command_late, command_renew
from zcdesk.sync.command_guard import Render

if TYPE_CHECKING:
    from zcdesk.store.store import Store

Answer = tuple[str, int]
OpenStore: TypeAlias = "Callable[[], Store]"
Clock = Callable[[], datetime]
Join: TypeAlias = "Callable[[str, str], Store]"
Tell: TypeAlias = Callable[[str], object]

OFFSET_MAX = 300
"""Seconds a station's clock may differ from the server's before it is said (sync 2.2)."""

_Sub = Any


def add_server(commands: _Sub) -> argparse.ArgumentParser:
    """Add `server` to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser("server", help="the hall's server")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def action(name: str, text: str, *words: str) -> argparse.ArgumentParser:
        made = actions.add_parser(name, help=text)
        for word in words:
            made.add_argument(f"--{word}", required=True)
        return made

    action("init", "lay schema and hall in an empty database", "url", "hall")
    start = action("start", "a server on this PC, until it is ended")
    start.add_argument("--folder", type=Path, required=True, help="folder of the server's own")
    start.add_argument("--port", type=int, default=5433)
    action("upgrade", "bring the schema to this version", "url")
    action("status", "halls, stations, what waits", "url").add_argument(
        "--json", action="store_true"
    )
    action("probe", "what a PostgreSQL-compatible server lacks", "url").add_argument(
        "--json", action="store_true"
    )
    offer = action("offer", "give a package of an update to a hall's stations", "url", "hall")
    offer.add_argument("--package", type=Path, required=True)
    least = action("least", "the oldest program a hall's stations may run", "url", "hall")
    least.add_argument("--protocol", type=int, required=True)
    action("epoch", "begin a new epoch: after a promotion or a restore in time", "url", "hall")
    command_guard.add(action)
    command_invite.add(action)
    command_late.add(action)
    command_renew.add(action)
    add = action("add-station", "give a PC a login of its own", "url", "hall", "name", "role")
    add.add_argument("--audience", action="append", default=None, metavar="WHOSE")
    add.add_argument(
        "--certificate", type=Path, default=None, metavar="FOLDER", help="the authority's folder"
    )
    add.add_argument("--keys", type=Path, default=None, help="folder of the hall's keys")
    add.add_argument("--out", type=Path, required=True, help="file for the station's login")
    keys = action("certificates", "the hall's authority and its server's certificate", "hall")
    keys.add_argument("--folder", type=Path, required=True)
    keys.add_argument("--host", action="append", required=True, help="name or address")
    whose = action("audience", "say anew whose records a PC has; none = the whole hall's", "url")
    whose.add_argument("--role", required=True)
    whose.add_argument("--audience", action="append", default=None, metavar="WHOSE")
    action("revoke-station", "shut a PC out at once", "url", "role")
    adopt = action("adopt", "move this PC's hall to a server", "url", "role")
    adopt.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    adopt.add_argument("--keys", type=Path, default=None, help="folder of the hall's keys")
    for name, text in (("backup", "write every table to files"), ("restore", "bring it back")):
        made = action(name, text, "url")
        made.add_argument("--folder", type=Path, required=True)
        made.add_argument("--escrow", type=Path, required=True, help="the personal records' keys")
    return parser


def add_sync(commands: _Sub) -> argparse.ArgumentParser:
    """Add `sync` to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser("sync", help="this PC and its server")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("status", "what waits here and what the server says"),
        ("once", "one round: send and fetch"),
        ("join", "make this PC a window of a hall with a server"),
        ("unsent", "write what was not sent to a file, on a PC that was shut out"),
        ("move", "give this PC's window to another PC"),
        ("login", "another login for this PC: a certificate in place of its password"),
    ):
        made = actions.add_parser(name, help=text)
        made.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if name == "join":
            made.add_argument("--login", type=Path, required=True, help="from add-station")
        if name == "login":
            command_renew.add_here(made)
        if name == "unsent":
            made.add_argument("--out", type=Path, required=True)
        if name == "move":
            made.add_argument("--by", required=True, metavar="STAFF_NO", help="an administrator")
    return parser


def server(
    args: argparse.Namespace, *, open_store: OpenStore, now: Clock, render: Render, tell: Tell
) -> Answer:
    """Run one `server` action.

    Args:
        render: lays a paper out as PDF.
        tell: says at once what an action that goes on has begun.
    """
    from zcdesk.store.certificates import Authority
    from zcdesk.sync import admin, adopt, backup, login, packages, schema

    guarded = command_guard.run(args, open_store=open_store, now=now, render=render)
    if guarded is not None:
        return guarded
    found = command_invite.run(args, now=now, tell=tell) or command_late.run(args)
    found = found or command_renew.run(args, now=now)
    if found is not None:
        return found
    match args.action:
        case "init":
            version = schema.upgrade(args.url)
            admin.add_hall(args.url, args.hall)
            return f"服务器已就绪（结构版本 {version}），大厅 {args.hall}。", 0
        case "start":
            return _start(args.folder, args.port, tell)
        case "upgrade":
            before = schema.current(args.url)
            return f"结构版本 {before or '无'} → {schema.upgrade(args.url)}。", 0
        case "status":
            return _status(args.url, as_json=args.json)
        case "offer":
            packages.put(args.url, args.hall, args.package)
            return f"{args.package.name} 已放到服务器，{args.hall} 的工作站可以取。", 0
        case "least":
            admin.set_least(args.url, args.hall, args.protocol)
            return f"{args.hall} 的窗口至少须为第 {args.protocol} 版协议；更旧的只送不取。", 0
        case "probe":
            return _probe(args.url, as_json=args.json)
        case "add-station":
            made = admin.add_station(
                args.url,
                args.hall,
                args.name,
                role=args.role,
                audiences=None if args.audience is None else tuple(args.audience),
                certificate=args.certificate is not None,
            )
            if args.certificate is not None:
                made = login.with_certificate(made, Authority(args.certificate, args.hall, now()))
            if args.keys or args.certificate:
                made = login.with_keys(made, args.keys or args.certificate)
            login.save(args.out, made)
            return f"已登记 {args.name}；登录文件 {args.out}，请只交给该机。", 0
        case "certificates":
            Authority(args.folder, args.hall, now()).server(args.host)
            return f"证书在 {args.folder}；authority.key 请离线保管。", 0
        case "epoch":
            return f"{args.hall} 的第 {admin.bump_epoch(args.url, args.hall)} 纪元已开始。", 0
        case "audience":
            admin.set_audiences(args.url, args.role, args.audience)
            whole = "全大厅" if args.audience is None else "、".join(args.audience)
            return f"{args.role} 现可取得：{whole}；缺的内容随后几轮同步补齐。", 0
        case "revoke-station":
            admin.revoke_station(args.url, args.role)
            return f"{args.role} 已停用，其连接已断开。", 0
        case "adopt":
            store = open_store()
            try:
                adopt.adopt(store, args.url, role=args.role, now=now, keys=args.keys)
                return _adopted(store, adopt.left_here(store)), 0
            finally:
                store.close()
        case "backup":
            kept = backup.backup(args.url, args.folder, args.escrow)
            return f"已备份 {_heads(kept.heads)}。", 0
        case _:
            kept = backup.restore(args.url, args.folder, args.escrow)
            found = command_guard.verified(args.url)
            return f"已恢复 {_heads(kept.heads)}，新的纪元已开始。\n{found[0]}", found[1]


def _adopted(store: Any, left: int) -> str:
    said = f"大厅 {store.hall} 已迁到服务器，次序到 {store.head.position.number}。"
    if left:
        said += f"有 {left} 条内容过大，服务器不收，只留在本机，请勿删除本机数据。"
    return said


def sync(args: argparse.Namespace, *, open_store: OpenStore, join: Join, now: Clock) -> Answer:
    """Run one `sync` action."""
    from zcdesk.sync import late
    from zcdesk.sync.attachments import Attachments
    from zcdesk.sync.beside import Beside, exchange
    from zcdesk.sync.clear_pages import ClearPages
    from zcdesk.sync.news import Outcome
    from zcdesk.sync.round import once
    from zcdesk.sync.station_copy import StoreCopy

    if args.action == "join":
        return join_by(args.login, join, now)
    store = open_store()
    try:
        copy = StoreCopy(store, now)
        if args.action == "status":
            return _station_status(copy, now)
        if args.action == "login":
            return command_renew.here(args, store, now)
        if args.action == "unsent":
            return f"{late.export(store, args.out)} 条未同步记录写入 {args.out}。", 0
        hall = _hall(store.place.data)
        try:
            outcome: Outcome = once(copy, hall)
            if not outcome.code:
                exchange(Beside(store, now), hall)
                attachments = Attachments(copy, lambda work: work())
                attachments.send(hall)
                ClearPages(attachments, store.blobs).seal(hall)
        finally:
            hall.close()
    finally:
        store.close()
    return msgspec.json.encode(outcome).decode(), 1 if outcome.code else 0


def join_by(path: Path, make: Join, now: Clock, server: str = "") -> Answer:
    """Join with progress; Ctrl+C stops the fetching, and the PC is a window all the same."""
    from zcdesk.sync import joining

    over = threading.Event()
    before = signal.signal(signal.SIGINT, lambda *_: over.set())

    def go_on(position: int, end: int) -> bool:
        os.write(2, f"\r{position}/{end}".encode())
        return not over.is_set()

    try:
        made = joining.join(path, make, now, go_on, server=server)
    finally:
        signal.signal(signal.SIGINT, before)
    said = f"已加入 {made.hall}，取得 {made.position} 条办理记录。"
    if made.position < made.end:
        said += f"其余 {made.end - made.position} 条开机后自动取得，现在即可办理。"
    return said, 1 if made.code else 0


def _station_status(copy: Any, now: Clock) -> Answer:

    waiting = copy.waiting()
    lines = [
        f"次序 {copy.position.number}，纪元 {copy.epoch}，待同步 {waiting.count} 件"
        + (f"，最早 {waiting.oldest}" if waiting.oldest else ""),
        f"备用编号代码 {len(copy.store.spare_codes)} 个，登录未核实 {_unverified(copy)} 次",
    ]
    code = 0
    try:
        hall = _hall(copy.store.place.data)
        try:
            clock = hall.clock()
        finally:
            hall.close()
        offset = (now() - clock.at).total_seconds()
        lines.append(f"服务器次序 {clock.head.number}，纪元 {clock.epoch}，时钟差 {offset:+.1f} 秒")
        if abs(offset) > OFFSET_MAX:
            lines.append("本机时钟与服务器相差过大，请校时")
            code = 1
    except SurroundingsError as error:
        lines.append(f"服务器联系不上（{error.code}），本机照常办理")
        code = 1
    return "\n".join(lines), code


def _unverified(copy: Any) -> int:
    from zcdesk.store import shifts

    with copy.store.reading() as reader:
        return len(shifts.awaiting(reader))


def _hall(data: Path) -> Any:
    """Return the server's hall by the login kept in `data`."""
    from zcdesk.sync import login
    from zcdesk.sync.postgres_hall import PostgresHall

    return PostgresHall(login.address(data, login.load(data / login.FILE)))


def _heads(heads: dict[str, int]) -> str:
    return "、".join(f"{hall} 到 {number}" for hall, number in heads.items()) or "空库"


def _status(url: str, *, as_json: bool) -> Answer:
    from zcdesk.sync import inspect

    found = inspect.status(url)
    if as_json:
        return msgspec.json.encode(found).decode(), 0
    lines = [
        f"{one.hall}：次序 {one.position}，纪元 {one.epoch}，站点 {one.stations}"
        f"（停用 {one.revoked}），待人查看 {one.quarantined}，候办 {one.waiting}"
        + (f"，未封存扫描页 {one.unsealed}" if one.unsealed else "")
        for one in found
    ]
    lines += [
        f"  {one.hall} {u.clerk} 在 {u.station} 有 {u.count} 条未核实，最早次序 {u.position}"
        for one in found
        for u in inspect.unverified(url, one.hall)
    ]
    return "\n".join(lines) or "没有大厅。", 0


def _probe(url: str, *, as_json: bool) -> Answer:
    from zcdesk.sync import probe

    found = probe.probe(url)
    text = msgspec.json.encode(found).decode() if as_json else probe.text(found)
    return text, 1 if found.lacks else 0


def _start(folder: Path, port: int, tell: Tell) -> Answer:
    """Run a server until this process is told to end; watch over held transactions meanwhile."""
    from zcdesk.sync import admin, ending, schema
    from zcdesk.sync.embedded import Embedded

    over = ending.told_to_end()  # from here on: a server that came up is stopped again
    made = Embedded(folder, port)
    url = made.start()
    try:
        schema.upgrade(url)
        tell(f"{made.data / 'admin.password'}：管理口令；端口 {port}")
        while not over.wait(2.0):
            admin.end_held(url)
    finally:
        made.stop()
    return "服务器已停止。", 0
