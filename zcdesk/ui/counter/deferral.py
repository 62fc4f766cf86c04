"""The deferral editor (容缺): until when, at most when, and what follows if it comes late.

Dates come from the matter and the hall's policy (`domain.limits`), never from here.
"""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from zcdesk.domain.checklist import Row
from zcdesk.domain.limits import Deferral, LimitPolicy, check_deferral, deferral_due
from zcdesk.domain.visit import Visit, matters_of
from zcdesk.domain.worktime import WorkCalendar
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.ui import theme
from zcdesk.ui.bindings import Keys
from zcdesk.ui.counter.editors import Editor
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.field import CodeEdit
from zcdesk.ui.widgets.text import Text

_DATE = re.compile(r"(?:(\d{4})[-./年]?)?(\d{1,2})[-./月]?(\d{2}|\d)日?")


def deferral_of(
    visit: Visit, row: Row, calendar: WorkCalendar, policy: LimitPolicy, at: dt.datetime
) -> Deferral:
    """Return until when a row may be late: the strictest of the matters that want it.

    Raises:
        NotAllowed: its handbook does not allow it, or the promise leaves no day.
    """
    matters = matters_of(visit, visit.applicant)
    wanted = [matters[number - 1] for number in row.line.used_by]
    if not row.can_defer:
        raise NotAllowed("DEF-01", i=row.no, v=max((m.version for m in wanted), default=1))
    days = row.line.material.deferral_days
    found = [
        deferral_due(calendar, policy, days, matter.promised_days, at, matter.promised_unit)
        for matter in wanted
    ]
    strictest = min(found, key=lambda deferral: deferral.days)
    if not strictest.possible:
        raise NotAllowed("DEF-07", i=row.no, why=rule_words(strictest.why))
    return strictest


def parse_date(text: str, today: dt.date) -> dt.date | None:
    """Read a date as a clerk types it: 2026-12-01, 12-1, 1201; a day without year is the next."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day = match.groups()
    try:
        found = dt.date(int(year or today.year), int(month), int(day))
        if not year and found < today:
            found = dt.date(today.year + 1, int(month), int(day))
    except ValueError:
        return None
    return found


class DeferralEditor(Editor):
    """`open(row, deferral, at)`, then `due` holds the ISO date that was accepted."""

    def __init__(self, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(keys, "clock-hour-4", Tone.DEFER, parent)
        self._deferral: Deferral | None = None
        self._at: dt.datetime | None = None
        self.label = Text(self.tr("补齐期限"), "body")
        self.edit = CodeEdit()
        self.edit.setObjectName("deferral_date")
        self.edit.setAccessibleName(self.tr("补齐期限"))
        self.edit.textEdited.connect(lambda _text: self._say(""))
        theme.sized(self.edit, width=132)
        self.span = Text("", "body", Tone.NEUTRAL, elide=True)
        self.fix = Button("", key="")
        self.fix.setObjectName("deferral_latest")
        self.fix.clicked.connect(self._on_fix)
        self.message = Text("", "small", Tone.DANGER, wrap=True)
        self.late = Text(
            self.tr("逾期未补：终止办理并书面告知。承诺书在核对时打印，由申请人签字"),
            "small",
            Tone.NEUTRAL,
            elide=True,
        )
        for widget in (self.label, self.edit, self.fix):
            self.inputs.addWidget(widget)
        self.inputs.addWidget(self.span, 1)
        self.body.addWidget(self.message)
        self.body.addWidget(self.late)
        self.setFocusProxy(self.edit)

    @property
    def due(self) -> str:
        """The date entered, ISO."""
        found = parse_date(self.edit.text(), self._at.date()) if self._at else None
        return found.isoformat() if found else ""

    def open(self, row: Row, deferral: Deferral, at: dt.datetime) -> None:
        """Show the default date, ready for Enter."""
        self._deferral, self._at = deferral, at
        self.title.set_text(
            self.tr("{no} {name}：容缺，先收件、后补齐").format(no=row.no, name=row.name)
        )
        self.edit.setText(row.mark.due or deferral.default.due.isoformat())
        self.edit.selectAll()
        self.span.set_text(
            self.tr("最长 {n} 个工作日，即 {date} 前（{why}）").format(
                n=deferral.days, date=deferral.latest.due.isoformat(), why=rule_words(deferral.why)
            )
        )
        self._say("")
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Refuse a date that is none, too late, or not after today; offer the latest one."""
        assert self._deferral is not None
        assert self._at is not None
        wanted = parse_date(self.edit.text(), self._at.date())
        try:
            if wanted is None:
                raise Invalid("DEF-08", "deadline")
            check_deferral(self._deferral, self._at, wanted)
        except Invalid as wrong:
            self._say(describe(wrong).text)
            return False
        return True

    def _say(self, words: str) -> None:
        self.edit.mark_wrong(bool(words))
        self.message.set_text(words)
        self.message.setVisible(bool(words))
        self.fix.setVisible(bool(words))
        if words and self._deferral is not None:
            latest = self._deferral.latest.due.isoformat()
            self.fix.set_text(self.tr("改为 {date}").format(date=latest))

    def _on_fix(self) -> None:
        assert self._deferral is not None
        self.edit.setText(self._deferral.latest.due.isoformat())
        self._say("")
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
