"""What each key of the checklist makes of the visit, and where the cursor goes afterwards.

Pure: a refused key raises the domain's `NotAllowed`; nothing is shown or saved here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from zcdesk.domain import checklist, reasons, visit
from zcdesk.domain.checklist import Mark, Row, RowState
from zcdesk.domain.matter import Necessity
from zcdesk.domain.readiness import Blocker
from zcdesk.domain.visit import Chosen, Visit
from zcdesk.errors import NotAllowed


class Step(NamedTuple):
    """The visit after a key, and the number of the row to stand on."""

    visit: Visit
    row: int


def is_to_do(row: Row) -> bool:
    """Tell whether the clerk still has to look at the row; 缺 and 不符 are decided."""
    if row.line.voluntary or row.is_settled:
        return False
    return row.mark.state not in (RowState.MISSING, RowState.DEFECTIVE)


def next_to_do(seen: Visit, after: int) -> int:
    """Return the number of the next row to look at after `after`, wrapping; else `after`."""
    numbers = [row.no for row in visit.rows_of(seen) if is_to_do(row)]
    return next((no for no in numbers if no > after), numbers[0] if numbers else after)


def first_to_do(seen: Visit) -> int:
    """Return the row a list opens at."""
    return next_to_do(seen, 0) or 1


def receive(seen: Visit, row: Row) -> Step:
    """`Space`: toggle 已收; stay while the original is still to be compared."""
    after = visit.set_mark(seen, row.key, checklist.receive(row))
    taken = row.mark.state is not RowState.RECEIVED
    settled = taken and not row.line.material.compares_original
    return Step(after, next_to_do(after, row.no) if settled else row.no)


def toggle(seen: Visit, no: int) -> Step:
    """A digit: toggle that row and stand on it."""
    row = _row(seen, no)
    return Step(visit.set_mark(seen, row.key, checklist.receive(row)), no)


def receive_all(seen: Visit, row: int) -> Step:
    """`A`: every plain row received, the cursor on the first that still needs an eye (UX-21)."""
    after = visit.receive_all(seen)
    to_compare = (r.no for r in visit.rows_of(after) if is_to_do(r) and r.compares)
    return Step(after, next(to_compare, 0) or next_to_do(after, 0) or row)


def compare(seen: Visit, row: Row) -> Step:
    """`Y`: the original was seen; again: it was not."""
    if row.mark.compared:
        return Step(visit.set_mark(seen, row.key, checklist.uncompare(row)), row.no)
    return _then_next(seen, row, checklist.compare(row))


def defer(seen: Visit, row: Row, due: str) -> Step:
    return _then_next(seen, row, checklist.defer(row, due))


def miss(seen: Visit, row: Row, reason: str) -> Step:
    return _then_next(seen, row, checklist.miss(row, reason))


def may_miss_rest(seen: Visit, left: Iterable[Blocker]) -> bool:
    """Tell whether the rows left may be missing all at once: a 视情形 one is a question first."""
    rows = (_row_of(seen, one) for one in left)
    return not any(
        row.mark.state is RowState.PENDING and row.line.material.necessity is Necessity.CONDITIONAL
        for row in rows
    )


def miss_rest(seen: Visit, left: Iterable[Blocker]) -> Visit:
    """Nothing more was brought: mark what `readiness.unjudged` found as missing.

    A paper that lies here uncompared lacks its original.
    """
    for one in left:
        row = _row_of(seen, one)
        here = row.mark.state is RowState.RECEIVED
        reason = reasons.NO_ORIGINAL if here else reasons.NOT_BROUGHT
        at = visit.select(seen, one.applicant_index)
        after = visit.set_mark(at, row.key, checklist.miss(row, reason))
        seen = visit.select(after, seen.current)
    return seen


def reject(seen: Visit, row: Row, reason: str) -> Step:
    return _then_next(seen, row, checklist.reject(row, reason))


def exempt(seen: Visit, row: Row, reason: str) -> Step:
    return _then_next(seen, row, checklist.exempt(row, reason))


def demand(seen: Visit, row: Row, reason: str) -> Step:
    """Ask for the paper all the same; stay on it, it comes next."""
    return Step(visit.set_mark(seen, row.key, checklist.demand(row, reason)), row.no)


def share(seen: Visit, row: Row) -> Step:
    return _then_next(seen, row, checklist.share(row))


def ask(seen: Visit, row: Row) -> Step:
    return Step(visit.set_mark(seen, row.key, checklist.ask(row)), row.no)


def answer(seen: Visit, row: Row, officer: str, may_receive: bool, words: str) -> Step:
    mark = checklist.answer(row, officer=officer, may_receive=may_receive, words=words)
    return _then_next(seen, row, mark)


def note(seen: Visit, row: Row, text: str) -> Step:
    return Step(visit.set_mark(seen, row.key, checklist.remark(row, text)), row.no)


def add_page(seen: Visit, row: Row, digest: str) -> Step:
    return Step(visit.set_mark(seen, row.key, checklist.add_page(row, digest)), row.no)


def drop_page(seen: Visit, row: Row) -> Step:
    """Take the last page of a row away, before it is scanned again."""
    return Step(visit.set_mark(seen, row.key, checklist.drop_page(row)), row.no)


def toggle_common(seen: Visit, row: Row) -> Step:
    """`U`: one paper serves every applicant of the sitting, or each brings their own."""
    if not seen.is_batch:
        raise NotAllowed("CHK-13", i=row.no)
    return Step(visit.toggle_common(seen, row), row.no)


def add_voluntary(seen: Visit, name: str, row: int) -> Step:
    return Step(visit.add_voluntary(seen, name), row)


def next_applicant(seen: Visit) -> Step | None:
    """`N`: the next applicant with something to do; None when all are ready."""
    found = visit.next_unfinished(seen)
    if found is None or found == seen.current:
        return None
    after = visit.select(seen, found)
    return Step(after, first_to_do(after))


WithReason = Callable[[Visit, Row, str], Step]


def give_reason(seen: Visit, chosen: Chosen, reason: str) -> Step:
    """Say why a matter without a list is taken in all the same."""
    return Step(visit.set_chosen(seen, msgspec.structs.replace(chosen, no_list_reason=reason)), 1)


def select_applicant(seen: Visit, index: int) -> Step:
    """Show the list of the applicant at `index`."""
    after = visit.select(seen, index)
    return Step(after, first_to_do(after))


def _then_next(seen: Visit, row: Row, mark: Mark) -> Step:
    after = visit.set_mark(seen, row.key, mark)
    return Step(after, next_to_do(after, row.no))


def _row_of(seen: Visit, blocker: Blocker) -> Row:
    return visit.rows_of(seen, seen.applicants[blocker.applicant_index])[blocker.row_no - 1]


def _row(seen: Visit, no: int) -> Row:
    rows = visit.rows_of(seen)
    if not 1 <= no <= len(rows):
        raise NotAllowed("CHK-14", i=no)
    return rows[no - 1]
