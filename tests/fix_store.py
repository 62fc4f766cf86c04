"""Stores in a temporary folder with rules of their own: jars that are filled and emptied.

The store is judged without the hall's rules here, so a change of those cannot hide a fault of it.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import ClassVar

import msgspec
import pytest

from zcdesk.domain.act import Act, Body, NewAct
from zcdesk.store.founding import Station
from zcdesk.store.index import Index
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.rules import Rules
from zcdesk.store.schema import ticket_index
from zcdesk.store.store import Store
from zcdesk.store.transaction import Transaction

AT = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=8)))
STATION = Station("hall-320213", "320213", "W03")


class Filled(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "jar.filled"
    amount: int
    label: str = ""


class Emptied(Body, frozen=True, kw_only=True):
    kind: ClassVar[str] = "jar.emptied"


class Polished(Body, frozen=True, kw_only=True):
    """A kind only newer rules know."""

    kind: ClassVar[str] = "jar.polished"


class Jar(msgspec.Struct, frozen=True):
    amount: int
    label: str
    day: str
    shine: int = 0


def fold(state: msgspec.Struct | None, act: Act, body: Body | None) -> msgspec.Struct | None:
    jar = state if isinstance(state, Jar) else Jar(0, "", act.at[:10])
    match body:
        case Filled():
            return msgspec.structs.replace(
                jar, amount=jar.amount + body.amount, label=body.label or jar.label
            )
        case Emptied():
            return None
        case Polished():
            return msgspec.structs.replace(jar, shine=jar.shine + 1)
        case _:
            return state


def jar_row(_: str, jar: Jar) -> dict[str, object] | None:
    if jar.amount < 0:
        return None
    row: dict[str, object] = {
        c.name: 0 if c.type.python_type is int else "" for c in ticket_index.c
    }
    del row["subject"]
    return {**row, "day": jar.day, "number": jar.label, "priority": jar.amount}


def jar_rules(*more: type[Body], version: int = 1) -> Rules:
    """Return rules that know jars, and `more` kinds."""
    kinds = {kind.kind: kind for kind in (Filled, Emptied, *more)}

    def decode(act: Act) -> Body | None:
        kind = kinds.get(act.kind)
        if kind is None or act.body is None:
            return None
        return msgspec.json.decode(act.body, type=kind)

    return Rules(
        kinds=kinds,
        states={"jar": Jar},
        decode_body=decode,
        subject_type=lambda subject: subject.partition(":")[0],
        fold=fold,
        indexes={"jar": (Index(ticket_index, jar_row),)},
        version=version,
    )


def chance(seed: int = 20261124) -> Callable[[int], bytes]:
    """Return bytes that look random and are the same in every run."""
    return random.Random(seed).randbytes


@dataclass
class Stores:
    """Opens the store of one place again and again, as restarts do."""

    root: Path
    rules: Rules = field(default_factory=jar_rules)
    machine: str = "pc-1"
    open_ones: list[Store] = field(default_factory=list)
    random: Callable[[int], bytes] = field(default_factory=chance)

    @property
    def place(self) -> Place:
        return Place.under(self.root)

    @property
    def keys(self) -> Keys:
        return Keys(self.place.keys, keystore=None)

    def create(self, at: datetime = AT) -> Store:
        return self._keep(
            Store.create(
                self.place,
                STATION,
                at=at,
                keys=self.keys,
                rules=self.rules,
                machine=self.machine,
                random=self.random,
            )
        )

    def open(self, at: datetime = AT) -> Store:
        """Open; whatever was open before is closed first."""
        self.close()
        return self._keep(
            Store.open(
                self.place,
                at=at,
                keys=self.keys,
                rules=self.rules,
                machine=self.machine,
                random=self.random,
            )
        )

    def close(self) -> None:
        while self.open_ones:
            self.open_ones.pop().close()

    def copy_data(self, to: Path) -> Path:
        """Copy the data folder as a backup does; the store must be closed."""
        return Path(shutil.copytree(self.place.data, to))

    def put_back(self, copy: Path) -> None:
        """Put an older copy of the data folder in place of the present one."""
        shutil.rmtree(self.place.data)
        shutil.copytree(copy, self.place.data)

    def _keep(self, store: Store) -> Store:
        self.open_ones.append(store)
        return store


def action(store: Store, at: datetime = AT) -> AbstractContextManager[Transaction]:
    return store.transaction(clerk="0312", at=at)


def fill(store: Store, jar: str = "a", amount: int = 1, at: datetime = AT) -> Act:
    """Do one action with one act."""
    with action(store, at) as tx:
        return tx.append(NewAct(subject=f"jar:{jar}", body=Filled(amount=amount)))


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[Stores]:
    made = Stores(tmp_path / "station")
    yield made
    made.close()


@pytest.fixture
def jars(stores: Stores) -> Store:
    """A new, open store."""
    return stores.create()
