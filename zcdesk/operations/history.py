"""What the hall already knows of a person: open cases, promises, papers on file (ux 2.2)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.case import Case, CaseState, Particulars
from zcdesk.domain.checklist import RowState, is_application_form, paper_key
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.matter import Form
from zcdesk.domain.person import Person
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class KnownCase(msgspec.Struct, frozen=True):
    number: str
    matter_name: str
    state_text: str
    due_text: str


class KnownDeferred(msgspec.Struct, frozen=True):
    """A promised paper that is still owed; `due` is an ISO date."""

    number: str
    material: str
    due: str


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What is known.

    Attributes:
        on_file: key of a paper → the receipt it came with.
        phone, address: as the latest case has them; no card carries a phone.
    """

    open_cases: tuple[KnownCase, ...] = ()
    deferred: tuple[KnownDeferred, ...] = ()
    on_file: dict[str, str] = {}
    phone: str = ""
    address: str = ""


def known(session: Session, person: Person) -> Known:
    """Look a person up by their number; nothing typed, nothing known."""
    if not person.id_number:
        return Known()
    with session.reading() as store:
        number = normalise_number(person.id_number)
        found = [store.state(subject, Case) for _, subject in persons.find(store, number)]
        days = policy(store).intake.reuse_days
        last = _last_particulars(store, found)
    cases = [case for case in found if case is not None and case.state is not CaseState.VOID]
    return Known(
        open_cases=tuple(known_case(case) for case in cases if case.is_open),
        deferred=tuple(
            KnownDeferred(case.intake.number, m.name, m.due)
            for case in cases
            if case.is_open
            for m in case.deferred
        ),
        on_file=_on_file(session, cases, days),
        phone=last.applicant.phone if last else "",
        address=last.applicant.address if last else "",
    )


def _last_particulars(store: Reader, found: list[Case | None]) -> Particulars | None:
    """The personal record of the newest case, unless it was erased."""
    newest = max((c for c in found if c is not None), key=lambda c: c.received_at, default=None)
    return persons.get(store, newest.intake.applicant, Particulars) if newest else None


def known_case(case: Case) -> KnownCase:
    latest = case.intake.latest
    return KnownCase(
        case.intake.number,
        case.intake.matter_name,
        case.state_text,
        f"最迟 {latest}" if latest else "",
    )


def _on_file(session: Session, cases: list[Case], days: int) -> dict[str, str]:
    """Copies compared with their originals not longer ago than the hall's policy allows.

    Application forms and originals belong to their own case and are never reused, nor is what
    an officer let pass for one case.
    """
    oldest = session.now() - timedelta(days=days)
    return {
        paper_key(m.name): case.intake.receipt
        for case in cases
        if days and datetime.fromisoformat(case.received_at) >= oldest
        for m in case.materials
        if m.state is RowState.RECEIVED
        and m.compared
        and not m.officer
        and m.form == Form.BOTH
        and not is_application_form(m.name)
    }
