"""Reports of a hall with a server: any desk that knows everything, one of each, nobody warned."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fix_cases import received
from fix_hall import Clock
from fix_sync_hall import Windows

from zcdesk.domain.report import Report
from zcdesk.operations import attention, reports
from zcdesk.operations.session import Session


def known(session: Session, key: str) -> Report:
    found = reports.get(session, key)
    assert found is not None
    return found


@pytest.mark.req("R150")
def test_two_desks_freeze_a_day_at_once_and_the_hall_has_one_report(
    windows: Windows, clock: Clock
) -> None:
    first, second = windows.first, windows.joined("5")
    received(first)
    clock.pass_(days=4)  # a long weekend without any desk
    for session in (first, second, first):
        windows.round(session)
    made = reports.freeze_due(first)
    assert len(made) == 4
    assert reports.freeze_due(second) == made, "neither knows of the other yet"
    assert reports.unwritten(first.as_clerk("")) == (), "another's may come first"
    for session in (second, first, second):
        windows.round(session)
    for key in made:
        one = known(first, key)
        assert len(one.issues) == 1
        assert one == known(second, key)
        with first.reading() as store:
            written = store.acts(f"report:{key}")
        assert len({act.origin for act in written}) == 2, "both really wrote"
    received_then = {line.key: line.tally for line in known(second, made[0]).last.sheets[0].lines}
    assert received_then["received"].total == 1
    assert reports.unwritten(second.as_clerk("")) == made
    assert attention.count(first) == attention.count(second) == 0
    assert reports.freeze_due(first) == reports.freeze_due(second) == ()


def test_a_desk_without_the_whole_halls_records_leaves_it_to_others(
    windows: Windows, clock: Clock
) -> None:
    partly, second = windows.joined("7", audiences=("区教育局",)), windows.joined("5")
    received(windows.first)
    clock.pass_(days=1)
    for session in (windows.first, partly, second):
        windows.round(session)
    assert reports.freeze_due(partly) == ()
    assert reports.freeze_due(replace(second, is_abreast=lambda: False)) == ()
    assert len(reports.freeze_due(second)) == 1
    windows.round(second)
    windows.round(partly)
    assert len(reports.made(partly)) == 1
