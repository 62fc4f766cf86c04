"""The act's hashes: any altered byte is found, an erased body is not, the chain names its order."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.act import (
    GENESIS,
    Act,
    NewAct,
    act_hash,
    digest,
    encode_body,
    flaw,
    next_chain,
    seal,
)
from zcdesk.domain.case import Particulars
from zcdesk.domain.person import Person
from zcdesk.domain.ticket import TicketParked, TicketTaken


def act(reason: str = "回去取原件", seq: int = 1, prev: str = GENESIS) -> Act:
    return seal(
        NewAct(subject="ticket:t1", body=TicketParked(window="3", reason=reason)),
        id=f"act-{seq}",
        hall="hall-320213",
        origin="o1",
        seq=seq,
        clerk="0312",
        at="2026-11-24T10:00:00.000+08:00",
        clock_ok=True,
        base=GENESIS,
        prev=prev,
    )


def other(value: object) -> object:
    """Return a value of the same type that is not this one."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else f"{value}x"


def test_a_sealed_act_is_whole_and_says_what_it_is() -> None:
    made = act()
    assert flaw(made) is None
    assert (made.kind, made.shape, made.audience) == ("ticket.parked", 1, "hall")
    assert made.body == encode_body(TicketParked(window="3", reason="回去取原件"))


@given(st.text(max_size=12), st.data())
def test_any_altered_byte_of_the_body_is_found(reason: str, data: st.DataObject) -> None:
    made = act(reason)
    assert made.body is not None
    place = data.draw(st.integers(0, len(made.body) - 1))
    bit = data.draw(st.integers(0, 7))
    altered = bytearray(made.body)
    altered[place] ^= 1 << bit
    assert flaw(msgspec.structs.replace(made, body=bytes(altered))) == "body"


@pytest.mark.parametrize("field", [f for f in Act.__struct_fields__ if f not in ("body", "hash")])
def test_any_altered_field_of_the_envelope_is_found(field: str) -> None:
    made = act()
    altered = msgspec.structs.replace(made, **{field: other(getattr(made, field))})
    assert flaw(altered) == ("body" if field == "body_hash" else "envelope")


def test_a_body_replaced_with_its_hash_is_found_in_the_envelope() -> None:
    made, body = act(), encode_body(TicketParked(window="3", reason="别的原因"))
    altered = msgspec.structs.replace(made, body=body, body_hash=digest(body))
    assert flaw(altered) == "envelope"


def test_an_erased_body_leaves_a_stub_that_still_verifies() -> None:
    stub = msgspec.structs.replace(act(), body=None)
    assert flaw(stub) is None
    assert flaw(msgspec.structs.replace(stub, body_hash=digest(b"x"))) == "envelope"


def test_an_act_made_anew_breaks_the_one_behind_it() -> None:
    """With every hash of its own made right, the next act still names the old one."""
    first = act()
    second = act(seq=2, prev=first.hash)
    forged = act("别的原因")
    assert flaw(forged) is None
    assert second.prev == first.hash != forged.hash
    assert next_chain(GENESIS, forged) != next_chain(GENESIS, first)


@given(st.permutations(range(4)))
def test_the_running_chain_tells_the_order(order: list[int]) -> None:
    acts = [act(str(n), seq=n + 1) for n in range(4)]

    def chain(numbers: list[int]) -> str:
        found = GENESIS
        for number in numbers:
            found = next_chain(found, acts[number])
        return found

    assert (chain(order) == chain([0, 1, 2, 3])) is (order == [0, 1, 2, 3])


def test_fields_cannot_run_into_each_other() -> None:
    one = msgspec.structs.replace(act(), clerk="0312", at="7")
    two = msgspec.structs.replace(act(), clerk="031", at="27")
    assert act_hash(one) != act_hash(two)


def test_the_algorithm_stands_in_each_hash() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert digest(b"") == f"sha256:{empty}"
    assert act().hash.startswith("sha256:")


def test_the_same_content_is_the_same_bytes() -> None:
    one = Particulars(applicant=Person(name="王"), form={"b": "1", "a": "2"})
    two = Particulars(applicant=Person(name="王"), form={"a": "2", "b": "1"})
    encode = msgspec.json.Encoder(order="deterministic").encode
    assert encode(one) == encode(two)
    body = TicketTaken(number="A001")
    assert encode_body(body) == b'{"number":"A001"}'  # what is default is not written


def test_a_rare_character_is_kept_as_it_stands_on_the_card() -> None:
    compatibility = "\uf9b5"  # NFC would make another character of it
    assert compatibility in encode_body(TicketTaken(number="A001", why=compatibility)).decode()
