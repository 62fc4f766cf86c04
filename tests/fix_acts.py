"""Sealed acts for tests of folds, where only subject, body, time and clerk matter."""

from __future__ import annotations

from zcdesk.domain.act import GENESIS, Act, Body, NewAct, seal


def act_on(
    subject: str, body: Body, at: str = "2026-11-24T10:00:00+08:00", clerk: str = "0312"
) -> Act:
    return seal(
        NewAct(subject=subject, body=body),
        id="a",
        hall="hall-320213",
        origin="o",
        seq=1,
        clerk=clerk,
        at=at,
        clock_ok=True,
        base=GENESIS,
        prev=GENESIS,
    )
