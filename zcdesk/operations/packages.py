"""Packages of matters (一件事): what is fit to be offered, and how a change of one is written down.

The way a change takes is `changes`', as for matters. Files of packages are handed in whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from zcdesk.catalogue import package_file
from zcdesk.catalogue.lint import Finding
from zcdesk.domain.act import NewAct
from zcdesk.domain.package import (
    Package,
    PackageChange,
    PackageDropped,
    PackageProposed,
    PackagePublished,
    PackageReturned,
    PackageWithdrawn,
)
from zcdesk.errors import Invalid
from zcdesk.operations.changes import Changes
from zcdesk.operations.session import Session, entries, package_of, packages

if TYPE_CHECKING:
    from zcdesk.domain.matter import Matter
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Proposed(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: with a single finding nothing was `proposed`; `same` say nothing new."""

    findings: tuple[Finding, ...] = ()
    proposed: tuple[PackageChange, ...] = ()
    same: int = 0


class Packages:
    """The shelf of packages: change and versions stand in one subject."""

    def key(self, item: Package) -> str:
        return item.key

    def name(self, item: Package) -> str:
        return item.name

    def departments(self, store: Reader, item: Package) -> frozenset[str]:
        known = package_of(store, item.key).package
        return frozenset({item.department, *((known.department,) if known is not None else ())})

    def item(self, change: PackageChange) -> Package:
        return change.package

    def known(self, store: Reader, key: str) -> PackageChange | None:
        return package_of(store, key).change

    def newest(self, store: Reader, key: str) -> int:
        return package_of(store, key).newest

    def must_be_fit(self, store: Reader, item: Package) -> None:
        """Refuse what the check finds something in, beside every other package of the hall.

        Raises:
            Invalid: CAT-23, the check finds something; CAT-24, it is offered as it is.
        """
        others = (one.package for one in packages(store) if one.package and not one.withdrawn)
        beside = tuple(one for one in others if one.key != item.key)
        found = package_file.lint((*beside, item), _in_force(store))
        mine = [one for one in found if one.row == item.key]
        if mine:
            what = f"{mine[0].message}，{mine[0].instead}"
            raise Invalid("CAT-23", mine[0].field, n=len(mine), what=what)
        if _is_same(store, item):
            known = package_of(store, item.key)
            raise Invalid("CAT-24", "name", name=item.name, v=known.newest)

    def draft(self, item: Package, effective: str, withdrawal: str, *, submitted: bool) -> NewAct:
        body = PackageProposed(
            package=item, effective=effective, withdrawal=withdrawal, submitted=submitted
        )
        return NewAct(subject=f"package:{item.key}", body=body)

    def back(self, key: str, reason: str) -> NewAct:
        return NewAct(subject=f"package:{key}", body=PackageReturned(reason=reason))

    def given_up(self, key: str) -> NewAct:
        return NewAct(subject=f"package:{key}", body=PackageDropped())

    def withdrawn(self, key: str, reason: str) -> Iterable[NewAct]:
        yield NewAct(subject=f"package:{key}", body=PackageWithdrawn(reason=reason))

    def version(
        self, tx: Transaction, session: Session, change: PackageChange, effective: str
    ) -> tuple[Package, Iterable[NewAct]]:
        key = change.package.key
        fresh = msgspec.structs.replace(change.package, version=self.newest(tx, key) + 1)
        body = PackagePublished(package=fresh, effective=effective)
        return fresh, (NewAct(subject=f"package:{key}", body=body),)


PACKAGES: Changes[Package, PackageChange] = Changes(Packages())
save, drop = PACKAGES.save, PACKAGES.drop
approve, approve_all, send_back = PACKAGES.approve, PACKAGES.approve_all, PACKAGES.send_back


def propose(session: Session, packages: Iterable[Package], file: str = "") -> Proposed:
    """Hand packages in for approval, all of them or none.

    Raises:
        NotAllowed: CAS-02, no editor, supervisor nor administrator; CAT-20, another department's.
    """
    wanted = tuple(packages)
    with session.transaction() as tx:
        for one in wanted:
            PACKAGES.must_edit(session, tx, one)
        found = package_file.lint(wanted, _in_force(tx), file)
        if found:
            return Proposed(findings=found)
        fresh = [one for one in wanted if not _is_same(tx, one)]
        made = tuple(PACKAGES.propose(tx, one) for one in fresh)
    return Proposed(proposed=made, same=len(wanted) - len(made))


def publish(
    first: Session, second: Session, packages: Iterable[Package], file: str = ""
) -> Proposed:
    """Hand packages in and let a second person at the same keyboard approve them."""
    done = propose(first, packages, file)
    approve_all(second, {one.package.key: one.saves for one in done.proposed})
    return done


def _is_same(store: Reader, new: Package) -> bool:
    """Whether the newest version says just this."""
    known = package_of(store, new.key)
    last = known.ahead[-1].package if known.ahead else known.package
    if last is None or (known.withdrawn and not known.ahead):
        return False
    return msgspec.structs.replace(new, version=last.version) == last


def _in_force(store: Reader) -> dict[str, Matter]:
    return {e.matter.key: e.matter for e in entries(store) if not e.withdrawn}
