"""Readings several pages want at the same time: one run answers all who asked before it began.

After a call the top bar, the counter and the queue menu each look at the queue; it is read once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from shiboken6 import isValid

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

Reading = Callable[["Session"], Any]
Done = Callable[[Any], object]


class _Look:
    def __init__(self, askers: list[tuple[QObject, Done]]) -> None:
        self.askers = askers
        self.is_begun = False


class Looks:
    """Hands readings to the store's lane, behind what a person waits for there.

    Who asks anew while a reading still waits there is answered with it: it runs behind whatever
    was done in between, so nobody sees less than he would have seen, and nobody waits longer.
    """

    def __init__(self, do: Callable[..., None], owner: QObject) -> None:
        """Build.

        Args:
            do: runs an operation in the store's lane for an owner, see `Desk.do`.
        """
        self._do, self._owner = do, owner
        self._last: dict[Reading, _Look] = {}

    def ask(self, reading: Reading, owner: QObject, done: Done) -> None:
        """Read soon and tell `done`, unless its owner is gone by then."""
        before = self._last.get(reading)
        if before is not None and not before.is_begun:
            before.askers.append((owner, done))  # should it begin just now, it reads no less
            return
        look = self._last[reading] = _Look([(owner, done)])

        def read(session: Session) -> Any:
            look.is_begun = True
            return reading(session)

        def tell(found: Any) -> None:
            for asker, answer in look.askers:
                if isValid(asker):
                    answer(found)

        self._do(read, owner=self._owner, done=tell, behind=True)
