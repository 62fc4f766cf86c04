"""The fee of one matter: its state, the payment code and the receipt number.

The program takes no money and names no sum (rules 3): it records codes and states.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from zcdesk.domain.case import Fee, FeeState
from zcdesk.domain.visit import Chosen
from zcdesk.ui import theme
from zcdesk.ui.widgets import CodeEdit, Combo, LineEdit, Text
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_STATES = {
    FeeState.NONE: QT_TRANSLATE_NOOP("fee", "未登记"),
    FeeState.DUE: QT_TRANSLATE_NOOP("fee", "待缴"),
    FeeState.PAID: QT_TRANSLATE_NOOP("fee", "已缴"),
    FeeState.REDUCED: QT_TRANSLATE_NOOP("fee", "减免"),
    FeeState.UNKNOWN: QT_TRANSLATE_NOOP("fee", "结果未知"),
}


class FeeEdit(QWidget):
    """One line for one matter.

    Signals:
        changed(Fee): something of it was changed.
    """

    changed = Signal(object)

    def __init__(self, chosen: Chosen, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fee = chosen.fee
        self.state = Combo()
        self.state.setObjectName(f"fee_state_{chosen.matter.key}")
        self.state.setAccessibleName(self.tr("缴费状态"))
        for state, text in _STATES.items():
            self.state.addItem(words("fee", text), state)
        self.state.setCurrentIndex(self.state.findData(chosen.fee.state))
        self.code = CodeEdit(self.tr("缴款码"))
        self.receipt = CodeEdit(self.tr("票据号"))
        self.reason = LineEdit(self.tr("减免依据"))
        for edit, text in (
            (self.code, chosen.fee.code),
            (self.receipt, chosen.fee.receipt),
            (self.reason, chosen.fee.reason),
        ):
            edit.setText(text)
            edit.setAccessibleName(edit.placeholderText())
            edit.editingFinished.connect(self._on_changed)
        row = QHBoxLayout(self)
        theme.spaced(row, gap=8)
        row.addWidget(Text(chosen.matter.name, "body", elide=True), 1)
        for widget in (self.state, self.code, self.receipt, self.reason):
            row.addWidget(widget)
        self.state.activated.connect(self._on_changed)
        self._show_parts()

    def _on_changed(self) -> None:
        state = FeeState(self.state.currentData())
        fee = Fee(
            state=state,
            code=self.code.text().strip(),
            receipt=self.receipt.text().strip() if state is FeeState.PAID else "",
            reason=self.reason.text().strip() if state is FeeState.REDUCED else "",
        )
        self._show_parts()
        if fee != self._fee:
            self._fee = fee
            self.changed.emit(fee)

    def _show_parts(self) -> None:
        state = FeeState(self.state.currentData())
        self.receipt.setVisible(state is FeeState.PAID)
        self.reason.setVisible(state is FeeState.REDUCED)
