"""`zcdesk report due`: what a timer of a PC without a desk does about the hall's reports.

At a station of a hall with a server it fetches first what the others did, and sends what it made:
a report is frozen of what the whole hall knows, or not at all.
"""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zcdesk.errors import SurroundingsError

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

APART_MAX = 300.0
"""Seconds this PC's clock may differ from the server's (sync 2.2)."""


def add_parser(commands: Any, options: list[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add `report` to the program's commands."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "report", help="reports of days, months, quarters and years that are over"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    due = actions.add_parser(
        "due", parents=options, help="freeze those that are due, for a PC where no desk runs"
    )
    due.add_argument(
        "--out", type=Path, metavar="FOLDER", help="write each as PDF and XLSX, of every department"
    )
    return parser


def run(args: argparse.Namespace) -> int:
    """Freeze, send and write; everything may be cut and done again.

    Raises:
        SurroundingsError: the server cannot be reached, or the folder not be written to.
    """
    from zcdesk import spoken

    return spoken.told(_freeze, args)


def _freeze(args: argparse.Namespace) -> int:
    from zcdesk import paths, station
    from zcdesk.operations import clocks, reports

    data = paths.data_dir(args.data)
    with station.unlocked(data) as (session,):
        is_joined = bool(session.store.head.epoch)
        if is_joined:
            meet(session, data)
            session = replace(session, is_abreast=lambda: True)
        clocks.must_not_lead(clocks.watch(session))
        made = reports.freeze_due(session)
        if made and is_joined:
            meet(session, data)
        said = f"定稿 {len(made)} 份报表" + (f"：{'、'.join(made)}" if made else "，没有到期的")
        sys.stdout.write(said + "\n")
        if args.out is not None:
            _write(session, args.out)
    return 0


def meet(session: Session, data: Path) -> None:
    """Fetch and send until nothing is left of either.

    Raises:
        SurroundingsError: FIG-09, this PC's clock is not the hall's; what the round says.
    """
    from zcdesk.sync import login
    from zcdesk.sync.beside import Beside, exchange
    from zcdesk.sync.link import REACHED
    from zcdesk.sync.postgres_hall import PostgresHall
    from zcdesk.sync.round import once
    from zcdesk.sync.station_copy import StoreCopy

    address = login.address(data, login.load(data / login.FILE))
    with closing(PostgresHall(address)) as hall:
        apart = (session.now() - hall.clock().at).total_seconds()
        if abs(apart) > APART_MAX:  # a report of a day that is not over would stand for good
            raise SurroundingsError("FIG-09", n=round(abs(apart) / 60))
        outcome = once(StoreCopy(session.store, session.now), hall)
        if outcome.code not in REACHED:
            raise SurroundingsError(outcome.code)
        exchange(Beside(session.store, session.now), hall)


def _write(session: Session, folder: Path) -> None:
    from zcdesk.forms import report_plans
    from zcdesk.operations import clerks, reports
    from zcdesk.ui.duty.saving import save_all

    keys = reports.unwritten(session)
    count = save_all(folder, reports.papers(session, keys, report_plans.shipped()))
    if keys:
        clerks.exported(session, "报表", count)
        reports.written(session, keys)
    sys.stdout.write(f"{count} 份报表写在 {folder}\n")
