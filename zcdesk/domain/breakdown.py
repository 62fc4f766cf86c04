"""A device of a window that does not work (设备异常), so that the whole hall's page knows of it.

What every second's look at a device says stays at the desk; only what lasts becomes an act.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body


class DeviceFailed(Body, frozen=True, kw_only=True):
    """A device has not worked for a while.

    Attributes:
        code: the message that says what to do, `PRT-01`.
    """

    kind: ClassVar[str] = "device.failed"
    code: str


class DeviceMended(Body, frozen=True, kw_only=True):
    """It works again, or was taken away."""

    kind: ClassVar[str] = "device.mended"


class Breakdown(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A device after its acts; its subject is `device:WINDOW/KIND`.

    Attributes:
        code, since: what is wrong and since when (ISO); both empty while it works.
    """

    window: str
    device: str
    code: str = ""
    since: str = ""


def subject(window: str, device: str) -> str:
    """Name one device of one window."""
    return f"device:{window}/{device}"


def fold(state: Breakdown | None, act: Act, body: Body) -> Breakdown | None:
    """Keep the trouble of now; another trouble of the same breakdown keeps its beginning."""
    window, _, device = act.subject.partition(":")[2].partition("/")
    now = state or Breakdown(window=window, device=device)
    match body:
        case DeviceFailed(code=code):
            return msgspec.structs.replace(now, code=code, since=now.since or act.at)
        case DeviceMended():
            return msgspec.structs.replace(now, code="", since="")
        case _:
            return state
