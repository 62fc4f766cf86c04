"""A simulated district platform: gives out numbers, remembers cases, decides when told to."""

from __future__ import annotations

import msgspec

from zcdesk.domain.case import CaseState
from zcdesk.domain.platform import FORMAT, CaseIn, CaseOut, Changes, Receipt, Since
from zcdesk.exchange.simulators.serve import Asked, Simulated


class DistrictPlatform:
    """Takes cases and answers for changes.

    Attributes:
        cases: as it has them, by the hall's number.
        refuses: its words to every case while not empty.
        log: the order in which cases changed; a cursor is a place in it.
    """

    def __init__(self, port: int = 0) -> None:
        self.cases: dict[str, CaseIn] = {}
        self.refuses = ""
        self.log: list[str] = []
        self.served = Simulated(self._answer, port)

    def change(self, number: str, **changes: object) -> None:
        """Let something happen to a case over there."""
        old = self.cases.get(number) or CaseIn(number=number, state=CaseState.RECEIVED)
        self.cases[number] = msgspec.structs.replace(old, **changes)
        self.log.append(number)

    def _answer(self, asked: Asked) -> tuple[int, object]:
        try:
            if asked.path.endswith("/cases"):
                return 200, self._take(msgspec.convert(asked.value, CaseOut))
            if asked.path.endswith("/changes"):
                return 200, self._since(msgspec.convert(asked.value, Since))
        except msgspec.ValidationError as error:
            return 422, {"error": str(error)}
        return 404, {"error": "no such interface"}

    def _take(self, case: CaseOut) -> Receipt:
        if self.refuses:
            return Receipt(format=FORMAT, number=case.number, accepted=False, reason=self.refuses)
        old = self.cases.get(case.number)
        assigned = old.platform_number if old else ""
        assigned = assigned or f"DP-{len(self.cases) + 1:08d}"
        self.change(
            case.number,
            platform_number=assigned,
            state=case.state,
            decision=case.decision,
            at=case.received_at,
        )
        return Receipt(format=FORMAT, number=case.number, accepted=True, platform_number=assigned)

    def _since(self, since: Since) -> Changes:
        start = int(since.cursor) if since.cursor.isdecimal() else 0
        numbers = dict.fromkeys(self.log[start:])
        return Changes(
            format=FORMAT,
            cursor=str(len(self.log)),
            cases=tuple(self.cases[number] for number in numbers),
        )
