"""四减 and the targets, counted again from the catalogue itself."""

from __future__ import annotations

import msgspec
import pytest

from zcdesk.domain import period
from zcdesk.domain.act import NewAct
from zcdesk.domain.entry import Entry, MatterPublished, MatterWithdrawn
from zcdesk.domain.matter import MatterType, Necessity
from zcdesk.domain.period import Span
from zcdesk.domain.window import Window, WindowKind, WindowSet
from zcdesk.errors import Invalid
from zcdesk.operations import reforms


def entries(hall) -> dict[str, Entry]:
    with hall.session.reading() as store:
        return dict(store.states(Entry))


def brought(matter) -> int:
    return len([m for m in matter.materials if m.necessity is Necessity.REQUIRED and not m.waived])


def lines(hall, of) -> dict[str, tuple]:
    return {row[0]: row[1:] for row in reforms.overview(hall.boss, of).rows}


@pytest.mark.req("R143", "R119")
def test_each_reduction_is_the_catalogue_then_and_now(live_hall) -> None:
    hall, clock = live_hall, live_hall.clock
    before = entries(hall)
    clock.pass_(days=40)
    promised = [
        e.matter
        for e in before.values()
        if e.matter.effective_type is MatterType.PROMISED and (e.matter.promised_days or 0) > 1
    ]
    slim, gone = promised[0], promised[1]
    lighter = msgspec.structs.replace(
        slim,
        version=slim.version + 1,
        promised_days=slim.promised_days - 1,
        materials=slim.materials[1:],
    )
    with hall.session.transaction() as tx:
        tx.append(NewAct(subject=f"matter:{slim.key}", body=MatterPublished(matter=lighter)))
        tx.append(NewAct(subject=f"matter:{gone.key}", body=MatterWithdrawn(reason="取消")))
    month = period.of(Span.MONTH, clock.at.date())
    found = lines(hall, month)
    then = [e.matter for e in before.values()]
    after = [m for m in then if m.key not in (slim.key, gone.key)] + [lighter]
    assert found["事项（项）"][:4] == (len(then), len(then), len(after), "-1")
    sums = [sum(map(brought, matters)) for matters in (then, after)]
    assert found["必交材料（份）"][1:3] == tuple(sums)
    row = reforms.behind(hall.boss, month, "days")
    changed = {name: (first, now) for _, name, _, first, _, now in row.rows}
    assert changed[slim.name] == (slim.promised_days, slim.promised_days - 1)
    assert changed[gone.name] == (gone.promised_days, 0)
    assert len(changed) == 2
    earlier = lines(hall, month.before)
    assert earlier["事项（项）"][2] == len(then)


@pytest.mark.req("R024", "R166", "R170", "R171", "R172", "R173", "R178")
def test_shares_follow_the_windows_scopes_and_stand_beside_the_targets(live_hall) -> None:
    hall = live_hall
    with hall.session.transaction() as tx:
        for _, window in list(tx.states(Window)):
            body = WindowSet(
                number=window.number, window_kind=WindowKind.FIELD, categories=("社会民生",)
            )
            tx.append(NewAct(subject=f"window:{window.number}", body=body))
    matters = [e.matter for e in entries(hall).values()]
    mine = sum("社会民生" in {c.value for c in m.categories} for m in matters)
    found = lines(hall, period.of(Span.MONTH, hall.clock.at.date()))
    said = f"{mine} / {len(matters)} · {100 * mine / len(matters):.0f}%"
    assert found["综窗可办事项占比"][2] == said
    assert found["综窗可办事项占比"][4] == "≥ 70%"
    assert found["网上申报率"][4] == "≥ 90%"
    month = period.of(Span.MONTH, hall.clock.at.date())
    for name in ("share:", "share:分领域综窗"):
        opened = reforms.behind(hall.boss, month, name)
        assert len(opened.rows) == len(matters)
        assert sum(row[3] == "可办" for row in opened.rows) == mine
    none = reforms.behind(hall.boss, month, "share:专业窗口").rows
    assert {row[3] for row in none} == {"不可办"}


def test_an_unknown_reduction_is_refused(live_hall) -> None:
    with pytest.raises(Invalid, match="FIG-02"):
        reforms.behind(live_hall.boss, period.of(Span.DAY, live_hall.clock.at.date()), "nothing")
    with pytest.raises(Invalid, match="FIG-02"):
        reforms.behind(live_hall.boss, period.of(Span.DAY, live_hall.clock.at.date()), "share:无")
