"""Devices that do not work, told to the hall: once when it lasts, once when it is over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from zcdesk.domain.act import NewAct
from zcdesk.domain.breakdown import Breakdown, DeviceFailed, DeviceMended, subject
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def record(session: Session, standing: Mapping[str, str]) -> None:
    """Note how devices of this window stand, as far as that is news; the PC notes it, nobody else.

    Args:
        standing: kind (see `devices.kinds.DeviceKind`) → code of what is wrong with it; empty = it
            works, or is not there any more.
    """
    with session.reading() as store:
        news = {
            name: code
            for name, code in ((subject(session.window, kind), standing[kind]) for kind in standing)
            if code != _known(store.state(name, Breakdown))
        }
    if news:
        with session.as_clerk("").transaction() as tx:
            for name, code in news.items():
                body = DeviceFailed(code=code) if code else DeviceMended()
                tx.append(NewAct(subject=name, body=body))


def lasting(store: Reader) -> tuple[Breakdown, ...]:
    """Return what does not work now, the latest first; one row a device ever seen is read."""
    found = (state for _, state in store.states(Breakdown))
    return tuple(sorted((b for b in found if b.code), key=lambda b: b.since, reverse=True))


def _known(state: Breakdown | None) -> str:
    return state.code if state is not None else ""
