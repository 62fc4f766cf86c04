"""The editor of one matter: its parts, checked while they are typed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk.catalogue.columns import BY_KEY
from zcdesk.catalogue.lint import Finding
from zcdesk.domain.matter import Matter
from zcdesk.ui import theme
from zcdesk.ui.catalogue.draft import Draft, by_field, place_of
from zcdesk.ui.catalogue.fields import FieldForm
from zcdesk.ui.catalogue.materials import MaterialsPart
from zcdesk.ui.catalogue.preview import PreviewPart
from zcdesk.ui.catalogue.words import MATERIALS, PARTS, PREVIEW
from zcdesk.ui.desk import Desk
from zcdesk.ui.widgets import Choice
from zcdesk.ui.widgets.front import Front
from zcdesk.ui.widgets.scroll import Scroll

EMPTY = Matter(key="", code="", name="", department="", categories=())
SOON_MS = 120
"""The check follows typing, not each letter of a burst."""


class MatterEditor(QWidget):
    """The fields of one matter.

    Attributes:
        draft: what is written, None before a matter is opened.

    Signals:
        checked(object): the findings, after each pause in typing and at the opening.
        touched(): something was typed.
    """

    checked = Signal(object)
    touched = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft: Draft | None = None
        self.strip = Choice(tuple((part.name, part.words) for part in PARTS), flows=True)
        self.strip.setAccessibleName(self.tr("事项的各部分"))
        self.materials = MaterialsPart(desk.keys)
        self.preview = PreviewPart(desk)
        self.forms: dict[str, FieldForm] = {}
        self._listed: dict[str, QWidget] = {MATERIALS: self.materials, PREVIEW: self.preview}
        self._stack = Front()
        for part in PARTS:
            if not part.fields:
                self._stack.addWidget(self._listed[part.name])
                continue
            form = FieldForm((BY_KEY[key] for key in part.fields), EMPTY)
            form.edited.connect(self._on_edited)
            self.forms[part.name] = form
            self._stack.addWidget(Scroll(form))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.check)
        self.materials.edited.connect(self._on_touched)
        self.strip.changed.connect(self._on_part)
        column = QVBoxLayout(self)
        theme.spaced(column, gap=8)
        column.addWidget(self.strip)
        column.addWidget(self._stack, 1)

    def show_matter(self, matter: Matter, *, read_only: bool = False) -> None:
        """Write at a matter from now on; what was typed before is gone."""
        self.show_draft(Draft(matter), read_only=read_only)

    def show_draft(self, draft: Draft, *, read_only: bool = False) -> None:
        """Go on writing where somebody was."""
        self.draft = draft
        for form in self.forms.values():
            form.fill(draft.values)
            form.set_read_only(read_only)
        self.materials.show_draft(draft, read_only=read_only)
        self.check()

    def check(self) -> tuple[Finding, ...]:
        """Check now; say what is found where it belongs."""
        self._soon.stop()
        if self.draft is None:
            return ()
        found = self.draft.findings()
        said = by_field(found)
        for form in self.forms.values():
            form.say(said)
        self.materials.say({field: words for field, words in said.items() if "[" in field})
        self.checked.emit(found)
        self._show_preview()
        return found

    def show_part(self, name: str) -> None:
        """Bring a part to the front."""
        self.strip.set_value(name)

    def next_part(self) -> None:
        """Go to the next part, around the end."""
        names = [part.name for part in PARTS]
        at = names.index(str(self.strip.value))
        self.show_part(names[(at + 1) % len(names)])
        self.begin()

    def begin(self) -> None:
        """Take the focus to the first field of the part in front, or the list of materials."""
        name = str(self.strip.value)
        if name == PREVIEW:
            self.preview.choice.setFocus()
        elif name != MATERIALS:
            next(iter(self.forms[name].fields.values())).edit.setFocus()
        elif self.materials.model.rowCount():
            self.materials.view.setFocus()
        else:
            self.materials.empty.setFocus()

    def go_to(self, field: str) -> None:
        """Take the focus to the field a finding names."""
        place, key = place_of(field)
        if place >= 0:
            self.show_part(MATERIALS)
            self.materials.go_to(key, place)
            return
        for name, form in self.forms.items():
            if key in form.fields:
                self.show_part(name)
                form.fields[key].edit.setFocus()

    def hideEvent(self, event: object) -> None:
        """Check nothing for a page nobody sees."""
        self._soon.stop()
        super().hideEvent(event)  # type: ignore[arg-type]

    def _on_part(self, name: object) -> None:
        self._stack.setCurrentIndex([part.name for part in PARTS].index(str(name)))
        self._show_preview()

    def _show_preview(self) -> None:
        """Make what the window will see, while somebody looks at it."""
        if self.draft is not None and self.strip.value == PREVIEW:
            self.preview.show_matter(self.draft.matter())

    def _on_edited(self, key: str, value: object) -> None:
        if self.draft is not None:
            self.draft.set(key, value)
            self._on_touched()

    def _on_touched(self) -> None:
        self._soon.start()
        self.touched.emit()
