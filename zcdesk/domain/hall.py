"""The hall, its policies and clerks: acts and what they are after them."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.calling import CallPolicy
from zcdesk.domain.entry_systems import EntryPolicy
from zcdesk.domain.figures import FigurePolicy
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.message import MessagePolicy
from zcdesk.domain.platform_way import PlatformPolicy
from zcdesk.domain.queue import QueuePolicy
from zcdesk.domain.secret import LockPolicy, SecretChanged


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
    SECURITY = "security"


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


class CasePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy after the visit.

    Attributes:
        mend_needs_approval: amending or voiding after the hand-over needs a supervisor.
        retention: how long a case file is kept where its matter says nothing.
        record_days: how long a one-PC hall keeps personal records after a case's last act; 0 =
            for good. A hall with a server has its schedule there.
        shelves, places: names of the shelves of the result counter, and how many places each has.
        screen_signature: receivers sign on the citizen's screen where there is one, else on paper.
        unclaimed_days: after how many days a result nobody fetched is recalled.
    """

    mend_needs_approval: bool = True
    retention: str = "30年"
    record_days: int = 0
    shelves: tuple[str, ...] = ("A", "B", "C", "D")
    places: int = 60
    screen_signature: bool = False
    unclaimed_days: int = 15


class Policy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Every hall policy in one value: what halls decide differently is never a constant."""

    limits: LimitPolicy = LimitPolicy()
    queue: QueuePolicy = QueuePolicy()
    calling: CallPolicy = CallPolicy()
    intake: IntakePolicy = IntakePolicy()
    lock: LockPolicy = LockPolicy()
    messages: MessagePolicy = MessagePolicy()
    platform: PlatformPolicy = PlatformPolicy()
    entry: EntryPolicy = EntryPolicy()
    case: CasePolicy = CasePolicy()
    figures: FigurePolicy = FigurePolicy()


class Clerk(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `departments` are those a reviewer or chief representative acts for;
    `secret_at` when the secret was set, empty = before that was noted."""

    staff_no: str
    name: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()
    window: str = ""
    active: bool = True
    secret_at: str = ""


class TextSize(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The text size somebody works with at whatever PC (ux 4.6); 1.0, 1.25 or 1.5.

    Its subject is `size:` and the staff number, not the clerk's own: a station of the version
    before, which does not know it, goes on recording who comes and goes.
    """

    scale: float


class HallSet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "hall.set"
    hall: Hall


class PolicySet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "policy.set"
    policy: Policy


class ClerkSet(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "clerk.set"
    staff_no: str
    name: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()
    active: bool = True


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


class TextSizeChosen(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "size.chosen"
    scale: float


class Revealed(Body, frozen=True, kw_only=True):
    """A masked field was shown in clear; which one, of which sitting, never its content."""

    kind: ClassVar[str] = "clerk.revealed"
    field: str
    about: str = ""


class Exported(Body, frozen=True, kw_only=True):
    """A table left the program as a file: which one, and how many rows; never its content."""

    kind: ClassVar[str] = "clerk.exported"
    what: str
    rows: int


def fold_hall(state: Hall | None, act: Act, body: Body) -> Hall | None:
    return body.hall if isinstance(body, HallSet) else state


def fold_size(state: TextSize | None, act: Act, body: Body) -> TextSize | None:
    return TextSize(scale=body.scale) if isinstance(body, TextSizeChosen) else state


def fold_clerk(state: Clerk | None, act: Act, body: Body) -> Clerk | None:
    match body:
        case ClerkSet():
            old = state or Clerk(staff_no=body.staff_no, name=body.name, secret_at=act.at)
            return msgspec.structs.replace(old, **msgspec.structs.asdict(body))
        case SecretChanged() if state is not None:
            return msgspec.structs.replace(state, secret_at=act.at)
        case ClerkOn() if state is not None:
            return msgspec.structs.replace(state, window=body.window)
        case ClerkOff() if state is not None:
            return msgspec.structs.replace(state, window="")
        case _:
            return state
