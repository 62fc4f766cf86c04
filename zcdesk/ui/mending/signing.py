"""The applicant signs on the citizen's screen what an act of the case page asks them to sign.

A signature counts for the lines it was drawn under: where the reason changed after it, it is
dropped and asked for again. It is a 手写签名影像, nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QLineEdit

from zcdesk.ui.desk import Desk
from zcdesk.ui.mending.act_form import ActForm
from zcdesk.ui.mending.offers import ON_SCREEN, SIGNING
from zcdesk.ui.second.lines import Line, digest
from zcdesk.ui.texts import message
from zcdesk.ui.theme import Tone

if TYPE_CHECKING:
    from zcdesk.operations.casefile import CasePage
    from zcdesk.operations.casework import Signed


class ScreenSigning(QObject):
    """Asks for the signature while a form with the choice `SIGNING` is open."""

    def __init__(self, desk: Desk, form: ActForm) -> None:
        super().__init__(form)
        self._desk = desk
        self._form = form
        self._page: CasePage | None = None
        self._kept: tuple[bytes, str] | None = None
        self._is_shown = False
        form.seen.connect(self._on_seen)

    def begin(self, page: CasePage) -> None:
        """A form was opened on a case; without a screen or the choice there is nothing to do."""
        self.end()
        field = self._form.fields.get(SIGNING)
        second = self._desk.second
        if field is None or second is None or second.screen is None:
            if field is not None:
                field.hide()
            return
        self._page = page
        choice, reason = field.edit, self._form.fields["reason"].edit
        assert isinstance(choice, QComboBox)
        assert isinstance(reason, QLineEdit)
        if self._desk.policy.case.screen_signature:
            choice.setCurrentIndex(choice.findData(ON_SCREEN))
        choice.currentIndexChanged.connect(self.look)
        reason.editingFinished.connect(self.look)
        self.look()

    def look(self) -> None:
        """Show the citizen what is to be signed, or nothing."""
        second, page = self._desk.second, self._page
        if second is None or page is None:
            return
        lines = self._lines(page)
        if self._kept is not None and self._kept[1] != digest(lines):
            self._kept = None
        asked = self._is_shown and self._is_on_screen and self._kept is None
        if asked and self._form.fields["reason"].text().strip():
            second.ask_signature(self.tr("请核对并签名"), lines, self._on_signed)
        else:
            second.forget_signature(self._on_signed)
        signed = self.tr("已屏签（手写签名影像）") if self._kept is not None else ""
        self._form.fields[SIGNING].say(signed, Tone.OK)

    def end(self) -> None:
        """Forget who signed."""
        self._page = self._kept = None
        if self._desk.second is not None:
            self._desk.second.forget_signature(self._on_signed)

    def is_lacking(self) -> bool:
        """Tell in place that the signature on the screen is still missing."""
        self.look()
        if self._page is None or not self._is_on_screen or self._kept is not None:
            return False
        self._form.fields[SIGNING].say(message("MND-07").text)
        return True

    @property
    def signed(self) -> Signed | None:
        """What was signed on the screen; None = on the paper."""
        if self._page is None or not self._is_on_screen or self._kept is None:
            return None
        from zcdesk.operations.casework import Signed  # loads the store

        return Signed(png=self._kept[0], shown=self._kept[1])

    @property
    def _is_on_screen(self) -> bool:
        choice = self._form.fields[SIGNING].edit
        return isinstance(choice, QComboBox) and choice.currentData() == ON_SCREEN

    def _lines(self, page: CasePage) -> tuple[Line, ...]:
        intake = page.case.intake
        name = page.party.name if page.party else ""
        found = (
            Line(self.tr("文书"), self.tr("撤回申请书")),
            Line(self.tr("申请人"), name),
            Line(self.tr("办件编号"), intake.number),
            Line(self.tr("撤回什么"), intake.matter_name),
            Line(self.tr("原因"), self._form.fields["reason"].text().strip()),
            Line(self.tr("请留意"), self.tr("撤回后本次办理终止，可以重新申请"), "defer"),
        )
        return tuple(line for line in found if line.text)

    def _on_signed(self, png: bytes, shown: str) -> None:
        if self._page is not None:
            self._kept = (png, shown)
            self.look()

    def _on_seen(self, is_shown: bool) -> None:
        """Nothing of anybody stays on the citizen's screen while the form is out of sight."""
        self._is_shown = is_shown
        self.look()
