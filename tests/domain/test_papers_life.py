"""Papers of a case's life as values: what each refuses, and the words it derives."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from zcdesk.domain.matter import Form, Material, Matter, MatterType, Necessity, Source, Unit
from zcdesk.domain.papers import PaperKind, Unfit, document_number, title, type_of
from zcdesk.domain.papers_guide import (
    guide_materials,
    guide_steps,
    promised_text,
    statutory_text,
)
from zcdesk.domain.papers_lists import PileLine
from zcdesk.domain.papers_review import AcceptanceGround, RejectionGround
from zcdesk.forms.samples import sample

DAY = date(2026, 11, 24)
BARE = "320213199006154528"


def refused(kind: PaperKind, **changes: object) -> list[tuple[str, str]]:
    with pytest.raises(Unfit) as caught:
        msgspec.structs.replace(sample(kind), **changes)
    assert (caught.value.code, caught.value.field) == (
        caught.value.faults[0].code,
        caught.value.faults[0].field,
    )
    return [(fault.code, fault.field) for fault in caught.value.faults]


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        (PaperKind.ACCEPTANCE, {"authority": " "}, "paper.authority"),
        (PaperKind.REJECTION, {"reason": ""}, "rejection.reason"),
        (PaperKind.REJECTION, {"basis": ""}, "rejection.basis"),
        (PaperKind.REJECTION, {"competent": ""}, "rejection.competent"),
        (PaperKind.CORRECTION, {"lacks": ()}, "correction.lacks"),
        (PaperKind.CORRECTION, {"times": 0}, "correction.times"),
        (PaperKind.SPECIAL_STEP, {"steps": ()}, "special.steps"),
        (PaperKind.EXTENSION, {"reason": ""}, "extension.reason"),
        (PaperKind.EXTENSION, {"approver": ""}, "extension.approver"),
        (PaperKind.EXTENSION, {"days": 0}, "extension.days"),
        (PaperKind.GRANT, {"granted": ""}, "grant.granted"),
        (PaperKind.GRANT, {"basis": ""}, "grant.basis"),
        (PaperKind.REFUSAL, {"reason": ""}, "refusal.reason"),
        (PaperKind.REFUSAL, {"basis": ""}, "refusal.basis"),
        (PaperKind.TERMINATION, {"reason": ""}, "termination.reason"),
        (PaperKind.WITHDRAWAL, {"authority": ""}, "withdrawal.authority"),
        (PaperKind.SUPERVISION, {"demand": ""}, "supervision.demand"),
        (PaperKind.HANDOVER, {"rows": ()}, "handover.rows"),
        (PaperKind.HANDOVER, {"department": ""}, "list.department"),
        (PaperKind.RESULT_HANDOVER, {"rows": ()}, "handover.rows"),
        (PaperKind.DELIVERY, {"documents": ()}, "delivery.documents"),
        (PaperKind.DELIVERY_TRANSFER, {"rows": ()}, "transfer.rows"),
        (PaperKind.POST_LIST, {"rows": ()}, "post.rows"),
        (PaperKind.MATERIALS_RETURN, {"materials": ()}, "return.materials"),
        (PaperKind.MATERIALS_RETURN, {"occasion": ""}, "return.occasion"),
        (PaperKind.REENTRY, {"entries": ()}, "reentry.entries"),
        (PaperKind.ARCHIVE, {"retention": ""}, "archive.retention"),
        (PaperKind.AMENDED_RECEIPT, {"changes": ()}, "amendment.changes"),
        (PaperKind.AMENDED_RECEIPT, {"replaces": ""}, "amendment.replaces"),
        (PaperKind.VOID, {"reason": ""}, "void.reason"),
        (PaperKind.GUIDE, {"department": ""}, "matter.department"),
        (PaperKind.MATERIAL_LIST, {"materials": ()}, "list.materials"),
        (PaperKind.FLOW, {"steps": ()}, "flow.steps"),
    ],
)
def test_a_paper_without_what_the_law_wants_is_refused(
    kind: PaperKind, changes: dict[str, object], field: str
) -> None:
    assert refused(kind, **changes) == [("PAP-01", field)]


def test_every_fault_is_named_at_once() -> None:
    found = refused(PaperKind.EXTENSION, authority="", reason="", days=0, due_after=DAY, qr="小")
    assert found == [
        ("PAP-03", "qr"),
        ("PAP-01", "paper.authority"),
        ("PAP-01", "extension.reason"),
        ("PAP-01", "extension.days"),
        ("PAP-06", "extension.due_after"),
    ]


@pytest.mark.parametrize(
    ("kind", "changes", "field"),
    [
        (PaperKind.ACCEPTANCE, {"accepted_on": date(2026, 11, 23)}, "acceptance.accepted_on"),
        (PaperKind.ACCEPTANCE, {"ground": AcceptanceGround.DEEMED}, "acceptance.accepted_on"),
        (PaperKind.CORRECTION, {"until": date(2026, 11, 25)}, "correction.until"),
        (PaperKind.EXTENSION, {"due_after": date(2026, 12, 7)}, "extension.due_after"),
        (PaperKind.GRANT, {"valid_until": date(2026, 12, 3)}, "grant.valid_until"),
        (PaperKind.TERMINATION, {"ended_on": date(2026, 11, 23)}, "termination.ended_on"),
    ],
)
def test_days_the_wrong_way_round_are_refused(
    kind: PaperKind, changes: dict[str, object], field: str
) -> None:
    assert refused(kind, **changes) == [("PAP-06", field)]


def test_a_case_deemed_accepted_is_accepted_on_the_day_of_receipt() -> None:
    paper = sample(PaperKind.ACCEPTANCE)
    deemed = msgspec.structs.replace(
        paper, ground=AcceptanceGround.DEEMED, accepted_on=paper.received_on
    )
    assert deemed.accepted_on == DAY


def test_another_ground_needs_no_competent_organ() -> None:
    paper = sample(PaperKind.REJECTION)
    other = msgspec.structs.replace(paper, ground=RejectionGround.UNTRUE, competent="")
    assert other.competent == ""


def test_a_receipt_cannot_replace_itself() -> None:
    mine = sample(PaperKind.AMENDED_RECEIPT).head.number
    assert refused(PaperKind.AMENDED_RECEIPT, replaces=mine) == [("PAP-06", "amendment.replaces")]
    voided = sample(PaperKind.VOID).head.number
    assert refused(PaperKind.VOID, replaced_by=voided) == [("PAP-06", "void.replaced_by")]


@pytest.mark.req("UX-41")
def test_no_list_shows_a_bare_number() -> None:
    row = sample(PaperKind.HANDOVER).rows[0]
    entry = sample(PaperKind.REENTRY).entries[2]
    change = sample(PaperKind.AMENDED_RECEIPT).changes[1]
    for part, field in ((row, "applicant"), (row, "note"), (entry, "value")):
        with pytest.raises(Unfit) as caught:
            msgspec.structs.replace(part, **{field: f"号 {BARE}"})
        assert caught.value.code == "PAP-02"
        assert BARE not in str(caught.value)
    assert refused(PaperKind.DELIVERY, receiver_id_masked=BARE) == [
        ("PAP-02", "delivery.receiver_id_masked")
    ]
    wrong = msgspec.structs.replace(change, before="13800006620")
    assert refused(PaperKind.AMENDED_RECEIPT, changes=(wrong,)) == [("PAP-02", "change.before")]


def test_a_long_number_of_a_platform_or_a_parcel_is_no_persons() -> None:
    row = sample(PaperKind.DELIVERY_TRANSFER).rows[0]
    assert msgspec.structs.replace(row, number="320213202611240057", waybill="110012345678901")


def test_a_result_that_does_not_agree_says_why() -> None:
    row = sample(PaperKind.RESULT_HANDOVER).rows[2]
    with pytest.raises(Unfit) as caught:
        msgspec.structs.replace(row, refused="")
    assert caught.value.field == "row.refused"


def test_a_code_too_long_for_its_square_is_refused() -> None:
    assert refused(PaperKind.TICKET, qr="T" * 121) == [("PAP-03", "qr")]


@pytest.mark.parametrize(
    ("originals", "copies", "text"),
    [
        (1, 0, "申请书（原1）"),
        (0, 6, "申请书（复6）"),
        (1, 2, "申请书（原1复2）"),
        (0, 0, "申请书"),
    ],
)
def test_a_pile_counts_originals_and_copies(originals: int, copies: int, text: str) -> None:
    assert PileLine(name="申请书", originals=originals, copies=copies).text == text


def test_a_document_number_is_written_as_official_papers_do() -> None:
    assert document_number("梁卫许受", 2026, 57) == "梁卫许受〔2026〕57号"
    for wrong in (("", 2026, 57), ("梁卫许受", 2026, 0)):
        with pytest.raises(Unfit):
            document_number(*wrong)


def test_every_kind_has_its_type_and_its_own_title() -> None:
    kinds = list(PaperKind)
    assert [type_of(kind) for kind in kinds] == [type(sample(kind)) for kind in kinds]
    assert len({title(sample(kind)) for kind in kinds}) == len(kinds) == 34
    assert all(kind.value.replace("-", "").isalpha() and kind.value.isascii() for kind in kinds)


def matter(**changes: object) -> Matter:
    made = Matter(key="1-1", code="1001", name="事项", department="部门", categories=())
    return msgspec.structs.replace(made, **changes)


@pytest.mark.req("R111")
def test_a_guide_says_only_what_the_catalogue_holds() -> None:
    assert promised_text(matter()) == "办理时限以部门确认为准"
    assert statutory_text(matter()) == ""
    assert promised_text(matter(promised_days=0)) == "当场办结"
    assert promised_text(matter(promised_days=8)) == "自受理之日起 8 个工作日"
    assert statutory_text(matter(statutory_days=60, statutory_unit=Unit.CALENDAR)) == "60 个自然日"


def test_an_instant_matter_has_no_review_apart() -> None:
    steps = guide_steps(matter(type=MatterType.INSTANT), 2)
    assert [step.name for step in steps] == ["申请与收件", "审查与决定", "出件"]
    steps = guide_steps(matter(promised_days=8), 1)
    assert [step.limit for step in steps][1:4:2] == [
        "收件后 1 个工作日内",
        "自受理之日起 8 个工作日",
    ]


@pytest.mark.req("R112")
def test_a_guide_tells_what_need_not_be_brought() -> None:
    lines = guide_materials(
        matter(
            materials=(
                Material(name="营业执照", source=Source.SHARED, form=Form.COPY),
                Material(name="证明", shareable=True),
                Material(name="证明", shareable=True, reason="数据未接通", copies=2),
                Material(
                    name="报告",
                    form=Form.BOTH,
                    necessity=Necessity.DEFERRABLE,
                    deferral_days=5,
                    note="加盖公章",
                ),
            )
        )
    )
    assert [line.waived for line in lines] == [True, True, False, False]
    assert [line.form_text for line in lines] == ["免交", "免交", "原件", "验原件收复印件"]
    assert [line.copies for line in lines] == [1, 1, 2, 1]
    assert lines[3].note == "5 个工作日内补齐；加盖公章"
