"""工作站: which PC was copied when, which version it runs, what is rolled out and what is stuck."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from zcdesk.domain.hall import Role
from zcdesk.domain.release import Release
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Column
from zcdesk.ui.widgets.chip import ChipState

if TYPE_CHECKING:
    from zcdesk.operations.releases import StationRow, View
    from zcdesk.ui.keeping import Keeping


class StationsPage(Register):
    """The tab."""

    topics = frozenset({"station", "release"})
    name = "stations"
    icon = "device-desktop"
    _release = Release()

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
        self._release = found.release
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
        return "\n".join((*lines, *self._of_the_hall()))

    def _of_the_hall(self) -> Iterator[str]:
        """Whose updates count, and how far what is rolled out has come."""
        known = self._release
        if known.public:
            yield self.tr("本厅只用这个公钥签名的更新：{key}…").format(key=known.public[:16])
        else:
            yield self.tr("还没有认定发布公钥，任何更新都不会装")
        if known.rollout is not None:
            version = known.rollout.version
            done = sum(row.station.version == version for row in self.model.rows)
            said = self.tr("正在推行 {version}：{n} / {all} 台已更新")
            yield said.format(version=version, n=done, all=len(self.model.rows))

    def deeds(self, row: StationRow | None) -> Sequence[Deed]:
        keeping = self._desk.keeping
        if Role.ADMINISTRATOR not in self._desk.clerk.roles:
            return ()
        made: list[Deed] = []
        if row is not None and row.due:
            made.append(self._stopping())
        if keeping is not None:
            made += self._deciding(keeping)
            if row is not None and row.station.name == self._desk.session.store.station.name:
                made += self._of_this_pc(keeping)
        return tuple(made)

    def _stopping(self) -> Deed:
        stop = self._desk.operations.releases.stop
        asks = (Ask("reason", self.tr("为什么停"), needed=True, wide=True),)
        said = self.tr("不再推行，已更新的不变")
        return Deed(self.tr("停止推行"), asks, lambda a: (stop, (), dict(a)), said)

    def _deciding(self, keeping: Keeping) -> Iterator[Deed]:
        """What is decided for the whole hall."""
        first = self.tr("先在这些窗口（用、分开；空着就是全部）")
        asks = (
            Ask("folder", self.tr("更新包所在的文件夹（U 盘或共享）"), needed=True, wide=True),
            Ask("since", self.tr("从哪天起（空着就是今天）"), Way.DAY),
            Ask("first", first),
            Ask("rest_since", self.tr("其余窗口从哪天起"), Way.DAY),
        )
        said = self.tr("签名核对无误才推行；各窗口在下班离开时自行更新，可装回上一版本。")
        yield Deed(self.tr("推行新版本"), asks, partial(_rolling, keeping), said)
        file = Ask("file", self.tr("发布方的 release.pub 文件"), needed=True, wide=True)
        said = self.tr("认定后，各窗口只装用它签名的更新。请先与发布方电话核对前 16 位。")
        yield Deed(
            self.tr("认定发布公钥"), (file,), lambda a: (keeping.trust, (a["file"],), {}), said
        )

    def _of_this_pc(self, keeping: Keeping) -> Iterator[Deed]:
        yield Deed(
            self.tr("现在备份本机"),
            (),
            lambda _: (keeping.copy, (), {}),
            shows=lambda path: self.tr("已备份并核对：{path}").format(path=path),
        )
        if self._desk.syncing is not None:
            said = self.tr(
                "这个窗口换到另一台电脑：本机的记录先全部上报，然后给出新电脑用的一次性接入码，"
                "本机从此不能再收件。"
            )
            check = self._desk.operations.moving.check
            yield Deed(
                self.tr("把窗口迁到另一台电脑"),
                (),
                lambda _: (check, (), {}),
                said,
                takes=lambda _: keeping.leave(),
            )

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


def _rolling(keeping: Keeping, said: Answers) -> Call:
    first = tuple(name for name in re.split(r"[、,，\s]+", str(said["first"])) if name)
    named = {"since": said["since"], "first": first, "rest_since": said["rest_since"]}
    return keeping.roll_out, (said["folder"],), named


def _time(at: str) -> str:
    return at[:16].replace("T", " ") or "—"
