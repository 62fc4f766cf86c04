"""One invented paper of each kind, for trial prints, commands and tests.

All people, firms and numbers are made up, with right check digits; names hold rare characters on
purpose. Never printed by the counter.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone

from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.numbers import Number
from zcdesk.domain.papers import (
    Contact,
    CustodyLine,
    LackLine,
    MaterialLine,
    MatterLine,
    NoticePaper,
    Paper,
    PaperHead,
    PaperKind,
    Party,
    PromisePaper,
    ReceiptPaper,
    ShiftPaper,
    SummaryPaper,
    SummaryRow,
    TicketPaper,
    VoucherPaper,
)
from zcdesk.domain.qr import qr_payload

HALL = "无锡市梁溪区政务服务中心"
AT = datetime(2026, 11, 24, 10, 31, tzinfo=timezone(timedelta(hours=8)))
CONTACT = Contact(consult="0510-0000 0000", complaint="0510-0000 0001")
WATER = "饮用水供水单位卫生许可（新证）"
HEALTH = "区卫生健康委"


def sample(kind: PaperKind) -> Paper:
    """Make the sample of a kind."""
    return _MAKERS[kind]()


def _number(serial: int) -> str:
    return Number(hall="320213", year=26, code="7K2", serial=serial).text


def _head(number: str, label: str = "申请人联") -> PaperHead:
    return PaperHead(
        hall=HALL,
        number=number,
        at=AT,
        window="3 号窗口",
        clerk="张敏",
        copy_label=label,
        sample=True,
    )


def _firm() -> Party:
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


def _person(name: str, number: str) -> Party:
    return Party(
        name=name,
        id_label="居民身份证",
        id_masked=mask_id(number),
        phone_masked=mask_phone("13900004528"),
    )


def _water(platform: str | None = "") -> MatterLine:
    return MatterLine(
        no=1,
        name=WATER,
        department=HEALTH,
        days=8,
        latest=date(2026, 12, 8),
        platform_number=platform,
        sample=True,
    )


def _receipt() -> ReceiptPaper:
    number = _number(57)
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
    report = MaterialLine(
        no=9,
        name="水源水和出厂水的水质检验报告",
        form_text=original,
        due=1,
        given=0,
        deferred_until=date(2026, 12, 1),
    )
    return ReceiptPaper(
        head=_head(number),
        party=_firm(),
        matters=(_water(),),
        materials=(*lines, report),
        delivery="窗口自取",
        query_code="K7Q2-M4",
        qr=qr_payload("R", number, "K7Q2-M4"),
        contact=CONTACT,
    )


def _notice() -> NoticePaper:
    number = _number(58)
    here = "任一综合窗口"
    return NoticePaper(
        head=_head(number),
        party=_person("王𬱖", "320213199006154528"),
        matters=(MatterLine(no=1, name="营业性演出审批", department="区文体旅游局", days=3),),
        lacks=(
            LackLine(
                no=1,
                name="演出场所安全、消防批准文件",
                problem="缺",
                reason="未提交",
                mend="向演出场所经营单位取得复印件，加盖其公章",
                where=here,
            ),
            LackLine(
                no=2,
                name="文艺表演团体的营业性演出许可证",
                problem="不符",
                reason="有效期至 2026年10月31日，已过期",
                mend="提交延续后的许可证，原件核对后退还",
                where=here,
            ),
        ),
        come_back_code="H4T9-2C",
        qr=qr_payload("N", number, "H4T9-2C"),
        contact=CONTACT,
    )


def _promise() -> PromisePaper:
    number = _number(57)
    return PromisePaper(
        head=_head(number),
        party=_firm(),
        matters=(_water(None),),
        materials=(
            MaterialLine(
                no=1,
                name="水源水和出厂水的水质检验报告",
                form_text="原件",
                due=1,
                given=0,
                deferred_until=date(2026, 12, 1),
            ),
        ),
        qr=qr_payload("P", number),
        contact=CONTACT,
    )


def _voucher() -> VoucherPaper:
    number = _number(59)
    return VoucherPaper(
        head=_head(number, "递交人联"),
        party=_person("李䶮", "320204197903083314"),
        matters=(
            MatterLine(no=1, name="出版物零售业务经营许可", department="区委宣传部", days=None),
        ),
        materials=(
            MaterialLine(
                no=1, name="申请书", form_text="原件", due=1, given=1, state_text="已接收"
            ),
            MaterialLine(
                no=2,
                name="经营场所情况说明和使用权证明",
                form_text="复印件",
                due=1,
                given=1,
                state_text="已接收",
                note="未核对原件",
            ),
        ),
        lacks=(
            LackLine(
                no=1,
                name="经营场所使用权证明",
                problem="不符",
                reason="租赁合同未载明租赁期限",
                mend="由出租人补充载明并签章",
                where="任一综合窗口",
            ),
        ),
        query_code="B2R8-W6",
        qr=qr_payload("V", number, "B2R8-W6"),
        contact=CONTACT,
    )


def _summary() -> SummaryPaper:
    people = (
        ("古丽·买买提艾力", "653101198807211020"),
        ("李㛃", "32028119951102013X"),
        ("王𬱖", "320213199006154528"),
        ("陈𠮷", "320204197903083314"),
        ("周𬎆", "320213197609142623"),
        ("吴䶮", "32020619920130441X"),
    )
    return SummaryPaper(
        head=_head(_number(60), "递交人联"),
        presenter=Party(
            name="示例第二人民医院",
            id_label="统一社会信用代码",
            id_masked=mask_id("123202134668901236"),
            agent_name="周𬎆",
            agent_kind="单位经办",
            agent_id_label="居民身份证",
            agent_id_masked=mask_id("320213197609142623"),
        ),
        rows=tuple(
            SummaryRow(
                no=no,
                applicant=name,
                id_masked=mask_id(number),
                matter="护士执业注册",
                number=_number(60 + no),
                materials=3,
            )
            for no, (name, number) in enumerate(people, 1)
        ),
        shared=(
            MaterialLine(
                no=1,
                name="医疗卫生机构执业许可证副本",
                form_text="复印件",
                due=1,
                given=1,
                state_text="已收，已核对原件",
            ),
        ),
        qr=qr_payload("S", _number(60)),
    )


def _ticket() -> TicketPaper:
    return TicketPaper(
        head=PaperHead(hall=HALL, number="A057", at=AT),
        category="社会民生",
        ahead=12,
        wait_minutes=26,
        windows=("1 号", "2 号", "3 号"),
        qr=qr_payload("T", "A057", "20261124"),
    )


def _shift() -> ShiftPaper:
    return ShiftPaper(
        head=PaperHead(hall=HALL, number="03-20261124-2", at=AT, window="3 号窗口", clerk="张敏"),
        giver="张敏（0312）",
        taker="陈𠮷（0327）",
        occasion="午休顶岗",
        visits=(CustodyLine(no=1, name="A058", detail="营业性演出审批，材料核验中"),),
        parked=(CustodyLine(no=1, name=_number(58), detail="等待申请人补交批准文件", count=4),),
        originals=(CustodyLine(no=1, name="营业性演出许可证副本", detail="A058，核对后退还"),),
        seals=(
            CustodyLine(no=1, name="收件专用章（3）", detail="今日用印 31 次"),
            CustodyLine(no=2, name="空白许可证", detail="编号 0000101 至 0000118", count=18),
        ),
    )


_MAKERS: dict[PaperKind, Callable[[], Paper]] = {
    PaperKind.RECEIPT: _receipt,
    PaperKind.NOTICE: _notice,
    PaperKind.PROMISE: _promise,
    PaperKind.VOUCHER: _voucher,
    PaperKind.SUMMARY: _summary,
    PaperKind.TICKET: _ticket,
    PaperKind.SHIFT: _shift,
}
