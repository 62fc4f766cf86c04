"""The command `zcdesk`: without a word it starts the desk.

Exit codes: 0 done, 1 findings or a refusal said in words, 2 wrong use or unreadable input.
Each command imports what it needs when it runs, so `--help` costs nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from zcdesk import __version__, spoken
from zcdesk.errors import CodedError

Run = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Parse the words and run the command."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["bench-child"]:  # timed from its very start: no parser stands before it
        from zcdesk.bench import child

        child.main(words[1:])
        return 0
    spoken.every_character()
    args = _desk_args(words) or _parser().parse_args(words)
    run: Run = args.run
    try:
        if run in (_catalogue, _calendar, _form, _device, _exchange, _bookings):
            return spoken.told(run, args)
        if run in (_server, _sync, _doctor, _upkeep):
            spoken.speak(getattr(args, "data", None))  # others may open a window, which speaks
        return run(args)
    except (CodedError, EOFError) as error:
        spoken.speak(getattr(args, "data", None))
        print(spoken.words(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0


def _desk_args(words: Sequence[str]) -> argparse.Namespace | None:
    """Return the arguments of words that only start the desk: then no parser need be built."""
    match words:
        case []:
            return argparse.Namespace(data=None, run=_desk)
        case ["--data", folder] if not folder.startswith("-"):
            return argparse.Namespace(data=Path(folder), run=_desk)
    return None


def _parser() -> argparse.ArgumentParser:
    about = "综窗台: the desk of one counter of a government service hall"
    parser = argparse.ArgumentParser(prog="zcdesk", description=about)
    parser.add_argument("--version", action="version", version=f"zcdesk {__version__}")
    parser.add_argument("--data", type=Path, default=None, help="folder of the store")
    parser.set_defaults(run=_desk)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_setup(commands)
    _add_demo(commands)
    _add_catalogue(commands)
    _add_calendar(commands)
    _add_form(commands)
    _add_device(commands)
    _add_exchange(commands)
    _add_bookings(commands)
    _add_report(commands)
    _add_bench(commands)
    _add_sync(commands)
    _add_hall(commands)
    _add_doctor(commands)
    _add_poster(commands)
    _add_upkeep(commands)
    return parser


_Commands = argparse._SubParsersAction


def _data_option() -> argparse.ArgumentParser:
    """`--data` after the command as well as before it."""
    option = argparse.ArgumentParser(add_help=False)
    option.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return option


def _add_setup(commands: _Commands[argparse.ArgumentParser]) -> None:
    setup = commands.add_parser("setup", help="create a hall, or join one, from one file")
    setup.add_argument("--answers", type=Path, required=True, help="answers file (TOML)")
    setup.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    setup.set_defaults(run=_setup)


def _add_demo(commands: _Commands[argparse.ArgumentParser]) -> None:
    demo = commands.add_parser("demo", help="a simulated hall to try the program in")
    demo.add_argument("--headless", action="store_true", help="play a whole day by key events")
    demo.add_argument("--out", type=Path, default=Path("out/demo"), help="papers and pictures")
    demo.set_defaults(run=_demo)


def _add_catalogue(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.catalogue import command

    command.add_parser(commands, (_data_option(),)).set_defaults(run=_catalogue)


def _add_calendar(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.calendar import command

    command.add_parser(commands).set_defaults(run=_calendar)


def _add_form(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.forms import command

    command.add_parser(commands, (_data_option(),)).set_defaults(run=_form)


def _add_device(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.devices import command

    command.add_parser(commands).set_defaults(run=_device)


def _add_exchange(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.exchange import command

    command.add_parser(commands, (_data_option(),)).set_defaults(run=_exchange)


def _add_bookings(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk import booking_command

    booking_command.add_parser(commands, [_data_option()]).set_defaults(run=_bookings)


def _add_report(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk import report_command

    report_command.add_parser(commands, [_data_option()]).set_defaults(run=report_command.run)


def _add_bench(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.bench import command

    command.add_parser(commands, _bench)


def _add_sync(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.sync import command

    command.add_server(commands).set_defaults(run=_server)
    command.add_sync(commands).set_defaults(run=_sync)


def _add_hall(commands: _Commands[argparse.ArgumentParser]) -> None:
    for name, text in (
        ("kiosk", "take numbers, read guides, ask for results, rate: a screen citizens touch"),
        ("board", "called numbers and waits on the hall's large screen"),
    ):
        command = commands.add_parser(
            name, help=text, description=f"{text}; a window of the desk that runs on this PC"
        )
        command.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        command.set_defaults(run=_hall, window=name)
        if name == "board":
            kinds = "calls and waits for citizens (default), or the leaders' figures of the day"
            command.add_argument(
                "--kind", choices=("board", "leaders"), dest="window", default="board", help=kinds
            )
    following = commands.add_parser(
        "call-next", help="call the next number at the running desk: for a key of the system"
    )
    following.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    following.set_defaults(run=_call_next)


def _add_doctor(commands: _Commands[argparse.ArgumentParser]) -> None:
    doctor = commands.add_parser("doctor", help="look at this PC and say what to do")
    doctor.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    doctor.add_argument("--json", action="store_true")
    doctor.add_argument("--whole", action="store_true", help="walk every chain of the store too")
    doctor.add_argument("--bundle", type=Path, metavar="FILE", help="write a zip for whoever helps")
    doctor.set_defaults(run=_doctor)


def _add_poster(commands: _Commands[argparse.ArgumentParser]) -> None:
    poster = commands.add_parser("poster", help="write the poster of keys: one A4 sheet")
    poster.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    poster.add_argument("file", type=Path, metavar="FILE", help=".pdf or .png")
    poster.set_defaults(run=_poster)


def _add_upkeep(commands: _Commands[argparse.ArgumentParser]) -> None:
    from zcdesk.upkeep import words

    for parser in words.add(commands):
        parser.set_defaults(run=_upkeep)


def _desk(args: argparse.Namespace) -> int:
    import gc

    gc.disable()  # until the login is painted: nothing made so far is rubbish
    from zcdesk import app, paths

    return app.run(paths.data_dir(args.data))


def _call_next(args: argparse.Namespace) -> int:
    from zcdesk import hall, paths

    return hall.call_next(paths.data_dir(args.data))


def _hall(args: argparse.Namespace) -> int:
    from zcdesk import hall, paths

    return hall.run(paths.data_dir(args.data), args.window)


def _setup(args: argparse.Namespace) -> int:
    from zcdesk import paths
    from zcdesk.first_run import command

    data = paths.data_dir(args.data)
    complain = partial(print, file=sys.stderr)
    return command.run(args, data, words=spoken.words, say=print, complain=complain)


def _demo(args: argparse.Namespace) -> int:
    from zcdesk import demo

    return demo.run(args.out, headless=args.headless)


def _catalogue(args: argparse.Namespace) -> int:
    from zcdesk import paths, station
    from zcdesk.catalogue import command
    from zcdesk.catalogue.raw import RawFile
    from zcdesk.domain.matter import Matter
    from zcdesk.domain.package import Package
    from zcdesk.operations import catalogue, catalogue_table, packages

    data = paths.data_dir(args.data)

    def current() -> tuple[Matter, ...]:
        with station.unlocked(data) as (session,):
            return tuple(catalogue.catalogue(session).matters.values())

    def take_in(raw: RawFile) -> catalogue_table.Imported:
        with station.unlocked(data, args.by, args.approve) as (session, *second):
            if not second:
                return catalogue_table.take_in(session, raw, effective=args.effective)
            return catalogue_table.publish(session, second[0], raw, effective=args.effective)

    def hand_in(wanted: tuple[Package, ...]) -> packages.Proposed:
        with station.unlocked(data, args.by, args.approve) as (session, *second):
            if not second:
                return packages.propose(session, wanted, args.file)
            return packages.publish(session, second[0], wanted, args.file)

    return command.run(args, current_matters=current, import_table=take_in, hand_in=hand_in)


def _form(args: argparse.Namespace) -> int:
    from zcdesk.forms import command

    def publish(version: str, texts: dict[str, dict[str, str]]) -> None:
        from zcdesk import paths, station
        from zcdesk.operations import words

        with station.unlocked(paths.data_dir(args.data), args.by) as (session,):
            words.publish(session, version, texts)

    return command.run(args, publish=publish)


def _calendar(args: argparse.Namespace) -> int:
    from zcdesk import calendar, paths
    from zcdesk.calendar import command

    # `due` computes with what is shipped; imported years only count where their data are named
    data = paths.data_dir(args.data) if args.data or args.action == "import" else None
    return command.run(args, years=data / calendar.YEARS if data else None)


def _device(args: argparse.Namespace) -> int:
    from zcdesk.devices import command

    return command.run(args, words=spoken.words)


def _exchange(args: argparse.Namespace) -> int:
    from zcdesk import paths, rounds, station
    from zcdesk.exchange import command

    hall = partial(rounds.of_hall, paths.data_dir(args.data), spoken.words)
    return command.run(args, words=spoken.words, now=station.clock, hall=hall)


def _bookings(args: argparse.Namespace) -> int:
    from zcdesk import booking_command, paths

    return booking_command.run(args, paths.data_dir(args.data), words=spoken.words)


def _bench(args: argparse.Namespace) -> int:
    from zcdesk.bench import command

    return command.run(args, say=print, note=partial(print, file=sys.stderr))


def _server(args: argparse.Namespace) -> int:
    from zcdesk import forms, paths, station
    from zcdesk.sync import command
    from zcdesk.ui.server_words import server_words

    data = paths.data_dir(getattr(args, "data", None))
    text, code = command.server(
        args,
        open_store=lambda: station.open_store(data),
        now=station.clock,
        render=forms.render,
        tell=lambda line: print(server_words(line), flush=True),
    )
    print(text if getattr(args, "json", False) else server_words(text))
    return code


def _sync(args: argparse.Namespace) -> int:
    from zcdesk import paths, station
    from zcdesk.sync import command
    from zcdesk.ui.server_words import server_words

    data = paths.data_dir(args.data)
    if args.action == "move":
        from zcdesk.first_run import moving

        print(moving.run(args, data))
        return 0
    text, code = command.sync(
        args,
        open_store=lambda: station.open_store(data),
        join=lambda hall, name: station.join(data, hall, name),
        now=station.clock,
    )
    print(text if args.action == "once" else server_words(text))  # a round answers as JSON
    return code


def _doctor(args: argparse.Namespace) -> int:
    from zcdesk import paths, station
    from zcdesk.doctor import command

    data = paths.data_dir(args.data)
    found = list(command.findings(data, station.clock(), whole=args.whole))
    print(command.as_json(found) if args.json else command.text(found))
    if args.bundle:
        command.bundle(args.bundle, data, found)
    return command.exit_code(found)


def _poster(args: argparse.Namespace) -> int:
    import os

    from zcdesk import paths, settings
    from zcdesk.errors import StoreError
    from zcdesk.ui import key_command, keys_given, poster, theme
    from zcdesk.ui.language import install_language

    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    station = settings.load(paths.data_dir(args.data))
    install_language(theme.start([]), station.language)
    key_command.give(keys_given.sound(station.keys))
    try:
        print(poster.write(args.file))
    except OSError as error:
        raise StoreError("REV-15", file=str(args.file)) from error
    return 0


def _upkeep(args: argparse.Namespace) -> int:
    from getpass import getpass

    from zcdesk import paths
    from zcdesk.upkeep import command

    text, code = command.run(args, paths.data_dir(args.data), getpass)
    print(text)
    return code
