"""Every document of the day, as PDF and as thermal bytes, read back from the spool."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import func, select

from zcdesk import forms
from zcdesk.forms import decode
from zcdesk.operations import printing
from zcdesk.operations.session import Session
from zcdesk.store import prints
from zcdesk.store.prints import PrintState
from zcdesk.store.schema import acts

PICTURED = 8
"""Slips also drawn as pictures; the rest can be by `form` commands."""


def write_all(session: Session, folder: Path) -> int:
    """Write what was printed; return how many documents there are."""
    folder.mkdir(parents=True, exist_ok=True)
    with session.reading() as store:
        jobs = prints.in_states(store, (PrintState.CONFIRMED, PrintState.UNKNOWN))
    for number, job in enumerate(sorted(jobs, key=lambda job: (job.at, job.id)), 1):
        task = printing.task_of(job)
        name = f"{number:03d}-{task.kind.value}-{task.number.replace('/', '-')}-{task.copy}"
        (folder / f"{name}.pdf").write_bytes(forms.render(task.paper, "pdf"))
        for width in (80, 58):
            slip = forms.render(task.paper, "escpos80" if width == 80 else "escpos58")
            (folder / f"{name}-{width}mm.bin").write_bytes(slip)
            if number <= PICTURED and width == 80:
                picture = decode.picture(decode.decode(slip, 48))
                picture.save(folder / f"{name}-{width}mm.png")
    return len(jobs)


def count_acts(session: Session) -> int:
    """Return how many acts the day left."""
    with session.reading() as store:
        return int(store.select(select(func.count()).select_from(acts)).scalar_one())
