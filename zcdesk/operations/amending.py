"""更正 as a clerk says it: one item and its right value; and 并案 by the other case's number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from zcdesk.domain.case import Case, CaseMaterial, Delivery
from zcdesk.domain.checklist import RowState
from zcdesk.domain.custody import Hand
from zcdesk.domain.identity import IdKind, check_id, mask_id, mask_name, mask_phone
from zcdesk.domain.papers_counter import Change
from zcdesk.domain.phone import check_phone
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, mending, papers, worklists
from zcdesk.operations.casework import Done
from zcdesk.operations.session import Session

NAME, NUMBER, PHONE, ADDRESS, DELIVERY = "姓名", "证件号码", "手机号码", "联系地址", "领取方式"
ITEMS = (PHONE, NAME, NUMBER, ADDRESS, DELIVERY)
"""What can be put right; the words stand in the record and on the corrected receipt."""

_FIELDS = {NAME: "name", NUMBER: "id_number", PHONE: "phone", ADDRESS: "address"}


def amend(
    session: Session, case_id: str, item: str, value: str, reason: str, *, approver: str = ""
) -> Done:
    """Put one item right; the old receipt is void and the corrected one cites it.

    Args:
        value: in clear; for 领取方式 `窗口自取` or `邮寄送达`.

    Raises:
        NotAllowed: MND-02 nothing changed, MND-05 not a number of its kind.
    """
    said = value.strip()
    with session.reading() as store:
        case = casework.case_of(store, case_id)
        person = casework.particulars(store, case).applicant
    if item == DELIVERY:
        wanted = Delivery(by_post=said == Delivery(by_post=True).text)
        now = case.intake.delivery
        if wanted == now or said not in (Delivery().text, Delivery(by_post=True).text):
            raise NotAllowed("MND-02")
        change = Change(no=1, item=item, before=now.text, after=wanted.text)
        named: dict[str, Any] = {"approver": approver, "delivery": wanted}
        return mending.amend(session, case_id, reason, (change,), **named)
    field = _FIELDS[item]
    before = str(getattr(person, field))
    if not said or said == before:
        raise NotAllowed("MND-02")
    _must_fit(item, said, person.id_kind)
    change = Change(no=1, item=item, before=_masked(item, before), after=_masked(item, said))
    right: dict[str, Any] = {field: said}
    corrected = msgspec.structs.replace(person, **right)
    named = {"approver": approver, "applicant": corrected}
    return mending.amend(session, case_id, reason, (change,), **named)


class RightRow(msgspec.Struct, frozen=True, kw_only=True):
    """How a row of the list should have been recorded; 0 copies = it was not handed in.

    Attributes:
        compared: the copy was held against its original.
    """

    key: str
    given: int
    compared: bool = False


MOST_COPIES = 99


def amendable(case: Case) -> tuple[CaseMaterial, ...]:
    """Return the rows that can be put right; a promised paper is supplemented, not amended."""
    return tuple(m for m in case.materials if m.state is not RowState.DEFERRED)


def amend_materials(
    session: Session,
    case_id: str,
    rows: Iterable[RightRow],
    reason: str,
    *,
    approver: str = "",
) -> Done:
    """Put rows of the list right, all on one corrected receipt; custody follows the new list.

    Raises:
        NotAllowed: MND-02 nothing changed, MND-06 not a row of this case or too many copies.
    """
    with session.reading() as store:
        case = casework.case_of(store, case_id)
    right = {row.key: row for row in rows}
    if not right.keys() <= {m.key for m in amendable(case)}:
        raise NotAllowed("MND-06")
    if any(not 0 <= row.given <= MOST_COPIES for row in right.values()):
        raise NotAllowed("MND-06")
    was = case.materials
    now = tuple(_right(m, right[m.key], reason) if m.key in right else m for m in was)
    said = [(a.name, _said(a), _said(b)) for a, b in zip(was, now, strict=True)]
    different = [one for one in said if one[1] != one[2]]
    changes = tuple(
        Change(no=no, item=name, before=before, after=after)
        for no, (name, before, after) in enumerate(different, 1)
    )
    return mending.amend(session, case_id, reason, changes, approver=approver, materials=now)


def _right(material: CaseMaterial, row: RightRow, reason: str) -> CaseMaterial:
    if not row.given:
        if not material.given and material.state is not RowState.RECEIVED:
            return material  # it never was recorded as handed in
        return msgspec.structs.replace(
            material, state=RowState.MISSING, given=0, compared=False, reason=reason
        )
    return msgspec.structs.replace(
        material, state=RowState.RECEIVED, given=row.given, compared=row.compared, reason=""
    )


def _said(material: CaseMaterial) -> str:
    """Say how a row stands, as the corrected receipt prints it."""
    said = papers.state_text(material)
    return f"{said} {material.given} 份" if material.given else said


def merge(session: Session, case_id: str, into: str, reason: str) -> Case:
    """并案 into the case of that number."""
    found = worklists.by_number(session, into)
    if len(found) != 1:
        raise NotAllowed("CAS-06")
    return mending.merge(session, case_id, found[0].case, reason)


def arrived(session: Session, case_id: str, *, came_back: bool) -> Case:
    """Returned papers that were on their way arrived, or came back."""
    with session.reading() as store:
        case = casework.case_of(store, case_id)
    moving = tuple(b.no for b in case.bundles if b.hand is Hand.POST)
    return mending.papers_arrived(session, case_id, moving, came_back=came_back)


def _must_fit(item: str, value: str, id_kind: str) -> None:
    found: tuple[Any, ...] = ()
    if item == PHONE:
        found = check_phone(value).problems
    elif item == NUMBER:
        found = check_id(IdKind(id_kind or IdKind.RESIDENT), value).problems
    if found:
        raise NotAllowed("MND-05", item=item)


def _masked(item: str, value: str) -> str:
    match item:
        case "姓名":
            return mask_name(value)
        case "证件号码":
            return mask_id(value)
        case "手机号码":
            return mask_phone(value) if value else "—"
        case _:
            return value[:6] + "…" if len(value) > 6 else value or "—"
