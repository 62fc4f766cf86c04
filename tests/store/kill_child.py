"""Run by test_kill: does one action again and again, killed by -9 one statement later each time.

Each round is a child of its own that dies for real; this process then opens the file and tells,
one line of JSON per round, what it found. Usage: kill_child.py FOLDER ACTION
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from fix_store import AT, Filled, Jar, Stores, action
from sqlalchemy import func, select

from zcdesk.domain.act import NewAct
from zcdesk.store import drafts, project
from zcdesk.store.schema import acts, number_block, number_taken, ticket_index
from zcdesk.store.store import Store
from zcdesk.store.verify import verify
from zcdesk.store.witness import Witness


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def receive(store: Store) -> None:
    """A clerk's action as at 收件: a number, three acts, index rows, a draft put away."""
    with action(store) as tx:
        number = tx.take_number()
        for jar in "aba":
            tx.append(NewAct(subject=f"jar:{jar}", body=Filled(amount=1, label=number.text)))
        drafts.drop(tx, "open visit")
        drafts.put(tx, "next", window="3", kind="visit", value=b"y")


def rebuild(store: Store) -> None:
    project.rebuild(store, at=AT)


def prepared(folder: Path) -> Stores:
    stores = Stores(folder)
    store = stores.create()
    with action(store) as tx:
        tx.take_number()
        tx.append(NewAct(subject="jar:a", body=Filled(amount=1)))
        drafts.put(tx, "open visit", window="3", kind="visit", value=b"x")
    stores.close()
    return stores


def run_and_die(stores: Stores, do: Callable[[Store], None], at: int) -> None:
    """Do the action and die before statement `at`; the witness's write counts as one, too."""
    store = stores.open()
    count = 0

    def hook(_: str) -> None:
        nonlocal count
        count += 1
        if count == at:
            die()

    def in_witness(self: Witness, slot: bytes, at: int) -> None:
        hook("")
        real_write(self, slot, at)
        hook("")

    real_write, Witness._write = Witness._write, in_witness  # type: ignore[method-assign]
    store.handle.trace(hook)
    do(store)
    os._exit(0)


def found(stores: Stores) -> dict[str, object]:
    store = stores.open()
    with store.reading() as reader:
        jar = reader.state("jar:a", Jar)
        state = {
            "acts": reader.select(select(func.count(acts.c.pk))).scalar_one(),
            "jar": jar.amount if jar else None,
            "rows": reader.select(select(func.count(ticket_index.c.subject))).scalar_one(),
            "taken": reader.select(select(func.count(number_taken.c.serial))).scalar_one(),
            "next": reader.select(select(number_block.c.next_serial)).scalar_one(),
            "drafts": sorted(draft.id for draft in drafts.of_window(reader, "3")),
            "digest": project.read_digest(reader),
        }
    report = verify(store)
    state["clean"] = report.is_clean
    state["notices"] = [notice.code for notice in store.notices]
    stores.close()
    return state


def main(folder: Path, do: Callable[[Store], None]) -> None:
    for at in range(1, 200):
        stores = prepared(folder / str(at))
        child = os.fork()
        if child == 0:
            run_and_die(stores, do, at)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        sys.stdout.write(json.dumps({"killed": killed, **found(stores)}) + "\n")
        sys.stdout.flush()
        if not killed:
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), {"receive": receive, "rebuild": rebuild}[sys.argv[2]])
