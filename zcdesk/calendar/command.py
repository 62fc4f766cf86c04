"""`zcdesk calendar due | import`: when a limit ends, and the yearly notice taken in.

`due` computes with the default policy and never opens a store; `import` writes one file.
Exit codes: 0 done, 1 a file refused in words, 2 wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO

if TYPE_CHECKING:
    from zcdesk.domain.limits import Due, Rule
    from zcdesk.domain.matter import Unit
    from zcdesk.errors import CodedError

DONE, REFUSED, WRONG_USE = 0, 1, 2


class _WrongUse(Exception):
    """The command was not understood; carries the one sentence that says why."""


class _Asked(NamedTuple):
    rule: Rule
    at: dt.datetime
    days: int | None
    unit: Unit


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add `calendar` to the program's commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "calendar", help="when a limit ends; take in the yearly notice of working days"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    due = actions.add_parser("due", help="compute when a limit ends, with the default policy")
    # What is given here is judged by `run`, which answers with one sentence instead of a usage.
    due.add_argument("--rule", help="handover, accept, deemed-accepted, promised ...")
    due.add_argument("--at", metavar="ISO-TIME", help="without an offset: the hall's time, +08:00")
    due.add_argument("--days", metavar="N", help="days of the limit; needed for promised")
    due.add_argument("--unit", help="working (default) or calendar")
    due.add_argument("--json", action="store_true")
    due.add_argument("--data", type=Path, default=argparse.SUPPRESS, help="use its yearly notices")
    take_in = actions.add_parser("import", help="take in a yearly notice (one JSON per year)")
    take_in.add_argument("file", type=Path, metavar="FILE")
    take_in.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return parser


def run(
    args: argparse.Namespace,
    *,
    years: Path | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Run the command and return its exit code.

    Args:
        years: the folder of imported yearly notices; None = only what is shipped.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        if args.action == "due":
            return _due(args, years, out, err)
        return _import(args.file, years, out, err)
    except _WrongUse as wrong:
        err.write(f"{wrong}\n")
    return WRONG_USE


def _due(args: argparse.Namespace, years: Path | None, out: TextIO, err: TextIO) -> int:
    from zcdesk.calendar import load_folder
    from zcdesk.domain.limits import LimitPolicy, rule_due
    from zcdesk.errors import Invalid

    asked = _asked(args)
    calendar, damaged = load_folder(years)
    for fault in damaged:
        err.write(f"{_why(fault)}，已跳过\n")
    try:
        due = rule_due(calendar, LimitPolicy(), asked.rule, asked.at, asked.days, asked.unit)
    except Invalid as invalid:
        raise _WrongUse(_why(invalid)) from invalid
    out.write(_as_json(due) if args.json else _as_text(due))
    return DONE


def _asked(args: argparse.Namespace) -> _Asked:
    from zcdesk.domain.limits import Rule
    from zcdesk.domain.matter import Unit

    rules = {rule.value: rule for rule in Rule}
    units = {"working": Unit.WORKING, "calendar": Unit.CALENDAR}
    if args.rule not in rules:
        raise _WrongUse(f"--rule 应是 {'、'.join(rules)} 之一")
    if args.unit not in (None, *units):
        raise _WrongUse("--unit 应是 working（工作日）或 calendar（自然日）")
    rule, days = rules[args.rule], _days(args.days)
    if rule is Rule.HANDOVER and (days is not None or args.unit == "calendar"):
        raise _WrongUse("handover 按收件的时点移交，不数日子，请去掉 --days 和 --unit")
    if rule is Rule.PROMISED and days is None:
        raise _WrongUse("promised 的天数由事项决定，请用 --days 写明")
    return _Asked(
        rule, _moment(args.at, rule is Rule.HANDOVER), days, units[args.unit or "working"]
    )


def _days(text: str | None) -> int | None:
    from zcdesk.domain.worktime import MAX_DAYS

    if text is None:
        return None
    if not (text.isascii() and text.isdigit()) or int(text[:9]) > MAX_DAYS:
        raise _WrongUse(f"--days 应是 0 到 {MAX_DAYS} 的整数")
    return int(text)


def _moment(text: str | None, clock_matters: bool) -> dt.datetime:
    """Read an ISO time; without an offset it is the hall's, any other is brought to the hall's."""
    from zcdesk.domain.worktime import HALL_ZONE

    wanted = "--at 应写成时间，如 2026-11-24T10:31 或 2026-11-24T10:31+08:00"
    try:
        at = dt.datetime.fromisoformat((text or "").strip())
        at = at.replace(tzinfo=HALL_ZONE) if at.tzinfo is None else at.astimezone(HALL_ZONE)
    except (ValueError, OverflowError) as error:
        raise _WrongUse(wanted) from error
    if clock_matters and _is_date(text or ""):
        raise _WrongUse(f"handover 要看收件的时刻，{wanted}")
    return at


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True


def _as_json(due: Due) -> str:
    lines = [{"date": x.date.isoformat(), "counts": x.counts, "why": x.why} for x in due.explain]
    answer = {"due": due.at.isoformat(), "provisional": due.provisional, "explain": lines}
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _as_text(due: Due) -> str:
    tail = "（暂定：有的年度尚未公布放假安排）" if due.provisional else ""
    lines = [f"{due.at:%Y-%m-%d %H:%M}　{due.why}{tail}"]
    lines += [
        f"  {x.date}  {f'第 {x.number} 日' if x.number else '　'}  {x.why}" for x in due.explain
    ]
    return "\n".join(lines) + "\n"


def _import(file: Path, years: Path | None, out: TextIO, err: TextIO) -> int:
    from zcdesk.calendar.yearfile import install
    from zcdesk.errors import UserError

    if years is None:
        raise _WrongUse("请用 --data 写明数据所在的文件夹")
    try:
        table, replaced = install(file, years)
    except UserError as error:
        err.write(f"{_why(error)}，没有导入\n")
        return WRONG_USE if error.code in ("CAL-01", "CAL-02") else REFUSED
    except OSError as error:
        err.write(f"{years} 写不进去（{error.strerror}），没有导入\n")
        return WRONG_USE
    off = sum(day.off for day in table.days)
    done = "已替换" if replaced else "已导入"
    out.write(f"{done} {table.year} 年的安排：放假 {off} 天，调休上班 {len(table.days) - off} 天\n")
    return DONE


def _why(error: CodedError) -> str:
    """Say in one sentence what is wrong, with file, line and field where there are any."""
    at = error.fields
    line = f"第 {at['line']} 行" if at.get("line") else ""
    match error.code:
        case "CAL-01":
            return f"{at['file']} 打不开（{at['reason']}）"
        case "CAL-02":
            return f"{at['file']} {line}不是能读懂的 JSON"
        case "CAL-03":
            return f"{at['file']} {line} {at['field']} 缺少或者写得不对"
        case "CAL-04":
            return f"{at['file']} {line} days[{at['row']}].date {at['date']} 不属于 {at['year']} 年"
        case "CAL-05":
            return f"{at['file']} 的 days 里没有 {at['year']} 年的日子"
        case "CAL-06":
            return f"{at['file']} {line} days[{at['row']}].date {at['date']} 出现两次"
        case "CAL-08":
            return f"{at['n']} 天超出范围，应在 0 到 {at['most']} 之间"
        case "CAL-09":
            return f"{at['year']} 年超出日历，应在 {at['first']} 到 {at['last']} 年之间"
        case _:
            return str(error)
