"""What changed since a clerk's last shift, with the differences listed."""

from __future__ import annotations

import msgspec
import pytest
from fix_catalogue import publish
from fix_hall import SECRET

from zcdesk.catalogue.compare import compare, compare_packages
from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import MatterPublished, MatterWithdrawn
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.package import Package, PackagePublished, PackageWithdrawn
from zcdesk.operations import catalogue, clerks
from zcdesk.operations.catalogue_news import since_last_shift


def come_back(session, clock, days: int = 1) -> None:
    """Go home and come again some days later."""
    clerks.log_off(session)
    clock.pass_(days=days)
    clerks.log_in(session, "0312", SECRET)


def test_a_clerk_who_was_never_here_has_no_news(session) -> None:
    publish(session, catalogue.matter(session, "1-2"))
    news = since_last_shift(session)
    assert (news.since, news.changes) == ("", ())


@pytest.mark.req("UX-26", "R145")
def test_what_changed_since_the_last_day_is_listed_with_its_differences(session, clock) -> None:
    old = catalogue.matter(session, "1-2")
    clock.pass_(minutes=10)
    clerks.log_off(session)
    clock.pass_(hours=2)
    publish(session, msgspec.structs.replace(old, promised_days=3))
    publish(session, msgspec.structs.replace(old, promised_days=4, materials=old.materials[1:]))
    new = msgspec.structs.replace(
        old, key="4-2", code="4002", name="另一事项", categories=(WindowCategory.INVESTMENT,)
    )
    publish(session, new)
    with session.as_clerk("0001").transaction() as tx:
        tx.append(NewAct(subject="matter:1-1", body=MatterWithdrawn(reason="下放街道")))
    clock.pass_(days=1)
    clerks.log_in(session, "0312", SECRET)
    news = since_last_shift(session)
    assert news.since[:10] == "2026-11-24"
    found = {one.new.key: one for one in news.changes}
    assert set(found) == {"1-1", "1-2", "4-2"}
    assert found["1-1"].withdrawn == "下放街道"
    assert found["4-2"].old is None
    assert (found["1-2"].old.version, found["1-2"].new.version) == (1, 3)
    told = [str(one) for one in compare(found["1-2"].old, found["1-2"].new)]
    assert told == ["~ 承诺时限：10→4", "- 申请表"]


def test_a_version_whose_day_came_meanwhile_is_news_and_only_then(session, clock) -> None:
    fresh = msgspec.structs.replace(
        catalogue.matter(session, "1-2"), version=2, promised_days=3, valid_from="2026-11-26"
    )
    with session.as_clerk("0001").transaction() as tx:
        body = MatterPublished(matter=fresh, approver="0001", effective="2026-11-26")
        tx.append(NewAct(subject="matter:1-2", body=body))
    come_back(session, clock)
    assert since_last_shift(session).changes == ()
    come_back(session, clock)
    (one,) = since_last_shift(session).changes
    assert (one.old.version, one.new.version) == (1, 2)
    come_back(session, clock)
    assert since_last_shift(session).changes == (), "the clerk was here when it began"


def test_this_windows_matters_come_first(session, clock) -> None:
    come_back(session, clock, days=0)
    for key in ("1-2", "4-1"):
        publish(session, msgspec.structs.replace(catalogue.matter(session, key), promised_days=2))
    clerks.log_off(session)
    clock.pass_(days=1)
    there = session.at_window("5")
    clerks.log_in(there, "0312", SECRET)
    assert since_last_shift(there).changes == ()
    clock.pass_(minutes=1)
    for key in ("1-2", "4-1"):
        publish(session, msgspec.structs.replace(catalogue.matter(session, key), promised_days=1))
    clock.pass_(days=1)
    assert [(c.new.key, c.here) for c in since_last_shift(there).changes] == [
        ("4-1", True),
        ("1-2", False),
    ]


@pytest.mark.req("R084")
def test_a_package_that_began_changed_or_ended_is_news_from_its_day(session, clock) -> None:
    shop = Package(
        key="p-1",
        code="9001",
        name="开书店一件事",
        department="区行政审批局",
        matters=("1-2", "1-1"),
        initials="",
        pinyin="",
    )
    later = msgspec.structs.replace(shop, version=2, matters=("1-1",), note="改")

    def away(*bodies) -> tuple[object, ...]:
        """Go home, have somebody else write this, come again the next day: what is news?"""
        clerks.log_off(session)
        clock.pass_(minutes=10)
        with session.as_clerk("0001").transaction() as tx:
            for body in bodies:
                tx.append(NewAct(subject="package:p-1", body=body))
        clock.pass_(days=1)
        clerks.log_in(session, "0312", SECRET)
        return since_last_shift(session).changes

    clock.pass_(minutes=10)
    begins = PackagePublished(package=later, effective="2026-11-26")
    (begun,) = away(PackagePublished(package=shop), begins)
    assert (begun.new.version, begun.old, begun.here) == (1, None, True)
    assert set(begun.names) == {"1-1", "1-2"}
    (changed,) = away()
    assert (changed.old.version, changed.new.version) == (1, 2), "its day came"
    told = [str(one) for one in compare_packages(changed.old, changed.new, changed.names)]
    assert len(told) == 2
    (ended,) = away(PackageWithdrawn(reason="政策调整"))
    assert ended.withdrawn == "政策调整"
    assert away() == ()
