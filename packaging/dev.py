#!/usr/bin/env python3
"""The project's front door: makes sure of the environment, then runs what is asked.

Standard library only: it has to work on a fresh machine with nothing but Python.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import checks
import deb as debian
import environment
import freeze
import requirement_rows
import server_deb
import translation
import try_deb
import windows

ROOT = environment.ROOT
Run = Callable[[argparse.Namespace, list[str]], int]


def python(*arguments: str, **variables: str) -> int:
    """Run the environment's Python from the checkout and return its exit code."""
    command = [str(environment.ready()), *arguments]
    return subprocess.call(command, cwd=ROOT, env=environment.child_environment(**variables))


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def demo(options: argparse.Namespace, rest: list[str]) -> int:
    out = Path(options.out or ROOT / "out" / "demo").absolute()
    if has_display() and not options.headless:
        results = ("--out", str(out)) if options.out else ()
        return python("-m", "zcdesk", "demo", *results, *rest)
    environment.say(f"the scripted day runs without a display; its results go to {out}")
    headless = ("--headless", "--out", str(out))
    return python("-m", "zcdesk", "demo", *headless, *rest, QT_QPA_PLATFORM="offscreen")


def test(options: argparse.Namespace, rest: list[str]) -> int:
    environment.ready(environment.FOR_TESTS)
    return python("-m", "pytest", "-n", str(options.n), *rest)


def soak(options: argparse.Namespace, rest: list[str]) -> int:
    selection = ("-m", "hypothesis or soak", "--hypothesis-profile", "soak", "--timeout", "3600")
    return python("-m", "pytest", "-n", str(options.n), *selection, *rest)


def release(options: argparse.Namespace, rest: list[str]) -> int:
    return python(str(Path("packaging") / "release.py"), *rest)


def pictures(options: argparse.Namespace, rest: list[str]) -> int:
    """Play the day and take the documentation's pictures and the poster from it."""
    out = ROOT / "out" / "demo"
    options.out, options.headless = str(out), True
    made = demo(options, rest) if not options.played else 0
    played = options.played or str(out)
    poster = str(ROOT / "docs" / "pictures" / "keys.png")
    return (
        made
        or python("-m", "zcdesk", "poster", poster, QT_QPA_PLATFORM="offscreen")
        or python(str(Path("packaging") / "pictures.py"), played)
    )


def drill(name: str) -> Run:
    """Return the command that runs one of `drills/` on real clusters of this machine."""

    def run(options: argparse.Namespace, rest: list[str]) -> int:
        environment.ready(environment.FOR_TESTS)
        return python(str(Path("packaging") / "drills" / f"{name}.py"))

    return run


def bench(options: argparse.Namespace, rest: list[str]) -> int:
    platform = {} if has_display() else {"QT_QPA_PLATFORM": "offscreen"}
    return python("-m", "zcdesk", "bench", *rest, **platform)


def check(options: argparse.Namespace, rest: list[str]) -> int:
    environment.ready()
    failed = checks.run(options.guard)
    print(f"{failed} failed" if failed else "all clean")
    return 1 if failed else 0


def fix(options: argparse.Namespace, rest: list[str]) -> int:
    return python("-m", "ruff", "check", "--fix", ".") or python("-m", "ruff", "format", ".")


def _written(write: Callable[[], str], faults: Callable[[], list[str]], only_check: bool) -> int:
    """Write, or with --check only tell what is wrong."""
    if not only_check:
        print(write())
        return 0
    found = faults()
    print(*(found or ["all clean"]), sep="\n")
    return 1 if found else 0


def translate(options: argparse.Namespace, rest: list[str]) -> int:
    environment.ready()
    return _written(translation.write, translation.faults, options.check)


def requirements(options: argparse.Namespace, rest: list[str]) -> int:
    return _written(requirement_rows.write, requirement_rows.faults, options.check)


def deb(options: argparse.Namespace, rest: list[str]) -> int:
    package = debian.build(options.compression)
    print(f"{package} {package.stat().st_size / 1e6:.0f} MB")
    found = debian.findings(package)
    if found is None and options.trial:
        environment.install_packages(debian.CHECKERS)
        found = debian.findings(package)
    if found is None:
        environment.say(f"not looked through: {' and '.join(debian.CHECKERS)} are missing")
    elif found:
        print(*found, sep="\n")
        return 1
    if not options.trial:
        return 0
    if reason := try_deb.reason_not():
        environment.say(f"{reason}; the package is built, not tried")
        return 0
    # The same program under a lower number stands for the release before.
    previous = debian.build("gzip", freeze.TREE, f"{freeze.version()}~previous")
    return try_deb.run(package, previous)


def server(options: argparse.Namespace, rest: list[str]) -> int:
    package = server_deb.build(options.compression)
    print(f"{package} {package.stat().st_size / 1e6:.0f} MB")
    found = debian.lint(package) if shutil.which("lintian") else []
    print(*found, sep="\n", end="\n" if found else "")
    return int(bool(found))


def windows_(options: argparse.Namespace, rest: list[str]) -> int:
    tree = windows.build(options.python)
    print(f"{tree} {freeze.size(tree) / 1e6:.0f} MB")
    setup = windows.installer(tree)
    print(f"{setup} {setup.stat().st_size / 1e6:.0f} MB")
    return 0


def env(options: argparse.Namespace, rest: list[str]) -> int:
    print(environment.ready())
    return 0


class Command(NamedTuple):
    """One word of the front door; `open` ones hand what they do not know to the program."""

    run: Run
    help: str
    open: bool = False


COMMANDS = {
    "demo": Command(demo, "a hall in full swing; without a display a scripted day", open=True),
    "test": Command(test, "all tests; further words go to pytest", open=True),
    "check": Command(check, "linters and guards, one line each"),
    "fix": Command(fix, "mend what ruff can mend, and format"),
    "translate": Command(translate, "bring the English texts up to the sources"),
    "bench": Command(bench, "the figures; further words go to zcdesk bench", open=True),
    "requirements": Command(requirements, "write docs/requirements.md"),
    "deb": Command(deb, "the Debian package, frozen and packed"),
    "server-deb": Command(server, "the PostgreSQL of a one-PC hall as a package apart"),
    "release": Command(release, "sign what stations update from", open=True),
    "windows": Command(windows_, "the installer for Windows, put together here"),
    "pictures": Command(pictures, "the documentation's pictures, out of a played day"),
    "env": Command(env, "make the environment and print its Python"),
    "standby": Command(drill("standby"), "a primary killed under load, its standby promoted"),
    "restore-drill": Command(drill("restore"), "a mass DELETE undone by a restore in time"),
    "input-methods": Command(drill("input_methods"), "Chinese typed through real input methods"),
    "spread": Command(drill("spread"), "one hall's log from a city's server to a province's"),
    "soak": Command(soak, "property and fault tests, many more rounds", open=True),
}


def parser() -> argparse.ArgumentParser:
    about = (__doc__ or "").splitlines()[0]
    whole = argparse.ArgumentParser(prog="dev.py", description=about, allow_abbrev=False)
    words = whole.add_subparsers(dest="command", required=True, metavar="command")
    single = {
        name: words.add_parser(name, help=c.help, description=c.help, allow_abbrev=False)
        for name, c in COMMANDS.items()
    }
    single["demo"].add_argument("--headless", action="store_true", help="show no window")
    single["demo"].add_argument("--out", help="folder for the day's results")
    for name in ("test", "soak"):
        single[name].add_argument("-n", default=2, help="processes; 0 = in this one (default: 2)")
    single["pictures"].add_argument("--played", metavar="DIR", help="a day that was played before")
    for name in ("translate", "requirements"):
        single[name].add_argument("--check", action="store_true", help="change nothing, only tell")
    for name in ("deb", "server-deb"):
        single[name].add_argument("--compression", choices=("xz", "gzip"), default="xz")
    single["deb"].add_argument("--trial", action="store_true", help="install it in a bare Debian")
    single["windows"].add_argument("--python", type=Path, help="zip of the interpreter to pack")
    single["check"].add_argument("guard", nargs="*", help=f"of: {' '.join(checks.GUARDS)}")
    return whole


def main(arguments: Sequence[str] | None = None) -> int:
    whole = parser()
    options, rest = whole.parse_known_args(arguments)
    command = COMMANDS[options.command]
    if rest and not command.open:
        whole.error(f"{options.command} does not know {' '.join(rest)}")
    try:
        return command.run(options, rest)
    except environment.Unusable as reason:
        environment.say(str(reason))
        return 3
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
