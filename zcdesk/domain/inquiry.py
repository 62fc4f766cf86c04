"""Complaints and consultations (投诉、咨询): recorded with their channel, passed on, answered.

Who asked and the words they used are a personal record beside the act; an act holds what can be
counted. One life for both: a question answered at once ends at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.case_parts import PersonRef
from zcdesk.domain.typed import Typed


class InquiryKind(StrEnum):
    COMPLAINT = "投诉"
    CONSULTATION = "咨询"


class InquiryChannel(StrEnum):
    """How it came; the value is its word."""

    WINDOW = "窗口"
    HOTLINE = "12345 热线"
    PHONE = "大厅电话"
    BOX = "意见箱"
    ONLINE = "网上"


class Topic(StrEnum):
    """What a complaint is about."""

    ATTITUDE = "服务态度"
    WAITING = "等候时间"
    MATERIALS = "材料要求"
    DELAY = "超期未办"
    RESULT = "办理结果"
    OTHER = "其他"


class InquiryState(StrEnum):
    """Where it stands; the value is its word."""

    RECORDED = "待处理"
    FORWARDED = "已转办"
    ANSWERED = "待告知"
    CLOSED = "已办结"

    @property
    def is_open(self) -> bool:
        return self is not InquiryState.CLOSED


class Asker(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The personal record: who asked, how to reach them, in their own words."""

    name: str = ""
    phone: str = ""
    text: str = ""


class InquiryRecorded(Body, frozen=True, kw_only=True):
    """It came.

    Attributes:
        number: of the hotline's own work order, or of the hall's register.
        page: key of the matter whose handbook page was shown or is asked about.
        about: staff number or case number it is about, if said.
        due: ISO time by which it is to be answered.
        answered: it was answered on the spot.
    """

    kind: ClassVar[str] = "inquiry.recorded"
    of: InquiryKind
    channel: InquiryChannel
    asker: PersonRef
    window: str = ""
    topic: Topic | None = None
    number: str = ""
    page: str = ""
    about: Typed = ""
    due: str
    answered: bool = False
    simulated: bool = False


class InquiryForwarded(Body, frozen=True, kw_only=True):
    """Passed to a department, or on to another one; its contact answers."""

    kind: ClassVar[str] = "inquiry.forwarded"
    department: str
    contact: Typed = ""
    reason: Typed = ""


class InquiryAnswered(Body, frozen=True, kw_only=True):
    """`upheld`: whether a complaint was found true."""

    kind: ClassVar[str] = "inquiry.answered"
    text: Typed
    upheld: bool = False
    department: str = ""


class InquiryTold(Body, frozen=True, kw_only=True):
    """Whoever asked was told the answer, and how they took it."""

    kind: ClassVar[str] = "inquiry.told"
    content: bool
    note: Typed = ""


_S = InquiryState
TABLE: Mapping[type[Body], frozenset[InquiryState]] = MappingProxyType(
    {
        InquiryForwarded: frozenset({_S.RECORDED, _S.FORWARDED}),
        InquiryAnswered: frozenset({_S.RECORDED, _S.FORWARDED}),
        InquiryTold: frozenset({_S.ANSWERED}),
    }
)
"""Act → the states in which it may be done; it is recorded only once."""


class Inquiry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A complaint or consultation after its acts.

    Attributes:
        answered_at: of the first answer, by which its limit is judged.
    """

    id: str
    recorded: InquiryRecorded
    at: str
    by: str
    state: InquiryState = InquiryState.RECORDED
    department: str = ""
    contact: str = ""
    answer: str = ""
    upheld: bool = False
    answered_at: str = ""
    content: bool | None = None
    ended_at: str = ""

    @property
    def in_time(self) -> bool | None:
        """Whether it was answered inside its limit; None while it is not answered."""
        return self.answered_at <= self.recorded.due if self.answered_at else None


def fold(state: Inquiry | None, act: Act, body: Body) -> Inquiry | None:
    """Apply one act; one that may not be done in the state changes nothing."""
    if state is None:
        return _recorded(act, body) if isinstance(body, InquiryRecorded) else None
    if state.state not in TABLE.get(type(body), frozenset()):
        return state
    replace = msgspec.structs.replace
    match body:
        case InquiryForwarded():
            department, contact = body.department, body.contact
            return replace(state, state=_S.FORWARDED, department=department, contact=contact)
        case InquiryAnswered():
            return replace(
                state,
                state=_S.ANSWERED,
                answer=body.text,
                upheld=body.upheld,
                answered_at=state.answered_at or act.at,
            )
        case InquiryTold():
            return replace(state, state=_S.CLOSED, content=body.content, ended_at=act.at)
        case _:
            return state


def _recorded(act: Act, body: InquiryRecorded) -> Inquiry:
    at = act.at if body.answered else ""
    return Inquiry(
        id=act.subject.partition(":")[2],
        recorded=body,
        at=act.at,
        by=act.clerk,
        state=_S.CLOSED if body.answered else _S.RECORDED,
        answered_at=at,
        ended_at=at,
    )
