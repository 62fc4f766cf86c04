"""Revision 0007 in parts: acts of stations that were shut out."""

from __future__ import annotations

from zcdesk.sync.schema.v4 import NAMES as FOURTH

ADDED = ("late_act",)
NAMES = (*FOURTH, *ADDED)
"""Every table, each after those it refers to."""
