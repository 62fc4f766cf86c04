"""Revision 0004: invitations of new stations, and a window that moves to another PC."""

from __future__ import annotations

from zcdesk.sync.schema.v2 import NAMES as SECOND

ADDED = ("invitation",)
NAMES = (*SECOND, *ADDED)
"""Every table, each after those it refers to."""
