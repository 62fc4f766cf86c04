"""The pages of a workplace: what the roles of its clerk offer, and the ways that lead there.

A page is loaded and built when it is first wanted: most clerks never open most of them, and
nobody waits for them at the login.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zcdesk.devices.kinds import Workshop
from zcdesk.domain.visit import Visit
from zcdesk.ui import network_chip
from zcdesk.ui.counter.page import CounterPage
from zcdesk.ui.desk import Desk
from zcdesk.ui.device_watch import DeviceWatch
from zcdesk.ui.handover import pressing
from zcdesk.ui.modules import CASES, COUNTER, HANDOVER, MAIL, Module
from zcdesk.ui.shell import Shell

REPRINT, ATTENTION, DEVICES, NOTHING = "reprint", "attention", "devices", "nothing"
ACCOUNT = "account"


class WorkplacePages(QObject):
    """Lays the pages into the shell and follows what they ask for.

    Signals:
        handed(Clerk): the window was handed over to somebody.
    """

    handed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        shell: Shell,
        counter: CounterPage,
        devices: DeviceWatch,
        workshop: Workshop | None,
    ) -> None:
        """Offer the pages that do not depend on roles.

        Args:
            workshop: makes devices; None = they are not to be changed here.
        """
        super().__init__(desk)
        self._desk, self._shell, self._counter = desk, shell, counter
        self._devices, self._workshop = devices, workshop
        self._home = COUNTER
        self._allowed: frozenset[str] = frozenset()
        if workshop is not None:
            shell.offer_page(DEVICES, self._devices_page, "plug-connected", self.tr("设备"))
        shell.offer_page(REPRINT, self._reprint_page)
        shell.offer_page(ACCOUNT, self._account_page)
        shell.offer_page(ATTENTION, self._attention_page)
        shell.offer_page(NOTHING, self._empty_page)

    def open(self, modules: tuple[Module, ...]) -> None:
        """Offer what somebody's roles use, and begin with the first."""
        for module in modules:
            if not self._shell.has_page(module.page):
                build = partial(self._build, module)
                self._shell.offer_page(module.page, build, module.icon, module.words)
        self._allowed = frozenset(module.page for module in modules)
        self._shell.allow((*(module.page for module in modules), DEVICES))
        self._home = modules[0].page if modules else NOTHING
        self.back()

    def back(self) -> None:
        """Show the page somebody begins with."""
        self._shell.show_page(self._home)

    def open_reprint(self) -> None:
        """Show what was printed today."""
        self._front(REPRINT).open()

    def open_account(self) -> None:
        """Show where one's own secret is changed."""
        self._shell.show_page(ACCOUNT)

    def open_chip(self, chip: str) -> None:
        """Show what a chip of the top bar speaks of; one of several devices shows the worst."""
        if chip == network_chip.DEVICE:
            self._front(ATTENTION).open()
        elif chip == pressing.CHIP:
            self._shell.show_page(HANDOVER)
        elif self._workshop is not None:
            self._front(DEVICES).open(self._devices.kind_of(chip))

    def open_parcel(self, waybill: str) -> None:
        """Go on with a waybill that was scanned at the counter."""
        if MAIL in self._allowed:
            self._front(MAIL).begin(waybill)

    def open_case(self, case_id: str) -> None:
        """Show the page of a case; who may not look for cases stays where they are."""
        if CASES in self._allowed:
            self._front(CASES).open_case(case_id)
        else:
            self._desk.notices.say("CAS-02")

    def _front(self, name: str) -> Any:
        self._shell.show_page(name)
        return self._shell.page(name)

    def _build(self, module: Module) -> QWidget:
        page = self._counter if module.page == COUNTER else module.build(self._desk)
        for signal, slot in (
            ("handed", self.handed),
            ("closed", self.back),
            ("visit_opened", self._on_visit_opened),
        ):
            if hasattr(page, signal):
                getattr(page, signal).connect(slot)
        return page

    def _on_visit_opened(self, visit: Visit) -> None:
        """A visit was begun elsewhere than in the queue: the counter goes on with it."""
        self._shell.show_page(COUNTER)
        self._counter.calls.opened.emit(visit)

    def _devices_page(self) -> QWidget:
        from zcdesk.ui.devices_page import DevicesPage

        assert self._workshop is not None
        page = DevicesPage(self._desk, self._workshop, self._devices)
        page.closed.connect(self.back)
        return page

    def _reprint_page(self) -> QWidget:
        from zcdesk.ui.reprint import ReprintPage

        page = ReprintPage(self._desk)
        page.closed.connect(self.back)
        return page

    def _account_page(self) -> QWidget:
        from zcdesk.ui.own_secret import OwnSecretPage

        page = OwnSecretPage(self._desk)
        page.closed.connect(self.back)
        return page

    def _attention_page(self) -> QWidget:
        from zcdesk.ui.attention import AttentionPage

        page = AttentionPage(self._desk)
        page.closed.connect(self.back)
        page.case_wanted.connect(self.open_case)
        return page

    def _empty_page(self) -> QWidget:
        from zcdesk.ui.widgets.empty import Empty

        words = self.tr("您的岗位在这台电脑上没有要办的页面，请找管理员设置岗位")
        return Empty("user-question", words)
