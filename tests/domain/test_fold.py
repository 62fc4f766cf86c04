"""One table of kinds, states and folds: complete, read back for ever, deaf to what is unknown."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from fix_acts import act_on
from hypothesis import given, settings
from hypothesis import strategies as st

from zcdesk.domain.act import Body, encode_body
from zcdesk.domain.fold import KINDS, STATES, decode_body, fold, subject_type
from zcdesk.domain.hall import Clerk, ClerkOn, Revealed
from zcdesk.domain.limits import LimitPolicy
from zcdesk.domain.ticket import Ticket, TicketTaken
from zcdesk.domain.window import Window

SUBJECTS = (
    "hall",
    "policy",
    "words",
    "window:3",
    "clerk:0312",
    "size:0312",
    "matter:1-1",
    "package:p-1",
    "proposal:1-1",
    "ticket:t",
    "sitting:s",
    "case:c",
    "rating:s",
    "inquiry:i",
    "deputy:d",
    "training:0312",
    "handover:h",
    "authority:a",
    "book:b",
    "booking:20261124-ABCDEF",
    "online:N-1",
    "parcel:EA1",
    "reentry:c/platform",
    "device:3/printer",
    "station:7K2",
    "release:0.2.0",
    "shift:s",
    "day:2026-11-24",
    "report:day/2026-11-24",
    "recovery",
    "escrow:00ff",
    "erasure:e",
)


# a policy refuses days that cannot be, so not any numbers will do
# a number that is none cannot be written as JSON; nothing counts one
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(LimitPolicy, st.builds(LimitPolicy, acceptance_days=st.integers(0, 9)))


def bodies(kind: type[Body]) -> st.SearchStrategy[Body]:
    return st.from_type(kind)


def test_every_body_class_is_listed_under_its_kind() -> None:
    def below(of: type[Body]) -> set[type[Body]]:
        return {of}.union(*(below(sub) for sub in of.__subclasses__()))

    ours = {c for c in below(Body) - {Body} if c.__module__.startswith("zcdesk.domain.")}
    assert set(KINDS.values()) == {body for body in ours if body.kind}
    assert all(kind == body.kind for kind, body in KINDS.items())


def test_every_subject_has_a_state_and_a_fold() -> None:
    assert {subject_type(subject) for subject in SUBJECTS} == set(STATES)
    assert subject_type("policy") == "policy"


@pytest.mark.parametrize("kind", sorted(KINDS))
@settings(max_examples=12)
@given(data=st.data())
def test_a_body_is_read_back_as_it_was_hashed(kind: str, data: st.DataObject) -> None:
    body = data.draw(bodies(KINDS[kind]))
    assert decode_body(act_on("ticket:t", body)) == body


@given(st.data())
def test_no_act_on_any_subject_breaks_its_state(data: st.DataObject) -> None:
    """Whatever is folded onto whatever, the state stays of its kind and can be stored."""
    subject = data.draw(st.sampled_from(SUBJECTS))
    state: Any = None
    for _ in range(data.draw(st.integers(1, 4))):
        body = data.draw(bodies(KINDS[data.draw(st.sampled_from(sorted(KINDS)))]))
        state = fold(state, act_on(subject, body), body)
    if state is not None:
        assert type(state) is STATES[subject_type(subject)]
        assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=type(state)) == state


def test_an_act_of_an_unknown_kind_changes_nothing() -> None:
    window = Window(number="3")
    newer = msgspec.structs.replace(act_on("window:3", Revealed(field="x")), kind="window.painted")
    assert decode_body(newer) is None
    assert fold(window, newer, decode_body(newer)) is window
    assert fold(None, act_on("queue:1", TicketTaken(number="A1")), TicketTaken(number="A1")) is None


def test_an_erased_body_changes_nothing() -> None:
    stub = msgspec.structs.replace(act_on("ticket:t", TicketTaken(number="A001")), body=None)
    assert decode_body(stub) is None
    assert fold(None, stub, decode_body(stub)) is None


def test_a_newer_shape_of_a_known_kind_is_read_as_far_as_it_goes() -> None:
    newer = b'{"number":"A001","wheelchair":true}'
    found = decode_body(
        msgspec.structs.replace(act_on("ticket:t", TicketTaken(number="x")), body=newer, shape=2)
    )
    assert found == TicketTaken(number="A001")


def test_an_older_shape_gets_the_defaults_of_what_it_did_not_know() -> None:
    older = msgspec.structs.replace(act_on("ticket:t", ClerkOn(window="3")), body=b'{"window":"3"}')
    assert decode_body(older) == ClerkOn(window="3", stand_in=False, verifier=0)


def test_folding_goes_by_the_subject() -> None:
    taken = TicketTaken(number="A001")
    found = fold(None, act_on("ticket:t1", taken), taken)
    assert isinstance(found, Ticket)
    assert found.id == "t1"
    clerk = Clerk(staff_no="0312", name="张敏")
    assert fold(clerk, act_on("clerk:0312", taken), taken) is clerk
    assert encode_body(taken) == b'{"number":"A001"}'
