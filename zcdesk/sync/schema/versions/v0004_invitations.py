"""One-time codes for new stations, and windows that move to another PC."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v1.rights import ROW_POLICY
from zcdesk.sync.schema.v4 import ADDED, invitations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

GRANTS = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA api FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO zc_station;
RESET ROLE;
"""


def upgrade() -> None:
    for sql in (
        "SET ROLE zc_owner;",
        invitations.INVITATIONS,
        "".join(ROW_POLICY.format(name) for name in ADDED),
        GRANTS,
    ):
        op.get_bind().connection.cursor().execute(sql)
