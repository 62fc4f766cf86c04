"""The kiosk in two languages, and its steps spoken."""

from __future__ import annotations

import re

import pytest
from fix_kiosk import received

from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.printing import Printing
from zcdesk.ui.widgets.elder import Tile


@pytest.mark.req("R098")
def test_a_citizen_reads_english_while_the_desk_stays_chinese(
    page_desk, page_session, dressed, press
) -> None:
    from zcdesk.ui.labels import category_word

    number, code, _ = received(page_session)
    page_desk.set_session(page_session.as_clerk(""))
    page_desk.printing = Printing(page_desk)
    window = KioskWindow(page_desk, "en_US")
    wanted: list[str] = []
    window.language_wanted.connect(wanted.append)
    dressed(window, size=(1366, 768))
    window.start()
    assert category_word("社会民生") == "社会民生", "the desk's own words"
    tiles = [tile.face.word for tile in window.findChildren(Tile)]
    assert "中文" in tiles
    for page in (window.home, window.taken, window.progress, window.still_there):
        said = [tile.face.word + tile.face.below for tile in page.findChildren(Tile)]
        assert not [text for text in said if re.search("[一-鿿]", text)]
    press("6")
    window.progress.edit.setText(f"{number} {code}")
    press("Enter")
    assert window.progress.lines[2].startswith("Your papers are in")
    press("1")
    assert window.progress.stars.title.full_text.isascii()
    window.go_home()
    press("1")
    assert window.page is window.taken
    assert window.taken.about.full_text == "Social affairs · 0 ahead"
    assert wanted == []
    press("Enter")
    assert wanted == ["zh_CN"], "the next person finds the usual language"
    window.speak.click()
    assert wanted == ["zh_CN", "zh_CN"]


def test_each_language_of_the_kiosk_offers_the_other(kiosk) -> None:
    wanted: list[str] = []
    kiosk.language_wanted.connect(wanted.append)
    assert kiosk.speak.face.word == "English"
    kiosk.leave()
    assert wanted == []
    kiosk.speak.click()
    assert wanted == ["en_US"]


@pytest.mark.req("R098", "UX-60")
def test_the_steps_are_spoken_to_who_asks_and_to_nobody_after(
    page_desk, page_session, dressed, press
) -> None:
    from zcdesk.devices.simulated import SimulatedCaller
    from zcdesk.errors import DeviceError

    class Voice(SimulatedCaller):
        def __init__(self) -> None:
            super().__init__()
            self.said: list[str] = []
            self.fails = False

        def say(self, text: str):
            if self.fails:
                raise DeviceError("DEV-01", device=self.name)
            self.said.append(text)
            return ()

    page_desk.set_session(page_session.as_clerk(""))
    page_desk.printing = Printing(page_desk)
    voice = page_desk.devices["voice"] = Voice()
    window = KioskWindow(page_desk)
    dressed(window, size=(1366, 768))
    window.start()
    press("6", "Esc")
    assert voice.said == []
    window.sound.click()
    assert voice.said[-1].startswith("您好，请按要办的业务取号")
    voice.fails = True
    press("6")
    voice.fails = False
    press("Esc", "1")
    assert window.page is window.taken
    assert "您的号码，A001" in voice.said[-1]
    press("Enter")
    count = len(voice.said)
    press("6")
    assert (len(voice.said), window.sound.isChecked()) == (count, False)


def test_without_a_voice_of_its_own_nothing_offers_one(kiosk) -> None:
    assert not kiosk.sound.isVisible()
    assert kiosk.speak.isVisible()
