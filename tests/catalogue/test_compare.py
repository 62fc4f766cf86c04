"""What a new version changed, as the editor's page lists it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from zcdesk.catalogue.compare import Change, compare, compare_catalogues
from zcdesk.domain.matter import Form, Material, Matter, Necessity

OLD = Matter(
    key="1-78",
    code="1078",
    name="出版物零售业务经营许可",
    department="区行政审批局",
    categories=(),
    promised_days=10,
    materials=(Material(name="申请书"), Material(name="场所证明", form=Form.COPY)),
)


@pytest.mark.req("R145")
def test_put_in_changed_and_taken_out() -> None:
    new = replace(
        OLD,
        version=2,
        promised_days=8,
        materials=(
            Material(name="场所证明", form=Form.BOTH, necessity=Necessity.DEFERRABLE),
            Material(name="消防安全承诺书"),
        ),
    )
    assert [str(difference) for difference in compare(OLD, new)] == [
        "~ 承诺时限：10→8",
        "~ 场所证明 材料形式：复印件→验原件收复印件",
        "~ 场所证明 必要性：必要→可容缺",
        "+ 消防安全承诺书",
        "- 申请书",
    ]


def test_the_same_but_for_version_author_and_order_is_no_difference() -> None:
    new = replace(OLD, version=3, author="某", materials=OLD.materials[::-1])
    assert compare(OLD, new) == ()


def test_catalogues() -> None:
    other = replace(OLD, key="1-79", name="电影放映单位设立审批")
    (added,) = compare_catalogues([OLD], [OLD, other])
    assert (added.matter, added.change, str(added)) == (
        "1-79",
        Change.ADDED,
        "+ 事项 电影放映单位设立审批",
    )
    (removed,) = compare_catalogues([OLD, other], [OLD])
    assert removed.change is Change.REMOVED
    assert compare_catalogues([OLD], [OLD]) == ()
