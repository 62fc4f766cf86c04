"""Which modules a clerk sees, by role: one line each, in the order of the rail (ux 2.0.1).

What a role may not use is not there. A page is loaded and built when it is first wanted;
operations check roles again, so this table only decides what is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from zcdesk.domain.hall import Role
from zcdesk.ui.desk import Desk
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

INQUIRIES = "inquiries"
BOOKINGS = "bookings"
COUNTER, TICKETS, SHIFT = "counter", "tickets", "shift"
HANDOVER, REVIEW, LEDGERS = "handover", "review", "ledgers"
DUTY = "duty"
MAIL = "mail"
RESULTS = "results"
CASES, SUPPLEMENTS = "cases", "supplements"
EXCHANGE = "exchange"
CATALOGUE = "catalogue"
ONLINE = "online"
SETTINGS = "settings"

_AT_WINDOW = frozenset({Role.CLERK, Role.AGENT_OFFICER})
_WHO_FIND = frozenset(
    {Role.CLERK, Role.REVIEWER, Role.CHIEF, Role.RESULT_CLERK, Role.SUPERVISOR, Role.AUDITOR}
)
_OFFICE = frozenset({Role.REVIEWER, Role.CHIEF})


class Module(NamedTuple):
    """One module of the rail.

    Attributes:
        page: the id under which the shell knows it.
        word: marked text; translated when shown.
        roles: who sees it.
        home: `module:class` below `zcdesk.ui`; the class takes the desk and is a `page.Page`.
    """

    page: str
    icon: str
    word: str
    roles: frozenset[Role]
    home: str

    @property
    def words(self) -> str:
        """The word of the rail, in the language of the program."""
        return words("modules", self.word)

    def build(self, desk: Desk) -> QWidget:
        """Load and build the page."""
        where, _, name = self.home.partition(":")
        made: QWidget = getattr(import_module(f"zcdesk.ui.{where}"), name)(desk)
        return made


MODULES = (
    Module(
        COUNTER,
        "list-check",
        QT_TRANSLATE_NOOP("modules", "收件"),
        _AT_WINDOW,
        "counter.page:CounterPage",
    ),
    Module(
        TICKETS,
        "ticket",
        QT_TRANSLATE_NOOP("modules", "取号"),
        _AT_WINDOW | {Role.GUIDE},
        "tickets:TicketPage",
    ),
    Module(
        HANDOVER,
        "package",
        QT_TRANSLATE_NOOP("modules", "移交"),
        frozenset({Role.CLERK}),
        "handover.page:HandoverPage",
    ),
    Module(
        REVIEW,
        "gavel",
        QT_TRANSLATE_NOOP("modules", "受理审批"),
        _OFFICE,
        "review.page:ReviewPage",
    ),
    Module(
        DUTY,
        "layout-dashboard",
        QT_TRANSLATE_NOOP("modules", "管理"),
        frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR, Role.SECURITY}),
        "duty.page:DutyPage",
    ),
    Module(
        CATALOGUE,
        "category",
        QT_TRANSLATE_NOOP("modules", "事项管理"),
        frozenset({Role.EDITOR, Role.ADMINISTRATOR, Role.SUPERVISOR, Role.AUDITOR}),
        "catalogue.page:CataloguePage",
    ),
    Module(
        RESULTS,
        "file-check",
        QT_TRANSLATE_NOOP("modules", "出件"),
        frozenset({Role.RESULT_CLERK}),
        "results.page:ResultsPage",
    ),
    Module(
        LEDGERS,
        "notes",
        QT_TRANSLATE_NOOP("modules", "台账"),
        _OFFICE | {Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR, Role.ADMINISTRATOR},
        "ledgers.page:LedgersPage",
    ),
    Module(
        ONLINE,
        "cloud-check",
        QT_TRANSLATE_NOOP("modules", "网上件"),
        _OFFICE | {Role.CLERK},
        "online.page:OnlinePage",
    ),
    Module(
        MAIL,
        "mail",
        QT_TRANSLATE_NOOP("modules", "邮件"),
        frozenset({Role.CLERK}),
        "mail.page:MailPage",
    ),
    Module(
        SUPPLEMENTS,
        "paperclip",
        QT_TRANSLATE_NOOP("modules", "补正"),
        frozenset({Role.CLERK}),
        "supplements.page:SupplementsPage",
    ),
    Module(
        CASES,
        "search",
        QT_TRANSLATE_NOOP("modules", "查询"),
        _WHO_FIND,
        "cases.page:CasesPage",
    ),
    Module(
        EXCHANGE,
        "link",
        QT_TRANSLATE_NOOP("modules", "对接"),
        _OFFICE | {Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR},
        "exchange.page:ExchangePage",
    ),
    Module(
        BOOKINGS,
        "calendar",
        QT_TRANSLATE_NOOP("modules", "预约"),
        frozenset({Role.GUIDE}),
        "duty.bookings:BookingsPage",
    ),
    Module(
        INQUIRIES,
        "message-circle",
        QT_TRANSLATE_NOOP("modules", "投诉咨询"),
        _OFFICE | {Role.CLERK, Role.GUIDE},
        "duty.inquiries:InquiriesPage",
    ),
    Module(
        SHIFT,
        "users",
        QT_TRANSLATE_NOOP("modules", "交接班"),
        _AT_WINDOW,
        "shift:ShiftPage",
    ),
    Module(
        SETTINGS,
        "settings",
        QT_TRANSLATE_NOOP("modules", "设置"),
        frozenset(Role),
        "settings_page:SettingsPage",
    ),
)


def modules_for(roles: Iterable[Role]) -> tuple[Module, ...]:
    """Return what somebody with these roles sees, top to bottom."""
    held = frozenset(roles)
    return tuple(module for module in MODULES if module.roles & held)


def works_at_window(roles: Iterable[Role]) -> bool:
    """Whether somebody calls numbers and takes in: only then the window opens with the login."""
    return bool(_AT_WINDOW & frozenset(roles))


def meets_citizens(roles: Iterable[Role]) -> bool:
    """Whether somebody sits across from citizens: only then their screen shows anything."""
    return bool((_AT_WINDOW | {Role.RESULT_CLERK}) & frozenset(roles))
