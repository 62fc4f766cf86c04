"""The words of `zcdesk backup …` and its kin; importing this costs nothing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def add(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Add every command; each parser says by `group` what it is."""
    for name, text in (
        ("verify", "check every chain, number and hash of the store"),
        ("rebuild", "make the read tables again from the acts"),
        ("retain", "erase personal records whose time is over"),
    ):
        walk = commands.add_parser(name, help=text)
        walk.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if name == "verify":
            walk.add_argument("--json", action="store_true")
        if name == "retain":
            walk.add_argument("--proof", type=Path, default=None, metavar="PDF")
        walk.set_defaults(group=name)
        yield walk
    yield from add_out(commands)
    pilot = add_pilot(commands)
    pilot.set_defaults(group="pilot")
    yield pilot
    update = add_update(commands)
    update.set_defaults(group="update")
    yield update
    copies = add_backup(commands)
    copies.set_defaults(group="backup")
    yield copies
    keys = add_keys(commands)
    keys.set_defaults(group="keys")
    yield keys


def add_backup(commands: Any) -> argparse.ArgumentParser:
    """Add `backup` to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "backup", help="copies of this station on another disk, and back from one"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("now", "make a copy and look it through"),
        ("set", "where copies go at every closing"),
        ("list", "the copies in a folder"),
        ("verify", "read every file of a copy"),
        ("restore", "bring this station back from a copy"),
    ):
        made = actions.add_parser(name, help=text)
        made.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if name == "now":
            made.add_argument("--to", type=Path, default=None, metavar="FOLDER")
        elif name == "set":
            made.add_argument("--to", type=Path, required=True, metavar="FOLDER")
        else:
            made.add_argument("--from", type=Path, required=True, dest="source", metavar="FOLDER")
        if name in ("verify", "restore"):
            made.add_argument("--copy", default="", help="name of its folder; else the newest")
        if name == "restore":
            made.add_argument("--replace", action="store_true", help="set what is here aside")
            made.add_argument("--code", default=None, help="recovery code; asked for if needed")
    return parser


def add_keys(commands: Any) -> argparse.ArgumentParser:
    """Add `keys` to the command line; a code or a secret is asked for, never a word of it."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "keys", help="the key of this PC's data: its paper for the safe, recovery, change"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("status", "say whether the paper opens this PC's data"),
        ("paper", "make a new recovery key and its paper; the old paper is void"),
        ("recover", "bring a lost key back from the paper"),
        ("change", "give the data a new key; close the desk first"),
        ("algorithms", "seal with AES (standard) or with SM4 and SM3 (sm) from now on"),
    ):
        made = actions.add_parser(name, help=text)
        made.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if name in ("paper", "change", "algorithms"):
            made.add_argument("--by", required=True, metavar="STAFF_NO", help="an administrator")
        if name == "paper":
            made.add_argument("--out", type=Path, required=True, metavar="PDF")
        if name == "algorithms":
            made.add_argument("profile", choices=("standard", "sm"))
    return parser


def add_update(commands: Any) -> argparse.ArgumentParser:
    """Add `update` to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "update", help="versions of the program: whose count, which is rolled out, going back"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, text in (
        ("status", "what runs where, and what is rolled out"),
        ("trust", "pin the key whose signature counts in this hall"),
        ("folder", "the stick or share packages are brought from"),
        ("roll-out", "have the stations take a version at closing"),
        ("stop", "no station takes it any more"),
        ("ask", "at closing: bring what is due and ask the installer for it"),
        ("back", "make the data readable for the version before"),
        ("pin", "root: pin the key on this PC"),
        ("keep", "root: keep the package this PC was installed from"),
        ("install", "root: install what is asked for in the spool"),
        ("previous", "root: install the version before"),
    ):
        made = actions.add_parser(name, help=text)
        made.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        if name in ("trust", "roll-out", "stop", "back"):
            made.add_argument("--by", required=True, metavar="STAFF_NO", help="an administrator")
        if name in ("trust", "pin"):
            made.add_argument("--key", type=Path, required=True, help="release.pub")
        if name in ("roll-out", "folder"):
            made.add_argument("--from", type=Path, required=True, dest="source", metavar="FOLDER")
        if name in ("ask", "install", "previous", "keep", "pin"):
            made.add_argument("--spool", type=Path, default=None, help=argparse.SUPPRESS)
        if name == "roll-out":
            made.add_argument("--since", default="", metavar="DAY", help="2026-12-01; today if not")
            made.add_argument("--first", action="append", default=[], metavar="STATION")
            made.add_argument("--rest-since", default="", metavar="DAY")
        elif name == "stop":
            made.add_argument("--reason", required=True)
        elif name == "back":
            made.add_argument("--schema", type=int, required=True, help="of the version before")
        elif name == "keep":
            made.add_argument("--package", type=Path, required=True)
    return parser


def add_out(commands: Any) -> Iterator[argparse.ArgumentParser]:
    """Add `export` and `remove`."""
    export = commands.add_parser("export", help="everything this station holds, in the clear")
    export.add_argument("--all", type=Path, required=True, metavar="FOLDER", help="a new folder")
    export.add_argument("--no-pdf", action="store_true", help="papers as data only")
    remove = commands.add_parser("remove", help="take this station off the PC for good")
    remove.add_argument(
        "--after", type=Path, required=True, metavar="FOLDER", help="the full export made before"
    )
    for name, parser in (("export", export), ("remove", remove)):
        parser.add_argument("--by", required=True, metavar="STAFF_NO", help="an administrator")
        parser.add_argument("--data", type=Path, default=argparse.SUPPRESS)
        parser.set_defaults(group=name)
        yield parser


def add_pilot(commands: Any) -> argparse.ArgumentParser:
    """Add `pilot` to the command line."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "pilot", help="one window beside an existing system, and the comparison at its end"
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    follow = actions.add_parser("follow", help="follow the existing caller's text feed")
    follow.add_argument(
        "--feed", required=True, metavar="URL", help="serial:…, tcp:HOST:PORT, file:PATH; - = none"
    )
    made = actions.add_parser("compare", help="the comparison sheet as PDF and XLSX")
    made.add_argument("--before", type=Path, required=True, metavar="FILE", help="counted (TOML)")
    made.add_argument("--first", required=True, metavar="DAY")
    made.add_argument("--last", required=True, metavar="DAY")
    made.add_argument("--out", type=Path, required=True, metavar="FOLDER")
    made.add_argument("--by", required=True, metavar="STAFF_NO", help="supervisor, administrator")
    for one in (follow, made):
        one.add_argument("--data", type=Path, default=argparse.SUPPRESS)
    return parser
