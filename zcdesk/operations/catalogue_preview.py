"""What a version of a matter will look like at a window, before anybody published it."""

from __future__ import annotations

import msgspec

from zcdesk.domain import checklist, oneform
from zcdesk.domain.checklist import Row
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.oneform import Field
from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.person import Person
from zcdesk.domain.visit import Visit, add_matter, rows_of, set_mark
from zcdesk.operations import casework, guides, intake
from zcdesk.operations.catalogue_sheet import MAY_READ
from zcdesk.operations.session import Session, policy


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """Attributes: of a secret matter a window sees nothing, and all of it is empty.

    rows: the checklist of a visit for this matter alone. fields: what the form asks.
    papers: PaperKind value → the paper, numbers and names still open.
    """

    rows: tuple[Row, ...] = ()
    fields: tuple[Field, ...] = ()
    papers: dict[str, Paper] = {}


def preview(session: Session, matter: Matter) -> Preview:
    """Make what a clerk would see of `matter` and what would be printed.

    Raises:
        NotAllowed: CAS-02, neither editor, supervisor, administrator nor auditor.
    """
    with session.reading() as store:
        casework.must_hold(session, store, *MAY_READ)
        if matter.secrecy is Secrecy.SECRET:
            return Preview()
        rules = policy(store).intake
        guide = guides.guide_of(session, store, matter)
    fresh = Visit(
        id="preview",
        window=session.window,
        started_at=session.now().isoformat(),
        one_form=rules.one_form,
        form_required=rules.form_required,
    )
    visit = add_matter(fresh, matter)
    receipt = intake.preview(session, _received(visit), PaperKind.RECEIPT)
    papers: dict[str, Paper] = {PaperKind.GUIDE.value: guide}
    if receipt:
        papers[PaperKind.RECEIPT.value] = receipt[0]
    return Preview(rows=rows_of(visit), fields=oneform.fill((matter,), Person(), {}), papers=papers)


def _received(visit: Visit) -> Visit:
    """Take every paper in, so that the receipt names them all."""
    for row in rows_of(visit):
        if not row.is_settled:
            visit = set_mark(visit, row.key, checklist.receive(row))
    return visit
