"""The hall's own words: published by who may, printed from the next paper on, kept for reprints."""

import pytest
from fix_visit import settle, visiting

from zcdesk.errors import Invalid, NotAllowed
from zcdesk.forms import wording
from zcdesk.operations import intake, printing, words

FOOT = {"receipt": {"foot": "一式三份，请妥善保管。办理期限以受理通知书为准。"}}
OTHER = {"receipt": {"foot": "请妥善保管。办理期限以受理通知书为准。"}}


def taken(session):
    return intake.receive(session, settle(visiting(session, "1-2"))).prints[0]


@pytest.fixture
def admin(session):
    return session.as_clerk("0001")


def test_only_who_may_publishes(session, admin):
    with pytest.raises(NotAllowed):
        words.publish(session, "2026-12", FOOT)
    assert words.words(session).current == ""
    assert words.publish(admin, " 2026-12 ", FOOT).current == "2026-12"


@pytest.mark.parametrize("version", ["", " ", "v" * 41])
def test_a_version_has_a_name(admin, version):
    with pytest.raises(Invalid) as caught:
        words.publish(admin, version, FOOT)
    assert caught.value.code == "PAP-07"


def test_a_version_never_means_two_texts(admin):
    words.publish(admin, "1", FOOT)
    with pytest.raises(Invalid):
        words.publish(admin, "1", OTHER)
    words.publish(admin, "2", OTHER)
    # back to an earlier one
    assert words.publish(admin, "1", FOOT).current == "1"


def test_a_copy_is_printed_in_the_words_of_its_original(session, admin, open_hall):
    before = taken(session)
    words.publish(admin, "1", FOOT)
    first = taken(session)
    assert (before.paper.head.words, first.paper.head.words) == ("", "1")
    printing.finish(session, printing.begin(session, first, "激光"), "confirmed")
    words.publish(admin, "2", OTHER)
    again = open_hall().as_clerk("0312")
    (kept,) = printing.recent(again)
    copy = printing.reprint(again, kept)
    assert copy.paper.head.words == "1"
    assert words.words(again).texts("1") == FOOT


def test_a_text_the_program_no_longer_knows_is_left_out():
    known = wording.in_force(
        "9", {"receipt": {**FOOT["receipt"], "gone": "x"}, "no-paper": {"a": "b"}}
    )
    assert known.of("receipt")("foot") == FOOT["receipt"]["foot"]
    assert known.version.endswith("+9")
    assert wording.in_force("9", {}) is wording.shipped()
