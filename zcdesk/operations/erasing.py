"""Deleting personal records of a one-PC hall in time; a hall with a server has its schedule there.

The schedule is the policy `case.record_days` as dated acts set it. A run destroys the keys of what
is due with everything that names the same people here, records each record and the whole run as
acts, and can be proved on paper without naming anybody.
"""

from __future__ import annotations

import functools
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import and_, func, not_, or_, select

from zcdesk.domain.act import NewAct
from zcdesk.domain.case import RecordErased
from zcdesk.domain.erasure import Counts, Erasure, digest_of
from zcdesk.domain.papers import PaperHead
from zcdesk.domain.papers_report import ErasurePaper, ReportTable
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import clocks
from zcdesk.operations.session import Session, hall, policy
from zcdesk.store import erasure
from zcdesk.store.schema import acts, person, person_key
from zcdesk.store.typed import UNENDING

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

SERVERS, NO_RUN = "SEC-05", "SEC-24"
BATCH = 200
"""Records of one transaction."""

KINDS = (
    ("个人信息记录（密钥）", "records"),
    ("扫描页", "pages"),
    ("打印内容", "papers"),
    ("未完成的办理草稿", "drafts"),
)


def erase_due(session: Session) -> tuple[Erasure, ...]:
    """Erase what the hall's policy no longer keeps; return the runs, none where nothing was due.

    Raises:
        NotAllowed: SEC-05, the hall has a server, whose schedule decides; SYS-44, the clock leads.
    """
    if session.store.head.epoch:
        raise NotAllowed(SERVERS)
    clocks.must_not_lead(session)
    with session.reading() as store:
        days = policy(store).case.record_days
        due = _due(store, (session.now() - timedelta(days=days)).isoformat()) if days else {}
    refs = list(due)
    runs = []
    for start in range(0, len(refs), BATCH):
        with session.transaction() as tx:
            gone = erasure.destroy(tx, refs[start : start + BATCH])
            for ref in gone.refs:
                body = RecordErased(ref=ref, reason=f"{days}d")
                tx.append(NewAct(subject=due[ref], body=body))
            subject = erasure.record(tx, gone, f"case.record_days={days}")
            made = tx.state(subject, Erasure)
            assert made is not None
            runs.append(made)
        erasure.drop_pages(session.store, gone)
    erasure.scour(session.store, session.now())
    return tuple(runs)


def at_closing(session: Session) -> None:
    """Do what is due by itself, once the hall has closed; where a server decides, only tidy up."""
    with session.reading() as store:
        closing = policy(store).limits.closing
    if session.now().time() < closing:
        return
    if session.store.head.epoch:
        erasure.scour(session.store, session.now())
    elif not clocks.is_ahead(session):
        erase_due(session.as_clerk(""))


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """What was destroyed on one day; `rules` as they were in force."""

    day: str
    runs: int
    counts: Counts
    rules: tuple[str, ...]


def days(session: Session) -> tuple[Day, ...]:
    """Return the days on which something was destroyed here, the newest first."""
    by_day: dict[str, list[Erasure]] = {}
    with session.reading() as store:
        for _, run in store.states(Erasure):
            by_day.setdefault(run.day, []).append(run)
    return tuple(
        Day(
            day=day,
            runs=len(runs),
            counts=functools.reduce(Counts.plus, (run.counts for run in runs)),
            rules=tuple(sorted({run.rule for run in runs})),
        )
        for day, runs in sorted(by_day.items(), reverse=True)
    )


def proof(session: Session, day: str) -> ErasurePaper:
    """Return the sheet that proves a day's runs; see `on_paper`.

    Raises:
        UserError: SEC-24, nothing was destroyed then.
    """
    return on_paper(session, runs_of(session, day))


def runs_of(session: Session, day: str = "") -> tuple[Erasure, ...]:
    """Return the runs of a day, of the last one with any if none is named.

    Raises:
        UserError: SEC-24, nothing was destroyed then.
    """
    with session.reading() as store:
        runs = sorted((run for _, run in store.states(Erasure)), key=lambda run: run.at)
    wanted = day or (runs[-1].day if runs else "")
    found = tuple(run for run in runs if run.day == wanted)
    if not found:
        raise UserError(NO_RUN, day=day)
    return found


def on_paper(session: Session, runs: tuple[Erasure, ...]) -> ErasurePaper:
    """Return the proof of a day's runs: what, when, how much, and digests; never whose."""
    first = runs[0]
    with session.reading() as store:
        hashes = [store.acts(f"erasure:{run.id}")[-1].hash for run in runs]
        name = hall(store).name
    position = session.store.head.position
    head = PaperHead(
        hall=name,
        number=f"{first.day}-{first.id[:8]}",
        at=session.now(),
        window=f"{session.window} 号窗口",
        clerk=first.by or "到期自动销毁",
        simulated=session.simulated,
    )
    total = functools.reduce(Counts.plus, (run.counts for run in runs))
    amounts = tuple((word, str(getattr(total, field))) for word, field in KINDS)
    marks = [mark for run in runs for mark in run.refs]
    proofs = (
        *((f"{run.at[:19].replace('T', ' ')}　{run.rule}", run.digest) for run in runs),
        *(("办理记录的摘要", hash_) for hash_ in hashes),
        (f"打印时次序 {position.number}", position.chain),
    )
    tables = (
        ReportTable(title="一、销毁数量", columns=("种类", "数量"), rows=amounts),
        ReportTable(title="二、核验依据", columns=("项目", "摘要"), rows=proofs),
        ReportTable(
            title="三、销毁的记录（编号摘要）",
            columns=("序号", "摘要"),
            rows=tuple((str(no), mark) for no, mark in enumerate(marks, 1)),
        ),
    )
    return ErasurePaper(
        head=head,
        name=f"{first.day} 到期销毁",
        scope=f"工作站 {session.store.station.name}",
        digest=digest_of(marks),
        tables=tables,
    )


def _due(store: Reader, before: str) -> dict[str, str]:
    """Return ref → subject of records whose subject's last act is older than an ISO time.

    Where a subject never ends the act that names the record is meant.
    """
    rows: Any = store.select(
        select(person.c.ref, person.c.subject)
        .join(person_key, person_key.c.ref == person.c.ref)
        .join(
            acts,
            and_(
                acts.c.subject == person.c.subject,
                or_(
                    not_(or_(*(person.c.subject.startswith(one) for one in UNENDING))),
                    func.instr(acts.c.body, person.c.ref) > 0,
                ),
            ),
        )
        .group_by(person.c.ref, person.c.subject)
        .having(func.max(acts.c.at) < before)
        .order_by(person.c.ref)
    )
    return {str(ref): str(subject) for ref, subject in rows}
