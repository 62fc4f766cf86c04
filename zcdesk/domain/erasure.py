"""One run of the schedule that destroys personal records: what went, and how it can be proved.

The records' own acts (`record.erased`) name each by its reference; this one sums them up under one
digest. Never a name, a number or a reference that leads to one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body

SHOWN = 24
"""Letters of a reference's digest on a proof: enough to find it by, no more."""


class Counts(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How much of each kind was destroyed.

    Attributes:
        records: personal records, by their keys. pages: scanned pages.
        papers: contents of printed papers. drafts: unfinished visits.
    """

    records: int = 0
    pages: int = 0
    papers: int = 0
    drafts: int = 0

    def plus(self, other: Counts) -> Counts:
        pairs = zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
        return Counts(**dict(zip(self.__struct_fields__, map(sum, pairs), strict=True)))


class ErasureDone(Body, frozen=True, kw_only=True):
    """A run of the schedule ended.

    Attributes:
        day: the run counted from. rule: what it went by, as written in the policies.
        digest: of the references destroyed, see `digest_of`.
    """

    kind: ClassVar[str] = "erasure.done"
    day: str
    rule: str
    counts: Counts
    refs: tuple[str, ...] = ()
    digest: str


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """A run after its act; `refs` are the digests of what was destroyed."""

    id: str
    at: str
    by: str
    day: str
    rule: str
    counts: Counts
    refs: tuple[str, ...]
    digest: str


def mark_of(ref: str) -> str:
    """Return what stands on a proof for a record."""
    return hashlib.sha256(f"zcdesk erased|{ref}".encode()).hexdigest()[:SHOWN]


def digest_of(marks: Iterable[str]) -> str:
    """Return the digest over all marks of a run, whatever their order."""
    return f"sha256:{hashlib.sha256('|'.join(sorted(marks)).encode()).hexdigest()}"


def fold(state: Erasure | None, act: Act, body: Body) -> Erasure | None:
    if not isinstance(body, ErasureDone):
        return state
    return Erasure(
        id=act.subject.partition(":")[2],
        at=act.at,
        by=act.clerk,
        day=body.day,
        rule=body.rule,
        counts=body.counts,
        refs=body.refs,
        digest=body.digest,
    )
