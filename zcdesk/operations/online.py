"""Online applications: taken in sealed, pre-reviewed by the department, opened by their number.

A document may arrive any number of times and through any door; it is one application. The clerk
at the window asks only for what the department still wants on paper.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain import online
from zcdesk.domain.act import NewAct, digest
from zcdesk.domain.case import Delivery
from zcdesk.domain.checklist import Mark, RowState, is_application_form, paper_key
from zcdesk.domain.filing import (
    FiledPaper,
    Filing,
    FilingRecord,
    FilingState,
    OnlineReceived,
    OnlineReviewed,
    OnlineTaken,
)
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.limits import Rule, rule_due
from zcdesk.domain.lines import ONE_FORM
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.online import Fault, OnlineApplication
from zcdesk.domain.visit import Visit, add_matter, rows_of, set_mark, set_person, set_presenter
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import drafts, queue, tickets
from zcdesk.operations.case_papers import masked_name
from zcdesk.operations.session import Session, clerk, entries, entry_of, policy
from zcdesk.store import blobs, persons

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

REVIEWERS = frozenset({Role.REVIEWER, Role.CHIEF})


class Bad(Invalid):
    """A document that is not taken; `faults` holds every one of its faults."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(first.code, first.field, **first.fields)
        self.faults = faults


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """An application as a list shows it; nobody's name is in it."""

    number: str
    matter_name: str
    department: str
    state: FilingState
    filed_at: str
    review_due: str
    is_overdue: bool
    papers: int


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """An application that passed, as the window sees it; `name` is masked."""

    number: str
    matter_name: str
    department: str
    name: str
    officer: str
    reviewed_at: str
    bring: tuple[str, ...]


def take_in(session: Session, raw: bytes, source: str) -> bool:
    """Take a document in; False where the very same one is here already.

    Raises:
        Bad: something is wrong with it; nothing was kept.
        Conflict: another application has its number.
    """
    judged = online.judge(raw, session.now())
    given = judged.application
    if given is None:
        raise Bad(judged.faults)
    with session.reading() as store:
        matter = _matter(store, given)
        before = store.state(_subject(given.number), Filing)
    if before is not None:
        if before.received.digest == digest(raw):
            return False
        if before.state is not FilingState.RETURNED:
            raise Conflict("ONL-03", number=given.number)
    papers = _kept(session, given)
    with session.transaction() as tx:
        _record(session, tx, given, matter, papers, digest(raw), source)
    return True


def pending(session: Session, *states: FilingState) -> tuple[Pending, ...]:
    """Return the applications in these states (default: waiting), the first due first."""
    wanted, now = states or (FilingState.WAITING,), session.now()
    with session.reading() as store:
        found = [f for _, f in store.states(Filing) if f.state in wanted]
    return tuple(
        sorted((_pending(filing, now) for filing in found), key=lambda p: (p.review_due, p.number))
    )


def to_review(session: Session) -> tuple[Pending, ...]:
    """Return what waits for the pre-review of the clerk's own departments, the first due first."""
    with session.reading() as store:
        mine = clerk(store, session.clerk).departments
    return tuple(one for one in pending(session) if one.department in mine)


def passed(session: Session, text: str = "") -> tuple[Ready, ...]:
    """Return what a window may take in; only those whose code or name holds `text`, if any."""
    wanted = "".join(unicodedata.normalize("NFKC", text).upper().split())
    with session.reading() as store:
        found = [f for _, f in store.states(Filing) if f.state is FilingState.PASSED]
        rows = [(_ready(store, filing), _name(store, filing)) for filing in found]
    return tuple(
        row for row, name in rows if wanted in row.number.upper() or (wanted and wanted in name)
    )


def read(session: Session, number: str) -> tuple[Filing, FilingRecord | None]:
    """Return an application and its sealed part, None once that was erased."""
    with session.reading() as store:
        filing = _must(store, number)
        return filing, persons.get(store, filing.received.record, FilingRecord)


def review(
    session: Session, number: str, *, passed: bool, bring: tuple[str, ...] = (), reason: str = ""
) -> None:
    """Record the department's pre-review.

    Args:
        bring: papers of the list that are wanted on paper.
        reason: everything that is wrong, where it does not pass.
    """
    with session.transaction() as tx:
        filing = _must(tx, number)
        who = clerk(tx, session.clerk)
        if not REVIEWERS & set(who.roles) or filing.received.department not in who.departments:
            raise NotAllowed("ONL-12")
        if filing.state is not FilingState.WAITING:
            raise Conflict("ONL-09", number=number)
        if not passed and not reason.strip():
            raise Invalid("ONL-10", "reason")
        body = OnlineReviewed(passed=passed, bring=bring, reason=reason.strip())
        _append(tx, filing, body)


def open_visit(session: Session, number: str) -> Visit:
    """Begin a visit for an application that passed, its accepted papers on file already."""
    with session.transaction() as tx:
        drafts.must_be_free(tx, session.window)
        filing = _must(tx, number)
        if filing.state is FilingState.TAKEN:
            raise Conflict("ONL-04", number=filing.received.number)
        if filing.state is not FilingState.PASSED:
            raise NotAllowed("ONL-11", number=filing.received.number)
        visit = _visit(session, tx, filing)
        subject = tickets.take_own(tx, session)
        return queue.claim_own(session, tx, subject, drafts.with_versions(tx, visit))


def note_taken(tx: Transaction, visit: Visit, case_ids: tuple[str, ...]) -> None:
    """Note that the visit's application was taken in, in the transaction of its 收件."""
    filing = _must(tx, visit.online)
    if filing.state is not FilingState.PASSED:
        raise Conflict("ONL-04", number=visit.online)
    _append(tx, filing, OnlineTaken(sitting=visit.id, case_ids=case_ids))
    # Its papers are the cases' from now on, wherever they lie: they outlive the application's time.
    for page in (page for paper in filing.accepted for page in paper.pages):
        for subject in (_subject(visit.online), *(f"case:{id_}" for id_ in case_ids)):
            blobs.share(tx, page, subject)


def _matter(store: Reader, given: OnlineApplication) -> Matter:
    """Return the published matter an application names by key or code."""
    wanted = given.matter.strip()
    entry = entry_of(store, wanted)
    if entry is None:
        entry = next((e for e in entries(store) if e.matter.code == wanted), None)
    if entry is None or entry.withdrawn:
        raise Bad((Fault("matter", "ONL-05", {"matter": wanted[:40]}),))
    if entry.matter.secrecy is Secrecy.SECRET:
        raise Bad((Fault("matter", "MAT-06", {"name": entry.matter.name}),))
    return entry.matter


def _kept(session: Session, given: OnlineApplication) -> tuple[FiledPaper, ...]:
    """Keep the files durably before an act names them."""
    return tuple(
        FiledPaper(
            material.name,
            tuple(
                session.store.blobs.put(data)
                for file in material.files
                if (data := online.content_of(file)) is not None
            ),
        )
        for material in given.materials
    )


def _record(
    session: Session,
    tx: Transaction,
    given: OnlineApplication,
    matter: Matter,
    papers: tuple[FiledPaper, ...],
    document: str,
    source: str,
) -> None:
    applicant = online.person(given.applicant)
    record = FilingRecord(
        applicant=applicant,
        presenter=online.person(given.presenter) if given.presenter else None,
        form=given.form,
        post_address=given.post_address.strip(),
    )
    # Not found by its number: `history` looks up cases, and this is none yet.
    ref = persons.put(tx, _subject(given.number), record)
    due = rule_due(session.calendar, policy(tx).limits, Rule.ONLINE_REVIEW, session.now())
    body = OnlineReceived(
        number=given.number,
        digest=document,
        source=source,
        filed_at=given.filed_at,
        matter=matter.key,
        matter_version=matter.version,
        matter_name=matter.name,
        department=matter.department,
        record=ref,
        agency=given.agency,
        by_post=given.by_post,
        papers=papers,
        review_due=due.at.isoformat(),
        provisional=due.provisional,
    )
    tx.append(_act(body.number, body, matter.department))


def _visit(session: Session, tx: Transaction, filing: Filing) -> Visit:
    given, rules = filing.received, policy(tx).intake
    record = persons.get(tx, given.record, FilingRecord)
    entry = entry_of(tx, given.matter)
    if record is None or entry is None or entry.withdrawn:
        raise UserError("ONL-05", matter=given.matter_name)
    visit = Visit(
        id=tx.new_id(),
        window=session.window,
        started_at=tx.at_text,
        online=given.number,
        form=record.form,
        delivery=Delivery(by_post=given.by_post),
        post_address=record.post_address,
        one_form=rules.one_form,
        form_required=rules.form_required,
        phone_required=rules.phone_required,
    )
    visit = add_matter(visit, entry.matter)
    if record.presenter is not None:
        visit = set_presenter(visit, record.presenter, given.agency)
    note = f"预审√ {_officer(tx, filing)} {filing.reviewed_at[5:10]}"
    return _with_papers(set_person(visit, record.applicant), filing, note)


def _with_papers(visit: Visit, filing: Filing, note: str) -> Visit:
    """Lay what the department accepted on the rows it belongs to, with who said so and when."""
    number = filing.received.number
    pages = {paper_key(paper.name): paper.pages for paper in filing.accepted}
    for paper in filing.accepted:
        if is_application_form(paper.name):
            pages.setdefault(ONE_FORM, paper.pages)
    rows = [row for row in rows_of(visit) if row.key in pages]
    visit = set_person(visit, visit.applicant.person, {row.key: number for row in rows})
    for row in rows:
        if not row.line.material.waived:
            mark = Mark(state=RowState.ON_FILE, since=number, pages=pages[row.key], note=note)
            visit = set_mark(visit, row.key, mark)
    return visit


def _pending(filing: Filing, now: datetime) -> Pending:
    given = filing.received
    is_open = filing.state is FilingState.WAITING
    return Pending(
        number=given.number,
        matter_name=given.matter_name,
        department=given.department,
        state=filing.state,
        filed_at=given.filed_at,
        review_due=given.review_due,
        is_overdue=is_open and datetime.fromisoformat(given.review_due) < now,
        papers=len(given.papers),
    )


def _ready(store: Reader, filing: Filing) -> Ready:
    given = filing.received
    return Ready(
        number=given.number,
        matter_name=given.matter_name,
        department=given.department,
        name=masked_name(_name(store, filing)) or "—",
        officer=_officer(store, filing),
        reviewed_at=filing.reviewed_at,
        bring=filing.bring,
    )


def _officer(store: Reader, filing: Filing) -> str:
    who = store.state(f"clerk:{filing.reviewer}", Clerk)
    return who.name if who else filing.reviewer


def _name(store: Reader, filing: Filing) -> str:
    record = persons.get(store, filing.received.record, FilingRecord)
    return record.applicant.name.upper() if record else ""


def _must(store: Reader, number: str) -> Filing:
    """Return an application by what a clerk scans or types."""
    filing = store.state(_subject(number), Filing)
    if filing is None:
        raise UserError("ONL-13")
    return filing


def _append(tx: Transaction, filing: Filing, body: OnlineReviewed | OnlineTaken) -> None:
    tx.append(_act(filing.received.number, body, filing.received.department))


def _act(
    number: str, body: OnlineReceived | OnlineReviewed | OnlineTaken, department: str
) -> NewAct:
    return NewAct(subject=_subject(number), body=body, audience=f"department:{department}")


def _subject(number: str) -> str:
    """Return the subject of a number as scanned or typed: half width, upper case, no blanks."""
    return "online:" + "".join(unicodedata.normalize("NFKC", number).upper().split())
