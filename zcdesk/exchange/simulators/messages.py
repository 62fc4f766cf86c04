"""A simulated message gateway: sends each request once, reports what arrived."""

from __future__ import annotations

from zcdesk.exchange.simulators.serve import Asked, Simulated

DELIVERED = "DELIVRD"


class MessageGateway:
    """Takes `{"phone", "text", "request"}` and answers `{"code": "0", "data": {"id": …}}`.

    Attributes:
        sent: (phone, text) of what left, each request once.
        code: what it answers instead of `0`.
    """

    def __init__(self, port: int = 0) -> None:
        self.sent: dict[str, tuple[str, str]] = {}
        self.code = "0"
        self.served = Simulated(self._answer, port)

    def _answer(self, asked: Asked) -> tuple[int, object]:
        if asked.path.endswith("/reports"):
            rows = [{"id": f"g-{request}", "state": DELIVERED} for request in self.sent]
            return 200, {"data": rows}
        value = asked.value if isinstance(asked.value, dict) else {}
        if self.code != "0" or not asked.request:
            return 200, {"code": self.code if self.code != "0" else "9", "data": {}}
        self.sent.setdefault(asked.request, (str(value.get("phone")), str(value.get("text"))))
        return 200, {"code": "0", "data": {"id": f"g-{asked.request}"}}
