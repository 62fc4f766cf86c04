"""The hall, its policies, windows and clerks: acts and what they are after them."""

from __future__ import annotations

from datetime import datetime
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


class ModeChange(msgspec.Struct, frozen=True, omit_defaults=True):
    """A window was opened, paused or closed: when, and what it has been since."""

    at: str
    mode: WindowMode
    reason: str = ""


class Lent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Another scope for a time; it ends by the clock alone, nobody has to take it back.

    Attributes:
        categories, matters: the whole scope meanwhile, as in `Window`.
        start, until: ISO times; it holds from the one up to the other.
        by: staff number of who decided it.
    """

    categories: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    start: str
    until: str
    by: str = ""

    def holds(self, now: datetime) -> bool:
        """Whether it is in force."""
        return datetime.fromisoformat(self.start) <= now < datetime.fromisoformat(self.until)


class Window(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a window is after its acts.

    Attributes:
        categories: its scope; empty means every category (无差别).
        matters: keys of single matters it takes beside its categories.
        lent: other scopes for a time, begun or planned, the latest decision last.
        scoped_by, scoped_at: who changed its scope last, and when; scopings: how often so far.
        changes: of its mode on the day of the last one, after the last one of the day before.
    """

    number: str
    kind: WindowKind = WindowKind.GENERAL
    categories: tuple[str, ...] = ()
    favourites: tuple[str, ...] = ()
    mode: WindowMode = WindowMode.CLOSED
    reason: str = ""
    clerk: str = ""
    since: str = ""
    matters: tuple[str, ...] = ()
    lent: tuple[Lent, ...] = ()
    scoped_by: str = ""
    scoped_at: str = ""
    scopings: int = 0
    changes: tuple[ModeChange, ...] = ()

    @property
    def scope_text(self) -> str:
        return "、".join(self.categories) or "无差别"

    def lent_at(self, now: datetime) -> Lent | None:
        """Return the scope it has only for a time, if there is one now; the latest decision."""
        return next((lent for lent in reversed(self.lent) if lent.holds(now)), None)

    def at(self, now: datetime) -> Window:
        """Return the window with the scope it has at a time."""
        lent = self.lent_at(now)
        if lent is None:
            return self
        return msgspec.structs.replace(self, categories=lent.categories, matters=lent.matters)

    def covers(self, category: str, matter: str = "") -> bool:
        """Whether its own scope has a ticket's category or matter; empty is anybody's."""
        return (
            not self.categories
            or not category
            or category in self.categories
            or (bool(matter) and matter in self.matters)
        )


class Clerk(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `departments` are those a reviewer or chief representative acts for;
    `secret_at` when the secret was set, empty = before that was noted."""

    staff_no: str
    name: str
    roles: tuple[Role, ...] = (Role.CLERK,)
    departments: tuple[str, ...] = ()
    scale: float = 1.0
    window: str = ""
    active: bool = True
    secret_at: str = ""


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
    matters: tuple[str, ...] = ()


class WindowLent(Body, frozen=True, kw_only=True):
    """The window has another scope for a time, from the next call on."""

    kind: ClassVar[str] = "window.lent"
    categories: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()
    start: str
    until: str


class WindowReturned(Body, frozen=True, kw_only=True):
    """Every other scope of the window ends now, before its time (撤销)."""

    kind: ClassVar[str] = "window.returned"


class WindowModeSet(Body, frozen=True, kw_only=True):
    """Opened, paused with a reason, or closed.

    Attributes:
        from_afar: by the duty manager; whose window it is stays as it was.
    """

    kind: ClassVar[str] = "window.mode"
    mode: WindowMode
    reason: str = ""
    from_afar: bool = False


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
                matters=body.matters,
                scoped_by=act.clerk,
                scoped_at=act.at,
                scopings=old.scopings + 1,
            )
        case WindowModeSet() if state is not None:
            return msgspec.structs.replace(
                state,
                mode=body.mode,
                reason=body.reason,
                clerk=state.clerk if body.from_afar else act.clerk,
                since=act.at,
                changes=_changes(state, act, body),
            )
        case WindowLent() if state is not None:
            lent = Lent(
                categories=body.categories,
                matters=body.matters,
                start=body.start,
                until=body.until,
                by=act.clerk,
            )
            now = datetime.fromisoformat(act.at)
            kept = (old for old in state.lent if datetime.fromisoformat(old.until) > now)
            return msgspec.structs.replace(
                state,
                lent=(*kept, lent),
                scoped_by=act.clerk,
                scoped_at=act.at,
                scopings=state.scopings + 1,
            )
        case WindowReturned() if state is not None:
            return msgspec.structs.replace(
                state,
                lent=(),
                scoped_by=act.clerk,
                scoped_at=act.at,
                scopings=state.scopings + 1,
            )
        case CustodyHanded() if state is not None:
            return msgspec.structs.replace(state, clerk=body.to_clerk)
        case _:
            return state


def _changes(state: Window, act: Act, body: WindowModeSet) -> tuple[ModeChange, ...]:
    day = act.at[:10]
    before = tuple(change for change in state.changes if change.at[:10] < day)
    today = tuple(change for change in state.changes if change.at[:10] >= day)
    return (*before[-1:], *today, ModeChange(act.at, body.mode, body.reason))


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
