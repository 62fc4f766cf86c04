"""What presses at this window, looked at each minute: piles to hand over, lists to sign, promises.

The top bar shows the worst of it as a chip that opens the desk, the idle page all of it in words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from zcdesk.ui.desk import Desk
from zcdesk.ui.handover.words import clock
from zcdesk.ui.theme import Tone
from zcdesk.ui.topbar import DeviceChip
from zcdesk.ui.words import joined

if TYPE_CHECKING:
    from zcdesk.operations.handover_desk import Pressing

CHIP = "handover"
EVERY_MS = 60_000
_TOPICS = {"case", "handover", "policy"}


class PressingWatch(QObject):
    """Asks what presses, and words it.

    Signals:
        changed(DeviceChip | None, str, Tone): chip of the top bar, line of the idle page.
    """

    changed = Signal(object, str, object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.unsigned = 0
        desk.changed.connect(self._on_changed)

    def start(self) -> None:
        """Look now and each minute."""
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Nobody works here."""
        self._timer.stop()

    def look(self) -> None:
        """Ask the store."""
        pressing = self._desk.operations.handover_desk.pressing
        window = self._desk.session.window
        self._desk.do(pressing, window, owner=self, done=self._on_found, behind=True)

    def _on_changed(self, topics: frozenset[str]) -> None:
        if self._timer.isActive() and topics & _TOPICS:
            self.look()

    def _on_found(self, found: Pressing) -> None:
        self.unsigned = found.unsigned
        bad = found.late or bool(found.broken)
        tone = Tone.DANGER if bad else Tone.WARN
        said = tuple(self._sentences(found))
        self.changed.emit(self._chip(found), joined(said), tone)

    def _chip(self, found: Pressing) -> DeviceChip | None:
        count = sum(n for _, n in found.departments)
        if found.late:
            return DeviceChip(CHIP, self.tr("移交已迟 {n} 件").format(n=count), Tone.DANGER)
        if count:
            time = clock(found.due, self._desk.now())
            word = self.tr("{time} 移交 {n} 件").format(time=time, n=count)
            return DeviceChip(CHIP, word, Tone.WARN)
        if found.unsigned:
            word = self.tr("交接表待签 {n} 份").format(n=found.unsigned)
            return DeviceChip(CHIP, word, Tone.WARN)
        return None

    def _sentences(self, found: Pressing) -> list[str]:
        said = []
        if found.departments:
            each = "、".join(
                self.tr("{department} {n} 件").format(department=d, n=n)
                for d, n in found.departments
            )
            late, soon = self.tr("已过移交时间：{each}"), self.tr("{time} 前应移交：{each}")
            words = late if found.late else soon
            said.append(words.format(time=clock(found.due, self._desk.now()), each=each))
        if found.unsigned:
            said.append(self.tr("材料交接表待签字 {n} 份").format(n=found.unsigned))
        if found.broken:
            said.append(self.tr("容缺逾期未补 {n} 项").format(n=found.broken))
        if found.promised:
            said.append(self.tr("容缺今日到期 {n} 项").format(n=found.promised))
        return said
