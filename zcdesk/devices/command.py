"""`zcdesk device list | test | encode | decode | monitor | simulate`.

For installers and whoever looks after a hall's devices. Nothing here opens a store.

Exit codes: 0 done, 1 a frame that is none or a device that does not do it, 2 wrong use or
unreadable input.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from typing import Any, TextIO

from zcdesk.devices.command_words import DONE, REFUSED, WRONG_USE, Stopped, model_named
from zcdesk.errors import CodedError, Invalid

Words = Callable[[CodedError], str]


def add_parser(subparsers: Any) -> argparse.ArgumentParser:
    """Add `device` to the program's commands."""
    parser: argparse.ArgumentParser = subparsers.add_parser(
        "device", help="ports, tests, frames and simulators of the hall's devices"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="serial ports and known models")
    listing.add_argument("--json", action="store_true")
    listing.add_argument("--detect", action="store_true", help="ask each free port who is there")
    _add_test(actions)
    _add_encode(actions)
    decode = actions.add_parser("decode", help="what a frame says, as JSON")
    _add_model(decode)
    decode.add_argument("--hex", required=True, help="bytes; - reads them from the input")
    decode.add_argument("--reveal", action="store_true", help="show the person of a card unmasked")
    _add_monitor(actions)
    _add_simulate(actions)
    return parser


def run(
    args: argparse.Namespace,
    *,
    words: Words = str,
    out: TextIO | None = None,
    err: TextIO | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> int:
    """Run the command and return its exit code.

    Args:
        words: says an error in the interface's words.
    """
    out, err = out or sys.stdout, err or sys.stderr
    try:
        return _run(args, out, err, clock)
    except Stopped as stopped:
        err.write(f"{stopped}\n")
        return stopped.code
    except CodedError as error:
        err.write(_said(error, words) + "\n")
        return WRONG_USE if isinstance(error, Invalid) else REFUSED
    except KeyboardInterrupt:
        return DONE


def _run(args: argparse.Namespace, out: TextIO, err: TextIO, clock: Callable[[], float]) -> int:
    from zcdesk.devices import command_decode, command_encode, command_live, command_traffic

    if args.action == "list":
        return command_live.list_devices(args.json, args.detect, out)
    model = model_named(args.model or "", args.profile)
    match args.action:
        case "encode":
            return command_encode.encode(
                model, args.text, args.address, args.window, args.option, out, err
            )
        case "decode":
            text = sys.stdin.read() if args.hex == "-" else args.hex
            return command_decode.decode(model, text, args.reveal, out, err)
        case "test":
            options = [f"address={args.address}", *args.option]
            return command_live.try_device(model, args.port, options, args.seconds, out, clock)
        case "monitor":
            return command_traffic.monitor(model, args, out, clock)
        case _:
            return command_traffic.simulate(model, args, out)


def _said(error: CodedError, words: Words) -> str:
    """Say an error; a profile's names its file, line and field."""
    fields = error.fields
    if "why" in fields and "line" in fields:
        line = f" 第 {fields['line']} 行 {fields['place']}" if fields["line"] else ""
        return f"{fields['file']}{line}：{fields['why']}"
    return words(error)


def _add_model(parser: argparse.ArgumentParser, *, positional: bool = False) -> None:
    if positional:
        parser.add_argument("model", metavar="MODEL", nargs="?", help="see `device list`")
    else:
        parser.add_argument("--model", help="see `device list`")
    parser.add_argument("--profile", default="", metavar="FILE", help="a hall's own description")


def _add_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--option", action="append", default=[], metavar="K=V", help="may be given several times"
    )


def _add_encode(actions: Any) -> None:
    encode = actions.add_parser("encode", help="a text as the exact bytes, one frame a line")
    _add_model(encode)
    encode.add_argument("--text", required=True)
    encode.add_argument("--address", default="", help="of the device on its bus; 1")
    encode.add_argument("--window", default="", help="window number, where a frame has one")
    _add_option(encode)


def _add_test(actions: Any) -> None:
    test = actions.add_parser("test", help="do something a person can see or hear")
    _add_model(test, positional=True)
    test.add_argument("--port", required=True, help="COM3, /dev/ttyUSB0, tcp:HOST:PORT, …")
    test.add_argument("--address", default="1")
    test.add_argument("--seconds", type=float, default=20.0, help="to wait for a person")
    _add_option(test)


def _add_monitor(actions: Any) -> None:
    monitor = actions.add_parser("monitor", help="show decoded traffic both ways")
    _add_model(monitor)
    monitor.add_argument("--port", required=True, help="the device's port")
    monitor.add_argument("--pty", default="", metavar="PATH", help="let a program go through here")
    monitor.add_argument("--tcp", default="", metavar="HOST:PORT", help="or through here")
    monitor.add_argument("--record", default="", metavar="FILE", help="write a transcript")
    monitor.add_argument("--reveal", action="store_true", help="show persons unmasked")
    monitor.add_argument("--seconds", type=float, default=0.0, help="0: until interrupted")


def _add_simulate(actions: Any) -> None:
    simulate = actions.add_parser("simulate", help="play a device at the far end of a real line")
    _add_model(simulate, positional=True)
    simulate.add_argument("--pty", default="", metavar="PATH")
    simulate.add_argument("--tcp", default="", metavar="HOST:PORT")
    simulate.add_argument("--fault", action="append", default=[], metavar="NAME[=VALUE]")
    simulate.add_argument("--after", type=int, default=0, help="answers that go well before it")
    simulate.add_argument("--times", type=int, default=0, help="answers it spoils; 0: all")
    simulate.add_argument("--seed", type=int, default=0)
    simulate.add_argument("--replug", type=float, default=None, metavar="SECONDS")
    simulate.add_argument("--seconds", type=float, default=0.0, help="0: until interrupted")
    _add_option(simulate)
