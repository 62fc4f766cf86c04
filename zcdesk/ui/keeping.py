"""What a page asks of whoever keeps this PC going: files and folders, versions, the PC's own end.

Pages know neither publisher's folders nor the network; what is here runs in the store's lane by
`Desk.do`, but for `leave`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from zcdesk.operations.session import Session


class Here(NamedTuple):
    """This PC in words somebody on the telephone may ask for.

    Attributes:
        data: folder of the store. server: host of the hall's server, '' in a hall of one PC.
    """

    version: str
    data: str
    server: str = ""


class Keeping(Protocol):
    """The keeper of one PC."""

    def here(self) -> Here:
        """Return what this PC is; reads a file."""

    def trust(self, session: Session, file: str) -> str:
        """Take only updates signed with the key of `file`; return the key, hex."""

    def roll_out(
        self,
        session: Session,
        folder: str,
        *,
        since: str = "",
        first: tuple[str, ...] = (),
        rest_since: str = "",
    ) -> str:
        """Have the stations take what `folder` offers; return its version."""

    def copy(self, session: Session) -> str:
        """Copy this station now; return the folder of the copy."""

    def paper_file(self, session: Session, file: str) -> str:
        """Make a new recovery paper and write it to `file`; return its mark."""

    def look(self, bundle: str) -> str:
        """Look this PC over and write what helps from afar to `bundle`; return what was found."""

    def leave(self) -> None:
        """End this desk and ask for what sends its window to another PC."""
