"""The wizard at work: what its page asks for, done in the lanes and answered on the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from zcdesk import forms, late, settings, station
from zcdesk.devices import trial as device_trial
from zcdesk.devices import urls
from zcdesk.devices.equipment import Equipment
from zcdesk.devices.kinds import DeviceKind, Printed
from zcdesk.errors import CodedError, Invalid, UserError
from zcdesk.first_run import command, finding, progress, trial
from zcdesk.first_run.finding import FIND, Found
from zcdesk.first_run.progress import Progress
from zcdesk.operations import releases
from zcdesk.sync.joining import Watch
from zcdesk.ui import theme
from zcdesk.ui.jobs import STORE, device
from zcdesk.ui.language import install_language
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Theme
from zcdesk.ui.wizard.after import OFFERED
from zcdesk.ui.wizard.page import AFTER, LOOKS, SCREEN, TRIAL, WINDOW, WizardPage

if TYPE_CHECKING:
    from zcdesk.domain.papers import Paper
    from zcdesk.operations.session import Session
    from zcdesk.operations.setup import Answers
    from zcdesk.ui.frame import Frame
    from zcdesk.ui.jobs import Jobs

PRINTER = DeviceKind.PRINTER.value


class FirstRun(QObject):
    """One first start, from an empty folder or from where it was left.

    Attributes:
        page: on show; another one after the language changed.

    Signals:
        made(Session): there is a hall now.
        over(): done, or left for another time; the login comes.
    """

    made = Signal(object)
    over = Signal()

    def __init__(
        self, data: Path, frame: Frame, jobs: Jobs, session: Session | None, parent: QObject
    ) -> None:
        """Begin where it was left; with a session there is a hall already."""
        super().__init__(parent)
        urls.provide("system", late.system_printer)
        self._data, self._frame, self._jobs, self._session = data, frame, jobs, session
        before = progress.load(data)
        self.page = self._shown(before)
        if session is not None:
            self._ask_for_key()
        if before.step:
            first, last = (AFTER, TRIAL) if session else (LOOKS, WINDOW)
            self.page.show_step(min(max(before.step, first), last))

    def _shown(self, before: Progress) -> WizardPage:
        """Put a page in the frame, in the language and looks chosen."""
        page = self.page = WizardPage(before.looks)
        page.fill(before.kept)
        page.devices.problems = finding.problems
        page.devices.choices = Equipment({}, lambda _: None, {}).choices
        page.devices.show_addresses(settings.load(self._data).devices)
        self._frame.put(page)
        for signal, slot in (
            (page.looks.look_chosen, self._on_look),
            (page.looks.language_chosen, self._on_language),
            (page.hall_wanted, self._on_hall),
            (page.join_wanted, self._on_join),
            (page.devices.find_wanted, self._on_find),
            (page.devices.test_wanted, self._on_test),
            (page.trial.trial_wanted, self._on_trial),
            (page.moved, self._on_moved),
            (page.left, self._on_left),
            (page.finished, self._on_finished),
        ):
            signal.connect(slot)
        page.steps[page.step].begin()
        return page

    # --- before there is a hall ---

    def _on_look(self, chosen: Theme, scale: float) -> None:
        theme.apply(self._frame, chosen, scale)
        self._set(theme=chosen.value, scale=scale)

    def _on_language(self, language: str) -> None:
        """Speak the other language at once: the page is made anew in it."""
        qt = QApplication.instance()
        assert isinstance(qt, QApplication)
        for old in qt.findChildren(QTranslator):
            qt.removeTranslator(old)
            old.deleteLater()
        install_language(qt, language)
        self._set(language=language)
        old_page = self.page
        self._shown(self._reached(LOOKS))
        old_page.deleteLater()

    def _on_hall(self, answers: Answers) -> None:
        self._make(lambda: station.create(self._data, _with_key(answers)))

    def _on_join(self, server: str, code: str, login: str) -> None:
        looks = msgspec.structs.asdict(self.page.looks.looks)
        watch = Watch()
        self.page.follow(watch)

        def join() -> Session:
            if login:
                session = station.join_hall(self._data, Path(login), watch=watch)
            else:
                session = station.join_by_code(self._data, server, code, watch=watch)
            settings.save(self._data, replace(settings.load(self._data), **looks))
            return session

        self._make(join)

    def _make(self, make: Callable[[], Session]) -> None:
        """Make this PC's store; nothing else runs in its lane yet."""
        self._run(STORE, make, self._on_made, self.page.say)

    def _on_made(self, session: Session) -> None:
        self._session = session
        self.made.emit(session)
        self.page.show_step(AFTER)
        self._ask_for_key()

    def _ask_for_key(self) -> None:
        """Learn whose updates count here: from the answers, or from the hall that was joined."""
        session = self._session
        assert session is not None
        trusted = partial(_trusted, session)
        self._run(STORE, trusted, self.page.trial.show_key, self.page.trial.show_failed)

    # --- after ---

    def _on_find(self) -> None:
        known = self.page.devices.addresses()
        wanted = {kind.value: FIND for kind in OFFERED if kind.value not in known}
        ask = partial(finding.found, wanted)
        self._run(device("ports"), ask, self._on_found, self._on_not_found)

    def _on_found(self, found: Found) -> None:
        self.page.devices.show_found(found.urls)

    def _on_not_found(self, error: CodedError) -> None:
        self.page.devices.show_found({})
        self.page.note.set_text(describe(error).text)

    def _on_test(self, kind: str, url: str) -> None:
        window = settings.load(self._data).window
        self._run(
            device(kind),
            partial(_tried, url, window),
            lambda told: self.page.devices.say(kind, told, well=True),
            lambda error: self.page.devices.say(kind, describe(error).text, well=False),
        )

    def _on_trial(self) -> None:
        assert self._session is not None
        case = partial(trial.receipt, self._session)
        self._run(STORE, case, self._on_paper, self.page.trial.show_failed)

    def _on_paper(self, paper: Paper) -> None:
        url = settings.load(self._data).devices.get(PRINTER, "")
        if not url:
            self.page.trial.show_no_printer()
            return
        self._run(
            device(PRINTER),
            partial(_printed, url, paper),
            lambda printed: self.page.trial.show_printed(sure=printed is Printed.CONFIRMED),
            self.page.trial.show_failed,
        )

    # --- on, out, done ---

    def _on_moved(self, step: int) -> None:
        if step == SCREEN:
            known = settings.load(self._data).devices
            offered = {kind.value for kind in OFFERED}
            others = {kind: url for kind, url in known.items() if kind not in offered}
            self._set(devices=others | self.page.devices.addresses())
        elif step == TRIAL:
            self._set(second_screen=self.page.screen_step.has_screen)
        progress.save(self._data, self._reached(step))

    def _on_left(self) -> None:
        progress.save(self._data, self._reached(self.page.step))
        if self._session is None:
            self._frame.close()
        else:
            self.over.emit()

    def _on_finished(self) -> None:
        progress.clear(self._data)
        self.over.emit()

    def _reached(self, step: int) -> Progress:
        return Progress(step=step, kept=self.page.kept(), looks=self.page.looks.looks)

    def _set(self, **changes: Any) -> None:
        settings.save(self._data, replace(settings.load(self._data), **changes))

    def _run(
        self,
        lane: str,
        work: Callable[[], Any],
        done: Callable[[Any], object],
        failed: Callable[[CodedError], object],
    ) -> None:
        self._jobs.run(lane, work, owner=self, done=done, failed=failed)


def _with_key(answers: Answers) -> Answers:
    """Return the answers with the key of the file they name; the fault stands at its field."""
    try:
        return command.with_key(answers, Path())
    except UserError as error:
        raise Invalid(error.code, "updates.key", **error.fields) from error


def _trusted(session: Session) -> str:
    return releases.view(session).release.public


def _tried(url: str, window: str) -> str:
    """Try a device that is not the desk's yet, and let go of its port again."""
    made = urls.from_url(url)
    try:
        return device_trial.run(made, window)
    finally:
        if hasattr(made, "close"):
            made.close()


def _printed(url: str, paper: Paper) -> Printed:
    printer: Any = urls.from_url(url)
    return Printed(printer.print(forms.render(paper, printer.as_)))
