"""The recovery code (恢复码): what opens a backup when the PC that made it is gone.

The store's raw key, sealed with a code of 120 random bits that stands on paper in the hall's safe.
A code is made by the program and shown once: nobody can choose a weak one, so no slow derivation
is needed. Never the code itself on any disk.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import msgspec

from zcdesk.domain.numbers import ALPHABET
from zcdesk.errors import StoreError
from zcdesk.store.place import Place, disk_error, write_durably
from zcdesk.store.vault import NONCE_BYTES, seal, unseal

CODE_BYTES = 15
GROUP = 4
WRONG_CODE = "BAK-01"
NO_CODE = "BAK-02"


class Sealed(msgspec.Struct, frozen=True):
    """A store's key under a recovery code.

    Attributes:
        salt: first bytes of the store's file, hex; another file has another key.
        text: nonce and sealed key, base64.
    """

    salt: str
    text: str


def new_code(random: Callable[[int], bytes]) -> str:
    """Make a code, `7K2P-…`, of six groups."""
    number = int.from_bytes(random(CODE_BYTES), "big")
    signs = "".join(ALPHABET[number >> 5 * place & 31] for place in range(CODE_BYTES * 8 // 5))
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def seal_key(code: str, key: bytes, salt: bytes, random: Callable[[int], bytes]) -> Sealed:
    nonce = random(NONCE_BYTES)
    text = nonce + seal(_derived(code, salt), nonce, key, salt.hex())
    return Sealed(salt.hex(), base64.b64encode(text).decode("ascii"))


def open_key(code: str, sealed: Sealed) -> bytes:
    """Return the raw key.

    Raises:
        StoreError: BAK-01, this is not the code the key was sealed with.
    """
    salt, text = bytes.fromhex(sealed.salt), base64.b64decode(sealed.text)
    key = unseal(_derived(code, salt), text[:NONCE_BYTES], text[NONCE_BYTES:], sealed.salt)
    if key is None:
        raise StoreError(WRONG_CODE)
    return key


def keep(place: Place, sealed: Sealed) -> None:
    """Keep the sealed key beside the station's own keys, so that every later copy carries it."""
    try:
        write_durably(_path(place, sealed.salt), msgspec.json.encode(sealed))
    except OSError as error:
        raise disk_error(error, place.keys) from error


def kept(place: Place, salt: bytes) -> Sealed:
    """Return the sealed key of this file.

    Raises:
        StoreError: BAK-02, no code was ever made for it: a copy could not be opened elsewhere.
    """
    try:
        return msgspec.json.decode(_path(place, salt.hex()).read_bytes(), type=Sealed)
    except (OSError, msgspec.DecodeError) as error:
        raise StoreError(NO_CODE) from error


def _path(place: Place, salt: str) -> Path:
    return place.keys / f"{salt}.recovery"


def _derived(code: str, salt: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    # what people misread on paper is read as what was meant
    meant = code.upper().translate(str.maketrans("OIL", "011", "- \n"))
    return HKDF(SHA256(), 32, salt, b"zcdesk recovery").derive(meant.encode())
