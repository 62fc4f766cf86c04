"""Samples of the window's papers; see `samples`."""

from __future__ import annotations

from zcdesk.domain.identity import mask_id, mask_phone
from zcdesk.domain.papers import (
    Change,
    CustodyLine,
    LackLine,
    MaterialLine,
    MatterLine,
    NoticePaper,
    PaperHead,
    Party,
    PromisePaper,
    ReceiptPaper,
    ShiftPaper,
    SummaryPaper,
    SummaryRow,
    TicketPaper,
    VoucherPaper,
    qr_payload,
)
from zcdesk.domain.papers_counter import AmendedReceiptPaper, VoidPaper
from zcdesk.forms.samples_people import (
    AT,
    CONTACT,
    HALL,
    HEALTH,
    firm,
    head,
    late_report,
    number,
    person,
    show,
    water,
    water_materials,
)


def receipt() -> ReceiptPaper:
    mine = number(57)
    return ReceiptPaper(
        head=head(mine),
        party=firm(),
        matters=(water(),),
        materials=water_materials(),
        delivery="窗口自取",
        query_code="K7Q2-M4",
        qr=qr_payload("R", mine, "K7Q2-M4"),
        contact=CONTACT,
    )


def amended_receipt() -> AmendedReceiptPaper:
    mine = number(63)
    first = receipt()
    return AmendedReceiptPaper(
        head=head(mine, at=AT.replace(day=25, hour=9, minute=12)),
        party=firm(),
        matters=first.matters,
        materials=first.materials,
        delivery="邮寄",
        query_code="R5N8-T2",
        qr=qr_payload("R", mine, "R5N8-T2"),
        contact=CONTACT,
        replaces=first.head.number,
        replaced_on=AT.date(),
        reason="取件方式和联系电话录入有误",
        approver="综合窗口值班长陈𠮷",
        changes=(
            Change(no=1, item="取件方式", before="窗口自取", after="邮寄"),
            Change(
                no=2,
                item="经办人联系电话",
                before=mask_phone("13800006602"),
                after=mask_phone("13800006620"),
            ),
        ),
    )


def void() -> VoidPaper:
    return VoidPaper(
        head=head(number(61)),
        party=person("吴䶮", "32020619920130441X"),
        matters=(MatterLine(no=1, name="护士执业注册", department=HEALTH, days=5),),
        contact=CONTACT,
        reason="与当日另一次收件重复",
        approver="综合窗口值班长陈𠮷",
        replaced_by=number(60),
    )


def notice() -> NoticePaper:
    mine = number(58)
    here = "任一综合窗口"
    return NoticePaper(
        head=head(mine),
        party=person("王𬱖", "320213199006154528"),
        matters=(show(),),
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
        qr=qr_payload("N", mine, "H4T9-2C"),
        contact=CONTACT,
    )


def promise() -> PromisePaper:
    mine = number(57)
    return PromisePaper(
        head=head(mine),
        party=firm(),
        matters=(water(None),),
        materials=(late_report(1),),
        qr=qr_payload("P", mine),
        contact=CONTACT,
    )


def voucher() -> VoucherPaper:
    mine = number(59)
    return VoucherPaper(
        head=head(mine, "递交人联"),
        party=person("李䶮", "320204197903083314"),
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
        qr=qr_payload("V", mine, "B2R8-W6"),
        contact=CONTACT,
    )


def summary() -> SummaryPaper:
    people = (
        ("古丽·买买提艾力", "653101198807211020"),
        ("李㛃", "32028119951102013X"),
        ("王𬱖", "320213199006154528"),
        ("陈𠮷", "320204197903083314"),
        ("周𬎆", "320213197609142623"),
        ("吴䶮", "32020619920130441X"),
    )
    return SummaryPaper(
        head=head(number(60), "递交人联"),
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
                id_masked=mask_id(card),
                matter="护士执业注册",
                number=number(60 + no),
                materials=3,
            )
            for no, (name, card) in enumerate(people, 1)
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
        qr=qr_payload("S", number(60)),
    )


def ticket() -> TicketPaper:
    return TicketPaper(
        head=PaperHead(hall=HALL, number="A057", at=AT),
        category="社会民生",
        ahead=12,
        wait_minutes=26,
        windows=("1 号", "2 号", "3 号"),
        qr=qr_payload("T", "A057", "20261124"),
    )


def shift() -> ShiftPaper:
    return ShiftPaper(
        head=PaperHead(hall=HALL, number="03-20261124-2", at=AT, window="3 号窗口", clerk="张敏"),
        giver="张敏（0312）",
        taker="陈𠮷（0327）",
        occasion="午休顶岗",
        visits=(CustodyLine(no=1, name="A058", detail="营业性演出审批，材料核验中"),),
        parked=(CustodyLine(no=1, name=number(58), detail="等待申请人补交批准文件", count=4),),
        originals=(CustodyLine(no=1, name="营业性演出许可证副本", detail="A058，核对后退还"),),
        seals=(
            CustodyLine(no=1, name="收件专用章（3）", detail="今日用印 31 次"),
            CustodyLine(no=2, name="空白许可证", detail="编号 0000101 至 0000118", count=18),
        ),
    )
