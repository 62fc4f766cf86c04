"""Revision 0002 in parts: signed heads, clerks and shifts, personal records."""

from __future__ import annotations

from zcdesk.sync.schema.v1.tables import NAMES as FIRST

ADDED = (
    "signed_head",
    "verifier",
    "clerk_station",
    "shift_token",
    "person_count",
    "person",
    "person_key",
    "person_erased",
    "retention",
)
NAMES = (*FIRST, *ADDED)
"""Every table, each after those it refers to."""
