"""The tabs that keep records: by keyboard alone, over a real store."""

from __future__ import annotations

from pathlib import Path

import pytest
from fix_cases import accepted, people, received
from page_looks import clipped

from zcdesk.devices.simulated import SimulatedScanner
from zcdesk.domain.act import NewAct
from zcdesk.domain.booking import BookingState
from zcdesk.domain.case_acts import CaseForwarded
from zcdesk.domain.hall import Policy, Role
from zcdesk.domain.policies import settings_of
from zcdesk.domain.rating import Level, RatingChannel
from zcdesk.domain.rating_follow import FollowState
from zcdesk.operations import (
    booking_file,
    bookings,
    casework,
    clerks,
    inquiries,
    policies,
    ratings,
    ratings_follow,
)
from zcdesk.operations import people as staff_list
from zcdesk.ui.duty.bookings import BookingsPage
from zcdesk.ui.duty.contested import ContestedPage
from zcdesk.ui.duty.follow import FollowPage
from zcdesk.ui.duty.inquiries import InquiriesPage
from zcdesk.ui.duty.people import PeoplePage
from zcdesk.ui.duty.policies import PROFILES, PoliciesPage
from zcdesk.ui.duty.policy_words import GROUPS, LABELS


@pytest.fixture
def hall(page_session):
    return people(page_session)


@pytest.fixture
def desk(page_desk, hall):
    page_desk.set_session(hall.supervisor, clerks.clerk_of(hall.supervisor))
    return page_desk


@pytest.fixture
def admin_desk(page_desk, hall):
    one = hall.clerk.as_clerk("0001")
    page_desk.set_session(one, clerks.clerk_of(one))
    return page_desk


@pytest.fixture
def bad(hall) -> str:
    case = received(hall.clerk)
    with hall.clerk.reading() as store:
        sitting = casework.case_of(store, case).intake.sitting
    ratings.rate(hall.clerk, sitting, Level.BAD, RatingChannel.PAD, reasons=("等候时间长",))
    return sitting


def opened(page, show, theme_name: str = "light", scale: float = 1.0):
    window = show(page, "normal", theme_name, scale)
    page.activate()
    return window


def fill(page, **texts: str) -> None:
    for name, text in texts.items():
        page.form.fields[name].set_text(text)


@pytest.mark.req("R095", "R043")
def test_a_bad_rating_goes_from_contact_to_callback_by_keys(desk, show, bad, press, hall) -> None:
    page = FollowPage(desk)
    opened(page, show)
    states = []
    for words in ("", "属实", "加开窗口", "已答复", "认可"):
        press("Enter")
        fill(page, note=words or "说明来意")
        press("Ctrl+Enter")
        states.append(ratings_follow.row(hall.supervisor, bad).rating.follow.state)
    assert states == [
        FollowState.CONTACTED,
        FollowState.VERIFIED,
        FollowState.MENDED,
        FollowState.ANSWERED,
        FollowState.CLOSED,
    ]
    assert page.model.rows == ()
    page.show_mode("ended")
    assert len(page.model.rows) == 1
    assert "认可" in page.facts.full_text


def test_a_step_without_words_is_said_in_place_and_esc_leaves_all(desk, show, bad, press) -> None:
    page = FollowPage(desk)
    opened(page, show)
    press("Enter", "Ctrl+Enter")
    press("Enter", "Ctrl+Enter")
    assert page.form.is_open, "the finding needs words"
    press("Esc")
    assert not page.form.is_open
    assert page.view.hasFocus()


def test_the_contact_is_shown_only_when_asked_for(desk, show, bad) -> None:
    page = FollowPage(desk)
    opened(page, show)
    (row,) = page.model.rows
    assert "138" not in page.facts.full_text
    page.begin(page.deeds(row)[1])
    page.form.submit()
    assert "138" in page.facts.full_text


@pytest.mark.req("R042", "R151")
def test_a_complaint_is_taken_down_answered_and_told(desk, show, press, hall) -> None:
    page = InquiriesPage(desk)
    opened(page, show)
    page.begin(page.deeds(None)[0])
    fill(page, text="等了一个小时")
    press("Ctrl+Enter")
    (row,) = inquiries.rows(hall.supervisor)
    press("Enter")
    fill(page, text="已加开窗口")
    press("Ctrl+Enter")
    press("Enter", "Ctrl+Enter")
    assert inquiries.rows(hall.supervisor) == ()
    (done,) = inquiries.rows(hall.supervisor, ended=True)
    assert (done.inquiry.id, done.inquiry.content) == (row.inquiry.id, True)


def test_somebody_is_hired_and_trained(admin_desk, show, press) -> None:
    page = PeoplePage(admin_desk)
    opened(page, show)
    page.begin(page.deeds(None)[0])
    fill(page, staff_no="0901", name="新人", secret="invented-9")
    press("Ctrl+Enter")
    staff = staff_list.view(admin_desk.session).staff
    row = next(r for r in staff if r.clerk.staff_no == "0901")
    page.begin(page._training(row))
    fill(page, trainer="区卫生健康委")
    press("Ctrl+Enter")
    assert staff_list.untrained(admin_desk.session, "0901", ()) == ()


@pytest.mark.req("R051")
def test_overlapping_deputies_are_refused_in_place(desk, show, press) -> None:
    page = PeoplePage(desk)
    opened(page, show)
    page.show_mode("deputies")
    for _ in range(2):
        page.begin(page.deeds(None)[-1])
        page.form.fields["second"].edit.setCurrentIndex(1)
        fill(page, until="2026-12-31")
        page.form.submit()
    assert page.form.is_open
    assert "重叠" in page.form.message.full_text
    assert len(staff_list.view(desk.session).deputies) == 1


@pytest.mark.req("R115")
def test_the_sealed_paper_of_an_authority_is_scanned_and_stands_beside_it(
    desk, show, press, told
) -> None:
    page = PeoplePage(desk)
    opened(page, show)
    page.show_mode("authorities")
    page.begin(page.deeds(None)[-1])
    fill(page, department="区卫生健康委", officer="李工", windows="3", until="2026-12-31")
    page.form.submit()
    (row,) = page.model.rows
    assert "委托书未扫描" in page.facts.full_text
    (scan,) = (deed for deed in page.deeds(row) if deed.word == "扫描委托书")
    page.begin(scan)
    assert "没有配置高拍仪" in told.notes[-1]
    desk.devices["scanner"] = SimulatedScanner()
    page.begin(scan)
    (row,) = page.model.rows
    assert "委托书扫描件 1 页" in page.facts.full_text
    assert page.paper.viewer.page == row.pages[0]
    assert page.paper.isVisible()
    assert page.paper.viewer.words == "", "the picture is there"
    page.show_mode("staff")
    assert not page.paper.isVisible()


def test_a_supervisor_is_told_who_hires(desk, show) -> None:
    page = PeoplePage(desk)
    opened(page, show)
    page.begin(page.deeds(None)[0])
    fill(page, staff_no="0901", name="新人", secret="invented-9")
    page.form.submit()
    assert page.form.message.full_text


def test_every_setting_has_its_words() -> None:
    every = settings_of(Policy())
    assert list(LABELS) == list(every)
    assert list(GROUPS) == list(dict.fromkeys(path.partition(".")[0] for path in every))


def test_a_setting_is_changed_by_keys_and_a_wrong_value_is_said_in_place(desk, show, press):
    page = PoliciesPage(desk)
    opened(page, show)
    press("Enter")
    fill(page, value="9")
    press("Ctrl+Enter")
    assert "1 到 5" in page.form.message.full_text
    fill(page, value="1")
    press("Ctrl+Enter")
    assert policies.policy(desk.session).limits.acceptance_days == 1
    assert page.view.hasFocus()


def test_a_profile_is_seen_beside_the_hall_and_loaded_from_a_day(desk, show, press) -> None:
    page = PoliciesPage(desk)
    opened(page, show)
    page.show_mode(PROFILES[0])
    assert [row.path for row in page.model.rows] == ["limits.acceptance_days", "platform.way"]
    page.begin(page.deeds(page.view.current)[1])
    fill(page, effective="2026-12-01")
    press("Ctrl+Enter")
    assert policies.policy(desk.session).limits.acceptance_days == 2
    page.show_mode("ahead")
    assert {row.note for row in page.model.rows} == {"2026-12-01"}


@pytest.mark.parametrize("kind", [FollowPage, InquiriesPage, PeoplePage, PoliciesPage])
@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_nothing_is_cut(desk, show, bad, qtbot, kind, look: str, scale: float) -> None:
    page = kind(desk)
    window = opened(page, show, look, scale)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in page.buttons))
    assert page.buttons
    page.begin(page.deeds(page.view.current)[0])
    qtbot.waitUntil(lambda: all(field.isVisible() for field in page.form.fields.values()))
    assert clipped(window) == []


@pytest.mark.req("UX-38")
def test_two_acts_stand_side_by_side_and_one_is_kept_by_keys(desk, show, press, hall) -> None:
    case_id = received(hall.clerk)
    accepted(hall, case_id)
    with hall.reviewer.transaction() as tx:
        where = casework.case_of(tx, case_id).department
        body = CaseForwarded(
            role=Role.REVIEWER, department=where, to_department="区消防救援大队", reason="转办"
        )
        tx.append(NewAct(subject=f"case:{case_id}", body=body))
    page = ContestedPage(desk)
    window = opened(page, show)
    assert "转到：区消防救援大队" in page.sides.later.full_text
    assert page.sides.first.full_text.startswith("受理")
    assert not clipped(window)
    press("Enter", "Ctrl+Enter")
    assert page.model.rows == ()
    assert page.sides.isHidden()


def test_bookings_come_in_from_a_table_and_are_called_off(
    desk, show, press, clock, tmp_path: Path
) -> None:
    page = BookingsPage(desk)
    opened(page, show)
    assert page.empty.isVisible()
    day, file = clock().date().isoformat(), tmp_path / "a.csv"
    rows = (f"YY0001,{day} 23:00-23:30,社会民生", f"YY0002,{day} 上午,社会民生")
    file.write_text("\n".join(("预约码,时间,业务", *rows)), "utf-8")
    page.take_in(str(file))
    assert [row.made.code for row in page.model.rows] == ["YY0001"]
    assert "第 3 行" in page.facts.full_text
    page.view.setFocus()
    page.view.set_current(0)
    page._show_row(page.view.current)
    page.begin(page.deeds(page.view.current)[-1])
    press("Enter")
    assert [row.state for row in page.model.rows] == [BookingState.CANCELLED]
    page.show_mode("ahead")
    assert page.empty.isVisible()
    page.save_template(str(tmp_path / "b.xlsx"))
    assert booking_file.read(tmp_path / "b.xlsx")
    page.take_in(str(tmp_path / "none.csv"))


@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_no_word_of_the_bookings_is_cut(desk, show, clock, look, scale) -> None:
    day = clock().date().isoformat()
    rows = (f"YY000{n},{day} 23:{n}0-23:{n}5,社会民生" for n in range(4))
    table = booking_file.judged("a.csv", "\n".join(("预约码,时间,业务", *rows)).encode())
    bookings.import_rows(desk.session.as_clerk("0001"), table)
    page = BookingsPage(desk)
    window = opened(page, show, look, scale)
    assert not clipped(window)
