"""`zcdesk server …` for what guards a hall: signatures, who may work where, deletion, verifying."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.errors import Invalid, SurroundingsError

if TYPE_CHECKING:
    from zcdesk.domain.papers import Paper
    from zcdesk.store.store import Store

Answer = tuple[str, int]
Add = Callable[..., argparse.ArgumentParser]
Render = Callable[["Paper"], bytes]

WATCH_SECONDS = 2.0
HEAD_SECONDS = 3600.0
BAD_DAY = "NET-26"


def add(action: Add) -> None:
    """Add the actions; `action(name, help, *required words)` makes one."""
    sign = action("sign-heads", "sign the end of each hall's order, and shifts", "url")
    sign.add_argument("--keys", type=Path, required=True, help="folder of the signing key")
    sign.add_argument("--sm2", action="store_true", help="make an SM2 key where there is none")
    sign.add_argument("--watch", action="store_true", help="go on: shifts at once, heads hourly")
    clerk = action("clerk", "say at which stations a clerk may log in", "url", "hall", "clerk")
    clerk.add_argument("--role", action="append", default=[], help="a station; none = nowhere")
    plan = action("retention", "how long personal records live", "url", "hall", "kind")
    plan.add_argument("--days", type=int, required=True, help="after the subject's last act")
    plan.add_argument("--since", required=True, help="date from which this holds")
    retain = action("retain", "destroy the personal records that are due", "url")
    retain.add_argument("--escrow", type=Path, required=True, help="folder of the backups' keys")
    retain.add_argument("--proof", type=Path, default=None, help="folder for the proofs (PDF)")
    retain.add_argument("--as-of", default="", help="date; today if not given")
    verify = action("verify", "walk every chain of the server", "url")
    verify.add_argument("--keys", type=Path, default=None, help="folder of the signing key")
    verify.add_argument("--data", type=Path, default=None, help="compare with this PC's copy")


def run(
    args: argparse.Namespace,
    *,
    open_store: Callable[[], Store],
    now: Callable[[], datetime],
    render: Render,
) -> Answer | None:
    """Run one of the actions; None if it is none of these."""
    from zcdesk.sync import admin, retention

    match args.action:
        case "sign-heads":
            return _sign(args.url, args.keys, now, goes_on=args.watch, sm2=args.sm2)
        case "clerk":
            admin.set_stations(args.url, args.hall, args.clerk, args.role)
            places = "、".join(args.role) or "无"
            return f"{args.clerk} 可登录的工作站：{places}。", 0
        case "retention":
            wanted = retention.Schedule(args.hall, args.kind, args.days, _day(args.since, now))
            retention.schedule(args.url, wanted)
            return f"{args.hall} 的 {args.kind} 自 {args.since} 起保存 {args.days} 天。", 0
        case "retain":
            day = _day(args.as_of, now)
            count = retention.run(args.url, args.escrow, day)
            lines = [f"已销毁 {count} 份个人信息记录的密钥，备份密钥文件已重写。"]
            for paper in retention.proofs(args.url, day, now()) if args.proof else ():
                args.proof.mkdir(parents=True, exist_ok=True)
                file = args.proof / f"{paper.head.hall}-{paper.head.number}.pdf"
                file.write_bytes(render(paper))
                lines.append(f"销毁证明：{file}")
            return "\n".join(lines), 0
        case "verify":
            return verified(args.url, args.keys, args.data and open_store)
        case _:
            return None


def verified(
    url: str, keys: Path | None = None, open_store: Callable[[], Store] | None = None
) -> Answer:
    """Walk every hall of a server; with a store, compare its copy too."""
    from zcdesk.store.command import said
    from zcdesk.store.signing import Signer
    from zcdesk.sync import inspect

    signer = Signer.in_folder(keys).public if keys else ""
    lines = []
    for one in inspect.status(url):
        lines += [f"  {one.hall}：{said(f)}" for f in inspect.flaws(url, one.hall, signer)]
    if open_store is not None:
        lines += _compared(url, open_store())
    if not lines:
        return "服务器上的次序全部完好。", 0
    return f"发现 {len(lines)} 处问题。\n" + "\n".join(lines), 1


def _compared(url: str, store: Store) -> list[str]:
    from zcdesk.store import verify
    from zcdesk.sync import inspect

    try:
        with store.reading() as reader:
            copy = verify.order(reader, store.hall)
            found = list(inspect.differences(url, copy, store.hall))
    finally:
        store.close()
    return [f"  {store.hall} 次序 {number}：服务器与本机副本不同" for number in found]


def _sign(url: str, keys: Path, now: Callable[[], datetime], *, goes_on: bool, sm2: bool) -> Answer:
    import psycopg

    from zcdesk.store.signing import Signer
    from zcdesk.sync import admin, ending, sign

    over = ending.told_to_end() if goes_on else None
    signer = Signer.in_folder(keys, "sm2" if sm2 else "")
    heads = sign.sign_heads(url, signer, now)
    shifts = sign.sign_shifts(url, signer)
    due = time.monotonic() + HEAD_SECONDS
    while over is not None and not over.wait(WATCH_SECONDS):
        # A server that is away or starts anew is asked again.
        with suppress(SurroundingsError, psycopg.Error):
            admin.end_held(url)
            sign.sign_shifts(url, signer)
            if time.monotonic() >= due:
                sign.sign_heads(url, signer, now)
                due = time.monotonic() + HEAD_SECONDS
    text = f"已签 {heads} 个次序头、{shifts[0]} 个班次，拒签 {shifts[1]} 个班次。"
    return f"{text}\n公钥 {signer.public}", 0


def _day(text: str, now: Callable[[], datetime]) -> date:
    if not text:
        return now().date()
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Invalid(BAD_DAY, "date", text=text) from error
