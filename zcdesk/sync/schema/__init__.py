"""The server's schema and its upgrades; run by an administrator, never by a station.

Each step takes its locks within two seconds or gives up, so a busy hall is never stopped by it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk.errors import SurroundingsError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Engine

PROTOCOL = 2
"""Spoken by this program's stations; the server answers which is the least it takes."""

OLDEST_SERVER = 150000
"""PostgreSQL 15."""

STRANGE = "NET-10"
TOO_OLD = "NET-11"


def engine_of(url: str) -> Engine:
    """Return an engine for an administrator's URL, `postgresql://…`."""
    from sqlalchemy import create_engine
    from sqlalchemy.engine import make_url
    from sqlalchemy.pool import NullPool

    return create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)


def upgrade(url: str, to: str = "head") -> str:
    """Bring the schema to this program's version, or to an older one `to`; return the version.

    Raises:
        SurroundingsError: the server is too old, or the database is another program's.
    """
    from alembic import command

    engine = engine_of(url)
    with engine.connect() as connection:
        version = connection.connection.dbapi_connection.info.server_version  # type: ignore[union-attr]
        if version < OLDEST_SERVER:
            raise SurroundingsError(TOO_OLD, version=version)
        tables = connection.exec_driver_sql(
            "SELECT count(*) FROM pg_class WHERE relkind = 'r'"
            " AND relnamespace::regnamespace::text !~ '^(pg_|information_schema)'"
        ).scalar_one()
        is_ours = connection.exec_driver_sql(
            "SELECT to_regclass('public.schema_version') IS NOT NULL"
            " AND to_regnamespace('core') IS NOT NULL"
        ).scalar_one()
        if tables and not is_ours:
            raise SurroundingsError(STRANGE)
        connection.exec_driver_sql("SET lock_timeout = '2s'")
        connection.commit()
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)
        connection.commit()
    return newest() if to == "head" else to


def newest() -> str:
    """Return the version this program brings a server to."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def current(url: str) -> str:
    """Return the version of a server, empty where there is none."""
    engine = engine_of(url)
    with engine.connect() as connection:
        found = connection.exec_driver_sql(
            "SELECT to_regclass('public.schema_version') IS NOT NULL"
        ).scalar_one()
        if not found:
            return ""
        row = connection.exec_driver_sql("SELECT version_num FROM public.schema_version").first()
    return str(row[0]) if row else ""


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config
