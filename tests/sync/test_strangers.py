"""What a station of another hall, or one that was shut out, gets: nothing, by any function."""

from __future__ import annotations

import json
from contextlib import closing

import psycopg
import pytest
from fix_attacks import API, HALL, OTHER
from fix_postgres import HallServer
from fix_sync_acts import acts, wish

from zcdesk.domain.act import START
from zcdesk.domain.act import digest as digest_of
from zcdesk.store import pages
from zcdesk.store.hall import Refused
from zcdesk.store.pages import Kept
from zcdesk.sync import admin
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.sync.schema.v8 import NAMES


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
