"""The one form (一表): every field of every matter, asked once.

A field known from the card, the licence or an earlier case is filled, with its source; only what
nobody knows is asked (WCAG 3.3.7, UX-25).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec

from zcdesk.domain.matter import Matter
from zcdesk.domain.person import Person, Trust


class Group(StrEnum):
    APPLICANT = "申请人"
    PLACE = "场所"
    BUSINESS = "经营"
    EXTRA = "附加"


class Field(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `source` is a `Trust` value, or empty while nobody filled it."""

    key: str
    label: str
    group: Group
    required: bool = True
    number: bool = False
    value: str = ""
    source: str = ""


FIELDS: dict[str, Field] = {
    field.key: field
    for field in (
        Field(key="name", label="申请人", group=Group.APPLICANT),
        Field(key="id_number", label="证件号码", group=Group.APPLICANT, number=True),
        Field(key="phone", label="联系电话", group=Group.APPLICANT, number=True),
        Field(key="address", label="住所", group=Group.APPLICANT, required=False),
        Field(key="representative", label="法定代表人", group=Group.APPLICANT, required=False),
        Field(key="place_name", label="场所名称", group=Group.PLACE, required=False),
        Field(key="place_address", label="场所地址", group=Group.PLACE),
        Field(key="place_area", label="场所面积（平方米）", group=Group.PLACE, number=True),
        Field(key="business_scope", label="经营（业务）范围", group=Group.BUSINESS),
        Field(key="business_mode", label="经营方式", group=Group.BUSINESS, required=False),
        Field(key="staff_count", label="从业人数", group=Group.BUSINESS, number=True),
        Field(key="project_name", label="项目名称", group=Group.EXTRA),
        Field(key="project_place", label="项目地点", group=Group.EXTRA),
        Field(key="period", label="起止时间", group=Group.EXTRA),
        Field(key="reason", label="申请理由", group=Group.EXTRA, required=False),
        Field(key="licence_number", label="原证照编号", group=Group.EXTRA, number=True),
    )
}

_MUTE = (Trust.CARD, Trust.LICENCE)
_OF_EVERY_MATTER = ("name", "id_number", "phone", "address")


def wanted(matters: Iterable[Matter]) -> tuple[str, ...]:
    """Keys the matters ask, each once, in the order of the table."""
    asked = {key for matter in matters for key in matter.fields} | set(_OF_EVERY_MATTER)
    return tuple(key for key in FIELDS if key in asked)


def count_before(matters: Iterable[Matter]) -> int:
    """Fields the matters would ask if each had its own form."""
    return sum(len(set(matter.fields) | set(_OF_EVERY_MATTER)) for matter in matters)


def fill(matters: Iterable[Matter], person: Person, typed: Mapping[str, str]) -> tuple[Field, ...]:
    """Return the fields with what is known, the person's particulars before anything typed."""
    known = {
        "name": person.name,
        "id_number": person.id_number,
        "phone": person.phone,
        "address": person.address,
        "representative": person.representative,
    }
    return tuple(_filled(FIELDS[key], known, person, typed) for key in wanted(matters))


def lacking(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Required fields nobody filled."""
    return tuple(field for field in fields if field.required and not field.value)


def _filled(
    field: Field, known: Mapping[str, str], person: Person, typed: Mapping[str, str]
) -> Field:
    # neither card nor licence tells a phone
    trust = Trust.MANUAL if field.key == "phone" and person.trust in _MUTE else person.trust
    value, source = known.get(field.key, ""), str(trust)
    if not value:
        value, source = typed.get(field.key, ""), str(Trust.MANUAL)
    return msgspec.structs.replace(field, value=value, source=source if value else "")
