"""The push in half of the time; the same answers."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v3 import log

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for sql in ("SET ROLE zc_owner;", log.PUSH, "RESET ROLE;"):
        op.get_bind().connection.cursor().execute(sql)
