"""二次录入: hands out the values of a case in a system's order, takes the number typed back.

Whoever opens it sees personal data in full, so opening is recorded like any other look. The time
it took is an act: the hall's manager sees the minutes lost per department.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain import entry_systems, reentry
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.entry_systems import PLATFORM, EntrySystem
from zcdesk.domain.hall import Clerk, Revealed, Role
from zcdesk.domain.platform_way import Way
from zcdesk.domain.reentry import SECONDS_MOST, EntryLine, Reentry, ReentryDone
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import casework, platform
from zcdesk.operations.session import Session, clerk, policy
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

FIELD = "二次录入"
"""What a look through the strip is called in the reveal log."""

_MAY = (Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR, *casework.OFFICE)


class Owed(msgspec.Struct, frozen=True, kw_only=True):
    """A case owed to another system.

    Attributes:
        by_itself: an interface or a file is to tell it; `why` says what went wrong last.
    """

    case: str
    number: str
    matter: str
    received_at: str
    system: str
    system_name: str
    by_itself: bool = False
    why: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """A case as the strip shows it, in the order of the other system."""

    case: str
    number: str
    system: EntrySystem
    lines: tuple[EntryLine, ...]
    wants_number: bool


def owed(session: Session) -> tuple[Owed, ...]:
    """Return what this clerk has to type in.

    An officer has the cases of the own departments and their systems; at the window it is every
    case of the hall without its platform number.
    """
    with session.reading() as store:
        who = clerk(store, session.clerk)
        systems = policy(store).entry
        departments = _departments(who)
        if departments:
            return tuple(
                _to_department(case, system)
                for system in entry_systems.systems_for(systems, departments)
                for case in _open(store, system)
                if store.state(_subject(case.id, system.key), Reentry) is None
            )
        if casework.OFFICE & set(who.roles):
            return ()
        known = entry_systems.system_of(systems, PLATFORM)
    name = known.name if known else ""
    return tuple(_to_platform(one, name) for one in platform.unregistered(session))


def open_sheet(session: Session, case_id: str, system: str = PLATFORM) -> Sheet:
    """Return a case in full, in a system's order, after recording who looked.

    Raises:
        NotAllowed: REE-01, the case is another department's; CAS-02, not in this role.
        UserError: REE-04, no such system; CAS-07, the personal record was erased.
    """
    with session.transaction() as tx:
        case, known = _checked(session, tx, case_id, system)
        body = Revealed(field=FIELD, about=case_id)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))
        return Sheet(
            case=case_id,
            number=case.intake.number,
            system=known,
            lines=reentry.lines(known, case, casework.particulars(tx, case)),
            wants_number=known.key == PLATFORM or bool(known.number_form),
        )


def finish(
    session: Session, case_id: str, system: str, *, seconds: int, copied: int, back: str = ""
) -> None:
    """Record that a case was typed in, with the number the other system gave.

    Raises:
        Invalid, Conflict: the number is none of that system, or another case has it.
    """
    with session.transaction() as tx:
        case, known = _checked(session, tx, case_id, system)
        given = back.strip()
        if known.number_form:
            given = entry_systems.clean_back(known, back)
            _must_be_new(tx, known, case_id, given)
        body = ReentryDone(
            case=case_id,
            number=case.intake.number,
            system=known.key,
            department=case.department,
            window=session.window,
            seconds=min(max(seconds, 0), SECONDS_MOST),
            copied=copied,
            back=platform.take_typed(session, tx, case_id, back) if _is_platform(known) else given,
        )
        about = f"department:{case.department}"
        tx.append(NewAct(subject=_subject(case_id, known.key), body=body, audience=about))


def minutes(session: Session, since: str = "") -> dict[str, float]:
    """Return the minutes lost to typing again, per department, from an ISO time on."""
    spent: Counter[str] = Counter()
    with session.reading() as store:
        for _, one in store.states(Reentry):
            if one.at >= since:
                spent[one.done[-1].department] += one.seconds
    return {department: seconds / 60 for department, seconds in sorted(spent.items())}


def _checked(
    session: Session, store: Reader, case_id: str, system: str
) -> tuple[Case, EntrySystem]:
    who = casework.must_hold(session, store, *_MAY)
    case = casework.case_of(store, case_id)
    known = entry_systems.system_of(policy(store).entry, system)
    if known is None:
        raise UserError("REE-04")
    is_office = set(who.roles) <= casework.OFFICE
    if (known.departments or is_office) and case.department not in who.departments:
        raise NotAllowed("REE-01", department=case.department)
    if known.departments and case.department not in known.departments:
        raise NotAllowed("REE-01", department=case.department)
    return case, known


def _is_platform(system: EntrySystem) -> bool:
    return system.key == PLATFORM


def _departments(who: Clerk) -> tuple[str, ...]:
    return who.departments if casework.OFFICE & set(who.roles) else ()


def _open(store: Reader, system: EntrySystem) -> list[Case]:
    store.flush()
    c = case_index.c
    rows = store.select(
        select(c.subject)
        .where(c.department.in_(system.departments), c.open == 1)
        .order_by(c.received_at)
    ).scalars()
    found = [store.state(str(subject), Case) for subject in rows]
    return [case for case in found if case is not None]


def _must_be_new(tx: Transaction, system: EntrySystem, case_id: str, number: str) -> None:
    for _, other in tx.states(Reentry):
        last = other.done[-1]
        if last.system == system.key and last.back == number and last.case != case_id:
            raise Conflict("REE-05", number=last.number)


def _to_department(case: Case, system: EntrySystem) -> Owed:
    return Owed(
        case=case.id,
        number=case.intake.number,
        matter=case.intake.matter_name,
        received_at=case.received_at,
        system=system.key,
        system_name=system.name,
    )


def _to_platform(one: platform.Unregistered, name: str) -> Owed:
    return Owed(
        case=one.case_id,
        number=one.number,
        matter=one.matter_name,
        received_at=one.received_at,
        system=PLATFORM,
        system_name=name,
        by_itself=one.way is not Way.NONE,
        why=one.why,
    )


def _subject(case_id: str, system: str) -> str:
    return f"reentry:{case_id}/{system}"
