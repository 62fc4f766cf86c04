"""PINs for the quick unlock: of this PC alone, as argon2id verifiers, with their wrong tries.

A PIN lives as long as the secret it was set under and works only while its clerk's shift runs at
this PC. Never a PIN itself, here or in a log; never sent anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.store import meta, verifiers

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction


class Pin(msgspec.Struct, frozen=True):
    """A clerk's PIN at this PC.

    Attributes:
        version: of the secret it was set under; a new secret ends it.
        failures: wrong tries since the secret was last typed.
        window: where the shift runs; empty = no shift, and the PIN is not looked at.
    """

    hash: str
    version: int
    failures: int = 0
    window: str = ""


def get(reader: Reader, clerk: str) -> Pin | None:
    """Return a clerk's PIN, None without one or once the secret was changed."""
    text = meta.get(reader, _key(clerk))
    if not text:
        return None
    found = msgspec.json.decode(text, type=Pin)
    known = verifiers.get(reader, clerk)
    return found if known is not None and known.version == found.version else None


def put(tx: Transaction, clerk: str, pin: str, window: str) -> None:
    """Give a clerk whose shift runs at a window a PIN over the older one."""
    known = verifiers.get(tx, clerk)
    version = known.version if known else 0
    salt = tx.random(verifiers.SALT_BYTES)
    _keep(tx, clerk, Pin(verifiers.verifier_of(pin, salt), version, window=window))


def drop(tx: Transaction, clerk: str) -> None:
    """Forget a PIN."""
    meta.put(tx, _key(clerk), "")


def begin(tx: Transaction, clerk: str, window: str) -> None:
    """The clerk's shift runs at a window from now on; empty = it is over."""
    found = get(tx, clerk)
    if found is not None:
        _keep(tx, clerk, msgspec.structs.replace(found, failures=0, window=window))


def forgive(tx: Transaction, clerk: str) -> None:
    """The clerk typed the secret: wrong tries do not count any more."""
    found = get(tx, clerk)
    if found is not None and found.failures:
        _keep(tx, clerk, msgspec.structs.replace(found, failures=0))


def check(tx: Transaction, clerk: str, pin: str) -> Pin | None:
    """Compare a PIN; a wrong one is counted. Returns the PIN as it is then, None without one."""
    found = get(tx, clerk)
    if found is None:
        return None
    right = verifiers.signer_of(found.hash, pin) is not None
    counted = msgspec.structs.replace(found, failures=0 if right else found.failures + 1)
    if counted != found:
        _keep(tx, clerk, counted)
    return counted


def _keep(tx: Transaction, clerk: str, pin: Pin) -> None:
    meta.put(tx, _key(clerk), msgspec.json.encode(pin).decode())


def _key(clerk: str) -> str:
    return f"pin {clerk}"
