"""How cases come onto the district platform: by interface, by file, or typed in again (rules 4).

A hall's policy by matter, and the form of the platform's numbers.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

import msgspec

from zcdesk.errors import Invalid

NUMBER_FORM = r"[A-Z0-9][A-Z0-9-]{7,49}"
"""办件编号 an..50 (GB/T 39046-2020); a hall writes its province's own form."""


class Way(StrEnum):
    """How a matter's cases come onto the platform."""

    INTERFACE = "interface"
    FILE = "file"
    NONE = "none"


class PlatformPolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a hall decides about the platform.

    Attributes:
        way: of every matter whose key stands in none of the other three.
        number_form: regular expression a platform number must match as a whole.
        first_wait, longest_wait: minutes between attempts, doubled each time.
    """

    way: Way = Way.NONE
    by_interface: tuple[str, ...] = ()
    by_file: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    number_form: str = NUMBER_FORM
    first_wait: int = 1
    longest_wait: int = 60


def way_of(policy: PlatformPolicy, matter: str) -> Way:
    """Return how a matter's cases come onto the platform."""
    named = (
        (Way.INTERFACE, policy.by_interface),
        (Way.FILE, policy.by_file),
        (Way.NONE, policy.by_hand),
    )
    return next((way for way, keys in named if matter in keys), policy.way)


def clean_number(policy: PlatformPolicy, text: str) -> str:
    """Bring a scanned or typed platform number to its stored form.

    Raises:
        Invalid: PLT-01, it has not the form the platform gives out; PLT-03, the hall's form is
            no form.
    """
    number = "".join(unicodedata.normalize("NFKC", text).upper().split())
    try:
        fits = re.fullmatch(policy.number_form, number)
    except re.error as error:
        raise Invalid("PLT-03", "number_form") from error
    if not fits:
        raise Invalid("PLT-01", "platform_number", n=len(number))
    return number
