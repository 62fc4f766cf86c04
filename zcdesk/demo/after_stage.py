"""Sets the stage of what comes after the visit: a hall, its exchange, everybody at one window."""

from __future__ import annotations

import json
from pathlib import Path

from zcdesk.demo import hall, papers, seat
from zcdesk.demo.after_day import AfterDay
from zcdesk.demo.clerk import DemoClerk
from zcdesk.demo.hall import DemoClock
from zcdesk.demo.house import CLERK, Cast, House
from zcdesk.demo.pictures import Pictures
from zcdesk.demo.summary import Left
from zcdesk.devices.simulated import SimulatedReader
from zcdesk.exchange import settings
from zcdesk.exchange.simulators.licences import LicenceLibrary
from zcdesk.store.verify import verify

CAST = Cast(
    health="区卫生健康委",
    bureau="区行政审批局",
    deferrable="1-61",
    plain="1-78",
    code="1078",
    instant="2-3",
    form="申请书",
    original="经营场所的使用权证明",
    licence="营业执照",
)
"""What the stories need, in the shipped catalogue."""


def play(data: Path, out: Path) -> tuple[AfterDay, Left]:
    """Play all stories in `data`; papers, pictures and messages go to `out`.

    Returns the day as it was played, and what its store holds at the end, which is verified.
    """
    clock = DemoClock()
    hall.found(data, clock)
    library = LicenceLibrary()
    try:
        (data / "online").mkdir()
        (data / settings.FILE).write_text(_exchange(data, out, library), encoding="utf-8")
        day = _played(data, out, clock)
    finally:
        library.served.close()
    session = hall.opened(data, clock)
    left = Left(papers.write_all(session, out / "papers-after"), papers.count_acts(session))
    day.failures += [f"verify: {one}" for one in verify(session.store).findings]
    session.store.close()
    return day, left


def _played(data: Path, out: Path, clock: DemoClock) -> AfterDay:
    app = seat.desk(data, clock, hall.answers().devices)
    driver = seat.driver_of(app)
    try:
        seat.open_up(app, driver)
        chair = seat.Chair(app, driver, data / "online")
        chair.sit(CLERK)
        assert app.workplace is not None
        reader = app.all_devices["reader"]
        assert isinstance(reader, SimulatedReader)
        driver.until(lambda: app.exchanging.licences is not None, "nothing is exchanged")
        house = House(DemoClerk(driver, app.workplace, clock, reader), CAST, chair)
        day = AfterDay(house, Pictures(app.frame, out / "pictures"))
        day.play()
        app.exchanging.turn()
        driver.settle()
        if not any((out / "messages").glob("*.jsonl")):
            day.failures.append("no message left the house")
        return day
    finally:
        app.close()


def _exchange(data: Path, out: Path, library: LicenceLibrary) -> str:
    """Return `exchange.toml`: a library of licences, a watched folder, messages into files."""
    url, online, messages = library.served.url, data / "online", out / "messages"
    return (
        f"[licences.http]\nurl = {json.dumps(url)}\n"
        f"[online]\nfolder = {json.dumps(str(online))}\n"
        f"[messages]\nfolder = {json.dumps(str(messages))}\n"
    )
