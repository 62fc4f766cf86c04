"""Reports of a period (日报 月报 季报 年报): frozen once, corrected only by a 补报 beside them.

What was reported stays reported: later acts change the figures of a period, never its report.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.figures import Tally


class ReportLine(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One figure as it stood; `before` and `year_ago` are the figure then, None of nothing."""

    key: str
    tally: Tally = Tally()
    before: float | None = None
    year_ago: float | None = None


class ReportSheet(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The figures of the hall (`who` empty) or one department, and why cases were returned."""

    who: str = ""
    lines: tuple[ReportLine, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()


class ReportMade(Body, frozen=True, kw_only=True):
    """定稿. `period` is its key (`domain.period`)."""

    kind: ClassVar[str] = "report.made"
    period: str
    sheets: tuple[ReportSheet, ...]


class ReportAmended(Body, frozen=True, kw_only=True):
    """补报: the figures as they are known later, and why they differ."""

    kind: ClassVar[str] = "report.amended"
    reason: str
    sheets: tuple[ReportSheet, ...]


class Issue(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One issue of a report: the first, or a 补报 with its reason.

    Attributes:
        digest: of the act's body, as printed: whoever has the paper can hold it against the log.
    """

    at: str
    by: str
    digest: str
    sheets: tuple[ReportSheet, ...]
    reason: str = ""


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A period's report after its acts, its issues oldest first."""

    period: str
    issues: tuple[Issue, ...]

    @property
    def last(self) -> Issue:
        return self.issues[-1]


def sheet_of(issue: Issue, who: str) -> ReportSheet:
    """Return the sheet of a department, or of the hall; an empty one where it had no case."""
    return next((sheet for sheet in issue.sheets if sheet.who == who), ReportSheet(who=who))


def fold(state: Report | None, act: Act, body: Body) -> Report | None:
    """The first report of a period stands; what corrects it is added behind it."""
    match body:
        case ReportMade() if state is None:
            return Report(period=body.period, issues=(_issue(act, body.sheets),))
        case ReportAmended() if state is not None:
            issue = _issue(act, body.sheets, body.reason)
            return msgspec.structs.replace(state, issues=(*state.issues, issue))
        case _:
            return state


def _issue(act: Act, sheets: tuple[ReportSheet, ...], reason: str = "") -> Issue:
    return Issue(at=act.at, by=act.clerk, digest=act.body_hash, sheets=sheets, reason=reason)
