"""Which scanned pages go when a personal record goes: those that only its case names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from zcdesk.domain.act import Act
from zcdesk.store.blobs import DIGEST
from zcdesk.store.engine import Prepared
from zcdesk.store.pages import is_erased
from zcdesk.store.schema import case_index, page_of

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
_NAMING = Prepared(select(page_of.c.subject).where(page_of.c.digest == bindparam("digest")))


def named(acts: Iterable[Act]) -> set[str]:
    """Return every digest in the bodies of some acts; whether it is a page's is not told."""
    return {found.decode() for act in acts for found in DIGEST.findall(act.body or b"")}


def only_of(reader: Reader, subject: str) -> set[str]:
    """Return what a subject names and nobody else whose record is still there.

    Others are the cases of its sitting, where pages are shared, and whoever is known to name one of
    them: a case that was filed online names what the application does.
    """
    held = (act for act in reader.held() if act.subject == subject)
    found = named((*reader.acts(subject), *held))
    others = {str(row[0]) for row in reader.run(_BESIDE, (subject, subject)).fetchall()}
    for digest in found:
        others |= {str(row[0]) for row in reader.run(_NAMING, (digest,)).fetchall()}
    alive = (one for one in others - {subject} if not is_erased(reader, one))
    return found - {digest for one in alive for digest in named(reader.acts(one))}
