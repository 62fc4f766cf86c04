"""The first shape of the server: the log, the queue, attachments, rights."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v1 import files, log, queue, rights, tables

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for sql in (
        rights.ROLES,
        tables.TABLES,
        log.LOG,
        log.PUSH,
        log.PULL,
        queue.QUEUE,
        files.FILES,
        rights.POLICIES,
        rights.GRANTS,
        rights.CLOSED,
    ):
        # The driver's own cursor: nothing in our functions may be taken for a parameter.
        op.get_bind().connection.cursor().execute(sql)
