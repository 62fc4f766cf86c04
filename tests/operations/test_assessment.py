"""The assessment sheet: hidden below ten, weighed as the hall says, sorted by name, traceable."""

from __future__ import annotations

import msgspec
import pytest
from fix_case_acts import ACCEPTED, SAMPLES, SEEN, TAKEN

from zcdesk.domain import case_acts as on
from zcdesk.domain import period
from zcdesk.domain.act import NewAct
from zcdesk.domain.figures import WEIGHED
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.period import Span
from zcdesk.domain.rating import Level, RatingChannel, RatingGiven
from zcdesk.domain.ticket import (
    Outcome,
    TicketArrived,
    TicketCalled,
    TicketClosed,
    TicketTaken,
)
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.forms import pdf
from zcdesk.operations import assessment, figures


def serve(session, number, *, returned=False, level=None):
    """One visit with a case, perhaps returned and rated, as acts."""
    with session.transaction() as tx:
        for body in (
            TicketTaken(number="A001", category="社会民生"),
            TicketCalled(window="3", fence=1, request="r"),
            TicketArrived(window="3", sitting=number),
            TicketClosed(window="3", outcome=Outcome.RECEIVED),
        ):
            tx.append(NewAct(subject=f"ticket:{number}", body=body))
        subject = f"case:{number}"
        tx.append(NewAct(subject=subject, body=msgspec.structs.replace(TAKEN, number=number)))
        tx.append(NewAct(subject=subject, body=SAMPLES[on.CaseHandedOver]))
        answer = (SAMPLES[on.CaseReturned],) if returned else (SEEN, ACCEPTED)
        for body in answer:
            tx.append(NewAct(subject=subject, body=body))
        if level:
            body = RatingGiven(level=level, channel=RatingChannel.PAD, window="3", ticket=number)
            tx.append(NewAct(subject=f"rating:{number}", body=body))


@pytest.fixture
def month(staff):
    """Zhang served twelve, two of them returned, three rated badly; Chen nine."""
    with staff.clerk.transaction() as tx:
        body = ClerkSet(staff_no="0313", name="陈建", roles=(Role.CLERK,))
        tx.append(NewAct(subject="clerk:0313", body=body))
    for n in range(12):
        level = Level.BAD if n < 3 else Level.GOOD
        serve(staff.clerk, f"z{n}", returned=n < 2, level=level)
    for n in range(9):
        serve(staff.clerk.as_clerk("0313"), f"c{n}", returned=True, level=Level.VERY_BAD)
    return period.of(Span.MONTH, staff.clerk.now().date())


def of(rows, staff_no):
    return next(one for one in rows if one.staff_no == staff_no)


def test_nothing_of_a_person_is_shown_below_ten(staff, month):
    few = of(assessment.assess(staff.supervisor, month), "0313")
    assert few.score is None
    assert all(one.value is None for one in few.indicators)
    assert assessment.said(few.indicators[0], 10) == "不足 10 件"


@pytest.mark.req("R120")
def test_a_score_is_the_weighed_mean_of_what_is_shown(staff, month):
    one = of(assessment.assess(staff.supervisor, month), "0312")
    values = {i.key: i.value for i in one.indicators}
    assert values["returned"] == pytest.approx(2 / 12)
    assert values["satisfied"] == pytest.approx(9 / 12)
    assert values["told_once"] is None  # two returns are too few
    assert one.score == pytest.approx(100 * (20 * 10 / 12 + 30 * 9 / 12) / 50)
    only = {**dict.fromkeys(WEIGHED, 0), "returned": 100}
    assessment.set_weights(staff.supervisor, only)
    after = of(assessment.assess(staff.supervisor, month), "0312")
    assert after.score == pytest.approx(100 * 10 / 12)


def test_each_number_opens_to_as_many_cases_as_it_counts(staff, month):
    for one in assessment.assess(staff.supervisor, month):
        for indicator in one.indicators:
            opened = figures.behind(
                staff.supervisor, indicator.key, month, clerk=one.staff_no, limit=999
            )
            assert len(opened) == indicator.count, indicator.key


def test_people_stand_by_name_and_a_clerk_sees_only_their_own(staff, month):
    rows = assessment.assess(staff.supervisor, month)
    assert [one.name for one in rows] == sorted(one.name for one in rows)
    assert not any("rank" in field or "place" in field for field in rows[0].__struct_fields__)
    assert [one.staff_no for one in assessment.assess(staff.clerk, month)] == ["0312"]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"satisfied": 101}, "POL-03"),
        ({"satisfied": -1}, "POL-03"),
        (dict.fromkeys(WEIGHED, 0), "FIG-07"),
        ({"handling": 10}, "FIG-02"),
        ({"height": 10}, "FIG-02"),
    ],
)
def test_weights_that_are_none_are_refused(staff, given, code):
    before = assessment.weights(staff.supervisor)
    with pytest.raises(Invalid) as refused:
        assessment.set_weights(staff.supervisor, given)
    assert refused.value.code == code
    assert assessment.weights(staff.supervisor) == before


def test_only_who_leads_sets_weights(staff):
    with pytest.raises(NotAllowed) as refused:
        assessment.set_weights(staff.clerk, {"satisfied": 10})
    assert refused.value.code == "CAS-02"


def test_the_sheet_is_printed_without_a_rank(staff, month):
    paper = assessment.on_paper(staff.supervisor, month)
    (table,) = paper.tables
    assert [row[0] for row in table.rows] == sorted(row[0] for row in table.rows)
    assert "名次" not in table.columns
    assert pdf.pdf_bytes(paper).startswith(b"%PDF")
