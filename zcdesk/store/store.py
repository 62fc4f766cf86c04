"""The store: create, open, one transaction per clerk's action, go on after a fault.

After any fault the handle is dropped, reopened and checked before the next write; a commit is
never tried twice. Never used from two threads.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import msgspec
import sqlcipher3.dbapi2 as driver

from zcdesk.domain.act import GENESIS
from zcdesk.errors import StoreError
from zcdesk.store import faults, founding, incarnation, project, rekey
from zcdesk.store.blobs import Blobs
from zcdesk.store.continuity import Continuity, Notice, WhenFree
from zcdesk.store.disk import Disk, FolderDisk
from zcdesk.store.engine import Handle, connect
from zcdesk.store.founding import Station, read_station
from zcdesk.store.incarnation import Head
from zcdesk.store.joined_hall import JoinedHall
from zcdesk.store.keys import Keys, read_salt
from zcdesk.store.local_hall import LocalHall
from zcdesk.store.place import Place, machine_id
from zcdesk.store.reader import Reader
from zcdesk.store.rules import Rules, hall_rules
from zcdesk.store.transaction import Random, Transaction
from zcdesk.store.witness import Testimony


class Store:
    """The open store of this process; belongs to the thread that opened it.

    Attributes:
        station: who this station is, as laid down when the store was made.
        identity: of the file, given once.
        blobs: sealed attachments; the one part that other lanes may use.
        key: raw key of the file, for what seals it or copies it: never shown.
        continuity: where it stands, and whether the clock is to be believed.
    """

    def __init__(
        self,
        disk: Disk,
        key: bytes,
        *,
        rules: Rules,
        machine: str,
        random: Random,
    ) -> None:
        self.place, self.rules, self.random = disk.place, rules, random
        self.key, self._disk = key, disk
        self._thread = threading.get_ident()
        self._topics: set[str] = set()
        self._fault = ""
        self._in_doubt: str | None = None
        self._busy = False
        self._handle: Handle = disk.connect(key)
        self._file = disk.identity()
        with faults.translated(self.place.data):
            self.station, self.identity = read_station(self._handle)
            self.vault, contents = rekey.roots(self._handle, key)
        self.blobs = Blobs(self.place.blobs, contents, random)
        self.continuity = Continuity(
            disk.witness, identity=self.identity, machine=machine, random=random
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
        keys, machine = keys or Keys(place.keys), machine_id() if machine is None else machine
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
        disk = FolderDisk(place)
        try:
            key = (keys or Keys(place.keys)).load(read_salt(place.database))
        except BaseException:
            disk.release()
            raise
        return cls.on(
            disk,
            key,
            at=at,
            rules=rules or hall_rules(),
            machine=machine_id() if machine is None else machine,
            random=random,
        )

    @classmethod
    def on(
        cls, disk: Disk, key: bytes, *, at: datetime, rules: Rules, machine: str, random: Random
    ) -> Store:
        """Open the store that lies on a disk; the disk is released if that fails."""
        try:
            store = cls(disk, key, rules=rules, machine=machine, random=random)
        except BaseException:
            disk.release()
            raise
        try:
            with faults.translated(store.place.data):
                project.lay_index_tables(store._handle, store.rules)
                store.continuity.take_up(store._handle, store.hall, at)
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of file and lock; what was committed stays."""
        self._handle.close()
        self._disk.release()

    # --- what is known ---

    @property
    def hall(self) -> str:
        """Identity of the hall in every act."""
        return self.station.hall

    @property
    def head(self) -> Head:
        """Where the store stands after the last commit."""
        return self.continuity.head

    @property
    def handle(self) -> Handle:
        """The connection itself, for measuring and for tests."""
        return self._handle

    @property
    def testimony(self) -> Testimony | None:
        """What the witness remembers."""
        return self.continuity.witness.last

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What was found at opening and since, one per code."""
        return tuple(self.continuity.notices.values())

    def take_topics(self) -> frozenset[str]:
        """Return what committed transactions touched since the last call, and forget it."""
        taken, self._topics = frozenset(self._topics), set()
        return taken

    def write_witness(self, when_free: WhenFree) -> None:
        """Let `when_free` write the witness: only the next commit has to wait for it (sync 2.2)."""
        self.continuity.when_free = when_free

    # --- work ---

    @contextmanager
    def transaction(
        self, *, clerk: str, at: datetime, random: Random | None = None, lasting: bool = True
    ) -> Iterator[Transaction]:
        """Do one clerk's action: all of it is durable when the block ends, or nothing is.

        Args:
            lasting: False for what comes again by itself should the power go, as others' acts do:
                whole or not there, and durable with the next action.

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
            is_ahead=self.continuity.is_ahead(at),
            hall=self.station.hall,
            region=self.station.region,
            clerk=clerk,
            at=at,
            random=random or self.random,
            authority=self._authority,
            blobs=self.blobs,
        )
        self._busy = True
        try:
            with self._watched():
                if not lasting:
                    self._handle.make_lasting(is_lasting=False)
                self._handle.begin()
                yield tx
                tx.finish()
            self._commit(tx)
        except BaseException:
            self._undo()
            raise
        finally:
            self._busy = False
            if not lasting:
                self._last_again()
        self._topics |= tx.topics
        self.continuity.note_clock(tx)

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
        # Should the commit raise and have landed, the file stands before its first act.
        self._in_doubt = GENESIS
        with self._watched():
            self.continuity.begin_anew(self._handle, self.hall, reason, at)
        self._in_doubt = None

    @property
    def spare_codes(self) -> tuple[str, ...]:
        """Incarnation codes kept for when the hall's server cannot be asked."""
        return self.continuity.spare

    def keep_spare_codes(self, codes: tuple[str, ...]) -> None:
        self._enter()
        self.continuity.keep_spare(codes)

    def copy_to(self, path: Path) -> Handle:
        """Copy the file as it stands to a new one under the same key; the caller closes it."""
        self._enter()
        with self._watched():
            copy = connect(path, self.key, read_salt(self.place.database))
            try:
                self._handle.raw.backup(copy.raw)
            except BaseException:
                copy.close()
                raise
        return copy

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

    def _last_again(self) -> None:
        """Wait for the disk again; a handle that cannot is opened afresh, which does."""
        try:
            self._handle.make_lasting(is_lasting=True)
        except driver.Error:
            self._fault = self._fault or faults.IO

    def _commit(self, tx: Transaction) -> None:
        before = self.head
        try:
            with self._watched():
                self._handle.commit()
        except StoreError:
            if not self._has_landed(tx, before):
                raise
        else:
            self.continuity.moved(tx.standing)

    def _has_landed(self, tx: Transaction, before: Head) -> bool:
        """Find out by reopening whether a commit that raised is in the file all the same."""
        self._undo()
        if tx.standing == before:
            return False
        self._in_doubt = tx.standing.hash
        self._renew()
        return _without_row(self.head) == _without_row(tx.standing)

    def _make_ready(self) -> None:
        """Bring file and witness in order before a write."""
        if self._fault:
            self._renew()
            self._check()
            self._fault = ""
        elif self._disk.identity() != self._file:
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self.continuity.catch_up()

    def _renew(self) -> None:
        """Drop the handle, open the file afresh and stand where it stands.

        Its last own act must be the one this process knows, or that of the commit in doubt.
        """
        self._handle.close()
        if self._disk.identity() != self._file:
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._handle = self._disk.connect(self.key)
        with faults.translated(self.place.data):
            head = incarnation.read_standing(self._handle, self.station.hall).head
        if head.hash not in (self.head.hash, self._in_doubt):
            raise StoreError(faults.MOVED, file=self.place.database.name)
        self._in_doubt = None
        self.continuity.moved(head)

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
            continuity = self.continuity
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
            granted=lambda: self.continuity.granted,
            grant=self.continuity.grant,
            blobs=self.blobs,
        )


def _without_row(head: Head) -> Head:
    """Leave out the next row's number: after a cut the file's own may be lower."""
    return msgspec.structs.replace(head, next_pk=0)
