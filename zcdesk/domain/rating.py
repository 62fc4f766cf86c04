"""A rating of one visit (好差评): five levels, one visit one rating, never shown to the clerk.

Only the citizen makes one, so that act names no clerk. The two lowest levels call for a follow-up
(国办发〔2019〕51号), which `rating_follow` tells.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.rating_follow import Follow, after


class Level(IntEnum):
    """非常满意, 满意, 基本满意, 不满意, 非常不满意."""

    VERY_GOOD = 5
    GOOD = 4
    FAIR = 3
    BAD = 2
    VERY_BAD = 1

    @property
    def is_bad(self) -> bool:
        """Whether somebody has to call back."""
        return self <= Level.BAD


class RatingChannel(StrEnum):
    """Where the citizen rated."""

    PAD = "pad"
    KEYS = "keys"
    SCREEN = "screen"
    KIOSK = "kiosk"
    RECEIPT = "receipt"


class RatingGiven(Body, frozen=True, kw_only=True):
    """A visit was rated.

    Attributes:
        window: where the visit was; `ticket` its identity, '' without a number.
        reasons: of a bad rating, chosen from a list; free words would be personal data.
    """

    kind: ClassVar[str] = "rating.given"
    level: Level
    channel: RatingChannel
    window: str
    ticket: str = ""
    reasons: tuple[str, ...] = ()
    close_due: str = ""
    simulated: bool = False


class Rating(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a visit's rating is; its subject is `rating:` and the sitting's identity.

    Attributes:
        follow: of a bad one; None where nobody has to do anything.
        close_due: until when (ISO) a bad one is to be mended, answered and asked about again.
    """

    sitting: str
    level: Level
    channel: RatingChannel
    window: str
    at: str
    ticket: str = ""
    reasons: tuple[str, ...] = ()
    follow: Follow | None = None
    close_due: str = ""
    simulated: bool = False

    @property
    def needs_follow_up(self) -> bool:
        """Whether it is a bad one nobody has seen to yet, to the end."""
        return self.follow is not None and self.follow.state.is_open

    @property
    def counts(self) -> bool:
        """Whether it counts in the figures."""
        return self.follow is None or self.follow.counts


def fold(state: Rating | None, act: Act, body: Body) -> Rating | None:
    """Apply one act; the first rating of a visit stands, and may be followed up."""
    if state is not None:
        if state.follow is None:
            return state
        follow = after(state.follow, act, body)
        return state if follow is state.follow else msgspec.structs.replace(state, follow=follow)
    if not isinstance(body, RatingGiven):
        return state
    return Rating(
        sitting=act.subject.partition(":")[2],
        level=body.level,
        channel=body.channel,
        window=body.window,
        at=act.at,
        ticket=body.ticket,
        reasons=body.reasons,
        follow=Follow() if body.level.is_bad else None,
        close_due=body.close_due,
        simulated=body.simulated,
    )
