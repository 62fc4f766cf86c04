"""The keeper of a running desk's PC, as its pages know it (`zcdesk.ui.keeping`)."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import __version__
from zcdesk.errors import SurroundingsError
from zcdesk.ui.keeping import Here
from zcdesk.upkeep import deciding

if TYPE_CHECKING:
    from zcdesk.operations.session import Session


PATIENCE, NOT_LOOKED = 120.0, "UPD-18"


@dataclass(frozen=True, slots=True)
class Keeper:
    """`Keeping` over the folder of one PC; `leaving` shows the page that ends it."""

    data: Path
    leaving: Callable[[], None]

    def here(self) -> Here:
        from sqlalchemy.engine import make_url

        from zcdesk.sync import login

        path = self.data / login.FILE
        server = make_url(login.load(path).url).host if path.exists() else ""
        return Here(__version__, str(self.data), server or "")

    def trust(self, session: Session, file: str) -> str:
        return deciding.trust(session, file)

    def roll_out(
        self,
        session: Session,
        folder: str,
        *,
        since: str = "",
        first: tuple[str, ...] = (),
        rest_since: str = "",
    ) -> str:
        made = deciding.roll_out(session, folder, since=since, first=first, rest_since=rest_since)
        return made.version

    def copy(self, session: Session) -> str:
        from zcdesk.upkeep import copies

        return str(copies.take(session, copies.folder_of(self.data)).path)

    def paper_file(self, session: Session, file: str) -> str:
        from zcdesk.upkeep import command_keys

        return command_keys.paper_to(session, Path(file))

    def look(self, bundle: str) -> str:
        """Let `zcdesk doctor` do it, in a process of its own: this one holds store and ports."""
        Path(bundle).parent.mkdir(parents=True, exist_ok=True)
        words = (*_program(), "doctor", "--data", str(self.data), "--bundle", bundle)
        try:
            ran = subprocess.run(  # noqa: S603 - this very program
                words, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise SurroundingsError(NOT_LOOKED) from error
        if not Path(bundle).is_file():
            raise SurroundingsError(NOT_LOOKED)
        return ran.stdout.strip()

    def leave(self) -> None:
        self.leaving()


def _program() -> tuple[str, ...]:
    """Return the words that start this program again."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    if sys.argv[0].endswith("start.py"):  # as installed on Windows
        return (sys.executable, sys.argv[0])
    return (sys.executable, "-m", "zcdesk")
