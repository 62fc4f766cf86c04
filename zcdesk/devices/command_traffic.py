"""`zcdesk device monitor | simulate`: traffic shown decoded, and devices played.

Traffic with a card reader is shown masked, and is not recorded unless the caller reveals it.
"""

from __future__ import annotations

import argparse
import errno
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from select import select
from threading import Event, Thread, current_thread, main_thread
from types import MappingProxyType
from typing import TextIO

from zcdesk.devices.command_decode import reader
from zcdesk.devices.command_words import DONE, REFUSED, Stopped, no_more, options_of, url_of
from zcdesk.devices.models import Model
from zcdesk.devices.simulators.far_side import FarSide, Fault, Fit
from zcdesk.devices.simulators.models import fits, obey, played
from zcdesk.devices.simulators.models import options_of as options_played
from zcdesk.devices.simulators.serve import Line, PtyLine, Server, TcpLine
from zcdesk.devices.tap import Shown
from zcdesk.devices.transcript import Recording
from zcdesk.devices.wire import Wire, open_wire

_SLICE = 0.02
_LAST_PORT = 0xFFFF
_WHY = MappingProxyType(
    {
        errno.EEXIST: "那里已有别的文件，不会覆盖，请换一个路径",
        errno.ENOENT: "没有这个文件夹",
        errno.ENOTDIR: "没有这个文件夹",
        errno.EACCES: "没有权限",
        errno.EROFS: "那里不能写",
        errno.EADDRINUSE: "这个端口已被占用，请换一个",
        errno.EADDRNOTAVAIL: "不是本机的地址",
        socket.EAI_NONAME: "没有这个主机名",
    }
)


def monitor(model: Model, args: argparse.Namespace, out: TextIO, clock: Callable[[], float]) -> int:
    """Show decoded traffic; with a line to go through, of the program on its other side too."""
    if args.record and model.name == "sam-v" and not args.reveal:
        raise Stopped("读卡记录含个人信息，要记录须加 --reveal")
    through = line_to(args.pty, args.tcp)
    with ExitStack() as stack:
        wire: Wire = stack.enter_context(closing(open_wire(url_of(args.port), model.lines[0])))
        if args.record:
            file = stack.enter_context(Path(args.record).open("w", encoding="utf-8"))
            wire = Recording(wire, file, clock)
        if through is not None:
            with _said(through):
                through.plug()
            stack.callback(through.unplug)
            out.write(f"{model.title}：{through.url}\n")
            out.flush()
        hides = model.name == "sam-v" and not args.reveal
        from_device = Shown("<", reader(model, False, args.reveal), hides, _lines(out))
        to_device = Shown(">", reader(model, True, args.reveal), hides, _lines(out))
        end = clock() + args.seconds if args.seconds else None
        while end is None or clock() < end:
            for data in _from_program(through):
                to_device.show(data)
                wire.write(data)
            if data := wire.read(_SLICE):
                from_device.show(data)
                if through is not None:
                    through.send(data)
    return DONE


def simulate(model: Model, args: argparse.Namespace, out: TextIO) -> int:
    """Play a device until interrupted, obeying lines typed in."""
    line = line_to(args.pty, args.tcp)
    if line is None:
        raise Stopped("请用 --pty 路径 或 --tcp 主机:端口 指明接在哪里")
    faults = _faults(args)
    options = options_of(args.option)
    known = options_played(model)
    no_more({name: options[name] for name in options if name not in known}, known or ("无",))
    try:
        far = FarSide(played(model, options), *faults, seed=args.seed)
    except ValueError as error:
        raise Stopped(f"选项不对：{'、'.join(args.option)}（{error}）") from error
    heard = Shown("<", reader(model, True), False, _lines(out))
    with _said(line):
        server = Server(far, line, replug_after=args.replug, on_heard=heard.show)
    out.write(f"{model.title}：{line.url}\n")
    out.flush()
    with _typed(server, out), _stopped_after(server, args.seconds):
        server.run()
    return DONE


def _faults(args: argparse.Namespace) -> tuple[Fit, ...]:
    try:
        return fits(args.fault, args.after, args.times)
    except ValueError as error:
        told = "、".join(args.fault)
        known = "、".join(Fault)
        raise Stopped(f"没有故障“{told}”，应为 名 或 名=数，可用：{known}") from error


@contextmanager
def _said(line: Line) -> Iterator[None]:
    """Say why a line cannot be laid there."""
    try:
        yield
    except OSError as error:
        why = _WHY.get(error.errno or 0) or error.strerror or str(error)
        raise Stopped(f"不能接在 {line.url}：{why}", REFUSED) from error


def _lines(out: TextIO) -> Callable[[str], None]:
    """Return what prints a line at once."""

    def say(line: str) -> None:
        out.write(line + "\n")
        out.flush()

    return say


def _from_program(through: Line | None) -> Iterator[bytes]:
    if through is not None and (files := through.files()):
        for fd in select(files, [], [], 0)[0]:
            if data := through.receive(fd):
                yield data


@contextmanager
def _typed(server: Server, out: TextIO) -> Iterator[None]:
    """Obey lines typed in, in the serving thread."""

    def answer(words: list[str]) -> None:
        out.write(obey(server, words) + "\n")
        out.flush()

    def listen() -> None:
        # An input that is closed or not to be read: nobody types.
        with suppress(OSError, ValueError):
            for line in sys.stdin:
                server.do(partial(answer, line.split()))

    if sys.stdin is not None:
        Thread(target=listen, daemon=True).start()
    yield


@contextmanager
def _stopped_after(server: Server, seconds: float) -> Iterator[None]:
    """Stop the server after a while, or when interrupted or told to end."""
    over = Event()

    def wait() -> None:
        if not over.wait(seconds):
            server.stop()

    if seconds:
        Thread(target=wait, daemon=True).start()
    is_main = current_thread() is main_thread()
    before = signal.signal(signal.SIGTERM, lambda *_: server.stop()) if is_main else None
    try:
        yield
    except KeyboardInterrupt:
        server.line.unplug()
    finally:
        over.set()
        if is_main:
            signal.signal(signal.SIGTERM, before)


def line_to(pty: str, tcp: str) -> Line | None:
    """Return the line a program may connect to, None where none was asked for."""
    if pty and tcp:
        raise Stopped("--pty 和 --tcp 只能选一个")
    if pty:
        if sys.platform == "win32":
            raise Stopped("Windows 没有伪终端，请用 --tcp")
        return PtyLine(Path(pty))
    if not tcp:
        return None
    host, _, port = tcp.rpartition(":")
    if not port.isdecimal() or int(port) > _LAST_PORT:
        raise Stopped(f"--tcp 应为 主机:端口，现为“{tcp}”")
    return TcpLine(host or "127.0.0.1", int(port))
