"""The store: create, open, one transaction per clerk's action, go on after a fault.

After any fault the handle is dropped, reopened and checked before the next write; a commit is
never tried twice. The witness is written after each commit and before the next. Never used from
two threads.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import msgspec
import sqlcipher3.dbapi2 as driver

from zcdesk.errors import StoreError
from zcdesk.store import faults, founding, incarnation
from zcdesk.store.blobs import Blobs
from zcdesk.store.engine import Handle, connect
from zcdesk.store.founding import Station, read_station
from zcdesk.store.incarnation import Head
from zcdesk.store.keys import Keys, read_salt
from zcdesk.store.local_hall import LocalHall
from zcdesk.store.place import Lock, Place, machine_id
from zcdesk.store.reader import Reader
from zcdesk.store.rules import Rules, hall_rules
from zcdesk.store.transaction import Random, Transaction
from zcdesk.store.vault import Vault
from zcdesk.store.witness import Testimony, Witness


class Notice(msgspec.Struct, frozen=True):
    """Something a person should know of, found by the store itself; `code` has a text."""

    code: str
    at: str


class Store:
    """The open store of this process; belongs to the thread that opened it.

    Attributes:
        station: who this station is, as laid down when the store was made.
        notices: what was found at opening and since, one per code.
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
        self.witness = Witness(place.witness)
        self._key, self._lock, self._machine = key, lock, machine
        self._thread = threading.get_ident()
        self._notices: dict[str, Notice] = {}
        self._topics: set[str] = set()
        self._faulty = False
        self._busy = False
        self._due: Testimony | None = None
        self._head: Head
        self._handle: Handle = connect(place.database, key)
        self._file = _identity(place)
        with faults.translated(place.data):
            self.station, self.identity = read_station(self._handle)

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
                store._take_up(at)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of file and lock; what was committed stays."""
        self._handle.close()
        self._lock.release()

    @property
    def notices(self) -> tuple[Notice, ...]:
        return tuple(self._notices.values())

    @property
    def hall(self) -> str:
        """Identity of the hall in every act."""
        return self.station.hall

    def take_topics(self) -> frozenset[str]:
        """Return what committed transactions touched since the last call, and forget it."""
        taken, self._topics = frozenset(self._topics), set()
        return taken

    @property
    def head(self) -> Head:
        """Where the store stands after the last commit."""
        return self._head

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
            head=self._head,
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
        except BaseException:
            self._undo()
            raise
        finally:
            self._busy = False
        self._commit(tx)
        self._topics |= tx.topics
        self._note_clock(tx)

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """Read what is committed."""
        self._enter()
        if self._faulty:
            self._reopen()
        with self._watched():
            yield Reader(self._handle, self.rules, self.vault)

    def grant(self, number: int) -> None:
        """Note durably, before it is used, that codes up to `number` are given."""
        last = self.witness.last or Testimony(self.identity, self._head.origin, 0, "")
        self.witness.write(msgspec.structs.replace(last, granted=number))

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
            with faults.translated(self.place.data):
                yield
        except StoreError:
            self._faulty = True
            raise

    def _undo(self) -> None:
        try:
            self._handle.rollback()
        except driver.Error:
            self._faulty = True

    def _commit(self, tx: Transaction) -> None:
        try:
            with self._watched():
                self._handle.commit()
        except StoreError:
            if not self._has_landed(tx):
                raise
        except BaseException:
            self._undo()
            raise
        was, self._head = self._head, tx.standing
        if self._head.seq != was.seq:
            self._due = self._testimony()
            self._write_witness(quiet=True)

    def _has_landed(self, tx: Transaction) -> bool:
        """Find out by reopening whether a commit that raised is in the file all the same."""
        self._undo()
        if tx.standing.hash == self._head.hash:
            return False
        self._reopen(or_hash=tx.standing.hash)
        return self._head.hash == tx.standing.hash

    def _make_ready(self) -> None:
        """Bring file and witness in order before a write."""
        if self._faulty:
            self._reopen()
        if _identity(self.place) != self._file:
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._write_witness(quiet=False)

    def _reopen(self, or_hash: str = "") -> None:
        """Drop the handle, open the file afresh and check it before anything else is written.

        Its last act must be the one this process knows, or the one with `or_hash`.
        """
        self._handle.close()
        self._handle = connect(self.place.database, self._key)
        with faults.translated(self.place.data):
            self._handle.pragma("wal_checkpoint(FULL)")
            if self._handle.pragma("quick_check(1)") != "ok":
                raise StoreError(faults.DAMAGED, file=self.place.database.name)
            head = incarnation.read_standing(self._handle, self.station.hall).head
        if head.hash not in (self._head.hash, or_hash):
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._head = head
        self._file = _identity(self.place)
        self._faulty = False

    def _authority(self, tx: Transaction) -> LocalHall:
        return LocalHall(
            tx,
            self.station.hall,
            granted=lambda: self.witness.last.granted if self.witness.last else -1,
            grant=self.grant,
            blobs=self.blobs,
        )

    def _take_up(self, at: datetime) -> None:
        """Find out whether the file is this station's own continuation; else begin anew."""
        hall = self.station.hall
        standing = incarnation.read_standing(self._handle, hall)
        self._head = standing.head
        said = self.witness.read()
        reason = incarnation.strangeness(standing, self._machine, self.identity, said)
        if reason is None:
            self._due = self._testimony() if said and said.seq != self._head.seq else None
            self._write_witness(quiet=True)
            return
        self._begin_anew(reason, at)

    def _begin_anew(self, reason: str, at: datetime) -> None:
        text = at.isoformat(timespec="milliseconds")
        granted = self.witness.last.granted if self.witness.last else -1
        granted = incarnation.granted_after(reason, granted, self.random(4))
        self._handle.begin()
        try:
            incarnation.begin(
                self._handle,
                origin=founding.new_origin(at, self.random),
                machine=self._machine,
                at=text,
                reason=reason,
                trusted_at=self._head.trusted_at,
            )
            self._handle.commit()
        except BaseException:
            self._undo()
            raise
        self._head = incarnation.read_standing(self._handle, self.station.hall).head
        self._notices[reason] = Notice(reason, text)
        self._due = msgspec.structs.replace(self._testimony(), granted=granted)
        self._write_witness(quiet=False)

    def _testimony(self) -> Testimony:
        granted = self.witness.last.granted if self.witness.last else -1
        head = self._head
        return Testimony(self.identity, head.origin, head.seq, head.hash, granted)

    def _write_witness(self, *, quiet: bool) -> None:
        """Write what the witness does not know yet; if quiet, a failure stops the next commit."""
        if self._due is None:
            return
        try:
            self.witness.write(self._due)
        except StoreError:
            if not quiet:
                raise
        else:
            self._due = None

    def _note_clock(self, tx: Transaction) -> None:
        if tx.clock_ok:
            self._notices.pop(faults.CLOCK_BACK, None)
        else:
            notice = Notice(faults.CLOCK_BACK, self._head.trusted_at)
            self._notices.setdefault(faults.CLOCK_BACK, notice)


def _identity(place: Place) -> tuple[int, int] | None:
    """Tell one file from another that took its name (sync 3.2 fault 11)."""
    try:
        found = os.stat(place.database)
    except OSError:
        return None
    return found.st_dev, found.st_ino
