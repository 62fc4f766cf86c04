"""The systems a case is typed into again, as data of a hall: whose, which fields, in which order.

The district platform is the window's; a department without a system of its own in the policy is
offered the usual fields.
"""

from __future__ import annotations

import re
import unicodedata

import msgspec

from zcdesk.errors import Invalid

PLATFORM = "platform"


class EntryField(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One field of the other system.

    Attributes:
        label: as the other system calls it.
        source: what goes in, a key of `SOURCES`, `form.NAME`, or `form` for the whole rest.
    """

    label: str
    source: str


class EntrySystem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A system cases are typed into.

    Attributes:
        departments: whose system it is; empty for the district platform, the window's.
        number_form: regular expression of the number it gives back; empty = it gives none. The
            platform's own form stands in the platform policy.
    """

    key: str
    name: str
    departments: tuple[str, ...] = ()
    fields: tuple[EntryField, ...] = ()
    number_form: str = ""


_USUAL = (
    ("事项名称", "matter"),
    ("申请人", "applicant.name"),
    ("证件号码", "applicant.id_number"),
    ("法定代表人", "applicant.representative"),
    ("联系电话", "applicant.phone"),
    ("联系地址", "applicant.address"),
    ("经办人", "presenter.name"),
    ("经办人证件号码", "presenter.id_number"),
    ("经办人电话", "presenter.phone"),
    ("收件时间", "received_at"),
    ("收件编号", "number"),
    ("材料", "materials"),
    ("", "form"),
)
USUAL = tuple(EntryField(label=label, source=source) for label, source in _USUAL)


class EntryPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The systems of a hall; a department without one of its own is offered the usual fields."""

    systems: tuple[EntrySystem, ...] = (
        EntrySystem(key=PLATFORM, name="区政务服务管理平台", fields=USUAL),
    )


def systems_for(policy: EntryPolicy, departments: tuple[str, ...]) -> tuple[EntrySystem, ...]:
    """Return the systems somebody types into: a department's own, at the window the platform."""
    if not departments:
        return tuple(s for s in policy.systems if not s.departments)
    own = tuple(s for s in policy.systems if set(s.departments) & set(departments))
    covered = {name for system in own for name in system.departments}
    usual = tuple(
        EntrySystem(key=f"department:{name}", name=f"{name}业务系统", departments=(name,))
        for name in dict.fromkeys(departments)
        if name not in covered
    )
    return own + usual


def system_of(policy: EntryPolicy, key: str) -> EntrySystem | None:
    """Return a system by its key."""
    if key.startswith("department:"):
        return next(iter(systems_for(policy, (key.partition(":")[2],))), None)
    return next((system for system in policy.systems if system.key == key), None)


def clean_back(system: EntrySystem, text: str) -> str:
    """Bring a number typed back to its stored form.

    Raises:
        Invalid: REE-02, it has not the form of that system's numbers.
    """
    number = "".join(unicodedata.normalize("NFKC", text).upper().split())
    try:
        fits = re.fullmatch(system.number_form, number)
    except re.error as error:
        raise Invalid("REE-03", "back", name=system.name) from error
    if not fits:
        raise Invalid("REE-02", "back", name=system.name)
    return number
