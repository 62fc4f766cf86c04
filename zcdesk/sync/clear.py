"""What lies at the server in the clear though nobody's record is left to seal it by: deleted.

Pages that an older program sent as they are, and pieces of seals whose name never came. Only while
there are any; what is sealed goes with its record's key (`core.erase`).
"""

from __future__ import annotations

from typing import Any

from zcdesk.store.blobs import DIGEST
from zcdesk.sync import admin

_CLEAR = """
SELECT hall, digest FROM core.blob WHERE role = '' AND form = 'clear'
"""
_ERASED = """
SELECT p.subject FROM core.person AS p
LEFT JOIN core.person_key AS k ON k.hall = p.hall AND k.ref = p.ref
WHERE p.hall = %s GROUP BY p.subject HAVING count(k.ref) = 0
"""


def drop(url: str) -> int:
    """Delete in every hall what no living subject names; return how many contents."""
    with admin.connect(url) as connection, connection.transaction():
        halls: dict[str, set[str]] = {}
        for hall, digest in connection.execute(_CLEAR).fetchall():
            halls.setdefault(str(hall), set()).add(str(digest))
        return sum(_drop(connection, hall, clear) for hall, clear in halls.items())


def _drop(connection: Any, hall: str, clear: set[str]) -> int:
    """One pass over the hall's bodies."""
    erased = {row[0] for row in connection.execute(_ERASED, (hall,)).fetchall()}
    kept = set()
    with connection.cursor(name="bodies") as cursor:
        cursor.itersize = 2000
        cursor.execute(
            "SELECT subject, body FROM core.act WHERE hall = %s AND body IS NOT NULL", (hall,)
        )
        for subject, body in cursor:
            if subject not in erased:
                kept |= {found.decode() for found in DIGEST.findall(body)}
    gone = list(clear - kept)
    for table in ("blob_piece", "blob"):
        connection.execute(
            f"DELETE FROM core.{table} WHERE hall = %s AND digest = ANY (%s)",  # noqa: S608
            (hall, gone),
        )
    return len(gone)
