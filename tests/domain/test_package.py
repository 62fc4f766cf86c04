"""A 一件事: the tree of questions leads to matters, and matters share one list."""

from __future__ import annotations

import msgspec
from fix_matters import matter
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain import checklist
from zcdesk.domain.matter import Material
from zcdesk.domain.package import (
    Answer,
    Package,
    PackageEntry,
    Question,
    asked,
    chosen,
    is_answered,
)
from zcdesk.domain.visit import Visit, add_matter, add_package, lines_of

SHOP = Package(
    key="p-1",
    code="9001",
    name="开书店",
    department="区行政审批局",
    matters=("1-1",),
    questions=(
        Question(
            key="form",
            text="身份？",
            answers=(
                Answer(words="企业", matters=("2-1",), next="sign"),
                Answer(words="个体", matters=("2-3",)),
            ),
        ),
        Question(
            key="sign",
            text="招牌？",
            answers=(Answer(words="设", matters=("1-66", "1-1")), Answer(words="不设")),
        ),
    ),
)


def test_only_the_questions_on_the_way_are_asked() -> None:
    assert [q.key for q in asked(SHOP, {})] == ["form"]
    assert [q.key for q in asked(SHOP, {"form": 0})] == ["form", "sign"]
    assert [q.key for q in asked(SHOP, {"form": 1, "sign": 0})] == ["form"]
    assert not is_answered(SHOP, {"form": 0})
    assert is_answered(SHOP, {"form": 1})


def test_answers_bring_matters_each_once() -> None:
    assert chosen(SHOP, {}) == ("1-1",)
    assert chosen(SHOP, {"form": 0, "sign": 0}) == ("1-1", "2-1", "1-66")
    assert chosen(SHOP, {"form": 1, "sign": 0}) == ("1-1", "2-3"), "nobody asked about the sign"
    assert SHOP.every_matter == ("1-1", "2-1", "2-3", "1-66")


@given(st.dictionaries(st.sampled_from(["form", "sign"]), st.integers(0, 1)))
def test_whatever_is_answered_only_its_own_matters_come(given_: dict[str, int]) -> None:
    assert set(chosen(SHOP, given_)) <= set(SHOP.every_matter)
    assert len(set(chosen(SHOP, given_))) == len(chosen(SHOP, given_))


def test_the_matters_of_a_package_share_one_list() -> None:
    identity, form = Material(name="居民身份证"), Material(name="申请表")
    one = matter("1-1", identity, form)
    two = matter("2-1", identity, Material(name="场所证明"))
    visit = add_package(Visit(id="v", window="3", started_at=""), "p-1", (one, two))
    assert [c.package for c in visit.matters] == ["p-1", "p-1"]
    lines = {line.material.name: line.used_by for line in lines_of(visit, visit.applicant)}
    assert lines["居民身份证"] == (1, 2)
    assert checklist.count_unmerged((one, two)) - len(lines) == 1


def test_a_matter_that_is_there_already_joins_the_package() -> None:
    visit = add_matter(Visit(id="v", window="3", started_at=""), matter("1-1"))
    visit = add_package(visit, "p-1", (matter("1-1"), matter("2-1")))
    assert [(c.matter.key, c.package) for c in visit.matters] == [("1-1", "p-1"), ("2-1", "p-1")]


def test_a_package_is_written_and_read_again() -> None:
    entry = PackageEntry(package=SHOP, by="0001", at="2026-11-24T09:00:00+08:00")
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(entry), type=PackageEntry) == entry
