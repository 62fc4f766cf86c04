"""What becomes of a bad rating (差评): contact, verify, mend, answer, call back.

国办发〔2019〕51号: whoever rated badly is asked first, what is true is mended and answered, and
asked about again; what is malicious or a mistake counts only out after a second person agrees.
One table says which step may follow which; the fold, the operations and the screen ask it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.typed import Typed


class FollowState(StrEnum):
    """Where a follow-up stands; the value is its word."""

    OPEN = "待联系"
    CONTACTED = "待核实"
    REVIEW = "待复核"
    VERIFIED = "待整改"
    MENDED = "待答复"
    ANSWERED = "待回访"
    CLOSED = "已办结"
    EXCLUDED = "不计入"

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self not in (FollowState.CLOSED, FollowState.EXCLUDED)


class Finding(StrEnum):
    """What a bad rating was found to be."""

    TRUE = "属实"
    UNTRUE = "不属实"
    MALICIOUS = "恶意差评"
    MISTAKEN = "误评"

    @property
    def excludes(self) -> bool:
        """Whether it would not count: then a second person decides."""
        return self in (Finding.MALICIOUS, Finding.MISTAKEN)


class FollowStep(Body, frozen=True, kw_only=True):
    """One step of a follow-up; `note` is the staff's word, never who rated."""

    note: Typed = ""


class RatingContacted(FollowStep, frozen=True, kw_only=True):
    """Whoever rated was called; `reached` or not, the attempt is recorded."""

    kind: ClassVar[str] = "rating.contacted"
    reached: bool


class RatingVerified(FollowStep, frozen=True, kw_only=True):
    kind: ClassVar[str] = "rating.verified"
    finding: Finding


class RatingReviewed(FollowStep, frozen=True, kw_only=True):
    """A second person agrees that it does not count, or not."""

    kind: ClassVar[str] = "rating.reviewed"
    agrees: bool


class RatingMended(FollowStep, frozen=True, kw_only=True):
    kind: ClassVar[str] = "rating.mended"


class RatingAnswered(FollowStep, frozen=True, kw_only=True):
    kind: ClassVar[str] = "rating.answered"


class RatingCalledBack(FollowStep, frozen=True, kw_only=True):
    """回访: content, or it has to be mended again."""

    kind: ClassVar[str] = "rating.called_back"
    content: bool


_S = FollowState
TABLE: Mapping[type[FollowStep], frozenset[FollowState]] = MappingProxyType(
    {
        RatingContacted: frozenset({_S.OPEN}),
        RatingVerified: frozenset({_S.CONTACTED}),
        RatingReviewed: frozenset({_S.REVIEW}),
        RatingMended: frozenset({_S.VERIFIED}),
        RatingAnswered: frozenset({_S.MENDED}),
        RatingCalledBack: frozenset({_S.ANSWERED}),
    }
)
"""Step → the states in which it may be done."""

STEPS = tuple(TABLE)


class Step(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A step that was done: `kind` of its act, `said` what it decided, `note` the words."""

    at: str
    by: str
    kind: str
    said: str = ""
    note: str = ""


class Follow(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The follow-up of one bad rating.

    Attributes:
        contacted_at: when first somebody called, reached or not; empty = not yet.
        verifier: who found it not to count; the review is another's.
        ended_at: when it was closed or excluded.
    """

    state: FollowState = FollowState.OPEN
    contacted_at: str = ""
    finding: Finding | None = None
    verifier: str = ""
    ended_at: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the rating counts in the figures."""
        return self.state is not FollowState.EXCLUDED


def allowed(state: FollowState) -> tuple[type[FollowStep], ...]:
    """Return the steps that may be done in a state."""
    return tuple(step for step, states in TABLE.items() if state in states)


def refusal(follow: Follow, step: FollowStep, clerk: str) -> str | None:
    """Return the code of why a step cannot be done, None if it can."""
    if follow.state not in TABLE[type(step)]:
        return "RAT-03"
    if isinstance(step, RatingReviewed) and clerk == follow.verifier:
        return "RAT-04"
    return None


def after(follow: Follow, act: Act, body: Body) -> Follow:
    """Apply one step; one that may not be done changes nothing."""
    if not isinstance(body, FollowStep) or refusal(follow, body, act.clerk):
        return follow
    state, said = _next(follow, body)
    step = Step(at=act.at, by=act.clerk, kind=body.kind, said=said, note=body.note)
    follow = msgspec.structs.replace(follow, state=state, steps=(*follow.steps, step))
    match body:
        case RatingContacted() if not follow.contacted_at:
            return msgspec.structs.replace(follow, contacted_at=act.at)
        case RatingVerified():
            return msgspec.structs.replace(follow, finding=body.finding, verifier=act.clerk)
        case _ if not state.is_open:
            return msgspec.structs.replace(follow, ended_at=act.at)
        case _:
            return follow


def _next(follow: Follow, body: FollowStep) -> tuple[FollowState, str]:
    match body:
        case RatingContacted():
            said = "已联系" if body.reached else "未接通"
            # Who cannot be reached is tried again; the attempt keeps the limit of first contact.
            return (_S.CONTACTED if body.reached or _tries(follow) else _S.OPEN), said
        case RatingVerified():
            return (_S.REVIEW if body.finding.excludes else _S.VERIFIED), body.finding.value
        case RatingReviewed():
            if body.agrees:
                return _S.EXCLUDED, "同意"
            return _S.VERIFIED, "不同意"
        case RatingMended():
            return _S.MENDED, ""
        case RatingAnswered():
            return _S.ANSWERED, ""
        case RatingCalledBack():
            if body.content:
                return _S.CLOSED, "满意"
            return _S.VERIFIED, "仍不满意"
        case _:
            return follow.state, ""


TRIES = 3
"""So many calls nobody answered are enough to go on with what the hall knows itself."""


def _tries(follow: Follow) -> bool:
    """Whether this is the last attempt that has to be made."""
    return sum(step.kind == RatingContacted.kind for step in follow.steps) >= TRIES - 1
