"""Samples of the papers about a matter, made from an invented version of one; see `samples`."""

from __future__ import annotations

from typing import Any

from zcdesk.domain.matter import (
    Confidence,
    Form,
    Material,
    Matter,
    MatterType,
    Necessity,
    Source,
    WindowCategory,
)
from zcdesk.domain.papers_guide import (
    FlowPaper,
    GuidePaper,
    MaterialListPaper,
    Place,
    guide_materials,
    guide_steps,
    promised_text,
    statutory_text,
)
from zcdesk.forms.samples_people import CONTACT, HEALTH, WATER, head

MATTER = Matter(
    key="1-61",
    code="1061",
    name=WATER,
    department=HEALTH,
    categories=(WindowCategory.SOCIAL,),
    version=3,
    type=MatterType.PROMISED,
    statutory_days=20,
    promised_days=8,
    legal_basis="《中华人民共和国传染病防治法》《生活饮用水卫生监督管理办法》",
    result="卫生许可证",
    confidence=Confidence.STATUTE,
    materials=(
        Material(name="供水单位卫生许可证申请书", needs_seal=True, note="窗口可以代为打印"),
        Material(name="营业执照", source=Source.SHARED),
        Material(name="法定代表人或者负责人资格证明和身份证明", source=Source.SHARED),
        Material(name="供、管水人员健康合格证明和培训合格证明", form=Form.BOTH, copies=1),
        Material(name="场地所有权或使用权证明", form=Form.BOTH),
        Material(name="单位卫生管理组织和制度"),
        Material(
            name="涉水产品及消毒药械的卫生许可批件",
            form=Form.COPY,
            necessity=Necessity.CONDITIONAL,
            condition="使用涉水产品或者消毒药械的提交",
        ),
        Material(
            name="水源水和出厂水的水质检验报告",
            necessity=Necessity.DEFERRABLE,
            source=Source.ISSUED,
            deferral_days=5,
        ),
    ),
)
PLACE = Place(
    address="无锡市梁溪区示例路 1 号一楼综合受理窗口",
    hours="工作日 9:00—12:00，13:00—17:00（法定节假日除外）",
)


def guide() -> GuidePaper:
    return GuidePaper(
        **_about(),
        type_text="承诺件",
        windows=tuple(category.value for category in MATTER.categories),
        basis=MATTER.legal_basis,
        conditions="有符合要求的水源和供水设施；有卫生管理组织和制度；供、管水人员经培训、体检合格。",
        statutory=statutory_text(MATTER),
        promised=promised_text(MATTER),
        materials=guide_materials(MATTER),
        steps=guide_steps(MATTER, acceptance_days=2),
        special="现场检验，所需时间书面告知。",
        fee="不收费",
        result=MATTER.result,
        delivery="窗口领取、邮寄",
    )


def material_list() -> MaterialListPaper:
    return MaterialListPaper(
        **_about(), materials=guide_materials(MATTER), promised=promised_text(MATTER)
    )


def flow() -> FlowPaper:
    return FlowPaper(**_about(), steps=guide_steps(MATTER, acceptance_days=2))


def _about() -> dict[str, Any]:
    return {
        "head": head(MATTER.code, ""),
        "matter": MATTER.name,
        "department": MATTER.department,
        "code": MATTER.code,
        "version": MATTER.version,
        "place": PLACE,
        "contact": CONTACT,
    }
