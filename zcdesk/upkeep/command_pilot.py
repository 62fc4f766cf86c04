"""`zcdesk pilot …`: following the existing caller, and the comparison at the end."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace
from pathlib import Path

from zcdesk import settings, station
from zcdesk.devices import caller_feed
from zcdesk.errors import Invalid, SurroundingsError
from zcdesk.operations import clerks, pilot
from zcdesk.upkeep.who import Ask

Answer = tuple[str, int]


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run one `pilot` action."""
    if args.action == "follow":
        feed = "" if args.feed == "-" else args.feed
        if feed:
            caller_feed.check(feed)
        settings.save(data, replace(settings.load(data), feed=feed))
        return (f"下次开机起跟随现有叫号系统：{feed}。" if feed else "不再跟随现有叫号系统。"), 0
    first, last = _day(args.first, "first"), _day(args.last, "last")
    before = pilot.read_before(args.before)
    session = station.open_session(data).as_clerk(args.by.strip())
    try:
        clerks.unlock(session, args.by, ask("口令："))
        paper = pilot.sheet(session, before, first, last)
    finally:
        session.store.close()
    from zcdesk.forms import render

    name = f"试点对比表-{first}-{last}"
    try:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / f"{name}.pdf").write_bytes(render(paper))
        (args.out / f"{name}.xlsx").write_bytes(pilot.workbook(paper))
    except OSError as error:
        raise SurroundingsError("EXP-02", folder=args.out.name) from error
    rows = "\n".join("  ".join(row) for row in paper.tables[0].rows)
    return f"{rows}\n已写到 {args.out / name}.pdf 和 .xlsx。", 0


def _day(text: str, field: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise Invalid("UPD-14", field, day=text) from error
