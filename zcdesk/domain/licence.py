"""Looking up licences (电子证照库): what is asked, what an answer is worth, which rows it fills.

An answer about somebody else, or a licence out of force, fills nothing and says why. The paper
way stays open whatever comes back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from zcdesk.domain import checklist
from zcdesk.domain.checklist import Row, RowState, paper_key
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.matter import Source
from zcdesk.domain.names import clean_name
from zcdesk.domain.visit import Visit, rows_of, set_mark

FORMAT: Literal["zcdesk.licence/1"] = "zcdesk.licence/1"


class LicenceStatus(StrEnum):
    FOUND = "found"
    NONE = "none"
    REFUSED = "refused"


class LicenceQuery(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One question about one holder; sent only for a matter that needs the licence."""

    format: Literal["zcdesk.licence/1"] = "zcdesk.licence/1"
    request: Annotated[str, Meta(description="identity of the question, the same when repeated")]
    hall: str
    matter: Annotated[str, Meta(description="what the licence is wanted for")]
    id_kind: str
    id_number: str
    name: str
    licences: Annotated[tuple[str, ...], Meta(min_length=1, description="names of materials")]


class Licence(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One licence in the library; dates are ISO, an empty `valid_until` has no end."""

    name: Annotated[str, Meta(min_length=1, max_length=200)]
    number: Annotated[str, Meta(min_length=1, max_length=100)]
    issuer: str = ""
    valid_from: str = ""
    valid_until: str = ""
    in_force: bool = True


class LicenceAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the library says; it repeats whom it speaks of."""

    format: Literal["zcdesk.licence/1"]
    request: str
    status: LicenceStatus
    reason: str = ""
    id_number: str = ""
    name: str = ""
    licences: tuple[Licence, ...] = ()


class Refusal(msgspec.Struct, frozen=True):
    """Why a material could not be had, as a code and its fields."""

    material: str
    code: str
    fields: dict[str, str] = {}


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer is worth: licences by the key of their row, and why the others are not."""

    licences: dict[str, Licence] = {}
    refusals: tuple[Refusal, ...] = ()


def wanted(visit: Visit) -> tuple[Row, ...]:
    """Return the rows of the applicant on the screen that a licence could settle."""
    return tuple(
        row
        for row in rows_of(visit)
        if (row.line.material.shareable or row.line.material.source is Source.SHARED)
        and row.mark.state in (RowState.SHARED, RowState.PENDING, RowState.MISSING)
    )


def query(visit: Visit, rows: Iterable[Row], *, request: str, hall: str) -> LicenceQuery | None:
    """Ask for rows of the applicant on the screen; None where nobody or nothing is to be asked."""
    who, names = visit.applicant.person, tuple(row.name for row in rows)
    if not who.is_identified or not names:
        return None
    return LicenceQuery(
        request=request,
        hall=hall,
        matter="、".join(chosen.matter.name for chosen in visit.matters),
        id_kind=who.id_kind,
        id_number=normalise_number(who.id_number),
        name=who.name,
        licences=names,
    )


def judge(asked: LicenceQuery, answer: LicenceAnswer, today: dt.date) -> Found:
    """Say what an answer settles; whatever speaks of somebody else settles nothing."""
    if answer.request != asked.request:
        return _none(asked, "LIC-01")
    if answer.status is LicenceStatus.REFUSED:
        return _none(asked, "LIC-02", why=answer.reason[:60] or "未说明")
    if answer.status is LicenceStatus.FOUND and not _is_same(asked, answer):
        return _none(asked, "LIC-01")
    licences: dict[str, Licence] = {}
    refusals: list[Refusal] = []
    for material in asked.licences:
        known = [x for x in answer.licences if paper_key(x.name) == paper_key(material)]
        good = [x for x in known if _is_in_force(x, today)]
        if good:
            licences[paper_key(material)] = good[0]
        elif known:
            refusals.append(Refusal(material, "LIC-04", {"material": material}))
        else:
            refusals.append(Refusal(material, "LIC-03", {"material": material}))
    return Found(licences=licences, refusals=tuple(refusals))


def fill(visit: Visit, found: Found) -> Visit:
    """Lay what was found on its rows: 共享, with the licence's number and its end."""
    for row in wanted(visit):
        licence = found.licences.get(paper_key(row.name))
        if licence is None:
            continue
        until = f"，有效期至 {licence.valid_until}" if licence.valid_until else ""
        shared = msgspec.structs.replace(row, mark=checklist.share(row))
        mark = checklist.remark(shared, f"电子证照 {licence.number}{until}")
        visit = set_mark(visit, row.key, mark)
    return visit


def _is_same(asked: LicenceQuery, answer: LicenceAnswer) -> bool:
    number = normalise_number(answer.id_number)
    return number == asked.id_number and _plain(answer.name) == _plain(asked.name)


def _plain(name: str) -> str:
    return clean_name(name, unit=True)


def _is_in_force(licence: Licence, today: dt.date) -> bool:
    """A date nobody can read is no proof of force."""
    try:
        first = dt.date.fromisoformat(licence.valid_from) if licence.valid_from else today
        last = dt.date.fromisoformat(licence.valid_until) if licence.valid_until else today
    except ValueError:
        return False
    return licence.in_force and first <= today <= last


def _none(asked: LicenceQuery, code: str, **fields: str) -> Found:
    refusals = tuple(Refusal(m, code, {**fields, "material": m}) for m in asked.licences)
    return Found(refusals=refusals)
