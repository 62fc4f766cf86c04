"""A change of a matter on its way into the catalogue: drafted, handed in, approved by another.

Who wrote any part of it does not approve it (rules 1): the entry is a department's, what the hall
publishes is the hall's. A proposal is no version: only its approval makes one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

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


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The latest change of one matter.

    Attributes:
        editors: everybody who wrote a part of it, in the order they first did.
        saves: how often it was written or judged, of this matter altogether; who changes it says
            which of them they saw.
        reason: why it was returned.
    """

    matter: Matter
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


def fold(state: Proposal | None, act: Act, body: Body) -> Proposal | None:
    """Judging what is not handed in changes nothing; a draft after the end begins anew."""
    if isinstance(body, ProposalSaved):
        return _saved(state, act, body)
    if state is None or not state.is_open:
        return state
    change = msgspec.structs.replace
    then = change(state, saves=state.saves + 1)
    is_submitted = state.state is ProposalState.SUBMITTED
    match body:
        case ProposalReturned() if is_submitted:
            return change(
                then, state=ProposalState.RETURNED, reason=body.reason, judged_by=act.clerk
            )
        case ProposalApproved() if is_submitted and act.clerk not in state.editors:
            return change(
                then, state=ProposalState.APPROVED, version=body.version, judged_by=act.clerk
            )
        case ProposalDropped():
            return change(then, state=ProposalState.DROPPED)
        case _:
            return state


def _saved(state: Proposal | None, act: Act, body: ProposalSaved) -> Proposal:
    before = state.editors if state is not None and state.is_open else ()
    return Proposal(
        matter=body.matter,
        state=ProposalState.SUBMITTED if body.submitted else ProposalState.DRAFT,
        by=act.clerk,
        at=act.at,
        editors=tuple(dict.fromkeys((*before, act.clerk))),
        effective=body.effective,
        withdrawal=body.withdrawal,
        saves=(state.saves if state is not None else 0) + 1,
    )
