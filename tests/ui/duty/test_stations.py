"""The tab of the stations: copies, versions, what is rolled out, and stopping it."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from fix_publisher import Publisher

from zcdesk import settings
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.upkeep import BackedUp, Turn, VersionChanged
from zcdesk.errors import NotAllowed
from zcdesk.operations import releases
from zcdesk.ui.duty.stations import StationsPage
from zcdesk.ui.duty.tabs import tabs_for
from zcdesk.upkeep.keeping import Keeper

ADMIN = "0001"


@pytest.fixture
def page(page_desk, page_session, dressed):
    for name, version, turn in (("3", "0.1.0", Turn.DONE), ("5", "0.2.0", Turn.FAILED)):
        done = VersionChanged(station=name, version=version, before="", turn=turn, why="UPD-11")
        with page_session.transaction() as tx:
            tx.append(NewAct(subject=f"station:{name}", body=done))
    with page_session.transaction() as tx:
        body = BackedUp(station="3", position=1)
        tx.append(NewAct(subject="station:3", body=body))
    admin = page_session.as_clerk(ADMIN)
    releases.roll_out(admin, "0.2.0", "{}", "", first=("3",))
    page_desk.set_session(admin, Clerk(staff_no=ADMIN, name="王主任", roles=(Role.ADMINISTRATOR,)))
    made = StationsPage(page_desk)
    dressed(made, size=(1100, 600))
    made.activate()
    return made


def test_each_station_says_what_it_runs_and_when_it_was_copied(page) -> None:
    rows = {row.station.name: row for row in page.model.rows}
    assert set(rows) == {"3", "5"}
    assert page._version(rows["3"]).word == "0.1.0 → 0.2.0"
    assert "没装上" in page._version(rows["5"]).word
    assert page._copied(rows["5"]).word == "从未备份"
    assert not rows["3"].is_copy_old
    assert "UPD-11" in page.tell(rows["5"])
    assert "下班时更新" in page.tell(rows["3"])
    assert page.deeds(rows["5"]) == ()


def test_an_old_copy_is_told(page, page_session, clock) -> None:
    clock.at += timedelta(days=4)
    view = releases.view(page_session)
    assert [row.is_copy_old for row in view.rows if row.station.name == "3"] == [True]


def test_the_roll_out_is_stopped_with_a_reason(page, page_session) -> None:
    deed = next(iter(page.deeds(next(r for r in page.model.rows if r.station.name == "3"))))
    stop, words, named = deed.call({"reason": "打印有误"})
    assert stop(page_session.as_clerk(ADMIN), *words, **named) == "0.2.0"
    page.read()
    assert all(not row.due for row in page.model.rows)
    with pytest.raises(NotAllowed, match="BAK-10"):
        releases.trust(page_session.as_clerk("0312"), "00")


def test_only_those_who_administer_or_audit_see_the_tab() -> None:
    for role, sees in ((Role.ADMINISTRATOR, True), (Role.AUDITOR, True), (Role.SUPERVISOR, False)):
        assert ("stations" in {tab.name for tab in tabs_for((role,))}) == sees


@pytest.mark.req("UX-57")
def test_without_stations_it_says_so_and_nothing_empty_stands_beside(page, page_session) -> None:
    assert page._side.isVisible()
    assert not page.strip.isVisible()
    page.view.setFocus()
    page._on_read(page.mode, msgspec.structs.replace(releases.view(page_session), rows=()))
    assert page.empty.isVisible()
    assert page.empty.sentence.full_text == "还没有工作站联到大厅服务器"
    assert not page._side.isVisible()
    assert page.hasFocus()


@pytest.fixture
def kept(page, publisher, page_session, tmp_path):
    """The page on a PC that somebody keeps, whose own row is on show."""
    left = []
    page._desk.keeping = Keeper(tmp_path / "pc", lambda: left.append("left"))
    page.left = left
    own = page_session.store.station.name
    done = VersionChanged(station=own, version="0.1.0", before="", turn=Turn.DONE)
    with page_session.transaction() as tx:
        tx.append(NewAct(subject=f"station:{own}", body=done))
    page.read()
    page.view.set_current([r.station.name for r in page.model.rows].index(own))
    return page


def deed(page, word: str):
    row = page.view.current
    return next(d for d in page.deeds(row) if d.word == word)


def answer(page, word: str, **said: str) -> None:
    page.begin(deed(page, word))
    for name, text in said.items():
        page.form.fields[name].set_text(text)
    page.form.submit()


def test_a_version_is_trusted_and_rolled_out_from_the_page(kept, publisher: Publisher) -> None:
    answer(kept, "推行新版本", folder=str(publisher.publish("0.3.0")))
    assert "公钥" in kept.form.message.full_text  # no key is trusted yet: nothing is rolled out
    kept._on_cancelled()
    answer(kept, "认定发布公钥", file=str(publisher.folder / "release.pub"))
    assert not kept.form.is_open
    answer(kept, "推行新版本", folder=str(publisher.publish("0.4.0")), first="3、5", since="")
    assert not kept.form.is_open
    rows = {row.station.name: row for row in kept.model.rows}
    assert {name for name, row in rows.items() if row.due == "0.4.0"} == {"3", "5"}
    told = kept.tell(rows["5"])
    assert publisher.public[:16] in told
    assert "正在推行 0.4.0：0 /" in told


def test_a_folder_another_signed_is_refused_in_place(kept, publisher: Publisher, tmp_path) -> None:
    answer(kept, "认定发布公钥", file=str(publisher.folder / "release.pub"))
    other = Publisher(tmp_path / "other")
    before = [row.due for row in kept.model.rows]
    answer(kept, "推行新版本", folder=str(other.publish("0.9.0")))
    assert kept.form.is_open
    assert kept.form.message.full_text
    assert [row.due for row in kept.model.rows] == before


def test_this_pc_is_copied_from_its_own_row(kept, tmp_path) -> None:
    answer(kept, "现在备份本机")
    assert "BAK-07" not in kept.facts.full_text
    assert kept.form.message.full_text  # nowhere to copy to is said in place
    settings.save(tmp_path / "pc", settings.Settings(backup=str(tmp_path / "gone")))
    kept._on_cancelled()
    answer(kept, "现在备份本机")
    assert kept.form.message.full_text


def test_only_a_window_of_a_hall_with_a_server_can_be_moved(kept) -> None:
    words = {d.word for d in kept.deeds(kept.view.current)}
    assert "把窗口迁到另一台电脑" not in words
    kept._desk.syncing = object()
    answer(kept, "把窗口迁到另一台电脑")
    assert kept.left == ["left"]


def test_who_does_not_administer_decides_nothing(kept) -> None:
    kept._desk.set_session(
        kept._desk.session, Clerk(staff_no="0900", name="审", roles=(Role.AUDITOR,))
    )
    assert kept.deeds(kept.view.current) == ()
