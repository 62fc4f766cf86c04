"""Personal records of a one-PC hall end when the policy says; everything else still verifies."""

from __future__ import annotations

import pytest
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.errors import NotAllowed
from zcdesk.operations import erasing, history, intake, policies, printing
from zcdesk.operations.session import Session
from zcdesk.store import persons
from zcdesk.store.verify import verify
from zcdesk.sync.station_copy import StoreCopy


def names(session: Session) -> list[str]:
    with session.reading() as store:
        found = [
            persons.get(store, case.intake.applicant, Particulars) for _, case in store.states(Case)
        ]
    return [one.applicant.name if one else "" for one in found]


def test_a_record_is_gone_the_day_after_its_time(session: Session, clock) -> None:
    one, two = somebody(1), somebody(2)
    intake.receive(session, settle(visiting(session, "1-2", person=one)))
    clock.pass_(days=5)
    intake.receive(session, settle(visiting(session, "1-2", person=two)))
    assert erasing.erase_due(session) == ()  # no policy, no deletion
    policies.set_policy(session.as_clerk("0001"), Policy(case=CasePolicy(record_days=10)))
    clock.pass_(days=4)
    assert erasing.erase_due(session) == ()
    clock.pass_(days=2)
    (run,) = erasing.erase_due(session)
    assert run.counts.records == 1
    assert erasing.erase_due(session) == ()
    assert names(session) == ["", two.name]
    assert len(printing.later(session)) == 1
    assert history.known(session, one).open_cases == ()
    with session.reading() as store:
        first = next(subject for subject, _ in store.states(Case))
        assert store.acts(first)[-1].kind == "record.erased"
    assert verify(session.store).is_clean


def test_a_hall_with_a_server_leaves_it_to_the_server(session: Session) -> None:
    StoreCopy(session.store, session.now).join(1)
    with pytest.raises(NotAllowed, match="SEC-05"):
        erasing.erase_due(session)
