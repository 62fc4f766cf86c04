"""`zcdesk form list | sample | schema | render | texts`: every paper without a store.

Exit codes: 0 done, 1 data or texts refused field by field, 2 wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from zcdesk.forms import LAYOUTS

if TYPE_CHECKING:
    from zcdesk.domain.papers import PaperKind
    from zcdesk.forms.wording import Wording

DONE, REFUSED, WRONG_USE = 0, 1, 2
Publish = Callable[[str, dict[str, Any]], object]
MAX_BYTES = 20_000_000


class _Stop(Exception):
    """The command cannot go on; carries the exit code and the lines that say why."""

    def __init__(self, code: int, *lines: str) -> None:
        super().__init__(*lines)
        self.code = code
        self.lines = lines


def add_parser(
    subparsers: Any, parents: tuple[argparse.ArgumentParser, ...] = ()
) -> argparse.ArgumentParser:
    """Add `form` to the program's commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "form", help="list, try and print the papers of a case"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listed = actions.add_parser("list", parents=parents, help="every paper with its name and title")
    listed.add_argument("--json", action="store_true")
    for action, text in (
        ("sample", "sample data of a paper as JSON"),
        ("schema", "JSON schema of a paper's data"),
    ):
        one = actions.add_parser(action, help=text)
        one.add_argument("name", metavar="NAME")
    render = actions.add_parser("render", help="lay a paper's data out as PDF or ESC/POS bytes")
    render.add_argument("name", metavar="NAME")
    render.add_argument(  # not the hall's folder, whose language is still the command's
        "--data", dest="content", type=Path, required=True, metavar="FILE", help="JSON"
    )
    render.add_argument("--as", dest="layout", choices=LAYOUTS, default="pdf")
    render.add_argument("--out", type=Path, required=True, metavar="FILE")
    render.add_argument("--texts", type=Path, metavar="FILE", help="a hall's own words (TOML)")
    texts = actions.add_parser(
        "texts", parents=parents, help="the shipped words of all papers, or check a file"
    )
    texts.add_argument("--check", type=Path, metavar="FILE", help="a hall's own words (TOML)")
    texts.add_argument("--publish", type=Path, metavar="FILE", help="put them into force here")
    texts.add_argument(
        "--by", default="", metavar="STAFF_NO", help="who publishes; asks the secret"
    )
    return parser


def run(
    args: argparse.Namespace,
    *,
    publish: Publish | None = None,
    out: TextIO | None = None,
    err: TextIO | None = None,
) -> int:
    """Run the command and return its exit code.

    Args:
        publish: puts checked texts into force in the store of this PC, by a version.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        match args.action:
            case "list":
                _list(args.json, out)
            case "sample":
                _sample(args.name, out)
            case "schema":
                _schema(args.name, out)
            case "render":
                _render(args, out, err)
            case _ if args.publish:
                _publish(args.publish, publish, out)
            case _:
                _texts(args.check, out)
    except _Stop as stop:
        err.writelines(f"{line}\n" for line in stop.lines)
        return stop.code
    return DONE


def _list(as_json: bool, out: TextIO) -> None:
    from zcdesk.domain.papers import TITLES

    if as_json:
        rows = [
            {"name": kind.value, "title": title, "layouts": list(LAYOUTS)}
            for kind, title in TITLES.items()
        ]
        _dump(rows, out)
    else:
        out.writelines(f"{kind.value:<18} {title}\n" for kind, title in TITLES.items())


def _sample(name: str, out: TextIO) -> None:
    from zcdesk.forms.data import to_data
    from zcdesk.forms.samples import sample

    _dump(to_data(sample(_kind(name))), out)


def _schema(name: str, out: TextIO) -> None:
    from zcdesk.forms.data import schema

    _dump(schema(_kind(name)), out)


def _render(args: argparse.Namespace, out: TextIO, err: TextIO) -> None:
    from zcdesk.errors import SurroundingsError
    from zcdesk.forms import render, spelt_out
    from zcdesk.forms.data import WrongData, from_data

    kind = _kind(args.name)
    wording = _wording(args.texts) if args.texts else None
    try:
        paper = from_data(kind, _read(args.content))
    except WrongData as wrong:
        lines = (f"{field or args.content.name}：{message}" for field, message in wrong.faults)
        raise _Stop(REFUSED, *lines) from wrong
    try:
        data = render(paper, args.layout, wording)
        strange = spelt_out(paper)
    except SurroundingsError as error:
        name = error.fields.get("name", "")
        raise _Stop(WRONG_USE, f"字体 {name} 缺失，请重新安装") from error
    if strange:
        codes = "、".join(f"U+{ord(char):04X}" for char in strange)
        err.write(f"字体里没有这些字符，已按编码写出：{codes}\n")
    _write(args.out, data)
    out.write(f"已写入 {args.out}（{len(data)} 字节）\n")


def _texts(check: Path | None, out: TextIO) -> None:
    from zcdesk.forms.wording import shipped_file

    if check is None:
        out.write(shipped_file().read_text(encoding="utf-8"))
    else:
        wording = _wording(check)
        out.write(f"{check.name} 没有问题，版本 {wording.version}\n")


def _publish(path: Path, publish: Publish | None, out: TextIO) -> None:
    """Check texts, show nothing twice, and put them into force."""
    from zcdesk.forms import wording

    _wording(path)
    raw = wording.read_raw(path)
    version = raw.pop("version")
    if publish is None:
        raise _Stop(WRONG_USE, "这里没有可以发布到的大厅")
    publish(version, raw)
    out.write(f"{path.name} 已生效，版本 {version}；以后打印的文书用它，补打仍用原来的版本\n")


def _wording(path: Path) -> Wording:
    from zcdesk.forms import wording

    try:
        raw = wording.read_raw(path)
    except wording.Unreadable as unreadable:
        raise _Stop(WRONG_USE, str(unreadable)) from unreadable
    if faults := wording.check(raw):
        raise _Stop(REFUSED, *(f"{fault.place}：{fault.message}" for fault in faults))
    return wording.over_shipped(raw)


def _kind(name: str) -> PaperKind:
    from zcdesk.domain.papers import PaperKind

    try:
        return PaperKind(name)
    except ValueError as error:
        raise _Stop(WRONG_USE, f"没有 {name} 这种文书，zcdesk form list 列出全部") from error


def _read(path: Path) -> object:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise _Stop(WRONG_USE, f"{path.name} 太大，不像是一份文书的内容")
        return json.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise _Stop(WRONG_USE, f"{path} 打不开（{error.strerror}）") from error
    except UnicodeDecodeError as error:
        raise _Stop(WRONG_USE, f"{path.name} 不是 UTF-8 编码") from error
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 列"
        raise _Stop(WRONG_USE, f"{path.name} {where}不是能读懂的 JSON") from error
    except (ValueError, RecursionError) as error:
        raise _Stop(WRONG_USE, f"{path.name} 不是能读懂的 JSON") from error


def _write(path: Path, data: bytes) -> None:
    """Write the whole file or none of it."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise _Stop(WRONG_USE, f"{path} 写不进去（{error.strerror}）") from error


def _dump(value: object, out: TextIO) -> None:
    out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
