"""The list of a sitting: what the matters ask for, each paper once, the stricter rule (一次办多件).

Lines come from the catalogue alone; nothing here knows what a clerk did with a paper. The result
never depends on the order in which the matters were chosen, beyond the order of the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from zcdesk.domain.matter import Form, Material, Matter, Necessity, Source

ONE_FORM = "一表"
"""Key of the row that stands for the application forms of several matters (一表式收件)."""

_FORM_NAME = re.compile(r"(申请表|申请书|登记表|申报表|申请登记表|登记申请书)(（.*）)?$")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One paper asked for, merged over the matters that want it.

    Attributes:
        key: identity of the paper within the sitting.
        used_by: numbers of the matters (1-based) that want it.
        replaces: names of the forms a one-form row stands for.
    """

    key: str
    material: Material
    used_by: tuple[int, ...]
    replaces: tuple[str, ...] = ()
    voluntary: bool = False


@lru_cache(maxsize=8192)
def paper_key(name: str) -> str:
    """Return the identity of a paper: its name without blanks, brackets' shape and width."""
    folded = name.translate(str.maketrans("()［］[]　", "（）（）（） "))
    return re.sub(r"\s+", "", folded)


@lru_cache(maxsize=8192)
def is_application_form(name: str) -> bool:
    """Whether a material is the form of its matter, which one form (一表) can stand for."""
    return bool(_FORM_NAME.search(paper_key(name)))


def merge(matters: Sequence[Matter], *, one_form: bool = True) -> tuple[Line, ...]:
    """Merge the lists of several matters: each paper once, the stricter rule, the larger count.

    With `one_form`, the application forms of two or more matters become one row.
    """
    lines: dict[str, Line] = {}
    forms = _forms(matters) if one_form else {}
    joins = len(forms) > 1
    for number, matter in enumerate(matters, 1):
        for material in matter.materials:
            if joins and is_application_form(material.name):
                key, material = ONE_FORM, _one_form(material)
            else:
                key = paper_key(material.name)
            old = lines.get(key)
            lines[key] = _join(old, material, number) if old else _line(key, material, number)
    if joins:
        names = tuple(name for names in forms.values() for name in names)
        lines[ONE_FORM] = msgspec.structs.replace(lines[ONE_FORM], replaces=names)
    return tuple(lines.values())


def count_unmerged(matters: Iterable[Matter]) -> int:
    """Papers the applicant would hand in if every matter asked alone."""
    return sum(len(matter.materials) for matter in matters)


def _forms(matters: Sequence[Matter]) -> dict[int, tuple[str, ...]]:
    found = {
        number: tuple(m.name for m in matter.materials if is_application_form(m.name))
        for number, matter in enumerate(matters, 1)
    }
    return {number: names for number, names in found.items() if names}


def _one_form(material: Material) -> Material:
    return msgspec.structs.replace(
        material, name="综合申请表（一表）", form=Form.ORIGINAL, copies=None
    )


def _line(key: str, material: Material, number: int) -> Line:
    return Line(key=key, material=material, used_by=(number,))


def _join(old: Line, new: Material, number: int) -> Line:
    was = old.material
    days = [m.deferral_days for m in (was, new) if m.deferral_days is not None]
    need = _stricter_need(was.necessity, new.necessity)
    # one register can supply the paper, so no matter may ask for it
    waived = was.waived or new.waived
    material = msgspec.structs.replace(
        was,
        form=_stricter_form(was.form, new.form),
        copies=max(was.count, new.count),
        necessity=need,
        deferral_days=min(days) if days else None,
        source=Source.SHARED if Source.SHARED in (was.source, new.source) else was.source,
        shareable=was.shareable or new.shareable,
        reason="" if waived else _both(was.reason, new.reason),
        condition=_both(was.condition, new.condition) if need is Necessity.CONDITIONAL else "",
        needs_seal=was.needs_seal or new.needs_seal,
        needs_signature=was.needs_signature or new.needs_signature,
    )
    used = old.used_by if number in old.used_by else (*old.used_by, number)
    return msgspec.structs.replace(old, material=material, used_by=used)


def _stricter_form(a: Form, b: Form) -> Form:
    """原件核对 beats a copy; an original and a copy wanted together are both."""
    if a is b:
        return a
    if Form.ELECTRONIC in (a, b):
        return b if a is Form.ELECTRONIC else a
    return Form.BOTH


def _stricter_need(a: Necessity, b: Necessity) -> Necessity:
    """Neither leave nor delay is given unless both matters give it."""
    return a if a is b else Necessity.REQUIRED


def _both(one: str, other: str) -> str:
    """Join two sentences, each said once."""
    said = dict.fromkeys(part for text in (one, other) for part in text.split("；") if part)
    return "；".join(said)
