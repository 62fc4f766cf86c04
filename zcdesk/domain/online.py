"""An online application (网上申报) as another system hands it over, judged field by field.

The struct is the published format: its JSON schema is made from it. A document is taken whole or
not at all, and every fault names its field; nothing of a bad one is kept.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from zcdesk.domain.identity import IdKind, check_id
from zcdesk.domain.lines import paper_key
from zcdesk.domain.names import check_name
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.phone import check_phone
from zcdesk.domain.problem import Problem, Severity

FORMAT: Literal["zcdesk.online/1"] = "zcdesk.online/1"
MOST_BYTES = 64 << 20
NUMBER = r"^[A-Za-z0-9][A-Za-z0-9-]{3,49}$"
SIGNATURES = {
    "application/pdf": b"%PDF-",
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
}
_FUTURE = dt.timedelta(hours=1)
"""How far another system's clock may be ahead."""

Text = Annotated[str, Meta(min_length=1, max_length=500)]
MediaType = Literal["application/pdf", "image/jpeg", "image/png"]


class OnlineFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One file of a material."""

    kind: MediaType
    content: Annotated[str, Meta(description="the file in base64")]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", description="digest of the file")]


class OnlineMaterial(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One material handed in online, named as in the hall's catalogue."""

    name: Text
    files: Annotated[tuple[OnlineFile, ...], Meta(min_length=1, max_length=50)]


class OnlinePerson(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """A natural person, or a unit with its unified social credit code."""

    name: Text
    id_kind: Annotated[IdKind, Meta(description="kind of the number")]
    id_number: Text
    phone: Annotated[str, Meta(max_length=30)] = ""
    address: Annotated[str, Meta(max_length=300)] = ""
    is_unit: bool = False
    representative: Annotated[str, Meta(max_length=100, description="法定代表人 of a unit")] = ""


class OnlineApplication(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """An application filed on a service site."""

    format: Literal["zcdesk.online/1"]
    number: Annotated[str, Meta(pattern=NUMBER, description="the site's own number, the code")]
    filed_at: Annotated[str, Meta(description="ISO 8601 with offset")]
    matter: Annotated[Text, Meta(description="key or four-digit code of the hall's catalogue")]
    applicant: OnlinePerson
    presenter: OnlinePerson | None = None
    agency: Agency = Agency.SELF
    form: dict[str, Annotated[str, Meta(max_length=2000)]] = {}
    materials: Annotated[tuple[OnlineMaterial, ...], Meta(max_length=200)] = ()
    by_post: bool = False
    post_address: Annotated[str, Meta(max_length=300)] = ""


class Fault(msgspec.Struct, frozen=True):
    """One thing wrong; `field` is its place in the document, `materials.2.name`."""

    field: str
    code: str
    fields: dict[str, Any] = {}


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A document after the check: the application, or what is wrong with it."""

    application: OnlineApplication | None = None
    faults: tuple[Fault, ...] = ()


def is_number(text: str) -> bool:
    """Tell whether a scan may be a service site's code: it has parts, unlike a card's number."""
    return "-" in text and re.fullmatch(NUMBER, text.strip()) is not None


def judge(raw: bytes, now: dt.datetime) -> Judged:
    """Read a document and say everything that is wrong with it at once."""
    if len(raw) > MOST_BYTES:
        return Judged(faults=(_fault("", "ONL-06", most=MOST_BYTES >> 20),))
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return Judged(faults=(_fault("", "ONL-01"),))
    if not isinstance(value, dict):
        return Judged(faults=(_fault("", "ONL-01"),))
    found = tuple(_shape(OnlineApplication, value, ""))
    if found:
        return Judged(faults=found)
    application = msgspec.convert(value, OnlineApplication)
    faults = tuple(_content(application, now))
    return Judged(faults=faults) if faults else Judged(application=application)


def is_complete(raw: bytes) -> bool:
    """Tell whether a file may have been written to its end: it is some JSON document."""
    try:
        msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return False
    return True


def person(given: OnlinePerson) -> Person:
    """Return somebody as the counter knows them."""
    kind = IdKind(given.id_kind)
    return Person(
        name=check_name(given.name, unit=given.is_unit).name,
        id_kind=kind,
        id_number=check_id(kind, given.id_number).text,
        phone=check_phone(given.phone).text if given.phone else "",
        address=given.address.strip(),
        is_unit=given.is_unit,
        representative=given.representative.strip(),
    )


def content_of(file: OnlineFile) -> bytes | None:
    """Return a file's bytes, or None where they are not what the document says."""
    try:
        data = base64.b64decode(file.content, validate=True)
    except (binascii.Error, ValueError):
        return None
    is_whole = hashlib.sha256(data).hexdigest() == file.sha256
    return data if is_whole and data.startswith(SIGNATURES[file.kind]) else None


def _shape(of: type[msgspec.Struct], value: Any, place: str) -> Iterator[Fault]:
    """Judge each field of an object alone, so that one fault hides no other."""
    if not isinstance(value, dict):
        yield _fault(place, "ONL-02", why="应为对象")
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(of)}
    for name in sorted(set(value) - set(fields)):
        yield _fault(f"{place}{name[:40]}", "ONL-02", why="没有这一项")
    for name, field in fields.items():
        at = f"{place}{name}"
        if name not in value:
            if field.required:
                yield _fault(at, "ONL-02", why="没有填")
            continue
        nested = tuple(_nested(_NESTED.get((of, name)), value[name], at))
        yield from nested
        try:
            msgspec.convert(value[name], field.type)
        except msgspec.ValidationError as error:
            if not nested:
                yield _fault(at, "ONL-02", why=_reason(error))


def _nested(of: type[msgspec.Struct] | None, value: Any, place: str) -> Iterator[Fault]:
    """Judge the objects inside a field; anything else is the field's own fault."""
    if of is None:
        return
    if isinstance(value, list):
        for count, item in enumerate(value, 1):
            yield from _shape(of, item, f"{place}.{count}.")
    elif isinstance(value, dict):
        yield from _shape(of, value, f"{place}.")


_NESTED: dict[tuple[type[msgspec.Struct], str], type[msgspec.Struct]] = {
    (OnlineApplication, "applicant"): OnlinePerson,
    (OnlineApplication, "presenter"): OnlinePerson,
    (OnlineApplication, "materials"): OnlineMaterial,
    (OnlineMaterial, "files"): OnlineFile,
}


def _reason(error: msgspec.ValidationError) -> str:
    """Say in Chinese what a reader's English means, without the value it was about."""
    text = str(error)
    if text.startswith("Invalid enum value"):
        return "不在可选值里"
    if text.startswith("Expected `"):
        return "类型或长短不对"
    return "不合格式"


def _content(given: OnlineApplication, now: dt.datetime) -> Iterator[Fault]:
    """Judge what the fields say."""
    yield from _filed(given.filed_at, now)
    yield from _person_faults(given.applicant, "applicant", now.date())
    if given.presenter is not None:
        yield from _person_faults(given.presenter, "presenter", now.date())
    if (given.agency is Agency.SELF) is not (given.presenter is None):
        yield _fault("presenter", "ONL-02", why="与 agency 不一致")
    if given.by_post and not given.post_address.strip():
        yield _fault("post_address", "ONL-02", why="邮寄须填地址")
    seen: set[str] = set()
    for count, material in enumerate(given.materials, 1):
        key = paper_key(material.name)
        if key in seen:
            yield _fault(f"materials.{count}.name", "ONL-02", why="材料重复")
        seen.add(key)
        for number, file in enumerate(material.files, 1):
            if content_of(file) is None:
                yield _fault(f"materials.{count}.files.{number}", "ONL-07")


def _filed(text: str, now: dt.datetime) -> Iterator[Fault]:
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        yield _fault("filed_at", "ONL-08")
        return
    if at.tzinfo is None or at > now + _FUTURE or at.year < 2000:
        yield _fault("filed_at", "ONL-08")


def _person_faults(given: OnlinePerson, place: str, today: dt.date) -> Iterator[Fault]:
    """A number typed by a machine has no excuse for a wrong check digit."""
    kind = IdKind(given.id_kind)
    number = check_id(kind, given.id_number, today=today)
    yield from _problems(number.problems, f"{place}.id_number")
    if number.needs_reason:
        yield _fault(f"{place}.id_number", "ONL-02", why="校验位或日期不对")
    yield from _problems(check_name(given.name, unit=given.is_unit).problems, f"{place}.name")
    if given.phone:
        yield from _problems(check_phone(given.phone).problems, f"{place}.phone")
    if given.is_unit is not (kind is IdKind.USCC):
        yield _fault(f"{place}.id_kind", "ONL-02", why="与 is_unit 不一致")


def _problems(found: tuple[Problem, ...], place: str) -> Iterator[Fault]:
    for problem in found:
        if problem.severity is Severity.BLOCK:
            yield Fault(place, problem.code, problem.values)


def _fault(field: str, code: str, **fields: str | int) -> Fault:
    given: dict[str, Any] = {"name": field, **fields} if code == "ONL-02" else dict(fields)
    return Fault(field, code, given)
