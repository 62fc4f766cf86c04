"""Samples of the lists that pass with paper; see `samples`."""

from __future__ import annotations

import hashlib
from datetime import date, datetime

from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.papers import MaterialLine, MatterLine, document_number, qr_payload
from zcdesk.domain.papers_lists import (
    ArchivePaper,
    DeliveryPaper,
    DeliveryTransferPaper,
    DocumentLine,
    EntryField,
    FileItem,
    Hand,
    HandoverPaper,
    HandoverRow,
    MaterialsReturnPaper,
    PileLine,
    PostedRow,
    PostListPaper,
    ReceiptRow,
    ReentryPaper,
    ResultHandoverPaper,
    ResultRow,
)
from zcdesk.domain.papers_report import AssessmentPaper, ReportPaper, ReportTable
from zcdesk.forms.samples_people import (
    AT,
    CONTACT,
    CULTURE_FULL,
    HEALTH,
    HEALTH_FULL,
    SHOW,
    WATER,
    ZONE,
    firm,
    head,
    number,
    person,
    show,
    water,
    water_materials,
)

RESULTS = ("综合出件窗口", "孙萍")
NURSE = "护士执业注册"
LICENCE = document_number("梁卫水证字", 2026, 12)
DECISION = document_number("梁卫许决", 2026, 57)


def handover() -> HandoverPaper:
    nurse = (
        PileLine(name="注册申请审核表", originals=1),
        PileLine(name="执业资格考试成绩合格证明", copies=1),
        PileLine(name="健康体检证明", originals=1),
    )
    rows = (
        HandoverRow(
            no=1,
            number=number(57),
            applicant="示例供水有限公司",
            matter=WATER,
            materials=tuple(
                PileLine(
                    name=line.name,
                    originals=(line.given or 0) if line.form_text == "原件" else 0,
                    copies=(line.given or 0) if line.form_text == "复印件" else 0,
                )
                for line in water_materials()
                if line.given
            ),
            note="容缺 1 种，2026年12月1日前补齐",
        ),
        HandoverRow(no=2, number=number(62), applicant="李㛃", matter=NURSE, materials=nurse),
        HandoverRow(no=3, number=number(64), applicant="陈𠮷", matter=NURSE, materials=nurse),
        HandoverRow(
            no=4,
            number=number(66),
            applicant="吴䶮",
            matter=NURSE,
            materials=nurse[:2],
            note="体检证明在窗口核对后退还",
        ),
    )
    return HandoverPaper(
        head=head("JJ20261124-03", "窗口联", AT.replace(hour=14, minute=18)),
        department=HEALTH,
        slot="上午件",
        due=AT.replace(hour=15, minute=0),
        rows=rows,
        giver=Hand(name="张敏", unit="3 号窗口"),
        taker=Hand(name="周𬎆", unit=HEALTH),
        qr=qr_payload("H", "JJ20261124-03"),
    )


def result_handover() -> ResultHandoverPaper:
    rows = (
        ResultRow(
            no=1,
            number=number(57),
            applicant="示例供水有限公司",
            matter=WATER,
            result="卫生许可证",
            document_number=LICENCE,
            copies=2,
            agrees=True,
            delivery="窗口领取",
        ),
        ResultRow(
            no=2,
            number=number(41),
            applicant="王𬱖",
            matter="公共场所卫生许可（变更）",
            result="卫生许可证",
            document_number=document_number("梁卫公证字", 2026, 88),
            agrees=True,
            collect=("原许可证正本、副本",),
            delivery="邮寄",
        ),
        ResultRow(
            no=3,
            number=number(44),
            applicant="李㛃",
            matter=NURSE,
            result="护士执业证书",
            agrees=False,
            refused="证书上的姓名与收件信息不一致",
            delivery="窗口领取",
        ),
    )
    return ResultHandoverPaper(
        head=head("JG20261204-01", "出件联", datetime(2026, 12, 4, 14, 0, tzinfo=ZONE), *RESULTS),
        department=HEALTH,
        due=datetime(2026, 12, 7, 17, 0, tzinfo=ZONE),
        rows=rows,
        giver=Hand(name="周𬎆", unit=HEALTH),
        taker=Hand(name="孙萍", unit="综合出件窗口"),
        qr=qr_payload("H", "JG20261204-01"),
    )


def delivery() -> DeliveryPaper:
    mine = number(57)
    return DeliveryPaper(
        head=head(mine, "归档联", datetime(2026, 12, 4, 15, 10, tzinfo=ZONE), *RESULTS),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        documents=(
            DocumentLine(no=1, name="准予行政许可决定书", number=DECISION),
            DocumentLine(no=2, name="卫生许可证（正本、副本）", number=LICENCE, copies=2),
        ),
        place="综合出件窗口",
        receiver="古丽·买买提艾力",
        receiver_role="委托代理",
        receiver_id_masked=mask_id("653101198807211020"),
        collected=(MaterialLine(no=1, name="原卫生许可证正本", form_text="原件", due=1, given=1),),
        qr=qr_payload("R", mine),
    )


def delivery_transfer() -> DeliveryTransferPaper:
    rows = (
        ReceiptRow(
            no=1,
            number=number(57),
            applicant="示例供水有限公司",
            matter=WATER,
            document="决定书、卫生许可证",
            delivered_on=date(2026, 12, 4),
            way="窗口领取",
        ),
        ReceiptRow(
            no=2,
            number=number(41),
            applicant="王𬱖",
            matter="公共场所卫生许可（变更）",
            document="卫生许可证",
            delivered_on=date(2026, 12, 3),
            way="邮寄",
            waybill="EX000000012CN",
        ),
    )
    return DeliveryTransferPaper(
        head=head("HZ20261207-01", "", datetime(2026, 12, 7, 9, 30, tzinfo=ZONE), *RESULTS),
        department=HEALTH,
        due=datetime(2026, 12, 7, 17, 0, tzinfo=ZONE),
        rows=rows,
        giver=Hand(name="孙萍", unit="综合出件窗口"),
        taker=Hand(name="周𬎆", unit=HEALTH),
        qr=qr_payload("H", "HZ20261207-01"),
    )


def post_list() -> PostListPaper:
    rows = (
        PostedRow(
            no=1,
            waybill="EX000000012CN",
            number=number(41),
            applicant="王𬱖",
            matter="公共场所卫生许可（变更）",
            document="卫生许可证",
            copies=2,
        ),
        PostedRow(
            no=2,
            waybill="EX000000026CN",
            number=number(57),
            applicant="示例供水有限公司",
            matter=WATER,
            document="准予行政许可决定书",
            note="二次寄出",
        ),
    )
    return PostListPaper(
        head=head("JD20261203-01", "", datetime(2026, 12, 3, 16, 30, tzinfo=ZONE), *RESULTS),
        day=date(2026, 12, 3),
        rows=rows,
        giver=Hand(name="孙萍", unit="综合出件窗口"),
    )


def materials_return() -> MaterialsReturnPaper:
    mine = number(58)
    return MaterialsReturnPaper(
        head=head(mine, "申请人联", datetime(2026, 12, 1, 16, 30, tzinfo=ZONE), *RESULTS),
        party=person("王𬱖", "320213199006154528"),
        matters=(show(),),
        occasion="不予行政许可",
        materials=(
            MaterialLine(no=1, name="营业性演出申请登记表", form_text="原件", given=1),
            MaterialLine(no=2, name="演员名单和身份证明", form_text="复印件", given=6),
            MaterialLine(
                no=3,
                name="演出场所安全、消防批准文件",
                form_text="原件",
                given=1,
                note="核对时留存的原件",
            ),
        ),
        qr=qr_payload("R", mine),
        contact=CONTACT,
    )


def reentry() -> ReentryPaper:
    mine = number(58)
    rows = (
        ("申请人信息", "申请人姓名", "王𬱖"),
        ("申请人信息", "证件类型", "居民身份证"),
        ("申请人信息", "证件号码", mask_id("320213199006154528")),
        ("申请人信息", "联系电话", mask_phone("13900004528")),
        ("申请人信息", "通信地址", "无锡市梁溪区示例路 12 号"),
        ("办件信息", "事项名称", SHOW),
        ("办件信息", "收件时间", "2026-11-24 10:31"),
        ("办件信息", "演出名称", "示例新年音乐会"),
        ("办件信息", "演出日期", "2026-12-31"),
    )
    return ReentryPaper(
        head=head(mine, ""),
        party=person("王𬱖", "320213199006154528"),
        matters=(show(),),
        system="文化市场技术监管与服务平台",
        entries=tuple(
            EntryField(no=no, section=section, label=label, value=value)
            for no, (section, label, value) in enumerate(rows, 1)
        ),
        materials=(
            MaterialLine(no=1, name="营业性演出申请登记表", form_text="原件", given=1),
            MaterialLine(no=2, name="演员名单和身份证明", form_text="复印件", given=6),
        ),
        qr=qr_payload("R", mine),
    )


def archive() -> ArchivePaper:
    rows = (
        ("收件通知书", number(57), date(2026, 11, 24), 1, "纸质"),
        ("容缺受理承诺书", number(57), date(2026, 11, 24), 1, "纸质"),
        ("受理通知书", document_number("梁卫许受", 2026, 57), date(2026, 11, 25), 1, "纸质"),
        ("申请材料（收件清单所列 8 种）", "", date(2026, 11, 24), 23, "纸质"),
        ("水源水和出厂水的水质检验报告", "", date(2026, 11, 30), 4, "纸质"),
        ("申请材料扫描件", "", date(2026, 11, 24), 28, "电子"),
        ("准予行政许可决定书", DECISION, date(2026, 12, 4), 1, "纸质"),
        ("送达回执", number(57), date(2026, 12, 4), 1, "纸质"),
        ("办件记录", "", date(2026, 12, 7), 0, "电子"),
    )
    return ArchivePaper(
        head=head(number(57), "", datetime(2026, 12, 7, 16, 0, tzinfo=ZONE), *RESULTS),
        party=firm(),
        matters=(MatterLine(no=1, name=WATER, department=HEALTH, days=8),),
        items=tuple(
            FileItem(
                no=no,
                name=name,
                number=mark,
                day=day,
                pages=pages,
                medium=medium,
                digest=hashlib.sha256(name.encode()).hexdigest() if medium == "电子" else "",
            )
            for no, (name, mark, day, pages, medium) in enumerate(rows, 1)
        ),
        retention="30 年",
        outcome="准予许可",
        closed_on=date(2026, 12, 4),
        giver=Hand(name="孙萍", unit="综合出件窗口"),
        taker=Hand(unit=CULTURE_FULL.replace("文体广电和旅游局", "档案馆")),
    )


def report() -> ReportPaper:
    compared = ("指标", "本期", "上期", "去年同期")
    return ReportPaper(
        head=head("2026-11", ""),
        name="2026年11月月报",
        scope="全大厅",
        digest=f"sha256:{hashlib.sha256(b'report').hexdigest()}",
        tables=(
            ReportTable(
                title="一、收件与办结",
                columns=compared,
                rows=(
                    ("收件量", "3120", "2988", "—"),
                    ("按时办结率", "99.2%", "98.7%", "—"),
                    ("窗口办理时间中位数", "11 分钟", "12 分钟", "—"),
                ),
            ),
            ReportTable(title="二、退回原因", columns=("原因", "件次"), rows=()),
        ),
        remarks=("去年同期没有数据。",),
    )


def assessment() -> AssessmentPaper:
    return AssessmentPaper(
        head=head("2026-11", ""),
        name="2026年11月考核表",
        scope="综合受理窗口",
        tables=(
            ReportTable(
                title="人员指标",
                columns=("姓名", "收件量", "退回率", "群众满意率", "得分"),
                rows=(
                    ("陈建", "不足 10 件", "—", "—", "—"),
                    ("张敏", "312", "1.9%", "98.4%", "96.1"),
                ),
                note="按姓名排列。",
            ),
        ),
    )
