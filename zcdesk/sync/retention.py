"""Deleting personal records by a dated schedule: their keys are destroyed, the acts still verify.

A schedule says, for a kind of subject and from a date on, how many days after the subject's last
act its records live. Keys are in no backup but in one file of their own (`backup`), which is
written anew without the destroyed ones in the same run.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from zcdesk.store.blobs import DIGEST
from zcdesk.sync import admin, backup

_DUE = """
SELECT p.hall, p.ref, s.kind, s.days, p.subject
FROM core.person AS p
JOIN LATERAL (
  SELECT r.kind, r.days FROM core.retention AS r
  WHERE r.hall = p.hall AND p.subject LIKE r.kind || ':%%' AND r.since <= %(day)s
  ORDER BY r.since DESC LIMIT 1) AS s ON true
WHERE EXISTS (SELECT FROM core.person_key AS k WHERE k.hall = p.hall AND k.ref = p.ref)
  AND (SELECT max(a.received) FROM core.act AS a WHERE a.hall = p.hall AND a.subject = p.subject)
    < %(day)s::date - s.days
ORDER BY p.hall, p.serial
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
        due = connection.execute(_DUE, {"day": day}).fetchall()
        for hall, ref, kind, days, _ in due:
            reason = f"{kind}:{days}d:{day.isoformat()}"
            connection.execute("SELECT core.erase(%s, %s, %s)", (hall, ref, reason))
        for hall in {row[0] for row in due}:
            _drop_pages(connection, hall, {row[4] for row in due if row[0] == hall})
    backup.write_keys(url, escrow)
    return len(due)


def _drop_pages(connection: Any, hall: str, due: set[str]) -> None:
    """Delete the attachments that only erased cases name; one pass over the hall's bodies."""
    erased, kept = set[bytes](), set[bytes]()
    with connection.cursor(name="bodies") as cursor:
        cursor.itersize = 2000
        cursor.execute(
            "SELECT subject, body FROM core.act WHERE hall = %s AND body IS NOT NULL", (hall,)
        )
        for subject, body in cursor:
            (erased if subject in due else kept).update(DIGEST.findall(body))
    pages = [digest.decode() for digest in erased - kept]
    for table in ("blob_piece", "blob"):
        connection.execute(
            f"DELETE FROM core.{table} WHERE hall = %s AND digest = ANY (%s)",  # noqa: S608
            (hall, pages),
        )
