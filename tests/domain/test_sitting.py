"""A sitting: what was taken in, told, referred and printed adds up over its acts."""

from __future__ import annotations

import msgspec
from fix_acts import act_on

from zcdesk.domain import sitting
from zcdesk.domain.act import Body
from zcdesk.domain.papers import PaperKind
from zcdesk.domain.sitting import (
    LackingLine,
    PaperPrinted,
    Print,
    Sitting,
    SittingNotified,
    SittingReceived,
    SittingReferred,
)
from zcdesk.domain.ticket import TicketMissed


def after(*bodies: Body) -> Sitting | None:
    state: Sitting | None = None
    for hour, body in enumerate(bodies, 9):
        state = sitting.fold(
            state, act_on("sitting:s1", body, f"2026-11-24T{hour:02d}:00:00+08:00"), body
        )
    return state


TOLD = SittingNotified(
    ticket="A001",
    window="3",
    number="N1",
    code="K7Q2M4",
    matters=("1-1",),
    lines=(LackingLine(name="身份证", reason="未带"),),
)
TAKEN = SittingReceived(ticket="A007", window="5", receipts=("R1",), case_ids=("c1", "c2"))


def printed(copy: int, outcome: str = "confirmed", number: str = "R1") -> PaperPrinted:
    return PaperPrinted(
        paper=PaperKind.RECEIPT, number=number, copy=copy, printer="热敏#1", outcome=outcome
    )


def test_told_first_and_taken_in_on_another_day() -> None:
    found = after(TOLD, TAKEN)
    assert found is not None
    assert (found.id, found.at, found.clerk) == ("s1", "2026-11-24T09:00:00+08:00", "0312")
    assert (found.notices, found.code) == (("N1",), "K7Q2M4")
    assert (found.receipts, found.case_ids, found.window) == (("R1",), ("c1", "c2"), "5")


def test_a_notice_for_each_applicant_of_a_batch() -> None:
    found = after(TOLD, msgspec.structs.replace(TOLD, number="N2"))
    assert found is not None
    assert found.notices == ("N1", "N2")


def test_a_referral_counts_the_matter_and_nothing_else() -> None:
    found = after(SittingReferred(window="3", matter="1-9"))
    assert found == Sitting(
        id="s1", window="3", at="2026-11-24T09:00:00+08:00", clerk="0312", referred=("1-9",)
    )


def test_the_last_print_of_each_paper_is_kept() -> None:
    found = after(TAKEN, printed(0), printed(0, number="R2"), printed(1, "unknown"))
    assert found is not None
    assert found.printed(PaperKind.RECEIPT, "R1") == Print(
        paper=PaperKind.RECEIPT,
        number="R1",
        copies=1,
        at="2026-11-24T12:00:00+08:00",
        clerk="0312",
        outcome="unknown",
    )
    assert found.printed(PaperKind.RECEIPT, "R2") is not None
    assert found.printed(PaperKind.NOTICE, "R1") is None


def test_an_act_of_something_else_makes_no_sitting() -> None:
    assert after(TicketMissed(window="3")) is None
    assert after(TAKEN, TicketMissed(window="3")) == after(TAKEN)
