"""The words of `zcdesk backup …` and its kin; importing this costs nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ADMINISTRATOR = "an administrator"
Made = dict[str, argparse.ArgumentParser]


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Add every command; each parser says by `group` what it is."""
    yield from _alone(commands)
    yield from _out(commands)
    for one in (_pilot, _update, _backup, _keys):
        yield one(commands)


def _alone(commands: Any) -> Iterator[argparse.ArgumentParser]:
    made = _parsers(
        commands,
        {
            "verify": "check every chain, number and hash of the store",
            "rebuild": "make the read tables again from the acts",
            "retain": "erase personal records whose time is over",
        },
    )
    made["verify"].add_argument("--json", action="store_true")
    made["retain"].add_argument("--proof", type=Path, default=None, metavar="PDF")
    for name, parser in made.items():
        parser.set_defaults(group=name)
        yield parser


def _out(commands: Any) -> Iterator[argparse.ArgumentParser]:
    made = _parsers(
        commands,
        {
            "export": "everything this station holds, in the clear",
            "remove": "take this station off the PC for good",
        },
    )
    _folder(made["export"], "--all", help="a new folder")
    made["export"].add_argument("--no-pdf", action="store_true", help="papers as data only")
    _folder(made["remove"], "--after", help="the full export made before")
    for name, parser in made.items():
        _by(parser)
        parser.set_defaults(group=name)
        yield parser


def _backup(commands: Any) -> argparse.ArgumentParser:
    parser, made = _group(
        commands,
        "backup",
        "copies of this station on another disk, and back from one",
        {
            "now": "make a copy and look it through",
            "set": "where copies go at every closing",
            "list": "the copies in a folder",
            "verify": "read every file of a copy",
            "restore": "bring this station back from a copy",
        },
    )
    _folder(made["now"], "--to", required=False)
    _folder(made["set"], "--to")
    for name in ("list", "verify", "restore"):
        _folder(made[name], "--from", dest="source")
    for name in ("verify", "restore"):
        made[name].add_argument("--copy", default="", help="name of its folder; else the newest")
    back = made["restore"]
    back.add_argument("--replace", action="store_true", help="set what is here aside")
    back.add_argument("--code", default=None, help="recovery code; asked for if needed")
    return parser


def _keys(commands: Any) -> argparse.ArgumentParser:
    """A code or a secret is asked for, never a word of the command."""
    parser, made = _group(
        commands,
        "keys",
        "the key of this PC's data: its paper for the safe, recovery, change",
        {
            "status": "say whether the paper opens this PC's data",
            "paper": "make a new recovery key and its paper; the old paper is void",
            "recover": "bring a lost key back from the paper",
            "change": "give the data a new key; close the desk first",
            "algorithms": "seal with AES (standard) or with SM4 and SM3 (sm) from now on",
        },
    )
    for name in ("paper", "change", "algorithms"):
        _by(made[name])
    made["paper"].add_argument("--out", type=Path, required=True, metavar="PDF")
    made["algorithms"].add_argument("profile", choices=("standard", "sm"))
    return parser


def _update(commands: Any) -> argparse.ArgumentParser:
    parser, made = _group(
        commands,
        "update",
        "versions of the program: whose count, which is rolled out, going back",
        {
            "status": "what runs where, and what is rolled out",
            "trust": "pin the key whose signature counts in this hall",
            "folder": "the stick or share packages are brought from",
            "roll-out": "have the stations take a version at closing",
            "stop": "no station takes it any more",
            "ask": "at closing: bring what is due and ask the installer for it",
            "back": "make the data readable for the version before",
            "pin": "root: pin the key on this PC",
            "keep": "root: keep the package this PC was installed from",
            "install": "root: install what is asked for in the spool",
            "previous": "root: install the version before",
        },
    )
    for name in ("trust", "roll-out", "stop", "back"):
        _by(made[name])
    for name in ("trust", "pin"):
        made[name].add_argument("--key", type=Path, required=True, help="release.pub")
    for name in ("roll-out", "folder"):
        _folder(made[name], "--from", dest="source")
    for name in ("ask", "install", "previous", "keep", "pin"):
        made[name].add_argument("--spool", type=Path, default=None, help=argparse.SUPPRESS)
    out = made["roll-out"]
    out.add_argument("--since", default="", metavar="DAY", help="2026-12-01; today if not")
    out.add_argument("--first", action="append", default=[], metavar="STATION")
    out.add_argument("--rest-since", default="", metavar="DAY")
    made["stop"].add_argument("--reason", required=True)
    made["back"].add_argument("--schema", type=int, required=True, help="of the version before")
    made["keep"].add_argument("--package", type=Path, required=True)
    return parser


def _pilot(commands: Any) -> argparse.ArgumentParser:
    parser, made = _group(
        commands,
        "pilot",
        "one window beside an existing system, and the comparison at its end",
        {
            "follow": "follow the existing caller's text feed",
            "compare": "the comparison sheet as PDF and XLSX",
        },
    )
    made["follow"].add_argument(
        "--feed", required=True, metavar="URL", help="serial:…, tcp:HOST:PORT, file:PATH; - = none"
    )
    sheet = made["compare"]
    sheet.add_argument("--before", type=Path, required=True, metavar="FILE", help="counted (TOML)")
    for name in ("--first", "--last"):
        sheet.add_argument(name, required=True, metavar="DAY")
    _folder(sheet, "--out")
    _by(sheet, "supervisor, administrator")
    return parser


def _group(
    commands: Any, name: str, text: str, actions: Mapping[str, str]
) -> tuple[argparse.ArgumentParser, Made]:
    """Add a command of several actions (name → help)."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=text)
    parser.set_defaults(group=name)
    return parser, _parsers(
        parser.add_subparsers(dest="action", required=True, metavar="ACTION"), actions
    )


def _parsers(commands: Any, texts: Mapping[str, str]) -> Made:
    """Add parsers by name, each for the data of a station."""
    made: Made = {name: commands.add_parser(name, help=text) for name, text in texts.items()}
    for parser in made.values():
        parser.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return made


def _by(parser: argparse.ArgumentParser, who: str = ADMINISTRATOR) -> None:
    parser.add_argument("--by", required=True, metavar="STAFF_NO", help=who)


def _folder(parser: argparse.ArgumentParser, name: str, **more: Any) -> None:
    parser.add_argument(name, type=Path, metavar="FOLDER", **{"required": True, **more})
