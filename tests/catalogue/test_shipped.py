"""The catalogue the program brings: 158 rows, 156 matters, every list an example."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from zcdesk import paths
from zcdesk.catalogue import load_shipped, read, shipped_files
from zcdesk.catalogue.files import read_raw
from zcdesk.catalogue.lint import lint
from zcdesk.catalogue.names import catch_all
from zcdesk.domain.matter import Confidence, Matter, MatterType, Necessity, Source, WindowCategory
from zcdesk.domain.oneform import FIELDS


@pytest.fixture(scope="module")
def matters() -> tuple[Matter, ...]:
    return load_shipped()


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    path = paths.resources_dir() / "catalogue" / "matters.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@pytest.mark.req("R169", "R148")
def test_158_rows_are_156_matters(matters: tuple[Matter, ...], rows: list[dict[str, str]]) -> None:
    assert Counter(row["annex"] for row in rows) == {"1": 85, "2": 4, "3": 17, "4": 52}
    assert [len(read_raw(path).matters) for path in shipped_files()] == [85, 4, 17, 52]
    assert len(matters) == 156
    assert sum(len(matter.rows) for matter in matters) == 158
    assert len({matter.key for matter in matters}) == len({m.code for m in matters}) == 156


def test_names_and_departments_are_byte_exact(
    matters: tuple[Matter, ...], rows: list[dict[str, str]]
) -> None:
    printed = {f"{row['annex']}-{row['seq']}": (row["department"], row["name"]) for row in rows}
    shipped = {row: (m.department, m.name) for m in matters for row in m.rows}
    assert shipped == printed
    assert printed["1-40"][1] == "基金会 （含慈善组织）变更登记（名称变更）"
    assert "注册地资金变更" in printed["1-44"][1]


def test_the_csv_alone_gives_the_same_matters(matters: tuple[Matter, ...]) -> None:
    listed = read(paths.resources_dir() / "catalogue" / "matters.csv")
    assert [(m.key, m.code, m.name, m.rows, m.categories) for m in listed] == [
        (m.key, m.code, m.name, m.rows, m.categories) for m in matters
    ]


def test_a_matter_of_two_annexes_has_two_categories(matters: tuple[Matter, ...]) -> None:
    both = {matter.rows: matter for matter in matters if len(matter.rows) > 1}
    assert set(both) == {("1-73", "4-25"), ("1-76", "4-21")}
    for matter in both.values():
        assert matter.categories == (WindowCategory.SOCIAL, WindowCategory.INVESTMENT)
        assert matter.key == matter.rows[0]
    annexes = [
        {m.key: m for path in shipped_files() for m in read(path)}[key]
        for key in ("1-73", "4-25", "1-76", "4-21")
    ]
    assert annexes[0].materials == annexes[1].materials
    assert annexes[2].materials == annexes[3].materials


def test_lists_are_whole_and_are_examples(matters: tuple[Matter, ...]) -> None:
    found = [matter for path in shipped_files() for matter in read(path)]
    assert sum(matter.has_list for matter in found) == 116
    assert sum(len(matter.materials) for matter in found) == 637
    assert all(matter.is_sample for matter in matters)
    assert all(m.evidence or m.confidence is Confidence.UNVERIFIED for m in matters)


def test_codes_are_annex_and_number(matters: tuple[Matter, ...]) -> None:
    for matter in matters:
        annex, _, seq = matter.key.partition("-")
        assert matter.code == f"{annex}{int(seq):03d}"


def test_an_unknown_type_stays_unknown_and_counts_as_promised(matters: tuple[Matter, ...]) -> None:
    unknown = [matter for matter in matters if matter.type is None]
    assert len(unknown) == 145
    assert {matter.effective_type for matter in unknown} == {MatterType.PROMISED}


def test_what_a_department_has_to_confirm_is_listed(matters: tuple[Matter, ...]) -> None:
    for matter in matters:
        told = "".join(matter.defects)
        limitless = matter.promised_days is None and matter.effective_type is MatterType.PROMISED
        assert ("办理时限以部门确认为准" in told) == limitless
        assert ("没有材料清单" in told) != matter.has_list


@pytest.mark.req("R141", "R140")
def test_lint_finds_nothing() -> None:
    for path in (*shipped_files(), paths.resources_dir() / "catalogue" / "matters.csv"):
        assert lint(path) == ()


def test_lint_of_the_merged_values_finds_nothing(matters: tuple[Matter, ...]) -> None:
    assert lint(matters) == ()


def test_a_rewritten_name_keeps_the_draft_in_its_note(matters: tuple[Matter, ...]) -> None:
    noted = [m for matter in matters for m in matter.materials if "原稿名称" in m.note]
    assert len(noted) == 13
    for material in noted:
        draft = material.note.partition("“")[2].partition("”")[0]
        assert catch_all(draft) is not None
        assert catch_all(material.name) is None


@pytest.mark.req("R109")
def test_shared_materials_are_waived_and_deferrable_ones_have_days(
    matters: tuple[Matter, ...],
) -> None:
    lines = [line for matter in matters for line in matter.materials]
    assert all(line.waived for line in lines if line.source is Source.SHARED)
    deferrable = [line for line in lines if line.necessity is Necessity.DEFERRABLE]
    assert [line.deferral_days for line in deferrable] == [5]


def test_citizens_words_and_form_fields(matters: tuple[Matter, ...]) -> None:
    by_name = {matter.name: matter for matter in matters}
    assert sum(bool(matter.aliases) for matter in matters) >= 60
    assert {"开书店", "卖书"} <= set(by_name["出版物零售业务经营许可"].aliases)
    assert all(field in FIELDS for matter in matters for field in matter.fields)
    keys = {matter.key for matter in matters}
    assert all(key in keys for matter in matters for key in matter.prerequisites)


def test_every_matter_can_be_typed(matters: tuple[Matter, ...]) -> None:
    book = next(m for m in matters if m.key == "1-78")
    assert book.initials.split() == ["cbwlsywjyxk", "/", "ksd", "ms", "zzls", "tsls", "bkt"]
    assert book.pinyin.startswith("chu'ban'wu'ling'shou'ye'wu'jing'ying'xu'ke /")
    for matter in matters:
        letters = sum(letter.isalnum() for letter in matter.name)
        assert matter.pinyin.split()[0].count("'") == letters - 1
        assert "*" not in matter.pinyin
