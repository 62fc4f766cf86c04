"""The table of online applications on a real server: sender, reader, bad rows, a cut in between."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

import msgspec
import psycopg
import pytest
from fix_postgres import HallServer, Server
from sqlalchemy.engine import make_url

from zcdesk import paths, rounds
from zcdesk.errors import SurroundingsError
from zcdesk.exchange import samples
from zcdesk.operations import online
from zcdesk.sync import online_table

SQL = paths.resources_dir() / "exchange" / "online-application.sql"


class Table:
    """A database with the table, and a login for each side."""

    def __init__(self, postgres: Server) -> None:
        name = f"o_{secrets.token_hex(5)}"
        with psycopg.connect(postgres.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        whole = make_url(postgres.url).set(database=name)
        self.admin = HallServer(whole.render_as_string(hide_password=False))
        self.admin.run(SQL.read_text("utf-8").encode())  # type: ignore[arg-type]
        self.roles: list[str] = []
        self.sender, self.reader = (self._login(whole, side) for side in ("sender", "reader"))

    def _login(self, whole, side: str) -> str:
        role, word = f"{side}_{secrets.token_hex(4)}", secrets.token_hex(8)
        self.admin.run(f"CREATE ROLE {role} LOGIN PASSWORD '{word}' IN ROLE zc_online_{side}")
        self.roles.append(role)
        return str(whole.set(username=role, password=word).render_as_string(hide_password=False))

    def put(self, document: str) -> None:
        with psycopg.connect(self.sender, autocommit=True) as connection:
            connection.execute(
                "INSERT INTO exchange.online_application (document) VALUES (%s)", (document,)
            )

    def drop(self) -> None:
        self.admin.drop()


@pytest.fixture
def table(postgres: Server) -> Iterator[Table]:
    made = Table(postgres)
    yield made
    made.drop()


def test_rows_are_taken_once_and_bad_ones_say_why(table: Table, session) -> None:
    sample = samples.online("JS-0001", "1-2", "申请表", session.now())
    text = msgspec.json.encode(sample).decode()
    for document in (text, text, "{"):
        table.put(document)
    one = rounds.TableRound(table.reader, lambda error: f"原因 {error.code}")
    due = one.send(None)
    one.record(session, due)  # a cut before the answer: all of it is offered again
    assert one.send(None) == due
    assert rounds.run(session, one) == 3
    rows = table.admin.run("SELECT state, reason FROM exchange.online_application ORDER BY id")
    assert rows == [("repeated", ""), ("repeated", ""), ("bad", "-：原因 ONL-01")]
    assert rounds.run(session, one) == 0
    assert [p.number for p in online.pending(session)] == ["JS-0001"]


ROWS = "exchange.online_application"


def test_neither_side_may_do_what_is_the_others(table: Table) -> None:
    table.put("{}")
    for url, sql in (
        (table.sender, f"SELECT document FROM {ROWS}"),
        (table.sender, f"INSERT INTO {ROWS} (document, state) VALUES ('', 'bad')"),
        (table.reader, f"INSERT INTO {ROWS} (document) VALUES ('')"),
        (table.reader, f"DELETE FROM {ROWS}"),
        (table.reader, f"UPDATE {ROWS} SET document = ''"),
    ):
        refused = psycopg.errors.InsufficientPrivilege
        with psycopg.connect(url) as connection, pytest.raises(refused):
            connection.execute(sql)


def test_no_table_is_said_in_words(table: Table) -> None:
    table.admin.run("DROP TABLE exchange.online_application")
    with pytest.raises(SurroundingsError) as failed:
        online_table.waiting(table.reader)
    assert failed.value.code == "EXC-14"
    with pytest.raises(SurroundingsError):
        online_table.waiting("postgresql://127.0.0.1:1/none")
