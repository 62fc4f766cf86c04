"""Changing matters: what is fit to be published, and how a change of one is written down.

The way a change takes is `changes`'. What a table brings in goes the same way, see
`catalogue_table`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.catalogue import lint
from zcdesk.catalogue.convert import complete
from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished, MatterWithdrawn
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import (
    Proposal,
    ProposalApproved,
    ProposalDropped,
    ProposalReturned,
    ProposalSaved,
)
from zcdesk.domain.window import Window
from zcdesk.errors import Invalid
from zcdesk.operations.changes import Changes, names
from zcdesk.operations.session import Session, clerk, entry_of
from zcdesk.store.schema import matter_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Matters:
    """The shelf of matters: a subject of its own for the change, another for what is published."""

    def key(self, item: Matter) -> str:
        return item.key

    def name(self, item: Matter) -> str:
        return item.name

    def departments(self, store: Reader, item: Matter) -> frozenset[str]:
        entry = entry_of(store, item.key)
        return frozenset({item.department, *((entry.matter.department,) if entry else ())})

    def item(self, change: Proposal) -> Matter:
        return change.matter

    def known(self, store: Reader, key: str) -> Proposal | None:
        return store.state(f"proposal:{key}", Proposal)

    def newest(self, store: Reader, key: str) -> int:
        entry = entry_of(store, key)
        return entry.newest if entry is not None else 0

    def must_be_fit(self, store: Reader, item: Matter) -> None:
        must_be_fit(store, item)

    def draft(self, item: Matter, effective: str, withdrawal: str, *, submitted: bool) -> NewAct:
        body = ProposalSaved(
            matter=complete(item), effective=effective, withdrawal=withdrawal, submitted=submitted
        )
        return NewAct(subject=f"proposal:{item.key}", body=body)

    def back(self, key: str, reason: str) -> NewAct:
        return NewAct(subject=f"proposal:{key}", body=ProposalReturned(reason=reason))

    def given_up(self, key: str) -> NewAct:
        return NewAct(subject=f"proposal:{key}", body=ProposalDropped())

    def withdrawn(self, key: str, reason: str) -> Iterable[NewAct]:
        yield NewAct(subject=f"matter:{key}", body=MatterWithdrawn(reason=reason))
        yield NewAct(subject=f"proposal:{key}", body=ProposalApproved())

    def version(
        self, tx: Transaction, session: Session, change: Proposal, effective: str
    ) -> tuple[Matter, Iterable[NewAct]]:
        key = change.matter.key
        fresh = msgspec.structs.replace(
            change.matter,
            version=self.newest(tx, key) + 1,
            author="、".join(names(tx, change.editors)),
            approver=clerk(tx, session.clerk).name,
            valid_from=effective or session.now().date().isoformat(),
        )
        body = MatterPublished(matter=fresh, approver=session.clerk, effective=effective)
        done = ProposalApproved(version=fresh.version)
        return fresh, (
            NewAct(subject=f"matter:{key}", body=body),
            NewAct(subject=f"proposal:{key}", body=done),
        )


MATTERS: Changes[Matter, Proposal] = Changes(Matters())
save, drop = MATTERS.save, MATTERS.drop
approve, approve_all, send_back = MATTERS.approve, MATTERS.approve_all, MATTERS.send_back


def must_be_fit(store: Reader, matter: Matter) -> None:
    """Refuse what could not be published.

    Raises:
        Invalid: CAT-23, the check finds something; CAT-24, it says what is in force already;
            CAT-25, its code belongs to another matter; CAT-26, no window takes its category.
    """
    found = lint.lint((matter,))
    if found:
        first = found[0]
        raise Invalid("CAT-23", first.field, n=len(found), what=f"{first.message}，{first.instead}")
    entry = entry_of(store, matter.key)
    if entry is not None and not entry.withdrawn and is_same(entry.matter, matter):
        raise Invalid("CAT-24", "name", name=matter.name, v=entry.matter.version)
    if owner := owner_of(store, matter):
        raise Invalid("CAT-25", "code", number=matter.code, name=owner.name)
    if not is_taken(matter, windows(store)):
        names = "、".join(category.value for category in matter.categories)
        raise Invalid("CAT-26", "categories", name=matter.name, category=names or "—")


def is_same(old: Matter, new: Matter) -> bool:
    """Whether two versions say the same; who wrote them and when makes no difference."""
    plain = {"version": 0, "author": "", "approver": "", "valid_from": ""}
    change = msgspec.structs.replace
    return change(complete(old), **plain) == change(complete(new), **plain)


def owner_of(store: Reader, matter: Matter) -> Matter | None:
    """Return another published matter that has this one's code."""
    t = matter_index.c
    wanted = select(t.key).where(t.code == matter.code, t.key != matter.key, t.code != "")
    key = store.select(wanted).scalars().first()
    owner = entry_of(store, key) if key is not None else None
    return owner.matter if owner is not None else None


def windows(store: Reader) -> tuple[Window, ...]:
    """Return the hall's windows with the scopes they have for good."""
    return tuple(window for _, window in store.states(Window))


def is_taken(matter: Matter, among: Iterable[Window]) -> bool:
    """Whether the scope of any window covers the matter."""
    return any(window.takes(matter) for window in among)
