"""."""

from __future__ import annotations

from zcdesk.ui.texts import ErrorText

TEXTS: dict[str, ErrorText] = {}
