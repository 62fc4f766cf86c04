"""A published version: its manifest, the Ed25519 signature over its exact bytes, its packages.

A folder (a stick, a share, what a server was given) holds `manifest.json`, `manifest.sig` and the
packages. Nothing of a package is used before signature, size and digest are right.
"""

from __future__ import annotations

import base64
import hashlib
import platform
import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from zcdesk.errors import SurroundingsError, UserError

MANIFEST, SIGNATURE, PUBLIC = "manifest.json", "manifest.sig", "release.pub"
LARGEST = 65536
"""Bytes of a manifest."""

NO_KEY, BAD_SIGNATURE, INCOMPLETE, NO_PACKAGE = "UPD-01", "UPD-02", "UPD-03", "UPD-04"
UNREADABLE, NOT_NEWER, NO_ROOM, NO_SOURCE, BAD_KEY = (
    "UPD-05",
    "UPD-06",
    "UPD-07",
    "UPD-09",
    "UPD-13",
)


class Package(msgspec.Struct, frozen=True):
    """One package.

    Attributes:
        system: what it is for, as `system_here` says. sha256: hex.
    """

    system: str
    file: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """A version and what stations need to know before they take it.

    Attributes:
        schema: of a station's store after it. server: least schema of the hall's server.
        notes: what changes, for the administrator.
    """

    version: str
    schema: int
    server: str
    made_at: str
    packages: tuple[Package, ...]
    notes: str = ""


class Offer(msgspec.Struct, frozen=True):
    """A manifest as published."""

    manifest: Manifest
    raw: bytes
    signature: str


def system_here() -> str:
    """Name this system as manifests do, `linux-x86_64`."""
    return f"{sys.platform}-{platform.machine()}"


def read(folder: Path) -> Offer:
    """Read what a folder offers; nothing is believed of it yet.

    Raises:
        SurroundingsError: UPD-05, no manifest there.
    """
    try:
        with open(folder / MANIFEST, "rb") as file:
            raw = file.read(LARGEST)
        signature = (folder / SIGNATURE).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SurroundingsError(UNREADABLE, file=MANIFEST) from error
    return offered(raw, signature)


def offered(raw: bytes, signature: str) -> Offer:
    """Return the offer of a manifest's bytes and its signature."""
    try:
        return Offer(msgspec.json.decode(raw, type=Manifest), raw, signature)
    except msgspec.DecodeError as error:
        raise SurroundingsError(UNREADABLE, file=MANIFEST) from error


def verify(offer: Offer, public: str) -> Manifest:
    """Return the manifest if the pinned key signed these very bytes.

    Raises:
        UserError: UPD-01 no key is pinned, UPD-02 the signature is another's or of another text.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if not public:
        raise UserError(NO_KEY)
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
        key.verify(base64.b64decode(offer.signature, validate=True), offer.raw)
    except (InvalidSignature, ValueError) as error:
        raise UserError(BAD_SIGNATURE) from error
    return offer.manifest


def package_here(manifest: Manifest, system: str) -> Package:
    """Return the package for a system.

    Raises:
        UserError: UPD-04, there is none, or it is named like a path.
    """
    for one in manifest.packages:
        if one.system == system and Path(one.file).name == one.file:
            return one
    raise UserError(NO_PACKAGE, system=system)


def must_be_newer(version: str, here: str) -> None:
    """Refuse what is not newer.

    Raises:
        UserError: UPD-06.
    """
    if not number(version) > number(here):
        raise UserError(NOT_NEWER, version=version, here=here)


def number(version: str) -> tuple[int, ...]:
    """Return a version's numbers, so that 0.10 comes after 0.9; what is no version comes first."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


def copy_checked(source: BinaryIO, target: Path, package: Package) -> None:
    """Copy a package whole and durably; what is not the signed one leaves nothing behind.

    Raises:
        SurroundingsError: UPD-03.
    """
    import os

    digest, size = hashlib.sha256(), 0
    part = target.with_name(target.name + ".part")
    with open(part, "wb") as file:
        while piece := source.read(1 << 20):
            size += len(piece)
            if size > package.size:
                break
            digest.update(piece)
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
    if size != package.size or digest.hexdigest() != package.sha256:
        part.unlink()
        raise SurroundingsError(INCOMPLETE, file=package.file)
    part.replace(target)


def named(given: str, folder: Path) -> str:
    """Return the key that answers name: its 64 hex digits, or a file, beside them if relative.

    Raises:
        UserError: UPD-13.
    """
    plain = given.strip().lower()
    if len(plain) == 64 and not set(plain) - set("0123456789abcdef"):
        return plain
    return read_public(folder / given.strip())


def read_public(path: Path) -> str:
    """Read a public key file: 64 hex digits.

    Raises:
        UserError: UPD-13.
    """
    try:
        text = path.read_text("ascii").strip().lower()
        if len(bytes.fromhex(text)) == 32:
            return text
    except (OSError, ValueError):
        pass
    raise UserError(BAD_KEY, file=path.name)
