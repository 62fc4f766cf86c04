"""One round with the hall: push what is unsent, pull what follows, cut back where the order fell.

Whatever a round could not do the next one does; an answer that was lost is asked for again. Never
a decision about an act: the order decides, the folds tell what it means.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from zcdesk.domain.act import Act, Position, is_unfit
from zcdesk.errors import SurroundingsError
from zcdesk.store import faults
from zcdesk.store.hall import FOREIGN, FORK, GAP, Hall, Placed, Refused
from zcdesk.store.replica import Received
from zcdesk.sync.news import Outcome
from zcdesk.sync.postgres_hall import OLDER_EPOCH, UNREACHABLE
from zcdesk.sync.station_copy import Waiting

PUSHED = 200
"""Acts in one push; also the rows a clerk's own commit may have to wait for."""

PULLED = 200
POLL_SECONDS = 1.0
CAP_SECONDS = 60.0


class Copy(Protocol):
    """What a round needs of a station."""

    @property
    def position(self) -> Position: ...
    @property
    def epoch(self) -> int: ...
    def outbox(self, limit: int) -> tuple[Act, ...]: ...
    def waiting(self) -> Waiting: ...
    def receive(self, pulled: Sequence[Placed], epoch: int) -> Received: ...
    def last_common(self, points: Sequence[Position]) -> Position: ...
    def cut(self, to: Position) -> int: ...
    def set_aside(self, origin: str, seq: int, why: str = faults.FORKED) -> int: ...
    def close_gap(self, origin: str) -> int: ...
    def write_again(self) -> int: ...
    @property
    def year(self) -> int: ...
    def codes_wanted(self) -> tuple[str, ...]: ...
    def keep_code(self, code: str) -> None: ...


Progress = Callable[[int], bool]
"""Told the position reached; False stops the round after this batch."""


class Pace:
    """How many acts go in one call, so that it ends within its deadline on a slow line too.

    Attributes:
        acts: fewer after a call that did not end, more again after those that do.
    """

    def __init__(self) -> None:
        self.acts = PUSHED

    def slower(self) -> None:
        self.acts = max(1, self.acts // 4)

    def faster(self) -> None:
        self.acts = min(PUSHED, self.acts + max(1, self.acts // 4))


def once(
    copy: Copy,
    hall: Hall,
    *,
    progress: Progress = lambda position: True,
    pace: Pace | None = None,
) -> Outcome:
    """Do one round; never raises for the network's sake.

    Args:
        pace: kept by the caller from round to round; None = as on a good line.
    """
    work = _Round(copy, hall, progress, pace or Pace())
    code = ""
    try:
        code = work.run()
        for request in copy.codes_wanted():
            copy.keep_code(hall.grant_code(request, copy.year))
    except SurroundingsError as error:
        code = error.code
        if code == UNREACHABLE:
            work.pace.slower()
    waiting = copy.waiting()
    return Outcome(
        code=code,
        sent=work.sent,
        received=work.received,
        cut=work.cut,
        set_aside=work.set_aside,
        unsent=waiting.count,
        oldest=waiting.oldest,
        contested=tuple(work.contested),
    )


def delay(failures: int, chance: float) -> float:
    """Return seconds until the next round.

    Args:
        failures: rounds in a row that did not reach the hall.
        chance: 0 ≤ chance < 1; spreads the stations, so that they do not come all at once.
    """
    if not failures:
        return POLL_SECONDS * (0.8 + 0.4 * chance)
    return max(0.1, min(CAP_SECONDS, POLL_SECONDS * 2.0 ** min(failures, 16)) * chance)


class _Round:
    """The steps of one round and what they brought."""

    def __init__(self, copy: Copy, hall: Hall, progress: Progress, pace: Pace) -> None:
        self.copy, self.hall, self.progress, self.pace = copy, hall, progress, pace
        self.sent = self.received = self.cut = self.set_aside = 0
        self.contested: dict[str, None] = {}

    def run(self) -> str:
        while True:
            before = (self.sent, self.cut, self.set_aside)
            acts = self.copy.outbox(self.pace.acts)
            refused = self._push(acts) if acts else None
            if not self._pull():
                return ""
            self.copy.write_again()
            if not acts and not self.copy.outbox(1):
                return ""
            if (self.sent, self.cut, self.set_aside) == before and acts:
                return refused.code if refused else ""

    def _push(self, acts: Sequence[Act]) -> Refused | None:
        unfit = next((act for act in acts if is_unfit(act)), None)
        if unfit is not None:
            # Never sent, so that no server's word is needed for it: what is behind goes on.
            self.set_aside += self.copy.set_aside(unfit.origin, unfit.seq, faults.UNFIT)
            return None
        try:
            self.hall.push(acts, self.copy.epoch)
        except Refused as refused:
            if refused.code in (FORK, FOREIGN) and refused.origin:
                self.set_aside += self.copy.set_aside(refused.origin, refused.seq)
            elif refused.code == GAP:
                # Else the hall's order fell behind; the pull finds out how far.
                self.set_aside += self.copy.close_gap(refused.origin)
            return refused
        return None

    def _pull(self) -> bool:
        while True:
            here = self.copy.position
            pulled = self.hall.pull(here, self.pace.acts)
            if pulled.epoch and pulled.epoch < self.copy.epoch:
                raise SurroundingsError(OLDER_EPOCH)
            if pulled.diverged:
                self.cut += self.copy.cut(self.copy.last_common(pulled.diverged))
                continue
            if not pulled.acts:
                return True
            self.pace.faster()
            got = self.copy.receive(pulled.acts, pulled.epoch)
            self.sent += got.own
            self.received += got.others
            self.contested |= dict.fromkeys(got.contested)
            if not self.progress(self.copy.position.number):
                return False
