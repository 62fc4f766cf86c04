"""A department's table (XLSX, CSV, YAML) as proposals: every line judged, then all of it or none.

A matter is known by department and name, or else by its key: a table that never saw our keys
still meets the right entries, and one that came from an export may rename them. What the table
does not name stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from zcdesk.catalogue.convert import to_matters
from zcdesk.catalogue.lint import Finding, lint_raw
from zcdesk.catalogue.raw import RawFile, RawMatter
from zcdesk.domain.matter import Matter
from zcdesk.domain.proposal import Proposal
from zcdesk.domain.window import Window
from zcdesk.operations import casework, changes, proposals
from zcdesk.operations.session import Session, entries

if TYPE_CHECKING:
    from zcdesk.domain.hall import Clerk
    from zcdesk.store.reader import Reader


class Imported(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a table.

    Attributes:
        rows: matters in it. findings: what to mend; with a single one nothing was taken in.
        proposed: handed in for approval. same: how many matters say nothing new.
    """

    rows: int
    findings: tuple[Finding, ...] = ()
    proposed: tuple[Proposal, ...] = ()
    same: int = 0


def take_in(session: Session, raw: RawFile, *, effective: str = "") -> Imported:
    """Hand in every changed matter of a table for approval, in one transaction.

    Args:
        effective: ISO day they shall begin with; empty = when approved.

    Raises:
        NotAllowed: CAS-02, no editor. Invalid: CAT-22, a day that is none or is over.
    """
    day = changes.day_of(session, effective)
    with session.transaction() as tx:
        who = casework.must_hold(session, tx, *changes.MAY_EDIT)
        if not raw.matters and not raw.stray:
            nothing = Finding(raw.file, "1", "name", "empty", "表里没有事项", "一行写一个事项")
            return Imported(rows=0, findings=(nothing,))
        found = lint_raw(raw)
        if found:
            return Imported(rows=len(raw.matters), findings=found)
        hall = _Hall(tx, who)
        merged = to_matters(raw)
        wanted = tuple(hall.known_as(matter) for matter in merged)
        places = _places(raw)
        found = tuple(f for m in wanted for f in hall.judge(raw.file, places.get(_who(m), ""), m))
        if found:
            return Imported(rows=len(raw.matters), findings=found)
        changed = tuple(matter for matter in wanted if not hall.says(matter))
        made = tuple(proposals.MATTERS.propose(tx, matter, day) for matter in changed)
    return Imported(rows=len(raw.matters), proposed=made, same=len(wanted) - len(made))


def publish(first: Session, second: Session, raw: RawFile, *, effective: str = "") -> Imported:
    """Take a table in and let a second person approve all of it.

    Raises:
        NotAllowed: CAS-02 or CAT-27; then the table waits for whoever may approve.
    """
    done = take_in(first, raw, effective=effective)
    proposals.approve_all(second, {one.matter.key: one.saves for one in done.proposed})
    return done


class _Hall:
    """The hall's catalogue a table is held against, read once."""

    def __init__(self, store: Reader, who: Clerk) -> None:
        found = tuple(entries(store))
        self._who = who
        self._all = not changes.MAY_APPROVE.isdisjoint(who.roles)
        self._in_force = {e.matter.key: e.matter for e in found if not e.withdrawn}
        self._keys = {entry.matter.key for entry in found}
        self._by_code = {e.matter.code: e.matter.key for e in found if e.matter.code}
        self._by_name = {_who(entry.matter): entry.matter.key for entry in found}
        self._open = {p.matter.key: p for _, p in store.states(Proposal) if p.is_open}
        self._windows: tuple[Window, ...] = proposals.windows(store)

    def known_as(self, matter: Matter) -> Matter:
        """Give a matter of the table the key the hall knows it by, or one of its own."""
        key = self._by_name.get(_who(matter))
        if key is None and matter.key in self._keys:
            key = matter.key
        if key is None:
            key = _fresh(matter)
        known = self._in_force.get(key)
        # A department's table has no window categories; that is the hall's to say.
        categories = matter.categories or (known.categories if known else ())
        code = matter.code or (known.code if known else "")
        return msgspec.structs.replace(matter, key=key, categories=categories, code=code)

    def says(self, matter: Matter) -> bool:
        known = self._in_force.get(matter.key)
        return known is not None and proposals.is_same(known, matter)

    def judge(self, file: str, row: str, matter: Matter) -> Iterator[Finding]:
        """Say what stands against one matter in this hall."""

        def find(field: str, rule: str, message: str, instead: str) -> Finding:
            return Finding(file, row, field, rule, message, instead)

        known = self._in_force.get(matter.key)
        departments = {matter.department, *((known.department,) if known else ())}
        if not self._all and not departments <= set(self._who.departments):
            yield find(
                "department",
                "department",
                f"“{matter.name}”属于{matter.department}，不在您维护的部门",
                "删去这一行，或请该部门的维护员导入",
            )
        owner = self._by_code.get(matter.code)
        if owner is not None and owner != matter.key:
            instead = "换一个编码，或把事项名称和部门写得与现有事项一致"
            yield find("code", "code", f"编码 {matter.code} 在本厅已用于另一事项", instead)
        if not matter.code:
            yield find("code", "code", f"“{matter.name}”没有编码", "写四位数字的编码，如 1001")
        opened = self._open.get(matter.key)
        if opened is not None and self._who.staff_no not in opened.editors:
            message = f"“{matter.name}”已有别人的修改稿，{opened.at[:16].replace('T', ' ')} 保存"
            yield find("name", "draft", message, "先在事项管理里处理那一稿，再导入")
        if not proposals.is_taken(matter, self._windows):
            yield find(
                "categories",
                "window",
                f"没有窗口受理“{matter.name}”",
                "在“窗口类别”列写本厅窗口受理的类别，或先给窗口加上这一类",
            )


def _places(raw: RawFile) -> dict[tuple[str, str], str]:
    """Return the first row of each matter of a table."""
    found: dict[tuple[str, str], str] = {}
    for row in raw.matters:
        found.setdefault(_named(row), row.where)
    return found


def _named(row: RawMatter) -> tuple[str, str]:
    return str(row.values.get("department")), str(row.values.get("name"))


def _who(matter: Matter) -> tuple[str, str]:
    return matter.department, matter.name


def _fresh(matter: Matter) -> str:
    return matter.key if matter.key not in ("", matter.name, matter.code) else f"h-{matter.code}"
