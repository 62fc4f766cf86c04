"""Nothing leaves the result counter while something is lacking, whatever is done in any order."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import pickup
from zcdesk.domain.person import Agency, Person
from zcdesk.domain.pickup import Lacking, Pickup

HER = Person(name="王桂兰", id_number="32021319880612001X")
OTHER = Person(name="李强", id_number="320213198806120028")
UNIT = Person(name="示例公司", id_number="91320213MA1EXAMPLE", is_unit=True)
WANTED = {"a": ("原证",), "b": (), "c": ("副本", "印章")}


def done(now: Pickup, **more: object) -> Pickup:
    return msgspec.structs.replace(now, **more)


STEPS = st.lists(
    st.sampled_from(
        (
            lambda now: pickup.arrive(now, HER),
            lambda now: pickup.arrive(now, OTHER),
            lambda now: done(now, compared=True),
            lambda now: done(now, authority="委托书"),
            lambda now: done(now, checked=True),
            lambda now: pickup.pick(now, "a"),
            lambda now: pickup.pick(now, "c"),
            lambda now: pickup.collect(now, 0),
            lambda now: pickup.collect(now, 1),
            lambda now: done(now, on_screen=True),
            lambda now: done(now, signed=True),
        )
    ),
    max_size=20,
)


@given(st.sampled_from((HER, UNIT)), STEPS)
def test_what_may_go_out_was_asked_for_in_full(applicant, steps) -> None:
    now = pickup.begin(applicant, WANTED, "c")
    for step in steps:
        now = step(now)
    if pickup.lacking(now) is not None:
        return
    assert now.came is not None
    assert now.compared
    assert now.picked
    assert set(now.to_collect) <= now.collected
    own = now.is_own and now.agency is Agency.SELF
    assert own or (now.authority and now.checked)
    assert now.signed or not now.on_screen


def test_the_applicant_gets_everything_and_a_stranger_begins_with_what_was_scanned() -> None:
    now = pickup.begin(HER, WANTED, "c")
    assert pickup.arrive(now, HER).picked == ("a", "b", "c")
    assert pickup.arrive(now, OTHER).agency is Agency.AGENT
    assert len(pickup.arrive(now, OTHER).picked) == 1


def test_another_card_takes_back_what_was_said_of_the_first() -> None:
    now = done(pickup.arrive(pickup.begin(HER, WANTED), HER), compared=True, signed=True)
    again = pickup.arrive(now, OTHER)
    assert not again.compared
    assert not again.signed
    assert pickup.lacking(again) is Lacking.COMPARE


def test_a_unit_never_comes_itself() -> None:
    now = pickup.begin(UNIT, WANTED)
    assert now.agency is Agency.UNIT_CLERK
    assert not pickup.arrive(now, UNIT).is_own
