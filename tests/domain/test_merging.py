"""Several lists merged into one: each paper once, as strictly as any matter asks."""

from __future__ import annotations

import pytest
from fix_matters import matter, several
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist
from zcdesk.domain.checklist import ONE_FORM, merge, paper_key
from zcdesk.domain.matter import Form, Material, Matter, Necessity, Source

# --- merging ---


@pytest.mark.req("UX-24", "R121", "R135", "R080")
def test_three_matters_are_one_list() -> None:
    lines = merge(
        (
            matter("1-1", Material(name="申请表"), Material(name="身份证", form=Form.COPY)),
            matter("1-2", Material(name="设立登记表"), Material(name="身份证 ", form=Form.BOTH)),
            matter(
                "1-3", Material(name="身份证", form=Form.COPY, copies=3), Material(name="平面图")
            ),
        )
    )
    assert [(x.key, x.used_by) for x in lines] == [
        (ONE_FORM, (1, 2)),
        ("身份证", (1, 2, 3)),
        ("平面图", (3,)),
    ]
    form, identity, _ = lines
    assert (form.material.name, form.replaces) == ("综合申请表（一表）", ("申请表", "设立登记表"))
    assert (identity.material.form, identity.material.count) == (Form.BOTH, 3)


def test_one_form_is_the_halls_choice_and_needs_two_forms() -> None:
    first, second = (matter(key, Material(name=f"{key}申请表")) for key in ("1-1", "1-2"))
    assert [x.key for x in merge((first, second), one_form=False)] == ["1-1申请表", "1-2申请表"]
    plan = matter("1-3", Material(name="平面图"))
    assert [x.key for x in merge((first, plan))] == ["1-1申请表", "平面图"]


@pytest.mark.parametrize(
    ("name", "is_form"),
    [
        ("申请表", True),
        ("民办学校设立申请书（一式两份）", True),
        ("个体工商户登记表", True),
        ("可行性研究报告", False),
        ("登记证书", False),
        ("申请表附件", False),
    ],
)
def test_what_counts_as_the_form_of_a_matter(name: str, is_form: bool) -> None:
    assert checklist.is_application_form(name) is is_form


@pytest.mark.parametrize(
    "other", ["身份证(复印件)", "身份证（复印件） ", "身份证[复印件]", "身 份证（复印件）"]
)
def test_a_paper_is_the_same_whatever_its_brackets_and_blanks(other: str) -> None:
    assert paper_key(other) == paper_key("身份证（复印件）")


@pytest.mark.req("R140")
def test_sharing_wins_where_one_matter_may_share() -> None:
    asks = Material(name="执照", form=Form.BOTH)
    shares = Material(name="执照", form=Form.COPY, source=Source.SHARED)
    insists = Material(name="执照", shareable=True, reason="须核验印章")
    for together in ((asks, shares), (shares, asks), (insists, shares), (shares, insists)):
        (line,) = merge([matter(f"1-{n}", m) for n, m in enumerate(together, 1)])
        assert line.material.waived
    for together in ((asks, insists), (insists, asks)):
        (line,) = merge([matter(f"1-{n}", m) for n, m in enumerate(together, 1)])
        assert not line.material.waived  # neither matter may do without it


def test_leave_and_delay_only_where_all_matters_give_it() -> None:
    needs = {a: {b: _need(a, b) for b in Necessity} for a in Necessity}
    assert all(needs[a][a] is a for a in Necessity)
    assert {needs[a][b] for a in Necessity for b in Necessity if a is not b} == {Necessity.REQUIRED}


def _need(one: Necessity, other: Necessity) -> Necessity:
    lists = (
        matter("1-1", Material(name="图", necessity=one)),
        matter("1-2", Material(name="图", necessity=other)),
    )
    return merge(lists)[0].material.necessity


def test_every_condition_of_a_conditional_paper_is_shown() -> None:
    asked = [
        Material(name="委托书", necessity=Necessity.CONDITIONAL, condition=text)
        for text in ("委托他人办理", "未成年人", "委托他人办理")
    ]
    (line,) = merge([matter(f"1-{n}", m) for n, m in enumerate(asked, 1)])
    assert line.material.condition == "委托他人办理；未成年人"


def substance(lines: tuple[checklist.Line, ...]) -> dict[str, tuple[object, ...]]:
    """What of a list must not depend on the order of the matters."""
    return {
        line.key: (
            m.form,
            m.count,
            m.necessity,
            m.deferral_days,
            m.waived,
            m.needs_seal,
            frozenset(m.condition.split("；")),
            len(line.used_by),
        )
        for line in lines
        for m in (line.material,)
    }


@pytest.mark.req("UX-24", "R121")
@given(several(), st.booleans())
def test_merging_asks_each_paper_once_and_as_strictly_as_any_matter(
    chosen: tuple[Matter, ...], one_form: bool
) -> None:
    lines = merge(chosen, one_form=one_form)
    assert len({line.key for line in lines}) == len(lines)
    assert substance(merge(chosen[::-1], one_form=one_form)) == substance(lines)
    by_key = {line.key: line for line in lines}
    for number, asking in enumerate(chosen, 1):
        for material in asking.materials:
            line = by_key.get(paper_key(material.name)) or by_key[ONE_FORM]
            assert number in line.used_by
            merged = line.material
            assert material.necessity in (merged.necessity, *_looser(merged.necessity))
            if line.key != ONE_FORM:
                assert merged.count >= material.count
                assert merged.form in (material.form, Form.BOTH) or Form.ELECTRONIC in (
                    material.form,
                )
            if material.waived:
                assert merged.waived
    assert len(lines) <= checklist.count_unmerged(chosen)


def _looser(need: Necessity) -> tuple[Necessity, ...]:
    return tuple(Necessity) if need is Necessity.REQUIRED else ()


@given(several())
def test_a_matter_alone_is_asked_as_its_list_says(chosen: tuple[Matter, ...]) -> None:
    for asking in chosen:
        assert tuple(line.material for line in merge((asking,))) == asking.materials
