"""SM2 signatures (GB/T 32918.2, with SM3) by the OpenSSL that Python itself is linked to.

The `cryptography` package has SM3 and SM4 but no SM2, and the packages that have it compute in
plain Python with secret-dependent timing: so the well-kept library that is there anyway is asked
by ctypes, with its own test of the standard's example. Where it has no SM2 this says so.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

from zcdesk.errors import SurroundingsError

NO_SM2 = "SEC-30"
IDENTITY = b"1234567812345678"
"""The user's identity that GB/T 35276 takes where none is agreed."""

POINT, SECRET = 65, 32

# A key in DER around its bytes: algorithm EC, curve SM2 (1.2.156.10197.1.301).
_CURVE = bytes.fromhex("301306072a8648ce3d020106082a811ccf5501822d")
_PUBLIC = b"\x30\x59" + _CURVE + b"\x03\x42\x00"
_PRIVATE = b"\x30\x41\x02\x01\x00" + _CURVE + b"\x04\x27\x30\x25\x02\x01\x01\x04\x20"


def sign(secret: bytes, data: bytes) -> bytes:
    """Sign with 32 secret bytes; DER of (r, s).

    Raises:
        SurroundingsError: SEC-30, this system's OpenSSL has no SM2.
    """
    lib = _lib()
    with _Key(lib, _PRIVATE + secret, is_secret=True) as key:
        size = ctypes.c_size_t()
        context = key.digest(lib.EVP_DigestSignInit)
        _must(lib.EVP_DigestSign(context, None, ctypes.byref(size), data, len(data)))
        made = ctypes.create_string_buffer(size.value)
        _must(lib.EVP_DigestSign(context, made, ctypes.byref(size), data, len(data)))
        return made.raw[: size.value]


def verify(public: bytes, data: bytes, signature: bytes) -> bool:
    """Tell whether a signature is that of a public point (65 bytes, uncompressed)."""
    if len(public) != POINT:
        return False
    lib = _lib()
    try:
        with _Key(lib, _PUBLIC + public, is_secret=False) as key:
            context = key.digest(lib.EVP_DigestVerifyInit)
            checked: int = lib.EVP_DigestVerify(context, signature, len(signature), data, len(data))
            return checked == 1
    except ValueError:
        return False


def public_of(secret: bytes) -> bytes:
    """Return the public point of 32 secret bytes."""
    lib = _lib()
    with _Key(lib, _PRIVATE + secret, is_secret=True) as key:
        made = ctypes.create_string_buffer(POINT)
        size = ctypes.c_size_t()
        name = b"encoded-pub-key"
        _must(
            lib.EVP_PKEY_get_octet_string_param(key.handle, name, made, POINT, ctypes.byref(size))
        )
        return made.raw[: size.value]


class _Key:
    """A key of the library with what belongs to it, freed at the end."""

    def __init__(self, lib: Any, der: bytes, *, is_secret: bool) -> None:
        self._lib, self._context, self._inner = lib, None, None
        start = ctypes.c_char_p(der)
        if is_secret:
            self.handle = lib.d2i_AutoPrivateKey(None, ctypes.byref(start), len(der))
        else:
            self.handle = lib.d2i_PUBKEY(None, ctypes.byref(start), len(der))
        if not self.handle:
            raise ValueError("no key")

    def __enter__(self) -> _Key:
        return self

    def __exit__(self, *_: object) -> None:
        if self._context:
            self._lib.EVP_MD_CTX_free(self._context)
            self._lib.EVP_PKEY_CTX_free(self._inner)
        self._lib.EVP_PKEY_free(self.handle)

    def digest(self, begin: Any) -> Any:
        """Return a context over SM3 in which the identity is hashed first."""
        lib = self._lib
        self._context = lib.EVP_MD_CTX_new()
        inner = self._inner = lib.EVP_PKEY_CTX_new(self.handle, None)
        _must(lib.EVP_PKEY_CTX_set1_id(inner, IDENTITY, len(IDENTITY)))
        lib.EVP_MD_CTX_set_pkey_ctx(self._context, inner)
        _must(begin(self._context, None, lib.EVP_sm3(), None, self.handle))
        return self._context


def _must(done: int) -> None:
    if done != 1:
        raise ValueError("refused by the library")


@lru_cache(1)
def _lib() -> Any:
    """Load the library with the types of what is used of it."""
    for name in _names():
        try:
            lib = ctypes.CDLL(name)
            _declare(lib)
        except (OSError, AttributeError):
            continue
        return lib
    raise SurroundingsError(NO_SM2)


def _names() -> list[str]:
    if sys.platform == "win32":
        return [str(path) for path in Path(sys.base_prefix).rglob("libcrypto-3*.dll")]
    found = ctypes.util.find_library("crypto")
    return [*([found] if found else []), "libcrypto.so.3"]


def _declare(lib: Any) -> None:
    pointer, size = ctypes.c_void_p, ctypes.c_size_t
    text, whole = ctypes.c_char_p, ctypes.c_int
    for name, result, given in (
        ("d2i_AutoPrivateKey", pointer, (pointer, pointer, ctypes.c_long)),
        ("d2i_PUBKEY", pointer, (pointer, pointer, ctypes.c_long)),
        ("EVP_sm3", pointer, ()),
        ("EVP_MD_CTX_new", pointer, ()),
        ("EVP_MD_CTX_free", None, (pointer,)),
        ("EVP_PKEY_free", None, (pointer,)),
        ("EVP_PKEY_CTX_free", None, (pointer,)),
        ("EVP_PKEY_CTX_new", pointer, (pointer, pointer)),
        ("EVP_PKEY_CTX_set1_id", whole, (pointer, text, whole)),
        ("EVP_MD_CTX_set_pkey_ctx", None, (pointer, pointer)),
        ("EVP_DigestSignInit", whole, (pointer, pointer, pointer, pointer, pointer)),
        ("EVP_DigestVerifyInit", whole, (pointer, pointer, pointer, pointer, pointer)),
        ("EVP_DigestSign", whole, (pointer, text, pointer, text, size)),
        ("EVP_DigestVerify", whole, (pointer, text, size, text, size)),
        ("EVP_PKEY_get_octet_string_param", whole, (pointer, text, text, size, pointer)),
    ):
        function = getattr(lib, name)
        function.restype, function.argtypes = result, list(given)
