"""Keys derived from the store's raw key, and the sealing of single values with them.

A person's record has a key of its own, kept as a row: deleting the row erases the person in every
later copy. Never a nonce used twice: each sealing takes fresh random bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

NONCE_BYTES = 12


@dataclass(frozen=True, repr=False)
class Vault:
    """Subkeys by purpose; knowing one tells nothing of the raw key or the others."""

    raw: bytes

    def subkey(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose."""
        return hmac.digest(self.raw, f"zcdesk|{purpose}".encode(), hashlib.sha256)

    def lookup(self, purpose: str, value: str) -> str:
        """Return a digest by which a value is found again without being readable."""
        return hmac.digest(self.subkey(purpose), value.encode(), hashlib.sha256).hex()


def seal(key: bytes, nonce: bytes, data: bytes, about: str) -> bytes:
    """Encrypt `data`; `about` must be the same when it is opened."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(key).encrypt(nonce, data, about.encode())


def unseal(key: bytes, nonce: bytes, sealed: bytes, about: str) -> bytes | None:
    """Decrypt, or None if key, text or `about` is not the one it was sealed with."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(nonce, sealed, about.encode())
    except InvalidTag:
        return None
