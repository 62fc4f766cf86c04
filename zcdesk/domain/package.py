"""A package of matters (一件事): one tree of questions says which of them somebody needs.

What a package adds is only the choice: form and list are merged by `oneform` and `checklist` as
for any visit of several matters, and every matter keeps its own case and limits (rules 3).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.matter import Confidence, Secrecy


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `matters` are needed then; `next` is the question asked then, "" = none."""

    words: str
    matters: tuple[str, ...] = ()
    next: str = ""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    key: str
    text: str
    answers: tuple[Answer, ...]


class Package(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One package.

    Attributes:
        code: four digits the clerk types; unique among matters and packages of a hall.
        department: which leads (牵头部门).
        matters: keys of the matters everybody needs, in the order they are taken in.
        questions: the first is asked first, each other one where an answer names it.
        initials, pinyin: search keys, as a matter has them.
    """

    key: str
    code: str
    name: str
    department: str
    matters: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    aliases: tuple[str, ...] = ()
    evidence: str = ""
    confidence: Confidence = Confidence.UNVERIFIED
    note: str = ""
    initials: str = ""
    pinyin: str = ""
    version: int = 1

    categories: ClassVar[tuple[()]] = ()
    secrecy: ClassVar[Secrecy] = Secrecy.OPEN

    @property
    def is_sample(self) -> bool:
        """示例 until the departments have confirmed it."""
        return self.confidence is not Confidence.CONFIRMED

    @property
    def every_matter(self) -> tuple[str, ...]:
        """Keys of all matters any answer can bring."""
        more = (key for q in self.questions for a in q.answers for key in a.matters)
        return tuple(dict.fromkeys((*self.matters, *more)))


def asked(package: Package, given: Mapping[str, int]) -> tuple[Question, ...]:
    """Return the questions on the way so far, the last perhaps not answered.

    Args:
        given: key of a question → place of the answer.
    """
    by_key = {question.key: question for question in package.questions}
    found: list[Question] = []
    question = package.questions[0] if package.questions else None
    while question is not None and question not in found:
        found.append(question)
        place = given.get(question.key)
        question = by_key.get(question.answers[place].next) if place is not None else None
    return tuple(found)


def is_answered(package: Package, given: Mapping[str, int]) -> bool:
    """Whether no question on the way is open."""
    return all(question.key in given for question in asked(package, given))


def chosen(package: Package, given: Mapping[str, int]) -> tuple[str, ...]:
    """Return the keys of the matters the answers ask for, each once."""
    more = (
        key
        for question in asked(package, given)
        if question.key in given
        for key in question.answers[given[question.key]].matters
    )
    return tuple(dict.fromkeys((*package.matters, *more)))


class PackageProposed(Body, frozen=True, kw_only=True):
    """Attributes: `withdrawal` is why it shall be offered no more; empty = it is a change."""

    kind: ClassVar[str] = "package.proposed"
    package: Package
    withdrawal: str = ""


class PackageReturned(Body, frozen=True, kw_only=True):
    """Not approved: back to whoever proposed it."""

    kind: ClassVar[str] = "package.returned"
    reason: str


class PackageWithdrawn(Body, frozen=True, kw_only=True):
    """Offered no more; what was taken in with it keeps its name."""

    kind: ClassVar[str] = "package.withdrawn"
    reason: str


class PackagePublished(Body, frozen=True, kw_only=True):
    """What was proposed is offered from now on; by somebody who did not propose it."""

    kind: ClassVar[str] = "package.published"
    package: Package


class PackageEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a package.

    Attributes:
        package: offered, unless `withdrawn` says why not; None before its first approval.
        proposed: waits, unless `returned` says why it was not approved.
        writers: everybody who wrote a part of what is proposed.
        withdrawal: the proposal is to offer it no more, for this reason.
        saves: how often it was proposed or judged; who changes it says which of them they saw.
    """

    package: Package | None = None
    by: str = ""
    at: str = ""
    withdrawn: str = ""
    proposed: Package | None = None
    proposed_by: str = ""
    proposed_at: str = ""
    writers: tuple[str, ...] = ()
    withdrawal: str = ""
    returned: str = ""
    saves: int = 0

    @property
    def waits(self) -> bool:
        """Whether a second person may approve it."""
        return self.proposed is not None and not self.returned


def fold(state: PackageEntry | None, act: Act, body: Body) -> PackageEntry | None:
    """An older or equal version than the published one changes nothing."""
    old = state or PackageEntry()
    match body:
        case PackageProposed():
            return msgspec.structs.replace(
                old,
                proposed=body.package,
                proposed_by=act.clerk,
                proposed_at=act.at,
                writers=tuple(dict.fromkeys((*old.writers, act.clerk))),
                withdrawal=body.withdrawal,
                returned="",
                saves=old.saves + 1,
            )
        case PackageReturned() if old.waits:
            return msgspec.structs.replace(old, returned=body.reason, saves=old.saves + 1)
        case PackagePublished() if (
            old.package is None or body.package.version > old.package.version
        ):
            return PackageEntry(package=body.package, by=act.clerk, at=act.at, saves=old.saves + 1)
        case PackageWithdrawn() if old.package is not None:
            return PackageEntry(
                package=old.package,
                by=act.clerk,
                at=act.at,
                withdrawn=body.reason,
                saves=old.saves + 1,
            )
        case _:
            return state
