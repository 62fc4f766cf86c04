"""The report: what its JSON holds, and the table made of it."""

from __future__ import annotations

import json

import pytest

from zcdesk.bench import table, whole
from zcdesk.bench.figure import Limit, NotMeasurable, Runs, figure
from zcdesk.bench.whole import Part, measured

KEYS = {"name", "value", "unit", "reference", "ratio", "target", "met", "how", "runs", "why"}


def broken() -> tuple:
    raise NotMeasurable("the counter is not there")


def good() -> tuple:
    runs = Runs((0.3, 0.2), (0.1, 0.2))
    return (figure("login", runs, how="beside a window", limit=Limit("ratio", 1.5)),)


@pytest.fixture
def report(monkeypatch, tmp_path) -> dict:
    """A report of two parts, one of which cannot be measured."""
    parts = (
        Part((("login", "s", Limit("ratio", 1.5)),), "beside a window", good),
        Part((("keys", "ms", Limit("value", 50)),), "beside a table", broken),
    )
    monkeypatch.setattr(whole, "_halls", lambda *_: whole.Halls(*(tmp_path,) * 4))
    monkeypatch.setattr(whole, "parts", lambda *_: parts)
    return whole.run(whole_plan(), tell=lambda _: None)


def whole_plan():
    from zcdesk.bench.plan import QUICK

    return QUICK


def test_every_figure_says_all_of_itself_in_json(report):
    again = json.loads(json.dumps(report, ensure_ascii=False))
    assert again == report
    assert all(set(one) == KEYS for one in again["figures"])
    assert [one["name"] for one in again["figures"]] == ["login", "keys"]
    assert again["plan"]["cases"] == 5000
    assert again["machine"]["cores"] >= 1


def test_a_part_that_fails_leaves_the_others(report):
    login, keys = report["figures"]
    assert (login["value"], login["reference"], login["ratio"], login["met"]) == (
        0.2,
        0.1,
        2,
        False,
    )
    assert (keys["value"], keys["met"]) == (None, False)
    assert keys["why"] == "not measurable: the counter is not there"


def test_the_table_has_a_line_for_each_figure_and_the_reasons_below(report):
    head, login, keys, why = table(report).splitlines()
    assert head.split() == ["figure", "value", "reference", "ratio", "target", "runs"]
    assert login.split() == ["login", "0.2", "s", "0.1", "s", "2.00×", "≤", "1.5×", "missed", "2"]
    assert keys.split() == ["keys", "≤", "50", "ms", "missed"]
    assert why == "keys: not measurable: the counter is not there"


def test_parts_are_named_before_they_aremeasured():
    heard = []
    measured((Part((("login", "s", None),), "", good),), heard.append)
    assert heard == ["login"]
