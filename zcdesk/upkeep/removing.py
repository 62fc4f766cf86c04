"""Taking a station off a PC for good: data, keys and witness, once everything was taken out.

The last step of a pilot, and of a PC that goes. Only what this program made is removed; copies on
other disks are named, not touched.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import settings, station
from zcdesk.errors import NotAllowed
from zcdesk.store.keys import read_salt
from zcdesk.store.place import Lock
from zcdesk.upkeep import taking_out

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

NOT_OUT = "EXP-04"
"""Something was done after the export, or it is another station's."""

UNSENT = "EXP-05"
"""A station of a hall with a server still holds acts the server has not."""


def check_all_is_out(session: Session, folder: Path) -> None:
    """Refuse unless a whole export holds everything this station does.

    Raises:
        SurroundingsError: EXP-03, a file of the export is missing or altered.
        NotAllowed: EXP-04.
    """
    made = taking_out.check(folder)
    store = session.store
    # The one act after it is the record of the export itself.
    behind = store.head.position.number - made.position if not store.head.epoch else 0
    if made.store != store.identity or behind > 1:
        raise NotAllowed(NOT_OUT, n=max(behind - 1, 0))


def check_all_is_sent(session: Session) -> None:
    """Refuse while the hall's server lacks anything of this station.

    Raises:
        NotAllowed: EXP-05.
    """
    from zcdesk.store import replica

    if not session.store.head.epoch:
        return
    with session.reading() as reader:
        waiting = len(replica.unsent(reader))
    if waiting:
        raise NotAllowed(UNSENT, n=waiting)


def remove(data: Path) -> tuple[str, ...]:
    """Remove the station; return what was not touched and somebody may want to.

    Raises:
        StoreError: the store is in use.
    """
    place = station.place_of(data)
    left = []
    if named := settings.load(data).backup:
        left.append(named)
    left += [str(one) for one in sorted(data.parent.glob(f"{data.name}.before-*"))]
    Lock(place.lock).release()  # raises where a running desk holds it
    keys = station.keys_of(place)
    if place.database.exists():
        keys.forget(read_salt(place.database))
    shutil.rmtree(place.data)
    shutil.rmtree(place.witness.parent, ignore_errors=True)
    return tuple(left)
