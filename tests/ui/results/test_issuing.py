"""Handing out: the right result to the right person, with what must come back for it."""

from __future__ import annotations

import pytest
from fix_visit import somebody

from zcdesk.domain.case import CaseState
from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.person import Agency

ARMED = 1


def papers(counter) -> list[str]:
    return [t.kind for t in counter.desk.operations.printing.recent(counter.staff.counter)]


@pytest.mark.req("S-11", "R137", "R138")
def test_a_result_goes_out_with_two_scans_and_few_keys(counter, press, clock, told) -> None:
    """S-11: scan, card, Enter, Enter; one digit more where something is collected."""
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    counter.card(somebody())
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    case = counter.case(case_id)
    assert case.state is CaseState.DELIVERED
    assert (case.dispatch.receiver, case.dispatch.proof) == ("本人", "paper")
    assert PaperKind.DELIVERY in papers(counter)
    assert press.count == 3
    assert press.count <= 4


def test_everything_that_waits_for_one_card_is_one_list(counter, press, clock) -> None:
    mine = [counter.shelved(), counter.shelved()]
    counter.shelved(somebody(2))
    counter.card(somebody())
    issue = counter.page.issue
    assert {one.ready.case for one in issue.model.rows} == set(mine)
    assert [one.ready.shelf for one in issue.model.rows] == ["B-07", "B-07"]
    press("1", "2", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert {counter.case(one).state for one in mine} == {CaseState.DELIVERED}


def test_a_bounced_enter_hands_out_nothing(counter, press) -> None:
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    counter.card(somebody())
    press("1", "Enter", "Enter")
    assert counter.case(case_id).state is CaseState.SHELVED


def test_what_must_be_collected_comes_first(counter, press, clock, told) -> None:
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    press("Enter")
    assert told.codes == ["RES-16"]
    counter.card(somebody())
    press("Enter")
    clock.pass_(seconds=ARMED)
    counter.page.issue.confirm()
    assert told.codes == ["RES-16", "RES-19"]
    assert counter.case(case_id).state is CaseState.SHELVED


@pytest.mark.req("R138")
def test_a_stranger_is_told_that_it_takes_an_authority(counter, press, clock, told) -> None:
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    counter.card(somebody(9))
    assert told.codes == ["RES-03"]
    assert counter.page.issue.pickup.agency is Agency.AGENT
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    counter.page.issue.confirm()
    assert counter.page.issue.receiver.authority.message
    assert counter.case(case_id).state is CaseState.SHELVED
    press.type("2026-11-20")
    press("Enter")
    counter.page.issue.confirm()
    assert told.codes[-1] == "RES-17"
    press("Space")
    counter.page.issue.confirm()
    case = counter.case(case_id)
    assert case.state is CaseState.DELIVERED
    assert (case.dispatch.receiver, case.dispatch.authority) == ("代办", "2026-11-20")


def test_an_agent_gets_only_what_the_authority_names(counter, press, clock) -> None:
    first, second = counter.shelved(), counter.shelved()
    counter.scan(counter.code(second))
    counter.card(somebody(9))
    assert counter.page.issue.pickup.picked == (second,)
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    counter.page.issue.receiver.authority.set_text("委托书 2026-11-20")
    counter.page.issue.receiver.checked.setChecked(True)
    counter.page.issue.confirm()
    assert counter.case(second).state is CaseState.DELIVERED
    assert counter.case(first).state is CaseState.SHELVED


def test_a_card_of_nobody_and_one_handed_out_are_refused_in_words(counter, press, told) -> None:
    counter.card(somebody(9))
    assert told.codes == ["RES-14"]
    from fix_cases import bring

    counter.scan(counter.number(bring(counter.staff, CaseState.DELIVERED)))
    assert told.codes == ["RES-14", "RES-02"]


def test_a_card_that_cannot_be_read_is_typed(counter, press, clock) -> None:
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    press("F4")
    press.type(somebody().id_number)
    press("Tab")
    counter.page.issue.receiver.name.set_text(somebody().name)
    press("Enter", "1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert counter.case(case_id).state is CaseState.DELIVERED


class Screen:
    """Stands in for the citizen's screen: keeps what it was asked to show."""

    screen = object()

    def __init__(self) -> None:
        self.asked: tuple[object, ...] = ()

    def ask_signature(self, *asked: object) -> None:
        self.asked = asked

    def forget_signature(self, _signed: object) -> None:
        self.asked = ()


def test_a_signature_on_the_screen_is_bound_to_what_was_shown(counter, press, clock, told) -> None:
    from zcdesk.ui.second.lines import digest

    screen = counter.desk.second = Screen()
    counter.desk.policy = Policy(case=CasePolicy(screen_signature=True))
    case_id = counter.shelved()
    counter.scan(counter.code(case_id))
    counter.card(somebody())
    press("1", "Enter")
    clock.pass_(seconds=ARMED)
    press("Enter")
    assert told.codes == ["RES-20"]
    _, lines, signed = screen.asked
    assert any(counter.number(case_id) in line.text for line in lines)
    signed(b"picture", digest(lines))
    clock.pass_(seconds=ARMED)
    press("Enter")
    case = counter.case(case_id)
    (kept,) = case.signatures
    assert (case.dispatch.proof, kept.shown, kept.station) == ("screen", digest(lines), "9")
    assert counter.staff.clerk.store.blobs.get(kept.image) == b"picture"


def test_a_signature_under_other_lines_does_not_count(counter, press, clock) -> None:
    from zcdesk.ui.second.lines import digest

    screen = counter.desk.second = Screen()
    counter.desk.policy = Policy(case=CasePolicy(screen_signature=True))
    counter.shelved()
    second = counter.shelved()
    counter.scan(counter.code(second))
    counter.card(somebody())
    press("1", "2", "Enter")
    _, lines, signed = screen.asked
    signed(b"picture", digest(lines))
    assert counter.page.issue.pickup.signed
    press("Space")
    assert not counter.page.issue.pickup.signed
