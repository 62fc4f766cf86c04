"""`zcdesk server certify` and `zcdesk sync login`: a certificate in place of a password."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zcdesk.store.store import Store

Answer = tuple[str, int]
Add = Callable[..., argparse.ArgumentParser]
Clock = Callable[[], datetime]


def add(action: Add) -> None:
    """Add the administrator's action; `action(name, help, *required words)` makes one."""
    made = action("certify", "a certificate for a PC that has a password", "url", "role")
    made.add_argument("--certificate", type=Path, required=True, metavar="FOLDER")
    made.add_argument("--out", type=Path, required=True, help="file for the station's login")


def add_here(made: argparse.ArgumentParser) -> None:
    """Add what `sync login` takes."""
    made.add_argument("--login", type=Path, required=True, help="from server certify")
    made.add_argument("--server", default="", metavar="HOST:PORT", help="if not the file's")


def run(args: argparse.Namespace, *, now: Clock) -> Answer | None:
    """Run the administrator's action; None if it is another."""
    if args.action != "certify":
        return None
    from zcdesk.sync import login, renewing

    made = renewing.certify(args.url, args.role, args.certificate, now())
    login.save(args.out, made)
    return (
        f"{made.name} 的证书登录文件：{args.out}，请只交给该机，"
        f"在该机运行 zcdesk sync login --login {args.out.name}；在那以前原密码照旧。"
    ), 0


def here(args: argparse.Namespace, store: Store, now: Clock) -> Answer:
    """Take the other login on the station's PC."""
    from zcdesk.sync import renewing

    made = renewing.renew(store, args.login, now, server=args.server)
    return f"{made.name} 今后用证书登录，密码已作废。登录文件请删去。", 0
