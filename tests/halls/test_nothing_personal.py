"""Whoever comes for whatever: no name, number, phone or address lies anywhere it should not."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest
from fix_visit import settle
from fix_workday import missing
from hypothesis import given, settings
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
DRAFTS = "draft"
"""The open visit itself: local, in the encrypted file, gone with the visit."""
SPOOL = "print_job"
"""Papers as they were printed: they name people, and show no whole number."""


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
    return {v for p in persons for v in (p.id_number, p.phone, p.address, p.representative) if v}


def cells(session: Session) -> Iterator[tuple[str, bytes]]:
    """Everything in every table but the drafts, as bytes, with the table's name."""
    raw = session.store._handle._raw
    for table in METADATA.tables:
        if table != DRAFTS:
            rows = raw.execute(f"SELECT * FROM {table}").fetchall()
            for cell in (cell for row in rows for cell in row):
                yield table, cell if isinstance(cell, bytes) else str(cell).encode()


def assert_unseen(session: Session, personal: set[str], names: set[str]) -> None:
    for table, cell in cells(session):
        for value in personal if table == SPOOL else personal | names:
            assert value.encode() not in cell, f"{value} in {table}"


def visit_of(
    session: Session, keys: tuple[str, ...], applicants: list[Person], agent: Person, agency: Agency
) -> Visit:
    visit = queue.walk_in(session)
    for key in keys:
        visit = add_matter(visit, catalogue.matter(session, key))
    visit = add_applicants(visit, tuple(applicants))
    if visit.is_batch:
        agency = Agency.UNIT_CLERK
    visit = msgspec.structs.replace(
        set_presenter(visit, agent, agency),
        authority=True,
        delivery=Delivery(by_post=True),
        post_address=TYPED[0],
        form={"place_address": TYPED[1], "reason": TYPED[2]},
        note=TYPED[3],
    )
    for index in range(len(applicants)):
        visit = settle(add_voluntary(select(visit, index), "荣誉证书"))
    return visit


TYPED = ("邮寄街77号", "经营街88号", "理由99字", "备注66字")
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
def test_nothing_personal_lies_outside_the_sealed_records(session) -> None:
    """One hall all day: each visit ends some way, and then every cell of every table is read."""

    @settings(max_examples=20)
    @given(
        keys=st.sampled_from((("1-1",), ("1-2",), ("1-1", "1-2"))),
        applicants=st.lists(people(), min_size=1, max_size=3),
        agent=people(),
        agency=st.sampled_from(Agency),
        how=st.sampled_from(ENDS),
    )
    def visits(
        keys: tuple[str, ...], applicants: list[Person], agent: Person, agency: Agency, how: str
    ) -> None:
        visit = visit_of(session, keys, applicants, agent, agency)
        personal = values(*applicants, agent) | set(TYPED)
        intake.save(session, visit)
        clerks.reveal(session, "id_number", visit.id)
        custody = clerks.custody_now(session)
        names = {person.name for person in (*applicants, agent)}
        for value in personal | names:
            assert value not in "".join(custody.visits + custody.originals)
        for task in end(session, visit, how):
            printing.finish(session, printing.begin(session, task, "热敏#1"), "confirmed")
        assert_unseen(session, personal, names)

    visits()


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
