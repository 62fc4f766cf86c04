"""Sealed acts of one hall and wishes for its queue, as a station's store would make them."""

from __future__ import annotations

from fix_store import AT, Filled, chance

from zcdesk.domain.act import GENESIS, Act, NewAct, seal
from zcdesk.domain.ids import uuid7
from zcdesk.store.hall import Wish

HALL, DAY = "hall-320213", "2026-11-24"
random = chance(7)


def acts(count: int, origin: str = "o1", after: Act | None = None, **more: object) -> list[Act]:
    made: list[Act] = []
    for _ in range(count):
        last = made[-1] if made else after
        made.append(
            seal(
                NewAct(subject="jar:a", body=Filled(amount=1), **more),
                id=uuid7(AT, random(10)),
                hall=HALL,
                origin=origin,
                seq=last.seq + 1 if last else 1,
                clerk="0312",
                at=AT.isoformat(),
                clock_ok=True,
                base=GENESIS,
                prev=last.hash if last else GENESIS,
            )
        )
    return made


def wish(name: str, series: str = "A", **more: str) -> Wish:
    at = f"{DAY}T09:{len(name):02}:00+08:00"
    return Wish(
        ticket=f"ticket:{name}", day=DAY, series=series, category="社会民生", taken_at=at, **more
    )
