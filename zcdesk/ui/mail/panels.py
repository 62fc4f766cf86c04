"""What stands beside the list but for the register: signing for, answering, striking out."""

from __future__ import annotations

from zcdesk.ui.bindings import Keys
from zcdesk.ui.mail.fields import Fields
from zcdesk.ui.widgets.field import CodeEdit, Field, LineEdit


class Signing(Fields):
    """A department signs for its parcels: by secret, or on paper by name."""

    def __init__(self, keys: Keys) -> None:
        fields = {
            "staff_no": Field("", CodeEdit()),
            "secret": Field("", CodeEdit(secret=True)),
            "taker": Field("", LineEdit()),
        }
        super().__init__("", fields, keys, "taker")
        self.set_title(self.tr("部门签收"))
        self.name("staff_no", self.tr("领取人工号"))
        self.name("secret", self.tr("领取人口令"))
        self.name("taker", self.tr("没有工号的，填姓名并在纸面签收"))
        self.said.set_text(self.tr("同一部门等着的件一次领走；交出人已登录即签字"))


class Posting(Fields):
    """The printed answer goes off under a waybill of its own."""

    def __init__(self, keys: Keys) -> None:
        super().__init__("", {"waybill": Field("", CodeEdit(upper=True))}, keys, "answer")
        self.set_title(self.tr("回寄答复"))
        self.name("waybill", self.tr("回寄信封的运单号"))
        self.said.set_text(self.tr("把打印好的文书装入信封，扫它的面单"))


class Voiding(Fields):
    """A parcel registered by mistake is struck out with its reason."""

    def __init__(self, keys: Keys) -> None:
        super().__init__("", {"reason": Field("", LineEdit())}, keys, "void")
        self.set_title(self.tr("登记作废"))
        self.name("reason", self.tr("为什么作废"))
