"""Matter search: what a clerk types, what comes first, and how long it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.matter import Matter, WindowCategory
from zcdesk.domain.search import MatchedBy, MatterIndex, Tier

SOCIAL, MARKET = WindowCategory.SOCIAL, WindowCategory.MARKET


def matter(
    code: str,
    name: str,
    pinyin: str,
    *,
    aliases: tuple[str, ...] = (),
    category: WindowCategory = SOCIAL,
    department: str = "区行政审批局",
) -> Matter:
    return Matter(
        key=f"k{code}",
        code=code,
        name=name,
        department=department,
        categories=(category,),
        aliases=aliases,
        pinyin=pinyin,
    )


BOOKS = matter(
    "3201",
    "出版物零售业务经营许可",
    "chu'ban'wu'ling'shou'ye'wu'jing'ying'xu'ke / kai'shu'dian mai'shu",
    aliases=("开书店", "卖书"),
)
TRADER = matter("2003", "个体工商户登记注册", "ge'ti'gong'shang'hu'deng'ji'zhu'ce", category=MARKET)
CHANGE = matter(
    "3202",
    "基金会 （含慈善组织）变更登记",
    "ji'jin'hui'han'ci'shan'zu'zhi'bian'geng'deng'ji"
    " ji'jin'kuai'han'ci'shan'zu'zhi'bian'geng'deng'ji",
    department="区民政局",
)
GREEN = matter("3203", "城市绿化KTV3号", "cheng'shi'lv'hua'k't'v'3'hao")
INDEX = MatterIndex([BOOKS, TRADER, CHANGE, GREEN])


def keys(query: str, **how: object) -> list[str]:
    return [hit.key for hit in INDEX.find(query, **how)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "by"),
    [
        ("3201", MatchedBy.CODE),
        ("３２０１", MatchedBy.CODE),
        ("cbw", MatchedBy.INITIALS),
        ("CBWLS", MatchedBy.INITIALS),
        ("cbwlsywjyxk", MatchedBy.INITIALS),
        ("wls", MatchedBy.INITIALS),
        ("chubanwu", MatchedBy.PINYIN),
        ("chubanw", MatchedBy.PINYIN),
        ("chu'ban'wu", MatchedBy.PINYIN),
        ("chu’ban’w", MatchedBy.PINYIN),
        ("chuban'", MatchedBy.PINYIN),
        ("cbanwu", MatchedBy.PINYIN),
        ("chbwls", MatchedBy.PINYIN),
        ("lingshou", MatchedBy.PINYIN),
        ("出版", MatchedBy.NAME),
        ("零售业务", MatchedBy.NAME),
        ("出版 零售", MatchedBy.NAME),
        ("零售　出版", MatchedBy.NAME),
        ("出版ls", MatchedBy.NAME),
        ("ls 出版", MatchedBy.NAME),
        ("cb xuke", MatchedBy.PINYIN),
        ("出版零售", MatchedBy.SCATTERED),
        ("开书店", MatchedBy.ALIAS),
        ("书店", MatchedBy.ALIAS),
        ("kaishudian", MatchedBy.ALIAS),
        ("ksd", MatchedBy.ALIAS),
    ],
)
def test_every_way_to_type_a_matter(query: str, by: MatchedBy) -> None:
    hit = INDEX.find(query)[0]
    assert (hit.key, hit.matched_by) == ("k3201", by)


@pytest.mark.parametrize(
    "query", ["zzz", "hubanwu", "chbanwuu", "chub'an", "出租", "cb 出租", "x1"]
)
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert "k3201" not in keys(query)


@pytest.mark.parametrize(
    "query", ["基金会（含慈善", "基金会(含慈善", "基金会含慈善组织", "jjhhc", "jjkhc"]
)
def test_blanks_and_brackets_of_a_name_do_not_matter(query: str) -> None:
    assert keys(query) == ["k3202"]


@pytest.mark.parametrize("query", ["lvhua", "lühua", "LüHua", "ktv", "ktv3", "3号", "lhktv"])
def test_letters_digits_and_u_with_dots(query: str) -> None:
    assert keys(query) == ["k3203"]


def test_department_and_code_prefix() -> None:
    assert keys("民政局") == ["k3202"]
    assert INDEX.find("民政")[0].matched_by is MatchedBy.DEPARTMENT
    assert keys("320") == ["k3201", "k3202", "k3203"]


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("chuban", ((0, 2),)),
        ("wuls", ((2, 5),)),
        ("出版 零售", ((0, 2), (3, 5))),
        ("ksd", ()),
        ("3201", ()),
    ],
)
def test_letters_to_show_in_bold(query: str, spans: tuple[tuple[int, int], ...]) -> None:
    assert INDEX.find(query)[0].spans == spans


def test_bold_letters_skip_what_has_no_sound() -> None:
    (hit,) = INDEX.find("hhcs")
    (start, end), *_ = hit.spans
    assert CHANGE.name[start:end] == "会 （含慈善"


def test_ranking_of_the_five_tiers() -> None:
    """Exact code, favourites, prefix of initials, own scope, rest (ux.md 2.3)."""
    index = MatterIndex(
        [
            matter("9001", "甲登记", "jia'deng'ji", category=MARKET),
            matter("9002", "乙登记", "yi'deng'ji"),
            matter("9003", "登记丙", "deng'ji'bing", category=MARKET),
            matter("9004", "丁登记", "ding'deng'ji"),
        ]
    )
    found = index.find("dj", favourites=("k9004",), scope=(SOCIAL,))
    assert [(hit.key, hit.tier) for hit in found] == [
        ("k9004", Tier.FAVOURITE),
        ("k9003", Tier.PREFIX),
        ("k9002", Tier.IN_SCOPE),
        ("k9001", Tier.REST),
    ]
    assert [hit.in_scope for hit in found] == [True, False, True, False]
    codes = index.find("9001", favourites=("k9004",), scope=(SOCIAL,))
    assert [hit.tier for hit in codes] == [Tier.EXACT_CODE]


def test_an_exact_code_beats_favourites() -> None:
    index = MatterIndex([matter("320", "甲", "jia"), matter("3201", "乙", "yi")])
    assert [hit.key for hit in index.find("320", favourites=("k3201",))] == ["k320", "k3201"]


def test_a_reading_that_begins_the_name_wins_over_one_inside() -> None:
    index = MatterIndex([matter("1", "会计会", "kuai'ji'hui hui'ji'hui")])
    (hit,) = index.find("hui")
    assert (hit.tier, hit.spans) == (Tier.PREFIX, ((0, 1),))


@pytest.mark.parametrize("query", ["", "  ", "'", "，。"])
def test_nothing_typed_shows_favourites_in_their_order(query: str) -> None:
    found = keys(query, favourites=("k3203", "gone", "k2003"), scope=(MARKET,))
    assert found == ["k3203", "k2003", "k3201", "k3202"]


def test_limit_and_no_scope() -> None:
    assert len(INDEX.find("", limit=2)) == 2
    assert all(hit.in_scope for hit in INDEX.find(""))
    assert len(INDEX) == 4


@given(st.text(max_size=80), st.lists(st.sampled_from(["k3201", "k2003", "x"]), max_size=3))
def test_any_query_is_answered(query: str, favourites: list[str]) -> None:
    found = INDEX.find(query, favourites, (MARKET,))
    assert len({hit.key for hit in found}) == len(found)
    names = {one.key: one.name for one in (BOOKS, TRADER, CHANGE, GREEN)}
    for hit in found:
        assert all(0 <= start < end <= len(names[hit.key]) for start, end in hit.spans)


@given(st.integers(0, 10), st.data())
def test_a_prefix_of_each_syllable_finds_the_matter(start: int, data: st.DataObject) -> None:
    syllables = BOOKS.pinyin.partition(" / ")[0].split("'")[start:]
    count = data.draw(st.integers(1, len(syllables)))
    cut = [part[: data.draw(st.integers(1, len(part)))] for part in syllables[:count]]
    joint = data.draw(st.sampled_from(["", "'"]))
    assert "k3201" in keys(joint.join(cut))


@pytest.fixture(scope="module")
def large() -> MatterIndex:
    names = ["shen'pi", "deng'ji", "bian'geng", "xu'ke", "yan'shou", "bei'an", "he'zhun", "zhu'ce"]
    letters = ["审批", "登记", "变更", "许可", "验收", "备案", "核准", "注册"]
    entries = []
    for n in range(5000):
        picked = [(n // 8**power) % 8 for power in range(5)] * 2
        entries.append(
            matter(
                f"{n:04d}",
                "".join(letters[at] for at in picked),
                "'".join(names[at] for at in picked) + " / kai'dian",
                aliases=("开店",),
            )
        )
    return MatterIndex(entries)


@pytest.mark.req("UX-15")
@pytest.mark.parametrize(
    "query",
    ["spdj", "shen'pi'deng", "s", "审批 登记", "审登", "4321", "", "没有", "kaidian", "zzzz"],
)
def test_of_five_thousand_matters_the_best_fifty_come_first(large: MatterIndex, query: str) -> None:
    """How fast that is is measured by `zcdesk bench`, beside its reference."""
    every = large.find(query, ("k0007",), (MARKET,), limit=5000)
    assert large.find(query, ("k0007",), (MARKET,)) == every[:50]
