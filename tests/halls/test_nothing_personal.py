"""Whoever comes for whatever: no name, number, phone or address lies anywhere it should not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from fix_visit import settle
from fix_workday import missing
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zcdesk.domain.case import Delivery
from zcdesk.domain.identity import IdKind, with_check_digit, with_uscc_check
from zcdesk.domain.person import Agency, Person, Trust
from zcdesk.domain.visit import (
    Visit,
    add_applicants,
    add_matter,
    add_voluntary,
    rows_of,
    select,
    set_mark,
    set_presenter,
)
from zcdesk.errors import CodedError
from zcdesk.operations import catalogue, clerks, intake, printing, queue, tickets
from zcdesk.operations.session import Session
from zcdesk.store.schema import METADATA

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
KEPT_IN = {"draft"}
"""The open visit itself: local, in the encrypted file, gone with the visit."""


@st.composite
def people(draw: st.DrawFn) -> Person:
    """A person nobody else shares a value with; the words of the program never hold them."""
    n = draw(st.integers(0, 99_999))
    unit = draw(st.booleans())
    return Person(
        name=f"{draw(st.sampled_from(SURNAMES))}𠮷䶮{n:05d}" + "有限公司" * unit,
        id_kind=IdKind.USCC if unit else IdKind.RESIDENT,
        id_number=with_uscc_check(f"91320213MA{n:05d}X")
        if unit
        else with_check_digit(f"320213{1950 + n % 50}0612{n % 1000:03d}"),
        phone=f"139{n:08d}",
        address=f"示例路{n:05d}号",
        trust=draw(st.sampled_from(Trust)),
        is_unit=unit,
        representative=f"代表人{n:05d}" if unit else "",
        override="与户口簿相同",
        compared=True,
    )


def values(*persons: Person) -> set[str]:
    found = {v for p in persons for v in (p.name, p.id_number, p.phone, p.address)}
    return found | {p.representative for p in persons if p.representative}


def cells(session: Session) -> Iterator[tuple[str, bytes]]:
    """Everything in every table but the drafts, as bytes, with the table's name."""
    raw = session.store._handle._raw
    for table in METADATA.tables:
        if table in KEPT_IN:
            continue
        for row in raw.execute(f"SELECT * FROM {table}"):
            for cell in row:
                yield table, cell if isinstance(cell, bytes) else str(cell).encode()


def assert_unseen(session: Session, personal: set[str]) -> None:
    wanted = {value: value.encode() for value in personal}
    for table, cell in cells(session):
        for value, needle in wanted.items():
            assert needle not in cell, f"{value} in {table}"


def visit_of(session: Session, data: st.DataObject) -> tuple[Visit, set[str]]:
    applicants = data.draw(st.lists(people(), min_size=1, max_size=3))
    visit = queue.walk_in(session)
    for key in data.draw(st.sampled_from((("1-1",), ("1-2",), ("1-1", "1-2")))):
        visit = add_matter(visit, catalogue.matter(session, key))
    visit = add_applicants(visit, tuple(applicants))
    agency = data.draw(st.sampled_from(Agency)) if len(applicants) == 1 else Agency.UNIT_CLERK
    agent = data.draw(people())
    visit = set_presenter(visit, agent, agency)
    visit = msgspec.structs.replace(
        visit,
        authority=True,
        delivery=Delivery(by_post=True),
        post_address="邮寄街77号",
        form={"place_address": "经营街88号", "reason": "理由99字"},
        note="备注66字",
    )
    for index in range(len(applicants)):
        visit = settle(add_voluntary(select(visit, index), "荣誉证书"))
    more = {"邮寄街77号", "经营街88号", "理由99字", "备注66字"}
    return visit, values(*applicants, agent) | more


ENDS = ("receive", "insist", "notify", "park", "miss", "leave", "transfer")


def end(session: Session, visit: Visit, how: str) -> tuple:
    """End the visit; return what is to be printed."""
    row = rows_of(visit)[0]
    lacking = set_mark(visit, row.key, missing(row))
    match how:
        case "receive":
            return intake.receive(session, visit).prints
        case "insist":
            return intake.insist(session, lacking).prints
        case "notify":
            return intake.notify(session, lacking).prints
        case "park":
            queue.park(session, visit, "回去取原件")
        case "miss":
            queue.miss(session, visit)
        case "transfer":
            queue.transfer(session, visit, category="投资建设", reason="投资项目")
        case _:
            queue.leave(session, visit, outcome=tickets.Outcome.LEFT)
    return ()


@pytest.mark.req("UX-41")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_personal_lies_outside_the_sealed_records(session, data: st.DataObject) -> None:
    """One hall all day: each visit ends some way, and then every cell of every table is read."""
    visit, personal = visit_of(session, data)
    intake.save(session, visit)
    clerks.reveal(session, "id_number", visit.id)
    custody = clerks.custody_now(session)
    for value in personal:
        assert value not in "".join(custody.visits + custody.originals)
    for task in end(session, visit, data.draw(st.sampled_from(ENDS))):
        printing.finish(session, printing.begin(session, task, "热敏#1"), "confirmed")
    assert_unseen(session, personal)


@pytest.mark.req("UX-41")
def test_nothing_personal_lies_open_in_any_file_or_error(session, place) -> None:
    person = Person(
        name="欧阳𠮷䶮甲乙",
        id_number=with_check_digit("32021319880612001"),
        phone="13912345678",
        trust=Trust.CARD,
    )
    visit = add_applicants(
        add_matter(queue.walk_in(session), catalogue.matter(session, "1-2")), (person,)
    )
    with pytest.raises(CodedError) as refused:
        intake.receive(session, visit)
    intake.receive(session, settle(visit))
    queue.park(session, add_applicants(queue.walk_in(session), (person,)))
    session.store.tidy()
    files = [path for path in place.data.parent.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"store.db", "last.witness"}
    for value in (person.name, person.id_number, person.phone):
        assert value not in str(refused.value)
        for path in files:
            assert value.encode() not in path.read_bytes(), path.name
