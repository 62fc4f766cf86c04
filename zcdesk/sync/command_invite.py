"""`zcdesk server invite | admit`: one-time codes for new PCs, and the service that takes them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from zcdesk.errors import SurroundingsError

Answer = tuple[str, int]
Add = Callable[..., argparse.ArgumentParser]
Tell = Callable[[str], object]


def add(action: Add) -> None:
    """Add the actions; `action(name, help, *required words)` makes one."""
    invite = action("invite", "a one-time code for a new PC", "url", "hall", "name", "role")
    invite.add_argument("--keys", type=Path, required=True, help="the authority's folder")
    invite.add_argument("--audience", action="append", default=None, metavar="WHOSE")
    invite.add_argument("--minutes", type=int, default=30, help="so long the code lives")
    admit = action("admit", "take one-time codes, until it is ended", "url", "hall")
    admit.add_argument("--keys", type=Path, required=True, help="the authority's folder")
    admit.add_argument("--port", type=int, default=5480)


def run(args: argparse.Namespace, *, now: Callable[[], datetime], tell: Tell) -> Answer | None:
    """Run one of the actions; None if it is none of these."""
    match args.action:
        case "invite":
            return _invite(args)
        case "admit":
            return _admit(args, now, tell)
        case _:
            return None


def _invite(args: argparse.Namespace) -> Answer:
    from zcdesk.sync import invitation
    from zcdesk.sync.admission import NO_KEYS

    try:
        certificate = (args.keys / "authority.crt").read_text("ascii")
    except OSError as error:
        raise SurroundingsError(NO_KEYS, folder=str(args.keys)) from error
    code = invitation.invite(
        args.url,
        args.hall,
        args.name,
        role=args.role,
        certificate=certificate,
        audiences=None if args.audience is None else tuple(args.audience),
        minutes=args.minutes,
    )
    return f"{args.name} 的接入码：{code.text}\n{args.minutes} 分钟内有效，只能用一次。", 0


def _admit(args: argparse.Namespace, now: Callable[[], datetime], tell: Tell) -> Answer:
    from zcdesk.sync import ending
    from zcdesk.sync.admission import Admission

    over = ending.told_to_end()
    service = Admission(args.url, args.hall, args.keys, now=now, address=("", args.port))
    tell(f"正在 {service.port} 端口接收新电脑，装完请结束本命令。")
    try:
        over.wait()
    finally:
        service.close()
    return "已停止接收新电脑。", 0
