"""Hall, policies, windows and clerks after their acts."""

from __future__ import annotations

from datetime import datetime

from fix_acts import act_on

from zcdesk.domain.act import Body
from zcdesk.domain.hall import (
    Clerk,
    ClerkOff,
    ClerkOn,
    ClerkSet,
    Hall,
    HallSet,
    Revealed,
    Role,
    fold_clerk,
    fold_hall,
)
from zcdesk.domain.window import (
    CustodyHanded,
    ModeChange,
    Window,
    WindowKind,
    WindowLent,
    WindowMode,
    WindowModeSet,
    WindowReturned,
    WindowSet,
    fold_window,
)

AT = "2026-11-24T10:00:00+08:00"


def window(*bodies: Body) -> Window | None:
    state: Window | None = None
    for body in bodies:
        state = fold_window(state, act_on("window:3", body), body)
    return state


def clerk(*bodies: Body) -> Clerk | None:
    state: Clerk | None = None
    for body in bodies:
        state = fold_clerk(state, act_on("window:3", body), body)
    return state


SET = WindowSet(number="3", window_kind=WindowKind.FIELD, categories=("社会民生",))
HIRED = ClerkSet(staff_no="0312", name="张敏", roles=(Role.CLERK, Role.GUIDE))


def test_a_window_opens_pauses_and_closes_with_who_and_when() -> None:
    paused = window(SET, WindowModeSet(mode=WindowMode.PAUSED, reason="用餐"))
    assert paused == Window(
        number="3",
        kind=WindowKind.FIELD,
        categories=("社会民生",),
        mode=WindowMode.PAUSED,
        reason="用餐",
        clerk="0312",
        since=AT,
        scoped_by="0312",
        scoped_at=AT,
        scopings=1,
        changes=(ModeChange(AT, WindowMode.PAUSED, "用餐"),),
    )


def test_a_window_set_anew_goes_on_as_it_was() -> None:
    wider = WindowSet(number="3", favourites=("1-2",))
    found = window(SET, WindowModeSet(mode=WindowMode.OPEN), wider)
    assert found is not None
    assert (found.mode, found.categories, found.favourites) == (WindowMode.OPEN, (), ("1-2",))
    assert (found.kind, found.scope_text) == (WindowKind.GENERAL, "无差别")


def test_acts_on_an_unknown_window_or_clerk_leave_nothing() -> None:
    assert window(WindowModeSet(mode=WindowMode.OPEN), CustodyHanded(to_clerk="0313")) is None
    assert clerk(ClerkOn(window="3"), ClerkOff(window="3")) is None


def test_custody_passes_to_the_taker() -> None:
    found = window(SET, CustodyHanded(to_clerk="0313"))
    assert found is not None
    assert found.clerk == "0313"


def test_a_clerk_comes_and_goes_and_may_be_named_anew() -> None:
    assert clerk(HIRED, ClerkOn(window="3")) == Clerk(
        staff_no="0312", name="张敏", roles=(Role.CLERK, Role.GUIDE), window="3", secret_at=AT
    )
    found = clerk(HIRED, ClerkOn(window="3"), ClerkSet(staff_no="0312", name="张敏敏"))
    assert found is not None
    assert (found.name, found.window, found.roles) == ("张敏敏", "3", (Role.CLERK,))
    gone = clerk(HIRED, ClerkOn(window="3"), ClerkOff(window="3"))
    assert gone is not None
    assert gone.window == ""


def test_looking_at_a_masked_field_changes_nobody() -> None:
    assert clerk(HIRED, Revealed(field="phone", about="s1")) == clerk(HIRED)
    assert window(SET, Revealed(field="phone")) == window(SET)


def test_the_hall_is_what_was_set_last() -> None:
    hall = Hall(id="hall-320213", name="示例区政务服务中心", region="320213")
    assert fold_hall(None, act_on("window:3", HallSet(hall=hall)), HallSet(hall=hall)) == hall
    assert fold_hall(hall, act_on("window:3", SET), SET) is hall


def test_a_lent_scope_ends_by_the_clock_and_the_latest_decision_holds() -> None:
    first = WindowLent(categories=("人社服务",), start=AT, until="2026-11-24T12:00:00+08:00")
    second = WindowLent(
        categories=("社会民生", "市场准入"),
        matters=("4-1",),
        start="2026-11-24T11:00:00+08:00",
        until="2026-11-24T13:00:00+08:00",
    )
    lent = window(SET, first, second)
    assert lent is not None

    def scope(clock: str) -> tuple[str, ...]:
        return lent.at(datetime.fromisoformat(f"2026-11-24T{clock}+08:00")).categories

    assert scope("09:59:59") == ("社会民生",)
    assert scope("10:00:00") == ("人社服务",)
    assert scope("11:00:00") == ("社会民生", "市场准入")
    assert scope("12:59:59") == ("社会民生", "市场准入")
    assert scope("13:00:00") == ("社会民生",)
    late = lent.at(datetime.fromisoformat("2026-11-24T12:30:00+08:00"))
    assert late.covers("投资建设", "4-1")
    assert not late.covers("投资建设", "4-2")
    back = window(SET, first, second, WindowReturned())
    assert back is not None
    assert back.lent == ()


def test_a_window_keeps_the_changes_of_one_day_and_the_last_before() -> None:
    state: Window | None = fold_window(None, act_on("window:3", SET), SET)
    for at in ("2026-11-23T08:30", "2026-11-23T17:30", "2026-11-24T08:30", "2026-11-24T12:00"):
        body = WindowModeSet(mode=WindowMode.OPEN)
        state = fold_window(state, act_on("window:3", body, at=f"{at}:00+08:00"), body)
    assert state is not None
    assert [change.at[:16] for change in state.changes] == [
        "2026-11-23T17:30",
        "2026-11-24T08:30",
        "2026-11-24T12:00",
    ]
