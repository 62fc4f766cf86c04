"""A single push and a pull for less of the server's time; the same answers."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v9 import log

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

GRANTS = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA api FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.acts(integer, bigint, text, integer) TO zc_station;
RESET ROLE;
"""


def upgrade() -> None:
    parts = (log.CANONICAL, log.PUSH_AS, log.PUSH, log.PULL, log.ACTS)
    for sql in ("SET ROLE zc_owner;", *parts, GRANTS):
        op.get_bind().connection.cursor().execute(sql)
