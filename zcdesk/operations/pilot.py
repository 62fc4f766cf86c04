"""The pilot's figures of this hall, and the sheet that lays them beside the old system's."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import func, select

from zcdesk.domain import pilot
from zcdesk.domain.facts import FactKind
from zcdesk.domain.papers_parts import PaperHead
from zcdesk.domain.papers_report import ReportPaper, ReportTable
from zcdesk.domain.pilot import Side, compare
from zcdesk.domain.sitting import Sitting
from zcdesk.errors import Invalid
from zcdesk.operations import casework, live, spreadsheet
from zcdesk.operations.session import Session, clerk, hall
from zcdesk.operations.spreadsheet import Grid
from zcdesk.store.schema import fact_index

COLUMNS = ("指标", "单位", "原系统", "本系统", "变化")
MEANINGS = (
    ("每件用时（叫号到办结）", "有收件的接待从叫号到结束的秒数之和 ÷ 收件数"),
    ("退回补正率", "部门第一次答复为退回的件 ÷ 部门已答复的件"),
    ("每百件补打", "补打的文书张数 ÷ 收件数 × 100"),
    ("每件二次录入", "往别的系统再录一遍的分钟数 ÷ 收件数"),
)


def read_before(path: Path) -> Side:
    """Read what was counted of the old system (TOML, see docs/pilot.md).

    Raises:
        Invalid: PIL-01, it is not what a comparison needs.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8-sig")), Side)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise Invalid(pilot.BAD_BASELINE, "before", file=path.name) from error


def measure(session: Session, first: dt.date, last: dt.date) -> Side:
    """Count this hall's days from `first` to `last`, both included.

    Raises:
        NotAllowed: CAS-02, neither supervisor nor administrator.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE[:2])
        f = fact_index.c
        days = f.day.between(first.isoformat(), last.isoformat())

        def summed(kind: FactKind, *more: Any) -> tuple[int, int, int]:
            wanted: Any = select(func.count(), func.sum(f.hit), func.sum(f.value))
            row: Any = store.select(wanted.where(f.kind == kind.value, days, *more)).one()
            return int(row[0]), int(row[1] or 0), int(row[2] or 0)

        worked = select(func.count(func.distinct(f.day))).where(
            f.kind == FactKind.RECEIVED.value, days
        )
        return Side(
            name=hall(store).name,
            cases=summed(FactKind.RECEIVED)[0],
            seconds=summed(FactKind.SERVED, f.hit == 1)[2],
            returned=summed(FactKind.RETURNED)[1],
            answered=summed(FactKind.RETURNED)[0],
            reprints=_reprints(store, first, last),
            entry_seconds=summed(FactKind.REENTERED)[2],
            days=int(store.select(worked).scalar() or 0),
        )


def sheet(session: Session, before: Side, first: dt.date, last: dt.date) -> ReportPaper:
    """Return the comparison as a paper."""
    now = measure(session, first, last)
    rows = tuple(
        (row.label, row.unit, pilot.text(row.before), pilot.text(row.now), pilot.change_text(row))
        for row in compare(before, now)
    )
    with session.reading() as store:
        head = PaperHead(
            hall=hall(store).name,
            number=f"{first:%Y%m%d}-{last:%Y%m%d}",
            at=session.now(),
            clerk=clerk(store, session.clerk).name,
            simulated=session.simulated,
        )
    note = "；".join(f"{label}：{means}" for label, means in MEANINGS)
    spans = f"原系统：{before.name}，{before.days} 天；本系统：{now.name}，{now.days} 天。"
    return ReportPaper(
        head=head,
        name=f"试点对比表（{first} 至 {last}）",
        scope=now.name,
        tables=(ReportTable(title="对比", columns=COLUMNS, rows=rows, note=note),),
        remarks=(spans, "原系统的数字由人工计时登记，本系统的由办理记录算出。"),
    )


def workbook(paper: ReportPaper) -> bytes:
    """Return the same tables as a workbook; what is a number stays one."""
    grids = [
        Grid(table.title, table.columns, [[_cell(cell) for cell in row] for row in table.rows])
        for table in paper.tables
    ]
    return spreadsheet.to_bytes([*grids, Grid("口径", ("指标", "算法"), MEANINGS)])


def _cell(text: str) -> str | float:
    try:
        return float(text)
    except ValueError:
        return text


def _reprints(store: Any, first: dt.date, last: dt.date) -> int:
    """Papers that came out again on these days, whosever they are."""
    days = (first.isoformat(), (last + dt.timedelta(1)).isoformat())
    return sum(
        one.copy > 0 and days[0] <= one.at < days[1]
        for _, sitting in store.states(Sitting)
        for one in sitting.prints
    )
