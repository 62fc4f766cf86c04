"""The hall, its policies, windows and clerks: acts and what they are after them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.calling import CallPolicy
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.message import MessagePolicy
from zcdesk.domain.platform_way import PlatformPolicy
from zcdesk.domain.queue import QueuePolicy


class Role(StrEnum):
    """Roles of rules.md 1; a clerk may hold several."""

    CLERK = "clerk"
    GUIDE = "guide"
    AGENT_OFFICER = "agent_officer"
    REVIEWER = "reviewer"
    CHIEF = "chief"
    RESULT_CLERK = "result_clerk"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class WindowKind(StrEnum):
    GENERAL = "综合受理"
    FIELD = "分领域综窗"
    SPECIAL = "专业窗口"
    THEME = "主题窗口"
    GREEN = "特殊窗口"
    ALL_ROUND = "全科窗口"
    RESULT = "综合出件"


class WindowMode(StrEnum):
    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class Hall(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `region` is six digits; `simulated` marks a demo hall on every paper."""

    id: str
    name: str
    region: str
    address: str = ""
    phone_consult: str = ""
    phone_complaint: str = ""
    hours: str = ""
    simulated: bool = False


class IntakePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy at the window.

    Attributes:
        one_form: application forms of several matters become one (一表).
        form_required: the one form must be complete before 收件; else the papers suffice.
        phone_required: a case needs a phone it can be told by; no card carries one.
        reuse_days: how long a paper handed in earlier counts as on file (已存); 0 = never.
        receipt_copies: copies of a receipt printed at once.
    """

    one_form: bool = True
    form_required: bool = False
    phone_required: bool = False
    reuse_days: int = 180
    receipt_copies: int = 1
    print_as: str = "escpos80"


class LockPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Seconds without input until the window locks; failures until a clerk is locked out."""

    idle_seconds: int = 120
    serving_seconds: int = 300
    failures: int = 5
    lockout_minutes: int = 10


class CasePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy after the visit.

    Attributes:
        mend_needs_approval: amending or voiding after the hand-over needs a supervisor.
        retention: how long a case file is kept where its matter says nothing.
        record_days: how long a one-PC hall keeps personal records after a case's last act; 0 =
            for good. A hall with a server has its schedule there.
    """

    mend_needs_approval: bool = True
    retention: str = "30年"
    record_days: int = 0


class Policy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every hall policy in one value: what halls decide differently is never a constant."""

    limits: LimitPolicy = LimitPolicy()
    queue: QueuePolicy = QueuePolicy()
    calling: CallPolicy = CallPolicy()
    intake: IntakePolicy = IntakePolicy()
    lock: LockPolicy = LockPolicy()
    messages: MessagePolicy = MessagePolicy()
    platform: PlatformPolicy = PlatformPolicy()
    case: CasePolicy = CasePolicy()


class Window(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `categories` is its scope; empty means every category (无差别)."""

    number: str
    kind: WindowKind = WindowKind.GENERAL
    categories: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()
    mode: WindowMode = WindowMode.CLOSED
    reason: str = ""
    clerk: str = ""
    since: str = ""

    @property
    def scope_text(self) -> str:
        return "、".join(self.categories) or "无差别"


class Clerk(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `departments` are those a reviewer or chief representative acts for."""

    staff_no: str
    name: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()
    scale: float = 1.0
    window: str = ""
    active: bool = True


class HallSet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "hall.set"
    hall: Hall


class PolicySet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "policy.set"
    policy: Policy


class WindowSet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "window.set"
    number: str
    window_kind: WindowKind = WindowKind.GENERAL
    categories: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()


class WindowModeSet(Body, frozen=True, kw_only=True):
    """Opened, paused with a reason, or closed."""

    kind: ClassVar[str] = "window.mode"
    mode: WindowMode
    reason: str = ""


class CustodyHanded(Body, frozen=True, kw_only=True):
    """A 交接班单 both signed: open visits, parked papers, originals, seals and blanks."""

    kind: ClassVar[str] = "window.custody"
    to_clerk: str
    tickets: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    seals: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    remark: str = ""


class ClerkSet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "clerk.set"
    staff_no: str
    name: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()


class ClerkOn(Body, frozen=True, kw_only=True):
    """Logged in at a window; `stand_in` = B岗顶岗."""

    kind: ClassVar[str] = "clerk.on"
    window: str
    stand_in: bool = False
    verifier: int = 0


class ClerkOff(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "clerk.off"
    window: str
    reason: str = ""


class Revealed(Body, frozen=True, kw_only=True):
    """A masked field was shown in clear; which one, of which sitting, never its content."""

    kind: ClassVar[str] = "clerk.revealed"
    field: str
    about: str = ""


def fold_hall(state: Hall | None, act: Act, body: Body) -> Hall | None:
    return body.hall if isinstance(body, HallSet) else state


def fold_policy(state: Policy | None, act: Act, body: Body) -> Policy | None:
    return body.policy if isinstance(body, PolicySet) else state


def fold_window(state: Window | None, act: Act, body: Body) -> Window | None:
    """A window set anew keeps its mode; acts on an unknown window leave nothing."""
    match body:
        case WindowSet():
            old = state or Window(number=body.number)
            return msgspec.structs.replace(
                old,
                kind=body.window_kind,
                categories=body.categories,
                favourites=body.favourites,
            )
        case WindowModeSet() if state is not None:
            return msgspec.structs.replace(
                state, mode=body.mode, reason=body.reason, clerk=act.clerk, since=act.at
            )
        case CustodyHanded() if state is not None:
            return msgspec.structs.replace(state, clerk=body.to_clerk)
        case _:
            return state


def fold_clerk(state: Clerk | None, act: Act, body: Body) -> Clerk | None:
    match body:
        case ClerkSet():
            old = state or Clerk(staff_no=body.staff_no, name=body.name)
            return msgspec.structs.replace(
                old, name=body.name, roles=body.roles, departments=body.departments
            )
        case ClerkOn() if state is not None:
            return msgspec.structs.replace(state, window=body.window)
        case ClerkOff() if state is not None:
            return msgspec.structs.replace(state, window="")
        case _:
            return state
