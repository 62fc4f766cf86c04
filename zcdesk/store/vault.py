"""Keys derived from the store's raw key, and the sealing of single values with them.

A person's record has a key of its own, kept as a row: deleting the row erases the person in every
later copy. Never a nonce used twice: each sealing takes fresh random bytes.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from zcdesk.store.algorithms import BY_PROFILE, Profile, of_sealed

NONCE_BYTES = 12


@dataclass(frozen=True, repr=False)
class Vault:
    """Subkeys by purpose; knowing one tells nothing of the raw key or the others.

    Attributes:
        profile: the algorithms new seals are made with.
    """

    raw: bytes
    profile: Profile = Profile.STANDARD

    def seal(self, key: bytes, nonce: bytes, data: bytes, about: str) -> bytes:
        """Encrypt `data` with the profile's algorithms; see `unseal`."""
        return BY_PROFILE[self.profile].seal(key, nonce, data, about.encode())

    def subkey(self, purpose: str) -> bytes:
        """Return 32 bytes for one purpose."""
        return hmac.digest(self.raw, f"zcdesk|{purpose}".encode(), hashlib.sha256)

    def lookup(self, purpose: str, value: str) -> str:
        """Return a digest by which a value is found again without being readable."""
        return hmac.digest(self.subkey(purpose), value.encode(), hashlib.sha256).hex()


def seal(key: bytes, nonce: bytes, data: bytes, about: str) -> bytes:
    """Encrypt `data` with the standard algorithms; `about` must be the same when it is opened."""
    return BY_PROFILE[Profile.STANDARD].seal(key, nonce, data, about.encode())


def unseal(key: bytes, nonce: bytes, sealed: bytes, about: str) -> bytes | None:
    """Decrypt what either profile sealed, or None if key, text or `about` is not that."""
    return of_sealed(sealed).open(key, nonce, sealed, about.encode())
