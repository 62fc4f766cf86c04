"""工作站: which PC was copied when, which version it runs, what is rolled out and what is stuck."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from zcdesk.ui.duty.register import Deed, Register
from zcdesk.ui.review.form import Ask
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Column
from zcdesk.ui.widgets.chip import ChipState

if TYPE_CHECKING:
    from zcdesk.operations.releases import StationRow, View


class StationsPage(Register):
    """The tab."""

    topics = frozenset({"station", "release"})
    name = "stations"
    icon = "device-desktop"

    def heading(self) -> str:
        return self.tr("工作站")

    def modes(self) -> Sequence[tuple[str, str]]:
        return (("all", self.tr("全部工作站")),)

    def calm(self) -> str:
        return self.tr("还没有工作站联到大厅服务器")

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("窗口"), lambda r: r.station.name, width=80),
            Column(self.tr("版本"), self._version_text, width=170, chip=self._version),
            Column(self.tr("最近备份"), self._copied_text, chip=self._copied),
        )

    def key_of(self, row: StationRow) -> Hashable:
        return row.station.name

    def reading(self) -> Callable[..., Any]:
        return self._desk.operations.releases.view  # type: ignore[no-any-return]

    def rows_of(self, found: View) -> Iterable[StationRow]:
        return found.rows

    def tell(self, row: StationRow) -> str:
        one = row.station
        lines = [
            self.tr("{window} 号窗口").format(window=one.name),
            self.tr("最近备份：{time}").format(time=_time(one.backed_up)),
        ]
        if one.restored:
            lines.append(self.tr("从备份恢复：{time}").format(time=_time(one.restored)))
        if one.taken_out:
            lines.append(self.tr("导出全部数据：{time}").format(time=_time(one.taken_out)))
        if row.due:
            said = self.tr("{version} 自 {day} 起在下班时更新")
            lines.append(said.format(version=row.due, day=row.since))
        if one.stuck[0]:
            said = self.tr("{version} 没有装上（{code}），原来的版本照常")
            lines.append(said.format(version=one.stuck[0], code=one.stuck[1]))
        return "\n".join(lines)

    def deeds(self, row: StationRow | None) -> Sequence[Deed]:
        if row is None or not row.due:
            return ()
        stop = self._desk.operations.releases.stop
        asks = (Ask("reason", self.tr("为什么停"), needed=True, wide=True),)
        said = self.tr("不再推行，已更新的不变")
        return (Deed(self.tr("停止推行"), asks, lambda a: (stop, (), dict(a)), said),)

    def _version_text(self, row: StationRow) -> str:
        return self._version(row).word

    def _version(self, row: StationRow) -> ChipState:
        one = row.station
        if one.stuck[0]:
            said = self.tr("{version} 没装上").format(version=one.stuck[0])
            return ChipState("alert-triangle", said, Tone.WARN)
        if row.due and row.due != one.version:
            said = self.tr("{here} → {version}").format(here=one.version or "—", version=row.due)
            return ChipState("refresh", said, Tone.INFO)
        return ChipState("circle-check", one.version or self.tr("未知"), Tone.OK)

    def _copied_text(self, row: StationRow) -> str:
        return self._copied(row).word

    def _copied(self, row: StationRow) -> ChipState:
        if not row.station.backed_up:
            return ChipState("alert-triangle", self.tr("从未备份"), Tone.WARN)
        time = _time(row.station.backed_up)
        if row.is_copy_old:
            return ChipState("alert-triangle", self.tr("{time}，太久").format(time=time), Tone.WARN)
        return ChipState("circle-check", time, Tone.OK)


def _time(at: str) -> str:
    return at[:16].replace("T", " ") or "—"
