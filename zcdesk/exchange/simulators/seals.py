"""A simulated seal service: it adds a comment behind the paper, never a picture of a seal."""

from __future__ import annotations

import msgspec

from zcdesk.domain.sealing import FORMAT, SealAnswer, SealRequest
from zcdesk.exchange.simulators.serve import Asked, Simulated


class SealService:
    """Answers requests of the published format.

    Attributes:
        refuses: its words to every request while not empty.
        other: whether it answers about another paper than it was asked.
    """

    def __init__(self, port: int = 0) -> None:
        self.refuses, self.other = "", False
        self.served = Simulated(self._answer, port)

    def _answer(self, asked: Asked) -> tuple[int, object]:
        try:
            request = msgspec.convert(asked.value, SealRequest)
        except msgspec.ValidationError as error:
            return 422, {"error": str(error)}
        digest = "sha256:0" if self.other else request.digest
        if self.refuses:
            return 200, SealAnswer(
                format=FORMAT, request=request.request, digest=digest, reason=self.refuses
            )
        note = f"\n% simulated seal of {request.authority}\n".encode()
        return 200, SealAnswer(
            format=FORMAT,
            request=request.request,
            digest=digest,
            pdf=request.pdf + note,
            serial=f"SIM-{request.request[:8]}",
        )
