"""Online applications through the real store: judged, sealed, pre-reviewed, taken in."""

from __future__ import annotations

import base64
import copy
import hashlib
import json

import pytest
from fix_visit import settle, somebody

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case
from zcdesk.domain.checkdigit import org_check, uscc_check
from zcdesk.domain.checklist import RowState, open_rows
from zcdesk.domain.filing import FilingState
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.visit import rows_of
from zcdesk.errors import Conflict, NotAllowed, UserError
from zcdesk.operations import intake, online
from zcdesk.operations.online import Bad

PDF = b"%PDF-1.4 invented"


def file_(data: bytes = PDF) -> dict:
    return {
        "kind": "application/pdf",
        "content": base64.b64encode(data).decode(),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def document(**more) -> dict:
    who = somebody()
    given = {
        "format": "zcdesk.online/1",
        "number": "JS-2026-000123",
        "filed_at": "2026-11-23T21:00:00+08:00",
        "matter": "1-2",
        "applicant": {
            "name": who.name,
            "id_kind": "resident",
            "id_number": who.id_number,
            "phone": who.phone,
        },
        "materials": [
            {"name": "申请表", "files": [file_()]},
            {"name": "居民身份证", "files": [file_(PDF + b"2")]},
        ],
    }
    return {**given, **more}


def raw(**more) -> bytes:
    return json.dumps(document(**more)).encode()


@pytest.fixture
def reviewer(session):
    """An officer of the department, beside the clerk at the window."""
    with session.transaction() as tx:
        for staff_no, department in (("0801", "区行政审批局"), ("0802", "区卫生健康委")):
            body = ClerkSet(
                staff_no=staff_no,
                name="审查员",
                roles=(Role.REVIEWER,),
                departments=(department,),
            )
            tx.append(NewAct(subject=f"clerk:{staff_no}", body=body))
    return session.as_clerk("0801")


@pytest.mark.req("R147", "R158", "R022", "R029", "R041")
def test_from_the_site_to_a_case_with_only_the_remaining_papers_asked(session, reviewer) -> None:
    assert online.take_in(session, raw(), "folder")
    (waiting,) = online.pending(session)
    assert waiting.review_due == "2026-11-26T17:00:00+08:00"
    with pytest.raises(NotAllowed, match="ONL-11"):
        online.open_visit(session, "JS-2026-000123")
    online.review(reviewer, waiting.number, passed=True, bring=("居民身份证",))
    visit = online.open_visit(session, " js-2026-000123 ")
    assert visit.applicant.person.name == somebody().name
    states = {row.name: row.mark.state for row in rows_of(visit)}
    assert states["申请表"] is RowState.ON_FILE
    assert "申请表" not in [row.name for row in open_rows(rows_of(visit))]
    assert states["居民身份证"] is RowState.PENDING
    done = intake.receive(session, settle(visit))
    with session.reading() as store:
        (case,) = [c for _, c in store.states(Case) if c.intake.number == done.cases[0]]
    (form,) = [m for m in case.intake.materials if m.name == "申请表"]
    assert (form.state, form.since) == (RowState.ON_FILE, "JS-2026-000123")
    assert session.store.blobs.get(form.pages[0]) == PDF
    filing, _ = online.read(session, "JS-2026-000123")
    assert (filing.state, filing.case_ids) == (FilingState.TAKEN, (case.id,))
    with pytest.raises(Conflict, match="ONL-04"):
        online.open_visit(session, "JS-2026-000123")


def test_the_same_document_is_one_application_and_another_is_refused(session, reviewer) -> None:
    assert online.take_in(session, raw(), "folder")
    assert not online.take_in(session, raw(), "table")
    with pytest.raises(Conflict, match="ONL-03"):
        online.take_in(session, raw(form={"用途": "自用"}), "folder")
    online.review(reviewer, "JS-2026-000123", passed=False, reason="申请表缺签名")
    assert online.take_in(session, raw(form={"用途": "自用"}), "folder")
    (again,) = online.pending(session)
    assert again.state is FilingState.WAITING


def test_nothing_personal_stands_in_an_act(session) -> None:
    online.take_in(session, raw(form={"住址": "某路 1 号"}), "folder")
    with session.reading() as store:
        acts = b"".join(a.body or b"" for a in store.acts("online:JS-2026-000123"))
    for value in (somebody().name, somebody().id_number, somebody().phone, "某路"):
        assert value.encode() not in acts
    _, record = online.read(session, "JS-2026-000123")
    assert record is not None
    assert record.form == {"住址": "某路 1 号"}


def test_only_the_department_reviews_and_only_once(session, reviewer) -> None:
    online.take_in(session, raw(), "folder")
    for other in (session, session.as_clerk("0802")):
        with pytest.raises(NotAllowed, match="ONL-12"):
            online.review(other, "JS-2026-000123", passed=True)
    with pytest.raises(UserError, match="ONL-10"):
        online.review(reviewer, "JS-2026-000123", passed=False, reason=" ")
    online.review(reviewer, "JS-2026-000123", passed=True)
    with pytest.raises(Conflict, match="ONL-09"):
        online.review(reviewer, "JS-2026-000123", passed=True)
    with pytest.raises(UserError, match="ONL-13"):
        online.open_visit(session, "nobody")


@pytest.mark.req("R158")
def test_a_late_pre_review_is_overdue(session, clock) -> None:
    online.take_in(session, raw(), "folder")
    assert not online.pending(session)[0].is_overdue
    clock.pass_(days=3)
    assert online.pending(session)[0].is_overdue


def changed(path: str, value) -> dict:
    """Change one place of a good document; a `value` of `...` takes it away."""
    whole = copy.deepcopy(document())
    *way, last = path.split(".")
    place = whole
    for step in way:
        place = place[int(step) - 1 if step.isdigit() else step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return whole


@pytest.mark.parametrize(
    ("path", "value", "field", "code"),
    [
        ("format", "zcdesk.online/9", "format", "ONL-02"),
        ("number", "../../etc", "number", "ONL-02"),
        ("number", ..., "number", "ONL-02"),
        ("extra", 1, "extra", "ONL-02"),
        ("filed_at", "2026-11-23T21:00:00", "filed_at", "ONL-08"),
        ("filed_at", "2099-01-01T00:00:00+08:00", "filed_at", "ONL-08"),
        ("matter", "9-99", "matter", "ONL-05"),
        ("matter", "1-9", "matter", "MAT-06"),
        ("applicant", None, "applicant", "ONL-02"),
        ("applicant.name", 3, "applicant.name", "ONL-02"),
        ("applicant.id_kind", "library card", "applicant.id_kind", "ONL-02"),
        ("applicant.id_number", "320213198806120031", "applicant.id_number", "ONL-02"),
        ("applicant.id_number", "3202", "applicant.id_number", "IDC-04"),
        ("applicant.phone", "138", "applicant.phone", "IDC-17"),
        ("applicant.is_unit", True, "applicant.id_kind", "ONL-02"),
        ("agency", "代办", "presenter", "ONL-02"),
        ("by_post", True, "post_address", "ONL-02"),
        ("form", {"a": 1}, "form", "ONL-02"),
        ("materials.2.name", "申请表", "materials.2.name", "ONL-02"),
        ("materials.1.files", [], "materials.1.files", "ONL-02"),
        ("materials.2.files.1.sha256", "0" * 64, "materials.2.files.1", "ONL-07"),
        ("materials.2.files.1.content", "%%%", "materials.2.files.1", "ONL-07"),
        ("materials.2.files.1.kind", "image/png", "materials.2.files.1", "ONL-07"),
        ("materials.2.files.1.kind", "text/html", "materials.2.files.1.kind", "ONL-02"),
    ],
)
def test_every_fault_names_its_field(session, path: str, value, field: str, code: str) -> None:
    text = json.dumps(changed(path, value)).encode()
    with pytest.raises(Bad) as refused:
        online.take_in(session, text, "folder")
    assert [(f.field, f.code) for f in refused.value.faults] == [(field, code)]
    assert online.pending(session) == ()


def test_all_faults_are_told_at_once(session) -> None:
    text = json.dumps({"format": "zcdesk.online/1", "number": 7, "applicant": {"name": ""}})
    with pytest.raises(Bad) as refused:
        online.take_in(session, text.encode(), "folder")
    assert {f.field for f in refused.value.faults} == {
        *("number", "filed_at", "matter"),
        *("applicant.name", "applicant.id_kind", "applicant.id_number"),
    }


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b'"x"', b"\xff", b"{}" * 2])
def test_what_is_no_document_is_refused(session, text: bytes) -> None:
    with pytest.raises(Bad) as refused:
        online.take_in(session, text, "folder")
    assert refused.value.code == "ONL-01"


def test_a_unit_with_its_clerk(session, reviewer) -> None:
    body = "9132021312345678"
    body += org_check(body[8:16])
    unit = {
        "name": "示例供水有限公司",
        "id_kind": "uscc",
        "id_number": body + uscc_check(body),
        "is_unit": True,
    }
    who = document()["applicant"]
    online.take_in(session, raw(applicant=unit, presenter=who, agency="单位经办人"), "folder")
    online.review(reviewer, "JS-2026-000123", passed=True)
    visit = online.open_visit(session, "JS-2026-000123")
    assert visit.presenter.name == who["name"]
    assert visit.applicant.person.is_unit
