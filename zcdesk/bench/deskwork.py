"""What is done at the open counter while it is watched: one visit served, or keys pressed.

Numbers are called, papers ticked and receipts printed by keys; only the applicant and the matters
of a visit are put in as values, since typing them measures nothing.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from zcdesk.bench.eye import resident
from zcdesk.bench.figure import alternate
from zcdesk.demo import visits
from zcdesk.domain.matter import Form, Material, Matter, Necessity, Secrecy, WindowCategory
from zcdesk.domain.visit import Phase, Visit

if TYPE_CHECKING:
    from zcdesk.bench.eye import Eye
    from zcdesk.ui.counter.page import CounterPage
    from zcdesk.ui.widgets.rows_view import RowsView

ROWS = 40
REST_S = 0.02
"""Between two keys, so that saving the last one is over: nobody types faster."""

READING_S = 2.0
"""The check page takes no key from somebody who cannot have read it yet."""

PATIENCE_S = 2.0
WARM_UP = 5
SETTLE_S = 8.0
"""Until what follows a login, at its leisure, is over."""


def serve(eye: Eye, page: CounterPage) -> None:
    """Call the next number, take a matter in, print the receipt; then note the memory."""

    def done() -> None:
        eye.note("visit")
        QApplication.quit()

    _serve(eye, page, 1, lambda: eye.painted(page, done))


def week(eye: Eye, page: CounterPage, a_day: int, days: int) -> None:
    """Serve so many visits a day; note the memory before the first and after each day."""
    held: list[float] = [resident()]

    def served(number: int) -> None:
        if number % a_day == 0:
            gc.collect()  # what merely waits to be collected is no growth
            held.append(resident())
        if number < a_day * days:
            _serve(eye, page, number + 1, lambda: served(number + 1))
        else:
            eye.seen["days"] = held
            QApplication.quit()

    _serve(eye, page, 1, lambda: served(1))


def stay_idle(eye: Eye, seconds: float) -> None:
    """Touch nothing; note the share of a processor taken before, and in these seconds."""

    def begin() -> None:
        before, start = time.process_time(), eye.now()
        eye.seen["busy"] = before / start

        def end() -> None:
            eye.seen["idle"] = (time.process_time() - before) / (eye.now() - start)
            QApplication.quit()

        QTimer.singleShot(int(seconds * 1000), eye, end)

    QTimer.singleShot(int(SETTLE_S * 1000), eye, begin)


def _serve(eye: Eye, page: CounterPage, number: int, then: Callable[[], object]) -> None:
    """One visit from the call to its printed receipt."""

    def check(visit: Visit) -> None:
        view = page.taking.view
        assert view is not None
        matter = next(m for m in view.matters.values() if _is_plain(m))
        today = page._desk.now().date()
        page.set_visit(visits.settled(visit, visits.applicant(number), (matter,), today))
        press(Qt.Key.Key_F9)
        read_until = eye.now() + READING_S
        eye.after(
            "the check page", lambda: page.front == "check" and eye.now() > read_until, confirm
        )

    def confirm() -> None:
        press(Qt.Key.Key_Return)
        eye.after("the receipt", printed, then)

    def printed() -> bool:
        return page.front == "done" and not page._desk.printing.is_busy

    _open_visit(eye, page, check)


def press_keys(eye: Eye, page: CounterPage, count: int) -> None:
    """Press keys on a list of forty papers and on an empty table, in turns."""

    def tick(visit: Visit) -> None:
        page.set_visit(visits.chosen(visit, visits.applicant(1), (forty(),)))
        view = page.serving.checklist.view
        page.serving.take_focus()
        eye.after(
            "the list of papers",
            lambda: view.hasFocus() and view.rows_model.rowCount() == ROWS,
            go(view),
        )

    def go(view: RowsView) -> Callable[[], None]:
        def run() -> None:
            runs = alternate(lambda: _tick(view), _Empty(view).tick, count, warm_up=WARM_UP)
            eye.seen["values"], eye.seen["references"] = list(runs.values), list(runs.references)
            QApplication.quit()

        return run

    _open_visit(eye, page, tick)


def forty() -> Matter:
    """Return an invented matter that asks for forty papers of every kind."""
    forms = tuple(Form)
    materials = tuple(
        Material(
            name=f"第 {number} 份材料（示例）",
            form=forms[number % 3],
            necessity=Necessity.DEFERRABLE if number % 10 == 9 else Necessity.REQUIRED,
            deferral_days=5 if number % 10 == 9 else None,
        )
        for number in range(1, ROWS + 1)
    )
    return Matter(
        key="bench-40",
        code="9940",
        name="四十份材料的示例事项",
        department="示例部门",
        categories=(WindowCategory.SOCIAL,),
        materials=materials,
    )


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    if focus is None:
        raise RuntimeError("nothing takes keys")
    QTest.keyClick(focus, key)


def _open_visit(eye: Eye, page: CounterPage, then: Callable[[Visit], None]) -> None:
    """Call the next number; its holder is here."""

    def here() -> bool:
        return page.open_visit is not None and page.open_visit.phase is Phase.SERVING

    def arrived() -> None:
        assert page.open_visit is not None
        then(page.open_visit)

    def called() -> None:
        page.arrival.by_key()
        eye.after("the applicant", here, arrived)

    press(Qt.Key.Key_F2)
    eye.after("the call", lambda: page.open_visit is not None, called)


def _is_plain(matter: Matter) -> bool:
    """Whether a matter's papers need neither a promise nor an answer."""
    return (
        matter.secrecy is not Secrecy.SECRET
        and matter.has_list
        and all(m.necessity is Necessity.REQUIRED for m in matter.materials)
    )


def _tick(view: RowsView) -> float:
    """Receive a paper, go down, at the end go up again; each changes what is seen."""
    key = Qt.Key.Key_Down if view.current_place % 2 else Qt.Key.Key_Space
    if view.current_place >= ROWS - 1:
        key = Qt.Key.Key_Home
    return _to_pixel(view, lambda: QTest.keyClick(view, key))


class _Empty:
    """An empty table as large as the list, in a window of its own; a key makes it repaint."""

    def __init__(self, like: QWidget) -> None:
        self._table = QTableView()
        self._table.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._table.resize(like.size())
        self._table.show()
        QApplication.processEvents()

    def tick(self) -> float:
        return _to_pixel(self._table, self._press)

    def _press(self) -> None:
        QTest.keyClick(self._table, Qt.Key.Key_Down)
        self._table.viewport().update()


def _to_pixel(view: QTableView, press: Callable[[], None]) -> float:
    """Press a key and return the seconds until the list was painted with what it did."""
    deadline = time.perf_counter() + REST_S
    while time.perf_counter() < deadline:
        QApplication.processEvents()
        time.sleep(REST_S / 10)
    brush = _Brush(view.viewport())
    start = time.perf_counter()
    press()
    while not brush.is_used:
        if time.perf_counter() - start > PATIENCE_S:
            raise RuntimeError("a key changed nothing on the screen")
        QApplication.processEvents()
    return time.perf_counter() - start


class _Brush(QObject):
    """Notices that a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_used = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """See the first paint; the turn it is part of ends before anyone looks."""
        if event.type() is QEvent.Type.Paint and not self.is_used:
            self.is_used = True
            self.deleteLater()
        return False
