"""What an administrator decides about versions, from what a publisher's folder holds.

One way for `zcdesk update …` and for the page 工作站: files are read and their signature is checked
here, the decision itself is `operations.releases`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.operations import releases
from zcdesk.upkeep import release

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.upkeep.release import Manifest


def trust(session: Session, file: str) -> str:
    """Have this hall take the updates signed with the key of a file; return the key, hex.

    Raises:
        UserError: UPD-13, no key in it. NotAllowed: BAK-10, no administrator.
    """
    public = release.read_public(Path(file))
    releases.trust(session, public)
    return public


def roll_out(
    session: Session,
    folder: str,
    *,
    since: str = "",
    first: tuple[str, ...] = (),
    rest_since: str = "",
) -> Manifest:
    """Have the stations take what a folder offers, as `operations.releases.roll_out` says.

    Raises:
        UserError: UPD-01 no key is pinned, UPD-02 the signature is not of that key.
        SurroundingsError: UPD-05, no manifest there.
    """
    offer = release.read(Path(folder))
    manifest = release.verify(offer, releases.view(session).release.public)
    releases.roll_out(
        session,
        manifest.version,
        offer.raw.decode(),
        offer.signature,
        since=since,
        first=first,
        rest_since=rest_since,
    )
    return manifest
