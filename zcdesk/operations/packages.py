"""Packages of matters (一件事): proposed by one person, offered once another approved them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from zcdesk.catalogue import package_file
from zcdesk.catalogue.lint import Finding
from zcdesk.domain.act import NewAct
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package, PackageEntry, PackageProposed, PackagePublished
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
        fresh = [one for one in wanted if not _is_same(_entry(tx, one.key).package, one)]
        for one in fresh:
            body = PackageProposed(package=one)
            tx.append(NewAct(subject=f"package:{one.key}", body=body))
    return Proposed(proposed=tuple(one.key for one in fresh), same=len(wanted) - len(fresh))


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
    if entry.proposed is None:
        raise Conflict("CAT-28")
    if entry.proposed_by == session.clerk:
        raise NotAllowed("CAT-27")
    found = package_file.lint((entry.proposed,), _in_force(tx))
    if found:
        what = f"{found[0].message}，{found[0].instead}"
        raise Invalid("CAT-23", found[0].field, n=len(found), what=what)
    version = entry.package.version if entry.package is not None else 0
    fresh = msgspec.structs.replace(entry.proposed, version=version + 1)
    tx.append(NewAct(subject=f"package:{key}", body=PackagePublished(package=fresh)))
    return fresh


def _entry(store: Reader, key: str) -> PackageEntry:
    return store.state(f"package:{key}", PackageEntry) or PackageEntry()


def _is_same(old: Package | None, new: Package) -> bool:
    return old is not None and msgspec.structs.replace(new, version=old.version) == old


def _in_force(store: Reader) -> dict[str, Matter]:
    return {e.matter.key: e.matter for e in entries(store) if not e.withdrawn}
