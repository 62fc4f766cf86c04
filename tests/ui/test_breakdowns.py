"""Only a device trouble that lasts is recorded, and once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from zcdesk.devices.kinds import READY, Status, fault
from zcdesk.operations import breakdowns
from zcdesk.ui.breakdowns import LASTS, Breakdowns
from zcdesk.ui.device_watch import DeviceWatch


class Printer:
    name = "打印机"
    state: Status = READY

    def status(self) -> Status:
        return self.state


@pytest.fixture
def printer(page_desk) -> Printer:
    page_desk.devices = {"printer": Printer()}
    return page_desk.devices["printer"]


def test_paper_changed_in_time_is_nobodys_news_and_what_lasts_is(page_desk, printer, clock) -> None:
    watch = DeviceWatch(page_desk)
    told = Breakdowns(page_desk, watch)

    def look(state: Status, after: timedelta) -> list[str]:
        clock.at += after
        printer.state = state
        for _ in range(5):  # a printer is asked every fifth time
            watch.look()
        with page_desk.session.reading() as store:
            return [one.code for one in breakdowns.lasting(store)]

    out = fault("PRT-01")
    assert look(READY, timedelta()) == []
    assert look(out, LASTS / 4) == []
    assert look(READY, LASTS / 2) == []
    assert look(out, LASTS * 2) == []
    assert look(out, LASTS) == ["PRT-01"]
    assert look(out, LASTS) == ["PRT-01"]
    assert look(Status(state=READY.state, code="PRT-02"), LASTS) == ["PRT-01"]
    assert look(READY, LASTS) == []
    with page_desk.session.reading() as store:
        subject = f"device:{page_desk.session.window}/printer"
        assert [a.kind for a in store.acts(subject)] == ["device.failed", "device.mended"]
    assert told.parent() is None


def test_a_device_taken_away_is_no_trouble_any_more(page_desk, printer, clock) -> None:
    breakdowns.record(page_desk.session, {"reader": "DEV-09"})
    watch = DeviceWatch(page_desk)
    told = Breakdowns(page_desk, watch)
    told.look()
    clock.at += LASTS
    told.look()
    with page_desk.session.reading() as store:
        assert breakdowns.lasting(store) == ()
