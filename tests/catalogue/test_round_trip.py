"""YAML and XLSX hold everything a matter holds, both ways."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from zcdesk.catalogue import load_shipped, read, read_xlsx, read_yaml, write_xlsx, write_yaml
from zcdesk.catalogue.columns import MATERIAL, MATTER, Choice, Flag, Text, Texts, Whole
from zcdesk.catalogue.convert import complete
from zcdesk.catalogue.plain_yaml import read_plain
from zcdesk.domain.matter import (
    Confidence,
    FeeStage,
    Form,
    Material,
    Matter,
    MatterType,
    Necessity,
    Secrecy,
    Source,
    Unit,
    WindowCategory,
)
from zcdesk.errors import StoreError

letters = st.characters(exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"))
texts = st.text(alphabet=letters | st.just("\n"), max_size=12) | st.sampled_from(
    (
        "=1+1",
        "0123",
        "null",
        "yes",
        "2026-12-01",
        "1e5",
        "~",
        "- a",
        "𠮷䶮",
        "_x0041_",
        " 前后 ",
        "#",
    )
)
filled = texts.filter(str.strip)
words = st.lists(
    st.text(alphabet=letters, min_size=1, max_size=5)
    .map(str.strip)
    .filter(lambda word: word and not set(word) & set("、，,；;\n")),
    max_size=3,
).map(tuple)
days = st.none() | st.integers(0, 9999)

materials = st.builds(
    Material,
    name=filled,
    form=st.sampled_from(Form),
    copies=st.none() | st.integers(1, 9999),
    necessity=st.sampled_from(Necessity),
    source=st.sampled_from(Source),
    deferral_days=st.none() | st.integers(1, 9999),
    shareable=st.booleans(),
    reason=texts,
    condition=texts,
    legal_basis=texts,
    acceptance=texts,
    sample=texts,
    needs_signature=st.booleans(),
    needs_seal=st.booleans(),
    note=texts,
)
matters = st.builds(
    Matter,
    key=st.integers(1, 999).map(lambda n: f"k{n}"),
    code=st.integers(0, 9999).map(lambda n: f"{n:04d}"),
    name=filled,
    department=filled,
    categories=st.lists(st.sampled_from(WindowCategory), unique=True).map(tuple),
    rows=words,
    version=st.integers(1, 9999),
    type=st.none() | st.sampled_from(MatterType),
    statutory_days=days,
    statutory_unit=st.sampled_from(Unit),
    promised_days=days,
    promised_unit=st.sampled_from(Unit),
    legal_basis=texts,
    materials=st.lists(materials, max_size=3).map(tuple),
    fee=texts,
    fee_stage=st.sampled_from(FeeStage),
    result=texts,
    secrecy=st.sampled_from(Secrecy),
    aliases=words,
    evidence=texts,
    confidence=st.sampled_from(Confidence),
    text_read=st.booleans(),
    note=texts,
    valid_from=texts,
    author=texts,
    approver=texts,
    fields=words,
    prerequisites=words,
).map(complete)
catalogues = st.lists(
    matters, max_size=3, unique_by=(lambda m: m.key, lambda m: (m.department, m.name))
).map(tuple)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files")


@given(known=catalogues)
def test_yaml_holds_everything(folder: Path, known: tuple[Matter, ...]) -> None:
    path = folder / "a.yaml"
    write_yaml(path, known)
    assert read_yaml(path) == known
    document = yaml.safe_load(path.read_text("utf-8"))
    assert [row["name"] for row in document["matters"]] == [matter.name for matter in known]


@pytest.mark.req("R031")
@given(known=catalogues)
def test_xlsx_holds_everything(folder: Path, known: tuple[Matter, ...]) -> None:
    path = folder / "a.xlsx"
    write_xlsx(path, known)
    assert read_xlsx(path) == known


@pytest.mark.req("R110", "R039")
def test_the_shipped_catalogue_through_both_formats(folder: Path) -> None:
    shipped = load_shipped()
    write_xlsx(folder / "a.xlsx", shipped)
    write_yaml(folder / "b.yaml", read(folder / "a.xlsx"))
    assert read(folder / "b.yaml") == shipped


@given(
    values=st.recursive(
        st.none() | st.booleans() | st.integers(-(10**15), 10**15) | texts,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(filled, inner, max_size=4),
        max_leaves=12,
    )
)
@example(values={"a": "0123", "b": "1_000", "c": "12:30", "d": "yes", "e": "1.5"})
def test_plain_values_are_read_as_safe_yaml_reads_them(values: object) -> None:
    text = yaml.safe_dump(values, allow_unicode=True)
    assert read_plain(text, "x") == values


def test_a_word_that_yaml_would_twist_stays_a_word() -> None:
    text = "a: 0123\nb: 2026-12-01\nc: yes\nd: 12:30\ne: 1.50\nf: 08\n"
    told = {"a": "0123", "b": "2026-12-01", "c": "yes", "d": "12:30", "e": "1.50", "f": "08"}
    assert read_plain(text, "x") == told
    assert read_plain("a: 12\nb: ~\nc:\nd: True\ne: '12'\n", "x") == {
        "a": 12,
        "b": None,
        "c": None,
        "d": True,
        "e": "12",
    }


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Text(), dt.datetime(2026, 12, 1), "2026-12-01"),
        (Text(), dt.date(2026, 12, 1), "2026-12-01"),
        (Text(), 1001.0, "1001"),
        (Text(), 1001, "1001"),
        (Text(), "a\r\nb\rc", "a\nb\nc"),
        (Whole(), 20.0, 20),
        (Whole(), "２０", 20),
        (Flag(), "是", True),
        (Flag(), False, False),
        (Texts(), "开书店、卖书；报刊亭", ("开书店", "卖书", "报刊亭")),
        (Texts(), ["开书店", "卖书\n报刊亭"], ("开书店", "卖书", "报刊亭")),
        (Choice({Form.COPY: "复印件"}), " 复印件 ", Form.COPY),
        (Choice({Form.COPY: "复印件"}), "COPY", Form.COPY),
    ],
)
def test_what_a_cell_may_hold(kind: Text, cell: object, value: object) -> None:
    assert kind.read(cell) == value


@pytest.mark.req("R109", "R110")
def test_every_field_of_matter_and_material_has_a_column() -> None:
    computed = {"initials", "pinyin", "defects", "materials"}
    assert {column.key for column in MATTER} == set(Matter.__struct_fields__) - computed
    assert {column.key for column in MATERIAL} == set(Material.__struct_fields__)


def test_stale_search_keys_in_a_file_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "matters:\n- {key: a, department: 局, name: 出版, pinyin: old, defects: [old]}\n", "utf-8"
    )
    (matter,) = read(path)
    assert matter.pinyin == "chu'ban"
    assert "old" not in "".join(matter.defects)


def test_a_promised_limit_without_a_unit_takes_the_statutory_one(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "matters:\n- {key: a, department: 局, name: 出版, statutory_days: 60,"
        " statutory_unit: 自然日, promised_days: 15}\n",
        "utf-8",
    )
    assert read(path)[0].promised_unit is Unit.CALENDAR


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "a.yaml"
    with pytest.raises(StoreError):
        write_yaml(path, ())
    kept = tmp_path / "kept.yaml"
    write_yaml(kept, ())
    before = kept.read_bytes()
    os.mkdir(tmp_path / "kept.yaml.part")
    with pytest.raises(StoreError):
        write_yaml(kept, load_shipped()[:1])
    assert kept.read_bytes() == before
