"""更正 as a clerk says it: one item and its right value; and 并案 by the other case's number."""

from __future__ import annotations

from typing import Any

import msgspec

from zcdesk.domain.case import Case, Delivery
from zcdesk.domain.custody import Content, Hand, held
from zcdesk.domain.identity import IdKind, check_id, mask_id, mask_name, mask_phone
from zcdesk.domain.papers_counter import Change
from zcdesk.domain.phone import check_phone
from zcdesk.errors import NotAllowed
from zcdesk.operations import casework, mending, worklists
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


def merge(session: Session, case_id: str, into: str, reason: str) -> Case:
    """并案 into the case of that number."""
    found = worklists.by_number(session, into)
    if len(found) != 1:
        raise NotAllowed("CAS-06")
    return mending.merge(session, case_id, found[0].case, reason)


def return_all(session: Session, case_id: str, occasion: str, waybill: str = "") -> Done:
    """材料退还 of everything this window may give back of a case."""
    with session.reading() as store:
        case = casework.case_of(store, case_id)
    return mending.return_papers(session, case_id, returnable(case), occasion, waybill)


def arrived(session: Session, case_id: str, *, came_back: bool) -> Case:
    """Returned papers that were on their way arrived, or came back."""
    with session.reading() as store:
        case = casework.case_of(store, case_id)
    moving = tuple(b.no for b in case.bundles if b.hand is Hand.POST)
    return mending.papers_arrived(session, case_id, moving, came_back=came_back)


def returnable(case: Case) -> tuple[int, ...]:
    """Return the bundles of materials to give back: those at hand, else those in the department."""
    at_hand = held(case.bundles, {Hand.WINDOW, Hand.COUNTER}, {Content.MATERIALS})
    away = held(case.bundles, {Hand.DEPARTMENT}, {Content.MATERIALS})
    return tuple(b.no for b in at_hand or away)


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
