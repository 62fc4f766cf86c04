"""Trainee mode: guidance stands open, says what others got wrong, and what one may say."""

from __future__ import annotations

import pytest

from zcdesk.settings import Settings
from zcdesk.ui.counter.speech import Speech


@pytest.fixture
def learning(make_counter):
    made = make_counter(size=(1093, 545))
    made.desk.settings = Settings(trainee=True)
    return made


def speech(counter) -> Speech:
    found = counter.page.findChild(Speech)
    assert isinstance(found, Speech)
    return found


def test_a_line_says_what_fits_the_moment(learning) -> None:
    learning.serve()
    assert "请坐" in speech(learning).line.full_text
    learning.press("F4")
    assert "核对" in speech(learning).line.full_text


def test_who_knows_their_work_hears_nothing(counter) -> None:
    counter.serve()
    assert speech(counter).isHidden()


def test_guidance_stands_open_where_it_is_a_drawer_and_tells_mistakes(learning) -> None:
    learning.serve()
    learning.page.serving.on_layout(learning.page.serving._step)
    guidance = learning.page.serving.guidance
    assert guidance.isVisible()
    name = learning.rows[0].name
    learning.page.serving._on_learnt({name: ("没有签字", "日期已过")})
    learning.page.serving.checklist.view.set_current(0)
    assert "没有签字；日期已过" in guidance.words
