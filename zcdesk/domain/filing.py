"""What the hall makes of an online application: waiting, pre-reviewed, taken in.

The department pre-reviews within 2 working days (S1); with that pass the applicant brings the
papers still wanted, or nothing where the matter is fully online.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case import PersonRef
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.typed import Typed


class FilingState(StrEnum):
    WAITING = "waiting"
    PASSED = "passed"
    RETURNED = "returned"
    TAKEN = "taken"


class FilingRecord(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The personal part of an application, kept sealed beside the acts."""

    applicant: Person
    presenter: Person | None = None
    form: dict[str, str] = {}
    post_address: str = ""


class FiledPaper(msgspec.Struct, frozen=True):
    """A material handed in online; `pages` are digests of its files."""

    name: str
    pages: tuple[str, ...]


class OnlineReceived(Body, frozen=True, kw_only=True):
    """An application arrived.

    Attributes:
        digest: of the document, so that the same one sent again is known.
        review_due: ISO time by which the department pre-reviews.
    """

    kind: ClassVar[str] = "online.received"
    number: str
    digest: str
    source: str
    filed_at: str
    matter: str
    matter_version: int
    matter_name: str
    department: str
    record: PersonRef
    agency: Agency = Agency.SELF
    by_post: bool = False
    papers: tuple[FiledPaper, ...] = ()
    review_due: str = ""
    provisional: bool = False


class OnlineReviewed(Body, frozen=True, kw_only=True):
    """The department's pre-review.

    Attributes:
        bring: names of the papers still wanted on paper.
        reason: what is wrong, all of it, where it did not pass.
    """

    kind: ClassVar[str] = "online.reviewed"
    passed: bool
    bring: tuple[str, ...] = ()
    reason: Typed = ""


class OnlineTaken(Body, frozen=True, kw_only=True):
    """Taken in at a window."""

    kind: ClassVar[str] = "online.taken"
    sitting: str
    case_ids: tuple[str, ...]


class Filing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An online application after its acts."""

    received: OnlineReceived
    state: FilingState = FilingState.WAITING
    received_at: str = ""
    bring: tuple[str, ...] = ()
    reason: str = ""
    reviewer: str = ""
    reviewed_at: str = ""
    case_ids: tuple[str, ...] = ()

    @property
    def accepted(self) -> tuple[FiledPaper, ...]:
        """Papers that need not be brought."""
        return tuple(p for p in self.received.papers if p.name not in self.bring)


def fold(state: Filing | None, act: Act, body: Body) -> Filing | None:
    """A returned application may be sent anew; one that passed or was taken in may not."""
    match body:
        case OnlineReceived() if state is None or state.state is FilingState.RETURNED:
            return Filing(received=body, received_at=act.at)
        case OnlineReviewed() if state is not None and state.state is FilingState.WAITING:
            return msgspec.structs.replace(
                state,
                state=FilingState.PASSED if body.passed else FilingState.RETURNED,
                bring=body.bring,
                reason=body.reason,
                reviewer=act.clerk,
                reviewed_at=act.at,
            )
        case OnlineTaken() if state is not None and state.state is FilingState.PASSED:
            return msgspec.structs.replace(state, state=FilingState.TAKEN, case_ids=body.case_ids)
        case _:
            return state
