"""What a QR or barcode of ours holds: `R/32021326001000057X/K7Q2M4`.

Upper-case ASCII without hyphens, so that a keyboard-wedge scanner cannot garble it (UX-48).
Never personal data: a payload that looks like an identity or mobile number is refused.
"""

from __future__ import annotations

import re

from zcdesk.errors import Invalid

LETTERS = frozenset("TRNPVSHC")
"""Ticket, receipt, notice, promise, voucher, summary, handover, certificate."""

BARE_NUMBER = re.compile(r"(?<![0-9*])(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?![0-9*])")
"""An identity or mobile number in full."""

_CHARS = re.compile(r"[0-9A-Z:.\-/]*")


def qr_payload(letter: str, number: str, code: str = "") -> str:
    """Compose the payload of kind `letter`, e.g. `("R", "320213-26-7K2-00057-X", "K7Q2-M4")`."""
    parts = [part.replace("-", "").upper() for part in (letter, number, code) if part]
    payload = "/".join(parts)
    if letter not in LETTERS or not number:
        raise Invalid("PAP-03", "qr", payload=payload)
    check_payload(payload)
    return payload


def check_payload(payload: str) -> None:
    """Refuse what a scanner would garble or what shows a person; empty = no code printed."""
    if not _CHARS.fullmatch(payload):
        raise Invalid("PAP-03", "qr", payload=payload)
    if BARE_NUMBER.search(payload):
        raise Invalid("PAP-02", "qr")
