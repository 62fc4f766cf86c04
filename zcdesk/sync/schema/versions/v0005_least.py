"""The administrator says what a station must speak at least; older ones still send."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v3 import log

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMN = """
SET ROLE zc_owner;
ALTER TABLE core.hall_head ADD COLUMN least_protocol integer NOT NULL DEFAULT 1;
"""
_START = "CREATE OR REPLACE FUNCTION api.push"
PUSH = (_START + log.PUSH.partition(_START)[2]).replace(
    "'least_protocol', 1)", "'least_protocol', head.least_protocol)"
)


def upgrade() -> None:
    for sql in (COLUMN, PUSH, "RESET ROLE;"):
        op.get_bind().connection.cursor().execute(sql)
