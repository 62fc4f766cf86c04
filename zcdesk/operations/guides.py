"""Papers about a matter that anybody may take along: the guide and the list of what to bring."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.papers import Contact, PaperHead, PaperKind
from zcdesk.domain.papers_guide import (
    GuidePaper,
    MaterialListPaper,
    Place,
    guide_materials,
    guide_steps,
    promised_text,
    statutory_text,
)
from zcdesk.domain.window import Window
from zcdesk.errors import UserError
from zcdesk.operations.printing import PrintTask
from zcdesk.operations.session import Session, entries, entry_of, hall, policy

if TYPE_CHECKING:
    from typing import Any

    from zcdesk.store.reader import Reader


def open_matters(session: Session) -> tuple[Matter, ...]:
    """Return what anybody may read about, by code; a secret matter is not named."""
    with session.reading() as store:
        found = [entry.matter for entry in entries(store) if not entry.withdrawn]
    shown = (m for m in found if m.secrecy is not Secrecy.SECRET)
    return tuple(sorted(shown, key=lambda m: m.code))


def guide(session: Session, key: str) -> PrintTask:
    """Make the 办事指南 of a matter, ready to print."""
    with session.reading() as store:
        matter = _matter(store, key)
        paper = guide_of(session, store, matter)
    return _task(session, PaperKind.GUIDE, matter, paper)


def guide_of(session: Session, store: Reader, matter: Matter) -> GuidePaper:
    """Return the 办事指南 of any version of a matter, published or only drafted."""
    return GuidePaper(
        **_about(session, store, matter),
        type_text=matter.effective_type.value,
        windows=_windows(store, matter),
        basis=matter.legal_basis,
        statutory=statutory_text(matter),
        promised=promised_text(matter),
        materials=guide_materials(matter),
        steps=guide_steps(matter, policy(store).limits.acceptance_days),
        fee=matter.fee,
        result=matter.result,
        delivery="窗口领取、邮寄",
    )


def material_list(session: Session, key: str) -> PrintTask:
    """Make the take-home list of a matter, ready to print.

    Raises:
        UserError: MAT-08, there is no such matter; KSK-03, it has no list to take home.
    """
    with session.reading() as store:
        matter = _matter(store, key)
        if not matter.has_list:
            raise UserError("KSK-03")
        paper = MaterialListPaper(
            **_about(session, store, matter),
            materials=guide_materials(matter),
            promised=promised_text(matter),
        )
    return _task(session, PaperKind.MATERIAL_LIST, matter, paper)


def _task(
    session: Session, kind: PaperKind, matter: Matter, paper: GuidePaper | MaterialListPaper
) -> PrintTask:
    """Name a paper that belongs to nobody: each time it is an original."""
    return PrintTask(
        sitting=f"{kind.value}-{session.new_id()}", kind=kind, number=matter.code, paper=paper
    )


def _matter(store: Reader, key: str) -> Matter:
    entry = entry_of(store, key)
    if entry is None or entry.withdrawn or entry.matter.secrecy is Secrecy.SECRET:
        raise UserError("MAT-08", key=key)
    return entry.matter


def _windows(store: Reader, matter: Matter) -> tuple[str, ...]:
    found = [w for _, w in store.states(Window) if w.takes(matter)]
    return tuple(f"{w.number} 号窗口" for w in sorted(found, key=lambda w: w.number))


def _about(session: Session, store: Reader, matter: Matter) -> dict[str, Any]:
    of = hall(store)
    at: datetime = session.now()
    return {
        "head": PaperHead(
            hall=of.name,
            number=matter.code,
            at=at,
            simulated=of.simulated,
            sample=matter.is_sample,
        ),
        "matter": matter.name,
        "department": matter.department,
        "code": matter.code,
        "version": matter.version,
        "place": Place(address=of.address, hours=of.hours),
        "contact": Contact(consult=of.phone_consult, complaint=of.phone_complaint),
    }
