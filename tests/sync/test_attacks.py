"""What a clerk with psql and a station's login can do: only what `docs/server.md` lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from fix_attacks import API, HALL, OTHER
from fix_postgres import HallServer, Server
from fix_sync_acts import acts, wish
from psycopg.types.json import Jsonb
from sqlalchemy.engine import make_url

from zcdesk.errors import SurroundingsError
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.schema.v8 import NAMES

DOCS = Path(__file__).parents[2] / "docs" / "server.md"


REFUSED = (
    *(f"SELECT * FROM core.{name}" for name in NAMES),
    *(f"DELETE FROM core.{name}" for name in NAMES),
    *(f"TRUNCATE core.{name}" for name in NAMES),
    *(f"BEGIN; LOCK TABLE core.{name} IN ACCESS SHARE MODE" for name in NAMES),
    "UPDATE core.station SET hall = 'x'",
    "UPDATE core.act SET body = NULL",
    "INSERT INTO core.hall_head (hall) VALUES ('x')",
    "COPY core.act TO STDOUT",
    "ALTER TABLE core.act DISABLE ROW LEVEL SECURITY",
    "DROP TABLE core.act",
    "SELECT core.me()",
    "SELECT core.digest('x')",
    "SELECT core.hold(NULL, 'ticket:a', '3', 'waiting', NULL)",
    "SELECT core.remember(NULL, 'a', 'b', '1')",
    "SELECT * FROM public.schema_version",
    "CREATE TABLE public.mine (a int)",
    "CREATE TABLE api.mine (a int)",
    "CREATE TEMP TABLE mine (a int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION api.time() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()'",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "SET ROLE zc_owner",
    "SET ROLE zc_admin",
    "SET SESSION AUTHORIZATION zc_owner",
    "ALTER ROLE zc_owner LOGIN",
    "ALTER ROLE zc_station SUPERUSER",
    "GRANT zc_owner TO zc_station",
    "GRANT SELECT ON core.act TO PUBLIC",
    "SET session_replication_role = 'replica'",
    "ALTER SYSTEM SET fsync = off",
    "SELECT pg_reload_conf()",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'id'",
    "COPY (SELECT 1) TO '/tmp/x'",
    "SELECT lo_create(0)",
    "SELECT lo_import('/etc/passwd')",
    "SELECT lo_from_bytea(0, 'x')",
    "SELECT pg_advisory_lock(1)",
    "SELECT pg_try_advisory_lock(1)",
    "SELECT pg_advisory_xact_lock(1)",
    "SELECT pg_notify('a', 'b')",
    "SELECT pg_sleep(0)",
    "SELECT pg_sleep_for('0 s')",
    "SELECT pg_export_snapshot()",
    "SELECT pg_current_xact_id()",
    "SELECT txid_current()",
    "SELECT rolpassword FROM pg_authid",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_create_logical_replication_slot('a', 'pgoutput')",
    "CREATE PUBLICATION mine FOR ALL TABLES",
    "SELECT api.claim(NULL, '3', 'ticket:a', NULL)",
    "SELECT api.push(1, 0, ARRAY['x'::bytea], '{}', '{}', '{}')",
    "SELECT api.take_ticket('r', '{}')",
    "SELECT api.blob_put('x', 0, 'x', 1)",
    "SELECT api.blob_put('sha256:' || repeat('0', 64), 0, 'x', 1 << 30)",
    "SELECT api.page_put('x', '', 'sha256:' || repeat('0', 64), repeat('x', 60)::bytea)",
    "SELECT api.page_put('sha256:' || repeat('1', 64), '', 'x', repeat('x', 60)::bytea)",
    "SELECT api.page_put(d, '', d, repeat('x', 60)::bytea)"
    " FROM (SELECT 'sha256:' || repeat('0', 64) AS d) AS own_name",
    "SELECT api.page_put('sha256:' || repeat('1', 64), '', 'sha256:' || repeat('0', 64), 'x')",
    "SELECT api.page_put('sha256:' || repeat('1', 64), '', 'sha256:' || repeat('0', 64),"
    " repeat('x', 300)::bytea)",
    "SELECT api.page_put('sha256:' || repeat('1', 64), NULL, 'sha256:' || repeat('0', 64),"
    " repeat('x', 60)::bytea)",
    "SELECT core.erase('hall-320213', 'p1', 'x')",
    "SELECT core.may_have(NULL, 'p1')",
)


@pytest.fixture(scope="module")
def login(postgres: Server) -> Iterator[str]:
    """A station's URL, for attacks that leave nothing behind."""
    server = postgres.database()
    url = server.add(HALL, "W01")
    with closing(PostgresHall(url)) as hall:
        hall.push(acts(3))
    yield url
    server.drop()


@pytest.mark.parametrize("attack", REFUSED)
def test_it_is_refused(login: str, attack: str) -> None:
    with (
        psycopg.connect(login, autocommit=True) as clerk,
        pytest.raises(psycopg.Error) as refused,
    ):
        clerk.execute(attack)
    assert refused.value.sqlstate in ("42501", "ZC003", "25006", "42704"), refused.value


APPROVED = {
    "change its own password": "ALTER ROLE CURRENT_USER PASSWORD 'x'",
    "change its own defaults": "ALTER ROLE CURRENT_USER SET statement_timeout = 0",
    "set its own session's timeouts": "SET statement_timeout = 0",
    "send NOTIFY": "NOTIFY a, 'b'",
    "listen to channels": "LISTEN a",
    "read role names": "SELECT rolname FROM pg_roles",
    "read the functions' source": "SELECT prosrc FROM pg_proc WHERE proname = 'push'",
    "see that other sessions exist": "SELECT pid, usename FROM pg_stat_activity",
    "read the size of the database": "SELECT pg_database_size(current_database())",
    "hold a transaction open": "BEGIN; SELECT 1; ROLLBACK",
    "burn processor time": "SELECT count(*) FROM generate_series(1, 1000)",
}


def test_what_is_still_possible_is_what_the_docs_say(
    clerk: psycopg.Connection[tuple[object, ...]],
) -> None:
    for attack in APPROVED.values():
        clerk.execute(attack)
    listed = re.findall(r"^- can (.+?)(?:;.*)?$", DOCS.read_text("utf-8"), re.MULTILINE)
    assert set(listed) == set(APPROVED)


def test_the_functions_are_these_and_no_others(hall_server: HallServer) -> None:
    hall_server.add(HALL, "W01")
    hall_server.run("SET ROLE zc_owner; CREATE FUNCTION api.later() RETURNS int RETURN 1")
    rows = hall_server.run(
        "SELECT n.nspname, p.proname FROM pg_proc AS p JOIN pg_namespace AS n"
        " ON n.oid = p.pronamespace WHERE n.nspname IN ('api', 'core')"
        " AND has_function_privilege('zc_station', p.oid, 'EXECUTE')"
    )
    assert {row[1] for row in rows if row[0] == "api"} == API
    assert {row[1] for row in rows if row[0] == "core"} == set()
    tables = hall_server.run(
        "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'core' AND c.relkind = 'r'"
        " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)"
    )
    assert tables == []
    definers = hall_server.run(
        "SELECT p.proname FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace"
        " JOIN pg_roles AS r ON r.oid = p.proowner WHERE n.nspname IN ('api', 'core')"
        " AND p.prosecdef AND (r.rolsuper OR NOT coalesce(p.proconfig::text, '') LIKE"
        " '%%search_path=pg_catalog, pg_temp%%')"
    )
    assert definers == []


def test_the_second_wall_holds_where_the_first_is_broken(
    clerk: psycopg.Connection[tuple[object, ...]], hall_server: HallServer
) -> None:
    with closing(PostgresHall(hall_server.add(OTHER, "X01"))) as other:
        other.take_ticket("r1", wish("x"))
    for name in NAMES:
        hall_server.run(f"GRANT SELECT ON core.{name} TO zc_station")
    hall_server.run("GRANT USAGE ON SCHEMA core TO zc_station")
    assert {row[0] for row in clerk.execute("SELECT hall FROM core.ticket")} == {HALL}
    assert {row[0] for row in clerk.execute("SELECT hall FROM core.hall_head")} == {HALL}
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        clerk.execute("DELETE FROM core.ticket")


def test_identity_is_the_login_and_nothing_that_can_be_set(
    clerk: psycopg.Connection[tuple[object, ...]], hall_server: HallServer
) -> None:
    with closing(PostgresHall(hall_server.add(OTHER, "X01"))) as other:
        other.push([])
    me = clerk.execute("SELECT * FROM api.whoami()").fetchone()
    role = hall_server.run("SELECT role FROM core.station WHERE name = 'X01'")[0][0]
    for attack in (
        "SET ROLE zc_station",
        f"SET application_name = '{role}'",
        f"SET zcdesk.station = '{role}'",
        "SET search_path = api, public",
    ):
        clerk.execute(attack)
        assert clerk.execute("SELECT * FROM api.whoami()").fetchone() == me
    with pytest.raises(psycopg.Error):
        clerk.execute(f"SET ROLE {role}")
    clerk.execute("SET row_security = off")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        clerk.execute("SELECT * FROM api.whoami()")


def test_nothing_in_a_payload_is_ever_run(
    clerk: psycopg.Connection[tuple[object, ...]], hall_server: HallServer
) -> None:
    bad = "'); DROP TABLE core.ticket; --"
    sent = {
        "ticket": bad,
        "day": bad,
        "series": bad,
        "category": bad,
        "taken_at": bad,
        "priority": 0,
        "appointment_at": bad,
        "window": bad,
    }
    answer = clerk.execute("SELECT api.take_ticket(%s, %s)", (bad[:60], Jsonb(sent))).fetchone()
    assert answer
    assert answer[0]["ticket"] == bad
    assert hall_server.run("SELECT count(*) FROM core.ticket")[0][0] == 2


def test_a_held_transaction_stops_its_own_hall_only_and_is_ended(hall_server: HallServer) -> None:
    url = hall_server.add(HALL, "W01")
    with (
        psycopg.connect(url) as holder,
        closing(PostgresHall(hall_server.add(HALL, "W02"))) as beside,
        closing(PostgresHall(hall_server.add(OTHER, "X01"))) as other,
    ):
        with closing(PostgresHall(url)) as hall:
            hall.push(acts(1))
        holder.execute("SELECT api.grant_code('g1', 2026)")
        other.grant_code("g1", 2026)  # it would fail as the one beside does, were it held up
        with pytest.raises(SurroundingsError):
            beside.push(acts(1, origin="o2"))
        assert admin.end_held(hall_server.url, idle_seconds=0.5) == 1
        beside.push(acts(1, origin="o2"))
        assert make_url(url).username
        with pytest.raises(psycopg.OperationalError):
            holder.execute("SELECT 1")
