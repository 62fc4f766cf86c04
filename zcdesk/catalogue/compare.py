"""What changed between two versions of a matter or a package, field by field, line by line.

Materials are matched by their name; a renamed one is one taken out and one put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from zcdesk.catalogue.columns import BY_KEY, MATERIAL, MATTER, Column
from zcdesk.domain.matter import Material, Matter
from zcdesk.domain.package import Package

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


_PACKAGE = {
    "code": "编码",
    "name": "名称",
    "lead": "牵头部门",
    "aliases": "群众说法",
    "needed": "都要办的事项",
    "confidence": "可信程度",
    "evidence": "来源",
    "note": "备注",
}


def compare_packages(
    old: Package, new: Package, names: Mapping[str, str]
) -> tuple[Difference, ...]:
    """Return what the newer version of a 一件事 puts in, changes and takes out.

    Args:
        names: key of a matter → what to call it.
    """
    found = []
    before, after = _package_words(old, names), _package_words(new, names)
    for key, head in _PACKAGE.items():
        if before[key] != after[key]:
            words = (before[key], after[key])
            found.append(Difference(new.key, Change.CHANGED, "", key, head, *words))
    asked, asks = _tree_words(old, names), _tree_words(new, names)
    for subject, leads in asks.items():
        if subject not in asked:
            found.append(Difference(new.key, Change.ADDED, subject))
        elif asked[subject] != leads:
            words = (asked[subject], leads)
            found.append(Difference(new.key, Change.CHANGED, subject, "", "", *words))
    found += [Difference(new.key, Change.REMOVED, one) for one in asked if one not in asks]
    return tuple(found)


def _package_words(package: Package, names: Mapping[str, str]) -> dict[str, str]:
    return {
        "code": package.code,
        "name": package.name,
        "lead": package.department,
        "aliases": "、".join(package.aliases),
        "needed": "、".join(names.get(key, key) for key in package.matters),
        "confidence": str(BY_KEY["confidence"].kind.show(package.confidence)),
        "evidence": package.evidence,
        "note": package.note,
    }


def _tree_words(package: Package, names: Mapping[str, str]) -> dict[str, str]:
    """Return question and answer → the matters it brings and the question that follows."""
    texts = {question.key: question.text for question in package.questions}
    return {
        f"{question.text} {answer.words}": "、".join(
            (
                *(names.get(key, key) for key in answer.matters),
                *((f"→{texts.get(answer.next, answer.next)}",) if answer.next else ()),
            )
        )
        for question in package.questions
        for answer in question.answers
    }


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
