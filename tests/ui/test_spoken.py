"""What a screen reader hears on every page of the rail: names of controls, rows as sentences."""

from __future__ import annotations

import pytest
from fix_cases import bring, people
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import CaseState
from zcdesk.domain.hall import Clerk, ClerkSet, Role
from zcdesk.domain.upkeep import BackedUp
from zcdesk.settings import Settings
from zcdesk.ui.modules import DUTY, modules_for
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.workplace import Workplace
from zcdesk.ui.workplace_pages import ACCOUNT, ATTENTION, REPRINT

ROLES = tuple(role for role in Role if role is not Role.AUDITOR)  # who only reads acts nowhere
WHO = Clerk(staff_no="0777", name="吴工", roles=ROLES, departments=("区卫生健康委",))


@pytest.fixture
def place(page_desk, page_session, dressed):
    """Somebody with every role that acts, in a hall where something waits on most lists."""
    staff = people(page_session)
    for state in (CaseState.RECEIVED, CaseState.RETURNED, CaseState.SHELVED):
        bring(staff, state)
    with page_session.transaction() as tx:
        body = ClerkSet(
            staff_no=WHO.staff_no, name=WHO.name, roles=ROLES, departments=WHO.departments
        )
        tx.append(NewAct(subject=f"clerk:{WHO.staff_no}", body=body))
        done = BackedUp(station="3", position=1)
        tx.append(NewAct(subject="station:3", body=done))
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
        settings=Settings(),
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(page_session.as_clerk(WHO.staff_no), WHO)
    yield made
    made.end()


def unnamed(page: QWidget) -> list[str]:
    """Return what the keyboard reaches on a page and a screen reader has no words for."""
    found = []
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name).strip():
                found.append(f"{page.objectName()}: {type(widget).__name__} {widget.objectName()}")
    return found


def unspoken(page: QWidget) -> list[str]:
    """Return the lists whose rows are not one sentence ."""
    found = []
    for view in page.findChildren(RowsView):
        model = view.rows_model
        for no in range(model.rowCount()):
            said = model.data(model.index(no, 0), Qt.ItemDataRole.AccessibleTextRole)
            if view.isVisible() and (not said or "None" in said or "\n" in said):
                found.append(f"{view.accessibleName()}: {said!r}")
    return found


@pytest.mark.req("UX-56")
def test_every_page_names_its_controls_and_speaks_its_rows(place) -> None:
    shell, seen, rows, wrong = place.shell, 0, 0, []

    def hear(page: QWidget) -> None:
        nonlocal seen, rows
        QApplication.processEvents()
        seen += 1
        rows += sum(v.rows_model.rowCount() for v in page.findChildren(RowsView) if v.isVisible())
        wrong.extend(unnamed(page) + unspoken(page))
        focus = QApplication.focusWidget()
        assert focus is not None, page.objectName()
        assert shell.isAncestorOf(focus), page.objectName()
        if not focus.accessibleName():
            wrong.append(f"{page.objectName()}: the focus has no name")

    for name in (*(module.page for module in modules_for(ROLES)), ATTENTION, REPRINT, ACCOUNT):
        shell.show_page(name)
        if name == DUTY:
            for tab in shell.page(name).tabs:
                shell.page(name).show_tab(tab.name)
                hear(shell.page(name).current)
        else:
            hear(shell.page(name))
    assert not wrong, "\n".join(wrong)
    assert seen >= 28
    assert rows >= 60
