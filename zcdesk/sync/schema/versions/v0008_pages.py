"""Scanned pages lie sealed, each with the keys of the records that name it."""

from __future__ import annotations

from alembic import op

from zcdesk.sync.schema.v1.rights import ROW_POLICY
from zcdesk.sync.schema.v8 import ADDED, pages

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_NEW = "api.page_put(text, text, text, bytea), api.pages(text), api.unsealed(text)"
GRANTS = f"""
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
REVOKE ALL ON FUNCTION {_NEW} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {_NEW} TO zc_station;
RESET ROLE;
"""


def upgrade() -> None:
    for sql in (
        "SET ROLE zc_owner;",
        pages.PAGES,
        pages.BLOB_PUT,
        "".join(ROW_POLICY.format(name) for name in ADDED),
        GRANTS,
    ):
        op.get_bind().connection.cursor().execute(sql)
