"""What a person is besides a clerk: somebody's deputy (AB 角), and trained for what (培训)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body


class DeputyNamed(Body, frozen=True, kw_only=True):
    """B stands in for A.

    Attributes:
        first, second: staff numbers of A and B.
        start, until: first and last day, ISO.
    """

    kind: ClassVar[str] = "deputy.named"
    first: str
    second: str
    start: str
    until: str


class DeputyEnded(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "deputy.ended"
    reason: str


class Deputy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A pair after its acts."""

    id: str
    named: DeputyNamed
    by: str
    ended: str = ""

    def stands_in(self, day: date) -> bool:
        """Whether B may stand in for A on that day."""
        return not self.ended and self.named.start <= day.isoformat() <= self.named.until


class Trained(Body, frozen=True, kw_only=True):
    """Somebody was trained before duty (须经培训后上岗, S2).

    Attributes:
        categories: window categories it was for; `matters` keys of single matters.
        until: last day it is good for, ISO; empty = for good.
    """

    kind: ClassVar[str] = "training.registered"
    categories: tuple[str, ...]
    matters: tuple[str, ...] = ()
    day: str
    trainer: str
    until: str = ""
    passed: bool = True


class Training(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything one person was trained in; its subject is `training:` and the staff number."""

    staff_no: str
    courses: tuple[Trained, ...] = ()

    def covers(self, category: str, day: date) -> bool:
        """Whether somebody may sit at a window of that category on that day."""
        return any(
            course.passed
            and category in course.categories
            and course.day <= day.isoformat() <= (course.until or "9999")
            for course in self.courses
        )


def overlapping(wanted: DeputyNamed, known: Iterable[Deputy]) -> Deputy | None:
    """Return the pair in force that leaves no room for another one on the same days.

    A person has one deputy at a time, and is deputy for one person at a time.
    """
    return next(
        (
            other
            for other in known
            if not other.ended
            and (other.named.first == wanted.first or other.named.second == wanted.second)
            and other.named.start <= wanted.until
            and wanted.start <= other.named.until
        ),
        None,
    )


def standing_in(staff_no: str, known: Iterable[Deputy], day: date) -> tuple[str, ...]:
    """Return for whom somebody stands in on a day."""
    return tuple(d.named.first for d in known if d.named.second == staff_no and d.stands_in(day))


def fold_deputy(state: Deputy | None, act: Act, body: Body) -> Deputy | None:
    match body:
        case DeputyNamed() if state is None:
            return Deputy(id=act.subject.partition(":")[2], named=body, by=act.clerk)
        case DeputyEnded() if state is not None and not state.ended:
            return msgspec.structs.replace(state, ended=body.reason or act.at)
        case _:
            return state


def fold_training(state: Training | None, act: Act, body: Body) -> Training | None:
    if not isinstance(body, Trained):
        return state
    old = state or Training(staff_no=act.subject.partition(":")[2])
    return msgspec.structs.replace(old, courses=(*old.courses, body))
