"""归档: the case file goes to the archive with its 办件档案移交目录 and a number without gaps."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from zcdesk.domain.case import Case
from zcdesk.domain.case_ends import CaseArchived
from zcdesk.domain.custody import Content, held
from zcdesk.domain.custody import Hand as At
from zcdesk.domain.papers import TITLES
from zcdesk.domain.papers_lists import ArchivePaper, FileItem, Hand
from zcdesk.domain.sitting import Sitting
from zcdesk.operations import case_papers, casework
from zcdesk.operations.casework import Done
from zcdesk.operations.session import Session, clerk, policy
from zcdesk.store import archive_numbers

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

COUNTER, ARCHIVE = "综合出件窗口", "档案室"
PAPER, ELECTRONIC = "纸质", "电子"


def archive(session: Session, case_id: str, list_number: str, retention: str = "") -> Done:
    """Archive a case: every paper goes to the archive under the number of its list.

    The case gets its own number (归档号): at once, or with a round once the server is reached.
    """
    with session.transaction() as tx:
        kept = retention or policy(tx).case.retention
        _, archived = casework.act(
            session, tx, case_id, CaseArchived, list_number=list_number, retention=kept
        )
        archive_numbers.ask(tx, archived)
        case = casework.case_of(tx, case_id)
        paper = _directory(session, tx, case, kept)
        return Done(case=case, prints=(casework.print_of(tx, case, paper),))


def _directory(session: Session, tx: Transaction, case: Case, retention: str) -> ArchivePaper:
    closed = case.dispatch.delivered_at if case.dispatch else case.ending.at if case.ending else ""
    common = case_papers.common(casework.issuer(session, tx), case, casework.particulars(tx, case))
    return ArchivePaper(
        **common,
        items=items_of(tx, case),
        retention=retention,
        outcome=case.decision.outcome.value if case.decision else case.state_text,
        closed_on=case_papers.day(closed) if closed else None,
        giver=Hand(name=clerk(tx, session.clerk).name, unit=COUNTER),
        taker=Hand(unit=ARCHIVE),
    )


def items_of(store: Reader, case: Case) -> tuple[FileItem, ...]:
    """Return what a case leaves behind: papers printed, materials, scans, signatures, its acts."""
    found = (*_printed(store, case), *_materials(case), *_electronic(store, case))
    return tuple(
        FileItem(no=no, name=name, number=number, day=day, pages=pages, medium=kind, digest=digest)
        for no, (name, number, day, pages, kind, digest) in enumerate(found, 1)
    )


Item = tuple[str, str, date | None, int, str, str]


def _printed(store: Reader, case: Case) -> Iterator[Item]:
    sitting = store.state(f"sitting:{case.intake.sitting}", Sitting)
    known = {case.intake.number, case.intake.receipt, *case.void_receipts}
    for one in sitting.prints if sitting else ():
        if one.number.split("/")[0] in known:
            day = datetime.fromisoformat(one.at).date()
            yield TITLES[one.paper], one.number, day, 1, PAPER, ""
    receipts = held(case.bundles, frozenset(At), {Content.RECEIPT, Content.COLLECTED})
    for bundle in receipts:
        for name in bundle.items:
            yield name, case.intake.number, case_papers.day(bundle.since), 1, PAPER, ""


def _materials(case: Case) -> Iterator[Item]:
    day = case_papers.day(case.received_at)
    for material in case.materials:
        if material.given:
            yield material.name, "", day, material.given, PAPER, ""


def _electronic(store: Reader, case: Case) -> Iterator[Item]:
    for material in case.materials:
        if material.pages:
            name = f"{material.name}（扫描件）"
            yield name, "", None, len(material.pages), ELECTRONIC, _digest(material.pages)
    for signed in case.signatures:
        digest = signed.image.removeprefix("sha256:")
        yield "手写签名影像", "", case_papers.day(signed.at), 1, ELECTRONIC, digest
    acts = tuple(store.acts(f"case:{case.id}"))
    yield "办件记录", "", None, 0, ELECTRONIC, _digest(act.hash for act in acts)


def _digest(parts: Iterable[str]) -> str:
    """SHA-256 over the digests of several contents, in their order; of one its own."""
    each = [part.removeprefix("sha256:") for part in parts]
    return each[0] if len(each) == 1 else hashlib.sha256("\n".join(each).encode()).hexdigest()
