"""A case (办件): what was taken in, under which version, with which papers.

Personal values are not in here: `applicant` and `presenter` are references to records the store
keeps beside the acts and can erase.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.checklist import RowState
from zcdesk.domain.matter import Unit
from zcdesk.domain.person import Agency, Person


class CaseState(StrEnum):
    RECEIVED = "received"


class PersonRef(msgspec.Struct, frozen=True, kw_only=True):
    """Where a personal record is, and its salted digest."""

    ref: str
    digest: str


class Particulars(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The personal record of one case: kept encrypted beside the act under its own key."""

    applicant: Person
    presenter: Person | None = None
    form: dict[str, str] = {}
    address: str = ""


class FeeState(StrEnum):
    """The program takes no money: it records codes and states."""

    NONE = "不收费"
    DUE = "待缴"
    PAID = "已缴"
    REDUCED = "减免"
    REFUNDED = "已退"
    UNKNOWN = "结果未知"


class Fee(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `code` 缴款码, `receipt` number of the 非税票据, `reason` of a reduction."""

    state: FeeState = FeeState.NONE
    code: str = ""
    receipt: str = ""
    reason: str = ""


class Delivery(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How the result is wanted; the post address is a personal value."""

    by_post: bool = False

    @property
    def text(self) -> str:
        return "邮寄送达" if self.by_post else "窗口自取"


class CaseMaterial(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One paper of a case as it stood at intake."""

    key: str
    name: str
    form: str
    due_count: int
    given: int = 0
    state: RowState
    compared: bool = False
    reason: str = ""
    due: str = ""
    signed: str = ""
    demanded: bool = False
    demand_reason: str = ""
    officer: str = ""
    answer: str = ""
    pages: tuple[str, ...] = ()
    since: str = ""
    shared_by_all: bool = False
    voluntary: bool = False
    note: str = ""


class CaseReceived(Body, frozen=True, kw_only=True):
    """收件.

    Attributes:
        number: case number; `receipt` the number printed on the notice.
        insisted: 坚持递交, taken in with a 材料接收凭证.
        handover_due: ISO time by which the department fetches the paper.
        latest: ISO date of 最迟, empty where no limit is known.
        manual_identity: typed, not read: printed on the hand-over copy.
    """

    kind: ClassVar[str] = "case.received"
    number: str
    receipt: str
    sitting: str
    ticket: str = ""
    window: str
    matter: str
    matter_version: int
    matter_name: str
    department: str
    promised_days: int | None = None
    unit: Unit = Unit.WORKING
    sample: bool = False
    applicant: PersonRef
    agency: Agency = Agency.SELF
    materials: tuple[CaseMaterial, ...] = ()
    no_list_reason: str = ""
    insisted: bool = False
    handover_due: str = ""
    latest: str = ""
    provisional: bool = False
    delivery: Delivery = Delivery()
    fee: Fee = Fee()
    query_code: str = ""
    manual_identity: bool = False
    simulated: bool = False


class Case(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a case is after its acts."""

    id: str
    state: CaseState
    received_at: str
    clerk: str
    intake: CaseReceived

    @property
    def deferred(self) -> tuple[CaseMaterial, ...]:
        """Materials promised and not yet in."""
        return tuple(m for m in self.intake.materials if m.state is RowState.DEFERRED)


def fold(state: Case | None, act: Act, body: Body) -> Case | None:
    if isinstance(body, CaseReceived) and state is None:
        return Case(
            id=act.subject.partition(":")[2],
            state=CaseState.RECEIVED,
            received_at=act.at,
            clerk=act.clerk,
            intake=body,
        )
    return state
