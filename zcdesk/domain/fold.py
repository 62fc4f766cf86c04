"""One table: kind → body type, and subject type → state type and fold.

An act of an unknown kind is kept and passed on by the store; here it changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, cast

import msgspec

from zcdesk.domain import (
    authority,
    booking,
    breakdown,
    case,
    case_fold,
    day,
    entry,
    erasure,
    filing,
    hall,
    handover,
    inquiry,
    package,
    paper_words,
    parcel,
    people,
    policies,
    proposal,
    rating,
    rating_follow,
    recovery,
    reentry,
    release,
    report,
    secret,
    shift,
    sitting,
    ticket,
    upkeep,
    window,
)
from zcdesk.domain.act import Act, Body

_BODIES: tuple[type[Body], ...] = (
    hall.HallSet,
    hall.PolicySet,
    policies.PolicyChanged,
    paper_words.PaperWordsSet,
    window.WindowSet,
    window.WindowModeSet,
    window.WindowLent,
    window.WindowReturned,
    window.CustodyHanded,
    hall.ClerkSet,
    hall.ClerkOn,
    hall.ClerkOff,
    hall.TextSizeChosen,
    hall.Revealed,
    hall.Exported,
    secret.SecretChanged,
    entry.MatterPublished,
    entry.MatterWithdrawn,
    package.PackageProposed,
    package.PackageReturned,
    package.PackageDropped,
    package.PackageWithdrawn,
    package.PackagePublished,
    proposal.ProposalSaved,
    proposal.ProposalReturned,
    proposal.ProposalApproved,
    proposal.ProposalDropped,
    ticket.TicketTaken,
    ticket.TicketCalled,
    ticket.TicketRecalled,
    ticket.TicketArrived,
    ticket.TicketMissed,
    ticket.TicketReturned,
    ticket.TicketParked,
    ticket.TicketResumed,
    ticket.TicketTransferred,
    ticket.TicketClosed,
    ticket.TicketExpired,
    booking.BookingMade,
    booking.BookingCancelled,
    booking.BookingTaken,
    booking.BookingMissed,
    sitting.SittingReceived,
    sitting.SittingNotified,
    sitting.SittingReferred,
    sitting.PaperPrinted,
    case.CaseReceived,
    filing.OnlineReceived,
    filing.OnlineReviewed,
    filing.OnlineTaken,
    case.CaseRegistered,
    case.CaseMessaged,
    case.RecordErased,
    shift.ShiftBegan,
    shift.ShiftVerified,
    shift.ShiftRefused,
    shift.ShiftConfirmed,
    rating.RatingGiven,
    day.DayClosed,
    report.ReportMade,
    report.ReportAmended,
    *rating_follow.STEPS,
    inquiry.InquiryRecorded,
    inquiry.InquiryForwarded,
    inquiry.InquiryAnswered,
    inquiry.InquiryTold,
    people.DeputyNamed,
    people.DeputyEnded,
    people.Trained,
    *case_fold.STEPS,
    handover.HandoverMade,
    handover.HandoverSigned,
    handover.HandoverDropped,
    authority.AuthorityGiven,
    authority.AuthorityRevoked,
    authority.AuthorityScanned,
    authority.BookEntry,
    parcel.ParcelArrived,
    parcel.ParcelPassedOn,
    parcel.ParcelTaken,
    parcel.ParcelNotified,
    parcel.ParcelAnswered,
    parcel.ParcelVoided,
    reentry.ReentryDone,
    breakdown.DeviceFailed,
    breakdown.DeviceMended,
    *upkeep.STEPS,
    *release.STEPS,
    recovery.RecoverySet,
    recovery.KeyEscrowed,
    erasure.ErasureDone,
)

KINDS: Mapping[str, type[Body]] = MappingProxyType({body.kind: body for body in _BODIES})

STATES: Mapping[str, type[msgspec.Struct]] = MappingProxyType(
    {
        "hall": hall.Hall,
        "policy": policies.Policies,
        "words": paper_words.PaperWords,
        "window": window.Window,
        "clerk": hall.Clerk,
        "size": hall.TextSize,
        "matter": entry.Entry,
        "package": package.PackageEntry,
        "proposal": proposal.Proposal,
        "ticket": ticket.Ticket,
        "booking": booking.Booking,
        "sitting": sitting.Sitting,
        "case": case.Case,
        "online": filing.Filing,
        "shift": shift.Shift,
        "rating": rating.Rating,
        "day": day.Day,
        "report": report.Report,
        "inquiry": inquiry.Inquiry,
        "deputy": people.Deputy,
        "training": people.Training,
        "handover": handover.Handover,
        "authority": authority.Authority,
        "book": authority.Book,
        "parcel": parcel.Parcel,
        "reentry": reentry.Reentry,
        "device": breakdown.Breakdown,
        "station": upkeep.Station,
        "release": release.Release,
        "recovery": recovery.Recovery,
        "escrow": recovery.Escrow,
        "erasure": erasure.Erasure,
    }
)

_Fold = Callable[[Any, Act, Body], msgspec.Struct | None]
_FOLDS: Mapping[str, _Fold] = MappingProxyType(
    {
        "hall": hall.fold_hall,
        "policy": policies.fold,
        "words": paper_words.fold,
        "window": window.fold_window,
        "clerk": hall.fold_clerk,
        "size": hall.fold_size,
        "matter": entry.fold,
        "package": package.fold,
        "proposal": proposal.fold,
        "ticket": ticket.fold,
        "booking": booking.fold,
        "sitting": sitting.fold,
        "online": filing.fold,
        "shift": shift.fold,
        "rating": rating.fold,
        "day": day.fold,
        "report": report.fold,
        "inquiry": inquiry.fold,
        "deputy": people.fold_deputy,
        "training": people.fold_training,
        "case": case_fold.fold,
        "handover": handover.fold,
        "authority": authority.fold_authority,
        "book": authority.fold_book,
        "parcel": parcel.fold,
        "reentry": reentry.fold,
        "device": breakdown.fold,
        "station": upkeep.fold,
        "release": release.fold,
        "recovery": recovery.fold_recovery,
        "escrow": recovery.fold_escrow,
        "erasure": erasure.fold,
    }
)


def subject_type(subject: str) -> str:
    """Return `ticket` of `ticket:…`, `policy` of `policy`."""
    return subject.partition(":")[0]


def decode_body(act: Act) -> Body | None:
    """Read an act's body; None when its kind is unknown here, or the body was erased.

    A body of a newer shape whose kind is known is read as far as this version knows it.
    """
    kind = KINDS.get(act.kind)
    if kind is None or act.body is None:
        return None
    return cast(Body, _decoder(kind).decode(act.body))


def fold(state: msgspec.Struct | None, act: Act, body: Body | None) -> msgspec.Struct | None:
    """Apply one act to the state of its subject."""
    step = _FOLDS.get(subject_type(act.subject))
    if step is None or body is None:
        return state
    return step(state, act, body)


_decoders: dict[type[Body], msgspec.json.Decoder[Any]] = {}


def _decoder(kind: type[Body]) -> msgspec.json.Decoder[Any]:
    if kind not in _decoders:
        _decoders[kind] = msgspec.json.Decoder(kind)
    return _decoders[kind]
