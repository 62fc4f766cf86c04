"""二次录入单: the case field by field, for a department or platform without an interface.

Numbers are masked here as on every paper; in full they stand on the applicant's own papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.papers_lists import EntryField, ReentryPaper
from zcdesk.domain.qr import BARE_NUMBER
from zcdesk.operations import case_papers, casework
from zcdesk.operations.papers import materials_of
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def sheet(session: Session, case_id: str, system: str) -> ReentryPaper:
    """Return the sheet of a case for `system`, to be shown, printed or written to a file."""
    with session.reading() as store:
        return _sheet(session, store, casework.case_of(store, case_id), system)


def queue(session: Session, case_id: str, system: str) -> PrintTask:
    """Queue the sheet for printing."""
    with session.transaction() as tx:
        case = casework.case_of(tx, case_id)
        return casework.print_of(tx, case, _sheet(session, tx, case, system))


def _sheet(session: Session, store: Reader, case: Case, system: str) -> ReentryPaper:
    whose = casework.particulars(store, case)
    entries = tuple(
        EntryField(no=no, label=label, value=value, section=section)
        for no, (section, label, value) in enumerate(_fields(case, whose), 1)
    )
    shared = case_papers.common(casework.issuer(session, store), case, whose)
    return ReentryPaper(**shared, system=system, entries=entries, materials=materials_of(case))


def _fields(case: Case, whose: Particulars) -> Iterator[tuple[str, str, str]]:
    intake, who = case.intake, whose.applicant
    yield "办件", "办件编号", intake.number
    yield "办件", "事项名称", intake.matter_name
    yield "办件", "承办部门", case.department
    yield "办件", "收件时间", case.received_at[:16].replace("T", " ")
    yield "申请人", "姓名或名称", who.name
    yield "申请人", "证件号码", mask_id(who.id_number)
    yield "申请人", "联系电话", mask_phone(who.phone) if who.phone else ""
    for key, value in whose.form.items():
        if not BARE_NUMBER.search(value):
            yield "申请表", key, value
