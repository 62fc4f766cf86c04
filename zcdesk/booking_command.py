"""`zcdesk bookings import | list | template`: bookings made elsewhere, as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from zcdesk.errors import CodedError

if TYPE_CHECKING:
    from zcdesk.domain.booking import Booking
    from zcdesk.operations.booking_file import Rows
    from zcdesk.operations.session import Session

Words = Callable[[CodedError], str]


def add_parser(commands: Any, options: list[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add `bookings` to the program's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "bookings", help="bookings made elsewhere: take a table in, list a day"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    taking = actions.add_parser("import", parents=options, help="take in a table, CSV or XLSX")
    taking.add_argument("file", type=Path, metavar="FILE")
    taking.add_argument("--by", required=True, help="staff number of who imports")
    listing = actions.add_parser("list", parents=options, help="a day's bookings, naming nobody")
    listing.add_argument("--day", default="", help="2026-11-24; today")
    template = actions.add_parser("template", help="write an empty table to fill in")
    template.add_argument("file", type=Path, metavar="FILE")
    return parser


def run(args: argparse.Namespace, data: Path, *, words: Words, out: TextIO | None = None) -> int:
    """Run the command in the store of `data`: 0 done, 1 some rows were not taken."""
    from zcdesk import station

    out = out or sys.stdout
    if args.action == "template":
        return _template(args.file)
    if args.action == "list":
        with station.unlocked(data) as (session,):
            return _list(session, args.day, out)
    from zcdesk.operations import booking_file

    rows = booking_file.read(args.file)
    with station.unlocked(data, args.by) as (session,):
        return _import(session, rows, words, out)


def _template(file: Path) -> int:
    from zcdesk.operations import booking_file

    booking_file.save_template(file)
    return 0


def _import(session: Session, rows: Rows, words: Words, out: TextIO) -> int:
    from zcdesk.booking_tables import row_words
    from zcdesk.operations import bookings

    done = bookings.import_rows(session, rows)
    out.write(
        f"新增 {done.made}，改动 {done.changed}，取消 {done.cancelled}，"
        f"没有变化 {done.same}，未导入 {len(done.refused)}\n"
    )
    for fault in done.refused:
        out.write(f"{row_words(fault, words)}\n")
    return 1 if done.refused else 0


def _list(session: Session, day: str, out: TextIO) -> int:
    from zcdesk.operations import bookings

    found = bookings.day_list(session, day)
    for booking in found:
        out.write(_line(booking) + "\n")
    out.write(f"共 {len(found)} 个预约\n")
    return 0


_STATES = {"open": "未取号", "taken": "已取号", "cancelled": "已取消", "missed": "失约"}


def _line(booking: Booking) -> str:
    made = booking.made
    late = "（迟到）" if booking.is_late else ""
    state = f"{_STATES[booking.state]}{late} {booking.number}".strip()
    return f"{made.at[11:16]}  {made.code}  {made.category}  {state}"
