"""What somebody typed about a case is nowhere in an act, whatever the kind; what was picked is."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import msgspec
import pytest

from zcdesk.domain.act import Body, encode_body
from zcdesk.domain.case_acts import CaseReturned
from zcdesk.domain.case_parts import Lack
from zcdesk.domain.facts import OTHER, reason_of
from zcdesk.domain.fold import KINDS
from zcdesk.domain.hall import Role
from zcdesk.domain.reasons import PICKED
from zcdesk.domain.typed import declared, is_token, with_tokens, with_words, words_of

REF = "words-01a41333-6680-7549-9f6b-0123456789ab"
DIGEST = "sha256:" + "5e" * 32

DUTIES = """
hall policy words clerk matter package proposal booking shift deputy training authority device
station release recovery erasure report record
window.set window.mode window.lent window.returned"""
NOT_OF_CASES = frozenset(DUTIES.split())
"""Kinds, or what they begin with, that tell of duty, catalogue, policy or upkeep: never of a
citizen."""

NUMBERS = """
number receipt receipts replaces replaced_by query_code code register list_number document_number
id ref digest batch question stage step reminder act case cases case_ids into other ticket tickets
sitting request message cause origin holder online parcel key keys numbers missing image shown
to_clerk by clerk system"""
TIMES = """
at on due until start signed since latest valid_from valid_until handover_due reply_by begun
close_due filed_at review_due appointment supplied done order next_due"""
NAMES = """
window to_window category to_category department to_department of_department shelf matter matters
matter_name name names collect collected result items compared by_eye seals blanks bring material
papers station package approver officer to retention printer paper"""
PICKS = """
ground how outcome proof kind form source why reasons signer slot about pages page authority back"""
CLEAR = frozenset((NUMBERS + TIMES + NAMES + PICKS).split())
"""Last names of fields that hold no words of anybody: numbers the hall gives, identities, digests;
times; places, roles, names of the catalogue or the staff; words out of a list of the program."""

EXCEPT = {
    ("ticket.returned", ".reason"),  # one of two words of the program
    ("case.post_delivered", ".receiver"),  # empty since the name has a record
    ("case.issued", ".receiver"),  # the role of who came: 本人, 代领
}


def texts(hint: Any, path: str = "") -> list[str]:
    """Return the paths of all texts in a type, declared ones with a `!`."""
    if hint is str:
        return [path]
    if get_origin(hint) is Annotated:
        plain = get_args(hint)[0]
        return [f"{path}!"] if plain is str else texts(plain, path)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint, include_extras=True)
        fields = hint.__struct_fields__
        return [one for name in fields for one in texts(hints[name], f"{path}.{name}")]
    return [one for arg in get_args(hint) if arg is not ... for one in texts(arg, path)]


def of_cases() -> dict[str, type[Body]]:
    left = {k: b for k, b in KINDS.items() if k not in NOT_OF_CASES}
    return {k: b for k, b in left.items() if k.partition(".")[0] not in NOT_OF_CASES}


@pytest.mark.parametrize("kind", sorted(of_cases()))
def test_every_text_of_a_kind_is_declared_or_known_to_say_nothing(kind: str) -> None:
    """A new field of an act must be decided about."""
    found = texts(KINDS[kind])
    sealed = {path.strip(".!") for path in found if path.endswith("!")}
    assert sealed == set(declared(KINDS[kind]))
    plain = {path for path in found if not path.endswith("!")}
    unknown = {path for path in plain if path.rpartition(".")[2] not in CLEAR}
    assert unknown == {path for of, path in EXCEPT if of == kind}


def test_only_cases_and_what_belongs_to_them_seal_anything() -> None:
    assert {kind for kind, body in KINDS.items() if declared(body)} <= set(of_cases())
    assert len([path for body in KINDS.values() for path in declared(body)]) > 70


def filled(hint: Any, how: Any) -> Any:
    """Return plain values with every field there, each text as `how(is_declared)` gives it."""
    origin, args = get_origin(hint), get_args(hint)
    if hint is str:
        return how(False)
    if origin is Annotated:
        return how(True) if args[0] is str else filled(args[0], how)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint, include_extras=True)
        return {name: filled(hints[name], how) for name in hint.__struct_fields__}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint)).value
    if origin is tuple:
        each = (args[0], args[0]) if args[-1] is ... else args
        return [filled(one, how) for one in each]
    if args:
        return filled(next(one for one in args if one is not type(None)), how)
    return {bool: True, int: 3, float: 2.5}[hint]


@pytest.mark.parametrize("kind", sorted(k for k, b in KINDS.items() if declared(b)))
def test_what_was_typed_is_not_in_the_body_and_comes_back(kind: str) -> None:
    """Of every kind, with every field filled and words that look like what they may."""
    told: list[str] = []

    def how(is_declared: bool) -> str:
        if is_declared:
            told.append(f'{len(told)}张三的话“"\\⟦{len(told)}⟧|\n€')
        return told[-1] if is_declared else "A1"

    body = msgspec.convert(filled(KINDS[kind], how), type=KINDS[kind])
    words = words_of(body)
    raw = encode_body(with_tokens(body, REF, DIGEST))
    assert list(words.typed) == told
    assert "张三".encode() not in raw
    assert raw.count(REF.encode()) == len(told) >= len(declared(KINDS[kind]))
    asked = []

    def opened(ref: str, place: int, digest: str) -> str:
        asked.append((ref, digest))
        return words.typed[place]

    again = with_words(msgspec.json.decode(raw), opened)
    assert msgspec.convert(again, type=KINDS[kind]) == body
    assert set(asked) == {(REF, DIGEST)}


def test_what_was_picked_stays_and_figures_are_grouped_by_it() -> None:
    picked, typed = Lack(name="申请表", reason="未签字"), Lack(name="申请表", reason="他说他病了")
    body = CaseReturned(role=Role.REVIEWER, lacks=(picked, typed))
    found = with_tokens(body, REF, DIGEST)
    assert words_of(body).typed == ("他说他病了",)
    assert found.lacks[0] == picked
    assert is_token(found.lacks[1].reason)
    assert [reason_of(lack) for lack in found.lacks] == ["未签字", OTHER]
    assert reason_of(typed) == OTHER  # an older program's act, grouped the same way
    assert reason_of(Lack(name="申请表", defective=True)) == "不符合要求"
    assert OTHER not in PICKED


def test_numbers_others_can_tell_a_person_by_find_their_record() -> None:
    from zcdesk.domain.case_ends import CasePosted

    body = CasePosted(role=Role.RESULT_CLERK, window="3", waybill="EA123456789CN")
    assert words_of(body).numbers == ("EA123456789CN",)


def test_a_token_somebody_typed_is_only_words() -> None:
    forged = f"⟦{REF}|0|sha256|{'5e' * 32}⟧"
    body = CaseReturned(role=Role.REVIEWER, lacks=(Lack(name="申请表", reason=forged),))
    words = words_of(body)
    assert words.typed == (forged,)
    again = with_words(
        msgspec.json.decode(encode_body(with_tokens(body, REF, DIGEST))),
        lambda ref, place, digest: words.typed[place],
    )
    assert again["lacks"][0]["reason"] == forged
