"""Invented matters and materials of every kind, for tests that ask "whatever the list is"."""

from __future__ import annotations

from hypothesis import strategies as st

from zcdesk.domain.matter import (
    Form,
    Material,
    Matter,
    MatterType,
    Necessity,
    Source,
    WindowCategory,
)

PAPERS = (
    "申请表",
    "开业登记表",
    "居民身份证",
    "营业执照",
    "场所证明",
    "水质检验报告",
    "授权委托书",
)
"""Few names, so that lists overlap; two of them are application forms."""


def matter(key: str, *materials: Material, **more: object) -> Matter:
    fields: dict[str, object] = {
        "key": key,
        "code": f"10{key[-2:]:0>2}",
        "name": f"事项{key}",
        "department": "区行政审批局",
        "categories": (WindowCategory.SOCIAL,),
        "type": MatterType.PROMISED,
        "promised_days": 10,
    }
    return Matter(materials=materials, **{**fields, **more})


@st.composite
def materials(draw: st.DrawFn, name: str | None = None) -> Material:
    """One material: any form, count, necessity and source, but never a contradiction."""
    need = draw(st.sampled_from(Necessity))
    shareable = draw(st.booleans())
    return Material(
        name=name or draw(st.sampled_from(PAPERS)),
        form=draw(st.sampled_from(Form)),
        copies=draw(st.sampled_from((None, 1, 2, 3))),
        necessity=need,
        source=draw(st.sampled_from((Source.APPLICANT, Source.SHARED, Source.ISSUED))),
        deferral_days=draw(st.integers(1, 10)) if need is Necessity.DEFERRABLE else None,
        shareable=shareable,
        reason=draw(st.sampled_from(("", "须核验印章"))) if shareable else "",
        condition=draw(st.sampled_from(("委托他人办理", "新设场所")))
        if need is Necessity.CONDITIONAL
        else "",
        needs_seal=draw(st.booleans()),
    )


@st.composite
def matters(draw: st.DrawFn, key: str = "1-1") -> Matter:
    names = draw(st.lists(st.sampled_from(PAPERS), unique=True, max_size=5))
    return matter(
        key,
        *(draw(materials(name=name)) for name in names),
        promised_days=draw(st.sampled_from((None, 0, 5, 20))),
    )


@st.composite
def several(draw: st.DrawFn, most: int = 4) -> tuple[Matter, ...]:
    """Up to `most` different matters whose lists overlap."""
    count = draw(st.integers(1, most))
    return tuple(draw(matters(key=f"1-{number}")) for number in range(1, count + 1))
