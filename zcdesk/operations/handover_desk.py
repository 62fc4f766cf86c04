"""The hand-over desk (ux 2.11): what lies in a pile, what a scanned copy is, who took it."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from zcdesk.domain.case import ENDED, Case, CaseState, Particulars
from zcdesk.domain.case_parts import Signature
from zcdesk.domain.case_tasks import TaskKind
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.hall import Role
from zcdesk.domain.handover import Handover, HandoverKind, Left, Side
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, clerks, handover
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.handover import Pile
from zcdesk.operations.session import Session, policy
from zcdesk.store import persons
from zcdesk.store.schema import case_index, number_index, task_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


class Proof(StrEnum):
    """How somebody signed; the words are those of the record."""

    CARD = "刷卡"
    PIN = "口令"
    PEN = "手写签名"
    PAPER = "纸面签名"


class Taker(msgspec.Struct, frozen=True, kw_only=True):
    """Who fetches the pile, as entered at the desk.

    Attributes:
        name: from the card, or typed; with a PIN the hall knows it.
        image: the strokes as PNG; `shown` digest of the list they were drawn under.
    """

    proof: Proof
    name: str = ""
    staff_no: str = ""
    secret: str = ""
    image: bytes = b""
    shown: str = ""


class PileCase(msgspec.Struct, frozen=True, kw_only=True):
    """One case of a pile; `papers` counts the sheets on the table, `name` is masked."""

    case: str
    number: str
    receipt: str
    matter: str
    name: str
    papers: int
    deferred: int = 0


class WhyNot(StrEnum):
    """Why a scanned copy does not belong on this list."""

    UNKNOWN = "unknown"
    VOID = "void"
    ELSEWHERE = "elsewhere"
    LATER = "later"
    LISTED = "listed"
    GONE = "gone"


class Stranger(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that was scanned and is not of this pile; `about` department, list or due time."""

    number: str
    why: WhyNot
    about: str = ""


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """What the page opens with; `electronic`: taken in today without paper, gone at once."""

    piles: tuple[Pile, ...]
    unsigned: tuple[tuple[str, Handover], ...]
    electronic: int


class Pressing(msgspec.Struct, frozen=True, kw_only=True):
    """What the idle page and the top bar warn of.

    Attributes:
        departments: names with their number of cases, whose slot is near or past.
        due: ISO time of the nearest slot; `late` once one is past.
        unsigned: lists printed and not signed.
        promised, broken: 容缺 materials due today, and past.
    """

    departments: tuple[tuple[str, int], ...] = ()
    due: str = ""
    late: bool = False
    unsigned: int = 0
    promised: int = 0
    broken: int = 0


def overview(session: Session, window: str = "") -> Overview:
    """Return piles, unsigned lists and the count of today's electronic cases."""
    with session.reading() as store:
        electronic = _electronic(session, store, window)
    return Overview(
        piles=handover.piles(session, window),
        unsigned=handover.unsigned(session, HandoverKind.MATERIALS),
        electronic=electronic,
    )


def cases(session: Session, case_ids: tuple[str, ...]) -> tuple[PileCase, ...]:
    """Return the lines of a pile or of a list, in the order given."""
    with session.reading() as store:
        return tuple(_line(store, casework.case_of(store, case_id)) for case_id in case_ids)


def list_cases(session: Session, handover_id: str) -> tuple[PileCase, ...]:
    """Return the lines of a list that was printed."""
    with session.reading() as store:
        found = handover.handover_of(store, handover_id)
    return cases(session, found.cases)


def identify(session: Session, code: str, pile: Pile | None) -> tuple[tuple[str, ...], Stranger]:
    """Say what a scanned or typed code is: ids of its waiting cases, and why it is a stranger.

    Args:
        pile: the pile that is being scanned; its own cases come back as ids.
    """
    text = number_of(code)
    c = number_index.c
    with session.reading() as store:
        wanted = select(c.subject, c.kind).where(c.number == text)
        rows = store.select(wanted.order_by(c.subject)).all()
        found = [(casework.case_of(store, r.subject.partition(":")[2]), r.kind) for r in rows]
        waiting = tuple(case.id for case, _ in found if _waits(case))
        mine = tuple(i for i in waiting if pile is None or i in pile.cases)
        return mine, _stranger(store, text, found, pile)


def number_of(code: str) -> str:
    """Return the number inside a payload of ours (`R/number/code`), or the text itself."""
    parts = code.strip().upper().split("/")
    return parts[1] if len(parts) > 1 and len(parts[0]) == 1 else parts[0]


def take(session: Session, handover_id: str, taker: Taker, left: tuple[Left, ...] = ()) -> Handover:
    """Both sides sign: the clerk by being logged in, the taker by card, PIN, pen or on paper.

    Raises:
        NotAllowed: HND-04 no proof, HND-10 not of that department, SEC-02 a wrong PIN.
    """
    with session.reading() as store:
        giver = casework.must_hold(session, store, Role.CLERK)
        open_ = handover.must_be_open(store, handover_id)
    gave = Side(clerk=giver.staff_no, name=giver.name, proof=Proof.PIN.value)
    return handover.sign(session, handover_id, gave, side_of(session, open_, taker), left)


def pressing(session: Session, window: str) -> Pressing:
    """Return what presses at a window: slots, unsigned lists, promised papers."""
    now = session.now()
    today, tomorrow = now.date(), now.date() + timedelta(days=1)
    c = task_index.c
    with session.reading() as store:
        soon = now + timedelta(minutes=policy(store).limits.slot_warning_minutes)
        waiting = (
            select(func.count()).select_from(task_index).where(c.kind == TaskKind.SUPPLEMENT.value)
        )
        broken = store.select(waiting.where(c.due < today.isoformat())).scalar() or 0
        promised = store.select(
            waiting.where(c.due >= today.isoformat(), c.due < tomorrow.isoformat())
        ).scalar()
    near = [p for p in handover.piles(session, window) if datetime.fromisoformat(p.due) <= soon]
    counts: dict[str, int] = {}
    for pile in near:
        counts[pile.department] = counts.get(pile.department, 0) + len(pile.cases)
    return Pressing(
        departments=tuple(counts.items()),
        due=near[0].due if near else "",
        late=bool(near) and datetime.fromisoformat(near[0].due) < now,
        unsigned=len(handover.unsigned(session, HandoverKind.MATERIALS)),
        promised=int(promised or 0),
        broken=int(broken),
    )


def side_of(session: Session, open_: Handover, taker: Taker) -> Side:
    """Return the department's side of a list as it was proved; see `take`."""
    name, staff_no, signature = taker.name.strip(), "", None
    match taker.proof:
        case Proof.PIN:
            who = clerks.vouch(session, taker.staff_no, taker.secret)
            if open_.department not in who.departments or who.staff_no == session.clerk:
                raise NotAllowed("HND-10", department=open_.department)
            name, staff_no = who.name, who.staff_no
        case Proof.PEN:
            if not (taker.image and taker.shown):
                raise NotAllowed("HND-04")
            signature = Signature(
                paper="handover",
                shown=taker.shown,
                image=session.store.blobs.put(taker.image),
                signer=name,
                station=session.window,
                at=session.now().isoformat(timespec="seconds"),
            )
        case Proof.CARD | Proof.PAPER:
            pass
    if not name:
        raise NotAllowed("HND-04")
    return Side(clerk=staff_no, name=name, proof=taker.proof.value, signature=signature)


def _waits(case: Case) -> bool:
    """Whether this case's papers lie at a window and wait to be fetched.

    So do those of a case handed out on the spot; what has ended gives its papers back.
    """
    paper = held(case.bundles, {Hand.WINDOW}, {Content.MATERIALS})
    return bool(paper) and case.state not in ENDED


def _line(store: Reader, case: Case) -> PileCase:
    names = {n for b in held(case.bundles, set(Hand), {Content.MATERIALS}) for n in b.items}
    record = persons.get(store, case.intake.applicant, Particulars)
    return PileCase(
        case=case.id,
        number=case.intake.number,
        receipt=case.intake.receipt,
        matter=case.intake.matter_name,
        name=masked_name(record.applicant.name) if record else "",
        papers=sum(m.given for m in case.materials if m.name in names),
        deferred=len(case.deferred),
    )


def _stranger(
    store: Reader, text: str, found: list[tuple[Case, str]], pile: Pile | None
) -> Stranger:
    if not found:
        return Stranger(number=text, why=WhyNot.UNKNOWN)
    case, kind = found[0]
    number = case.intake.number
    if kind == "void" or case.state is CaseState.VOID:
        return Stranger(number=text, why=WhyNot.VOID, about=case.intake.receipt)
    listed = handover.list_of(store, case.id)
    if listed is not None:
        return Stranger(number=number, why=WhyNot.LISTED, about=listed.number)
    if not _waits(case):
        return Stranger(number=number, why=WhyNot.GONE, about=case.department)
    if pile is not None and case.department == pile.department:
        return Stranger(number=number, why=WhyNot.LATER, about=handover.due_of(case))
    return Stranger(number=number, why=WhyNot.ELSEWHERE, about=case.department)


def _electronic(session: Session, store: Reader, window: str) -> int:
    c = case_index.c
    wanted = select(c.subject).where(c.received_at >= session.now().date().isoformat())
    if window:
        wanted = wanted.where(c.window == window)
    subjects = store.select(wanted).scalars().all()
    found = (store.state(subject, Case) for subject in subjects)
    return sum(1 for case in found if case is not None and not case.bundles)
