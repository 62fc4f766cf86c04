"""The card of one matter beside the search: department, limit, papers, fee, where it is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from zcdesk.domain.matter import Matter, MatterType, Necessity, Secrecy
from zcdesk.domain.package import Package
from zcdesk.ui import theme
from zcdesk.ui.labels import unit_word
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Chip, ChipState, Line, Panel, Text
from zcdesk.ui.widgets.scroll import Scroll
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_TYPES = {
    MatterType.INSTANT: QT_TRANSLATE_NOOP("matter", "即办"),
    MatterType.PROMISED: QT_TRANSLATE_NOOP("matter", "承诺"),
}
_NAMES_SHOWN = 12
_PACKAGE = QT_TRANSLATE_NOOP("matter", "一件事")


def type_text(matter: Matter | Package) -> str:
    """即办, 承诺, or 一件事."""
    if isinstance(matter, Package):
        return words("matter", _PACKAGE)
    return words("matter", _TYPES[matter.effective_type])


class MatterCard(Panel):
    """`card.show_matter(matter, ("5",))`: `where` are other windows, empty when this one may."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("matter_card")
        self._name = Text("", "heading", wrap=True)
        self._where = Chip()
        self._sample = Chip()
        self._facts = QGridLayout()
        self._papers = Text("", "body", wrap=True)
        self._papers.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._values: list[Text] = []
        self._build()

    def show_matter(self, matter: Matter, where: tuple[str, ...] = ()) -> None:
        """Show a matter as its published version stands."""
        self._name.set_text(f"{matter.code} {matter.name}")
        self._where.set_state(self._place(matter, where))
        self._sample.set_state(self._sample_chip() if matter.is_sample else None)
        values = (
            matter.department,
            f"{type_text(matter)} · {self._limit(matter)}",
            self._counted(matter),
            matter.fee or self.tr("不收费"),
            self.tr("第 {v} 版 {day}").format(v=matter.version, day=matter.valid_from).strip(),
            "、".join(matter.aliases) or "—",
        )
        for label, value in zip(self._values, values, strict=True):
            label.set_text(value)
        names = [f"{no} {m.name}" for no, m in enumerate(matter.materials, 1)]
        more = len(names) - _NAMES_SHOWN
        lines = names[:_NAMES_SHOWN] + ([self.tr("另有 {n} 份").format(n=more)] if more > 0 else [])
        missing = self.tr("该事项还没有材料清单，收件时写明原因")
        self._papers.set_text("\n".join(lines) or missing)
        self._show(True)

    def show_package(
        self, package: Package, names: tuple[str, ...], where: tuple[str, ...] = ()
    ) -> None:
        """Show a 一件事 with the matters its answers can bring."""
        self._name.set_text(f"{package.code} {package.name}")
        self._where.set_state(self._place(package, where))
        self._sample.set_state(self._sample_chip() if package.is_sample else None)
        values = (
            package.department,
            self.tr("各事项分别计算"),
            self.tr("合并，每份只交一次"),
            self.tr("各事项分别收取"),
            self.tr("第 {v} 版 {day}").format(v=package.version, day="").strip(),
            "、".join(package.aliases) or "—",
        )
        for label, value in zip(self._values, values, strict=True):
            label.set_text(value)
        asked = self.tr("问 {n} 个问题，可能包括：").format(n=len(package.questions))
        self._papers.set_text("\n".join((asked, *(f"· {name}" for name in names))))
        self._show(True)

    def clear(self) -> None:
        """Show nothing."""
        self._show(False)

    def _build(self) -> None:
        theme.spaced(self._facts, gap=10, row_gap=4)
        self._facts.setColumnStretch(1, 1)
        labels = (
            self.tr("部门"),
            self.tr("时限"),
            self.tr("材料"),
            self.tr("收费"),
            self.tr("版本"),
            self.tr("又叫"),
        )
        for row, label in enumerate(labels):
            value = Text("", "body", wrap=True)
            self._values.append(value)
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(Text(label, "small", Tone.NEUTRAL), row, 0, top)
            self._facts.addWidget(value, row, 1)
        chips = QHBoxLayout()
        theme.spaced(chips, gap=6)
        chips.addWidget(self._where)
        chips.addWidget(self._sample)
        chips.addStretch(1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        theme.spaced(column, gap=8)
        column.addWidget(self._name)
        column.addLayout(chips)
        column.addLayout(self._facts)
        column.addWidget(Line())
        column.addWidget(self._papers)
        column.addStretch(1)
        self._inside = inside
        self.body.addWidget(Scroll(inside))

    def _show(self, on: bool) -> None:
        self._inside.setVisible(on)

    def _sample_chip(self) -> ChipState:
        return ChipState("info-circle", self.tr("示例，待部门确认"), Tone.WARN)

    def _place(self, matter: Matter | Package, where: tuple[str, ...]) -> ChipState:
        if matter.secrecy is Secrecy.SECRET:
            return ChipState("lock", self.tr("请到专业窗口"), Tone.DANGER)
        if not where:
            return ChipState("circle-check", self.tr("本窗口可办"), Tone.OK)
        if not any(where):
            return ChipState("ban", self.tr("本厅不办"), Tone.WARN)
        words = self.tr("请到 {w} 号窗口").format(w="、".join(where))
        return ChipState("arrow-forward-up", words, Tone.WARN)

    def _limit(self, matter: Matter) -> str:
        if matter.promised_days is None:
            return self.tr("时限以部门确认为准")
        if matter.promised_days == 0:
            return self.tr("当场办结")
        return self.tr("{n} 个{unit}").format(
            n=matter.promised_days, unit=unit_word(matter.promised_unit)
        )

    def _counted(self, matter: Matter) -> str:
        if not matter.has_list:
            return "—"
        shared = sum(m.waived for m in matter.materials)
        late = sum(m.necessity is Necessity.DEFERRABLE for m in matter.materials)
        text = self.tr("{n} 份").format(n=len(matter.materials))
        if shared:
            text += self.tr("，共享 {n}").format(n=shared)
        return text + (self.tr("，可容缺 {n}").format(n=late) if late else "")
