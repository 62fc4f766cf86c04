"""How every table of the store's file writes its columns; nothing in it is ever NULL but a body."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Text

METADATA = MetaData()


def text(name: str, *, key: bool = False, default: str | None = "") -> Column[str]:
    return Column(name, Text, primary_key=key, nullable=False, server_default=default)


def number(name: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, primary_key=key, nullable=False, server_default=None)


def blob(name: str) -> Column[bytes]:
    return Column(name, LargeBinary, nullable=False)
