"""A shift: a clerk's login at a station of a hall with a server, and who vouches for it.

Until the server's signed token or a supervisor's word is there, what was done in it counts as
未核实. Nothing here checks a signature.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body


class ShiftBegan(Body, frozen=True, kw_only=True):
    """A clerk came on duty.

    Attributes:
        version: of the verifier the secret was checked against.
        proof: signature of the `LoginStatement`, base64; made with the secret itself.
    """

    kind: ClassVar[str] = "shift.began"
    clerk: str
    window: str
    version: int
    proof: str


class ShiftVerified(Body, frozen=True, kw_only=True):
    """The server's token: its `ShiftStatement` and signature, base64."""

    kind: ClassVar[str] = "shift.verified"
    statement: str
    signature: str


class ShiftRefused(Body, frozen=True, kw_only=True):
    """The server does not vouch for it; `reason` is one of `REASONS`."""

    kind: ClassVar[str] = "shift.refused"
    reason: str


class ShiftConfirmed(Body, frozen=True, kw_only=True):
    """A supervisor knows who it was."""

    kind: ClassVar[str] = "shift.confirmed"
    remark: str


NOT_HERE, NO_VERIFIER, OLD_VERIFIER, FORGED = "not here", "no verifier", "old verifier", "forged"
REASONS = {
    NOT_HERE: "该工号未获准使用本机",
    NO_VERIFIER: "服务器没有该工号的口令验证",
    OLD_VERIFIER: "登录时口令已被更换",
    FORGED: "登录凭证与口令不符",
}


class Shift(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a shift is after its acts.

    Attributes:
        at: ISO time of the login. origin: the station incarnation.
        statement, signature: the server's token, base64; empty = none.
        refused: why the server does not vouch for it.
        confirmed_by: supervisor who does.
    """

    clerk: str
    window: str
    at: str
    origin: str
    statement: str = ""
    signature: str = ""
    refused: str = ""
    confirmed_by: str = ""


def fold(state: Shift | None, act: Act, body: Body) -> Shift | None:
    match body:
        case ShiftBegan():
            return state or Shift(
                clerk=body.clerk, window=body.window, at=act.at, origin=act.origin
            )
        case ShiftVerified() if state is not None:
            return msgspec.structs.replace(
                state, statement=body.statement, signature=body.signature, refused=""
            )
        case ShiftRefused() if state is not None:
            return msgspec.structs.replace(state, refused=body.reason)
        case ShiftConfirmed() if state is not None:
            return msgspec.structs.replace(state, confirmed_by=act.clerk)
        case _:
            return state
