"""The store: create, open, one transaction per clerk's action, go on after a fault.

After any fault the handle is dropped, reopened and checked before the next write; a commit is
never tried twice. Never used from two threads.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import sqlcipher3.dbapi2 as driver

from zcdesk.errors import StoreError
from zcdesk.store import faults, founding, incarnation, project
from zcdesk.store.blobs import Blobs
from zcdesk.store.continuity import Continuity, Notice
from zcdesk.store.engine import Handle, connect
from zcdesk.store.founding import Station, read_station
from zcdesk.store.incarnation import Head
from zcdesk.store.joined_hall import JoinedHall
from zcdesk.store.keys import Keys, read_salt
from zcdesk.store.local_hall import LocalHall
from zcdesk.store.place import Lock, Place, machine_id
from zcdesk.store.reader import Reader
from zcdesk.store.rules import Rules, hall_rules
from zcdesk.store.transaction import Random, Transaction
from zcdesk.store.vault import Vault
from zcdesk.store.witness import Testimony, Witness


class Store:
    """The open store of this process; belongs to the thread that opened it.

    Attributes:
        station: who this station is, as laid down when the store was made.
        blobs: sealed attachments; the one part that other lanes may use.
    """

    def __init__(
        self,
        place: Place,
        lock: Lock,
        key: bytes,
        *,
        rules: Rules,
        machine: str,
        random: Random,
    ) -> None:
        self.place = place
        self.rules = rules
        self.random = random
        self.vault = Vault(key)
        self.blobs = Blobs(place.blobs, self.vault, random)
        self._key, self._lock = key, lock
        self._thread = threading.get_ident()
        self._topics: set[str] = set()
        self._fault = ""
        self._busy = False
        self._handle: Handle = connect(place.database, key)
        self._file = _identity(place)
        with faults.translated(place.data):
            self.station, identity = read_station(self._handle)
        self._continuity = Continuity(
            Witness(place.witness), identity=identity, machine=machine, random=random
        )

    # --- life ---

    @classmethod
    def create(
        cls,
        place: Place,
        station: Station,
        *,
        at: datetime,
        keys: Keys | None = None,
        rules: Rules | None = None,
        machine: str | None = None,
        random: Random = secrets.token_bytes,
    ) -> Store:
        """Make a new store and open it.

        Raises:
            StoreError: there is one already, or the disk cannot take it.
        """
        machine = machine_id() if machine is None else machine
        keys = keys or Keys(place.keys)
        founding.found(place, station, at=at, keys=keys, machine=machine, random=random)
        return cls.open(place, at=at, keys=keys, rules=rules, machine=machine, random=random)

    @classmethod
    def open(
        cls,
        place: Place,
        *,
        at: datetime,
        keys: Keys | None = None,
        rules: Rules | None = None,
        machine: str | None = None,
        random: Random = secrets.token_bytes,
    ) -> Store:
        """Open the store of `place`; nothing in it is scanned.

        Raises:
            StoreError: absent, in use, damaged, newer, without its key, or not writable.
        """
        if not place.database.exists():
            raise StoreError(faults.MOVED if place.witness.exists() else faults.ABSENT)
        lock = Lock(place.lock)
        try:
            key = (keys or Keys(place.keys)).load(read_salt(place.database))
            store = cls(
                place,
                lock,
                key,
                rules=rules or hall_rules(),
                machine=machine_id() if machine is None else machine,
                random=random,
            )
        except BaseException:
            lock.release()
            raise
        try:
            with faults.translated(place.data):
                project.lay_index_tables(store._handle, store.rules)
                store._continuity.take_up(store._handle, store.hall, at)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of file and lock; what was committed stays."""
        self._handle.close()
        self._lock.release()

    # --- what is known ---

    @property
    def hall(self) -> str:
        """Identity of the hall in every act."""
        return self.station.hall

    @property
    def head(self) -> Head:
        """Where the store stands after the last commit."""
        return self._continuity.head

    @property
    def handle(self) -> Handle:
        """The connection itself, for measuring and for tests."""
        return self._handle

    @property
    def testimony(self) -> Testimony | None:
        """What the witness remembers."""
        return self._continuity.witness.last

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was found at opening and since, one per code."""
        return tuple(self._continuity.notices.values())

    def take_topics(self) -> frozenset[str]:
        """Return what committed transactions touched since the last call, and forget it."""
        taken, self._topics = frozenset(self._topics), set()
        return taken

    # --- work ---

    @contextmanager
    def transaction(
        self, *, clerk: str, at: datetime, random: Random | None = None
    ) -> Iterator[Transaction]:
        """Do one clerk's action: all of it is durable when the block ends, or nothing is.

        Raises:
            StoreError: nothing was kept; the next transaction first looks after the file.
        """
        self._enter()
        self._make_ready()
        tx = Transaction(
            self._handle,
            self.rules,
            self.vault,
            head=self.head,
            hall=self.station.hall,
            region=self.station.region,
            clerk=clerk,
            at=at,
            random=random or self.random,
            authority=self._authority,
        )
        self._busy = True
        try:
            with self._watched():
                self._handle.begin()
                yield tx
                tx.finish()
            self._commit(tx)
        except BaseException:
            self._undo()
            raise
        finally:
            self._busy = False
        self._topics |= tx.topics
        self._continuity.note_clock(is_ok=tx.clock_ok)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Read what is committed; possible on a full disk too."""
        self._enter()
        if self._fault:
            self._renew()
        with self._watched():
            yield Reader(self._handle, self.rules, self.vault)

    def begin_incarnation(self, reason: str, at: datetime) -> None:
        """Write under a new incarnation from now on: the hall knows other acts of this one."""
        self._enter()
        self._make_ready()
        with self._watched():
            self._continuity.begin_anew(self._handle, self.hall, reason, at)

    @property
    def spare_codes(self) -> tuple[str, ...]:
        """Incarnation codes kept for when the hall's server cannot be asked."""
        return self._continuity.spare

    def keep_spare_codes(self, codes: tuple[str, ...]) -> None:
        self._enter()
        self._continuity.keep_spare(codes)

    def tidy(self) -> None:
        """In idle time, move the log into the file, which else a clerk's commit does."""
        self._enter()
        with self._watched():
            self._handle.pragma("wal_checkpoint(PASSIVE)")
            self._handle.pragma("optimize")

    # --- internals ---

    def _enter(self) -> None:
        if threading.get_ident() != self._thread:
            raise RuntimeError("the store is used outside its lane")
        if self._busy:
            raise RuntimeError("a transaction is open already")

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Translate driver errors; after one the handle is not trusted any more."""
        try:
            yield
        except faults.DRIVER_ERRORS as error:
            known = faults.store_error(error, self.place.data)
            if known is None:
                raise
            self._fault = known.code
            raise known from error

    def _undo(self) -> None:
        try:
            self._handle.rollback()
        except driver.Error:
            self._fault = self._fault or faults.IO

    def _commit(self, tx: Transaction) -> None:
        try:
            with self._watched():
                self._handle.commit()
        except StoreError:
            if not self._has_landed(tx):
                raise
        self._continuity.moved(tx.standing)

    def _has_landed(self, tx: Transaction) -> bool:
        """Find out by reopening whether a commit that raised is in the file all the same."""
        self._undo()
        if tx.standing.hash == self.head.hash:
            return False
        return self._renew(or_hash=tx.standing.hash).hash == tx.standing.hash

    def _make_ready(self) -> None:
        """Bring file and witness in order before a write."""
        if self._fault:
            self._renew()
            self._check()
            self._fault = ""
        elif _identity(self.place) != self._file:
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._continuity.catch_up()

    def _renew(self, or_hash: str = "") -> Head:
        """Drop the handle and open the file afresh.

        Its last act must be the one this process knows, or the one with `or_hash`.
        """
        self._handle.close()
        if _identity(self.place) != self._file:
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._handle = connect(self.place.database, self._key)
        with faults.translated(self.place.data):
            head = incarnation.read_standing(self._handle, self.station.hall).head
        if head.hash not in (self.head.hash, or_hash):
            raise StoreError(faults.MOVED, file=self.place.database.name)
        return head

    def _check(self) -> None:
        """After a fault: what the system may have dropped is written again, and all is looked at.

        A full or read-only disk refuses loudly and leaves the file as it was: nothing to look for.
        """
        if self._fault in (faults.FULL, faults.READ_ONLY, faults.IN_USE):
            return
        with faults.translated(self.place.data):
            self._handle.pragma("wal_checkpoint(FULL)")
            if self._handle.pragma("quick_check(1)") != "ok":
                raise StoreError(faults.DAMAGED, file=self.place.database.name)

    def _authority(self, tx: Transaction) -> LocalHall:
        if self.head.epoch:
            continuity = self._continuity
            return JoinedHall(
                tx,
                self.station.hall,
                spare=lambda: continuity.spare,
                keep=continuity.keep_spare,
                blobs=self.blobs,
            )
        return LocalHall(
            tx,
            self.station.hall,
            granted=lambda: self._continuity.granted,
            grant=self._continuity.grant,
            blobs=self.blobs,
        )


def _identity(place: Place) -> tuple[int, int] | None:
    """Tell one file from another that took its name (sync 3.2 fault 11)."""
    try:
        found = os.stat(place.database)
    except OSError:
        return None
    return found.st_dev, found.st_ino
