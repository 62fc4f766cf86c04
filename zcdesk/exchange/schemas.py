"""The published formats as JSON Schema, made from the very values the program reads and writes.

The files in `resources/exchange` are these; a test compares them, so that none goes stale.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
from zcdesk.domain.online import OnlineApplication
from zcdesk.domain.platform import CaseOut, Changes, Receipt, Since
from zcdesk.domain.sealing import SealAnswer, SealRequest

SCHEMAS: Mapping[str, type[msgspec.Struct]] = MappingProxyType(
    {
        "online-application": OnlineApplication,
        "platform-case": CaseOut,
        "platform-receipt": Receipt,
        "platform-since": Since,
        "platform-changes": Changes,
        "licence-query": LicenceQuery,
        "licence-answer": LicenceAnswer,
        "seal-request": SealRequest,
        "seal-answer": SealAnswer,
    }
)
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(name: str) -> dict[str, Any]:
    """Return one format's schema."""
    return {"$schema": DIALECT, "title": name, **msgspec.json.schema(SCHEMAS[name])}


def text(name: str) -> str:
    """Return one format's schema as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(schema(name)), indent=2).decode() + "\n"
