"""What an outside seal or CA service is asked for, and what it gives back.

The program draws no seal and makes no signature of its own: it hands a finished paper over and
takes it back as the service made it. What that is worth in law is the service's.
"""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

FORMAT: Literal["zcdesk.seal/1"] = "zcdesk.seal/1"
PDF = b"%PDF-"


class SealRequest(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One paper to be sealed."""

    format: Literal["zcdesk.seal/1"] = "zcdesk.seal/1"
    request: Annotated[str, Meta(description="identity of the request, the same when repeated")]
    authority: Annotated[str, Meta(min_length=1, description="whose seal: the department")]
    digest: Annotated[str, Meta(description="sha256:… of the paper")]
    pdf: Annotated[bytes, Meta(description="the paper, Base64")]


class SealAnswer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the service says; it repeats what it speaks of.

    Attributes:
        pdf: the sealed paper; empty = refused, and `reason` says why.
        serial: what the service calls this seal.
    """

    format: Literal["zcdesk.seal/1"]
    request: str
    digest: str
    pdf: bytes = b""
    serial: str = ""
    reason: str = ""


def request_for(pdf: bytes, authority: str) -> SealRequest:
    """Make the request for one paper; for the same paper and seal it is always the same."""
    digest = f"sha256:{hashlib.sha256(pdf).hexdigest()}"
    same = hashlib.sha256(f"{digest}\n{authority}".encode()).hexdigest()[:32]
    return SealRequest(request=same, authority=authority, digest=digest, pdf=pdf)


def answers(asked: SealRequest, answer: SealAnswer) -> bool:
    """Tell whether an answer belongs to a request and holds another PDF than was sent."""
    same = (answer.request, answer.digest) == (asked.request, asked.digest)
    return same and answer.pdf.startswith(PDF) and answer.pdf != asked.pdf
