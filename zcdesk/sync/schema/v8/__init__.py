"""Revision 0008 in parts: scanned pages are sealed before they come here."""

from __future__ import annotations

from zcdesk.sync.schema.v7 import NAMES as SEVENTH

ADDED = ("page",)
NAMES = (*SEVENTH, *ADDED)
"""Every table, each after those it refers to."""
