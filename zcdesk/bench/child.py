"""What is measured in a process of its own, from its very start.

Tells what happened after how many seconds, and the memory held, in one line of JSON. Never loads
anything the measured program would not load by itself before the moment that is measured.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> None:
    """Run `empty SINCE`, a paper: `paper|bare paper|slips SINCE …`, or the program:
    `login|counter|visit|keys|idle|week|manager SINCE DATA …`, or a call: `called SINCE COUNT`, or
    the devices of such calls: `far SINCE FOLDER`.
    """
    what, since, *more = sys.argv[1:] if words is None else words
    if what == "empty":
        _empty(float(since))
    elif what in ("paper", "bare paper"):
        _paper(float(since), bare=what != "paper")
    elif what == "called":
        from zcdesk.bench import called

        called.run(int(more[0]))
    elif what == "far":
        from pathlib import Path

        from zcdesk.bench import far

        far.run(Path(more[0]))
    elif what == "slips":
        _slips(int(more[0]))
    elif what in ("login", "counter", "visit", "keys", "idle", "week", "manager"):
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


def _paper(since: float, *, bare: bool) -> None:
    """Draw the first paper of this process, or one line of text in the same fonts."""
    import time

    from zcdesk.forms import fonts, render, samples

    if bare:
        from reportlab.pdfbase.pdfmetrics import registerFont
        from reportlab.pdfbase.ttfonts import TTFont
        from reportlab.pdfgen.canvas import Canvas

        for name in (fonts.REGULAR, fonts.BOLD):
            registerFont(TTFont(name, str(fonts.font_path(name))))
        canvas = Canvas(os.devnull, initialFontName=fonts.REGULAR)  # type: ignore[arg-type]
        canvas.drawString(72, 720, "收件通知书")
        canvas.save()
    else:
        from zcdesk.domain.papers import PaperKind

        render(samples.sample(PaperKind.RECEIPT))
    _tell({"paper": time.perf_counter() - since})


def _slips(day: int) -> None:
    """Lay out a day of slips, each of somebody else with a rare name; half of them as PDF too."""
    from itertools import islice

    import msgspec

    from zcdesk.bench.eye import resident
    from zcdesk.bench.paper import numbered
    from zcdesk.forms import render

    before = 0.0
    for place, one in enumerate(islice(numbered(), day)):
        party = msgspec.structs.replace(one.party, name=f"{chr(0x20000 + place)}{place}")
        paper = msgspec.structs.replace(one, party=party)
        render(paper, "escpos80")
        if place % 2:
            render(paper)
        if place == 99:
            before = resident()
    _tell({"before": before, "after": resident()})


def _tell(seen: dict[str, float]) -> None:
    import json

    sys.stdout.write(json.dumps(seen) + "\n")


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
