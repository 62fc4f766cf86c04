"""The district platform through the real store and real sockets: it never stops a case."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case, CaseState
from zcdesk.domain.hall import Policy
from zcdesk.domain.platform import FORMAT, CaseIn, Changes, Difference, Receipt
from zcdesk.domain.platform_way import PlatformPolicy, Way
from zcdesk.errors import Conflict, Invalid, SurroundingsError
from zcdesk.exchange import inbox
from zcdesk.exchange import platform as adapter
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.simulators.platform import DistrictPlatform
from zcdesk.exchange.simulators.serve import Fault
from zcdesk.operations import intake, platform, policies
from zcdesk.store import persons


@pytest.fixture
def far():
    one = DistrictPlatform()
    yield one
    one.served.close()


@pytest.fixture
def by_interface(session):
    wanted = PlatformPolicy(by_interface=("1-2",), by_file=("1-1",))
    policies.set_policy(session.as_clerk("0001"), Policy(platform=wanted))
    return session


def take_in(session, key: str = "1-2", serial: int = 1) -> Case:
    visit = settle(visiting(session, key, person=somebody(serial)))
    done = intake.receive(session, visit)
    return next(c for c in cases(session) if c.intake.number == done.cases[0])


def cases(session) -> list[Case]:
    with session.reading() as store:
        return [case for _, case in store.states(Case)]


def tell(session, far: DistrictPlatform, timeout: float = 60) -> list[str]:
    """Do what a round does; return the codes of what failed."""
    failed = []
    endpoint = Endpoint(url=far.served.url, timeout=timeout)
    for due in platform.take_due(session):
        try:
            receipt = adapter.tell(endpoint, due.case, {})
        except SurroundingsError as error:
            platform.record_failed(session, due.case, error.code)
            failed.append(error.code)
        else:
            platform.record_told(session, due.case, receipt)
    return failed


@pytest.mark.req("R030", "R041")
def test_a_case_is_told_and_its_number_comes_back(by_interface, far) -> None:
    case = take_in(by_interface)
    (waiting,) = platform.unregistered(by_interface)
    assert (waiting.number, waiting.way) == (case.intake.number, Way.INTERFACE)
    assert tell(by_interface, far) == []
    (numbered,) = cases(by_interface)
    assert numbered.platform_number == "DP-00000001"
    assert platform.unregistered(by_interface) == ()
    # The number is news for the platform too; then there is peace.
    tell(by_interface, far)
    assert platform.take_due(by_interface) == ()
    assert [a.value["number"] for a in far.served.asked] == [case.intake.number] * 2
    assert platform.differences(by_interface) == ()


def test_only_matters_by_interface_or_file_are_told(session) -> None:
    take_in(session)
    assert platform.take_due(session) == ()
    assert [u.way for u in platform.unregistered(session)] == [Way.NONE]


@pytest.mark.req("R030")
@pytest.mark.parametrize(
    ("fault", "code", "timeout"),
    [(Fault.ERROR, "EXC-03", 60), (Fault.GARBAGE, "EXC-04", 60), (Fault.SLOW, "EXC-02", 0.3)],
)
def test_a_platform_that_fails_is_told_again_and_has_each_case_once(
    by_interface, far, clock, fault: Fault, code: str, timeout: float
) -> None:
    take_in(by_interface)
    far.served.faults.append(fault)
    assert tell(by_interface, far, timeout) == [code]
    assert [u.why for u in platform.unregistered(by_interface)] == [code]
    assert platform.take_due(by_interface) == ()
    clock.pass_(minutes=1)
    assert tell(by_interface, far) == []
    assert len(far.cases) == 1
    assert cases(by_interface)[0].platform_number == "DP-00000001"


def test_an_answer_that_was_lost_gives_the_same_number(by_interface, far, clock) -> None:
    take_in(by_interface)
    far.served.faults.append(Fault.LOST)
    assert tell(by_interface, far) == ["EXC-02"]
    clock.pass_(minutes=1)
    assert tell(by_interface, far) == []
    first, again = far.served.asked
    assert first.request == again.request
    assert cases(by_interface)[0].platform_number == "DP-00000001"


def test_a_refusal_is_shown_in_the_platforms_words(by_interface, far, clock) -> None:
    take_in(by_interface)
    far.refuses = "事项未认领"
    tell(by_interface, far)
    (waiting,) = platform.unregistered(by_interface)
    assert (waiting.why, waiting.reason) == ("PLT-04", "事项未认领")
    far.refuses = ""
    clock.pass_(hours=2)
    tell(by_interface, far)
    assert platform.unregistered(by_interface) == ()


def test_what_the_platform_decided_is_a_difference_and_no_act(by_interface, far) -> None:
    case = take_in(by_interface)
    tell(by_interface, far)
    far.change(case.intake.number, state=CaseState.DECIDED, decision="准予")
    far.change("nobody", state=CaseState.DECIDED)
    endpoint = Endpoint(url=far.served.url)
    got = adapter.changes(endpoint, "hall-320213", platform.cursor(by_interface), {})
    assert platform.take_in(by_interface, got) == 1
    number = case.intake.number
    assert platform.differences(by_interface) == (
        Difference(number=number, field="state", ours="received", theirs="decided"),
        Difference(number=number, field="decision", ours="", theirs="准予"),
    )
    assert cases(by_interface)[0].state is CaseState.RECEIVED
    again = adapter.changes(endpoint, "hall-320213", platform.cursor(by_interface), {})
    assert again.cases == ()


def test_a_number_another_case_has_is_not_taken(by_interface, far) -> None:
    first, second = take_in(by_interface), take_in(by_interface, serial=2)
    platform.register(by_interface, first.id, " dp-00000077 ")
    with pytest.raises(Conflict, match="PLT-05"):
        platform.register(by_interface, second.id, "DP-00000077")
    with pytest.raises(Conflict, match="PLT-02"):
        platform.register(by_interface, first.id, "DP-00000078")
    with pytest.raises(Invalid, match="PLT-01"):
        platform.register(by_interface, second.id, "7")
    theirs = CaseIn(
        number=second.intake.number, platform_number="DP-00000077", state=CaseState.RECEIVED
    )
    platform.take_due(by_interface)
    platform.take_in(by_interface, Changes(format=FORMAT, cases=(theirs,)))
    (left,) = platform.unregistered(by_interface)
    assert (left.case_id, left.why) == (second.id, "PLT-05")


def test_by_file_a_case_is_written_once_and_answers_are_read(
    by_interface, tmp_path: Path, clock
) -> None:
    case = take_in(by_interface, "1-1")
    folder = tmp_path / "platform"
    (due,) = platform.take_due(by_interface)
    assert due.way is Way.FILE
    assert adapter.write(folder, due.case) == adapter.write(folder, due.case)
    platform.record_told(by_interface, due.case, None)
    assert platform.take_due(by_interface) == ()
    answer = CaseIn(
        number=case.intake.number, platform_number="DP-00000009", state=CaseState.RECEIVED
    )
    (folder / "in").mkdir()
    raw = msgspec.json.encode(Changes(format=FORMAT, cursor="9", cases=(answer,)))
    (folder / "in" / "1.json").write_bytes(raw)
    (folder / "in" / "2.json").write_bytes(b'{"format": "other"}')
    looked = inbox.look(
        folder / adapter.IN,
        lambda raw: platform.take_in(by_interface, adapter.changes_of(raw)) > 0,
        lambda error: error.code,
        datetime.now().astimezone() + timedelta(minutes=5),
    )
    assert (looked.taken, looked.bad) == (("1.json",), ("2.json",))
    assert cases(by_interface)[0].platform_number == "DP-00000009"
    assert platform.cursor(by_interface) == ""


def test_an_erased_person_is_told_to_nobody(by_interface) -> None:
    case = take_in(by_interface)
    with by_interface.transaction() as tx:
        persons.erase(tx, case.intake.applicant.ref)
    assert platform.take_due(by_interface) == ()


def test_an_answer_about_another_case_is_none(by_interface, far, monkeypatch) -> None:
    take_in(by_interface)
    wrong = Receipt(format=FORMAT, number="other", accepted=True, platform_number="DP-00000001")
    far._take = lambda case: wrong
    assert tell(by_interface, far) == ["EXC-04"]
    assert cases(by_interface)[0].platform_number == ""
