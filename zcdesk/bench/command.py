"""`zcdesk bench`: figures, the simulation, the suites, many stations."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from zcdesk import bench

Tell = Callable[[str], None]


def add_parser(commands: Any, run: Callable[[argparse.Namespace], int]) -> None:
    """Add `bench` to the program's commands."""
    parser = commands.add_parser("bench", help="measure the program's figures as ratios")
    parser.add_argument("--json", type=Path, default=None, metavar="FILE")
    parser.add_argument("--quick", action="store_true", help="fewer runs and a smaller store")
    parser.add_argument(
        "--only",
        choices=("sync", "history", "manager", "keeping"),
        help="the shared database, years of history, the manager's page beside a server full of "
        "them, or what keeping a PC costs",
    )
    parser.add_argument(
        "--history", type=int, metavar="ACTS", help="with --only: acts, or cases, the hall holds"
    )
    parser.add_argument(
        "--simulate", type=int, metavar="STEPS", help="stations and halls under seeded faults"
    )
    parser.add_argument("--seed", type=int, default=0, help="the first; each has 200 steps")
    parser.add_argument(
        "--simulate-store",
        choices=("memory", "sqlite"),
        default="memory",
        help="disks in memory, or real files at their own pace",
    )
    parser.add_argument(
        "--suites", action="store_true", help="count the suites of the shared database"
    )
    parser.add_argument(
        "--stations", type=int, metavar="N", help="so many stations on one real PostgreSQL"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace, *, say: Tell, note: Tell) -> int:
    """Measure, simulate or count what the words ask; return the exit code.

    Args:
        say: takes what is asked for. note: takes how far it is.
    """
    if args.simulate is not None:
        line, code = bench.simulate(
            args.simulate,
            args.seed,
            store=args.simulate_store,
            tell=note,
        )
        say(line)
        return code
    if args.suites:
        return bench.suites(tell=say)
    if args.stations is not None:
        line, code = bench.storms(args.stations, tell=note)
        say(line)
        return code
    if args.only == "sync":
        figures = bench.shared(quick=args.quick, history=args.history)
    elif args.only == "keeping":
        figures = bench.kept(quick=args.quick)
    elif args.only == "manager":
        figures = bench.managed(args.history, tell=note)
    elif args.only == "history":
        figures = bench.history(args.history, tell=note)
    else:
        figures = bench.run(quick=args.quick)
    text = json.dumps(figures, ensure_ascii=False, indent=2)
    if args.json:
        args.json.write_text(text, encoding="utf-8")
    else:
        say(bench.table(figures))
    return 0
