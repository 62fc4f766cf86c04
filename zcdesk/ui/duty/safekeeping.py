"""密钥与销毁: the recovery paper and whose data it opens; what was destroyed, with its proof.

The paper is printed at once and kept nowhere: never in the spool, never in a file of the desk.
Until the page is left it may be printed again, for a printer that ran out in the middle.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QHideEvent

from zcdesk.devices.kinds import DeviceKind
from zcdesk.domain.hall import Role
from zcdesk.domain.recovery import Escrow
from zcdesk.errors import CodedError, DeviceError
from zcdesk.ui.documents import exports
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.duty.saving import write
from zcdesk.ui.jobs import WORK, device
from zcdesk.ui.printing import NO_PRINTER
from zcdesk.ui.review.form import Answers, Ask
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import Column
from zcdesk.ui.widgets.chip import ChipState

if TYPE_CHECKING:
    from zcdesk.domain.papers import Paper
    from zcdesk.domain.papers_report import ErasurePaper
    from zcdesk.operations.erasing import Day
    from zcdesk.operations.recovery import Standing
    from zcdesk.ui.desk import Desk

PAPER, PROOF = "paper", "proof"
_PRINTERS = (DeviceKind.SECOND_PRINTER.value, DeviceKind.PRINTER.value)


class SafekeepingPage(Register):
    """The tab."""

    topics = frozenset({"recovery", "escrow", "erasure"})
    name = "safekeeping"
    icon = "lock"

    def __init__(self, desk: Desk) -> None:
        self._key: Any = None
        self._sheet: Paper | None = None
        self._trouble = ""
        super().__init__(desk)
        desk.locked.connect(self._forget)
        desk.session_changed.connect(self._forget)

    def heading(self) -> str:
        return self.tr("密钥与销毁")

    def calm(self) -> str:
        return self.tr("还没有可看的：恢复纸还没有做，或还没有销毁过到期的个人信息")

    def modes(self) -> Sequence[tuple[str, str]]:
        return ((PAPER, self.tr("数据恢复纸")), (PROOF, self.tr("销毁证明")))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("工作站或日期"), self._first, width=150, style="body"),
            Column(self.tr("情况"), lambda row: self._state(row).word, chip=self._state),
        )

    def key_of(self, row: Escrow | Day) -> Hashable:
        return row.file if isinstance(row, Escrow) else row.day

    def reading(self) -> Callable[..., Any]:
        operations = self._desk.operations
        standing: Callable[..., Any] = operations.recovery.standing
        days: Callable[..., Any] = operations.erasing.days
        return standing if self.mode == PAPER else days

    def rows_of(self, found: Standing | tuple[Day, ...]) -> Iterable[Escrow | Day]:
        if isinstance(found, tuple):
            return found
        self._key = found.key
        return found.sealed

    def tell(self, row: Escrow | Day) -> str:
        return "\n".join((*self._of_row(row), self._trouble)).strip()

    def _of_row(self, row: Escrow | Day) -> Iterator[str]:
        if isinstance(row, Escrow):
            yield from self._of_the_key()
            return
        counts = row.counts
        said = self.tr("个人信息 {n} 份、扫描页 {pages}、打印内容 {papers}、草稿 {drafts}").format(
            n=counts.records, pages=counts.pages, papers=counts.papers, drafts=counts.drafts
        )
        yield row.day
        yield said
        yield self.tr("依据：{rules}").format(rules="、".join(row.rules))
        yield self.tr("证明只有数量和摘要，不写任何人的信息。")

    def deeds(self, row: Escrow | Day | None) -> Sequence[Deed]:
        if self.mode == PAPER:
            return tuple(self._of_paper())
        return tuple(self._of_proof(row.day)) if row is not None and hasattr(row, "day") else ()

    def _of_the_key(self) -> Iterator[str]:
        key = self._key
        if key is None:
            yield self.tr("还没有恢复纸：密钥库一旦丢失，本机数据就打不开了")
            return
        mark = f"{key.mark[:4]}-{key.mark[4:]}"
        said = self.tr("现用恢复纸 {mark}，{day} 由 {who} 制作；更早的纸都已作废。")
        yield said.format(mark=mark, day=key.at[:10], who=key.by)
        yield self.tr("纸放保险柜，取用两人在场。本机和服务器都不存纸上的码。")

    def _of_paper(self) -> Iterator[Deed]:
        roles = self._desk.clerk.roles
        if not {Role.ADMINISTRATOR, Role.SECURITY} & set(roles):
            return
        if self._sheet is not None:
            standing = self._desk.operations.recovery.standing
            yield Deed(
                self.tr("再打一份"),
                (),
                lambda _: (standing, (), {}),  # who prints again may still read what it is about
                takes=lambda _: self._print(),
            )
        said = self.tr("新纸一做出来，旧纸立即作废。请两人在场，打两份，马上放进保险柜。")
        make = self._desk.operations.recovery.make
        yield Deed(
            self.tr("打印新的恢复纸"), (), lambda _: (make, (), {}), said, takes=self._on_made
        )
        keeping = self._desk.keeping
        if keeping is not None:
            file = Ask("file", self.tr("写到哪个新文件（U 盘上的 .pdf）"), needed=True, wide=True)
            shown = self.tr("已写出恢复纸 {mark}：打印两份后立即删除这个文件。旧纸已作废。")
            yield Deed(
                self.tr("恢复纸写成文件"),
                (file,),
                lambda a: (keeping.paper_file, (a["file"],), {}),
                said,
                shows=lambda mark: shown.format(mark=mark),
            )

    def _of_proof(self, day: str) -> Iterator[Deed]:
        proof = self._desk.operations.erasing.proof

        def ask(_: Answers) -> Call:
            return proof, (day,), {}

        yield Deed(self.tr("打印销毁证明"), (), ask, takes=self._send)
        yield Deed(self.tr("证明写成 PDF 文件"), (), ask, takes=self._write)

    # --- on paper ---

    def _on_made(self, paper: Paper) -> None:
        self._sheet = paper
        self.read()
        self._print()

    def _print(self) -> None:
        if self._sheet is not None:
            self._send(self._sheet)

    def _send(self, paper: Paper) -> None:
        """Print past the spool: what the spool holds is kept, and this must not be."""
        self._trouble = ""
        self._show_row(self.view.current)
        kind = next((k for k in _PRINTERS if _takes_a4(self._desk.devices.get(k))), "")
        if not kind:
            self._on_not_printed(DeviceError(NO_PRINTER))
            return
        printer = self._desk.devices[kind]
        self._desk.jobs.run(
            WORK,
            partial(_rendered, paper),
            owner=self,
            done=lambda data: self._desk.jobs.run(
                device(kind),
                partial(printer.print, data),
                owner=self,
                done=lambda _: self._desk.notices.note(self.tr("已送打印机，请看纸")),
                failed=self._on_not_printed,
            ),
            failed=self._on_not_printed,
        )

    def _on_not_printed(self, error: CodedError) -> None:
        told = self.tr("没有打印出来：{why}。离开本页前可以再打。")
        # What follows the first sentence is about a case at the counter.
        why = re.split(r"[。.;]", describe(error).text)[0]
        self._trouble = told.format(why=why)
        self._show_row(self.view.current)

    def _write(self, paper: ErasurePaper) -> None:
        path = exports(f"{paper.name}.pdf")
        self._desk.jobs.run(
            WORK,
            partial(write, path, partial(_rendered, paper)),
            owner=self,
            done=lambda path: self._desk.notices.note(
                self.tr("证明已写到 {path}").format(path=str(path))
            ),
        )

    # --- the state of a row ---

    def _first(self, row: Escrow | Day) -> str:
        return row.station if isinstance(row, Escrow) else row.day

    def _state(self, row: Escrow | Day) -> ChipState:
        if not isinstance(row, Escrow):
            said = self.tr("已销毁 {n} 份").format(n=row.counts.records)
            return ChipState("circle-check", said, Tone.OK)
        if self._key is not None and row.mark == self._key.mark:
            return ChipState("circle-check", self.tr("现用的恢复纸能打开"), Tone.OK)
        return ChipState("alert-triangle", self.tr("等该窗口下次打开"), Tone.WARN)

    def _forget(self) -> None:
        self._sheet, self._trouble = None, ""

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no code behind another page."""
        self._forget()
        super().hideEvent(event)


def _takes_a4(printer: Any) -> bool:
    return getattr(printer, "as_", "") == "pdf"


def _rendered(paper: Paper) -> bytes:
    from zcdesk import forms

    return forms.render(paper)
