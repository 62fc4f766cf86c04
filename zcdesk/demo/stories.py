"""Whole stories of rules 4, each from the window to the archive, told step by step.

A story is played at a `House` and halts after each step that somebody may want to look at, with
the step's name and the id of the case. Tests look at every step; the demo at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from zcdesk.demo.driver import StuckError
from zcdesk.demo.house import BUREAU_OFFICER, FETCHER, HEALTH_CHIEF, House
from zcdesk.domain.case import CaseState
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.papers import PaperKind as P

Steps = Iterator[tuple[str, str]]
"""Name of the step, and id of the case."""

GRANT = {"document_number": "示批决〔2026〕1号", "result": "许可证"}
EMS, BACK, RETURNING = "EA123456789CN", "EB987654321CN", "EC135792468CN"
ONLINE, PLATFORM = "JS-2026-000123", "SIM32021300000017"
LICENCE = "SIM-0001"
"""Number of the first licence the simulated library tells."""
BROKEN = "容缺材料逾期未补"


def promised(house: House) -> Steps:
    """承诺件: taken in, fetched, accepted, decided, compared, handed out, filed."""
    who = house.person()
    case = house.take_in(house.cast.plain, who, scans=2)
    yield "received", case
    house.to_department(case)
    yield "handed over", case
    house.office(BUREAU_OFFICER).accept(case)
    yield "accepted", case
    house.decide(case, BUREAU_OFFICER, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def instant(house: House) -> Steps:
    """即办件: inside an authority the window decides in the officer's name, and hands it out."""
    house.give_authority(house.cast.bureau, "钱工", house.cast.instant)
    case = house.take_in(house.cast.instant, house.person())
    house.counter.driver.press("J", "Enter")
    house.counter.shoot("instant")
    yield "decided", case
    house.counter.driver.press("L")
    yield "handed out", case
    if house.waits_for_department(case):
        house.to_department(case)
    house.results.file(case, FETCHER)
    yield "filed", case


def deferred_kept(house: House) -> Steps:
    """容缺: promised on paper, brought in time, the promise is kept."""
    who = house.person()
    case = house.take_in(house.cast.deferrable, who, defers=True)
    yield "received", case
    house.to_department(case)
    house.office().accept(case)
    house.clock.pass_(days=2)
    house.promises.bring(case)
    yield "brought", case
    house.to_department(case)
    house.decide(case, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def deferred_broken(house: House) -> Steps:
    """容缺 not kept: overdue, judged by a person, ended as the promise says."""
    case = house.take_in(house.cast.deferrable, house.person(), defers=True)
    house.to_department(case)
    house.office().accept(case)
    house.clock.pass_(days=8)
    yield "overdue", case
    house.promises.judge(case, "3", reason=BROKEN)
    house.office().open(case, "review")
    house.office().act("X", reason=BROKEN, basis="容缺受理承诺书")
    yield "ended", case


def returned_and_corrected(house: House) -> Steps:
    """补正: one list, told by message, corrected at the window, handed over again, accepted."""
    who = house.person()
    case = house.take_in(house.cast.plain, who)
    house.to_department(case)
    office = house.office(BUREAU_OFFICER)
    office.open(case)
    office.find_problem(house.cast.form, "2")
    office.act("H")
    yield "returned", case
    house.clock.pass_(days=1)
    house.promises.bring(case)
    yield "corrected", case
    house.to_department(case)
    house.office(BUREAU_OFFICER).accept(case)
    house.decide(case, BUREAU_OFFICER, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def parallel_with_a_lead(house: House) -> Steps:
    """并联: two departments side by side, the lead comes last."""
    who, cast = house.person(), house.cast
    case = house.take_in(cast.deferrable, who)
    house.to_department(case)
    house.office().accept(case)
    house.office().open(case, "review")
    house.office().lay_stages(("卫生审查", cast.health, True), ("选址意见", cast.bureau, False))
    house.office(BUREAU_OFFICER).open(case, "asked")
    house.office(BUREAU_OFFICER).act("F9")
    house.office().open(case, "asked")
    house.office().act("F9")
    yield "agreed", case
    house.decide(case, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def special_step(house: House) -> Steps:
    """特别程序: the clock stands, and goes on where it stood."""
    who = house.person()
    case = house.take_in(house.cast.deferrable, who)
    house.to_department(case)
    house.office().accept(case)
    yield "accepted", case
    house.office().open(case, "review")
    house.office().act("T", name="检测", days=5, reason="须检测水质", organiser="区疾控中心")
    yield "stopped", case
    house.clock.pass_(days=7)
    house.office().open(case, "review")
    house.office().act("F9", outcome="合格")
    yield "running", case
    house.decide(case, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def extended_then_refused(house: House) -> Steps:
    """延长 once by the chief, then 不予许可 with its reason; the refusal is handed out, too."""
    who = house.person()
    case = house.take_in(house.cast.deferrable, who)
    house.to_department(case)
    house.office().accept(case)
    chief = house.office(HEALTH_CHIEF)
    chief.open(case, "review")
    chief.act("Y", days=10, reason="案情复杂")
    yield "extended", case
    refusal = {"document_number": "示卫不许〔2026〕1号", "reason": "水质不合格"}
    house.decide(case, outcome=Outcome.REFUSED, **refusal)
    house.hand_out(case, who)
    yield "filed", case


def not_accepted(house: House) -> Steps:
    """不予受理: with its ground, told by message; no result is ever made."""
    case = house.take_in(house.cast.deferrable, house.person())
    house.to_department(case)
    house.office().open(case)
    house.office().act("N", competent="市卫生健康委", reason="属市级权限")
    yield "not accepted", case


def mail_in(house: House) -> Steps:
    """邮寄申请: registered, taken in without the applicant, the result goes back by post."""
    case = house.take_in_parcel(house.cast.code, house.person(), EMS)
    house.to_department(case)
    house.office(BUREAU_OFFICER).accept(case)
    house.decide(case, BUREAU_OFFICER, **GRANT)
    house.results.take(case)
    house.results.post(case, BACK)
    yield "posted", case
    house.clock.pass_(days=2)
    house.results.arrived(BACK)
    yield "arrived", case
    house.results.file(case, FETCHER)
    yield "filed", case


def online(house: House) -> Steps:
    """网上申报: looked at first by the department, taken in by its code with one paper asked."""
    who, cast = house.person(), house.cast
    house.file_online(ONLINE, cast.plain, who, cast.form, cast.original)
    house.online(BUREAU_OFFICER).pass_(ONLINE, cast.original)
    case = house.take_in_online(ONLINE)
    yield "received", case
    house.to_department(case)
    house.office(BUREAU_OFFICER).accept(case)
    house.decide(case, BUREAU_OFFICER, **GRANT)
    house.hand_out(case, who)
    yield "filed", case


def agent_collects(house: House) -> Steps:
    """代领: somebody else with an authority; the old licence is taken in against the new one."""
    who, agent = house.person(), house.person()
    case = house.take_in(house.cast.deferrable, who)
    house.to_department(case)
    house.office().accept(case)
    house.decide(case, **GRANT, collect="原卫生许可证")
    house.shelve(case)
    house.results.issue_to_agent(case, agent, "委托书 2026-11-20")
    house.results.file(case, FETCHER)
    yield "filed", case


def post_returned(house: House) -> Steps:
    """邮件退回: back on the shelf with its reason, fetched by the applicant after all."""
    who = house.person()
    case = house.take_in(house.cast.deferrable, who, post_to="示例路 1 号")
    yield "received", case
    house.to_department(case)
    house.office().accept(case)
    house.decide(case, **GRANT)
    house.results.take(case)
    house.results.post(case, RETURNING)
    yield "posted", case
    house.clock.pass_(days=3)
    house.results.came_back(RETURNING)
    yield "returned", case
    house.results.issue(case, who)
    house.results.file(case, FETCHER)
    yield "filed", case


def licence_looked_up(house: House) -> Steps:
    """电子证照: one key fills the row from the library, the copy is not asked for."""
    case = house.take_in_with_licence(house.cast.deferrable, house.person())
    notes = {one.name: one.note for one in house.case(case).materials}
    if LICENCE not in notes[house.cast.licence]:
        raise StuckError("the library's licence is not on the case")
    yield "received", case


def typed_in_again(house: House) -> Steps:
    """二次录入: copied field by field above the platform's window, its number brought back."""
    case = house.take_in(house.cast.plain, house.person())
    house.platform.type_in(case, PLATFORM)
    if house.case(case).platform_number != PLATFORM:
        raise StuckError("the platform's number is not on the case")
    yield "registered", case


def finish(steps: Steps, case: str = "") -> str:
    """Play what is left of a story; return the id of its case."""
    for step in steps:
        case = step[1]
    return case


class Story(NamedTuple):
    """A story and how it ends.

    Attributes:
        play: tells it at a house.
        ends: state of its case at the end; papers: kinds that came out for the case, in order.
    """

    play: Callable[[House], Steps]
    ends: CaseState
    papers: tuple[P, ...]

    @property
    def name(self) -> str:
        return self.play.__name__

    def differs(self, house: House, case: str) -> str:
        """Say in what the end is not as scripted; empty where it is."""
        found = house.case(case).state, tuple(house.papers(case))
        return "" if found == (self.ends, self.papers) else f"ended as {found}"


_GRANTED = (P.RECEIPT, P.ACCEPTANCE, P.GRANT, P.DELIVERY, P.ARCHIVE)
_FILED = CaseState.ARCHIVED

STORIES = (
    Story(promised, _FILED, _GRANTED),
    Story(instant, _FILED, (P.RECEIPT, P.GRANT, P.DELIVERY, P.ARCHIVE)),
    Story(deferred_kept, _FILED, _GRANTED),
    Story(deferred_broken, CaseState.TERMINATED, (P.RECEIPT, P.ACCEPTANCE, P.TERMINATION)),
    Story(returned_and_corrected, _FILED, (P.RECEIPT, P.CORRECTION, *_GRANTED[1:])),
    Story(parallel_with_a_lead, _FILED, _GRANTED),
    Story(special_step, _FILED, (P.RECEIPT, P.ACCEPTANCE, P.SPECIAL_STEP, *_GRANTED[2:])),
    Story(
        extended_then_refused,
        _FILED,
        (P.RECEIPT, P.ACCEPTANCE, P.EXTENSION, P.REFUSAL, P.DELIVERY, P.ARCHIVE),
    ),
    Story(not_accepted, CaseState.NOT_ACCEPTED, (P.RECEIPT, P.REJECTION)),
    Story(mail_in, _FILED, _GRANTED),
    Story(online, _FILED, _GRANTED),
    Story(agent_collects, _FILED, _GRANTED),
    Story(post_returned, _FILED, (*_GRANTED[:-1], P.DELIVERY, P.ARCHIVE)),
    Story(licence_looked_up, CaseState.RECEIVED, (P.RECEIPT,)),
    Story(typed_in_again, CaseState.RECEIVED, (P.RECEIPT,)),
)
