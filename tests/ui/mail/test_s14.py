"""S-14: a parcel from its waybill to the receipt through the real window, by keys alone."""

from __future__ import annotations

import pytest
from fix_catalogue import publish
from fix_pages import CARD
from PySide6.QtWidgets import QApplication

from zcdesk.domain.case import Case
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import Material, Matter, WindowCategory
from zcdesk.domain.message import MessageKind
from zcdesk.domain.parcel import Parcel, ParcelState
from zcdesk.forms.decode import decode
from zcdesk.operations import messages
from zcdesk.ui.counter.done import DonePage
from zcdesk.ui.workplace import Workplace

EMS = "EA123456789CN"
CEILING = 16


@pytest.fixture
def workplace(page_desk, page_session, dressed):
    matter = Matter(
        key="9-14",
        code="9014",
        name="个体工商户备案",
        department="区行政审批局",
        categories=(WindowCategory.SOCIAL,),
        promised_days=5,
        materials=(Material(name="备案申请书"), Material(name="经营场所说明")),
    )
    publish(page_session.as_clerk("0001"), matter)
    made = Workplace(
        session=page_session,
        jobs=page_desk.jobs,
        notices=page_desk.notices,
        devices=page_desk.devices,
    )
    dressed(made.shell, size=(1366, 697))
    made.begin(page_session, Clerk(staff_no="0312", name="张敏", roles=(Role.CLERK,)))
    yield made
    made.end()


@pytest.mark.req("UX-01", "UX-40", "R133")
def test_s14_mail_in_case(workplace, press, page_session, page_desk, clock) -> None:
    workplace.gate.scanned.emit(EMS)
    assert workplace.shell.current == "mail"
    press("F4")
    fields = workplace.shell.page("mail").register.fields
    for name, text in (("name", CARD.name), ("id_number", CARD.id_number)):
        fields[name].set_text(text)  # typing the sender is not counted, walking on is
        press("Enter")
    fields["phone"].set_text(CARD.phone)
    press("F9")
    assert workplace.shell.current == "counter"
    assert workplace.counter.open_visit.parcel == EMS
    assert workplace.counter.strip.number.full_text == "邮件"
    press("F6")
    press.type("9014")
    press("Enter", "A", "F9")
    clock.pass_(seconds=1)
    press("Enter")
    assert QApplication.activeModalWidget() is None
    assert workplace.counter.open_visit is None
    assert press.count <= CEILING, press.count
    with page_session.reading() as store:
        (case,) = (case for _, case in store.states(Case))
        parcel = next(one for _, one in store.states(Parcel))
    assert parcel.state is ParcelState.TAKEN
    assert [told.kind for told in messages.of_case(page_session, case.id)] == [MessageKind.RECEIVED]
    slip = decode(page_desk.devices["printer"].documents[-1], 48).text
    assert "收件通知书" in slip
    hint = workplace.counter.findChild(DonePage).hint.full_text
    assert "寄件人" in hint
    assert "双手" not in hint  # nobody is at the window
    assert "备案申请书" in slip
