"""A server is asked what it lacks; nothing is left behind, and what was taken away is named."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator

import msgspec
import psycopg
import pytest
from fix_postgres import Server
from sqlalchemy.engine import make_url

from zcdesk import cli
from zcdesk.sync import probe
from zcdesk.sync.probe_features import FEATURES


@pytest.fixture
def bare(postgres: Server) -> Iterator[str]:
    """An empty database."""
    name = f"p_{secrets.token_hex(5)}"
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    yield make_url(postgres.url).set(database=name).render_as_string(hide_password=False)
    with psycopg.connect(postgres.url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def run(url: str, sql: str) -> list[tuple[object, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []


def everything(url: str) -> list[tuple[object, ...]]:
    return run(
        url,
        "SELECT 'n', nspname::text FROM pg_namespace UNION SELECT 'r', rolname::text FROM pg_roles"
        " UNION SELECT 'c', relname::text FROM pg_class UNION SELECT 'a', proacl::text FROM pg_proc"
        " ORDER BY 1, 2",
    )


def test_a_real_postgresql_has_everything_and_is_left_as_it_was(bare: str) -> None:
    before = everything(bare)
    found = probe.probe(bare)
    assert {a.name: a.said for a in found.answers if a.has is False} == {}
    assert [a.name for a in found.answers if a.has is None] == ["证书登录"]
    assert len(found.answers) == len(FEATURES) + 4
    assert everything(bare) == before
    assert found.server.startswith("PostgreSQL")


@pytest.mark.req("UX-55")
def test_the_report_is_said_in_english(english, bare: str, capsys) -> None:
    run(bare, "ALTER FUNCTION pg_catalog.sha256(bytea) RENAME TO gone")
    assert cli.main(["server", "probe", "--url", bare]) == 1
    said = capsys.readouterr().out
    assert re.findall("[\u4e00-\u9fff：，。]", said) == []
    assert "✗ lacks  [needed] bytea and sha256(): the server checks each record itself  → " in said


@pytest.mark.parametrize(
    ("taken", "lacking"),
    [
        ("DROP EXTENSION plpgsql", {"plpgsql", "自定错误码与捕获", "SECURITY DEFINER 与 SET"}),
        ("ALTER FUNCTION pg_catalog.sha256(bytea) RENAME TO gone", {"bytea 与 sha256()"}),
        # plpgsql looks a function up when it runs: only the feature itself tells
        ("ALTER FUNCTION pg_catalog.make_interval RENAME TO gone", {"会话一览与结束"}),
    ],
)
def test_what_was_taken_away_is_named(bare: str, taken: str, lacking: set[str]) -> None:
    run(bare, f"SET allow_system_table_mods = on; {taken}")
    found = probe.probe(bare)
    names = {a.name for a in found.lacks}
    assert lacking <= names
    assert any(name.startswith("整套结构·") for name in names) == ("make_interval" not in taken)
    assert "SKIP LOCKED" not in names
    assert all(a.said for a in found.lacks)


def test_an_account_without_rights_is_told_what_it_cannot_do(bare: str, capsys) -> None:
    role = f"weak_{secrets.token_hex(4)}"
    run(bare, f"CREATE ROLE {role} LOGIN PASSWORD 'x'")
    run(bare, f"GRANT CREATE ON DATABASE {make_url(bare).database} TO {role}")
    url = make_url(bare).set(username=role, password="x").render_as_string(hide_password=False)
    try:
        assert cli.main(["server", "probe", "--url", url, "--json"]) == 1
        said = msgspec.json.decode(capsys.readouterr().out, type=probe.Probe)
        assert {"角色与成员", "行级安全"} <= {a.name for a in said.lacks}
        assert "密码校验值可读" in {a.name for a in said.answers if a.has is False}
        assert cli.main(["server", "probe", "--url", url]) == 1
        assert "项必需的功能" in capsys.readouterr().out
    finally:
        run(bare, f"DROP OWNED BY {role}; DROP ROLE {role}")


def test_a_hall_in_use_is_not_touched(hall_server) -> None:
    hall_server.add("hall-320213", "W01")
    before = everything(hall_server.url)
    found = probe.probe(hall_server.url)
    assert [a.why for a in found.answers if a.name == "整套结构"] == ["已有大厅的结构，不再试建"]
    assert found.lacks == ()
    assert everything(hall_server.url) == before
