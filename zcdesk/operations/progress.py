"""How far a case is, for whoever holds its receipt or its card; masked, and tries are bounded."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import select

from zcdesk.domain import numbers
from zcdesk.domain.case import Case, CaseReceived, CaseState
from zcdesk.domain.case_ends import CaseAmended
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.fold import decode_body
from zcdesk.domain.identity import normalise_number
from zcdesk.domain.rating import Rating
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations.session import Session
from zcdesk.store import persons
from zcdesk.store.schema import case_index, number_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

NUMBER_LENGTH = 17
TRIES, PAUSE = 5, timedelta(minutes=5)
SHOWN = 6
"""The newest cases shown for a card."""

RUNNING = frozenset({CaseState.ACCEPTED, CaseState.PAUSED})
RESULTS = frozenset({CaseState.SHELVED, CaseState.POSTED, CaseState.DELIVERED, CaseState.ARCHIVED})
"""States in which what was decided may be told at a screen: it is there for the applicant."""


class Tries:
    """Wrong codes at one screen; after too many it is silent for some minutes."""

    def __init__(self) -> None:
        self._wrong: list[datetime] = []

    def check(self, now: datetime) -> None:
        """Refuse while too many were wrong lately; KSK-01."""
        self._wrong = [at for at in self._wrong if now - at < PAUSE]
        if len(self._wrong) >= TRIES:
            raise NotAllowed("KSK-01", n=int(PAUSE.total_seconds() // 60))

    def wrong(self, now: datetime) -> None:
        """Count one."""
        self._wrong.append(now)


class Standing(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a case stands, as far as its applicant may know; it names nobody.

    Attributes:
        due: day by which the department decides; until: last day of a correction.
        lacks: papers to correct; promised, promised_by: papers still owed, the first day of them.
        steps: special steps under way, whose time does not count.
        granted: what was decided, once it can be collected or has been.
    """

    number: str
    matter_name: str
    state: CaseState
    due: str = ""
    until: str = ""
    lacks: int = 0
    promised: int = 0
    promised_by: str = ""
    steps: tuple[str, ...] = ()
    granted: bool | None = None


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """What a receipt tells: its cases, and the visit it can be rated by.

    Attributes:
        may_rate: nobody has rated the visit yet.
    """

    cases: tuple[Standing, ...]
    sitting: str = ""
    ticket: str = ""
    may_rate: bool = False


def by_code(session: Session, tries: Tries, text: str) -> Progress:
    """Find the cases of a receipt.

    Args:
        text: number and code in one, as typed or as its QR holds them: blanks, hyphens and
            slashes do not count.

    Raises:
        UserError: KSK-02, no receipt has this number and this code; KSK-04, it is void.
        NotAllowed: KSK-01, too many were wrong.
    """
    tries.check(session.now())
    compact = _compact(text)
    number, code = numbers.parse(compact[:NUMBER_LENGTH]), compact[NUMBER_LENGTH:]
    if number is None:  # mistyped, as its check character tells: no guess at a code
        raise UserError("KSK-02")
    with session.reading() as store:
        found = _of_receipt(store, number.text, code)
        if not found and _is_void(store, number.text, code):
            raise UserError("KSK-04")
        if not found:
            tries.wrong(session.now())
            raise UserError("KSK-02")
        intake = found[0].intake
        rated = store.state(f"rating:{intake.sitting}", Rating)
    return Progress(
        cases=tuple(_standing(case) for case in found),
        sitting=intake.sitting,
        ticket=intake.ticket,
        may_rate=rated is None,
    )


def by_card(session: Session, id_number: str) -> Progress:
    """Return the newest cases of the holder of a card."""
    with session.reading() as store:
        number = normalise_number(id_number)
        cases = [store.state(subject, Case) for _, subject in persons.find(store, number)]
    newest = sorted((c for c in cases if c), key=lambda c: c.received_at, reverse=True)
    return Progress(cases=tuple(_standing(case) for case in newest[:SHOWN]))


def _standing(case: Case) -> Standing:
    dues = sorted(m.due for m in case.deferred if m.due)
    told = case.state in RESULTS and case.decision is not None
    return Standing(
        number=case.intake.number,
        matter_name=case.intake.matter_name,
        state=case.state,
        due=case.due.at[:10] if case.state in RUNNING else "",
        until=case.until.at[:10] if case.state is CaseState.RETURNED else "",
        lacks=len(case.lacks) if case.state is CaseState.RETURNED else 0,
        promised=len(case.deferred) if case.is_open else 0,
        promised_by=dues[0][:10] if dues and case.is_open else "",
        steps=tuple(step.name for step in case.running_steps),
        granted=case.decision.outcome is Outcome.GRANTED if told and case.decision else None,
    )


def _of_receipt(store: Reader, receipt: str, code: str) -> list[Case]:
    subjects = store.select(
        select(case_index.c.subject).where(case_index.c.receipt_number == receipt)
    ).scalars()
    cases = [store.state(subject, Case) for subject in subjects.all()]
    return [c for c in cases if c and code and _compact(c.intake.query_code) == code]


def _is_void(store: Reader, receipt: str, code: str) -> bool:
    """Whether a receipt was amended since: its own code, told with it, no longer opens the case."""
    wanted = select(number_index.c.subject).where(number_index.c.number == receipt)
    subject = str(store.select(wanted).scalar() or "")
    case = store.state(subject, Case) if subject else None
    if case is None or not code or receipt not in case.void_receipts:
        return False
    bodies = (decode_body(act) for act in store.acts(subject))
    return any(
        isinstance(body, CaseReceived | CaseAmended)
        and body.receipt == receipt
        and _compact(body.query_code) == code
        for body in bodies
    )


def _compact(text: str) -> str:
    """Return letters and digits, without the kind that stands before a QR's number."""
    parts = text.upper().strip().split("/")
    kept = parts[1:] if len(parts) == 3 and len(parts[0]) == 1 else parts
    return "".join(c for part in kept for c in part if c.isalnum())
