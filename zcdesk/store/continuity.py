"""Where the store stands, and the witness that remembers it outside the file.

The witness is brought up to date after each commit and before the next; at opening it tells
whether the file is this station's own continuation or a copy, which begins a new incarnation.
Never a commit while the witness lags behind.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import msgspec

from zcdesk.domain.ids import uuid7
from zcdesk.errors import StoreError
from zcdesk.store import faults, incarnation
from zcdesk.store.engine import Handle
from zcdesk.store.incarnation import Head
from zcdesk.store.leaps import Leaps
from zcdesk.store.transaction import CLOCK_TOLERANCE, Random, Transaction
from zcdesk.store.witness import Testimony, Witness

WhenFree = Callable[[Callable[[], object]], object]
"""Does a thing in the store's lane: now, or before the lane does anything else."""


class Notice(msgspec.Struct, frozen=True):
    """Something a person should know of, found by the store itself; `code` has a text.

    Attributes:
        at: when it was found, or the time the clock should at least show.
    """

    code: str
    at: str


class Continuity:
    """Head and witness of one open store.

    Attributes:
        head: where the store stands after the last commit.
        notices: by code.
        when_free: has the witness written after a commit.
        leaps: judges a clock that is ahead; None where nobody watches it.
    """

    head: Head
    leaps: Leaps | None = None

    def __init__(self, witness: Witness, *, identity: str, machine: str, random: Random) -> None:
        self.witness = witness
        self.notices: dict[str, Notice] = {}
        self._identity, self._machine, self._random = identity, machine, random
        self._due: Testimony | None = None
        self.when_free: WhenFree = lambda write: write()

    def take_up(self, handle: Handle, hall: str, at: datetime) -> None:
        """Go on where the file stands, or begin a new incarnation and say why."""
        standing = incarnation.read_standing(handle, hall)
        self.head = standing.head
        said = self.witness.last
        reason = incarnation.strangeness(standing, self._machine, self._identity, said)
        if reason is not None:
            self.begin_anew(handle, hall, reason, at)
        elif said is not None and said.seq != self.head.seq:
            self._due = self._testimony()
        self.catch_up(quiet=True)

    def moved(self, head: Head) -> None:
        """Note what was committed; a witness that cannot be written stops the next commit."""
        is_new = (head.origin, head.seq) != (self.head.origin, self.head.seq)
        self.head = head
        if is_new:
            self._due = self._testimony()
            self.when_free(partial(self.catch_up, quiet=True))

    def catch_up(self, *, quiet: bool = False) -> None:
        """Write what the witness does not know yet.

        Raises:
            StoreError: it cannot be written, and the caller is about to commit more.
        """
        if self._due is None:
            return
        try:
            self.witness.write(self._due)
        except StoreError:
            if not quiet:
                raise
        else:
            self._due = None

    @property
    def granted(self) -> int:
        """The code number after which this place gives the next."""
        return self.witness.last.granted if self.witness.last else 0

    def grant(self, number: int) -> None:
        """Note durably, before it is used, that a code is given."""
        last = self.witness.last or self._testimony()
        self.witness.write(msgspec.structs.replace(last, granted=number))

    @property
    def spare(self) -> tuple[str, ...]:
        """Codes of a server that nobody has used yet."""
        return self.witness.last.spare if self.witness.last else ()

    def keep_spare(self, codes: tuple[str, ...]) -> None:
        """Note durably which codes are left, before one of them is used."""
        self.catch_up()
        last = self.witness.last or self._testimony()
        self.witness.write(msgspec.structs.replace(last, spare=codes))

    def is_ahead(self, at: datetime) -> bool:
        """Tell whether the clock of a one-PC hall leapt; a server's clock tells a joined one."""
        if self.leaps is None or self.head.epoch:
            return False
        return self.leaps.is_ahead(at, self.head.trusted_at)

    def is_behind(self, at: datetime) -> bool:
        """Tell whether the clock is behind what was recorded."""
        trusted = self.head.trusted_at
        return bool(trusted) and at < datetime.fromisoformat(trusted) - CLOCK_TOLERANCE

    def note_clock(self, tx: Transaction) -> None:
        """Keep a notice for as long as the clock is behind what was recorded."""
        if tx.is_believed and self.leaps is not None:
            self.leaps.believe(tx.at)
        if self.is_behind(tx.at):
            notice = Notice(faults.CLOCK_BACK, self.head.trusted_at)
            self.notices.setdefault(faults.CLOCK_BACK, notice)
        else:
            self.notices.pop(faults.CLOCK_BACK, None)

    def begin_anew(self, handle: Handle, hall: str, reason: str, at: datetime) -> None:
        """Close the open incarnation and begin another; why is kept and noticed."""
        text = at.isoformat(timespec="milliseconds")
        granted, spare = self.granted, self.spare
        if reason == faults.CLONED or not self._knows_codes():
            # The original may use these, or has.
            spare = ()
            granted = incarnation.fresh_codes(incarnation.last_code(handle), self._random(4))
        handle.begin()
        try:
            incarnation.begin(
                handle,
                origin=uuid7(at, self._random(10)),
                machine=self._machine,
                at=text,
                reason=reason,
                trusted_at=self.head.trusted_at,
            )
            handle.commit()
        except BaseException:
            handle.rollback()
            raise
        self.head = incarnation.read_standing(handle, hall).head
        self.notices[reason] = Notice(reason, text)
        self._due = msgspec.structs.replace(self._testimony(), granted=granted, spare=spare)
        self.catch_up()

    def _knows_codes(self) -> bool:
        """Tell whether the witness is of this very store, and so knows every code it gave."""
        return self.witness.last is not None and self.witness.last.store == self._identity

    def _testimony(self) -> Testimony:
        head = self.head
        return Testimony(self._identity, head.origin, head.seq, head.hash, self.granted, self.spare)
