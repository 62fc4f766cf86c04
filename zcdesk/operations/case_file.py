"""办件档案: everything a case leaves behind, gathered for the archive office (rules 4).

Gathering is recorded as a look at the whole file; laying out and writing is done elsewhere.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.case_ends import CaseArchived
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import Role
from zcdesk.domain.papers_lists import ArchivePaper, FileItem
from zcdesk.operations import case_papers, casework, clerks
from zcdesk.operations.printing import PrintTask, task_of
from zcdesk.operations.session import Session, policy
from zcdesk.store import prints
from zcdesk.store.reader import Reader

READERS = (Role.SUPERVISOR, Role.RESULT_CLERK, Role.REVIEWER, Role.CHIEF, Role.CLERK)


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """A case, ready to be written out.

    Attributes:
        data: file name → bytes of what is electronic: state, acts (`body` as it was hashed, `read`
            with what was typed), personal record.
        scans: (file name, name of the material, page's bytes).
        papers: every original that was printed, to be laid out again as PDF.
        index: the 档案移交目录 without its items.
    """

    number: str
    data: dict[str, bytes]
    scans: tuple[tuple[str, str, bytes], ...]
    papers: tuple[PrintTask, ...]
    index: ArchivePaper


def gather(session: Session, case_id: str) -> CaseFile:
    """Collect the file of a case.

    Raises:
        UserError: CAS-07, the personal record was erased.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *READERS)
        case = casework.case_of(store, case_id)
        whose = casework.particulars(store, case)
        made = CaseFile(
            number=case.intake.number,
            data=_data(store, case, whose),
            scans=_scans(session, case),
            papers=_papers(store, case),
            index=_index(session, store, case, whose),
        )
    clerks.reveal(session, "case_file", case_id)
    return made


def with_items(index: ArchivePaper, items: tuple[FileItem, ...]) -> ArchivePaper:
    """Return the list with what was really written."""
    return msgspec.structs.replace(index, items=items)


def _data(store: Reader, case: Case, whose: Particulars) -> dict[str, bytes]:
    acts = [
        {
            **{name: getattr(a, name) for name in ("id", "kind", "at", "clerk")},
            "body": msgspec.Raw(a.body or b"null"),
            "read": store.body(a),
        }
        for a in store.acts(f"case:{case.id}")
    ]
    return {
        "办件.json": _json(case),
        "办理记录.json": _json(acts),
        "申请人信息.json": _json(whose),
    }


def _json(value: Any) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2)


def _scans(session: Session, case: Case) -> tuple[tuple[str, str, bytes], ...]:
    found = []
    for no, material in enumerate(case.materials, 1):
        for page, digest in enumerate(material.pages, 1):
            data = session.store.blobs.get(digest)
            if data is not None:
                ending = "png" if data.startswith(b"\x89PNG") else "jpg"
                found.append((f"{no:02d}-{page:02d}.{ending}", material.name, data))
    return tuple(found)


def _papers(store: Reader, case: Case) -> tuple[PrintTask, ...]:
    known = {case.intake.number, case.intake.receipt, *case.void_receipts}
    jobs = prints.of_subject(store, case.intake.sitting)
    return tuple(
        task_of(job) for job in jobs if job.copy == 0 and job.number.split("/")[0] in known
    )


def _index(session: Session, store: Reader, case: Case, whose: Particulars) -> ArchivePaper:
    shared = case_papers.common(casework.issuer(session, store), case, whose)
    bodies = (decode_body(act) for act in store.acts(f"case:{case.id}"))
    kept = next((body.retention for body in bodies if isinstance(body, CaseArchived)), "")
    closed = case.dispatch.at if case.dispatch else case.ending.at if case.ending else ""
    return ArchivePaper(
        **shared,
        items=(FileItem(no=1, name="办件档案"),),
        retention=kept or policy(store).case.retention,
        outcome=case.state_text,
        closed_on=datetime.fromisoformat(closed).date() if closed else None,
    )
