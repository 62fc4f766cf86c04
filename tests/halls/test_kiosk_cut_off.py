"""Two kiosks whose lines to the server are taken away, a desk that keeps its own.

All three are programs of their own; numbers go on, one kiosk is killed in mid-day, and when the
lines are back everybody is called once and in turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fix_desks import Desk, JointHall, Kiosk, joined
from fix_sync_proxy import Proxy
from sqlalchemy.engine import make_url

from zcdesk import settings
from zcdesk.sync.embedded import Embedded

SOCIAL = "社会民生"


class Lined:
    """A kiosk, and its line that can be taken away."""

    def __init__(self, data: Path, line: Proxy) -> None:
        self.data, self.line = data, line
        self.runs = Kiosk(data)
        self.runs.until(lambda seen: seen["online"] and seen["page"] == "kiosk_home")

    def lose(self) -> None:
        self.line.mode = "gone"
        self.line.cut()
        self.runs.until(lambda seen: seen["cut_off"])

    def restore(self) -> None:
        """The line is back; the next round is not waited for, it begins now."""
        self.line.mode = "pass"

        def is_back(seen: dict[str, object]) -> bool:
            self.runs.do("round")
            return bool(seen["online"] and not seen["cut_off"] and seen["unsent"] == 0)

        self.runs.until(is_back)

    def killed(self) -> None:
        """kill -9, and started again without a line."""
        self.runs.kill()
        self.runs = Kiosk(self.data)
        self.runs.until(lambda seen: seen["page"] == "kiosk_home")

    def take(self) -> str:
        """Touch the first tile; return the number on the screen and on the slip."""
        self.runs.do("leave")
        before = len(self.runs.do("look")["numbers"])
        self.runs.do("take")
        seen = self.runs.until(lambda seen: len(seen["slips"]) > before)
        number = str(seen["numbers"][-1])
        assert number in seen["slips"][-1]
        return number


@pytest.fixture
def desk(joint_hall: JointHall) -> Iterator[Desk]:
    made = Desk(joint_hall.three, "0312")
    yield made
    made.close()


@pytest.fixture
def kiosks(
    joint_hall: JointHall, server: Embedded, proxy_to: type[Proxy], tmp_path: Path
) -> Iterator[tuple[Lined, Lined]]:
    made = []
    for name in ("8", "9"):
        line = proxy_to(make_url(server.url).port or 5432)
        data = tmp_path / f"kiosk-{name}"
        joined(server, joint_hall.name, name, data, line=line)
        own = settings.load(data)
        settings.save(data, replace(own, devices={"kiosk_printer": "sim:printer"}))
        made.append(Lined(data, line))
    yield made[0], made[1]
    for one in made:
        one.runs.close()


@pytest.mark.timeout(600)
@pytest.mark.req("R093", "R096", "R128", "UX-57")
def test_cut_off_kiosks_go_on_and_everybody_is_called_once_and_in_turn(
    desk: Desk, kiosks: tuple[Lined, Lined]
) -> None:
    eight, nine = kiosks
    assert nine.take() == "A001"
    for one in kiosks:
        one.lose()
    given = [nine.take(), eight.take(), desk.do("take", category=SOCIAL)["number"], nine.take()]
    assert given == ["LA9001", "LA8001", "A002", "LA9002"]
    nine.killed()
    assert nine.take() == "LA9003"

    # Its holder is served at a window the kiosk cannot tell, under what is printed.
    assert desk.do("call_number", number="LA9002")["number"] == "LA9002"
    desk.do("leave")

    for one in kiosks:
        one.restore()
    assert nine.take() == "A003"
    line = ["A001", "LA9001", "LA8001", "A002", "LA9003", "A003"]
    seen = desk.until(lambda seen: len(seen["line"]) == len(line))
    assert seen["line"] == line
    called: list[str] = []
    while desk.do("look")["waiting"]:
        # A call that waited too long for a busy server comes with the next.
        if number := desk.do("call")["number"]:
            called.append(number)
            desk.do("leave")
    assert sorted(called) == sorted(line)
    ends = desk.until(lambda seen: seen["unsent"] == 0)["tickets"]
    assert len(ends) == 7
    assert {(status, window) for status, window, _ in ends.values()} == {("closed", "3")}
    assert ends["LA9002"][2] == "kiosk"
