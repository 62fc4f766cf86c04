"""The checklist: what each key does in each state, what is refused, how lists merge."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from fix_matters import matter, matters, several
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist
from zcdesk.domain.checklist import Mark, Row, RowState, merge
from zcdesk.domain.matter import Form, Material, Matter, Necessity, Source
from zcdesk.errors import NotAllowed

PAPER = Material(
    name="场所证明",
    form=Form.BOTH,
    copies=2,
    necessity=Necessity.DEFERRABLE,
    shareable=True,
    reason="须核验原件印章",
)
"""It could be shared, is asked for with a reason, compared with its original, and may be late."""

KEYS: dict[str, Callable[[Row], Mark]] = {
    "Space": checklist.receive,
    "Y": checklist.compare,
    "R": lambda row: checklist.defer(row, "2026-12-01"),
    "Q": lambda row: checklist.miss(row, "未带"),
    "W": lambda row: checklist.reject(row, "未盖章"),
    "X": lambda row: checklist.exempt(row, "本人办理"),
    "G": checklist.share,
    "G+": lambda row: checklist.demand(row, "共享调取失败"),
    "D": checklist.ask,
    "D+": lambda row: checklist.answer(row, officer="李工", may_receive=True, words="可收"),
    "D-": lambda row: checklist.answer(row, officer="李工", may_receive=False, words="过期"),
}

TABLE = """
                 Space     Y         R         Q        W          X       G       G+       D       D+        D-
pending          received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
received         pending   received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
shared           CHK-17    CHK-17    CHK-17    CHK-17   CHK-17     CHK-08  shared  pending  CHK-17  CHK-11    CHK-11
on_file          CHK-17    CHK-17    CHK-17    CHK-17   CHK-17     CHK-08  shared  pending  CHK-17  CHK-11    CHK-11
deferred         received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
missing          received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
defective        received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
not_applicable   received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   CHK-11    CHK-11
asked            received  received  deferred  missing  defective  CHK-08  shared  CHK-18   asked   received  defective
"""  # noqa: E501


STATES = frozenset(state.value for state in RowState)


def row(material: Material = PAPER, mark: Mark | None = None, *, voluntary: bool = False) -> Row:
    line = merge((matter("1-1", material),))[0]
    line = msgspec.structs.replace(line, voluntary=voluntary)
    return Row(no=4, line=line, mark=mark or checklist.first_mark(line))


def press(key: str, on: Row) -> str:
    """Return the state a key leads to, or the code it is refused with."""
    try:
        return KEYS[key](on).state.value
    except NotAllowed as refused:
        return refused.code


def cells() -> list[tuple[str, str, str]]:
    heads, *rows = (line.split() for line in TABLE.strip().splitlines())
    return [(r[0], head, cell) for r in rows for head, cell in zip(heads, r[1:], strict=True)]


@pytest.mark.req("R128", "UX-20")
@pytest.mark.parametrize(("state", "key", "expected"), cells())
def test_every_key_on_every_state(state: str, key: str, expected: str) -> None:
    assert press(key, row(mark=Mark(state=RowState(state), given=2))) == expected


def test_the_table_names_every_state_and_key() -> None:
    assert {(s, k) for s, k, _ in cells()} == {(s.value, k) for s in RowState for k in KEYS}


def test_a_refused_key_names_its_row() -> None:
    with pytest.raises(NotAllowed) as refused:
        checklist.exempt(row(), "本人办理")
    assert refused.value.fields == {"i": 4}


PLAIN = Material(name="申请信")


@pytest.mark.parametrize(
    ("material", "key", "expected"),
    [
        (PLAIN, "Y", "CHK-07"),
        (PLAIN, "R", "DEF-01"),
        (PLAIN, "G", "CHK-09"),
        (Material(name="执照", form=Form.COPY), "Y", "CHK-07"),
        (Material(name="执照", form=Form.ELECTRONIC), "Y", "CHK-07"),
        (Material(name="委托书", necessity=Necessity.CONDITIONAL), "X", "not_applicable"),
        (Material(name="委托书", necessity=Necessity.CONDITIONAL), "R", "DEF-01"),
        (Material(name="报告", necessity=Necessity.DEFERRABLE), "X", "CHK-08"),
        (Material(name="执照", source=Source.SHARED), "Space", "CHK-17"),
        (Material(name="执照", source=Source.SHARED), "G+", "pending"),
        (Material(name="执照", shareable=True), "G", "shared"),
        (Material(name="执照", shareable=True, reason="须核验印章"), "Space", "received"),
    ],
)
def test_what_the_catalogue_says_of_a_material_decides(
    material: Material, key: str, expected: str
) -> None:
    assert press(key, row(material)) == expected


# --- what a state keeps and loses ---


def test_taking_a_paper_back_forgets_the_comparison_and_who_confirmed_it() -> None:
    asked = checklist.ask(row())
    taken = checklist.answer(row(mark=asked), officer=" 李工 ", may_receive=True, words="可收")
    assert (taken.given, taken.compared, taken.officer) == (2, True, "李工")
    assert checklist.receive(row(mark=taken)) == Mark()


def test_only_a_paper_with_an_original_to_see_is_called_compared() -> None:
    asked = checklist.ask(row(PLAIN))
    taken = checklist.answer(row(PLAIN, asked), officer="李工", may_receive=True, words="")
    assert (taken.state, taken.compared) == (RowState.RECEIVED, False)


@pytest.mark.req("R129")
def test_what_the_department_confirms_is_received_on_the_spot() -> None:
    asked = checklist.ask(row())
    assert not row(mark=asked).is_settled
    taken = checklist.answer(row(mark=asked), officer="李工", may_receive=True, words="可收")
    assert row(mark=taken).is_settled
    refused = checklist.answer(row(mark=asked), officer="李工", may_receive=False, words=" ")
    assert (refused.state, refused.reason) == (RowState.DEFECTIVE, "部门确认不予收取")


@pytest.mark.parametrize("officer", ["", "  "])
def test_an_answer_has_a_name(officer: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        checklist.answer(
            row(mark=checklist.ask(row())), officer=officer, may_receive=True, words="可收"
        )
    assert refused.value.code == "CHK-12"


@pytest.mark.req("UX-20", "R140")
@pytest.mark.parametrize("reason", ["", " "])
def test_asking_for_a_shareable_paper_needs_a_reason(reason: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        checklist.demand(row(mark=Mark(state=RowState.SHARED)), reason)
    assert refused.value.code == "CHK-10"


@pytest.mark.req("UX-20")
@pytest.mark.parametrize("keys", [("Space",), ("Q", "Space"), ("W", "Space"), ("D", "D+"), ("R",)])
def test_the_reason_of_a_demand_is_kept_whatever_comes_after(keys: tuple[str, ...]) -> None:
    mark = checklist.demand(row(mark=Mark(state=RowState.SHARED)), "共享调取失败")
    for key in keys:
        mark = KEYS[key](row(mark=mark))
    assert (mark.demanded, mark.demand_reason, mark.reason) == (
        True,
        "共享调取失败",
        "共享调取失败",
    )
    missing = KEYS["Q"](row(mark=mark))
    assert (missing.reason, missing.demand_reason) == ("未带", "共享调取失败")


def test_a_paper_shared_after_all_was_never_demanded() -> None:
    mark = checklist.demand(row(mark=Mark(state=RowState.SHARED)), "共享调取失败")
    assert checklist.share(row(mark=mark)) == Mark(state=RowState.SHARED)


@pytest.mark.parametrize("act", [checklist.exempt, checklist.reject])
@pytest.mark.parametrize("reason", ["", "  "])
def test_leaving_out_and_finding_fault_need_a_reason(
    act: Callable[[Row, str], Mark], reason: str
) -> None:
    with pytest.raises(NotAllowed) as refused:
        act(row(Material(name="委托书", necessity=Necessity.CONDITIONAL)), reason)
    assert refused.value.code == "CHK-19"


@given(st.lists(st.sampled_from(sorted(KEYS)), max_size=12))
def test_pages_and_note_survive_every_key(keys: list[str]) -> None:
    at = row()
    at = row(mark=checklist.remark(at, " 复印件较淡 "))
    at = row(mark=checklist.add_page(at, "sha256:1"))
    for key in keys:
        if press(key, at) in STATES:
            at = row(mark=KEYS[key](at))
    assert (at.mark.note, at.mark.pages) == ("复印件较淡", ("sha256:1",))


def test_undo_is_the_old_mark_laid_back() -> None:
    line = row().line
    before = Mark(state=RowState.MISSING, reason="未带", note="明日来")
    after = checklist.receive(row(mark=before))
    assert checklist.build((line,), {line.key: after})[0].mark.state is RowState.RECEIVED
    assert checklist.build((line,), {line.key: before})[0].mark == before


# --- settled, open, lacking ---


@pytest.mark.req("R128")
@pytest.mark.parametrize(
    ("mark", "settled"),
    [
        (Mark(), False),
        (Mark(state=RowState.RECEIVED, given=2), False),  # the original was not seen
        (Mark(state=RowState.RECEIVED, given=2, compared=True), True),
        (Mark(state=RowState.DEFERRED), False),  # without a date it is no promise
        (Mark(state=RowState.DEFERRED, due="2026-12-01"), True),
        (Mark(state=RowState.SHARED), True),
        (Mark(state=RowState.ON_FILE), True),
        (Mark(state=RowState.NOT_APPLICABLE), True),
        (Mark(state=RowState.MISSING), False),
        (Mark(state=RowState.DEFECTIVE), False),
        (Mark(state=RowState.ASKED), False),
    ],
)
def test_what_lets_a_row_be_received(mark: Mark, settled: bool) -> None:
    assert row(mark=mark).is_settled is settled
    assert row(PLAIN, Mark(state=RowState.RECEIVED, given=1)).is_settled


def test_an_original_is_wanted_only_while_paper_is_handed_in() -> None:
    wanted = {state for state in RowState if row(mark=Mark(state=state)).compares}
    assert wanted == {RowState.PENDING, RowState.RECEIVED, RowState.DEFECTIVE, RowState.ASKED}
    assert not any(row(PLAIN, Mark(state=state)).compares for state in RowState)


@pytest.mark.req("UX-19", "R139")
@pytest.mark.parametrize("state", list(RowState))
def test_a_voluntary_paper_never_counts(state: RowState) -> None:
    extra = row(PLAIN, Mark(state=state), voluntary=True)
    assert extra.is_settled
    assert not extra.is_plain
    assert (checklist.open_rows([extra]), checklist.lacking([extra])) == ((), ())


def test_lacking_is_what_is_missing_or_wrong() -> None:
    states = (RowState.MISSING, RowState.SHARED, RowState.DEFECTIVE, RowState.PENDING)
    rows = tuple(
        msgspec.structs.replace(row(mark=Mark(state=state)), no=no)
        for no, state in enumerate(states, 1)
    )
    assert [r.no for r in checklist.lacking(rows)] == [1, 3]
    assert [r.no for r in checklist.open_rows(rows)] == [1, 3, 4]


# --- a mark and a line that changed under it ---


@pytest.mark.req("UX-24")
@pytest.mark.parametrize(
    ("mark", "own", "other"),
    [
        (
            Mark(state=RowState.RECEIVED, given=1),
            Material(name="图"),
            Material(name="图", copies=3),
        ),
        (
            Mark(state=RowState.DEFERRED, due="2026-12-01"),
            Material(name="图", necessity=Necessity.DEFERRABLE),
            Material(name="图"),
        ),
        (
            Mark(state=RowState.NOT_APPLICABLE, reason="本人办理"),
            Material(name="图", necessity=Necessity.CONDITIONAL),
            Material(name="图"),
        ),
        (Mark(state=RowState.MISSING), Material(name="图"), Material(name="图", shareable=True)),
    ],
)
def test_a_stricter_matter_opens_the_row_again_and_its_going_brings_the_mark_back(
    mark: Mark, own: Material, other: Material
) -> None:
    mark = msgspec.structs.replace(mark, note="甲方提供", pages=("sha256:1",))
    alone, both = merge((matter("1-1", own),)), merge((matter("1-1", own), matter("1-2", other)))
    (now,) = checklist.build(both, {"图": mark})
    first = checklist.first_mark(both[0])
    assert now.mark == msgspec.structs.replace(first, note="甲方提供", pages=("sha256:1",))
    assert checklist.build(alone, {"图": mark})[0].mark == mark


def test_what_was_shared_for_a_matter_that_left_is_asked_for() -> None:
    (line,) = merge((matter("1-1", Material(name="图")),))
    (now,) = checklist.build((line,), {"图": Mark(state=RowState.SHARED)})
    assert now.mark.state is RowState.PENDING


# --- whatever is pressed ---


@pytest.mark.req("UX-20", "UX-21", "UX-22", "R139", "R140")
@given(several(2), st.lists(st.tuples(st.integers(0, 9), st.sampled_from(sorted(KEYS)))))
def test_no_sequence_of_keys_leads_to_what_the_list_does_not_allow(
    chosen: tuple[Matter, ...], keys: list[tuple[int, str]]
) -> None:
    lines = merge(chosen)
    marks: dict[str, Mark] = {}
    for place, key in keys:
        rows = checklist.build(lines, marks)
        if place < len(rows) and press(key, rows[place]) in STATES:
            marks[rows[place].key] = KEYS[key](rows[place])
    for now in checklist.build(lines, marks):
        material, mark = now.line.material, now.mark
        in_hand = mark.state in (RowState.RECEIVED, RowState.DEFECTIVE)
        assert mark.compared <= (mark.state is RowState.RECEIVED and material.compares_original)
        assert (mark.given == material.count) is in_hand
        assert bool(mark.due) <= (material.necessity is Necessity.DEFERRABLE)
        if mark.state is RowState.NOT_APPLICABLE:
            assert material.necessity is Necessity.CONDITIONAL
            assert mark.reason
        if material.waived and mark.state not in (RowState.SHARED, RowState.NOT_APPLICABLE):
            assert mark.demanded
            assert mark.demand_reason
    assert len(checklist.build(lines, marks)) == len(lines)


@given(matters())
def test_a_fresh_list_asks_nothing_that_can_be_shared(asking: Matter) -> None:
    for now in checklist.build(merge((asking,)), {}):
        shared = now.mark.state is RowState.SHARED
        assert shared is now.line.material.waived
        assert now.mark.state in (RowState.PENDING, RowState.SHARED)
