"""A station whose roles widen gets the bodies it now may have."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v6 import bodies

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

GRANTS = """
REVOKE ALL ON FUNCTION api.audiences(), api.bodies(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION api.audiences(), api.bodies(bigint[]) TO zc_station;
RESET ROLE;
"""


def upgrade() -> None:
    for sql in ("SET ROLE zc_owner;", bodies.BODIES, GRANTS):
        op.get_bind().connection.cursor().execute(sql)
