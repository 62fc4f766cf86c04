"""What lies behind each figure of the live hall: numbers, cases, ratings, as a table.

A figure is asked for by its key, `waiting/社会民生`; each answer is one range of one index, and
no more rows than a person reads.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, select

from zcdesk.domain.breakdown import DeviceFailed
from zcdesk.domain.case import STATE_TEXT, Case
from zcdesk.domain.hall_now import QUARTER, DayTicket, WindowNow
from zcdesk.domain.rating import Level, Rating
from zcdesk.domain.sheet import Sheet
from zcdesk.domain.sitting import Sitting
from zcdesk.domain.ticket import TicketStatus
from zcdesk.errors import UserError
from zcdesk.operations import casework, closing, handover, live
from zcdesk.operations.session import Session
from zcdesk.store.schema import case_index

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SHOWN = 500

CASE_HEADINGS = ("编号", "事项", "部门", "状态", "窗口", "收件", "到期")
TICKET_HEADINGS = ("号码", "类别", "状态", "取号", "叫号", "结束", "窗口")
RATING_HEADINGS = ("号码", "窗口", "等级", "时间", "原因")

STATUS_WORDS = {
    TicketStatus.WAITING: "等候",
    TicketStatus.CALLED: "已呼叫",
    TicketStatus.SERVING: "办理中",
    TicketStatus.PARKED: "挂起",
    TicketStatus.NO_SHOW: "过号",
    TicketStatus.CLOSED: "已结束",
}
LEVEL_WORDS = {
    Level.VERY_GOOD: "非常满意",
    Level.GOOD: "满意",
    Level.FAIR: "基本满意",
    Level.BAD: "不满意",
    Level.VERY_BAD: "非常不满意",
}


def behind(session: Session, figure: str) -> Sheet:
    """Return what one figure counts.

    Args:
        figure: `kind` or `kind/of`, a key of `FIGURES`.

    Raises:
        NotAllowed: the clerk may not see the page.
        UserError: LIV-02, there is no such figure.
    """
    kind, _, of = figure.partition("/")
    if kind not in FIGURES:
        raise UserError("LIV-02", figure=figure)
    with session.reading() as store:
        casework.must_hold(session, store, *live.MAY_SEE)
        return FIGURES[kind](store, session, of)


def _waiting(store: Reader, session: Session, category: str) -> Sheet:
    rows = [
        t
        for t in _day(store, session)
        if t.status is TicketStatus.WAITING and (not category or t.category == category)
    ]
    return _tickets(store, f"等候 {category}".strip(), rows)


def _window(store: Reader, session: Session, number: str) -> Sheet:
    rows = [t for t in _day(store, session) if t.called_at and t.window == number]
    return _tickets(store, f"{number} 号窗口今日号码", rows)


def _windows(store: Reader, session: Session, _: str) -> Sheet:
    seen = live.of(store, session).windows
    return Sheet(
        title="窗口",
        headings=("窗口", "人员", "状态", "从", "受理范围", "号码", "原因"),
        rows=tuple(_window_cells(w) for w in seen),
        keys=tuple(f"window/{w.number}" for w in seen),
    )


def _window_cells(w: WindowNow) -> tuple[str, ...]:
    word, since = DOING_WORDS[w.doing.value], _clock(w.since)
    return (w.number, w.clerk, word, since, w.scope, w.ticket, w.reason)


def _flow(store: Reader, session: Session, start: str) -> Sheet:
    began = datetime.fromisoformat(start)

    def within(at: str) -> bool:
        return bool(at) and began <= datetime.fromisoformat(at) < began + QUARTER

    rows = [t for t in _day(store, session) if within(t.taken_at) or within(t.called_at)]
    return _tickets(store, f"{_clock(start)} 起 15 分钟", rows)


def _visits(store: Reader, session: Session, _: str) -> Sheet:
    rows = [t for t in _day(store, session) if t.sitting and t.ended_at]
    return _tickets(store, "今日已结束的办理", rows)


def _received(store: Reader, session: Session, _: str) -> Sheet:
    wanted = select(case_index).where(*live.within(case_index.c.received_at, _today(session)))
    return _cases(store, "今日收件", wanted.order_by(case_index.c.received_at))


def _finished(store: Reader, session: Session, _: str) -> Sheet:
    wanted = select(case_index).where(*live.within(case_index.c.finished_at, _today(session)))
    return _cases(store, "今日办结", wanted.order_by(case_index.c.finished_at))


def _deferred(store: Reader, session: Session, _: str) -> Sheet:
    c = case_index.c
    wanted = select(case_index).where(
        *live.within(c.received_at, _today(session)), c.deferral_due != ""
    )
    return _cases(store, "今日容缺收件", wanted.order_by(c.received_at))


def _due(store: Reader, session: Session, department: str) -> Sheet:
    """Everything late or due today; `late/` leaves out what still has time."""
    c, end = case_index.c, live.day_end(session.now())
    wanted = select(case_index).where(c.open == 1, c.due != "", c.due < end)
    if department:
        wanted = wanted.where(c.department == department)
    return _cases(store, f"超期与今日到期 {department}".strip(), wanted.order_by(c.due))


def _late(store: Reader, session: Session, department: str) -> Sheet:
    c, now = case_index.c, session.now().isoformat()
    wanted = select(case_index).where(c.open == 1, c.due != "", c.due < now)
    if department:
        wanted = wanted.where(c.department == department)
    return _cases(store, f"超期 {department}".strip(), wanted.order_by(c.due))


def _ratings(store: Reader, session: Session, level: str) -> Sheet:
    tickets = {t.id: t for t in _day(store, session) if t.sitting and t.ended_at}
    found = [
        (t, rating)
        for t in tickets.values()
        if (rating := store.state(f"rating:{t.sitting}", Rating)) is not None
        and (not level or rating.level == int(level))
    ]
    return Sheet(
        title=f"今日评价 {LEVEL_WORDS[Level(int(level))]}" if level else "今日评价",
        headings=RATING_HEADINGS,
        rows=tuple(
            (t.number, r.window, LEVEL_WORDS[r.level], _clock(r.at), "、".join(r.reasons))
            for t, r in found
        ),
        keys=tuple(_case_key(store, t.sitting) for t, _ in found),
    )


def _bad(store: Reader, session: Session, _: str) -> Sheet:
    """The day's bad ratings; whoever follows them up does so on a page of their own."""
    found = _ratings(store, session, "")
    bad = {LEVEL_WORDS[level] for level in Level if level.is_bad}
    kept = [(row, key) for row, key in zip(found.rows, found.keys, strict=True) if row[2] in bad]
    return Sheet(
        title="今日差评",
        headings=found.headings,
        rows=tuple(row for row, _ in kept),
        keys=tuple(key for _, key in kept),
    )


def _pile(store: Reader, session: Session, of: str) -> Sheet:
    """The cases of one pile: `department|due`, or of all."""
    department, _, due = of.partition("|")
    piles = [
        p
        for p in handover.piles_in(store)
        if not of or (p.department == department and p.due == due)
    ]
    subjects = [f"case:{case}" for pile in piles for case in pile.cases]
    wanted = select(case_index).where(case_index.c.subject.in_(subjects[:SHOWN]))
    return _cases(store, f"待移交材料 {department}".strip(), wanted)


def _missing(store: Reader, session: Session, name: str) -> Sheet:
    """What one comparison of the day lacks."""
    day = _today(session)
    subjects = closing.MISSING[name](store, day)
    if name == "tickets":
        lost = set(subjects)
        rows = [t for t in _day(store, session) if f"ticket:{t.id}" in lost]
        return _tickets(store, "未结束的号", rows)
    wanted = select(case_index).where(case_index.c.subject.in_(subjects[:SHOWN]))
    return _cases(store, "对不上的件", wanted.order_by(case_index.c.received_at))


def _device(store: Reader, session: Session, of: str) -> Sheet:
    """What was recorded of one device of one window, `window/kind`, the latest first."""
    acts = store.acts(f"device:{of}")[::-1][:SHOWN]
    bodies = [(act, store.rules.decode_body(act)) for act in acts]
    return Sheet(
        title=f"{of.partition('/')[0]} 号窗口设备异常记录",
        headings=("时间", "情况", "代码", "人员"),
        rows=tuple(
            (_moment(act.at), "故障", body.code, act.clerk)
            if isinstance(body, DeviceFailed)
            else (_moment(act.at), "恢复", "", act.clerk)
            for act, body in bodies
        ),
        keys=("",) * len(bodies),
    )


DOING_WORDS = {"serving": "办理", "idle": "空闲", "paused": "暂停", "closed": "关闭"}
FIGURES: dict[str, Callable[[Any, Session, str], Sheet]] = {
    "waiting": _waiting,
    "windows": _windows,
    "window": _window,
    "flow": _flow,
    "visits": _visits,
    "received": _received,
    "finished": _finished,
    "deferred": _deferred,
    "due": _due,
    "late": _late,
    "ratings": _ratings,
    "bad": _bad,
    "pile": _pile,
    "missing": _missing,
    "device": _device,
}


def _today(session: Session) -> str:
    return session.now().date().isoformat()


def _day(store: Reader, session: Session) -> list[DayTicket]:
    return live.day_tickets(store, _today(session))


def _tickets(store: Reader, title: str, rows: list[DayTicket]) -> Sheet:
    return Sheet(
        title=title,
        headings=TICKET_HEADINGS,
        rows=tuple(
            (
                t.number,
                t.category,
                STATUS_WORDS[t.status],
                _clock(t.taken_at),
                _clock(t.called_at),
                _clock(t.ended_at),
                t.window,
            )
            for t in rows[:SHOWN]
        ),
        keys=tuple(_case_key(store, t.sitting) for t in rows[:SHOWN]),
        more=len(rows) > SHOWN,
    )


def _case_key(store: Reader, sitting: str) -> str:
    """Name the case of a visit that took one in, the first of several."""
    found = store.state(f"sitting:{sitting}", Sitting) if sitting else None
    return f"case:{found.case_ids[0]}" if found and found.case_ids else ""


def _cases(store: Reader, title: str, wanted: Select[Any]) -> Sheet:
    found = store.select(wanted.limit(SHOWN + 1)).all()
    rows = [(row, store.state(row.subject, Case)) for row in found[:SHOWN]]
    return Sheet(
        title=title,
        headings=CASE_HEADINGS,
        rows=tuple(
            (
                row.number,
                case.intake.matter_name if case else row.matter,
                row.department,
                STATE_TEXT[case.state] if case else "",
                row.window,
                _moment(row.received_at),
                _moment(row.due),
            )
            for row, case in rows
        ),
        keys=tuple(row.subject for row, _ in rows),
        more=len(found) > SHOWN,
    )


def _clock(at: str) -> str:
    return at[11:16]


def _moment(at: str) -> str:
    return f"{at[:10]} {at[11:16]}".strip()
