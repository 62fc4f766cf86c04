"""A rating pad that is a keyboard: which keys it may have, and which press counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Thread

import pytest

from zcdesk.devices.equipment import Equipment
from zcdesk.devices.kinds import UNKNOWN, Wanted
from zcdesk.devices.rating_keys import RatingKeys, keys_of
from zcdesk.devices.urls import from_url
from zcdesk.errors import Invalid


@pytest.mark.parametrize("keys", ["1,2,3,4,5", "F13,F14,F15,F16,F24", "a, b,C,d,E"])
def test_keys_are_five_the_best_first(keys: str) -> None:
    found = keys_of(keys)
    assert list(found.values()) == [5, 4, 3, 2, 1]
    assert all(key == key.upper().strip() for key in found)


@pytest.mark.parametrize(
    "keys",
    ["1,2,3,4", "1,2,3,4,4", "F1,F2,F3,F4,F5", "F12,F13,F14,F15,F16", "1,2,3,4,", "好,2,3,4,5"],
)
def test_keys_a_clerk_may_press_are_refused(keys: str) -> None:
    with pytest.raises(Invalid) as refused:
        from_url(f"keys:{keys}")
    assert refused.value.code == "DEV-20"


def asked(pad: RatingKeys, *then: Callable[[], None]) -> int | None:
    """Return what comes of a question after which this happens, one after the other."""
    found: list[int | None] = []
    asking = Thread(target=lambda: found.append(pad.ask(60)))
    asking.start()
    while not pad._is_asked:
        asking.join(0.001)
    for happens in then:
        happens()
    asking.join(60)
    return found[0]


def test_the_first_press_counts_and_only_when_asked() -> None:
    pad = RatingKeys("1,2,3,4,5")
    assert pad.status() == UNKNOWN
    pad.press("5")
    assert pad.ask(0.02) is None, "pressed before anybody asked"
    assert asked(pad, partial(pad.press, "2"), partial(pad.press, "5")) == 4
    assert asked(pad, pad.cancel, partial(pad.press, "1")) is None


def test_a_question_taken_back_ends_at_once() -> None:
    pad = RatingKeys("F13,F14,F15,F16,F17")
    assert asked(pad, pad.close) is None
    pad.press("F13")
    assert pad.ask(0.02) is None


def test_the_keys_are_chosen_and_kept_on_the_devices_page() -> None:
    kept: list[dict[str, str]] = []
    made = Equipment({}, kept.append)
    assert "keys" in [one.name for one in made.choices("rater")]
    assert "keys" not in [one.name for one in made.choices("reader")]
    made.connect("rater", Wanted("1,2,3,4,5", "keys"))
    assert kept == [{"rater": "keys:1,2,3,4,5"}]
    assert made.wanted("rater") == Wanted("1,2,3,4,5", "keys")
    assert Equipment(kept[0], kept.append).devices["rater"].keys["5"] == 1
    with pytest.raises(Invalid) as refused:
        made.connect("rater", Wanted("COM3", "keys"))
    assert refused.value.code == "DEV-20"
