"""Keys: apart from the data, in the keystore where there is one, never lost in silence."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest
from fix_store import AT, STATION, Jar, Stores, fill, jar_rules
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from zcdesk.errors import StoreError
from zcdesk.store.keys import Keys
from zcdesk.store.store import Store


class Keystore(KeyringBackend):
    """A keystore in memory, behind keyring's own interface."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


def test_a_key_file_is_the_owners_alone_and_apart_from_the_data(
    jars: Store, stores: Stores
) -> None:
    (file,) = stores.place.keys.iterdir()
    key = bytes.fromhex(file.read_text())
    assert len(key) == 32
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    inside = [path for path in stores.place.data.rglob("*") if path.is_file()]
    assert not [p for p in inside if key in p.read_bytes() or key.hex().encode() in p.read_bytes()]


def test_a_keystore_is_preferred_and_leaves_no_file(stores: Stores) -> None:
    keystore = Keystore()
    keys = Keys(stores.place.keys, keystore=lambda: keystore)
    arguments = {"at": AT, "keys": keys, "rules": jar_rules(), "machine": "pc-1"}
    store = Store.create(stores.place, STATION, **arguments)
    fill(store)
    store.close()
    assert not stores.place.keys.exists()
    assert len(keystore.kept) == 1
    store = Store.open(stores.place, **arguments)
    with store.reading() as reader:
        assert reader.state("jar:a", Jar) is not None
    store.close()
    keystore.kept.clear()
    with pytest.raises(StoreError) as refused:
        Store.open(stores.place, **arguments)
    assert refused.value.code == "SYS-07"


def test_a_keystore_that_forgets_is_not_relied_on(stores: Stores) -> None:
    class Forgetful(Keystore):
        def set_password(self, service: str, username: str, password: str) -> None:
            pass

    Keys(stores.place.keys, keystore=Forgetful).save(bytes(16), bytes(32))
    assert Keys(stores.place.keys, keystore=None).load(bytes(16)) == bytes(32)


def test_a_locked_keystore_is_no_crash(stores: Stores) -> None:
    class Locked(Keystore):
        def get_password(self, service: str, username: str) -> str | None:
            raise KeyringLocked

        def set_password(self, service: str, username: str, password: str) -> None:
            raise KeyringLocked

    keys = Keys(stores.place.keys, keystore=Locked)
    with pytest.raises(StoreError) as refused:
        keys.load(bytes(16))
    assert refused.value.code == "SYS-07"
    keys.save(bytes(16), bytes(32))
    assert keys.load(bytes(16)) == bytes(32)


@pytest.mark.parametrize("content", [None, "", "00", "zz" * 32])
def test_a_missing_or_broken_key_leaves_the_file_alone(
    jars: Store, stores: Stores, content: str | None
) -> None:
    fill(jars)
    stores.close()
    (file,) = stores.place.keys.iterdir()
    key = file.read_text()
    if content is None:
        file.unlink()
    else:
        file.write_text(content)
    before = stores.place.database.read_bytes()
    with pytest.raises(StoreError) as refused:
        stores.open()
    assert refused.value.code == "SYS-07"
    assert stores.place.database.read_bytes() == before
    file.write_text(key)
    assert fill(stores.open()).seq == 2


def test_a_wrong_key_opens_nothing(jars: Store, stores: Stores) -> None:
    stores.close()
    (file,) = stores.place.keys.iterdir()
    file.write_text("11" * 32)
    with pytest.raises(StoreError) as refused:
        stores.open()
    assert refused.value.code == "SYS-01"


def test_moved_data_still_find_their_key(jars: Store, stores: Stores, tmp_path: Path) -> None:
    fill(jars)
    stores.close()
    moved = stores.place.data.rename(tmp_path / "elsewhere")
    from dataclasses import replace

    place = replace(stores.place, data=moved)
    store = Store.open(place, at=AT, keys=stores.keys, rules=jar_rules(), machine="pc-1")
    assert store.notices == ()
    store.close()
