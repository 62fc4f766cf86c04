"""The key of a data file, sealed to the hall's recovery key; and the code that stands on paper.

The code is the secret half as letters and digits that cannot be mistaken for each other, with a
check that finds a slip of the finger. Sealed data are useless without it: they may lie beside the
data, on the server, anywhere. Never a code or a key in a log or an error.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.recovery import Escrow
from zcdesk.errors import Invalid, StoreError
from zcdesk.store.engine import connect
from zcdesk.store.keys import KEY_BYTES, Keys, read_salt
from zcdesk.store.place import Lock, Place, write_durably
from zcdesk.store.vault import NONCE_BYTES, seal, unseal

if TYPE_CHECKING:
    from collections.abc import Callable

    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

FILE = "recovery.json"
"""Beside the data: it travels with every copy of them."""

MISTYPED, OTHER_PAPER, NO_ESCROW = "SEC-20", "SEC-21", "SEC-22"
NO_PAPER = "BAK-02"
"""No recovery key yet: a copy could not be opened elsewhere."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_FROM = str.maketrans("OIL", "011", " -\t\r\n")
_KIND, _CHECK, _GROUP = b"\x01", 2, 4


class Pair(msgspec.Struct, frozen=True):
    """A recovery key: `code` for the paper alone, `public` and `mark` for everybody."""

    code: str
    public: str
    mark: str


def new_pair(random: Callable[[int], bytes]) -> Pair:
    """Make a recovery key."""
    secret = random(KEY_BYTES)
    public = _private(secret).public_key().public_bytes_raw()
    return Pair(_code(secret), base64.b64encode(public).decode(), mark_of(public))


def mark_of(public: bytes) -> str:
    """Return the eight letters by which papers are told apart."""
    return _text(hashlib.sha256(b"zcdesk recovery|" + public).digest()[:5])


def groups(code: str) -> tuple[str, ...]:
    """Return a code as it is printed and typed, four by four."""
    return tuple(code[n : n + _GROUP] for n in range(0, len(code), _GROUP))


def sealed_to(public: str, file: str, key: bytes, random: Callable[[int], bytes]) -> str:
    """Seal the key of a file so that only the recovery key opens it; base64."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    passing = _private(random(KEY_BYTES))
    to = base64.b64decode(public)
    own = passing.public_key().public_bytes_raw()
    wrap = _wrap_key(passing.exchange(X25519PublicKey.from_public_bytes(to)), own, to)
    nonce = random(NONCE_BYTES)
    return base64.b64encode(own + nonce + seal(wrap, nonce, key, f"escrow|{file}")).decode()


def mark_of_file(place: Place) -> str:
    """Return which data file lies at a place, by its salt: a new key is a new file."""
    return read_salt(place.database).hex()


def write(data: Path, escrow: Escrow) -> None:
    """Keep the sealed key beside the data."""
    write_durably(data / FILE, msgspec.json.encode(escrow))


def read(data: Path) -> Escrow | None:
    """Return what lies beside the data, None if it is missing or damaged."""
    try:
        return msgspec.json.decode((data / FILE).read_bytes(), type=Escrow)
    except (OSError, msgspec.DecodeError):
        return None


def kept(data: Path, salt: bytes) -> Escrow:
    """Return what opens these very data.

    Raises:
        StoreError: BAK-02, they were never sealed to a recovery key.
    """
    found = read(data)
    if found is None or found.file != salt.hex():
        raise StoreError(NO_PAPER)
    return found


def recover(
    place: Place, keys: Keys, code: str, elsewhere: Callable[[str], Escrow | None] | None = None
) -> None:
    """Bring back the key of the data of a place from the paper, and keep it as at the beginning.

    Args:
        elsewhere: asks the hall's server for a file's sealed key, where none lies beside the data.

    Raises:
        Invalid: SEC-20, the code has a slip of the finger.
        StoreError: SEC-21, it is another paper's; SEC-22, the sealed key is nowhere; or the data
            cannot be read. Nothing was changed then.
    """
    secret_of(code)  # before anything is touched
    lock = Lock(place.lock)
    try:
        salt = read_salt(place.database)
        found = read(place.data)
        if found is None or found.file != salt.hex():
            found = elsewhere(salt.hex()) if elsewhere is not None else None
        if found is None:
            raise StoreError(NO_ESCROW)
        key = open_key(code, found)
        connect(place.database, key).close()  # a key that opens nothing is not kept
        keys.save(salt, key)
        write(place.data, found)
    finally:
        lock.release()


def open_key(code: str, escrow: Escrow) -> bytes:
    """Return the raw key of a file.

    Raises:
        Invalid: SEC-20, the code has a slip of the finger.
        StoreError: SEC-21, it is another paper's; SEC-22, the sealed key was altered.
    """
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    private = _private(secret_of(code))
    public = private.public_key().public_bytes_raw()
    if mark_of(public) != escrow.mark:
        raise StoreError(OTHER_PAPER, mark=mark_of(public), wanted=escrow.mark)
    whole = base64.b64decode(escrow.sealed)
    own, nonce, sealed = whole[:32], whole[32 : 32 + NONCE_BYTES], whole[32 + NONCE_BYTES :]
    shared = private.exchange(X25519PublicKey.from_public_bytes(own))
    key = unseal(_wrap_key(shared, own, public), nonce, sealed, f"escrow|{escrow.file}")
    if key is None:
        raise StoreError(NO_ESCROW)
    return key


def _wrap_key(shared: bytes, own: bytes, to: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    info = b"zcdesk escrow" + own + to
    return HKDF(hashes.SHA256(), KEY_BYTES, salt=None, info=info).derive(shared)


def _private(secret: bytes) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(secret)


def _code(secret: bytes) -> str:
    return _text(_KIND + secret + _check(secret))


def _check(secret: bytes) -> bytes:
    return hashlib.sha256(b"zcdesk code|" + secret).digest()[:_CHECK]


def secret_of(code: str) -> bytes:
    """Read what was typed; small letters, O for 0, I and L for 1 are as good.

    Raises:
        Invalid: SEC-20, it is no code.
    """
    typed = code.upper().translate(_FROM)
    number = 0
    for letter in typed:
        if letter not in _LETTERS:
            raise Invalid(MISTYPED, "code")
        number = number * 32 + _LETTERS.index(letter)
    size = len(_KIND) + KEY_BYTES + _CHECK
    if len(typed) != size * 8 // 5 or number.bit_length() > size * 8:
        raise Invalid(MISTYPED, "code")
    whole = number.to_bytes(size, "big")
    secret = whole[len(_KIND) : -_CHECK]
    if not whole.startswith(_KIND) or whole[-_CHECK:] != _check(secret):
        raise Invalid(MISTYPED, "code")
    return secret


def _text(data: bytes) -> str:
    number, size = int.from_bytes(data, "big"), len(data) * 8 // 5
    return "".join(_LETTERS[(number >> 5 * place) & 31] for place in reversed(range(size)))
