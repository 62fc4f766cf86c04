"""Tells the hall of a device of this window that has not worked for a while, and of its return.

A lead pulled and pushed back, a roll of paper changed in time are nobody else's news: only what
lasts is recorded, so that a loose contact does not fill the hall's record.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QObject

from zcdesk.devices.kinds import DeviceState, Status
from zcdesk.ui.desk import Desk
from zcdesk.ui.device_watch import NAMES, DeviceWatch

LASTS = timedelta(seconds=20)
NOT_A_FAULT = frozenset({"PRT-02"})
"""Paper that nears its end still prints."""


class Breakdowns(QObject):
    """Follows the looks of one desk's `DeviceWatch`."""

    def __init__(self, desk: Desk, watch: DeviceWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._watch = desk, watch
        self._since: dict[str, tuple[str, datetime]] = {}
        self._told: dict[str, str] = {}
        watch.looked.connect(self.look)

    def look(self) -> None:
        """Compare how the devices stand with what the hall was told."""
        now = self._desk.now()
        for kind in NAMES:
            code = trouble(self._watch.status.get(kind))
            if kind not in self._since or self._since[kind][0] != code:
                self._since[kind] = (code, now)
        news = {
            kind: code
            for kind, (code, since) in self._since.items()
            if now - since >= LASTS and self._told.get(kind) != code
        }
        if news:
            self._told |= news
            self._desk.do(self._desk.operations.breakdowns.record, news, owner=self)


def trouble(status: Status | None) -> str:
    """Return the code of what keeps a device from working, or nothing."""
    if status is None or status.code in NOT_A_FAULT:
        return ""
    is_broken = status.state is DeviceState.FAULT or bool(status.code)
    return status.code if is_broken else ""
