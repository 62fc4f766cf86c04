"""Handing out: the right result to the right person, with what must come back for it."""

from __future__ import annotations

import pytest
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency
from zcdesk.forms.decode import decode

ARMED = 1


@pytest.mark.req("R137", "R138")
def test_a_result_goes_out_with_two_scans_and_two_keys(results, press, clock) -> None:
    """S-11: scan, card, Enter (person = card), Enter (hand out)."""
    case_id = results.plain()
    results.scan(results.code(case_id))
    results.card(somebody())
    press("Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert results.case(case_id).state is CaseState.DELIVERED
    assert press.count == 2


@pytest.mark.req("R137", "R138")
def test_what_is_collected_costs_a_digit(results, press, clock, told) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    results.card(somebody())
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    case = results.case(case_id)
    assert case.state is CaseState.DELIVERED
    assert (case.dispatch.receiver, case.dispatch.proof) == ("本人", "paper")
    assert results.printed == [PaperKind.DELIVERY]
    assert press.count == 3


def test_everything_that_waits_for_one_card_is_one_list(results, press, clock) -> None:
    mine = [results.shelved(), results.shelved()]
    results.shelved(somebody(2))
    results.card(somebody())
    issue = results.page.issue
    assert {one.ready.case for one in issue.model.rows} == set(mine)
    assert [one.ready.shelf for one in issue.model.rows] == ["B-07", "B-07"]
    press("1", "2", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert {results.case(one).state for one in mine} == {CaseState.DELIVERED}


def test_a_bounced_enter_hands_out_nothing(results, press) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    results.card(somebody())
    press("1", "Enter", "Enter")
    assert results.case(case_id).state is CaseState.SHELVED


@pytest.mark.req("R106")
def test_what_must_be_collected_comes_first(results, press, clock, told) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    press("Enter")
    assert told.codes == ["RES-16"]
    results.card(somebody())
    press("Enter")
    clock.pass_(seconds=ARMED)
    results.page.issue.confirm()
    assert told.codes == ["RES-16", "RES-19"]
    assert results.case(case_id).state is CaseState.SHELVED


@pytest.mark.req("R138")
def test_a_stranger_is_told_that_it_takes_an_authority(results, press, clock, told) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    results.card(somebody(9))
    assert told.codes == ["RES-03"]
    assert results.page.issue.pickup.agency is Agency.AGENT
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    results.page.issue.confirm()
    assert results.page.issue.receiver.authority.message
    assert results.case(case_id).state is CaseState.SHELVED
    press.type("2026-11-20")
    press("Enter")
    results.page.issue.confirm()
    assert told.codes[-1] == "RES-17"
    press("Space")
    results.page.issue.confirm()
    case = results.case(case_id)
    assert case.state is CaseState.DELIVERED
    assert (case.dispatch.receiver, case.dispatch.authority) == ("代办", "2026-11-20")


def test_an_agent_gets_only_what_the_authority_names(results, press, clock) -> None:
    first, second = results.shelved(), results.shelved()
    results.scan(results.code(second))
    results.card(somebody(9))
    assert results.page.issue.pickup.picked == (second,)
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    results.page.issue.receiver.authority.set_text("委托书 2026-11-20")
    results.page.issue.receiver.checked.setChecked(True)
    results.page.issue.confirm()
    assert results.case(second).state is CaseState.DELIVERED
    assert results.case(first).state is CaseState.SHELVED


def test_a_card_of_nobody_and_one_handed_out_are_refused_in_words(results, press, told) -> None:
    results.card(somebody(9))
    assert told.codes == ["RES-14"]
    from fix_cases import bring

    results.scan(results.number(bring(results.staff, CaseState.DELIVERED)))
    assert told.codes == ["RES-14", "RES-02"]


def test_a_card_that_cannot_be_read_is_typed(results, press, clock) -> None:
    case_id = results.shelved()
    results.scan(results.code(case_id))
    press("F4")
    press.type(somebody().id_number)
    press("Tab")
    results.page.issue.receiver.name.set_text(somebody().name)
    press("Enter", "1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert results.case(case_id).state is CaseState.DELIVERED


class Screen:
    """Stands in for the citizen's screen: keeps what it was asked to show."""

    screen = object()

    def __init__(self) -> None:
        self.asked: tuple[object, ...] = ()

    def ask_signature(self, *asked: object) -> None:
        self.asked = asked

    def forget_signature(self, _signed: object) -> None:
        self.asked = ()


def test_a_signature_on_the_screen_is_bound_to_what_was_shown(results, press, clock, told) -> None:
    from zcdesk.ui.second.lines import digest

    screen = results.desk.second = Screen()
    results.desk.policy = Policy(case=CasePolicy(screen_signature=True))
    case_id = results.shelved()
    results.scan(results.code(case_id))
    results.card(somebody())
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert told.codes == ["RES-20"]
    _, lines, signed = screen.asked
    assert any(results.number(case_id) in line.text for line in lines)
    signed(b"picture", digest(lines))
    clock.pass_(seconds=ARMED)
    press("Enter")
    case = results.case(case_id)
    (kept,) = case.signatures
    slip = decode(results.desk.devices["printer"].documents[-1], 48).text.replace("\n", "")
    assert "手写签名影像" in slip
    assert kept.image.removeprefix("sha256:")[:8] in slip
    assert (case.dispatch.proof, kept.shown, kept.station) == ("screen", digest(lines), "9")
    assert results.staff.clerk.store.blobs.get(kept.image) == b"picture"


def test_a_signature_under_other_lines_does_not_count(results, press, clock) -> None:
    from zcdesk.ui.second.lines import digest

    screen = results.desk.second = Screen()
    results.desk.policy = Policy(case=CasePolicy(screen_signature=True))
    results.shelved()
    second = results.shelved()
    results.scan(results.code(second))
    results.card(somebody())
    press("1", "2", "Enter")
    _, lines, signed = screen.asked
    signed(b"picture", digest(lines))
    assert results.page.issue.pickup.signed
    press("Space")
    assert not results.page.issue.pickup.signed


@pytest.mark.parametrize(("scale", "size"), [(1.0, (1278, 600)), (1.25, (1278, 600))])
def test_nothing_is_cut_on_any_of_its_pages(results, press, scale, size) -> None:
    from page_looks import clipped
    from PySide6.QtWidgets import QApplication

    from zcdesk.ui import theme
    from zcdesk.ui.page import step_for

    window = results.page.window()
    theme.apply(window, theme.Theme.DARK, scale)
    window.resize(*size)
    results.page.on_layout(step_for(size[0], scale))
    case_id, sent = results.shelved(), results.sent(somebody(4))
    results.scan(results.number(sent))
    results.scan(results.code(case_id))
    results.card(somebody(9))
    for key in ("Enter", "F7", "F8", "Shift+F6"):
        press(key)
        QApplication.processEvents()
        assert clipped(window) == [], key
