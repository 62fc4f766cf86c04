"""The hall's own words of its papers: read by whoever prints, put into force as one act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Role
from zcdesk.domain.paper_words import SUBJECT, PaperWords, PaperWordsSet, Texts
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.operations.session import Session, clerk

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

MAX_VERSION = 40


def words(session: Session) -> PaperWords:
    """Return every version and which one is in force."""
    with session.reading() as store:
        return in_force(store)


def in_force(store: Reader) -> PaperWords:
    return store.state(SUBJECT, PaperWords) or PaperWords()


def publish(session: Session, version: str, texts: Texts) -> PaperWords:
    """Put texts into force from the next paper on; those printed before keep theirs.

    Raises:
        NotAllowed: CAS-02, neither administrator nor supervisor.
        Invalid: PAP-07, the version has no name, or one that other texts bear.
    """
    version = version.strip()
    with session.transaction() as tx:
        # Not `casework`'s: that prints, and what is printed asks here for its words.
        if not {Role.ADMINISTRATOR, Role.SUPERVISOR} & set(clerk(tx, session.clerk).roles):
            raise NotAllowed("CAS-02")
        known = in_force(tx).versions
        if not 0 < len(version) <= MAX_VERSION or known.get(version, texts) != texts:
            raise Invalid("PAP-07", "version", version=version)
        tx.append(NewAct(subject=SUBJECT, body=PaperWordsSet(version=version, texts=texts)))
        tx.touch("words")
        return in_force(tx)
