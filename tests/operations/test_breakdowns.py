"""A device that fails for a while is on the hall's page, and its return takes it away."""

from __future__ import annotations

from datetime import timedelta

from zcdesk.domain.breakdown import DeviceFailed
from zcdesk.operations import breakdowns, live, live_rows


def test_a_failure_stands_on_the_live_page_until_it_is_mended(busy_hall) -> None:
    hall = busy_hall
    breakdowns.record(hall.session, {"printer": "PRT-01", "reader": "DEV-09"})
    began = hall.clock.at
    hall.clock.at += timedelta(minutes=3)
    breakdowns.record(hall.session, {"printer": "PRT-03"})
    found = {one.device: one for one in live.view(hall.boss).broken}
    assert found["printer"].code == "PRT-03"
    assert found["printer"].since == began.isoformat(timespec="milliseconds")
    breakdowns.record(hall.session, {"printer": ""})
    assert [one.device for one in live.view(hall.boss).broken] == ["reader"]
    sheet = live_rows.behind(hall.boss, f"device/{hall.session.window}/printer")
    said = [row[1:3] for row in sheet.rows]
    assert said == [("恢复", ""), ("故障", "PRT-03"), ("故障", "PRT-01")]


def test_what_is_no_news_is_no_act(busy_hall) -> None:
    session = busy_hall.session
    for _ in range(3):
        breakdowns.record(session, {"printer": "PRT-01", "reader": ""})
    with session.reading() as store:
        acts = store.acts(f"device:{session.window}/printer")
        assert [act.kind for act in acts] == [DeviceFailed.kind]
        assert not store.acts(f"device:{session.window}/reader")
