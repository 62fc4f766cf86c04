"""Samples of a department's papers about one case; see `samples`."""

from __future__ import annotations

from datetime import date, datetime

from zcdesk.domain.papers import LackLine, MatterLine, document_number, qr_payload
from zcdesk.domain.papers_review import (
    AcceptanceGround,
    AcceptancePaper,
    CorrectionPaper,
    ExtensionPaper,
    GrantPaper,
    RefusalPaper,
    RejectionGround,
    RejectionPaper,
    Remedy,
    SpecialStep,
    SpecialStepPaper,
    SupervisionPaper,
    TerminationPaper,
    WithdrawalPaper,
)
from zcdesk.forms.samples_people import (
    AT,
    CONTACT,
    CULTURE_FULL,
    HEALTH,
    HEALTH_FULL,
    ZONE,
    firm,
    head,
    late_report,
    number,
    person,
    show,
    water,
)

RECEIVED, ACCEPTED = date(2026, 11, 24), date(2026, 11, 25)
LAW = "《中华人民共和国行政许可法》"
REMEDY = Remedy(review_body="无锡市梁溪区人民政府", court="无锡市梁溪区人民法院")


def acceptance() -> AcceptancePaper:
    mine = number(57)
    return AcceptancePaper(
        head=head(mine, at=AT.replace(day=25, hour=14, minute=20)),
        party=firm(),
        matters=(water(None, date(2026, 12, 7)),),
        authority=HEALTH_FULL,
        document_number=document_number("梁卫许受", 2026, 57),
        basis=f"{LAW}第三十二条第一款第五项",
        received_on=RECEIVED,
        accepted_on=ACCEPTED,
        ground=AcceptanceGround.DEFERRED,
        materials=(late_report(1),),
        query_code="K7Q2-M4",
        qr=qr_payload("R", mine, "K7Q2-M4"),
        contact=CONTACT,
    )


def rejection() -> RejectionPaper:
    return RejectionPaper(
        head=head(number(59), at=AT.replace(day=26, hour=9, minute=5)),
        party=person("李䶮", "320204197903083314"),
        matters=(
            MatterLine(no=1, name="出版物零售业务经营许可", department="区委宣传部", days=None),
        ),
        authority="无锡市梁溪区新闻出版局",
        document_number=document_number("梁新出许不受", 2026, 9),
        basis=f"{LAW}第三十二条第一款第二项",
        received_on=RECEIVED,
        ground=RejectionGround.NOT_COMPETENT,
        reason="申请的经营场所位于无锡市滨湖区，不在本机关的管辖区域内。",
        competent="无锡市滨湖区新闻出版局",
        remedy=REMEDY,
        contact=CONTACT,
    )


def correction() -> CorrectionPaper:
    mine = number(58)
    return CorrectionPaper(
        head=head(mine, at=AT.replace(day=26, hour=16, minute=40)),
        party=person("王𬱖", "320213199006154528"),
        matters=(show(),),
        authority=CULTURE_FULL,
        document_number=document_number("梁文旅许补", 2026, 31),
        received_on=RECEIVED,
        times=2,
        lacks=(
            LackLine(
                no=1,
                name="演出场所安全、消防批准文件",
                problem="不符",
                reason="提交的复印件没有经营单位的公章",
                mend="加盖经营单位的公章",
                where="任一综合窗口",
            ),
            LackLine(
                no=2,
                name="演员名单和身份证明",
                problem="缺",
                reason="名单中的第 3 人没有身份证明",
                mend="提交复印件，原件核对后退还",
                where="任一综合窗口",
                new_point=True,
            ),
        ),
        come_back_code="H4T9-2C",
        qr=qr_payload("R", mine, "H4T9-2C"),
        contact=CONTACT,
    )


def special_step() -> SpecialStepPaper:
    mine = number(57)
    return SpecialStepPaper(
        head=head(mine, at=AT.replace(day=27, hour=11, minute=0)),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        document_number=document_number("梁卫许特", 2026, 6),
        accepted_on=ACCEPTED,
        steps=(
            SpecialStep(
                no=1,
                name="现场检验",
                organiser="无锡市梁溪区卫生监督所",
                basis=f"{LAW}第五十五条",
                begins=date(2026, 11, 30),
                days=3,
            ),
            SpecialStep(no=2, name="专家评审", organiser=HEALTH_FULL),
        ),
        query_code="K7Q2-M4",
        qr=qr_payload("R", mine, "K7Q2-M4"),
        contact=CONTACT,
    )


def extension() -> ExtensionPaper:
    mine = number(57)
    return ExtensionPaper(
        head=head(mine, at=datetime(2026, 12, 4, 15, 30, tzinfo=ZONE)),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        document_number=document_number("梁卫许延", 2026, 2),
        accepted_on=ACCEPTED,
        reason="水源地保护范围的核实尚待有关部门书面答复",
        approver="本机关负责人",
        days=10,
        due_before=date(2026, 12, 7),
        due_after=date(2026, 12, 21),
        query_code="K7Q2-M4",
        qr=qr_payload("R", mine, "K7Q2-M4"),
        contact=CONTACT,
    )


def grant() -> GrantPaper:
    mine = number(57)
    return GrantPaper(
        head=head(mine, at=datetime(2026, 12, 4, 9, 0, tzinfo=ZONE)),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        document_number=document_number("梁卫许决", 2026, 57),
        basis=f"{LAW}第三十八条第一款",
        accepted_on=ACCEPTED,
        granted="集中式供水，日供水能力 5000 立方米，供水范围以许可证载明的为准。",
        certificate="卫生许可证（正本、副本各 1 份）",
        certificate_number=document_number("梁卫水证字", 2026, 12),
        valid_from=date(2026, 12, 4),
        valid_until=date(2030, 12, 3),
        delivery="综合出件窗口领取",
        query_code="K7Q2-M4",
        qr=qr_payload("R", mine, "K7Q2-M4"),
        contact=CONTACT,
    )


def refusal() -> RefusalPaper:
    return RefusalPaper(
        head=head(number(58), at=datetime(2026, 12, 1, 16, 0, tzinfo=ZONE)),
        party=person("王𬱖", "320213199006154528"),
        matters=(show(),),
        authority=CULTURE_FULL,
        document_number=document_number("梁文旅许不决", 2026, 3),
        basis=f"{LAW}第三十八条第二款",
        accepted_on=date(2026, 11, 30),
        reason="演出场所的消防安全检查合格证明已被撤销，不具备举办营业性演出的条件。",
        remedy=REMEDY,
        contact=CONTACT,
    )


def termination() -> TerminationPaper:
    return TerminationPaper(
        head=head(number(57), at=datetime(2026, 12, 2, 9, 0, tzinfo=ZONE)),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        document_number=document_number("梁卫许终", 2026, 4),
        received_on=RECEIVED,
        ended_on=date(2026, 12, 2),
        reason="承诺补交的水源水和出厂水的水质检验报告在 2026年12月1日前没有补齐",
        remedy=REMEDY,
        contact=CONTACT,
    )


def withdrawal() -> WithdrawalPaper:
    mine = number(57)
    return WithdrawalPaper(
        head=head(mine, "", AT.replace(day=26)),
        party=firm(),
        matters=(water(None, None),),
        authority=HEALTH_FULL,
        received_on=RECEIVED,
        reason="供水方案调整，拟在方案确定后重新申请",
        delivery="窗口领取",
        qr=qr_payload("R", mine),
        contact=CONTACT,
    )


def supervision() -> SupervisionPaper:
    return SupervisionPaper(
        head=head(number(57), "", AT.replace(day=26, hour=17, minute=5)),
        party=firm(),
        matters=(water(None, None),),
        department=HEALTH,
        officer="周𬎆",
        stage="受理",
        due=AT.replace(day=26, hour=17, minute=0),
        state="受理已逾期 5 分钟",
        demand="在 2026年11月27日 10:00 前决定受理、一次告知补正或者不予受理，并说明逾期原因。",
        reply_by=AT.replace(day=27, hour=10, minute=0),
        issued_by="值班长　陈𠮷",
    )
