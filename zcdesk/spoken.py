"""What a command says: errors in words, and everything in the language of this PC."""

from __future__ import annotations

import argparse
import contextlib
import io
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO, cast

from zcdesk.errors import CodedError, UserError

_DATA = ("encode", "decode", "sample", "schema", "send-sample")
"""Actions whose output is data: bytes, JSON."""


def every_character() -> None:
    """Let the program's output hold any name, whatever set of characters this PC writes in.

    A file or another program gets UTF-8; a screen keeps its own set, and what that lacks is spelt.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def speak(folder: Path | None) -> bool:
    """Let what is printed be in the language of this PC, as far as it is translated.

    Returns:
        Whether that is another one than Chinese.
    """
    from zcdesk import paths, settings
    from zcdesk.ui import language

    try:
        known = settings.load(paths.data_dir(folder))
    except (CodedError, OSError):
        return False  # the error that is to be told may be this very one
    language.speak(known.language)
    return known.language != language.CHINESE


def told(run: Callable[[argparse.Namespace], int], args: argparse.Namespace) -> int:
    """Run a command that prints Chinese; for people it comes out in the language of this PC."""
    if not speak(getattr(args, "data", None)):
        return run(args)
    from zcdesk.ui.command_words import command_words

    with contextlib.ExitStack() as stack:
        error = cast(TextIO, Told(sys.stderr, command_words))
        stack.enter_context(contextlib.redirect_stderr(error))
        if not _is_data(args):
            out = cast(TextIO, Told(sys.stdout, command_words))
            stack.enter_context(contextlib.redirect_stdout(out))
        return run(args)


def _is_data(args: argparse.Namespace) -> bool:
    """Whether the output is for a machine, or is a file's content."""
    shown = args.action == "texts" and not args.check and not args.publish
    return getattr(args, "json", False) or args.action in _DATA or shown


class Told:
    """A stream that says each line it is given before it passes it on."""

    def __init__(self, out: TextIO, say: Callable[[str], str]) -> None:
        self._out = out
        self._say = say

    def write(self, text: str) -> int:
        """Write whole lines."""
        self._out.write(self._say(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write them one by one."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Let it be seen."""
        self._out.flush()


def words(error: CodedError | EOFError) -> str:
    """Return an error as a command complains of it; an end of input where a secret was asked."""
    from zcdesk.ui.texts import describe
    from zcdesk.ui.words import noted

    said = describe(error if isinstance(error, CodedError) else UserError("SEC-36"))
    return noted(said.text, said.code)
