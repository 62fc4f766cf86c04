"""Packages of matters (一件事): proposed by one person, offered once another approved them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from zcdesk.catalogue import package_file
from zcdesk.catalogue.lint import Finding
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Clerk
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import (
    Package,
    PackageEntry,
    PackageProposed,
    PackagePublished,
    PackageReturned,
    PackageWithdrawn,
)
from zcdesk.errors import Conflict, Invalid, NotAllowed
from zcdesk.operations import casework
from zcdesk.operations.proposals import MAY_APPROVE, MAY_EDIT
from zcdesk.operations.session import Session, entries

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: with a single finding nothing was `proposed`; `same` say nothing new."""

    findings: tuple[Finding, ...] = ()
    proposed: tuple[str, ...] = ()
    same: int = 0


def propose(session: Session, packages: Iterable[Package], file: str = "") -> Proposed:
    """Hand packages in for approval, all of them or none.

    Raises:
        NotAllowed: CAS-02, no editor, supervisor nor administrator.
    """
    wanted = tuple(packages)
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_EDIT)
        found = package_file.lint(wanted, _in_force(tx), file)
        if found:
            return Proposed(findings=found)
        fresh = [one for one in wanted if not _is_same(_entry(tx, one.key), one)]
        for one in fresh:
            body = PackageProposed(package=one)
            tx.append(NewAct(subject=f"package:{one.key}", body=body))
    return Proposed(proposed=tuple(one.key for one in fresh), same=len(wanted) - len(fresh))


def save(session: Session, wanted: Package, *, seen: int, withdrawal: str = "") -> PackageEntry:
    """Hand one package in as it stands on the page, or that it shall be offered no more.

    Args:
        seen: `saves` of the entry the writer saw.

    Raises:
        NotAllowed: CAS-02, no editor, supervisor nor administrator.
        Conflict: CAT-21, somebody else changed it meanwhile.
        Invalid: CAT-23, the check finds something; CAT-24, it says what is offered already.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_EDIT)
        entry = _seen(tx, wanted.key, seen)
        if withdrawal and entry.package is not None:
            wanted = entry.package
        else:
            _must_be_fit(tx, wanted)
            if _is_same(entry, wanted) and entry.package is not None:
                raise Invalid("CAT-24", "name", name=wanted.name, v=entry.package.version)
        body = PackageProposed(package=wanted, withdrawal=withdrawal.strip())
        tx.append(NewAct(subject=f"package:{wanted.key}", body=body))
        return _entry(tx, wanted.key)


def send_back(session: Session, key: str, reason: str, *, seen: int) -> PackageEntry:
    """Return a proposal to whoever wrote it.

    Raises:
        Conflict: CAT-21, it was changed meanwhile; CAT-28, nothing waits.
        Invalid: CAT-29, no reason.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_APPROVE)
        if not _seen(tx, key, seen).waits:
            raise Conflict("CAT-28")
        if not reason.strip():
            raise Invalid("CAT-29", "reason")
        body = PackageReturned(reason=reason.strip())
        tx.append(NewAct(subject=f"package:{key}", body=body))
        return _entry(tx, key)


def approve_seen(session: Session, key: str, *, seen: int) -> Package:
    """Approve what stands on the page; see `approve`.

    Raises:
        Conflict: CAT-21, it was changed meanwhile.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_APPROVE)
        _seen(tx, key, seen)
        return _publish(session, tx, key)


def approve(session: Session, keys: Iterable[str]) -> tuple[Package, ...]:
    """Offer what others proposed, all of it or none.

    Raises:
        NotAllowed: CAS-02, no supervisor nor administrator; CAT-27, who proposed it.
        Invalid: CAT-23, its matters are not what they were.
    """
    with session.transaction() as tx:
        casework.must_hold(session, tx, *MAY_APPROVE)
        return tuple(_publish(session, tx, key) for key in keys)


def publish(
    first: Session, second: Session, packages: Iterable[Package], file: str = ""
) -> Proposed:
    """Hand packages in and let a second person at the same keyboard approve them."""
    done = propose(first, packages, file)
    approve(second, done.proposed)
    return done


def _publish(session: Session, tx: Transaction, key: str) -> Package:
    entry = _entry(tx, key)
    if entry.proposed is None or not entry.waits:
        raise Conflict("CAT-28")
    if session.clerk in (*entry.writers, entry.proposed_by):
        raise NotAllowed("CAT-27")
    if entry.withdrawal:
        body = PackageWithdrawn(reason=entry.withdrawal)
        tx.append(NewAct(subject=f"package:{key}", body=body))
        return entry.proposed
    _must_be_fit(tx, entry.proposed)
    version = entry.package.version if entry.package is not None else 0
    fresh = msgspec.structs.replace(entry.proposed, version=version + 1)
    tx.append(NewAct(subject=f"package:{key}", body=PackagePublished(package=fresh)))
    return fresh


def _entry(store: Reader, key: str) -> PackageEntry:
    return store.state(f"package:{key}", PackageEntry) or PackageEntry()


def _seen(tx: Transaction, key: str, seen: int) -> PackageEntry:
    entry = _entry(tx, key)
    if entry.saves != seen:
        known = entry.proposed or entry.package
        assert known is not None
        by, at = (entry.proposed_by, entry.proposed_at) if entry.waits else (entry.by, entry.at)
        who = tx.state(f"clerk:{by}", Clerk)
        name = who.name if who is not None else by
        raise Conflict("CAT-21", name=known.name, who=name, time=at[11:16])
    return entry


def _must_be_fit(tx: Transaction, wanted: Package) -> None:
    """Refuse what the check finds something in, beside every other package of the hall."""
    others = (e.package for _, e in tx.states(PackageEntry) if e.package and not e.withdrawn)
    beside = tuple(one for one in others if one.key != wanted.key)
    found = [f for f in package_file.lint((*beside, wanted), _in_force(tx)) if f.row == wanted.key]
    if found:
        what = f"{found[0].message}，{found[0].instead}"
        raise Invalid("CAT-23", found[0].field, n=len(found), what=what)


def _is_same(entry: PackageEntry, new: Package) -> bool:
    old = entry.package
    if old is None or entry.withdrawn:
        return False
    return msgspec.structs.replace(new, version=old.version) == old


def _in_force(store: Reader) -> dict[str, Matter]:
    return {e.matter.key: e.matter for e in entries(store) if not e.withdrawn}
