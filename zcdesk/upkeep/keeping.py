"""The keeper of a running desk's PC, as its pages know it (`zcdesk.ui.keeping`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import __version__
from zcdesk.ui.keeping import Here
from zcdesk.upkeep import deciding

if TYPE_CHECKING:
    from zcdesk.operations.session import Session


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

    def leave(self) -> None:
        self.leaving()
