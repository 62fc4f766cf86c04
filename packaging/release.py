"""Making and signing what stations update from: packages, `manifest.json`, `manifest.sig`.

Run by `dev.py release` in the environment's Python, because the signature needs `cryptography`. The
private key lies outside the checkout and never leaves the publisher's PC.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from zcdesk import __version__
from zcdesk.store.schema import SCHEMA_VERSION
from zcdesk.sync import schema
from zcdesk.upkeep.release import MANIFEST, PUBLIC, SIGNATURE, Manifest, Package


def new_key(path: Path) -> str:
    """Make a key pair, the private one at `path`, `release.pub` beside it; return that."""
    key = Ed25519PrivateKey.generate()
    raw = key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    path.touch(mode=0o600, exist_ok=False)
    path.write_text(raw.hex() + "\n", "ascii")
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    (path.parent / PUBLIC).write_text(public + "\n", "ascii")
    return public


def make(
    out: Path, key: Path, packages: dict[str, Path], *, version: str = __version__, notes: str = ""
) -> Manifest:
    """Put packages, manifest and signature into `out`.

    Args:
        packages: system (`linux-x86_64`, `win32-AMD64`) → file.
    """
    out.mkdir(parents=True, exist_ok=True)
    made = Manifest(
        version=version,
        schema=SCHEMA_VERSION,
        server=schema.newest(),
        made_at=datetime.now(UTC).isoformat(timespec="seconds"),
        packages=tuple(_package(system, path, out) for system, path in sorted(packages.items())),
        notes=notes,
    )
    raw = msgspec.json.format(msgspec.json.encode(made), indent=2)
    secret = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(key.read_text("ascii").strip()))
    (out / MANIFEST).write_bytes(raw)
    (out / SIGNATURE).write_text(base64.b64encode(secret.sign(raw)).decode("ascii") + "\n", "ascii")
    return made


def _package(system: str, path: Path, out: Path) -> Package:
    target = out / path.name
    if path.resolve() != target.resolve():
        shutil.copyfile(path, target)
    with open(target, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Package(system, path.name, target.stat().st_size, digest)


def main() -> int:
    """Parse the words and do it."""
    parser = argparse.ArgumentParser(prog="dev.py release")
    parser.add_argument("--key", type=Path, required=True, help="the publisher's private key")
    parser.add_argument("--new-key", action="store_true", help="make it and release.pub")
    parser.add_argument("--out", type=Path, default=Path("build/release"))
    parser.add_argument(
        "--package", action="append", default=[], metavar="SYSTEM=FILE", help="linux-x86_64=….deb"
    )
    parser.add_argument("--version", default=__version__)
    parser.add_argument("--notes", default="")
    options = parser.parse_args()
    if options.new_key:
        sys.stdout.write(f"{new_key(options.key)}\n")
        return 0
    pairs = (one.partition("=") for one in options.package)
    packages = {system: Path(path) for system, _, path in pairs}
    if not packages or not all(path.is_file() for path in packages.values()):
        parser.error("--package SYSTEM=FILE, at least one, each there")
    made = make(options.out, options.key, packages, version=options.version, notes=options.notes)
    sys.stdout.write(f"{options.out}: {made.version}, schema {made.schema}, signed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
