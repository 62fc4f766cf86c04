"""The guidance panel: what the row under the cursor asks, and what was noted about it.

Everything here is the handbook's or the clerk's; a list no department has confirmed says 示例.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from zcdesk.domain.checklist import Row, RowState
from zcdesk.domain.matter import Matter, Necessity
from zcdesk.domain.visit import Visit, matters_of
from zcdesk.ui import theme
from zcdesk.ui.counter import rowtext
from zcdesk.ui.counter.matter_tile import limit_text
from zcdesk.ui.keys import CAPS
from zcdesk.ui.record_words import record_words
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.panel import Panel
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.words import joined, listed

Fact = tuple[str, str, str]
"""Label, words, type style."""


class Guidance(Panel):
    """Shows the row under the cursor.

    Attributes:
        mistakes: name of a paper → what it was sent back for; filled where somebody learns.

    Signals:
        scan_wanted(): the button S.
    """

    scan_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("guidance_panel")
        self._compact = False
        self._lines: list[tuple[Text, Text]] = []
        self._told_last: tuple[str, list[Fact]] | None = None
        self.mistakes: dict[str, tuple[str, ...]] = {}
        self.heading = Text("", "heading", wrap=True)
        self._facts = QWidget()
        self._grid = QGridLayout(self._facts)
        theme.spaced(self._grid, gap=10, row_gap=6)
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        column = QVBoxLayout(inner)
        theme.spaced(column, gap=8)
        column.addWidget(self._facts)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        for ground in (self._scroll.viewport(), inner):
            ground.setAutoFillBackground(False)
        self.pages = _Pages()
        self.scan = Button(self.tr("扫描本项"), icon="scan", key="checklist.scan")
        self.scan.setObjectName("guidance_scan")
        self.scan.clicked.connect(self.scan_wanted)
        self.body.addWidget(self.heading)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.pages)
        self.body.addWidget(self.scan)

    @property
    def words(self) -> str:
        """All that is shown, for screen readers and tests."""
        labels = self._facts.findChildren(Text)
        return " ".join(label.full_text for label in labels if not label.isHidden())

    def set_compact(self, compact: bool) -> None:
        """Leave the picture of the scan out where there is little height."""
        self._compact = compact
        self.pages.setVisible(not compact and not self.scan.isHidden())

    def show_row(self, visit: Visit, row: Row | None, scan: QPixmap | None = None) -> None:
        """Show what `row` asks; None empties the panel.

        Args:
            scan: picture of the last page scanned, while it is at hand.
        """
        self.scan.setVisible(row is not None)
        self.pages.setVisible(row is not None and not self._compact)
        if row is None:
            self._tell(self.tr("办理指引"), [])
            return
        self._tell(f"{row.no} {row.name}", self._told(visit, row))
        self.pages.show_pages(len(row.mark.pages), scan)

    def show_matter(self, matter: Matter) -> None:
        """Show what a matter is, before it is taken."""
        self.scan.hide()
        self.pages.hide()
        waived = sum(material.waived for material in matter.materials)
        papers = self.tr("{n} 份").format(n=len(matter.materials))
        if waived:
            papers = self.tr("{n} 份，其中免交 {k} 份").format(n=len(matter.materials), k=waived)
        facts = (
            (self.tr("部门"), limit_text(matter), "small"),
            (self.tr("材料"), papers if matter.has_list else self.tr("没有清单"), "small"),
            (self.tr("收费"), matter.fee, "small"),
            (self.tr("结果"), matter.result, "small"),
            (self.tr("依据"), matter.legal_basis, "small"),
            (self.tr("版本"), self._version(str(matter.version), matter.is_sample), "small"),
        )
        self._tell(matter.name, [fact for fact in facts if fact[1]])

    def _tell(self, heading: str, facts: list[Fact]) -> None:
        """Show heading and facts in the labels there are; only what differs is drawn again."""
        if (heading, facts) == self._told_last:
            return
        self._told_last = (heading, facts)
        self.heading.set_text(heading)
        while len(self._lines) < len(facts):
            self._lines.append(self._line(len(self._lines)))
        for line, (name, told) in enumerate(self._lines):
            name.setVisible(line < len(facts))
            told.setVisible(line < len(facts))
            if line < len(facts):
                label, text, style = facts[line]
                name.set_text(label)
                told.set_style(style)
                told.set_text(text)
        self._scroll.verticalScrollBar().setValue(0)

    def _line(self, line: int) -> tuple[Text, Text]:
        name, told = Text("", "small", Tone.NEUTRAL), Text("", "small", None, wrap=True)
        self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(told, line, 1)
        return name, told

    def _told(self, visit: Visit, row: Row) -> list[Fact]:
        matters = matters_of(visit, visit.applicant)
        users = tuple(matters[number - 1] for number in row.line.used_by)
        found = [
            *self._of_paper(row),
            *self._of_mark(row),
            *self._of_handbook(row, users, [c.newer for c in visit.matters if c.matter in users]),
        ]
        if len(matters) > 1 and users:
            found.insert(1, (self.tr("用于"), "、".join(m.name for m in users), "small"))
        return [fact for fact in found if fact[1]]

    def _of_paper(self, row: Row) -> list[Fact]:
        material = row.line.material
        asked = [material.acceptance or rowtext.form_text(row)]
        if material.needs_signature:
            asked.append(self.tr("须签字"))
        if material.needs_seal:
            asked.append(self.tr("须盖章"))
        compare = (
            self.tr("看原件，收复印件，两者一致按 {keys[checklist.compared]}").format(keys=CAPS)
            if row.compares
            else ""
        )
        condition = material.condition
        if material.necessity is Necessity.CONDITIONAL:
            condition = condition or self.tr(
                "视情形提交；不涉及按 {keys[checklist.not_applicable]} 并选原因"
            ).format(keys=CAPS)
        return [
            (self.tr("要求"), listed(asked), "small"),
            (self.tr("核验"), compare, "small_strong"),
            (self.tr("情形"), condition, "small_strong"),
            (self.tr("代替"), "、".join(row.line.replaces), "small"),
            (self.tr("来源"), self._source(row), "small"),
            (self.tr("容缺"), self._deferral(row), "small"),
        ]

    def _of_mark(self, row: Row) -> list[Fact]:
        mark = row.mark
        state = rowtext.state_word(mark.state)
        signed = {
            "": self.tr("承诺未签"),
            "paper": self.tr("承诺书已签"),
            "screen": self.tr("屏上已签"),
        }[mark.signed]
        due = self.tr("{date} 前补齐，{signed}").format(date=mark.due, signed=signed)
        answer = self.tr("{name}：{words}").format(name=mark.officer, words=mark.answer or state)
        return [
            (state, record_words(mark.reason), "small_strong"),
            (state, due if mark.state is RowState.DEFERRED else "", "small_strong"),
            (state, mark.since if mark.state is RowState.ON_FILE else "", "small"),
            (self.tr("部门"), answer if mark.officer else "", "small"),
            (self.tr("备注"), record_words(mark.note), "small_strong"),
        ]

    def _of_handbook(
        self, row: Row, users: tuple[Matter, ...], newer_versions: list[int]
    ) -> list[Fact]:
        material = row.line.material
        basis = material.legal_basis or joined(
            dict.fromkeys(m.legal_basis for m in users if m.legal_basis)
        )
        sample = any(matter.is_sample for matter in users)
        version = ""
        if users:
            version = self._version("、".join(dict.fromkeys(str(m.version) for m in users)), sample)
            newer = max(newer_versions, default=0)
            if newer:
                version += self.tr("；已有第 {v} 版，本件按原版办完").format(v=newer)
        return [
            (self.tr("依据"), basis, "small"),
            (self.tr("说明"), material.note, "small"),
            (self.tr("版本"), version, "small_strong" if sample else "small"),
            (self.tr("样表"), material.sample, "small"),
            (self.tr("常见错误"), joined(self.mistakes.get(row.name, ())), "small_strong"),
        ]

    def _version(self, number: str, sample: bool) -> str:
        text = self.tr("第 {v} 版").format(v=number)
        return text + self.tr(" · 示例，待部门确认") if sample else text

    def _source(self, row: Row) -> str:
        material = row.line.material
        if row.line.voluntary:
            return self.tr("申请人自愿补充，不计入应交材料")
        text = rowtext.source_text(row)
        if row.mark.demanded:
            return self.tr("可以共享，已按原因收纸质")
        if material.reason:
            return self.tr("{source}（可共享，仍收：{reason}）").format(
                source=text, reason=material.reason
            )
        return text

    def _deferral(self, row: Row) -> str:
        if row.line.voluntary:
            return ""
        if not row.can_defer:
            return self.tr("不可容缺")
        days = row.line.material.deferral_days
        if days is None:
            return self.tr("可容缺")
        return self.tr("可容缺，最长 {n} 个工作日").format(n=days)


class _Pages(QWidget):
    """The place of the scan: dashed while there is none, the last page when it is at hand."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._picture: QPixmap | None = None
        self.setAccessibleName("")
        theme.sized(self, min_height=84)

    def show_pages(self, count: int, picture: QPixmap | None) -> None:
        self._count, self._picture = count, picture
        self.setAccessibleName(self._words())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        at = theme.look(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = self.rect().adjusted(1, 1, -1, -1)
        style = Qt.PenStyle.SolidLine if self._count else Qt.PenStyle.DashLine
        painter.setPen(QPen(at.colour("border"), 1, style))
        painter.drawRoundedRect(frame, 8, 8)
        if self._picture is not None and not self._picture.isNull():
            room = frame.adjusted(4, 4, -4, -4)
            ratio = self.devicePixelRatioF()
            shown = self._picture.scaled(
                room.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            shown.setDevicePixelRatio(ratio)
            spot = shown.deviceIndependentSize()
            left = room.x() + (room.width() - spot.width()) / 2
            painter.drawPixmap(int(left), room.y(), shown)
            return
        side = at.px(24)
        metrics = painter.fontMetrics()
        top = (self.height() - side - metrics.height() - at.space(4)) / 2
        icon = "file-check" if self._count else "scan"
        theme.paint_icon(painter, icon, at.tokens.text2, (self.width() - side) / 2, top, side)
        painter.setFont(at.font("small"))
        painter.setPen(at.colour("text2"))
        words = frame.adjusted(0, int(top) + side + at.space(2), 0, 0)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, flags, self._words())

    def _words(self) -> str:
        if not self._count:
            return self.tr("尚未扫描")
        return self.tr("已扫 {n} 页").format(n=self._count)
