"""A simulated library of licences: everybody has what is asked for, unless told otherwise."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from zcdesk.domain.licence import FORMAT, Licence, LicenceAnswer, LicenceQuery, LicenceStatus
from zcdesk.exchange.simulators.serve import Asked, Simulated


class Answers(StrEnum):
    """What it does with a good question."""

    ALL = "all"
    NONE = "none"
    REFUSED = "refused"
    EXPIRED = "expired"
    WRONG_PERSON = "wrong-person"


class LicenceLibrary:
    """Answers questions of the published format.

    Attributes:
        answers: how it answers from now on.
    """

    def __init__(self, port: int = 0) -> None:
        self.answers = Answers.ALL
        self.served = Simulated(self._answer, port)

    def _answer(self, asked: Asked) -> tuple[int, object]:
        try:
            query = msgspec.convert(asked.value, LicenceQuery)
        except msgspec.ValidationError as error:
            return 422, {"error": str(error)}
        if self.answers in (Answers.NONE, Answers.REFUSED):
            is_none = self.answers is Answers.NONE
            status = LicenceStatus.NONE if is_none else LicenceStatus.REFUSED
            reason = "" if is_none else "未授权查询该类证照"
            return 200, LicenceAnswer(
                format=FORMAT, request=query.request, status=status, reason=reason
            )
        until = "2001-01-01" if self.answers is Answers.EXPIRED else "2099-12-31"
        is_other = self.answers is Answers.WRONG_PERSON
        return 200, LicenceAnswer(
            format=FORMAT,
            request=query.request,
            status=LicenceStatus.FOUND,
            id_number="000000000000000000" if is_other else query.id_number,
            name=query.name,
            licences=tuple(
                Licence(
                    name=name,
                    number=f"SIM-{count:04d}",
                    issuer="示例发证机关",
                    valid_from="2000-01-01",
                    valid_until=until,
                )
                for count, name in enumerate(query.licences, 1)
            ),
        )
