"""Values, periods and tables of the manager's page in the words of a person."""

from __future__ import annotations

import re
from datetime import date, datetime

import msgspec
import pytest

from zcdesk.domain import period
from zcdesk.domain.limits import LimitPolicy, deferral_due
from zcdesk.domain.policy_settings import SETTINGS
from zcdesk.errors import Invalid
from zcdesk.operations import live_rows
from zcdesk.ui.duty import policy_values
from zcdesk.ui.duty.period_words import period_words
from zcdesk.ui.duty.policy_words import SOURCES
from zcdesk.ui.duty.sheet_words import cell_words
from zcdesk.ui.review.form import Way
from zcdesk.ui.rule_words import rule_words

CHINESE = re.compile("[\u4e00-\u9fff]")
OF_RECORDS = ("entry.systems", "case.retention")
"""Settings whose default is a name a hall gives."""


def as_written(value: object) -> bytes:
    return msgspec.json.encode(value)


@pytest.mark.parametrize("path", SETTINGS)
def test_a_value_that_is_shown_can_be_given_back(qapp, path) -> None:
    default = SETTINGS[path].default
    asked = policy_values.ask(path, "", default)
    assert as_written(policy_values.taken(path, asked.given)) == as_written(default)
    raw = ("escpos", "forwarded", "not_accepted", "none", "interface", '{"', "True", "False")
    assert not [word for word in raw if word in policy_values.value_words(path, default)]


def test_yes_and_no_and_named_values_are_chosen_and_a_wrong_word_is_refused(qapp) -> None:
    assert policy_values.ask("lock.separate", "", False).way is Way.CHOICE
    way = policy_values.ask("platform.way", "", "none")
    assert (way.way, dict(way.options)["interface"]) == (Way.COMBO, "走接口")
    assert policy_values.taken("queue.ahead", "预约的号，优先的号") == ["appointment", "priority"]
    with pytest.raises(Invalid):
        policy_values.taken("queue.ahead", "随便的号")


def test_every_source_of_a_default_can_be_told_in_another_language() -> None:
    assert {setting.source for setting in SETTINGS.values()} <= set(SOURCES)
    assert not [source for source in SOURCES if re.search("S[0-4]", source)]


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("path", [path for path in SETTINGS if path not in OF_RECORDS])
def test_values_are_english_where_the_program_is(english, path) -> None:
    default = SETTINGS[path].default
    said = policy_values.value_words(path, default)
    assert not CHINESE.search(said.replace("、", ""))
    given = policy_values.ask(path, "", default).given
    assert as_written(policy_values.taken(path, given)) == as_written(default)


@pytest.mark.req("UX-55")
@pytest.mark.parametrize("span", list(period.Span))
def test_a_period_is_named_in_the_language_of_the_program(qapp, request, span) -> None:
    one = period.of(span, date(2026, 11, 24))
    assert period_words(one) == one.text
    request.getfixturevalue("english")
    assert not CHINESE.search(period_words(one))
    assert "2026" in period_words(one)


@pytest.mark.req("UX-55")
def test_words_of_ours_in_a_table_are_english_and_names_stay(english) -> None:
    for table in (live_rows.STATUS_WORDS, live_rows.LEVEL_WORDS, live_rows.DOING_WORDS):
        assert not [word for word in table.values() if CHINESE.search(cell_words(word))]
    headings = (*live_rows.CASE_HEADINGS, *live_rows.TICKET_HEADINGS, *live_rows.RATING_HEADINGS)
    assert not [word for word in headings if CHINESE.search(cell_words(word))]
    assert cell_words("区卫生健康委") == "区卫生健康委"
    assert cell_words("超期 区卫生健康委") == "Overdue: 区卫生健康委"
    assert cell_words("3 号窗口今日号码") == "Numbers of today at window 3"


@pytest.mark.req("UX-55")
@pytest.mark.parametrize(("material", "promise"), [(None, None), (3, None), (None, 6)])
def test_what_bounds_a_promise_is_told_in_english(english, material, promise) -> None:
    from zcdesk import calendar

    at = datetime.fromisoformat("2026-11-24T09:00:00+08:00")
    found = deferral_due(calendar.load(), LimitPolicy(), material, promise, at)
    assert CHINESE.search(found.why)
    assert not CHINESE.search(rule_words(found.why))
    assert re.findall(r"\d+", rule_words(found.why)) == re.findall(r"\d+", found.why)
