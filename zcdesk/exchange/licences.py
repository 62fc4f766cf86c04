"""The library of licences over HTTP: one question, one answer, in time or not at all."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
from zcdesk.errors import SurroundingsError
from zcdesk.exchange import http
from zcdesk.exchange.http import Endpoint


def look_up(endpoint: Endpoint, query: LicenceQuery, secrets: Mapping[str, str]) -> LicenceAnswer:
    """Ask the library; the clerk goes on with paper whatever this raises.

    Raises:
        SurroundingsError: EXC-…, not reached, too late, or an answer that is none.
    """
    value = http.post(endpoint, query, secrets=secrets, request=query.request)
    try:
        return msgspec.convert(value, LicenceAnswer)
    except msgspec.ValidationError as error:
        place = urlsplit(endpoint.url).hostname
        raise SurroundingsError(http.UNREADABLE, place=place) from error
