"""`zcdesk catalogue lint | export | import | diff | packages`.

An import is handed in for approval, as a change made on the page is; `--approve` is the second
person, at the same keyboard.

Lint, diff and the export of the shipped catalogue need no store; what does need one is handed in
as a callable, so nothing here knows how a hall keeps its matters.

Exit codes: 0 clean or done, 1 findings or differences, 2 unreadable or not possible.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any, Protocol, TextIO

import msgspec

from zcdesk.catalogue import package_file
from zcdesk.catalogue.compare import compare_catalogues
from zcdesk.catalogue.files import load_shipped, read, read_raw, shipped_files, write
from zcdesk.catalogue.lint import Finding, lint_raw
from zcdesk.catalogue.raw import BadCell, RawFile, Unreadable
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package
from zcdesk.errors import CodedError

CLEAN, FOUND, UNREADABLE = 0, 1, 2
_NO_HALL = "这台电脑还没有大厅，请先运行 zcdesk setup\n"


class Taken(Protocol):
    """What the hall did with a table: `operations.catalogue_table.Imported`."""

    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def proposed(self) -> tuple[object, ...]: ...
    @property
    def same(self) -> int: ...


ImportTable = Callable[[RawFile], Taken]
HandIn = Callable[[tuple[Package, ...]], Taken]
CurrentMatters = Callable[[], tuple[Matter, ...]]


class _Report(msgspec.Struct, frozen=True):
    """What `lint --json` tells of one file; `error` is why it could not be read."""

    file: str
    error: str | None
    findings: tuple[Finding, ...]


def add_parser(
    subparsers: Any, store_options: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add `catalogue` to the program's commands.

    Args:
        store_options: parent parsers of the commands that open a store (`--data DIR`).
    """
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "catalogue", help="check, export, import and compare catalogue files"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    lint = actions.add_parser("lint", help="check files; without FILE the shipped catalogue")
    lint.add_argument("files", nargs="*", metavar="FILE", help="yaml, csv or xlsx")
    lint.add_argument("--json", action="store_true", help="findings as JSON")
    export = actions.add_parser(
        "export", parents=list(store_options), help="write the hall's catalogue to a file"
    )
    export.add_argument("--out", required=True, metavar="FILE", help="FILE.yaml or FILE.xlsx")
    export.add_argument("--shipped", action="store_true", help="the shipped catalogue instead")
    take_in = actions.add_parser(
        "import", parents=list(store_options), help="check a file and hand its matters in"
    )
    take_in.add_argument("file", metavar="FILE", help="yaml, csv or xlsx")
    take_in.add_argument(
        "--by", required=True, metavar="STAFF_NO", help="who hands in; asks the secret"
    )
    take_in.add_argument(
        "--approve", default="", metavar="STAFF_NO", help="a second person, who publishes at once"
    )
    take_in.add_argument("--effective", default="", metavar="DAY", help="the day they begin with")
    packages = actions.add_parser(
        "packages", parents=list(store_options), help="hand in packages of matters (一件事)"
    )
    packages.add_argument("file", metavar="FILE", help="yaml, as packages.yaml that is shipped")
    packages.add_argument("--by", required=True, metavar="STAFF_NO", help="who hands in")
    packages.add_argument("--approve", default="", metavar="STAFF_NO", help="a second person")
    diff = actions.add_parser("diff", help="what changed from one file to another")
    diff.add_argument("old", metavar="OLD")
    diff.add_argument("new", metavar="NEW")
    return parser


def needs_store(args: argparse.Namespace) -> bool:
    """Whether the command, as asked, opens a hall's store."""
    return args.action in ("import", "packages") or (args.action == "export" and not args.shipped)


def run(
    args: argparse.Namespace,
    *,
    import_table: ImportTable | None = None,
    hand_in: HandIn | None = None,
    current_matters: CurrentMatters | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Run the command and return its exit code.

    Args:
        import_table: hands a table's matters in for approval, or publishes them.
        hand_in: does the same with packages of matters.
        current_matters: returns the hall's published matters.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        match args.action:
            case "lint":
                return _lint(args.files, args.json, out, err)
            case "export":
                return _export(args, current_matters, out, err)
            case "import":
                return _import(args, import_table, out, err)
            case "packages":
                return _packages(args, hand_in, out, err)
            case _:
                return _diff(args.old, args.new, out)
    except CodedError as error:
        err.write(_why(error) + "\n")
    return UNREADABLE


def _lint(files: Sequence[str], as_json: bool, out: TextIO, err: TextIO) -> int:
    """Judge each file alone; one that cannot be read does not hide the findings of another."""
    chosen = files or [str(path) for path in shipped_files()]
    reports: list[_Report] = []
    code = CLEAN
    for file in chosen:
        found: tuple[Finding, ...] = ()
        problem = None
        try:
            found = lint_raw(read_raw(file))
        except Unreadable as error:
            problem = error
        code = max(code, UNREADABLE if problem else FOUND if found else CLEAN)
        why = _why(problem) if problem else None
        reports.append(_Report(file, why, found))
        if not as_json:
            for finding in found:
                out.write(_line(finding) + "\n")
            if problem:
                err.write(_why(problem) + "\n")
    if as_json:
        total = sum(len(report.findings) for report in reports)
        body = msgspec.json.encode({"exit": code, "count": total, "files": reports})
        out.write(msgspec.json.format(body, indent=2).decode() + "\n")
    elif code == CLEAN:
        out.write(f"检查了 {len(chosen)} 个文件，没有发现问题\n")
    return code


def _export(
    args: argparse.Namespace, current: CurrentMatters | None, out: TextIO, err: TextIO
) -> int:
    if args.shipped:
        matters = load_shipped()
    elif current is not None:
        matters = current()
    else:
        err.write("这台电脑还没有大厅的事项目录；加 --shipped 可导出程序自带的目录\n")
        return UNREADABLE
    write(args.out, matters)
    out.write(f"已导出 {len(matters)} 个事项到 {args.out}\n")
    return CLEAN


def _import(args: argparse.Namespace, take: ImportTable | None, out: TextIO, err: TextIO) -> int:
    """Hand a file's matters in; one finding keeps the whole file out."""
    file: str = args.file
    raw = read_raw(file)
    if found := lint_raw(raw):
        return _refuse(file, found, out, err)
    if take is None:
        err.write(_NO_HALL)
        return UNREADABLE
    done = take(raw)
    if done.findings:
        return _refuse(file, done.findings, out, err)
    verb = "已发布" if args.approve else "已提交复核"
    out.write(f"{verb} {len(done.proposed)} 个事项，{done.same} 个没有变化\n")
    return CLEAN


def _packages(args: argparse.Namespace, take: HandIn | None, out: TextIO, err: TextIO) -> int:
    """Hand packages in; one finding keeps all of them out."""
    packages = package_file.read(args.file)
    if take is None:
        err.write(_NO_HALL)
        return UNREADABLE
    done = take(packages)
    if done.findings:
        return _refuse(args.file, done.findings, out, err)
    verb = "已发布" if args.approve else "已提交复核"
    out.write(f"{verb} {len(done.proposed)} 个一件事套餐，{done.same} 个没有变化\n")
    return CLEAN


def _refuse(file: str, found: tuple[Finding, ...], out: TextIO, err: TextIO) -> int:
    for finding in found:
        out.write(_line(finding) + "\n")
    err.write(f"{file} 有 {len(found)} 处要改，没有导入\n")
    return FOUND


def _diff(old: str, new: str, out: TextIO) -> int:
    found = compare_catalogues(read(old), read(new))
    for difference in found:
        out.write(f"{difference.matter} {difference}\n")
    return FOUND if found else CLEAN


def _line(finding: Finding) -> str:
    place = f"{finding.file}:{finding.row} {finding.field}"
    return f"{place} {finding.message} → {finding.instead}"


def _why(error: CodedError) -> str:
    """Say in one line why a file cannot be read or written."""
    match error:
        case BadCell():
            place = f"{error.row} {error.field}（{error.fields['column']}）"
            return f"{error.file}：{place}{error.reason}"
        case Unreadable():
            return f"{error.file}：{error.reason}"
        case CodedError(code="CAT-12", fields=at):
            return f"工作表“{at['sheet']}”第 {at['row']} 行“{at['column']}”太长，单元格放不下"
        case CodedError(code="CAT-13", fields=at):
            return f"{at['file']}：写不进去，请换一个位置（{at['reason']}）"
        case _:
            return str(error)
