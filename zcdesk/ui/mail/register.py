"""来件登记: number, whom it is for, who sent it, how they are answered."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from zcdesk.domain.parcel import Reply, Sender
from zcdesk.ui.bindings import Keys
from zcdesk.ui.mail.fields import Fields
from zcdesk.ui.mail.words import reply_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Combo, Field, LineEdit, Spin
from zcdesk.ui.widgets.text import Text

PAGES_MOST = 9999
WINDOW, DEPARTMENT = "window", "department"


class Register(Fields):
    """Takes what stands on a parcel; `value` is what `operations.parcels.register` wants."""

    def __init__(self, keys: Keys) -> None:
        self.waybill = CodeEdit(upper=True)
        fields = {
            "waybill": Field("", self.waybill),
            "name": Field(""),
            "id_number": Field("", CodeEdit(upper=True)),
            "phone": Field("", CodeEdit()),
            "address": Field("", LineEdit()),
            "code": Field("", CodeEdit(upper=True)),
        }
        super().__init__("", fields, keys, "parcel")
        self.set_title(self.tr("来件登记"))
        self.name("waybill", self.tr("运单号（平信留空）"))
        self.name("name", self.tr("寄件人"))
        self.name("id_number", self.tr("证件号码或统一社会信用代码"))
        self.name("phone", self.tr("手机"))
        self.name("address", self.tr("地址"))
        self.name("code", self.tr("优先号凭码（按告知补寄时填）"))
        self.to = Choice(((WINDOW, self.tr("寄给窗口")), (DEPARTMENT, self.tr("寄给部门"))))
        self.department = Field(self.tr("部门"), Combo())
        self.pages = Field(self.tr("页数"), Spin(0, PAGES_MOST))
        self.reply = Choice(tuple((reply, reply_word(reply)) for reply in Reply))
        self.reply_label = Text(self.tr("怎样答复寄件人"), "small", Tone.NEUTRAL)
        self.column.insertWidget(1, self.to)
        self.column.insertWidget(2, self.department)
        self.column.addWidget(self.pages)
        self.column.addWidget(self.reply_label)
        self.column.addWidget(self.reply)
        walk = (self.waybill, self.to, self.department.edit, fields["name"].edit)
        for before, after in pairwise(walk):  # as they stand, not as they were made
            self.setTabOrder(before, after)
        self.to.changed.connect(lambda _: self._on_to())
        self._on_to()

    @property
    def is_for_window(self) -> bool:
        """Whether it is opened here."""
        return self.to.value == WINDOW

    @property
    def value(self) -> dict[str, Any]:
        """Everything but the sender, as the operation names it."""
        combo, spin = self.department.edit, self.pages.edit
        assert isinstance(combo, Combo)
        assert isinstance(spin, Spin)
        return {
            "waybill": self.text("waybill"),
            "pages": spin.value() if self.is_for_window else 0,
            "department": "" if self.is_for_window else combo.currentText(),
            "reply": self.reply.value,
        }

    @property
    def who(self) -> Sender:
        """Who sent it."""
        only_name = not self.is_for_window
        return Sender(
            name=self.text("name"),
            id_number="" if only_name else self.text("id_number"),
            phone="" if only_name else self.text("phone"),
            address="" if only_name else self.text("address"),
        )

    def set_departments(self, names: tuple[str, ...]) -> None:
        """Offer the departments of the catalogue, keeping the one chosen."""
        combo = self.department.edit
        assert isinstance(combo, Combo)
        chosen = combo.currentText()
        combo.clear()
        combo.addItems(names)
        if chosen in names:
            combo.setCurrentText(chosen)

    def begin(self, waybill: str = "") -> None:
        """Take the next parcel; its sender is typed."""
        self.clear()
        self.pages.edit.setValue(0)  # type: ignore[attr-defined]
        self.to.set_value(WINDOW)
        self.reply.set_value(Reply.MESSAGE)
        self.fields["waybill"].set_text(waybill)
        self.fields["name" if waybill else "waybill"].setFocus()

    def _on_to(self) -> None:
        opened = self.is_for_window
        self.department.setVisible(not opened)
        for name in ("id_number", "phone", "address", "code"):
            self.fields[name].setVisible(opened)
        for widget in (self.pages, self.reply_label, self.reply):
            widget.setVisible(opened)
        at_window = self.tr("像到窗口一样办理，不占号")
        self.said.set_text(at_window if opened else self.tr("不拆封，部门签收后领走"))
