"""Asks for a rating when a visit has ended, and takes no for an answer.

The clerk neither waits for it nor learns what was pressed: the screen says at most that the
citizen is being asked. The question is taken back when the next person arrives.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import QObject

from zcdesk.devices.kinds import DeviceKind, Rater
from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.domain.visit import Phase, Visit
from zcdesk.errors import CodedError, Conflict, DeviceError
from zcdesk.ui import jobs
from zcdesk.ui.desk import Desk

SECONDS = 30.0
"""How long a pad invites the citizen."""

LANE = "rating"
"""A lane of its own: the pad's state is asked for while it waits for a person."""


class Ratings(QObject):
    """Asks the rating pad of one desk, one visit at a time."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked = ""
        self._ended: Visit | None = None

    def ask(self, visit: Visit) -> None:
        """Ask who was served; the visit has ended and is not touched."""
        rater: Rater | None = self._desk.devices.get(DeviceKind.RATER.value)
        if visit.phase is Phase.CALLED or visit.parcel:
            return
        self._ended = visit
        if rater is None:
            return
        self.take_back()
        self._asked = visit.id
        self._desk.jobs.run(
            jobs.device(LANE),
            partial(rater.ask, SECONDS),
            owner=self,
            done=partial(self._on_answer, visit),
            failed=partial(self._on_failed, visit.id),
        )

    def look_at(self, visit: Visit | None) -> None:
        """Take the question back when somebody else has arrived: their press is not for it."""
        if visit is not None and visit.phase is Phase.SERVING:
            self._ended = None
            if visit.id != self._asked:
                self.take_back()

    def pressed(self, stars: int) -> None:
        """Keep what the citizen pressed at a call pad with keys for it: of the visit just ended.

        A press while nobody was served yet, or the next one already is, is nobody's.
        """
        if self._ended is not None:
            self._rate(self._ended, stars)

    def keys(self) -> Collection[str]:
        """Return the keys of a pad that is a keyboard, asked for or not: nobody else gets them."""
        rater = self._desk.devices.get(DeviceKind.RATER.value)
        return getattr(rater, "keys", ())

    def key_pressed(self, key: str) -> None:
        """Give such a pad the key that was pressed at it."""
        if key in self.keys():
            self._desk.devices[DeviceKind.RATER.value].press(key)

    def take_back(self) -> None:
        """Ask no more."""
        rater: Rater | None = self._desk.devices.get(DeviceKind.RATER.value)
        if self._asked and rater is not None:
            rater.cancel()
        self._asked = ""

    def _on_answer(self, visit: Visit, stars: int | None) -> None:
        self._forget(visit.id)
        if stars is not None:
            self._rate(visit, stars)

    def _rate(self, visit: Visit, stars: int) -> None:
        self._desk.do(
            self._desk.operations.ratings.rate,
            visit.id,
            Level(stars),
            RatingChannel.PAD,
            owner=self,
            failed=self._on_refused,
            ticket=visit.ticket.id if visit.ticket else "",
        )

    def _on_refused(self, error: CodedError) -> None:
        """A visit rated elsewhere already is no news for the clerk."""
        if not isinstance(error, Conflict):
            self._desk.notices.show(error)

    def _on_failed(self, asked: str, error: CodedError) -> None:
        """Nobody could be asked; the pad's chip says so, and no visit waits for a rating."""
        self._forget(asked)
        if not isinstance(error, DeviceError):
            self._desk.notices.show(error)

    def _forget(self, asked: str) -> None:
        if self._asked == asked:
            self._asked = ""
