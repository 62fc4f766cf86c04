"""The open visit with its past: each change is saved as a draft before the next key, each can be
taken back.

Undo is keeping old values; what the queue did is taken back elsewhere (`calls`).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from zcdesk.domain.visit import Visit
from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk

PAST_MOST = 200


class OpenVisit(QObject):
    """Holds the visit at this window.

    Signals:
        changed(): another value, or none; show it.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._value: Visit | None = None
        self._past: list[Visit] = []

    @property
    def value(self) -> Visit | None:
        """The visit as it stands."""
        return self._value

    def begin(self, visit: Visit) -> None:
        """Take a visit the store already keeps; it has no past yet."""
        self._past = []
        self._value = visit
        self.changed.emit()

    def put(self, visit: Visit, *, undoable: bool = True) -> None:
        """Go on with another value of the visit and save it."""
        if visit == self._value:
            return
        if self._value is not None and undoable:
            self._past = [*self._past[-PAST_MOST:], self._value]
        self._value = visit
        self.save()
        self.changed.emit()

    def forget_past(self) -> None:
        """Keep nothing older: it may not be kept, or does not fit any more."""
        self._past = []

    def end(self) -> None:
        """The visit is over."""
        self._past = []
        self._value = None
        self.changed.emit()

    def undo(self) -> bool:
        """Take the last change back; tell whether there was one."""
        if not self._past:
            return False
        self._value = self._past.pop()
        self.save()
        self.changed.emit()
        return True

    def save(self) -> None:
        """Save the visit as it stands."""
        if self._value is not None:
            save = self._desk.operations.intake.save
            self._desk.do(save, self._value, owner=self, failed=self._on_failed)

    def _on_failed(self, error: CodedError) -> None:
        self._desk.notices.show(error, {"retry": self.save})
