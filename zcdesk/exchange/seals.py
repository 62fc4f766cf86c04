"""The port to an outside seal or CA service over HTTP: a paper goes out, sealed it comes back."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit

import msgspec

from zcdesk.domain import sealing
from zcdesk.domain.sealing import SealAnswer, SealRequest
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.exchange import http
from zcdesk.exchange.http import Endpoint


def seal(endpoint: Endpoint, request: SealRequest, secrets: Mapping[str, str]) -> SealAnswer:
    """Have one paper sealed; the paper with its place for a stamp stays whatever this raises.

    Raises:
        SurroundingsError: EXC-…, not reached, too late, or an answer that is none.
        NotAllowed: SEA-01, the service refused and says why.
    """
    value = http.post(endpoint, request, secrets=secrets, request=request.request)
    place = urlsplit(endpoint.url).hostname
    try:
        answer = msgspec.convert(value, SealAnswer)
    except msgspec.ValidationError as error:
        raise SurroundingsError(http.UNREADABLE, place=place) from error
    if not answer.pdf and answer.reason:
        raise NotAllowed("SEA-01", why=answer.reason)
    if not sealing.answers(request, answer):
        raise SurroundingsError(http.UNREADABLE, place=place)
    return answer
