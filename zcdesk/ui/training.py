"""Says at the login what of the window's scope its clerk was not trained for (须经培训后上岗, S2).

Nobody is kept from working for it: whom to put where is the duty manager's decision.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from zcdesk.ui.desk import Desk
from zcdesk.ui.labels import category_word
from zcdesk.ui.theme import Tone


class TrainingReminder(QObject):
    """Asks once for each clerk who comes to the window."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        desk.session_changed.connect(self.ask)

    def ask(self) -> None:
        """Look up the trainings of who works here now."""
        self._desk.do(self._desk.operations.people.untrained_here, owner=self, done=self._on_found)

    def _on_found(self, lacking: tuple[str, ...]) -> None:
        if lacking:
            names = "、".join(category_word(name) for name in lacking)
            said = self.tr("您未登记 {names} 类培训，请告知值班主管").format(names=names)
            self._desk.notices.note(said, Tone.WARN)
