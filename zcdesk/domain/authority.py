"""What a department lets a window or a person decide in its name (授权委托书), and its books.

Dated and bounded: department, matters, window or person, from and until. Outside it nothing is
decided at a window. 用章登记 and 空白证照登记 are kept here too: every use is an act of its own.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.typed import Typed


class AuthorityGiven(Body, frozen=True, kw_only=True):
    """授权委托书.

    Attributes:
        officer: in whose name it is decided.
        matters: keys; empty = every instant matter of the department.
        windows, clerks: who may; both empty = nobody.
        start, until: first and last day, ISO.
        paper: digest of the scanned, sealed document.
    """

    kind: ClassVar[str] = "authority.given"
    department: str
    officer: str
    matters: tuple[str, ...] = ()
    windows: tuple[str, ...] = ()
    clerks: tuple[str, ...] = ()
    start: str
    until: str
    paper: str = ""
    number: str = ""


class AuthorityRevoked(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "authority.revoked"
    reason: str


class AuthorityScanned(Body, frozen=True, kw_only=True):
    """A page of the sealed document was scanned; `page` is its digest."""

    kind: ClassVar[str] = "authority.scanned"
    page: str


class Authority(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An authority after its acts; `pages` are digests of what was scanned of it, in order."""

    id: str
    given: AuthorityGiven
    by: str
    revoked: str = ""
    pages: tuple[str, ...] = ()

    def covers(self, matter: str, department: str, window: str, clerk: str, day: date) -> bool:
        """Tell whether this window or person may decide `matter` on `day`."""
        given = self.given
        named = window in given.windows or clerk in given.clerks
        dated = given.start <= day.isoformat() <= given.until
        of_it = given.department == department and (not given.matters or matter in given.matters)
        return named and dated and of_it and not self.revoked


class BookKind(StrEnum):
    """Which book an entry stands in."""

    SEAL = "用章"
    BLANK_IN = "空白证照领入"
    BLANK_USED = "空白证照使用"
    BLANK_SPOILED = "空白证照作废"


class BookEntry(Body, frozen=True, kw_only=True):
    """One use of a seal, or a movement of blank certificates.

    Attributes:
        name: which seal or blank; `document` what was sealed or printed.
        count: copies sealed, or blanks moved.
        numbers: printed numbers of the blanks, as far as they carry any.
        case: id of the case, if it was for one.
    """

    kind: ClassVar[str] = "book.entered"
    entry: BookKind
    name: str
    department: str
    window: str
    document: Typed = ""
    count: int = 1
    numbers: str = ""
    case: str = ""
    remark: Typed = ""


class Book(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The book of one seal or one kind of blank at one window; its lines are its acts.

    Attributes:
        stock: blanks that should lie in the drawer; 0 for a seal.
    """

    id: str
    name: str
    department: str
    window: str
    entries: int = 0
    stock: int = 0
    last_at: str = ""


def fold_authority(state: Authority | None, act: Act, body: Body) -> Authority | None:
    match body:
        case AuthorityGiven() if state is None:
            pages = (body.paper,) if body.paper else ()
            id_ = act.subject.partition(":")[2]
            return Authority(id=id_, given=body, by=act.clerk, pages=pages)
        case AuthorityScanned() if state is not None and body.page not in state.pages:
            return msgspec.structs.replace(state, pages=(*state.pages, body.page))
        case AuthorityRevoked() if state is not None:
            return msgspec.structs.replace(state, revoked=state.revoked or body.reason)
        case _:
            return state


_STOCK = {BookKind.BLANK_IN: 1, BookKind.BLANK_USED: -1, BookKind.BLANK_SPOILED: -1}


def fold_book(state: Book | None, act: Act, body: Body) -> Book | None:
    if not isinstance(body, BookEntry):
        return state
    old = state or Book(
        id=act.subject.partition(":")[2],
        name=body.name,
        department=body.department,
        window=body.window,
    )
    return msgspec.structs.replace(
        old,
        entries=old.entries + 1,
        stock=old.stock + body.count * _STOCK.get(body.entry, 0),
        last_at=act.at,
    )
