"""A matter of the catalogue and its materials: what follows from what was written."""

from __future__ import annotations

import pytest
from fix_matters import materials, matter
from hypothesis import given

from zcdesk.domain.matter import (
    Confidence,
    Form,
    Material,
    MatterType,
    Source,
    WindowCategory,
    defects_of,
)


@pytest.mark.req("UX-20", "R140")
@pytest.mark.parametrize(
    ("material", "waived"),
    [
        (Material(name="执照"), False),
        (Material(name="执照", source=Source.SHARED), True),
        (Material(name="执照", shareable=True), True),
        (Material(name="执照", shareable=True, reason="须核验印章"), False),
        (Material(name="执照", source=Source.SHARED, reason="须核验印章"), True),
        (Material(name="执照", source=Source.ISSUED), False),
        (Material(name="执照", source=Source.EARLIER), False),
    ],
)
def test_what_sharing_can_supply_is_waived(material: Material, waived: bool) -> None:
    assert material.waived is waived


@pytest.mark.parametrize("form", list(Form))
def test_an_original_is_compared_where_original_and_copy_are_wanted(form: Form) -> None:
    assert Material(name="证", form=form).compares_original is (form is Form.BOTH)


@given(materials())
def test_a_material_wants_at_least_one_sheet(material: Material) -> None:
    assert material.count == max(material.copies or 1, 1)


def test_a_matter_of_unknown_type_counts_as_promised() -> None:
    assert matter("1-1", type=None).effective_type is MatterType.PROMISED
    assert matter("1-1", type=MatterType.INSTANT).effective_type is MatterType.INSTANT


@pytest.mark.parametrize("confidence", list(Confidence))
def test_a_list_is_a_sample_until_its_department_confirmed_it(confidence: Confidence) -> None:
    found = matter("1-1", confidence=confidence)
    assert found.is_sample is (confidence is not Confidence.CONFIRMED)


def test_a_matter_may_have_no_list_yet() -> None:
    assert not matter("1-1").has_list
    assert matter("1-1", Material(name="申请表")).has_list


def test_the_four_window_categories_of_the_annexes() -> None:
    assert [c.value for c in WindowCategory] == ["社会民生", "市场准入", "人社服务", "投资建设"]


@pytest.mark.req("R142")
@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, ()),
        ({"promised_days": None}, ("没有承诺时限，办理时限以部门确认为准",)),
        (
            {"promised_days": None, "statutory_days": 20},
            ("没有承诺时限（法定 20 个工作日），办理时限以部门确认为准",),
        ),
        ({"promised_days": None, "type": MatterType.INSTANT}, ()),
        ({"promised_days": 0}, ()),
        ({"promised_days": None, "type": None}, ("没有承诺时限，办理时限以部门确认为准",)),
    ],
)
def test_what_a_department_still_has_to_confirm(
    more: dict[str, object], said: tuple[str, ...]
) -> None:
    assert defects_of(matter("1-1", Material(name="申请表"), **more)) == said
    without = matter("1-1", **more)
    assert defects_of(without) == (*said, "没有材料清单，收件须写明理由并请部门确认")
