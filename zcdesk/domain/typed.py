"""Words somebody typed about a case or a person (理由、意见、备注 …): never in an act's clear body.

One rule: in a field declared `Typed` an act holds a token; the words lie in a sealed record beside
it, with a key of its own. Folds carry the token like any text, so every copy of the hall makes the
same states whether it has the words, waits for them or has destroyed them. Whoever reads a state or
a body gets the words. What was picked from a list of the program says nothing of anybody and stays;
acts of older programs hold their words themselves, and are read as ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import count
from typing import Annotated, Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from zcdesk.domain.reasons import PICKED

_TYPED, _NUMBER = "typed", "number"

Typed = Annotated[str, _TYPED]
"""Words a person typed; sealed beside the act."""

Traced = Annotated[str, _NUMBER]
"""A number by which somebody outside can tell who it was (运单号、证照编号): sealed as well, and
still found by whoever has it before them."""

MARK = "⟦"
_TOKEN = re.compile(r"⟦(words-[0-9a-f-]{36})\|(\d{1,4})\|sha256\|([0-9a-f]{64})⟧")

GONE = "〔已按保管期限销毁〕"
AWAITED = "〔内容尚未传到本机〕"
ALTERED = "〔封存内容与办理记录不符〕"
"""What stands in place of words that were destroyed, have not come yet, or were altered."""

_S = TypeVar("_S", bound=msgspec.Struct)
_Plan = dict[str, Any] | str


class Words(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The sealed record of one act: its words in their order; `numbers` find it."""

    typed: tuple[str, ...]
    numbers: tuple[str, ...] = ()


def words_of(body: msgspec.Struct) -> Words:
    """Return what has to be sealed of a body; nothing to seal leaves `typed` empty."""
    found = [(text, how) for text, how in _texts(body) if text not in PICKED]
    return Words(
        typed=tuple(text for text, _ in found),
        numbers=tuple(text for text, how in found if how == _NUMBER),
    )


def said(body: msgspec.Struct) -> tuple[str, ...]:
    """Return everything a body says in words, typed or picked, each once."""
    return tuple(dict.fromkeys(text for text, _ in _texts(body)))


def with_tokens(body: _S, ref: str, digest: str) -> _S:
    """Return a body with tokens in place of what `words_of` takes from it.

    Args:
        ref: of the sealed record; `digest` its salted digest, `sha256:…`.
    """
    places = count()
    hex_ = digest.partition(":")[2]

    def token(text: str, _: str) -> str:
        return text if text in PICKED else f"{MARK}{ref}|{next(places)}|sha256|{hex_}⟧"

    return _changed(body, token)


def is_token(text: str) -> bool:
    return _TOKEN.fullmatch(text) is not None


def with_words(value: Any, told: Callable[[str, int, str], str]) -> Any:
    """Return plain values (of JSON or MessagePack) with words in place of tokens.

    Args:
        told: reference, place and digest (`sha256:…`) → the words.
    """
    if isinstance(value, str):
        if MARK not in value:
            return value
        return _TOKEN.sub(lambda m: told(m[1], int(m[2]), f"sha256:{m[3]}"), value)
    if isinstance(value, dict):
        return {key: with_words(one, told) for key, one in value.items()}
    if isinstance(value, list):
        return [with_words(one, told) for one in value]
    return value


def declared(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """Return the paths of the fields of a body that are declared to be sealed."""

    def walk(plan: _Plan | None, path: str) -> list[str]:
        if not isinstance(plan, dict):
            return [path] if plan else []
        return [one for name, sub in plan.items() for one in walk(sub, f"{path}.{name}")]

    return tuple(path.removeprefix(".") for path in walk(_plan(kind), ""))


def _texts(body: msgspec.Struct) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def take(text: str, how: str) -> str:
        found.append((text, how))
        return text

    _changed(body, take)
    return found


def _changed(body: _S, change: Callable[[str, str], str]) -> _S:
    plan = _plan(type(body))
    changed: _S = _replaced(body, plan, change) if plan else body
    return changed


def _replaced(value: Any, plan: _Plan, change: Callable[[str, str], str]) -> Any:
    if isinstance(value, tuple):
        return tuple(_replaced(one, plan, change) for one in value)
    if isinstance(value, str):
        return change(value, plan if isinstance(plan, str) else _TYPED) if value else value
    if value is None or isinstance(plan, str):
        return value
    changes = {name: _replaced(getattr(value, name), sub, change) for name, sub in plan.items()}
    return msgspec.structs.replace(value, **changes)


@lru_cache(None)
def _plan(hint: Any) -> _Plan | None:
    """Return where in values of a type something is sealed: field → plan, or how a text is."""
    if get_origin(hint) is Annotated:
        return next((how for how in get_args(hint)[1:] if how in (_TYPED, _NUMBER)), None)
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        hints = get_type_hints(hint, include_extras=True)
        found = {name: _plan(hints[name]) for name in hint.__struct_fields__}
        return {name: plan for name, plan in found.items() if plan} or None
    inner = [plan for one in get_args(hint) if one is not Ellipsis and (plan := _plan(one))]
    return inner[0] if inner else None
