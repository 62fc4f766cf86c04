"""What is measured in a process of its own, from its very start.

Tells what happened after how many seconds, and the memory held, in one line of JSON. Never loads
anything the measured program would not load by itself before the moment that is measured.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run `empty SINCE`, or the program: `login|counter|visit|keys SINCE DATA …`."""
    what, since, *more = sys.argv[1:]
    if what == "empty":
        _empty(float(since))
    elif what in ("login", "counter", "visit", "keys"):
        _desk(what, float(since), *more)
    else:
        sys.exit(f"nothing is measured as {what}")


def _empty(since: float) -> None:
    """Show a window with nothing in it, which takes one key."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication, QWidget

    from zcdesk.bench.eye import Eye

    class Window(QWidget):
        key = ""

        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's
            if event.key() == Qt.Key.Key_0:
                self.key = event.text()

    app = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1366, 697)
    window.show()
    window.setFocus()
    eye = Eye(since)

    def taken(_: QWidget) -> None:
        if window.key != "0":
            raise RuntimeError("the empty window did not take the key")
        app.quit()

    eye.painted(window, lambda: eye.takes_key("shown", taken))
    app.exec()
    eye.tell()


def _desk(until: str, since: float, data: str, *more: str) -> None:
    """Start the program as its command does and watch it from inside its event loop."""
    from PySide6.QtWidgets import QApplication

    from zcdesk import cli

    run = QApplication.exec

    def watched(*_: object) -> int:
        from zcdesk.bench.desk_eye import DeskEye

        eye = DeskEye(since, until, more)
        sys.excepthook = _give_up
        eye.begin()
        code = run()
        eye.tell()
        return code

    QApplication.exec = watched  # type: ignore[method-assign]
    sys.exit(cli.main(["--data", data]))


def _give_up(kind: type[BaseException], error: BaseException, _: object) -> None:
    """End at once: the program would show the error and go on, and nobody would see it here."""
    sys.stderr.write(f"{kind.__name__}: {error}\n")
    sys.stderr.flush()
    os._exit(3)
