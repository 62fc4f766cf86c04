"""Windows: their kind, scope and mode, what they are lent for a time, who sits there."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.matter import Matter
from zcdesk.domain.typed import Typed


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
        categories: its scope; without any, and without `matters`, it takes everything (无差别).
        matters: keys of single matters it takes beside its categories, or alone (专业、主题窗口).
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
        if self.takes_all:
            return "无差别"
        if self.kind is WindowKind.RESULT:
            return "只出件"
        single = f"另 {len(self.matters)} 项" if self.categories else f"{len(self.matters)} 项"
        return "、".join((*self.categories, *((single,) if self.matters else ())))

    @property
    def takes_all(self) -> bool:
        """Whether nothing bounds what it takes in; a window that only issues takes in nothing."""
        return self.kind is not WindowKind.RESULT and not (self.categories or self.matters)

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
        """Whether its own scope has a ticket's category or matter; empty is anybody's.

        综合出件 compares, issues and posts results; it takes in nothing (S1).
        """
        return self.kind is not WindowKind.RESULT and (
            self.takes_all
            or not category
            or category in self.categories
            or (bool(matter) and matter in self.matters)
        )

    def takes(self, matter: Matter) -> bool:
        """Whether its own scope has a matter, by any of the matter's categories or by itself."""
        return any(self.covers(category.value, matter.key) for category in matter.categories)


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
    originals: tuple[Typed, ...] = ()
    seals: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    remark: Typed = ""


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
