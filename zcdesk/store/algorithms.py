"""The algorithm port: what a store seals with, and in what a digest is given besides SHA-256.

Two profiles stand side by side: `standard` (AES-256-GCM) and `sm` (SM4-GCM, RFC 8998, under keys
derived with SM3). What was sealed names its profile, so a store may hold both and one that changed
over reads everything it ever wrote. Never an own cipher: both are OpenSSL's, by `cryptography`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

_SM_MARK = b"sm4-gcm:"
"""Before what the profile `sm` sealed; eight random bytes never look like it by chance."""

_SM4_KEY, _TAG = 16, 16


class Profile(StrEnum):
    """Which algorithms new seals are made with; set with `zcdesk keys algorithms`."""

    STANDARD = "standard"
    SM = "sm"


class Algorithms(Protocol):
    """One profile's way of sealing; a key is always 32 bytes, a nonce 12."""

    mark: bytes

    def seal(self, key: bytes, nonce: bytes, data: bytes, about: bytes) -> bytes: ...
    def open(self, key: bytes, nonce: bytes, sealed: bytes, about: bytes) -> bytes | None: ...


class Standard:
    """AES-256-GCM."""

    mark = b""

    def seal(self, key: bytes, nonce: bytes, data: bytes, about: bytes) -> bytes:
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        return AESGCM(key).encrypt(nonce, data, about)

    def open(self, key: bytes, nonce: bytes, sealed: bytes, about: bytes) -> bytes | None:
        """Return the plain data, or None if anything is not as it was sealed."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            return AESGCM(key).decrypt(nonce, sealed, about)
        except InvalidTag:
            return None


class Sm:
    """SM4-GCM; its 16-byte key is the HMAC-SM3 of a name under the 32 bytes given."""

    mark = _SM_MARK

    def seal(self, key: bytes, nonce: bytes, data: bytes, about: bytes) -> bytes:
        return self.mark + sm4_gcm_seal(_sm4_key(key), nonce, data, about)

    def open(self, key: bytes, nonce: bytes, sealed: bytes, about: bytes) -> bytes | None:
        """Return the plain data, or None if anything is not as it was sealed."""
        return sm4_gcm_open(_sm4_key(key), nonce, sealed.removeprefix(self.mark), about)


BY_PROFILE: dict[Profile, Algorithms] = {Profile.STANDARD: Standard(), Profile.SM: Sm()}


def of_sealed(sealed: bytes) -> Algorithms:
    """Return the algorithms something was sealed with."""
    return BY_PROFILE[Profile.SM if sealed.startswith(_SM_MARK) else Profile.STANDARD]


def overhead(head: bytes) -> int:
    """Return how many bytes longer a seal is than what it holds, by its first eight bytes."""
    return _TAG + len(of_sealed(head).mark)


def sm3(data: bytes) -> bytes:
    """Return the SM3 digest (GB/T 32905)."""
    from cryptography.hazmat.primitives import hashes

    made = hashes.Hash(hashes.SM3())
    made.update(data)
    return made.finalize()


def sm4_gcm_seal(key: bytes, nonce: bytes, data: bytes, about: bytes) -> bytes:
    """Encrypt with SM4 in GCM (RFC 8998); the tag follows the text."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    made = Cipher(algorithms.SM4(key), modes.GCM(nonce)).encryptor()
    made.authenticate_additional_data(about)
    return made.update(data) + made.finalize() + made.tag


def sm4_gcm_open(key: bytes, nonce: bytes, sealed: bytes, about: bytes) -> bytes | None:
    """Decrypt, or None if anything is not as it was sealed."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    if len(sealed) < _TAG:
        return None
    text, tag = sealed[:-_TAG], sealed[-_TAG:]
    made = Cipher(algorithms.SM4(key), modes.GCM(nonce, tag)).decryptor()
    made.authenticate_additional_data(about)
    try:
        return made.update(text) + made.finalize()
    except InvalidTag:
        return None


def _sm4_key(key: bytes) -> bytes:
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.hmac import HMAC

    made = HMAC(key, hashes.SM3())
    made.update(b"zcdesk sm4")
    return made.finalize()[:_SM4_KEY]
