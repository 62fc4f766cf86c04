"""What a start leaves for later: loaded in a lane, or when first asked for."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zcdesk.store.store import Store
    from zcdesk.ui.system_printer import SystemPrinter


def pages() -> None:
    """Load the counter's pages while the clerk types; none is built here."""
    import zcdesk.ui.workplace  # noqa: F401


def witness(store: Store) -> None:
    """Let the witness of a commit be written when the lane has answered who asked for it."""
    from zcdesk.ui.jobs import after_answer

    store.write_witness(after_answer)


def rest(*, prints_a4: bool) -> None:
    """Load the rounds with other systems, for which a call would wait in the store's lane."""
    import zcdesk.rounds
    import zcdesk.upkeep.updating  # noqa: F401

    if prints_a4:
        from zcdesk import forms

        forms.warm()


def system_printer(queue: str, options: dict[str, str]) -> SystemPrinter:
    """Build the printer of an address `system:QUEUE?…`, in a program with windows."""
    from zcdesk.ui import system_printer as printers

    return printers.of_address(queue, options)


def keep() -> None:
    """Look for rubbish only among what is made from now on; once, on the thread of the screen.

    A full search through all the program has loaded would hold the screen for sixty milliseconds,
    again and again.
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
