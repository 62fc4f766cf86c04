"""What a clerk's secret and PIN must be like (等级保护: 身份鉴别信息应具有复杂度并定期更换)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import ClassVar

import msgspec

from zcdesk.domain.act import Body
from zcdesk.errors import Invalid

WEAK_SECRET, WEAK_PIN = "SET-07", "SEC-27"

_KINDS: tuple[Callable[[str], bool], ...] = (
    lambda sign: sign.isdigit(),
    lambda sign: sign.islower(),
    lambda sign: sign.isupper(),
    lambda sign: not sign.isalnum(),
)


class LockPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hall policy of who sits at a window.

    Attributes:
        idle_seconds, serving_seconds: without input until the desk locks.
        failures, lockout_minutes: wrong secrets in a row until a clerk is locked out, and how long.
        secret_least, secret_kinds: characters of a secret, and how many kinds of them: digits,
            small and capital letters, signs.
        secret_days: how old a secret may grow before its owner is told; 0 = as old as it likes.
        pin_digits: length of a PIN for the quick unlock; 0 = none in this hall.
        pin_tries: wrong PINs until only the secret unlocks.
        separate: system, security and audit are three people's (三员分立).
    """

    idle_seconds: int = 120
    serving_seconds: int = 300
    failures: int = 5
    lockout_minutes: int = 10
    secret_least: int = 8
    secret_kinds: int = 2
    secret_days: int = 90
    pin_digits: int = 6
    pin_tries: int = 3
    separate: bool = False


class SecretChanged(Body, frozen=True, kw_only=True):
    """A clerk got a new secret; never the secret.

    Attributes:
        own: chosen by themselves, not set by an administrator.
    """

    kind: ClassVar[str] = "clerk.secret"
    own: bool = False


def check_secret(secret: str, policy: LockPolicy, field: str = "secret") -> None:
    """Refuse a weak secret.

    Raises:
        Invalid: SET-07, too short or of too few kinds of characters.
    """
    kinds = sum(any(kind(sign) for sign in secret) for kind in _KINDS)
    if len(secret) < policy.secret_least or kinds < policy.secret_kinds:
        raise Invalid(WEAK_SECRET, field, least=policy.secret_least, kinds=policy.secret_kinds)


def check_pin(pin: str, staff_no: str, policy: LockPolicy) -> None:
    """Refuse a PIN that is none or that everybody tries first.

    Raises:
        Invalid: SEC-27.
    """
    digits = [ord(sign) for sign in pin]
    steps = {later - earlier for earlier, later in pairwise(digits)}
    right = pin.isascii() and pin.isdigit() and len(pin) == policy.pin_digits > 0
    if not right or (len(steps) == 1 and steps <= {-1, 0, 1}) or pin in staff_no:
        raise Invalid(WEAK_PIN, "pin", digits=policy.pin_digits)


def overdue_days(since: str, today: date, policy: LockPolicy) -> int:
    """Return the age of a secret in days if it is too old, else 0.

    Args:
        since: ISO time it was set; empty = nobody knows.
    """
    if not since or not policy.secret_days:
        return 0
    age = (today - date.fromisoformat(since[:10])).days
    return age if age > policy.secret_days else 0
