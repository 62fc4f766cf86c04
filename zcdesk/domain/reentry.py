"""二次录入: a case typed again into a system without an interface, and the minutes it took.

Where no link exists a case is read out of here and typed in there (R033); what it costs is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.entry_systems import USUAL, EntrySystem
from zcdesk.domain.oneform import FIELDS, Group
from zcdesk.domain.person import Agency

SECONDS_MOST = 4 * 3600
"""A strip left open longer than this was forgotten, not worked with."""


class EntryLine(msgspec.Struct, frozen=True, kw_only=True):
    """One value to be typed in; `is_personal` ones are masked until copied."""

    label: str
    value: str
    is_personal: bool = False


class ReentryDone(Body, frozen=True, kw_only=True):
    """A case was typed into another system.

    Attributes:
        seconds: from opening the strip to its end, pauses left out.
        copied: how many fields were copied from the strip.
        back: the number that system gave, where it gives one.
    """

    kind: ClassVar[str] = "reentry.done"
    case: str
    number: str
    system: str
    department: str
    window: str = ""
    seconds: int
    copied: int
    back: str = ""


class Reentry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every time a case was typed into one system: once, or again after a mistake."""

    done: tuple[ReentryDone, ...]
    at: str
    clerk: str

    @property
    def seconds(self) -> int:
        return sum(one.seconds for one in self.done)


def fold(state: Reentry | None, act: Act, body: Body) -> Reentry | None:
    if not isinstance(body, ReentryDone):
        return state
    before = state.done if state else ()
    return Reentry(done=(*before, body), at=act.at, clerk=act.clerk)


def lines(system: EntrySystem, case: Case, whose: Particulars) -> tuple[EntryLine, ...]:
    """Return what is typed in, in the order of the system; what is empty here is left out."""
    named = {
        field.source.removeprefix("form.")
        for field in system.fields
        if field.source.startswith("form.")
    }
    found: list[EntryLine] = []
    for field in system.fields or USUAL:
        if field.source == "form":
            rest = (line for line in of_form(whose.form) if line[0] not in named)
            found += [EntryLine(label=k, value=v, is_personal=True) for _, k, v in rest]
            continue
        value = _value(field.source, case, whose)
        if value:
            personal = field.source.startswith(("applicant.", "presenter.", "form."))
            found.append(EntryLine(label=field.label, value=value, is_personal=personal))
    return tuple(line for line in found if line.value)


def of_form(form: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield (key, label, value) of a form, but for what the applicant's particulars say anyway."""
    for key, value in form.items():
        field = FIELDS.get(key)
        if field is None or field.group is not Group.APPLICANT:
            yield key, field.label if field else key, value


def _value(source: str, case: Case, whose: Particulars) -> str:
    if source.startswith("form."):
        return whose.form.get(source.partition(".")[2], "")
    return dict(_values(case, whose)).get(source, "")


def _values(case: Case, whose: Particulars) -> Iterator[tuple[str, str]]:
    intake = case.intake
    yield "number", intake.number
    yield "matter", intake.matter_name
    yield "department", case.department
    yield "received_at", case.received_at[:16].replace("T", " ")
    yield "agency", intake.agency.value if intake.agency is not Agency.SELF else ""
    yield "materials", "；".join(f"{m.name}×{m.given}" for m in case.materials if m.given)
    persons = (("applicant", whose.applicant), ("presenter", whose.presenter))
    for who, person in persons:
        if person is not None:
            for name in ("name", "id_number", "phone", "address", "representative"):
                yield f"{who}.{name}", getattr(person, name)
