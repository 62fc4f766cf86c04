"""The two tables of the hand-over desk: departments with their slots, and the cases of one pile."""

from __future__ import annotations

from zcdesk.ui.desk import Desk
from zcdesk.ui.handover.words import Line, Mark, Stack, due_chip, mark_chip, said
from zcdesk.ui.widgets.chip import ChipState, chips_width
from zcdesk.ui.widgets.rows import RIGHT, Column, RowsModel
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_HEADS = (
    QT_TRANSLATE_NOOP("handover", "部门"),
    QT_TRANSLATE_NOOP("handover", "件"),
    QT_TRANSLATE_NOOP("handover", "截止"),
    QT_TRANSLATE_NOOP("handover", "状态"),
    QT_TRANSLATE_NOOP("handover", "件号"),
    QT_TRANSLATE_NOOP("handover", "事项"),
    QT_TRANSLATE_NOOP("handover", "申请人"),
    QT_TRANSLATE_NOOP("handover", "份"),
    QT_TRANSLATE_NOOP("handover", "待移交的部门"),
    QT_TRANSLATE_NOOP("handover", "这一批的件"),
    QT_TRANSLATE_NOOP("handover", "{n} 容缺 {m}"),
)


def stacks_view(desk: Desk) -> RowsView:
    """Departments and lists to sign, the nearest first."""

    def chip(row: Stack) -> ChipState:
        return due_chip(row, desk.now(), desk.policy.limits.slot_warning_minutes)

    model: RowsModel[Stack] = RowsModel(
        (
            Column(said("部门"), lambda row: row.department),
            Column(said("件"), lambda row: str(row.cases), RIGHT, 44),
            Column(said("截止"), lambda row: chip(row).word, width=112, chip=chip),
        ),
        lambda row: row.key,
    )
    view = RowsView(model)
    view.setObjectName("handover_stacks")
    view.setAccessibleName(said("待移交的部门"))
    return view


def lines_view() -> RowsView:
    """The cases of one pile, in the order they were taken in."""
    marks = [mark_chip(mark).word for mark in Mark]
    model: RowsModel[Line] = RowsModel(
        (
            Column(
                said("状态"),
                lambda x: mark_chip(x.mark).word,
                width=chips_width(90, marks),
                chip=lambda x: mark_chip(x.mark),
            ),
            Column(said("件号"), lambda x: x.case.number, width=182, style="body"),
            Column(said("事项"), lambda x: said(x.reason) if x.reason else x.case.matter),
            Column(said("申请人"), lambda x: x.case.name, width=76, style="body"),
            Column(said("份"), _papers, RIGHT, 100, style="body"),
        ),
        lambda x: x.case.case,
    )
    view = RowsView(model)
    view.setObjectName("handover_lines")
    view.setAccessibleName(said("这一批的件"))
    return view


def _papers(line: Line) -> str:
    case = line.case
    if not case.deferred:
        return str(case.papers)
    return said("{n} 容缺 {m}").format(n=case.papers, m=case.deferred)
