"""Acts of stations that were shut out are placed or kept for a person."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v1.rights import ROW_POLICY
from zcdesk.sync.schema.v7 import ADDED, late

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

GRANTS = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
RESET ROLE;
"""


def upgrade() -> None:
    for sql in (
        "SET ROLE zc_owner;",
        late.LATE,
        late.PUSH_AS,
        "".join(ROW_POLICY.format(name) for name in ADDED),
        GRANTS,
    ):
        op.get_bind().connection.cursor().execute(sql)
