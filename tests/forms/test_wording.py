"""The words of papers as data: shipped texts all used, a hall's own checked before they print."""

from __future__ import annotations

import io
import re
from pathlib import Path

import msgspec
import pypdf
import pytest

from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.domain.papers_review import AcceptanceGround, Remedy
from zcdesk.forms import render
from zcdesk.forms.blocks import texts
from zcdesk.forms.content import compose
from zcdesk.forms.samples import sample
from zcdesk.forms.wording import (
    SHARED,
    Say,
    Unreadable,
    Wording,
    check,
    over_shipped,
    placeholders,
    read_raw,
    shipped,
    shipped_file,
)

DAYS = "材料已收，{days} 个工作日内答复。"


def variants() -> list[Paper]:
    """The samples, and papers that say what no sample does."""
    found = [sample(kind) for kind in PaperKind]

    def also(kind: PaperKind, **changes: object) -> None:
        found.append(msgspec.structs.replace(sample(kind), **changes))

    accepted = sample(PaperKind.ACCEPTANCE)
    for ground in AcceptanceGround:
        also(PaperKind.ACCEPTANCE, ground=ground, accepted_on=accepted.received_on)
    also(PaperKind.AMENDED_RECEIPT, approver="")
    also(PaperKind.VOID, replaced_by="")
    also(PaperKind.CORRECTION, until=accepted.received_on.replace(month=12))
    also(PaperKind.REJECTION, remedy=Remedy())
    also(PaperKind.TICKET, wait_minutes=None)
    also(PaperKind.TICKET, ahead=None)
    also(PaperKind.MATERIALS_RETURN, way="邮寄", waybill="EX000000012CN")
    also(PaperKind.SPECIAL_STEP, reason="需要核实水源")
    also(PaperKind.GUIDE, materials=())
    for mark in ("simulated", "trial"):
        head = msgspec.structs.replace(sample(PaperKind.RECEIPT).head, **{mark: True})
        also(PaperKind.RECEIPT, head=head)
    return found


def test_every_shipped_text_is_printed_by_some_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    used: set[tuple[str, str]] = set()
    of = Wording.of

    def noting(self: Wording, paper: str) -> Say:
        say = of(self, paper)

        def note(key: str, **values: object) -> str:
            used.add((paper if key in self.texts.get(paper, {}) else SHARED, key))
            return say(key, **values)

        return note

    monkeypatch.setattr(Wording, "of", noting)
    for paper in variants():
        compose(paper)
    have = {(paper, key) for paper, part in shipped().texts.items() for key in part}
    assert have - used == set()


def test_every_paper_is_one_of_the_sections() -> None:
    assert set(shipped().texts) == {SHARED, *(kind.value for kind in PaperKind)}


def test_no_text_keeps_its_braces() -> None:
    for paper in variants():
        for text in texts(compose(paper)):
            assert not re.search(r"[{}]", text)


def test_the_shipped_texts_pass_their_own_check() -> None:
    assert check(read_raw(shipped_file())) == ()


@pytest.mark.parametrize("kind", [PaperKind.REJECTION, PaperKind.REFUSAL, PaperKind.TERMINATION])
def test_rights_are_told_with_the_terms_in_force(kind: PaperKind) -> None:
    said = "".join(texts(compose(sample(kind))))
    assert "60 日内向无锡市梁溪区人民政府申请行政复议" in said
    assert "6 个月内向无锡市梁溪区人民法院提起行政诉讼" in said
    plain = msgspec.structs.replace(sample(kind), remedy=Remedy())
    assert "向有管辖权的人民法院提起行政诉讼" in "".join(texts(compose(plain)))


def test_no_text_names_a_term_out_of_force() -> None:
    whole = shipped_file().read_text("utf-8")
    assert re.findall("三个月|3 ?个月|二十日|20 日", whole) == []


def test_a_halls_own_text_is_what_its_paper_says() -> None:
    wording = over_shipped({"version": "2026-12", "receipt": {"body": DAYS, "seal": "收件章"}})
    paper = sample(PaperKind.RECEIPT)
    said = "".join(texts(compose(paper, wording)))
    assert "材料已收，2 个工作日内答复。" in said
    assert "（收件章）" in said
    assert shipped().of("receipt")("foot") in said
    assert wording.version == f"{shipped().version}+2026-12"
    assert "材料已收" not in "".join(texts(compose(paper)))
    for layout in ("escpos80", "escpos58"):
        assert render(paper, layout, wording) != render(paper, layout)  # type: ignore[arg-type]
    page = pypdf.PdfReader(io.BytesIO(render(paper, "pdf", wording))).pages[0].extract_text()
    assert "材料已收，2 个工作日内答复。" in page


@pytest.mark.parametrize(
    ("raw", "place", "said"),
    [
        ({}, "version", "应写明版本"),
        ({"version": 2}, "version", "应写明版本"),
        ({"version": "1", "收件": {}}, "收件", "没有这种文书"),
        ({"version": "1", "receipt": "x"}, "receipt", "一节"),
        ({"version": "1", "receipt": {"bodi": "x"}}, "receipt.bodi", "没有这一条"),
        ({"version": "1", "receipt": {"body": 5}}, "receipt.body", "应是文字"),
        ({"version": "1", "receipt": {"seal": "　"}}, "receipt.seal", "不能留空"),
        ({"version": "1", "receipt": {"seal": "章" * 21}}, "receipt.seal", "最多 20 字"),
        ({"version": "1", "receipt": {"foot": "章" * 2001}}, "receipt.foot", "最多 2000 字"),
        ({"version": "1", "receipt": {"seal": "章\n"}}, "receipt.seal", "控制字符"),
        ({"version": "1", "receipt": {"body": "已收。"}}, "receipt.body", "缺少 {days}"),
        ({"version": "1", "receipt": {"body": DAYS + "{name}"}}, "receipt.body", "不认识 {name}"),
        ({"version": "1", "receipt": {"body": DAYS + "{"}}, "receipt.body", "成对"),
        ({"version": "1", "receipt": {"body": DAYS + "}"}}, "receipt.body", "成对"),
        ({"version": "1", "receipt": {"body": DAYS + "{}"}}, "receipt.body", "花括号"),
        ({"version": "1", "receipt": {"body": "{days.__class__}"}}, "receipt.body", "花括号"),
        ({"version": "1", "receipt": {"body": "{days[0]}"}}, "receipt.body", "花括号"),
        ({"version": "1", "receipt": {"body": "{days!r}"}}, "receipt.body", "花括号"),
        ({"version": "1", "receipt": {"body": "{days:>9}"}}, "receipt.body", "花括号"),
        ({"version": "1", "receipt": {"body": "{days:{days}}"}}, "receipt.body", "花括号"),
    ],
)
def test_a_halls_text_is_refused_by_its_place(
    raw: dict[str, object], place: str, said: str
) -> None:
    faults = check(raw)
    assert [fault.place for fault in faults] == [place]
    assert said in faults[0].message
    with pytest.raises(ValueError, match=re.escape(place)):
        over_shipped(raw)


def test_the_rights_cannot_be_worded_away() -> None:
    short = "不服的，可以在三个月内起诉。"
    faults = check({"version": "1", "shared": {"remedy": short}})
    missing = {fault.message for fault in faults}
    assert {"缺少 {review_days}", "缺少 {sue_months}", "缺少 {court}"} <= missing


def test_doubled_braces_are_braces() -> None:
    assert placeholders("{{x}} {days}") == {"days"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\nversion = \n", "第 2 行"),
        (b"version =", "末尾"),
        (b"\xff\xfe", "UTF-8"),
        (b" " * 1_000_001, "太大"),
        (None, "打不开"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, data: bytes | None, said: str) -> None:
    path = tmp_path / "hall.toml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(Unreadable) as caught:
        read_raw(path)
    assert "hall.toml" in str(caught.value)
    assert said in str(caught.value)
