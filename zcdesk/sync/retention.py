"""Deleting personal records by a dated schedule: their keys are destroyed, the acts still verify.

A schedule says, for a kind of subject and from a date on, how many days after the subject's last
act its records live; where a subject never ends (a window, a book), after the act that names one.
Keys are in no backup but in one file of their own (`backup`), which is written anew without the
destroyed ones in the same run.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from zcdesk.domain.erasure import digest_of, mark_of
from zcdesk.domain.papers import PaperHead
from zcdesk.domain.papers_report import ErasurePaper, ReportTable
from zcdesk.store.typed import UNENDING
from zcdesk.sync import admin, backup, clear

_DUE = """
SELECT p.hall, p.ref, s.kind, s.days
FROM core.person AS p
JOIN LATERAL (
  SELECT r.kind, r.days FROM core.retention AS r
  WHERE r.hall = p.hall AND p.subject LIKE r.kind || ':%%' AND r.since <= %(day)s
  ORDER BY r.since DESC LIMIT 1) AS s ON true
WHERE EXISTS (SELECT FROM core.person_key AS k WHERE k.hall = p.hall AND k.ref = p.ref)
  AND (SELECT max(a.received) FROM core.act AS a WHERE a.hall = p.hall AND a.subject = p.subject
         AND (NOT p.subject LIKE ANY (%(unending)s)
              OR position(convert_to(p.ref, 'UTF8') IN a.body) > 0)) < %(day)s::date - s.days
ORDER BY p.hall, p.serial
"""


_ERASED = """
SELECT hall, ref, reason, at FROM core.person_erased WHERE reason LIKE %(day)s ORDER BY hall, serial
"""


class Schedule(msgspec.Struct, frozen=True):
    """How long records of one kind of subject (`case`, `sitting`) live in one hall.

    Attributes:
        days: after the subject's last act. since: the date from which this holds.
    """

    hall: str
    kind: str
    days: int
    since: date


def schedule(url: str, wanted: Schedule) -> None:
    """Add to the schedule; what held before its date stays on record."""
    with admin.connect(url) as connection:
        connection.execute(
            "INSERT INTO core.retention (hall, kind, days, since) VALUES (%s, %s, %s, %s)"
            " ON CONFLICT (hall, kind, since) DO UPDATE SET days = excluded.days",
            (wanted.hall, wanted.kind, wanted.days, wanted.since),
        )


def run(url: str, escrow: Path, day: date) -> int:
    """Destroy every record that is due on a day; return how many.

    Args:
        escrow: folder of the backups' file of keys; written anew even if nothing is due.
    """
    with admin.connect(url) as connection, connection.transaction():
        unending = [f"{one}%" for one in UNENDING]
        due = connection.execute(_DUE, {"day": day, "unending": unending}).fetchall()
        for hall, ref, kind, days in due:
            reason = f"{kind}:{days}d:{day.isoformat()}"
            connection.execute("SELECT core.erase(%s, %s, %s)", (hall, ref, reason))
    clear.drop(url)
    if due:
        with admin.connect(url) as connection:
            # Rows that were blanked leave their old bytes in the file until they are swept.
            for table in ("person", "person_key", "blob_piece"):
                connection.execute(f"VACUUM core.{table}")
    backup.write_keys(url, escrow)
    return len(due)


def proofs(url: str, day: date, at: datetime) -> tuple[ErasurePaper, ...]:
    """Return the proof of a day's run for each hall that lost records; no personal data in it."""
    with admin.connect(url) as connection:
        rows = connection.execute(_ERASED, {"day": f"%:{day.isoformat()}"}).fetchall()
        found = []
        for hall in sorted({str(row[0]) for row in rows}):
            own = [row[1:] for row in rows if row[0] == hall]
            found.append(_proof(hall, day, at, own, _head(connection, hall)))
        return tuple(found)


def _head(connection: Any, hall: str) -> tuple[int, str]:
    row = connection.execute(
        "SELECT position, chain FROM core.hall_head WHERE hall = %s", (hall,)
    ).fetchone()
    return int(row[0]), str(row[1])


def _proof(
    hall: str, day: date, at: datetime, rows: list[Any], head: tuple[int, str]
) -> ErasurePaper:
    marks = sorted(mark_of(str(ref)) for ref, _, _ in rows)
    rules = sorted({str(reason) for _, reason, _ in rows})
    times = sorted(when for _, _, when in rows)
    digest = digest_of(marks)
    amounts = (("个人信息记录（密钥）", str(len(rows))),)
    proofs_ = (
        *((f"依据 {rule}", "—") for rule in rules),
        (f"销毁时间 {times[0]:%Y-%m-%d %H:%M:%S} 至 {times[-1]:%H:%M:%S}", "—"),
        ("所列摘要的总摘要", digest),
        (f"打印时次序 {head[0]}", head[1]),
    )
    shown = tuple((str(no), mark) for no, mark in enumerate(marks, 1))
    return ErasurePaper(
        head=PaperHead(hall=hall, number=f"{day.isoformat()}-{digest[7:15]}", at=at),
        name=f"{day.isoformat()} 到期销毁",
        scope="大厅服务器",
        digest=digest,
        tables=(
            ReportTable(title="一、销毁数量", columns=("种类", "数量"), rows=amounts),
            ReportTable(title="二、核验依据", columns=("项目", "摘要"), rows=proofs_),
            ReportTable(title="三、销毁的记录（编号摘要）", columns=("序号", "摘要"), rows=shown),
        ),
    )
