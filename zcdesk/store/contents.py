"""Which scanned pages go when a personal record goes: those that only its case names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from zcdesk.domain.act import Act
from zcdesk.store.blobs import DIGEST
from zcdesk.store.engine import Prepared
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

_BESIDE = Prepared(
    select(case_index.c.subject).where(
        case_index.c.subject != bindparam("subject"),
        case_index.c.sitting
        == select(case_index.c.sitting)
        .where(case_index.c.subject == bindparam("of"))
        .scalar_subquery(),
    )
)


def named(acts: Iterable[Act]) -> set[str]:
    """Return every digest in the bodies of some acts; whether it is a page's is not told."""
    return {found.decode() for act in acts for found in DIGEST.findall(act.body or b"")}


def only_of(reader: Reader, subject: str) -> set[str]:
    """Return what a case names and no other case of its sitting does: pages are shared in one."""
    beside = [row[0] for row in reader.run(_BESIDE, (subject, subject)).fetchall()]
    shared = {digest for one in beside for digest in named(reader.acts(one))}
    held = (act for act in reader.held() if act.subject == subject)
    return named((*reader.acts(subject), *held)) - shared
