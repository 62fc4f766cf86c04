"""Matter search over a large catalogue, key by key, against a plain scan for the same letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from zcdesk.bench.figure import WORST, Clock, Figure, Limit, alternate, figure, timed
from zcdesk.bench.plan import Plan
from zcdesk.catalogue import load_shipped
from zcdesk.catalogue.phonetics import search_keys
from zcdesk.domain.matter import Matter
from zcdesk.domain.search import MatterIndex

MATTERS = 5000
UNIT, SCALE = "ms", 1000.0
LIMIT = Limit("value", 50)
HOW = (
    "one key typed into the search over 5,000 matters: code, initials, pinyin being composed, "
    "Chinese, citizens' words, words nothing has; beside a plain scan of every name, code and "
    "reading for the same letters"
)
_PLACES = "东亭 西漳 南泉 北塘 玉祁 前洲 洛社 石塘湾 阳山 钱桥 堰桥 长安 安镇 羊尖 锡北 鹅湖 "
_PLACES += "东港 云林 东北塘 厚桥 梅村 鸿山 硕放 新安 旺庄 江溪 华庄 太湖 雪浪 蠡园 荣巷 河埒 马山"


def measure(plan: Plan, clock: Clock) -> tuple[Figure, ...]:
    """Type what clerks type into both, key by key."""
    entries = catalogue(MATTERS)
    index, scan = MatterIndex(entries), Scan(entries)
    typed = tuple(keystrokes(entries))
    queries = [typed[n * len(typed) // plan.searches] for n in range(plan.searches)]
    one, other = iter(queries), iter(queries)
    runs = alternate(
        timed(lambda: index.find(next(one)), clock),
        timed(lambda: scan.find(next(other)), clock),
        len(queries),
        warm_up=0,
    )
    return (
        figure("search p50", runs, how=HOW, unit=UNIT, scale=SCALE),
        figure("search p99", runs, how=HOW, unit=UNIT, scale=SCALE, percent=WORST, limit=LIMIT),
    )


class Scan:
    """The plainest search there is: every entry's words as one text."""

    def __init__(self, entries: Iterable[Matter]) -> None:
        self._texts = tuple(
            f"{m.code} {m.name} {' '.join(m.aliases)} {m.initials} {m.pinyin}".casefold()
            for m in entries
        )

    def find(self, query: str) -> list[int]:
        """Return the places of the entries that hold `query`."""
        wanted = query.casefold()
        return [place for place, text in enumerate(self._texts) if wanted in text]


def catalogue(count: int) -> tuple[Matter, ...]:
    """Return the shipped matters again and again, each time for another place."""
    shipped = load_shipped()
    places = _PLACES.split()
    made = []
    for number in range(count):
        matter = shipped[number % len(shipped)]
        name = f"{matter.name}（{places[number // len(shipped) % len(places)]}）"
        initials, pinyin = search_keys(name, matter.aliases)
        made.append(
            msgspec.structs.replace(
                matter,
                key=f"{matter.key}/{number}",
                code=f"{1000 + number}",
                name=name,
                initials=initials,
                pinyin=pinyin,
            )
        )
    return tuple(made)


def keystrokes(entries: Sequence[Matter]) -> Iterator[str]:
    """Yield what the box holds after each key, for many matters looked for in many ways."""
    for matter in entries[:: max(1, len(entries) // 60)]:
        spoken = matter.pinyin.partition(" / ")[0].partition(" ")[0]
        for wanted in (
            matter.code,
            matter.initials.partition(" ")[0][:8],
            spoken[:16],
            matter.name[:8],
            *matter.aliases[:1],
            f"{matter.name[:2]} {matter.code[:2]}",
            f"没有{matter.name[0]}的事",
        ):
            yield from (wanted[: end + 1] for end in range(len(wanted)))
