"""Scanned pages: kept sealed and content-addressed before anything names them."""

from __future__ import annotations

from zcdesk.operations.session import Session


def keep_page(session: Session, data: bytes) -> str:
    """Keep one page durably; return the digest by which a row names it."""
    return session.store.blobs.put(data)


def page(session: Session, digest: str) -> bytes | None:
    """Return a page, or None while it is not on this PC; files only, so any lane may ask."""
    return session.store.blobs.get(digest)
