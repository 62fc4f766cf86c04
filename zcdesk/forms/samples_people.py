"""The invented people, firms and numbers that the samples of papers are about.

All have right check digits, and names hold rare characters on purpose. Never printed by a counter.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.numbers import Number
from zcdesk.domain.papers import Contact, MaterialLine, MatterLine, PaperHead, Party

HALL = "无锡市梁溪区政务服务中心"
ZONE = timezone(timedelta(hours=8))
AT = datetime(2026, 11, 24, 10, 31, tzinfo=ZONE)
CONTACT = Contact(consult="0510-0000 0000", complaint="0510-0000 0001")
WATER = "饮用水供水单位卫生许可（新证）"
HEALTH = "区卫生健康委"
HEALTH_FULL = "无锡市梁溪区卫生健康委员会"
SHOW = "营业性演出审批"
CULTURE = "区文体旅游局"
CULTURE_FULL = "无锡市梁溪区文体广电和旅游局"


def number(serial: int) -> str:
    return Number(hall="320213", year=26, code="7K2", serial=serial).text


def head(
    number: str,
    label: str = "申请人联",
    at: datetime = AT,
    window: str = "3 号窗口",
    clerk: str = "张敏",
) -> PaperHead:
    return PaperHead(
        hall=HALL,
        number=number,
        at=at,
        window=window,
        clerk=clerk,
        copy_label=label,
        sample=True,
    )


def firm() -> Party:
    return Party(
        name="示例供水有限公司",
        id_label="统一社会信用代码",
        id_masked=mask_id("91320213MA7X0T0096"),
        agent_name="古丽·买买提艾力",
        agent_kind="委托代理",
        agent_id_label="居民身份证",
        agent_id_masked=mask_id("653101198807211020"),
        agent_phone_masked=mask_phone("13800006620"),
    )


def person(name: str, number: str) -> Party:
    return Party(
        name=name,
        id_label="居民身份证",
        id_masked=mask_id(number),
        phone_masked=mask_phone("13900004528"),
    )


def water(platform: str | None = "", latest: date | None = date(2026, 12, 8)) -> MatterLine:
    return MatterLine(
        no=1,
        name=WATER,
        department=HEALTH,
        days=8,
        latest=latest,
        platform_number=platform,
        sample=True,
    )


def show() -> MatterLine:
    return MatterLine(no=1, name=SHOW, department=CULTURE, days=3)


def water_materials() -> tuple[MaterialLine, ...]:
    """List what was handed in for the water works, one material deferred."""
    original, copy, seen = "原件", "复印件", "已收，已核对原件"
    rows = (
        ("供水单位卫生许可证申请书", original, 1, 1, "已收"),
        ("营业执照", "免交", None, None, "数据共享取得"),
        ("法定代表人或者负责人资格证明和身份证明", "免交", None, None, "数据共享取得"),
        ("供、管水人员健康合格证明和培训合格证明", copy, 6, 6, seen),
        ("场地所有权或使用权证明", copy, 1, 1, seen),
        ("单位卫生管理组织和制度", original, 1, 1, "已收"),
        ("建设项目设计图纸及有关的文字说明", original, 1, 1, "已收"),
        ("涉水产品及消毒药械的卫生许可批件", copy, 1, 1, "已收"),
    )
    lines = [
        MaterialLine(no=no, name=name, form_text=form, due=due, given=given, state_text=state)
        for no, (name, form, due, given, state) in enumerate(rows, 1)
    ]
    return (*lines, late_report(9))


def late_report(no: int) -> MaterialLine:
    return MaterialLine(
        no=no,
        name="水源水和出厂水的水质检验报告",
        form_text="原件",
        due=1,
        given=0,
        deferred_until=date(2026, 12, 1),
    )
