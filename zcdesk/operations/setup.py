"""First start without a server: hall, windows, people and catalogue from one answers file.

The demo is one such file; the page of the first start makes another. Either way the program is in
use afterwards.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal, TypeVar

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished
from zcdesk.domain.hall import ClerkSet, Hall, HallSet, Policy, PolicySet, Role
from zcdesk.domain.matter import (
    Material,
    Matter,
    MatterType,
    Necessity,
    WindowCategory,
    defects_of,
)
from zcdesk.domain.package import Package, PackagePublished
from zcdesk.domain.release import ReleaseTrusted
from zcdesk.domain.secret import check_secret
from zcdesk.domain.window import WindowKind, WindowSet
from zcdesk.errors import Invalid, NotAllowed, StoreError
from zcdesk.operations.session import Session
from zcdesk.store import verifiers

_A = TypeVar("_A", bound=msgspec.Struct)

REGION_DIGITS = 6
SCALES = (1.0, 1.25, 1.5)


class HallAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    region: str
    address: str = ""
    phone_consult: str = ""
    phone_complaint: str = ""
    hours: str = ""


class WindowAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    number: str
    kind: WindowKind = WindowKind.GENERAL
    categories: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()


class ClerkAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    staff_no: str
    name: str
    secret: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()


class MaterialChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Changes the first material of that name; `deferral_days` makes it deferrable."""

    name: str
    deferral_days: int | None = None
    shareable: bool | None = None


class MatterChange(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a hall sets on a shipped matter: published as a further version, still 示例."""

    key: str
    type: MatterType | None = None
    promised_days: int | None = None
    fee: str | None = None
    materials: tuple[MaterialChange, ...] = ()


class Looks(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How this PC shows itself; the attributes are those of the station's settings."""

    language: Literal["zh_CN", "en_US"] = "zh_CN"
    theme: Literal["light", "dark", "contrast", "system"] = "light"
    scale: float = 1.0
    second_screen: bool = False


PLAIN = Looks()


class UpdatesAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where updates come from and whose count.

    Attributes:
        key: the publisher's public key, 64 hex digits, or its file beside the answers; with it
            the station takes signed updates from the first day.
        folder: packages are brought from here, see `settings.Settings.updates`.
    """

    key: str = ""
    folder: str = ""


class FolderAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a PC that joins brings packages from; whose count its hall has decided."""

    folder: str = ""


class Answers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole answers file.

    Attributes:
        station: number of the window this PC is.
        catalogue: files of the hall's own matters beside this one; without any, the shipped ones.
        devices: device kind → URL (`sim:printer`, `tcp:10.0.0.9:9100`, `file:/…`), or `find`.
        trial: try a case at the end and print its receipt.
        simulated: every act is marked as a demo's.
    """

    hall: HallAnswer
    windows: tuple[WindowAnswer, ...]
    clerks: tuple[ClerkAnswer, ...]
    station: str
    policy: Policy = Policy()
    catalogue: tuple[str, ...] = ()
    matters: tuple[MatterChange, ...] = ()
    devices: dict[str, str] = {}
    looks: Looks = PLAIN
    updates: UpdatesAnswer = UpdatesAnswer()
    trial: bool = True
    simulated: bool = False


class JoinAnswer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """This PC becomes one more window of a hall that has a server.

    Attributes:
        login: the file `server add-station` made, relative to the answers file; else
        code: the one-time code of `server invite`.
        server: with a code, where `server admit` runs; with a login, its host and port,
            `10.0.0.5:5432`, where the login names another.
        devices: as in `Answers`.
    """

    login: str = ""
    code: str = ""
    server: str = ""
    devices: dict[str, str] = {}


class JoinAnswers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answers file of a PC that joins a hall; windows, people and matters come from there."""

    join: JoinAnswer
    looks: Looks = PLAIN
    updates: FolderAnswer = FolderAnswer()
    trial: bool = True


_LINE = re.compile(r"at line (\d+)")
_PATH = re.compile(r"at `\$\.?([^`]*)`")
_FIELD = re.compile(r"field `([^`]+)`")


def read_answers(path: Path) -> Answers:
    """Read an answers file (TOML) of a hall; a wrong value names its place."""
    answers = _converted(path, _read(path), Answers)
    check(answers)
    return answers


def read_any(path: Path) -> Answers | JoinAnswers:
    """Read an answers file of a hall, or of a PC that joins one: that has a section `[join]`.

    What it says is not checked yet: `problems` gives all of it at once.
    """
    found = _read(path)
    if "join" in found:
        return _converted(path, found, JoinAnswers)
    return _converted(path, found, Answers)


def _read(path: Path) -> dict[str, object]:
    try:
        text = path.read_text(encoding="utf-8-sig")  # editors of Windows put a mark before it
    except UnicodeDecodeError as error:
        raise Invalid("SET-01", "file", file=path.name) from error
    except OSError as error:
        raise StoreError("SET-02", file=path.name) from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        if line := _LINE.search(str(error)):
            raise Invalid("SET-17", "file", file=path.name, line=line[1]) from error
        raise Invalid("SET-01", "file", file=path.name) from error


def _converted(path: Path, found: dict[str, object], to: type[_A]) -> _A:
    try:
        return msgspec.convert(found, to)
    except msgspec.ValidationError as error:
        raise Invalid("SET-18", "file", file=path.name, place=_place(str(error))) from error


def _place(said: str) -> str:
    """Return where a value is wrong, missing or unknown: `clerks[2].roles[1]`, counted from 1."""
    at, field = _PATH.search(said), _FIELD.search(said)
    path = re.sub(r"\[(\d+)\]", lambda n: f"[{int(n[1]) + 1}]", at[1] if at else "")
    return ".".join(part for part in (path, field[1] if field else "") if part)


def check(answers: Answers) -> None:
    """Refuse answers a hall cannot work with, naming the first wrong field."""
    for problem in problems(answers):
        raise problem


def problems(answers: Answers) -> Iterator[Invalid]:
    """Give everything a hall cannot work with, each with its field."""
    region = answers.hall.region
    if len(region) != REGION_DIGITS or not (region.isascii() and region.isdigit()):
        yield Invalid("SET-03", "hall.region", given=region)
    if not answers.hall.name.strip():
        yield Invalid("SET-04", "hall.name")
    yield from _of_windows(answers)
    yield from _of_clerks(answers)
    yield from of_looks(answers.looks)


def of_looks(looks: Looks) -> Iterator[Invalid]:
    """Give what no screen can be set to."""
    if looks.scale not in SCALES:
        yield Invalid("SET-13", "looks.scale", given=looks.scale)


def _of_windows(answers: Answers) -> Iterator[Invalid]:
    numbers = [window.number for window in answers.windows]
    if answers.station not in numbers or not answers.station.strip():
        yield Invalid("SET-05", "station", window=answers.station)
    yield from _twice("windows", numbers)
    known = {category.value for category in WindowCategory}
    for window in answers.windows:
        for category in window.categories:
            if category not in known:
                yield Invalid("QUE-11", f"windows.{window.number}", category=category)


def _of_clerks(answers: Answers) -> Iterator[Invalid]:
    clerks = answers.clerks
    for clerk in clerks:
        if not clerk.staff_no.strip() or not clerk.name.strip():
            yield Invalid("SET-04", "clerks")
        try:
            check_secret(clerk.secret, answers.policy.lock, f"clerks.{clerk.staff_no}")
        except Invalid as weak:
            yield weak
    yield from _twice("clerks", [clerk.staff_no for clerk in clerks])
    if not any(Role.ADMINISTRATOR in clerk.roles for clerk in clerks):
        yield Invalid("SET-06", "clerks")


def _twice(field: str, numbers: Sequence[str]) -> Iterator[Invalid]:
    for number, times in Counter(numbers).items():
        if times > 1:
            yield Invalid("SET-11", f"{field}.{number}", number=number)


def set_up(
    session: Session,
    answers: Answers,
    matters: Iterable[Matter],
    packages: Iterable[Package] = (),
) -> None:
    """Create the hall in one transaction; a store in use is never set up again."""
    if is_set_up(session):
        raise NotAllowed("SET-08")
    check(answers)
    catalogue = changed({m.key: m for m in matters}, answers.matters)
    for key in {k for w in answers.windows for k in w.matters} - {m.key for m in catalogue}:
        raise Invalid("SET-09", "windows", key=key)
    admin = next(c for c in answers.clerks if Role.ADMINISTRATOR in c.roles)
    with session.as_clerk(admin.staff_no).transaction() as tx:
        tx.append(NewAct(subject="hall", body=HallSet(hall=_hall(session, answers))))
        tx.append(NewAct(subject="policy", body=PolicySet(policy=answers.policy)))
        if answers.updates.key:
            trusted = ReleaseTrusted(public=answers.updates.key)
            tx.append(NewAct(subject="release", body=trusted))
        for window in answers.windows:
            body = WindowSet(
                number=window.number,
                window_kind=window.kind,
                categories=window.categories,
                matters=window.matters,
                favourites=window.favourites,
            )
            tx.append(NewAct(subject=f"window:{window.number}", body=body))
        for clerk in answers.clerks:
            set_ = ClerkSet(
                staff_no=clerk.staff_no,
                name=clerk.name,
                roles=clerk.roles,
                departments=clerk.departments,
            )
            tx.append(NewAct(subject=f"clerk:{clerk.staff_no}", body=set_))
            verifiers.set_secret(tx, clerk.staff_no, clerk.secret)
        for matter in catalogue:
            published = MatterPublished(matter=matter, approver=admin.staff_no)
            tx.append(NewAct(subject=f"matter:{matter.key}", body=published))
        for package in packages:
            offered = PackagePublished(package=package)
            tx.append(NewAct(subject=f"package:{package.key}", body=offered))


def is_set_up(session: Session) -> bool:
    """Whether this store already holds a hall."""
    with session.reading() as store:
        return store.state("hall") is not None


def changed(shipped: Mapping[str, Matter], changes: Iterable[MatterChange]) -> tuple[Matter, ...]:
    """Lay the hall's own limits, types and deferrals over the shipped matters."""
    matters = dict(shipped)
    for change in changes:
        if change.key not in matters:
            raise Invalid("SET-09", "matters", key=change.key)
        matters[change.key] = _changed(matters[change.key], change)
    return tuple(matters.values())


def _changed(matter: Matter, change: MatterChange) -> Matter:
    known = {m.name for m in matter.materials}
    for wanted in change.materials:
        if wanted.name not in known:
            raise Invalid("SET-10", "matters", key=change.key, material=wanted.name)
    by_name = {m.name: m for m in change.materials}
    materials = tuple(_material(m, by_name.get(m.name)) for m in matter.materials)
    set_ = msgspec.structs.replace(
        matter,
        type=change.type or matter.type,
        promised_days=matter.promised_days
        if change.promised_days is None
        else change.promised_days,
        fee=matter.fee if change.fee is None else change.fee,
        materials=materials,
        note=f"{matter.note}；时限、类型与容缺由本厅设定，示例".lstrip("；"),
    )
    return msgspec.structs.replace(set_, defects=defects_of(set_))


def _material(material: Material, change: MaterialChange | None) -> Material:
    if change is None:
        return material
    if change.deferral_days is not None:
        material = msgspec.structs.replace(
            material, necessity=Necessity.DEFERRABLE, deferral_days=change.deferral_days
        )
    if change.shareable is not None:
        material = msgspec.structs.replace(material, shareable=change.shareable)
    return material


def _hall(session: Session, answers: Answers) -> Hall:
    given = answers.hall
    return Hall(
        id=session.store.station.hall,
        name=given.name,
        region=given.region,
        address=given.address,
        phone_consult=given.phone_consult,
        phone_complaint=given.phone_complaint,
        hours=given.hours,
        simulated=answers.simulated,
    )
