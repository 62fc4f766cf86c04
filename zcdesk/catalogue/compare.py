"""What changed between two versions of a matter, field by field and material by material.

Materials are matched by their name; a renamed one is one taken out and one put in.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

import msgspec

from zcdesk.catalogue.columns import MATERIAL, MATTER, Column
from zcdesk.domain.matter import Material, Matter

_NOT_COMPARED = frozenset(("key", "version", "author", "approver", "valid_from"))


class Change(StrEnum):
    ADDED = "+"
    CHANGED = "~"
    REMOVED = "-"


class Difference(msgspec.Struct, frozen=True):
    """One change.

    Attributes:
        subject: the material's name, or empty for a field of the matter itself.
        field: canonical key, `head` its Chinese word; empty where a whole line came or went.
        old, new: as a spreadsheet would show them.
    """

    matter: str
    change: Change
    subject: str = ""
    field: str = ""
    head: str = ""
    old: str = ""
    new: str = ""

    def __str__(self) -> str:
        what = " ".join(part for part in (self.subject, self.head) if part)
        if self.change is Change.CHANGED:
            return f"~ {what}：{self.old or '（空）'}→{self.new or '（空）'}"
        return f"{self.change} {what}".rstrip()


def compare(old: Matter, new: Matter) -> tuple[Difference, ...]:
    """Return what the newer version puts in, changes and takes out."""
    table = tuple(column for column in MATTER if column.key not in _NOT_COMPARED)
    found = _fields(new.key, "", table, old, new)
    before = {line.name: line for line in old.materials}
    after = {line.name: line for line in new.materials}
    for name, line in after.items():
        if name in before:
            found += _fields(new.key, name, MATERIAL, before[name], line)
        else:
            found.append(Difference(new.key, Change.ADDED, name))
    found += [Difference(new.key, Change.REMOVED, name) for name in before if name not in after]
    return tuple(found)


def compare_catalogues(old: Iterable[Matter], new: Iterable[Matter]) -> tuple[Difference, ...]:
    """Compare two catalogues, matters matched by their key."""
    before = {matter.key: matter for matter in old}
    after = {matter.key: matter for matter in new}
    found: list[Difference] = []
    for key, matter in after.items():
        if key in before:
            found += compare(before[key], matter)
        else:
            found.append(Difference(key, Change.ADDED, head=f"事项 {matter.name}"))
    found += [
        Difference(key, Change.REMOVED, head=f"事项 {matter.name}")
        for key, matter in before.items()
        if key not in after
    ]
    return tuple(found)


def _fields(
    key: str,
    subject: str,
    table: tuple[Column, ...],
    old: Matter | Material,
    new: Matter | Material,
) -> list[Difference]:
    found = []
    for column in table:
        shown = [column.kind.show(getattr(value, column.key)) for value in (old, new)]
        if shown[0] != shown[1]:
            words = ["" if cell is None else str(cell).replace("\n", "、") for cell in shown]
            found.append(Difference(key, Change.CHANGED, subject, column.key, column.head, *words))
    return found
