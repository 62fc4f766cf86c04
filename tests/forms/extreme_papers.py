"""Every paper as nobody wishes to see it: crowded to 60 rows with endless names, and bare."""

from __future__ import annotations

from typing import Any

from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.forms.data import WrongData, from_data, to_data
from zcdesk.forms.samples import sample

ROWS = 60
RARE = "𬱖㛃䶮·𠮷"
ENDLESS = "".join(chr(0x4E00 + 7 * n) for n in range(290)) + RARE + "尾"
"""A name of 296 characters."""

_FIXED = {"kind", "qr", "unit", "ground", "replaces", "replaced_by", "digest", "id_masked"}
_FIXED |= {"phone_masked", "agent_id_masked", "agent_phone_masked", "platform_number", "number"}
_LENGTHS = (24, 3, 70, 9)


def crowded(kind: PaperKind) -> Paper:
    """Return a sample with its lists grown to `ROWS` and one endless text in every free field."""
    return from_data(kind, _grown(to_data(sample(kind)), ""))


def sparse(kind: PaperKind) -> Paper:
    """Return a sample without anything that may be left out."""
    data = to_data(sample(kind))
    _thin(kind, data, data)
    return from_data(kind, data)


def _thin(kind: PaperKind, whole: dict[str, Any], part: Any) -> None:
    """Leave out of `part` each field the paper stands without, and all but a list's first row."""
    for key in list(part):
        kept = part[key]
        if isinstance(kept, list) and kept and isinstance(kept[0], dict):
            del kept[1:]
        del part[key]
        if not _stands(kind, whole):
            part[key] = kept
            for deeper in kept if isinstance(kept, list) else (kept,):
                if isinstance(deeper, dict):
                    _thin(kind, whole, deeper)


def _stands(kind: PaperKind, data: dict[str, Any]) -> bool:
    try:
        from_data(kind, data)
    except WrongData:
        return False
    return True


def _grown(part: Any, name: str) -> Any:
    if isinstance(part, dict):
        return {key: one if key in _FIXED else _grown(one, key) for key, one in part.items()}
    if isinstance(part, list) and part and isinstance(part[0], dict):
        if "rows" in part[0]:  # tables grow by their rows
            return [_grown(one, "") for one in part]
        return [_numbered(part[n % len(part)], n) for n in range(ROWS)]
    if isinstance(part, list) and part and isinstance(part[0], list):
        return [[_long(cell, n) for cell in part[n % len(part)]] for n in range(ROWS)]
    if isinstance(part, list):
        return [_grown(one, name) for one in part]
    is_free = isinstance(part, str) and name not in _FIXED and not _is_day(part)
    return ENDLESS if is_free and name in ("applicant_name", "hall", "name") else _rare(part, name)


def _numbered(row: dict[str, Any], place: int) -> dict[str, Any]:
    """Return a row of its own number, with texts of changing length; the first is endless."""
    grown = {key: _long(one, place) if key == "name" else one for key, one in row.items()}
    grown = {key: _rare(one, key) if key != "name" else one for key, one in grown.items()}
    return {**grown, "no": place + 1} if "no" in row else grown


def _long(text: Any, place: int) -> Any:
    if not isinstance(text, str):
        return text
    length = 290 if place == 0 else _LENGTHS[place % len(_LENGTHS)]
    return f"{place}行" + (ENDLESS[:length] if length > 200 else ENDLESS[place : place + length])


def _rare(part: Any, name: str) -> Any:
    is_free = isinstance(part, str) and part and name not in _FIXED and not _is_day(part)
    return f"{part}{RARE}" if is_free else part


def _is_day(text: str) -> bool:
    return len(text) >= 10 and text[:4].isdigit() and text[4] == "-"
