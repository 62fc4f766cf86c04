"""A package of matters (一件事): one tree of questions says which of them somebody needs.

What a package adds is only the choice: form and list are merged by `oneform` and `checklist` as
for any visit of several matters, and every matter keeps its own case and limits (rules 3).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.entry import begin, begun
from zcdesk.domain.matter import Confidence, Secrecy
from zcdesk.domain.proposal import Change, approved, drafted, dropped, returned


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


class PackageProposed(Body, frozen=True, kw_only=True, omit_defaults=True):
    """A draft was written, or handed in for approval.

    Attributes:
        withdrawal: why it shall be offered no more; empty = it is a change.
        effective: ISO day it shall begin with; empty = when approved.
    """

    kind: ClassVar[str] = "package.proposed"
    package: Package
    withdrawal: str = ""
    effective: str = ""
    submitted: bool = True


class PackageReturned(Body, frozen=True, kw_only=True):
    """Not approved: back to whoever proposed it."""

    kind: ClassVar[str] = "package.returned"
    reason: str


class PackageDropped(Body, frozen=True, kw_only=True):
    """Given up by whoever wrote it; what is offered stays."""

    kind: ClassVar[str] = "package.dropped"


class PackageWithdrawn(Body, frozen=True, kw_only=True):
    """Offered no more; what was taken in with it keeps its name."""

    kind: ClassVar[str] = "package.withdrawn"
    reason: str


class PackagePublished(Body, frozen=True, kw_only=True, omit_defaults=True):
    """What was proposed is offered; by somebody who did not propose it.

    Attributes:
        effective: ISO day the version begins with; empty = at once.
    """

    kind: ClassVar[str] = "package.published"
    package: Package
    effective: str = ""


class PackageChange(Change, frozen=True, kw_only=True, omit_defaults=True):
    """The latest change of one package."""

    package: Package


class PackageAhead(msgspec.Struct, frozen=True, kw_only=True):
    """An approved version whose day has not come; `begins` is its ISO day."""

    package: Package
    begins: str
    at: str
    by: str

    @property
    def version(self) -> int:
        return self.package.version


class PackageEntry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of a package.

    Attributes:
        package: offered, unless `withdrawn` says why not; None before its first day.
        ahead: versions that begin later, in the order they were approved.
        change: the latest, open or ended; None for one that came with the hall.
    """

    package: Package | None = None
    by: str = ""
    at: str = ""
    withdrawn: str = ""
    ahead: tuple[PackageAhead, ...] = ()
    change: PackageChange | None = None

    @property
    def newest(self) -> int:
        """Number of the last version, whether it has begun or not; 0 = there is none."""
        return max((one.version for one in self.ahead), default=self._now)

    @property
    def open(self) -> PackageChange | None:
        """The change that is neither approved nor given up."""
        return self.change if self.change is not None and self.change.is_open else None

    @property
    def _now(self) -> int:
        return self.package.version if self.package is not None else 0

    def in_force(self, now: dt.datetime) -> PackageEntry:
        """Return the entry as it is at a time: of the versions that have begun, the last."""
        last, left = begun(self.ahead, now)
        if last is None:
            return self
        return PackageEntry(
            package=last.package, by=last.by, at=last.at, ahead=left, change=self.change
        )


def fold(state: PackageEntry | None, act: Act, body: Body) -> PackageEntry | None:
    """An older or equal version than the newest changes nothing."""
    old = (state or PackageEntry()).in_force(dt.datetime.fromisoformat(act.at))
    change = msgspec.structs.replace
    match body:
        case PackageProposed():
            fresh = PackageChange(package=body.package, **drafted(old.change, act, body))
            return change(old, change=fresh)
        case PackageReturned():
            return change(old, change=returned(old.change, act, body.reason))
        case PackageDropped():
            return change(old, change=dropped(old.change))
        case PackagePublished() if body.package.version > old.newest:
            ended = approved(old.change, act, body.package.version)
            return change(_published(old, act, body), change=ended)
        case PackageWithdrawn() if old.package is not None:
            ended = approved(old.change, act, 0)
            gone = PackageEntry(package=old.package, by=act.clerk, at=act.at, change=ended)
            return change(gone, withdrawn=body.reason)
        case _:
            return state


def _published(old: PackageEntry, act: Act, body: PackagePublished) -> PackageEntry:
    if begin(body.effective) <= dt.datetime.fromisoformat(act.at):
        return PackageEntry(package=body.package, by=act.clerk, at=act.at)
    later = PackageAhead(package=body.package, begins=body.effective, at=act.at, by=act.clerk)
    return msgspec.structs.replace(old, ahead=(*old.ahead, later))
