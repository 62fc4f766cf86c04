"""Sealing what somebody typed beside the act that says it, and reading it back.

Never the words themselves in an act or a read table: both hold tokens (`domain.typed`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import bindparam, func, select

from zcdesk.domain.act import Act, Body, NewAct
from zcdesk.domain.case import RecordErased
from zcdesk.domain.typed import (
    ALTERED,
    AWAITED,
    GONE,
    MARK,
    Words,
    with_tokens,
    with_words,
    words_of,
)
from zcdesk.store import persons
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import acts

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

T = TypeVar("T", bound=msgspec.Struct)

UNENDING = ("window:", "book:")
"""Begin subjects that go on for ever: what was typed there is as old as the act that says it."""

_MARK = MARK.encode()
_ERASED = Prepared(
    select(acts.c.pk)
    .where(
        acts.c.subject == bindparam("subject"),
        acts.c.kind == RecordErased.kind,
        func.instr(acts.c.body, bindparam("ref")) > 0,
    )
    .limit(1)
)


def sealed(tx: Transaction, new: NewAct) -> NewAct:
    """Put what was typed into a sealed record of the act's subject; return the act without it.

    Raises:
        NotAllowed: it is more than a sealed record may hold.
    """
    words = words_of(new.body)
    if not words.typed:
        return new
    kept = persons.put(tx, new.subject, words, words=words.numbers, prefix=persons.WORDS)
    body = with_tokens(new.body, kept.ref, kept.digest)
    return msgspec.structs.replace(new, body=body)


def state(reader: Reader, subject: str, found: T, raw: bytes | None = None) -> T:
    """Return a state with the words in it.

    Args:
        raw: the state as it is kept, where that is at hand.
    """
    if raw is None:
        raw = msgspec.msgpack.encode(found)
    if _MARK not in raw:
        return found
    plain = with_words(msgspec.msgpack.decode(raw), _Told(reader, subject))
    return msgspec.convert(plain, type=type(found))


def body(reader: Reader, act: Act) -> Body | None:
    """Read an act's body with the words in it; None as in `Rules.decode_body`."""
    found = reader.rules.decode_body(act)
    if found is None or act.body is None or _MARK not in act.body:
        return found
    plain = with_words(msgspec.json.decode(act.body), _Told(reader, act.subject))
    return msgspec.convert(plain, type=type(found))


class _Told:
    """The words behind tokens of one subject; another subject's record is nobody's to quote."""

    def __init__(self, reader: Reader, subject: str) -> None:
        self._reader, self._subject = reader, subject
        self._known: dict[tuple[str, str], tuple[str, ...] | str] = {}

    def __call__(self, ref: str, place: int, digest: str) -> str:
        found = self._known.get((ref, digest))
        if found is None:
            found = self._known[ref, digest] = self._read(ref, digest)
        if isinstance(found, str):
            return found
        return found[place] if place < len(found) else ALTERED

    def _read(self, ref: str, digest: str) -> tuple[str, ...] | str:
        whose = persons.subject_of(self._reader, ref)
        if not whose:
            row: Any = self._reader.run(_ERASED, (self._subject, ref.encode())).fetchone()
            return GONE if row else AWAITED
        if whose != self._subject:
            return ALTERED
        if not persons.is_kept(self._reader, ref):
            return GONE
        plain = persons.plain(self._reader, ref, digest)
        try:
            return msgspec.json.decode(plain, type=Words).typed if plain else ALTERED
        except msgspec.DecodeError:
            return ALTERED
