"""A change on its way into the catalogue: drafted, handed in, approved by another.

The way of a matter and of a package (一件事, `package`) is one and the same.

Who wrote any part of it does not approve it (rules 1): the entry is a department's, what the hall
publishes is the hall's. A proposal is no version: only its approval makes one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Protocol, TypedDict, TypeVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.matter import Matter


class ProposalState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    DROPPED = "dropped"


class ProposalSaved(Body, frozen=True, kw_only=True):
    """A draft was written.

    Attributes:
        matter: as the next version shall be; its number is given at the approval.
        effective: ISO day it shall begin with; empty = when approved.
        withdrawal: reason why the matter shall no longer be taken in; empty = it stays.
        submitted: handed in for approval at the same time.
    """

    kind: ClassVar[str] = "proposal.saved"
    matter: Matter
    effective: str = ""
    withdrawal: str = ""
    submitted: bool = False


class ProposalReturned(Body, frozen=True, kw_only=True):
    """Not approved: back to whoever wrote it."""

    kind: ClassVar[str] = "proposal.returned"
    reason: str


class ProposalApproved(Body, frozen=True, kw_only=True):
    """It became version `version`; 0 = the matter was withdrawn."""

    kind: ClassVar[str] = "proposal.approved"
    version: int = 0


class ProposalDropped(Body, frozen=True, kw_only=True):
    """Given up by whoever wrote it; the catalogue stays as it was."""

    kind: ClassVar[str] = "proposal.dropped"


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The latest change of one thing of the catalogue.

    Attributes:
        editors: everybody who wrote a part of it, in the order they first did.
        saves: how often it was written or judged, of this thing altogether; who changes it says
            which of them they saw.
        reason: why it was returned.
    """

    state: ProposalState
    by: str
    at: str
    editors: tuple[str, ...] = ()
    effective: str = ""
    withdrawal: str = ""
    saves: int = 1
    reason: str = ""
    judged_by: str = ""
    version: int = 0

    @property
    def is_open(self) -> bool:
        return self.state not in (ProposalState.APPROVED, ProposalState.DROPPED)

    @property
    def waits(self) -> bool:
        """Whether a second person may approve it."""
        return self.state is ProposalState.SUBMITTED


class Proposal(Change, frozen=True, kw_only=True, omit_defaults=True):
    """The latest change of one matter."""

    matter: Matter


class Written(Protocol):
    """What an act that writes a draft says, of whatever it is."""

    @property
    def effective(self) -> str: ...
    @property
    def withdrawal(self) -> str: ...
    @property
    def submitted(self) -> bool: ...


class Drafted(TypedDict):
    """Fields of a change as a draft leaves them."""

    state: ProposalState
    by: str
    at: str
    editors: tuple[str, ...]
    effective: str
    withdrawal: str
    saves: int


_C = TypeVar("_C", bound=Change)


def fold(state: Proposal | None, act: Act, body: Body) -> Proposal | None:
    """Judging what is not handed in changes nothing; a draft after the end begins anew."""
    match body:
        case ProposalSaved():
            return Proposal(matter=body.matter, **drafted(state, act, body))
        case ProposalReturned():
            return returned(state, act, body.reason)
        case ProposalApproved():
            is_own = state is not None and act.clerk in state.editors
            return state if is_own else approved(state, act, body.version)
        case ProposalDropped():
            return dropped(state)
        case _:
            return state


def drafted(state: Change | None, act: Act, body: Written) -> Drafted:
    """Return what a draft makes of a change; who wrote before it stays its editor."""
    before = state.editors if state is not None and state.is_open else ()
    return Drafted(
        state=ProposalState.SUBMITTED if body.submitted else ProposalState.DRAFT,
        by=act.clerk,
        at=act.at,
        editors=tuple(dict.fromkeys((*before, act.clerk))),
        effective=body.effective,
        withdrawal=body.withdrawal,
        saves=(state.saves if state is not None else 0) + 1,
    )


def returned(state: _C | None, act: Act, reason: str) -> _C | None:
    """Give a change back that was handed in."""
    if state is None or not state.waits:
        return state
    return msgspec.structs.replace(
        state,
        state=ProposalState.RETURNED,
        reason=reason,
        judged_by=act.clerk,
        saves=state.saves + 1,
    )


def approved(state: _C | None, act: Act, version: int) -> _C | None:
    """End a change that was handed in: it is a version now, or 0 = nothing is offered any more."""
    if state is None or not state.waits:
        return state
    return msgspec.structs.replace(
        state,
        state=ProposalState.APPROVED,
        version=version,
        judged_by=act.clerk,
        saves=state.saves + 1,
    )


def dropped(state: _C | None) -> _C | None:
    """Give an open change up."""
    if state is None or not state.is_open:
        return state
    return msgspec.structs.replace(state, state=ProposalState.DROPPED, saves=state.saves + 1)
