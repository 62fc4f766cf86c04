"""Hall, policies, windows and clerks after their acts."""

from __future__ import annotations

from fix_acts import act_on

from zcdesk.domain.act import Body
from zcdesk.domain.hall import (
    Clerk,
    ClerkOff,
    ClerkOn,
    ClerkSet,
    CustodyHanded,
    Hall,
    HallSet,
    IntakePolicy,
    Policy,
    PolicySet,
    Revealed,
    Role,
    Window,
    WindowKind,
    WindowMode,
    WindowModeSet,
    WindowSet,
    fold_clerk,
    fold_hall,
    fold_policy,
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
        staff_no="0312", name="张敏", roles=(Role.CLERK, Role.GUIDE), window="3"
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


def test_hall_and_policy_are_what_was_set_last() -> None:
    hall = Hall(id="hall-320213", name="示例区政务服务中心", region="320213")
    policy = Policy(intake=IntakePolicy(one_form=False))
    assert fold_hall(None, act_on("window:3", HallSet(hall=hall)), HallSet(hall=hall)) == hall
    assert fold_hall(hall, act_on("window:3", SET), SET) is hall
    assert fold_policy(None, act_on("window:3", SET), PolicySet(policy=policy)) == policy
    assert fold_policy(policy, act_on("window:3", SET), SET) is policy
