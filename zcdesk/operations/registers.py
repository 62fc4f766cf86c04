"""用章登记 and 空白证照登记: which, for what, how many, who."""

from __future__ import annotations

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.authority import Book, BookEntry, BookKind
from zcdesk.domain.hall import Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.session import Session, clerk


class BookLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a book: when, by whom, what."""

    at: str
    clerk: str
    entry: BookEntry


def enter(session: Session, entry: BookEntry) -> Book:
    """Write a line; blanks that are not there cannot be used.

    Raises:
        NotAllowed: BOK-01 fewer blanks in stock, BOK-02 nothing to enter.
    """
    if not entry.name.strip() or entry.count < 1:
        raise NotAllowed("BOK-02")
    with session.transaction() as tx:
        casework.must_hold(session, tx, Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR)
        placed = msgspec.structs.replace(entry, window=session.window)
        subject = subject_of(placed)
        known = tx.state(subject, Book)
        taken = placed.entry in (BookKind.BLANK_USED, BookKind.BLANK_SPOILED)
        if taken and (known is None or known.stock < placed.count):
            raise NotAllowed("BOK-01", n=known.stock if known else 0, name=placed.name)
        tx.append(NewAct(subject=subject, body=placed))
        book = tx.state(subject, Book)
        assert book is not None
        return book


def subject_of(entry: BookEntry) -> str:
    """One book per window, department and thing; seals and blanks apart."""
    what = "seal" if entry.entry is BookKind.SEAL else "blank"
    return f"book:{entry.window}/{what}/{entry.department}/{entry.name}"


def books(session: Session, window: str = "") -> tuple[Book, ...]:
    """Return the books of a window, or of the hall."""
    with session.reading() as store:
        return tuple(b for _, b in store.states(Book) if window in ("", b.window))


def lines(session: Session, book: Book) -> tuple[BookLine, ...]:
    """Return the lines of a book, the oldest first."""
    with session.reading() as store:
        found = []
        for act in store.acts(f"book:{book.id}"):
            body = store.body(act)
            if isinstance(body, BookEntry):
                found.append(BookLine(at=act.at, clerk=clerk(store, act.clerk).name, entry=body))
        return tuple(found)
