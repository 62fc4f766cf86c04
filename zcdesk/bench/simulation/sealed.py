"""The part of a simulated hall that keeps what is sealed, and a disk's contents in memory.

A station's real code talks to it: records by the server's functions as `sync.beside` calls them,
pages by the calls of `sync.attachments`. Who is no station of the hall is let in to neither.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import Any

from zcdesk.bench.simulation.power import Power
from zcdesk.errors import SurroundingsError
from zcdesk.store.blobs import Blobs
from zcdesk.store.pages import HALLS, Kept
from zcdesk.store.persons import Travelling
from zcdesk.sync.memory_hall import Ground, MemoryHall
from zcdesk.sync.postgres_hall import NO_ENTRY


@dataclass
class SealedGround(Ground):
    """A hall's server with its records and pages.

    Attributes:
        members: logins of the hall's own stations. gave: logins something sealed came from.
        persons: in the order they came. pages: digest → its seals.
    """

    members: set[str] = field(default_factory=set)
    gave: set[str] = field(default_factory=set)
    persons: list[Travelling] = field(default_factory=list)
    pages: dict[str, tuple[Kept, ...]] = field(default_factory=dict)

    def copy(self) -> SealedGround:
        made = super().copy()
        assert isinstance(made, SealedGround)
        return replace(made, persons=list(self.persons), pages=dict(self.pages))


class SealedHall(MemoryHall):
    """`Hall` and what lies beside it, for one station."""

    @property
    def sealed(self) -> SealedGround:
        ground = self.ground
        assert isinstance(ground, SealedGround)
        if not self._is_known(ground):
            raise SurroundingsError(NO_ENTRY)
        return ground

    def _is_known(self, ground: SealedGround) -> bool:
        return self.station in ground.members

    def ask(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Answer the two calls about records."""
        if "person_put" in sql:
            known = {one.ref for one in self.sealed.persons}
            came = (Travelling(*row) for row in zip(*values, strict=True))
            self.sealed.persons.extend(one for one in came if one.ref not in known)
            self.sealed.gave.add(self.station)
            return []
        after, limit = values
        rows = enumerate(self.sealed.persons[after : after + limit], after + 1)
        return [
            (at, p.ref, p.subject, p.salt, p.digest, p.nonce, p.sealed, p.wrapped) for at, p in rows
        ]

    def put_blob(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        self.sealed.gave.add(self.station)
        if digest in self.sealed.pages:  # what is here under a seal is not taken in the clear
            return total
        return super().put_blob(digest, offset, chunk, total)

    def get_blob(self, digest: str, offset: int, limit: int) -> bytes:
        return super().get_blob(digest, offset, limit) if self.sealed else b""

    def put_page(self, digest: str, kept: Kept) -> bool:
        ground = self.sealed
        has_record = kept.ref == HALLS or any(one.ref == kept.ref for one in ground.persons)
        if not has_record or kept.content not in ground.blobs:
            return False
        there = ground.pages.get(digest, ())
        if not any((one.ref, one.content) == (kept.ref, kept.content) for one in there):
            ground.pages[digest] = (*there, kept)
        return True

    def pages(self, digest: str) -> tuple[Kept, ...]:
        return tuple(sorted(self.sealed.pages.get(digest, ())))


class MemoryBlobs(Blobs):
    """A station's contents on a disk in memory; the process may die at each piece."""

    def __init__(self, whole: dict[str, bytes], parts: dict[str, bytes], power: Power) -> None:
        self._whole, self._parts, self._power = whole, parts, power

    def put(self, data: bytes) -> str:
        digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
        self._power.tick()
        self._whole[digest] = data
        self._power.tick()
        return digest

    def get(self, digest: str) -> bytes | None:
        return self._whole.get(digest)

    def add(self, digest: str, offset: int, chunk: bytes, total: int) -> int:
        if digest in self._whole:
            return total
        have = self._parts.get(digest, b"")
        if offset != len(have) or len(have) + len(chunk) > total:
            return len(have)
        self._power.tick()
        have = self._parts[digest] = have + chunk
        if len(have) < total:
            return len(have)
        del self._parts[digest]
        if f"sha256:{hashlib.sha256(have).hexdigest()}" != digest:
            return 0
        self._whole[digest] = have
        return total

    def extent(self, digest: str) -> int:
        return len(self._parts.get(digest, b""))

    def size(self, digest: str) -> int | None:
        data = self._whole.get(digest)
        return None if data is None else len(data)

    def drop(self, digest: str) -> None:
        self._whole.pop(digest, None)
        self._parts.pop(digest, None)
