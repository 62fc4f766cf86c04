"""The figures of each chart as a table of words, for reading, copying and export."""

from __future__ import annotations

from zcdesk.devices.kinds import fault
from zcdesk.domain.hall_now import Doing
from zcdesk.domain.rating import Level
from zcdesk.domain.sheet import Sheet
from zcdesk.operations.live import LiveView
from zcdesk.operations.live_rows import DOING_WORDS, LEVEL_WORDS
from zcdesk.ui.device_watch import device_words


def table_of(chart: str, view: LiveView, title: str) -> Sheet:
    """Return the table of one chart, by its object name."""
    headings, rows, keys = _TABLES[chart](view)
    return Sheet(title=title, headings=headings, rows=rows, keys=keys)


Table = tuple[tuple[str, ...], tuple[tuple[str | int, ...], ...], tuple[str, ...]]


def _waits(view: LiveView) -> Table:
    rows = tuple((c.category, c.count, c.longest) for c in view.categories)
    keys = tuple(f"waiting/{c.category}" for c in view.categories)
    return ("类别", "等候人数", "最长分钟"), rows, keys


def _flow(view: LiveView) -> Table:
    rows = tuple((q.start[11:16], q.taken, q.called) for q in view.quarters)
    keys = tuple(f"flow/{q.start}" for q in view.quarters)
    return ("从", "取号", "办理"), rows, keys


def _windows(view: LiveView) -> Table:
    headings = ("窗口", "人员", "状态", "从", "受理范围", "号码", "原因")
    rows = tuple(
        (w.number, w.clerk, DOING_WORDS[w.doing.value], w.since[11:16], w.scope, w.ticket, w.reason)
        for w in view.windows
    )
    return headings, rows, tuple(f"window/{w.number}" for w in view.windows)


def _due(view: LiveView) -> Table:
    rows = tuple((d.department, d.overdue, d.today) for d in view.due)
    return ("部门", "超期", "今日到期"), rows, tuple(f"due/{d.department}" for d in view.due)


def _ratings(view: LiveView) -> Table:
    rows = tuple((LEVEL_WORDS[Level(level)], n) for level, n in view.ratings.levels.items())
    return ("等级", "件数"), rows, tuple(f"ratings/{level}" for level in view.ratings.levels)


def _piles(view: LiveView) -> Table:
    rows = tuple((p.department, p.count, p.due[:16].replace("T", " ")) for p in view.piles)
    keys = tuple(f"pile/{p.department}|{p.due}" for p in view.piles)
    return ("部门", "件数", "到期"), rows, keys


def _broken(view: LiveView) -> Table:
    rows = tuple(
        (b.window, device_words(b.device, fault(b.code)), b.since[:16].replace("T", " "))
        for b in view.broken
    )
    keys = tuple(f"device/{b.window}/{b.device}" for b in view.broken)
    return ("窗口", "异常", "从"), rows, keys


def _cards(view: LiveView) -> Table:
    """Every number of the cards, the small ones too, each with what it opens."""
    rated = sum(view.ratings.levels.values())
    lines = (
        ("等候", view.waiting, "waiting"),
        ("最长分钟", view.longest, "waiting"),
        ("窗口", len(view.windows), "windows"),
        *((DOING_WORDS[doing.value], view.count(doing), "windows") for doing in Doing),
        ("今日收件", view.received, "received"),
        ("今日办结", view.finished, "finished"),
        ("今日容缺收件", view.deferred, "deferred"),
        ("超期", sum(one.overdue for one in view.due), "late"),
        ("超期与今日到期", sum(one.overdue + one.today for one in view.due), "due"),
        ("今日已结束的办理", view.ratings.visits, "visits"),
        ("今日评价", rated, "ratings"),
        ("差评", len(view.ratings.bad), "bad"),
    )
    rows = tuple((name, count) for name, count, _ in lines)
    return ("指标", "件数"), rows, tuple(key for *_, key in lines)


_TABLES = {
    "cards": _cards,
    "chart_waits": _waits,
    "chart_flow": _flow,
    "chart_windows": _windows,
    "chart_due": _due,
    "chart_ratings": _ratings,
    "chart_piles": _piles,
    "chart_broken": _broken,
}
