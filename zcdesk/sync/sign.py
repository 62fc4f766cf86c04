"""The server's signature: on the end of each hall's order, and on shifts that are proven.

Runs beside the server with an administrator's URL and a key that is in no database. A shift is
signed only if the clerk may use the station it began at and the login's own signature was made
with the secret behind the verifier in force then.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

import msgspec

from zcdesk.domain import shift
from zcdesk.domain.shift import ShiftBegan
from zcdesk.domain.statement import HeadStatement, LoginStatement, ShiftStatement, encode
from zcdesk.store.signing import Signing, is_signed, sm3
from zcdesk.store.verifiers import public_key
from zcdesk.sync import admin

_WAITING = """
SELECT a.hall, a.subject, a.origin, a.at, a.received, a.body, r.role,
  EXISTS (SELECT FROM core.clerk_station AS c WHERE c.hall = a.hall AND c.role = r.role
    AND c.clerk = convert_from(a.body, 'UTF8')::json->>'clerk')
FROM core.act AS a JOIN core.origin AS r ON r.hall = a.hall AND r.origin = a.origin
WHERE a.kind = 'shift.began' AND a.body IS NOT NULL AND NOT EXISTS (
    SELECT FROM core.shift_token AS t
    WHERE t.hall = a.hall AND 'shift:' || t.shift = a.subject)
  AND NOT EXISTS (SELECT FROM core.quarantine AS q
    WHERE q.hall = a.hall AND q.position = a.position)
ORDER BY a.hall, a.position LIMIT 500
"""


def sign_heads(url: str, signer: Signing, now: Callable[[], datetime]) -> int:
    """Sign where each hall's order stands; return how many had moved since the last time."""
    count = 0
    with admin.connect(url) as connection:
        for hall, epoch, start, position, chain in connection.execute(
            "SELECT hall, epoch, epoch_start, position, chain FROM core.hall_head ORDER BY hall"
        ).fetchall():
            at = now().isoformat(timespec="seconds")
            head = HeadStatement(hall, epoch, start, position, chain, at)
            statement = encode(head)
            signature = signer.sign(statement)
            count += connection.execute(
                "INSERT INTO core.signed_head VALUES (%s, %s, %s, %s, %s, %s)"
                " ON CONFLICT DO NOTHING",
                (
                    head.hall,
                    head.epoch,
                    head.position,
                    statement,
                    signature,
                    sm3(statement + signature),
                ),
            ).rowcount
    return count


def sign_shifts(url: str, signer: Signing) -> tuple[int, int]:
    """Answer every shift that waits; return how many were signed and how many refused."""
    signed = refused = 0
    with admin.connect(url) as connection:
        for hall, subject, origin, at, received, body, role, may in connection.execute(
            _WAITING
        ).fetchall():
            id_ = subject.partition(":")[2]
            began = _read(body)
            statement = b""
            if began is None:
                reason = shift.FORGED
            elif not may:
                reason = shift.NOT_HERE
            else:
                said = LoginStatement(
                    hall, id_, began.clerk, origin, began.window, began.version, at
                )
                reason = _fault(connection, said, began.proof, received)
                token = ShiftStatement(hall, id_, began.clerk, role, at, day_end(at))
                statement = b"" if reason else encode(token)
            connection.execute(
                "INSERT INTO core.shift_token VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING",
                (hall, id_, reason, statement, signer.sign(statement) if statement else b""),
            )
            signed, refused = signed + (not reason), refused + bool(reason)
    return signed, refused


def _read(body: bytes) -> ShiftBegan | None:
    try:
        return msgspec.json.decode(body, type=ShiftBegan)
    except msgspec.DecodeError:
        return None


def _fault(connection: Any, said: LoginStatement, proof: str, received: datetime) -> str:
    """Say why a login is not believed; empty if it is."""
    row = connection.execute(
        "SELECT hash FROM core.verifier WHERE hall = %s AND clerk = %s AND version = %s",
        (said.hall, said.clerk, said.version),
    ).fetchone()
    if row is None:
        return shift.NO_VERIFIER
    newer = connection.execute(
        "SELECT 1 FROM core.verifier WHERE hall = %s AND clerk = %s AND version > %s AND at < %s",
        (said.hall, said.clerk, said.version, received),
    ).fetchone()
    if newer is not None:
        return shift.OLD_VERIFIER
    try:
        signature = base64.b64decode(proof, validate=True)
        datetime.fromisoformat(said.at)
    except (binascii.Error, ValueError):
        return shift.FORGED
    return "" if is_signed(public_key(row[0]), encode(said), signature) else shift.FORGED


def day_end(at: str) -> str:
    """Return the end of the day a time is in, by its own offset; a shift never outlives it."""
    try:
        began = datetime.fromisoformat(at)
    except ValueError:
        return at
    midnight = datetime.combine(began.date() + timedelta(days=1), time(), began.tzinfo)
    return midnight.isoformat()
