"""What a clerk with psql and a station's login can do: only what `docs/server.md` lists."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from fix_postgres import HallServer, Server
from fix_sync_acts import acts, wish
from psycopg.types.json import Jsonb
from sqlalchemy.engine import make_url

from zcdesk.domain.act import START
from zcdesk.domain.act import digest as digest_of
from zcdesk.errors import SurroundingsError
from zcdesk.store import pages
from zcdesk.store.hall import Refused
from zcdesk.store.pages import Kept
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.schema.v8 import NAMES

DOCS = Path(__file__).parents[2] / "docs" / "server.md"
HALL, OTHER = "hall-320213", "hall-999999"

API = {
    "acts",
    "audiences",
    "bodies",
    "blob_get",
    "blob_put",
    "claim",
    "claim_next",
    "erased",
    "grant_code",
    "hand_over",
    "keep",
    "take_register_number",
    "heads",
    "page_put",
    "pages",
    "person_put",
    "persons",
    "pull",
    "push",
    "put_verifier",
    "reclaim",
    "release",
    "shift_tokens",
    "signed_heads",
    "take_ticket",
    "time",
    "unsealed",
    "verifiers",
    "waiting",
    "whoami",
}


@pytest.fixture
def clerk(hall_server: HallServer) -> Iterator[psycopg.Connection[tuple[object, ...]]]:
    """A raw session under a station's login, in a hall with work in it."""
    url = hall_server.add(HALL, "W01")
    with closing(PostgresHall(url)) as hall:
        hall.push(acts(3))
        hall.take_ticket("r1", wish("a"))
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


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
    # A closed session may linger at the server while the next attack knocks.
    server.run(f"ALTER ROLE {make_url(url).username} CONNECTION LIMIT 50")
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


def test_another_halls_station_gets_and_does_nothing_here(hall_server: HallServer) -> None:
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as here:
        made = acts(3)
        here.push(made)
        here.take_ticket("r1", wish("a"))
        with closing(PostgresHall(hall_server.add(OTHER, "X01"))) as there:
            assert there.pull(START, 100).acts == ()
            assert there.waiting("2026-11-24") == ()
            assert there.claim("c1", "3", "2026-11-24", lambda _: "ticket:a") is None
            assert there.claim_next("c2", "3", "2026-11-24", ["社会民生"], None) is None
            with pytest.raises(Refused, match="NET-07"):
                there.push(acts(1, after=made[-1]))
            assert there.heads() == START
        assert here.heads().number == 3


NOBODYS = "sha256:" + "0" * 64
PAGE = "sha256:" + "1" * 64
SECRETS = pages.MARK + b"SECRET"
SEAL = digest_of(SECRETS)
CALLS = {
    "acts": "0, 0, '', 100",
    "audiences": "",
    "bodies": "ARRAY[1, 2, 3]::bigint[]",
    "blob_get": f"'{SEAL}', 0, 99",
    "blob_put": "'" + NOBODYS + "', 0, 'x', 1",
    "claim": "'q1', '3', 'ticket:a', NULL",
    "claim_next": "'q2', '3', '2026-11-24', ARRAY['社会民生'], NULL",
    "erased": "0",
    "grant_code": "'q3', 2026",
    "heads": "",
    "keep": "'ticket:a', 0, 600",
    "page_put": f"'{PAGE}', 'p1', '{SEAL}', repeat('x', 60)::bytea",
    "pages": f"'{PAGE}'",
    "person_put": f"'p9', 'case:x', 'hall', '', '{NOBODYS}', '', '', ''",
    "persons": "0, 100",
    "pull": "0, '', 100",
    "push": "1, 0, '{}', '{}', '{}', '{}'",
    "put_verifier": "'0312', 2, 'mine'",
    "reclaim": "'q4', '3', 'ticket:a'",
    "release": "'q5', 'ticket:a', 0, NULL",
    "shift_tokens": "ARRAY['s1']",
    "signed_heads": "0, 0",
    "take_register_number": "'q7', '收件', 2026",
    "take_ticket": "'q6', '{}'",
    "unsealed": "''",
    "verifiers": "",
    "waiting": "'2026-11-24'",
    "whoami": "",
    # Last: it ends the caller's own window.
    "hand_over": f"'2A', '{NOBODYS[7:]}', 5",
}
"""Every function of the server but the time of day, with words that would reach a neighbour's."""


def call(connection: psycopg.Connection[tuple[object, ...]], name: str) -> str:
    """Call a function; return everything it said, a refusal's state too."""
    try:
        return str(connection.execute(f"SELECT api.{name}({CALLS[name]})").fetchall())
    except psycopg.Error as error:
        return f"refused {error.sqlstate}"


@pytest.fixture
def rich_hall(hall_server: HallServer) -> HallServer:
    """A hall with something of everything in it, each marked with a word nobody else has."""
    with closing(PostgresHall(hall_server.add(HALL, "W01"))) as hall:
        hall.push(acts(2))
        hall.take_ticket("r1", wish("a"))
        hall.ask(
            "SELECT api.person_put('p1', 'case:SECRET', 'hall', 'SECRET', %s, '', 'SECRET', '')",
            NOBODYS,
        )
        hall.put_blob(SEAL, 0, SECRETS, len(SECRETS))
        assert hall.put_page(PAGE, Kept("p1", SEAL, b"SECRET" * 10))
        clear = b"SECRET, in the clear"
        hall.put_blob(digest_of(clear), 0, clear, len(clear))
    hall_server.run("INSERT INTO core.verifier VALUES (%s, '0312', 1, 'SECRET', 'x')", HALL)
    hall_server.run("INSERT INTO core.clerk_station SELECT hall, '0312', role FROM core.station")
    hall_server.run("INSERT INTO core.shift_token VALUES (%s, 's1', 'SECRET', '', '')", HALL)
    hall_server.run("INSERT INTO core.signed_head VALUES (%s, 1, 1, 'SECRET', '', '')", HALL)
    hall_server.run("INSERT INTO core.person_erased VALUES (%s, 'SECRET', 1, now(), '')", HALL)
    return hall_server


def everything(server: HallServer) -> list[tuple[object, ...]]:
    """Return every row of the hall that is attacked."""
    words = "SELECT * FROM core.{} WHERE hall = %s"
    return [row for name in NAMES for row in server.run(words.format(name), HALL)]


def test_another_halls_station_reaches_nothing_by_any_function(rich_hall: HallServer) -> None:
    assert set(CALLS) == API - {"time"}
    url = rich_hall.add(OTHER, "X01")
    before = everything(rich_hall)
    with psycopg.connect(url, autocommit=True) as stranger:
        said = {name: call(stranger, name) for name in CALLS}
    assert [name for name, text in said.items() if "SECRET" in text or HALL in text] == []
    assert everything(rich_hall) == before


def test_the_shorter_pull_goes_on_in_the_callers_own_hall_alone(rich_hall: HallServer) -> None:
    there, here = rich_hall.add(OTHER, "X01"), rich_hall.add(HALL, "W09")
    rich_hall.run(
        "INSERT INTO core.act SELECT (jsonb_populate_record(a, %s)).* FROM core.act AS a"
        " WHERE a.hall = %s AND a.position = 1",
        json.dumps({"hall": OTHER}),
        HALL,
    )
    rich_hall.run("UPDATE core.hall_head SET position = 1 WHERE hall = %s", OTHER)
    ((chain, epoch),) = rich_hall.run(
        "SELECT a.chain, h.epoch FROM core.act AS a JOIN core.hall_head AS h USING (hall)"
        " WHERE a.hall = %s AND a.position = 1",
        HALL,
    )
    asked = "SELECT position FROM api.acts(%s, 1, %s, 100)"
    for url, expected in ((here, [(2,)]), (there, [])):
        with psycopg.connect(url, autocommit=True) as caller:
            assert caller.execute(asked, (epoch, chain)).fetchall() == expected


def test_a_revoked_stations_session_reaches_nothing_by_any_function(rich_hall: HallServer) -> None:
    url = rich_hall.add(HALL, "W09")
    with psycopg.connect(url, autocommit=True) as stolen:
        rich_hall.run("UPDATE core.station SET revoked = true WHERE name = 'W09'")
        before = everything(rich_hall)
        said = {call(stolen, name) for name in CALLS}
        assert said == {"refused ZC002"}
    assert everything(rich_hall) == before


def test_a_station_of_the_hall_gets_no_verifier_it_was_not_given(rich_hall: HallServer) -> None:
    with psycopg.connect(rich_hall.add(HALL, "W02"), autocommit=True) as narrow:
        assert call(narrow, "verifiers") == "[([],)]"
        assert call(narrow, "put_verifier") == "[(False,)]"
        assert "SECRET" in call(narrow, "persons")


def test_a_page_is_named_only_for_those_its_record_is_meant_for(hall_server: HallServer) -> None:
    with (
        closing(PostgresHall(hall_server.add(HALL, "W01"))) as author,
        closing(PostgresHall(hall_server.add(HALL, "W02", ("category:市场准入",)))) as narrow,
        closing(PostgresHall(hall_server.add(HALL, "W03"))) as whole,
    ):
        words = "SELECT api.person_put('p1', 'case:a', %s, '', %s, '', '', '')"
        author.ask(words, "category:社会民生", NOBODYS)
        author.put_blob(SEAL, 0, SECRETS, len(SECRETS))
        kept = Kept("p1", SEAL, bytes(60))
        assert not narrow.put_page(PAGE, kept)
        assert not author.put_page(PAGE, Kept("p2", SEAL, bytes(60)))  # no such record
        assert not author.put_page(PAGE, Kept("p1", NOBODYS, bytes(60)))  # no such content
        assert author.put_page(PAGE, kept)
        assert author.put_page(PAGE, kept)  # a repeated call changes nothing
        assert author.pages(PAGE) == whole.pages(PAGE) == (kept,)
        assert narrow.pages(PAGE) == ()


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


def test_a_body_is_only_for_those_it_is_meant_for(hall_server: HallServer) -> None:
    with (
        closing(PostgresHall(hall_server.add(HALL, "W01"))) as author,
        closing(PostgresHall(hall_server.add(HALL, "W02", ("category:市场准入",)))) as narrow,
        closing(PostgresHall(hall_server.add(HALL, "W03"))) as whole,
    ):
        first = acts(1, audience="category:社会民生")
        made = [*first, *acts(1, after=first[0], audience="category:市场准入")]
        made += acts(1, after=made[-1], audience="hall")
        author.push(made)
        seen = [placed.act.body is not None for placed in narrow.pull(START, 9).acts]
        assert seen == [False, True, True]
        begun = narrow.pull(START, 1).acts[0].position
        assert [one.act.body is not None for one in narrow.pull(begun, 9).acts] == seen[1:]
        start = author.pull(START, 2).acts[0].position
        assert all(one.act.body for one in author.pull(start, 9).acts)
        assert all(placed.act.body for placed in whole.pull(START, 9).acts)
        assert narrow.pull(START, 9).acts[-1].position == whole.heads()
        narrow.push(acts(1, origin="o2", audience="department:x"))
        assert narrow.pull(START, 9).acts[-1].act.body is not None


def test_a_revoked_stations_open_session_does_nothing_more(
    clerk: psycopg.Connection[tuple[object, ...]], hall_server: HallServer
) -> None:
    role = str(clerk.execute("SELECT session_user").fetchone()[0])  # type: ignore[index]
    hall_server.run("UPDATE core.station SET revoked = true WHERE role = %s", role)
    for call in (
        "SELECT api.heads()",
        "SELECT api.pull(0, '', 1)",
        "SELECT api.acts(1, 1, '', 1)",
        "SELECT api.whoami()",
    ):
        with pytest.raises(psycopg.Error) as refused:
            clerk.execute(call)
        assert refused.value.sqlstate == "ZC002"
    admin.revoke_station(hall_server.url, role)
    with pytest.raises(psycopg.OperationalError):
        clerk.execute("SELECT 1")


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
