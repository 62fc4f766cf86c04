"""Online applications on screens: the officer's pre-review, the window's intake by code or name."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from fix_pages import CARD
from page_looks import clipped
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from zcdesk.domain.act import NewAct
from zcdesk.domain.checklist import RowState, open_rows
from zcdesk.domain.filing import FilingState
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.domain.visit import rows_of
from zcdesk.operations import catalogue, online
from zcdesk.ui.online.page import OnlinePage

NUMBER = "JS-2026-000123"


def picture(n: int) -> bytes:
    image = QImage(60, 90, QImage.Format.Format_RGB32)
    image.fill(n)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def file_(n: int) -> dict:
    data = picture(n)
    return {
        "kind": "image/png",
        "content": base64.b64encode(data).decode(),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


@pytest.fixture
def department(page_session) -> str:
    """An application for a matter of this department waits; its officer is 0801."""
    matter = catalogue.matter(page_session, "1-2")
    names = [material.name for material in matter.materials][:2]
    document = {
        "format": "zcdesk.online/1",
        "number": NUMBER,
        "filed_at": "2026-11-23T21:00:00+08:00",
        "matter": "1-2",
        "applicant": {
            "name": CARD.name,
            "id_kind": "resident",
            "id_number": CARD.id_number,
            "phone": CARD.phone,
        },
        "form": {"place_address": "示例路 9 号"},
        "materials": [{"name": n, "files": [file_(i)]} for i, n in enumerate(names, 1)],
    }
    online.take_in(page_session, json.dumps(document).encode(), "folder")
    with page_session.transaction() as tx:
        for staff_no, whose in (("0801", matter.department), ("0802", "别的局")):
            body = ClerkSet(
                staff_no=staff_no, name="李工", roles=(Role.REVIEWER,), departments=(whose,)
            )
            tx.append(NewAct(subject=f"clerk:{staff_no}", body=body))
    return matter.department


@pytest.fixture
def sit(page_desk, page_session, show):
    """Sit somebody down at the page."""

    def down(staff_no: str, role: Role, **look) -> OnlinePage:
        clerk = Clerk(staff_no=staff_no, name="李工", roles=(role,))
        page_desk.set_session(page_session.as_clerk(staff_no), clerk)
        page = OnlinePage(page_desk)
        page.visits = []
        page.visit_opened.connect(page.visits.append)
        page.window_ = show(page, **look)
        page.activate()
        return page

    return down


def state(session) -> FilingState:
    return online.read(session, NUMBER)[0].state


@pytest.mark.req("R158")
def test_the_officer_sees_fields_and_pages_and_passes_it(
    department, sit, press, page_session, qtbot
) -> None:
    page = sit("0801", Role.REVIEWER)
    review = page.review
    assert [row.number for row in review.inbox.rows] == [NUMBER]
    assert "11-26" in review.inbox.index(0, 0).data()
    press("Enter")
    assert QApplication.focusWidget() is review.paper_view
    assert "示例路 9 号" in review.form.full_text
    assert CARD.id_number not in review.id_number.full_text
    qtbot.waitUntil(lambda: review.viewer.words == "")
    press("Down", "Space", "F9")
    filing, _ = online.read(page_session, NUMBER)
    assert filing.state is FilingState.PASSED
    assert filing.bring == (filing.received.papers[1].name,)
    assert review.inbox.rows == ()


@pytest.mark.req("R158")
def test_it_goes_back_with_one_list(department, sit, press, page_session, told) -> None:
    page = sit("0801", Role.REVIEWER)
    press("Enter", "W", "F9")
    assert QApplication.focusWidget() is page.review.reason.edit
    name = page.review.papers.rows[0].name
    assert page.review.reason.text() == f"{name}："
    assert state(page_session) is FilingState.WAITING
    page.review.reason.set_text(f"{name}：没有签字")
    press("F8")
    filing, _ = online.read(page_session, NUMBER)
    assert (filing.state, filing.reason) == (FilingState.RETURNED, f"{name}：没有签字")
    assert told.codes == []


@pytest.mark.req("UX-57")
def test_where_nothing_is_open_no_empty_form_stands(department, sit, press) -> None:
    page = sit("0801", Role.REVIEWER)
    assert not page.review.viewer.isVisible()
    assert not page.review.reason.isVisible()
    press("Enter")
    assert page.review.viewer.isVisible()
    assert page.review.reason.isVisible()


def test_another_department_sees_nothing_of_it(department, sit) -> None:
    assert sit("0802", Role.REVIEWER).review.inbox.rows == ()


@pytest.fixture
def passed(department, page_session) -> str:
    """The application passed; the name of the paper still wanted."""
    papers = online.read(page_session, NUMBER)[0].received.papers
    officer = page_session.as_clerk("0801")
    online.review(officer, NUMBER, passed=True, bring=(papers[1].name,))
    return papers[0].name


@pytest.mark.req("R158", "R037")
@pytest.mark.parametrize("wanted", ["js-2026-000123", CARD.name])
def test_the_window_opens_it_by_code_or_name_with_only_what_is_left_asked(
    passed, sit, press, wanted
) -> None:
    page = sit("0312", Role.CLERK)
    page.taking.box.set_text(wanted)
    (row,) = page.taking.model.rows
    assert row.name == CARD.name[0] + "**"
    press("Enter")
    (visit,) = page.visits
    rows = {row.name: row for row in rows_of(visit)}
    assert rows[passed].mark.state is RowState.ON_FILE
    assert rows[passed].mark.note == "预审√ 李工 11-24"
    assert passed not in [row.name for row in open_rows(rows_of(visit))]
    assert visit.form["place_address"] == "示例路 9 号"


def test_a_scanned_code_opens_it_and_an_unknown_one_is_said(passed, sit, told) -> None:
    page = sit("0312", Role.CLERK)
    page._desk.scanned.emit("JS-2026-999999")
    assert told.codes == ["ONL-13"]
    page._desk.scanned.emit(NUMBER)
    assert [visit.online for visit in page.visits] == [NUMBER]


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_nothing_is_cut(department, sit, press, scale) -> None:
    page = sit("0801", Role.REVIEWER, theme_name="dark", scale=scale)
    press("Enter")
    assert clipped(page.window_) == []
