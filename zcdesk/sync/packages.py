"""Packages of updates at the hall's server, from where its stations bring them piece by piece.

Kept as contents of each hall under their digest; what a station does with one it decides by the
signature alone, so a server that lies can only be in the way.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from zcdesk.sync import admin

PIECE = 1 << 20


def put(url: str, hall: str, path: Path) -> str:
    """Give a file to a hall's stations; return its digest. There already, it is left."""
    with open(path, "rb") as file:
        name = f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"
        size = file.tell()
        file.seek(0)
        with admin.connect(url) as connection, connection.transaction():
            new = connection.execute(
                "INSERT INTO core.blob (hall, digest, role, total, have, form)"
                " VALUES (%s, %s, '', %s, %s, 'package') ON CONFLICT DO NOTHING",
                (hall, name, size, size),
            ).rowcount
            start = 0
            while new and (piece := file.read(PIECE)):
                connection.execute(
                    "INSERT INTO core.blob_piece (hall, digest, role, start, piece)"
                    " VALUES (%s, %s, '', %s, %s)",
                    (hall, name, start, piece),
                )
                start += len(piece)
    return name


def drop(url: str, hall: str, name: str) -> bool:
    """Take a package away again; False if it was not there."""
    with admin.connect(url) as connection, connection.transaction():
        connection.execute(
            "DELETE FROM core.blob_piece WHERE hall = %s AND digest = %s AND role = ''",
            (hall, name),
        )
        return bool(
            connection.execute(
                "DELETE FROM core.blob WHERE hall = %s AND digest = %s AND role = ''",
                (hall, name),
            ).rowcount
        )
