"""`zcdesk exchange schema | check | send-sample | simulate | status | once | secret`.

What needs a hall's store is handed in as a callable. Exit codes: 0 done, 1 faults or something
that did not go through, 2 unreadable or wrong use.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import msgspec

from zcdesk.domain import online, sealing
from zcdesk.domain.sealing import SealAnswer, SealRequest
from zcdesk.errors import CodedError, Invalid
from zcdesk.exchange import http, inbox, samples, schemas, settings, templates
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.simulators.serve import Fault

DONE, FOUND, UNREADABLE = 0, 1, 2
FORMATS: Mapping[str, Sequence[str]] = {
    "zcdesk.platform/1": ("platform-case", "platform-receipt", "platform-changes"),
    "zcdesk.licence/1": ("licence-query", "licence-answer"),
    "zcdesk.seal/1": ("seal-request", "seal-answer"),
}

Words = Callable[[CodedError], str]


class Hall(msgspec.Struct, frozen=True):
    """What the commands that open a store do there.

    Attributes:
        status: everything that waits or differs, as a JSON value.
        once: runs every round; name → how much went through, or words.
        seal: has a paper sealed by the service that is set up.
        secret: keeps a secret under a name; an empty value forgets it.
    """

    status: Callable[[], dict[str, Any]]
    once: Callable[[], dict[str, int | str]]
    secret: Callable[[str, str], None]
    seal: Callable[[SealRequest], SealAnswer]


def add_parser(
    subparsers: Any, store_options: Sequence[argparse.ArgumentParser] = ()
) -> argparse.ArgumentParser:
    """Add `exchange` to the program's commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "exchange", help="messages, district platform, licences, online applications"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    schema = actions.add_parser("schema", help="print a published format (JSON Schema)")
    schema.add_argument("name", nargs="?", choices=tuple(schemas.SCHEMAS))
    schema.add_argument("--json", action="store_true", help="the names as JSON")
    check = actions.add_parser("check", help="judge a document, exchange.toml or templates")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--json", action="store_true")
    _add_sample(actions)
    simulate = actions.add_parser("simulate", help="serve a simulated far side on this PC")
    simulate.add_argument("what", choices=("platform", "licences", "messages", "seals"))
    simulate.add_argument("--port", type=int, default=0)
    simulate.add_argument("--fault", action="append", default=[], choices=tuple(Fault))
    store = list(store_options)
    status = actions.add_parser("status", parents=store, help="what waits and what differs")
    status.add_argument("--json", action="store_true")
    once = actions.add_parser("once", parents=store, help="run every round once")
    once.add_argument("--json", action="store_true")
    seal = actions.add_parser("seal", parents=store, help="have a paper sealed outside")
    seal.add_argument("file", type=Path, metavar="PDF")
    seal.add_argument("--authority", required=True, help="whose seal: the department")
    seal.add_argument("--out", type=Path, required=True, metavar="PDF")
    secret = actions.add_parser("secret", parents=store, help="keep a secret, read from a line")
    secret.add_argument("name", metavar="NAME")
    secret.add_argument("--forget", action="store_true")
    return parser


def _add_sample(actions: Any) -> None:
    sample = actions.add_parser("send-sample", help="send an invented document")
    sample.add_argument("what", choices=("online", "platform", "licences", "messages"))
    sample.add_argument("--to", required=True, metavar="URL|FOLDER", help="`-` prints it")
    sample.add_argument("--number", default="SAMPLE-0001", help="of the application or case")
    sample.add_argument("--matter", default="1-2", help="key or code of the hall's catalogue")
    sample.add_argument("--material", default="申请表")


def run(
    args: argparse.Namespace,
    *,
    words: Words,
    now: Callable[[], datetime],
    hall: Callable[[], Hall],
    out: TextIO | None = None,
    source: TextIO | None = None,
) -> int:
    """Run the command and return its exit code."""
    out, source = out or sys.stdout, source or sys.stdin
    match args.action:
        case "schema":
            return _schema(args, out)
        case "check":
            return _check(args, words, now(), out)
        case "send-sample":
            return _send(args, now(), out)
        case "simulate":
            return _simulate(args, out)
        case "status":
            return _status(hall().status(), args.json, out)
        case "seal":
            return _seal(args, hall().seal, out)
        case "once":
            return _once(hall().once(), args.json, out)
        case _:
            value = "" if args.forget else source.readline().strip("\r\n")
            if not value and not args.forget:
                out.write("没有读到口令：从标准输入写一行\n")
                return UNREADABLE
            hall().secret(args.name, value)
            out.write(f"{'已删除' if args.forget else '已登记'}：{args.name}\n")
            return DONE


def _seal(args: argparse.Namespace, seal: Callable[[SealRequest], SealAnswer], out: TextIO) -> int:
    try:
        raw = args.file.read_bytes()
    except OSError:
        raw = b""
    if not raw.startswith(sealing.PDF):
        out.write(f"{args.file.name}：不是能读的 PDF\n")
        return UNREADABLE
    answer = seal(sealing.request_for(raw, args.authority))
    args.out.write_bytes(answer.pdf)
    out.write(f"已用印，印记编号 {answer.serial or '（未给）'}：{args.out.name}\n")
    return DONE


def _schema(args: argparse.Namespace, out: TextIO) -> int:
    if args.name:
        out.write(schemas.text(args.name))
    elif args.json:
        out.write(msgspec.json.encode(tuple(schemas.SCHEMAS)).decode() + "\n")
    else:
        out.write("\n".join(schemas.SCHEMAS) + "\n")
    return DONE


class _Found(msgspec.Struct, frozen=True):
    """One fault as `check` tells it."""

    field: str
    code: str
    text: str


def _check(args: argparse.Namespace, words: Words, now: datetime, out: TextIO) -> int:
    try:
        raw = args.file.read_bytes()
    except OSError:
        out.write(f"{args.file.name}：读不了\n")
        return UNREADABLE
    kind, found = _faults(args.file, raw, words, now)
    if args.json:
        report = {"file": args.file.name, "kind": kind, "faults": found}
        out.write(msgspec.json.encode(report).decode() + "\n")
    else:
        for one in found:
            out.write(f"{one.field or '-'}：{one.text}\n")
        out.write("" if found else f"{args.file.name}：符合 {kind}\n")
    return FOUND if found else DONE


def _faults(path: Path, raw: bytes, words: Words, now: datetime) -> tuple[str, tuple[_Found, ...]]:
    """Judge a file by what it is: settings, templates, or a document of a published format."""
    try:
        if path.name == settings.FILE:
            settings.parse(raw.decode("utf-8-sig"))
            return "settings", ()
        if path.suffix == ".toml":
            templates.load(path)
            return "templates", ()
    except (UnicodeDecodeError, CodedError) as error:
        if not isinstance(error, CodedError):
            error = Invalid(settings.UNFIT, path.name, file=path.name, why="不是 UTF-8 文字")
        return "settings", (_Found(getattr(error, "field", ""), error.code, words(error)),)
    kinds = _kinds(raw)
    if not kinds:
        judged = online.judge(raw, now).faults
        told = (Invalid(f.code, f.field, **f.fields) for f in judged)
        found = tuple(_Found(e.field, e.code, words(e)) for e in told)
        return "online-application", found
    problems = []
    for kind in kinds:
        try:
            msgspec.json.decode(raw, type=schemas.SCHEMAS[kind])
        except msgspec.ValidationError as error:
            problems.append(_Found(kind, "EXC-04", str(error)))
        else:
            return kind, ()
    return kinds[0], tuple(problems)


def _kinds(raw: bytes) -> Sequence[str]:
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return ()
    return FORMATS.get(str(value.get("format")), ()) if isinstance(value, dict) else ()


def _send(args: argparse.Namespace, now: datetime, out: TextIO) -> int:
    """Send one invented document, under the same identity each time."""
    value: object
    path, request = "", args.number
    match args.what:
        case "online":
            value = samples.online(args.number, args.matter, args.material, now)
        case "platform":
            case = samples.case(args.number, now)
            value, path, request = case, "/cases", case.revision
        case "licences":
            value = samples.licence(args.number)
        case _:
            value = {"phone": samples.PHONE, "text": "【示例】试发", "request": args.number}
    raw = msgspec.json.encode(value)
    if args.to == "-":
        out.write(msgspec.json.format(raw, indent=2).decode() + "\n")
    elif args.to.startswith(("http:", "https:")):
        answer = http.post(Endpoint(url=args.to), value, secrets={}, path=path, request=request)
        out.write(msgspec.json.encode(answer).decode() + "\n")
    else:
        out.write(f"{inbox.put(Path(args.to), args.number, raw)}\n")
    return DONE


def _simulate(args: argparse.Namespace, out: TextIO) -> int:
    """Serve until interrupted; each fault shows once, in order."""
    from zcdesk.exchange.simulators.licences import LicenceLibrary
    from zcdesk.exchange.simulators.messages import MessageGateway
    from zcdesk.exchange.simulators.platform import DistrictPlatform
    from zcdesk.exchange.simulators.seals import SealService

    match args.what:
        case "platform":
            served = DistrictPlatform(args.port).served
        case "seals":
            served = SealService(args.port).served
        case "licences":
            served = LicenceLibrary(args.port).served
        case _:
            served = MessageGateway(args.port).served
    served.faults += [Fault(name) for name in args.fault]
    out.write(f"{served.url}\n")
    out.flush()
    # A shell lets what it runs in the background ignore the interrupt; here it is the way out.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        served.wait()
    except KeyboardInterrupt:
        served.close()
    return DONE


def _status(found: dict[str, Any], as_json: bool, out: TextIO) -> int:
    if as_json:
        out.write(msgspec.json.encode(found).decode() + "\n")
        return DONE
    for name, value in found.items():
        if isinstance(value, dict):
            counts = "，".join(f"{state} {count}" for state, count in value.items())
            out.write(f"{name}：{counts or '无'}\n")
        else:
            out.write(f"{name}：{len(value)}\n")
            for row in value:
                out.write("  " + "  ".join(str(v) for v in row.values() if v != "") + "\n")
    return DONE


def _once(found: dict[str, int | str], as_json: bool, out: TextIO) -> int:
    if as_json:
        out.write(msgspec.json.encode(found).decode() + "\n")
    elif not found:
        out.write(f"没有设置对接：数据文件夹里没有 {settings.FILE}\n")
    else:
        out.write("".join(f"{name}：{done}\n" for name, done in found.items()))
    return FOUND if any(isinstance(done, str) for done in found.values()) else DONE
