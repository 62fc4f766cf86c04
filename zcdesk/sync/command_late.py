"""`zcdesk server late`: what a PC had not sent when it was shut out."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

Answer = tuple[str, int]
Add = Callable[..., argparse.ArgumentParser]


def add(action: Add) -> None:
    """Add the action; `action(name, help, *required words)` makes one."""
    late = action("late", "take in what a PC had not sent when it was shut out", "url", "role")
    what = late.add_mutually_exclusive_group(required=True)
    what.add_argument("--file", type=Path, help="from `zcdesk sync unsent` on that PC")
    what.add_argument("--accept", action="store_true", help="place what is kept for a person")


def run(args: argparse.Namespace) -> Answer | None:
    """Run the action; None if it is another."""
    if args.action != "late":
        return None
    from zcdesk.sync import late

    if args.accept:
        found = late.accept(args.url, args.role)
    else:
        found = late.take(args.url, args.role, late.load(args.file))
    said = f"{args.role}：已排入次序 {found.placed} 条（标为待人查看）。"
    if found.kept:
        said += f"另存待人决定 {found.kept} 条；查看后用 --accept 采用。"
    return said, 0
