"""Rules behind dates are said in the language of the program."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from zcdesk import calendar
from zcdesk.domain import deadlines, limits
from zcdesk.ui.rule_words import rule_words

CHINESE = re.compile("[\u4e00-\u9fff]")


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("at", ["2026-11-24T09:00", "2026-11-24T14:00", "2026-11-22T09:00"])
def test_when_papers_are_handed_over_is_told_in_both_languages(qapp, request, at) -> None:
    taken = datetime.fromisoformat(f"{at}:00+08:00")
    slot = limits.handover_slot(calendar.load(), limits.LimitPolicy(), taken)
    assert rule_words(slot.why) == slot.why
    request.getfixturevalue("english")
    assert not CHINESE.search(rule_words(slot.why))
    assert re.findall(r"\d+:\d+", rule_words(slot.why)) == re.findall(r"\d+:\d+", slot.why)


@pytest.mark.req("UX-55")
def test_every_rule_the_deadlines_name_is_english(english) -> None:
    source = deadlines.__loader__.get_source(deadlines.__name__)
    named = re.findall(r'(?:watch\.(?:limit|term)\([^"]*|parts\.append\(f?|, )"([^"]+)"', source)
    rules = [one for one in named if one.endswith(("条", "时限", "时间", "承诺书", "督办单"))]
    assert len(rules) > 5
    for rule in rules:
        assert not CHINESE.search(rule_words(rule)), rule


def test_what_somebody_wrote_stays(english) -> None:
    assert rule_words("依据本区第 3 号文") == "依据本区第 3 号文"
