"""The raw key of a store: in the system's keystore where there is one, else in a private file.

A file's key is found by the first 16 bytes of the database, which SQLCipher leaves readable as
its salt: so a key is never tied to a path. Never the key in the data folder, a log or an error.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from zcdesk.errors import StoreError
from zcdesk.store import faults
from zcdesk.store.place import disk_error, write_durably

KEY_BYTES = 32
SALT_BYTES = 16
SERVICE = "zcdesk store"


def system_keystore() -> Any | None:
    """Return the system's keystore, or None where there is none to trust."""
    import keyring

    backend = keyring.get_keyring()
    return backend if backend.priority > 0 else None


class Keys:
    """Load and save raw keys by the salt of the file they open."""

    def __init__(
        self, folder: Path, keystore: Callable[[], Any | None] | None = system_keystore
    ) -> None:
        """Keep keys in the keystore that is returned, or in `folder` only if there is none."""
        self._folder = folder
        self._keystore = keystore or (lambda: None)

    def save(self, salt: bytes, key: bytes) -> None:
        """Keep a key durably before the file that needs it exists."""
        if self._save_in_keystore(salt.hex(), key.hex()):
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_durably(self._path(salt), key.hex().encode("ascii"))
        except OSError as error:
            raise disk_error(error, self._folder) from error

    def load(self, salt: bytes) -> bytes:
        """Return the key, the private file first: asking a keystore may take long.

        Raises:
            StoreError: neither place has it.
        """
        try:
            text = self._path(salt).read_text("ascii")
        except OSError:
            text = self._ask_keystore(salt.hex())
        try:
            key = bytes.fromhex(text.strip())
        except ValueError:
            key = b""
        if len(key) != KEY_BYTES:
            raise StoreError(faults.NO_KEY, file=salt.hex()[:8])
        return key

    def forget(self, salt: bytes) -> None:
        """Destroy a key that opens nothing any more."""
        path = self._path(salt)
        if path.exists():
            write_durably(path, bytes(2 * KEY_BYTES))
            path.unlink()
        backend = self._keystore()
        if backend is not None and self._ask_keystore(salt.hex()):
            from keyring.errors import KeyringError

            with suppress(KeyringError):
                backend.delete_password(SERVICE, salt.hex())

    def _save_in_keystore(self, name: str, key: str) -> bool:
        """Return whether the keystore took the key and gives it back."""
        backend = self._keystore()
        if backend is None:
            return False
        from keyring.errors import KeyringError

        try:
            backend.set_password(SERVICE, name, key)
        except KeyringError:
            return False
        return self._ask_keystore(name) == key

    def _ask_keystore(self, name: str) -> str:
        """Return what the keystore has under `name`; empty if nothing, locked or refused."""
        backend = self._keystore()
        if backend is None:
            return ""
        from keyring.errors import KeyringError

        try:
            return backend.get_password(SERVICE, name) or ""
        except KeyringError:
            return ""

    def _path(self, salt: bytes) -> Path:
        return self._folder / f"{salt.hex()}.key"


def read_salt(database: Path) -> bytes:
    """Read what identifies the file's key; a file too short to hold it is damaged."""
    try:
        with open(database, "rb") as file:
            salt = file.read(SALT_BYTES)
    except FileNotFoundError as error:
        raise StoreError(faults.ABSENT, file=database.name) from error
    except OSError as error:
        raise disk_error(error, database.parent) from error
    if len(salt) < SALT_BYTES or os.path.getsize(database) < 512:
        raise StoreError(faults.DAMAGED, file=database.name)
    return salt
