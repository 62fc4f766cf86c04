"""A kiosk in a process of its own, looked at by lines of JSON; see `fix_desks`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import unhurried  # noqa: F401 - for what it sets
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from zcdesk.devices.kinds import DeviceKind
from zcdesk.forms.decode import decode
from zcdesk.hall import OwnHall
from zcdesk.ui import theme
from zcdesk.ui.hall_windows import KIOSK
from zcdesk.ui.kiosk.window import KioskWindow
from zcdesk.ui.texts import describe


class Child:
    """The kiosk and the orders to it."""

    def __init__(self, data: Path) -> None:
        self.qt = theme.start(sys.argv[:1])
        self.numbers: list[str] = []
        self.refused: list[str] = []
        self.seen: KioskWindow | None = None
        self.hall = OwnHall(data, KIOSK)
        self.hall.start()
        self.heard = QSocketNotifier(0, QSocketNotifier.Type.Read)
        self.heard.activated.connect(self._on_line)

    def run(self) -> int:
        code = self.qt.exec()
        self.hall.close()
        return code

    @property
    def window(self) -> KioskWindow | None:
        """The kiosk's window; from the first look on what it gives and refuses is kept."""
        found = self.hall.windows.window(KIOSK) if self.hall.windows else None
        if isinstance(found, KioskWindow) and found is not self.seen:
            self.seen = found
            found.errands.taken.connect(lambda one, _: self.numbers.append(one.ticket.number))
            found.errands.refused.connect(lambda error: self.refused.append(describe(error).text))
        return self.seen

    def _on_line(self) -> None:
        line = sys.stdin.readline()
        if not line:
            QApplication.quit()
            return
        order = json.loads(line)
        sys.stdout.write(json.dumps(getattr(self, order["do"])(), ensure_ascii=False) + "\n")
        sys.stdout.flush()

    def look(self) -> dict[str, object]:
        """Tell what somebody who stands there sees, and what was given and refused so far.

        A scanner's port that is not open yet would lose what is scanned.
        """
        window = self.window
        gun = self.hall._equipment.devices.get("kiosk_gun")
        news = self.hall.windows.syncing.news if window and self.hall.windows else None  # type: ignore[union-attr]
        return {
            "page": window.page.objectName() if window else "",
            "numbers": self.numbers,
            "refused": self.refused,
            "scans": bool(gun and gun.loop._driver),
            "online": bool(news and news.is_online),
            "cut_off": bool(window and window.cut_off.isVisible()),
            "unsent": news.outcome.unsent if news else -1,
            "slips": [decode(one, 48).text for one in self._slips(window)],
            "position": news.position if news else 0,
        }

    def take(self) -> dict[str, object]:
        """Somebody touches the first tile."""
        assert self.window is not None
        next(iter(self.window.home.tiles.values())).click()
        return {"ok": True}

    def round(self) -> dict[str, object]:
        """The next round with the server begins now; one under way goes on."""
        assert self.hall.windows is not None
        self.hall.windows.syncing._run()  # type: ignore[union-attr]
        return {"ok": True}

    def leave(self) -> dict[str, object]:
        """Whoever stood there goes."""
        assert self.window is not None
        self.window.leave()
        return {"ok": True}

    def _slips(self, window: KioskWindow | None) -> list[bytes]:
        printer = window._desk.devices.get(DeviceKind.PRINTER.value) if window else None
        return list(printer.documents) if printer else []


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    raise SystemExit(Child(Path(sys.argv[1])).run())
