"""The tabs of the manager's page in their order (ux 2.15): one line each.

A tab is a page of its own, loaded and built when first opened; what a role may do in it is asked
again by every operation.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from zcdesk.domain.hall import Role
from zcdesk.ui.desk import Desk
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

MANAGING = frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR, Role.AUDITOR})
"""Who sees the page; the auditor reads everything and changes nothing."""

GUARDED = MANAGING | {Role.SECURITY}
"""Secrets of people and settings of security are the security administrator's too."""


class Tab(NamedTuple):
    """One tab.

    Attributes:
        name: the id it is asked for by.
        word: marked text; translated when shown.
        home: `module:class` below `zcdesk.ui.duty`; the class takes the desk and is a
            `page.Page`. Once it comes to the front its `activate` is called, each time.
        roles: who sees it.
    """

    name: str
    word: str
    home: str
    roles: frozenset[Role] = MANAGING

    @property
    def words(self) -> str:
        """The word of the tab, in the language of the program."""
        return words("duty", self.word)

    def build(self, desk: Desk) -> QWidget:
        """Load and build the page."""
        where, _, name = self.home.partition(":")
        made: QWidget = getattr(import_module(f"zcdesk.ui.duty.{where}"), name)(desk)
        return made


TABS = (
    Tab("live", QT_TRANSLATE_NOOP("duty", "大厅实况"), "live:LivePage"),
    Tab("urging", QT_TRANSLATE_NOOP("duty", "超期督办"), "urging:UrgingPage"),
    Tab(
        "contested",
        QT_TRANSLATE_NOOP("duty", "冲突"),
        "contested:ContestedPage",
        frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    ),
    Tab("closing", QT_TRANSLATE_NOOP("duty", "日清"), "closing:ClosingPage"),
    Tab("follow", QT_TRANSLATE_NOOP("duty", "评价"), "follow:FollowPage"),
    Tab("inquiries", QT_TRANSLATE_NOOP("duty", "投诉咨询"), "inquiries:InquiriesPage"),
    Tab("people", QT_TRANSLATE_NOOP("duty", "人员"), "people:PeoplePage", GUARDED),
    Tab("policies", QT_TRANSLATE_NOOP("duty", "制度"), "policies:PoliciesPage", GUARDED),
    Tab("scopes", QT_TRANSLATE_NOOP("duty", "窗口与事项"), "scopes:ScopesPage"),
    Tab("figures", QT_TRANSLATE_NOOP("duty", "报表"), "figures:FiguresPage"),
    Tab(
        "stations",
        QT_TRANSLATE_NOOP("duty", "工作站"),
        "stations:StationsPage",
        frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
    ),
    Tab(
        "safekeeping",
        QT_TRANSLATE_NOOP("duty", "密钥与销毁"),
        "safekeeping:SafekeepingPage",
        frozenset({Role.AUDITOR, Role.ADMINISTRATOR, Role.SECURITY}),
    ),
    Tab(
        "audit",
        QT_TRANSLATE_NOOP("duty", "审计"),
        "audit:AuditPage",
        frozenset({Role.AUDITOR, Role.ADMINISTRATOR}),
    ),
    Tab("bookings", QT_TRANSLATE_NOOP("duty", "预约"), "bookings:BookingsPage"),
)


def tabs_for(roles: Iterable[Role]) -> tuple[Tab, ...]:
    """Return what somebody with these roles sees, left to right."""
    held = frozenset(roles)
    return tuple(tab for tab in TABS if tab.roles & held)
