"""Visits of two plain matters, for the tests of the open visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from fix_matters import matter
from hypothesis import strategies as st

from zcdesk.domain import checklist
from zcdesk.domain.checklist import Mark, RowState
from zcdesk.domain.identity import with_check_digit
from zcdesk.domain.matter import Form, Material, Matter, Necessity
from zcdesk.domain.person import Person
from zcdesk.domain.visit import (
    Applicant,
    Visit,
    add_applicants,
    add_matter,
    rows_of,
    set_mark,
)

TODAY = dt.date(2026, 11, 24)
IDENTITY = Material(name="身份证", form=Form.BOTH)
PLAN = Material(name="平面图")
PROXY = Material(name="授权委托书", necessity=Necessity.CONDITIONAL, condition="委托他人办理")
LATE = Material(name="检验报告", necessity=Necessity.DEFERRABLE, deferral_days=5)
FIRST = matter("1-1", Material(name="申请表"), IDENTITY, PROXY)
SECOND = matter("1-2", Material(name="登记表"), IDENTITY, PLAN, LATE)


def person(serial: int) -> Person:
    return Person(
        name=f"测试{chr(0x4E00 + serial)}",
        id_number=with_check_digit(f"32021319880612{serial:03d}"),
        phone="13800000000",
    )


def empty() -> Visit:
    return Visit(id="v", window="3", started_at="2026-11-24T10:00:00+08:00")


def sitting(*chosen: Matter, people: int = 1) -> Visit:
    seen = empty()
    for one in chosen:
        seen = add_matter(seen, one)
    return add_applicants(seen, tuple(person(n) for n in range(1, people + 1)))


def states(seen: Visit) -> dict[str, RowState]:
    return {row.name: row.mark.state for row in rows_of(seen)}


def press(seen: Visit, name: str, act: Callable[[checklist.Row], Mark]) -> Visit:
    row = next(r for r in rows_of(seen) if r.name == name)
    return set_mark(seen, row.key, act(row))


def finished(seen: Visit) -> Visit:
    for row in rows_of(seen):
        act = checklist.compare if row.line.material.compares_original else checklist.receive
        if not row.is_settled:
            seen = press(seen, row.name, act)
    return seen


# --- saved and read back ---

texts = st.text(max_size=6)
marks = st.builds(
    Mark,
    state=st.sampled_from(RowState),
    compared=st.booleans(),
    given=st.integers(0, 9),
    reason=texts,
    due=st.sampled_from(("", "2026-12-01")),
    signed=st.sampled_from(("", "paper", "screen")),
    demanded=st.booleans(),
    demand_reason=texts,
    pages=st.lists(texts, max_size=2).map(tuple),
    note=texts,
)
persons = st.builds(
    Person, name=texts, id_number=texts, phone=texts, is_unit=st.booleans(), override=texts
)
applicants = st.builds(
    Applicant,
    id=st.integers(1, 99).map(str),
    person=persons,
    only=st.lists(texts, max_size=2).map(tuple),
    marks=st.dictionaries(texts, marks, max_size=3),
    on_file=st.dictionaries(texts, texts, max_size=2),
    voluntary=st.lists(texts, max_size=2).map(tuple),
)
