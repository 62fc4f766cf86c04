"""The tables and the pairs that several papers share.

Never words that only one paper says: those stand in `content`.
"""

from __future__ import annotations

from datetime import datetime

from zcdesk.domain.papers import (
    CustodyLine,
    LackLine,
    MaterialLine,
    MatterLine,
    PaperHead,
    Party,
    day_text,
)
from zcdesk.forms.blocks import Align, Column, Pair, Pairs, Row, Slip, Table

DASH = "—"
NUMBER = Column("序号", 7, slip=Slip.LEAD)


def pairs(
    head: PaperHead,
    party: Party,
    verb: str,
    matters: tuple[MatterLine, ...] = (),
    extra: tuple[Pair, ...] = (),
    name_label: str = "申请人",
) -> Pairs:
    """Say who applied, who came, and who took it in when and where."""
    agent = f"{party.agent_name}（{party.agent_kind}）" if party.agent_kind else party.agent_name
    phone = party.agent_phone_masked or party.phone_masked
    pairs = [
        Pair(name_label, party.name),
        Pair(party.id_label or "证件号码", party.id_masked or DASH),
        Pair("经办人", agent or "本人"),
    ]
    place = (
        Pair(f"{verb}窗口", f"{head.window}　{head.clerk}".strip("　")),
        Pair(f"{verb}时间", moment(head.at)),
    )
    if party.agent_id_masked:
        agent_id = Pair(party.agent_id_label or "证件号码", party.agent_id_masked)
        pairs += [agent_id, *place, Pair("联系电话", phone)]
    else:
        pairs += [Pair("联系电话", phone), *place]
    pairs.append(Pair("身份核验", party.identity_note))
    if len(matters) == 1 and matters[0].platform_number is not None:
        pairs.append(Pair("平台编号", matters[0].platform_number or "待登记"))
    return Pairs(tuple(pair for pair in (*pairs, *extra) if pair.value))


def matters(matters: tuple[MatterLine, ...], *, limits: bool) -> Table:
    columns: tuple[Column, ...] = (
        NUMBER,
        Column("办理事项", 43 if limits else 65, Align.LEFT, Slip.NAME),
        Column("办理部门", 22 if limits else 28),
    )
    if limits:
        columns = (*columns, Column("承诺时限", 28, slip=Slip.OWN_LINE))
    rows = []
    for line in matters:
        name = f"{line.name}（示例）" if line.sample else line.name
        notes = [f"办件编号 {line.case_number}"] if line.case_number else []
        if len(matters) > 1 and line.platform_number is not None:
            notes.append(f"平台编号 {line.platform_number or '待登记'}")
        cells = (str(line.no), "\n".join((name, *notes)), line.department)
        limit = "\n".join(filter(None, (line.limit_text, line.latest_text)))
        rows.append(Row((*cells, limit) if limits else cells))
    return Table(columns, tuple(rows))


def materials(lines: tuple[MaterialLine, ...], matters: int, caption: str = "") -> Table:
    several = matters > 1
    columns = (
        NUMBER,
        Column("申请材料", 36.5, Align.LEFT, Slip.NAME),
        *((Column("事项", 9, slip=Slip.LABELLED),) if several else ()),
        Column("形式", 13.5 if several else 11.5),
        Column("应交", 7, slip=Slip.LABELLED),
        Column("实交", 7, slip=Slip.LABELLED),
        Column("收取情况", 26 if several else 31),
    )
    rows = []
    for line in lines:
        bold = line.bold or line.deferred_until is not None
        serves = ("、".join(map(str, line.serves)) or "全部",) if several else ()
        cells = (
            str(line.no),
            line.name,
            *serves,
            line.form_text or DASH,
            count(line.due),
            count(line.given),
            "\n".join(filter(None, (line.state, line.note))) or DASH,
        )
        rows.append(Row(cells, frozenset({len(cells) - 1}) if bold else frozenset()))
    return Table(columns, tuple(rows), caption)


def lacks(lines: tuple[LackLine, ...], caption: str = "", new_point: str = "") -> Table:
    """List what is missing or wrong; `new_point` marks what was not told of before."""
    marked = any(line.new_point for line in lines)
    columns = (
        NUMBER,
        Column("材料名称", 28, Align.LEFT, Slip.NAME),
        Column("情形", 11 if marked else 8, slip=Slip.OWN_LINE),
        Column("原因", 21, Align.LEFT, Slip.OWN_LINE),
        Column("怎样补、到哪里补", 36, Align.LEFT, Slip.OWN_LINE),
    )
    rows = tuple(
        Row(
            (
                str(line.no),
                line.name,
                f"{line.problem}\n{new_point}" if line.new_point else line.problem,
                line.reason or DASH,
                "\n".join(filter(None, (line.mend, line.where))) or DASH,
            ),
            frozenset({2}),
        )
        for line in lines
    )
    return Table(columns, rows, caption)


def custody(caption: str, name: str, lines: tuple[CustodyLine, ...]) -> Table:
    columns = (
        NUMBER,
        Column(name, 36, Align.LEFT, Slip.NAME),
        Column("情况", 45, Align.LEFT, Slip.OWN_LINE),
        Column("数量", 12, slip=Slip.OWN_LINE),
    )
    rows = tuple(
        Row((str(line.no), line.name, line.detail or DASH, str(line.count))) for line in lines
    )
    return Table(columns, rows, caption)


def count(copies: int | None) -> str:
    return DASH if copies is None else str(copies)


def moment(at: datetime) -> str:
    return f"{day_text(at)} {at:%H:%M}"
