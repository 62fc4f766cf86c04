"""What a PostgreSQL-compatible server lacks of what the hall's server needs: `server probe`.

Every feature is tried by itself in one transaction that is rolled back, and the program's own
schema is laid in it whole; nothing is left behind, nothing that is there is touched. Made for
人大金仓 KingbaseES, openGauss and others that speak PostgreSQL's protocol and are not it.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk.sync import admin
from zcdesk.sync.probe_features import FEATURES, Feature, Use
from zcdesk.sync.schema import OLDEST_SERVER
from zcdesk.sync.schema.v1 import files, log, queue, rights, tables
from zcdesk.sync.schema.v2 import ADDED, clerks, heads, persons
from zcdesk.sync.schema.v3 import log as quick
from zcdesk.sync.schema.v4 import invitations
from zcdesk.sync.schema.v7 import late
from zcdesk.sync.schema.v9 import log as latest
from zcdesk.sync.schema.versions import v0005_least

if TYPE_CHECKING:
    import psycopg

WHOLE: tuple[tuple[str, str], ...] = (
    ("角色与模式", rights.ROLES),
    ("表", tables.TABLES),
    ("次序与核对", log.LOG),
    ("上送", log.PUSH),
    ("取回", log.PULL),
    ("排队与编号", queue.QUEUE),
    ("附件", files.FILES),
    ("行级安全", rights.POLICIES),
    ("授权", rights.GRANTS),
    ("收回", rights.CLOSED),
    ("签名", "SET ROLE zc_owner;" + heads.HEADS),
    ("登录核对", clerks.CLERKS),
    ("个人信息记录", persons.PERSONS + "".join(rights.ROW_POLICY.format(name) for name in ADDED)),
    ("快速上送", "SET ROLE zc_owner;" + quick.PUSH),
    ("接入码", invitations.INVITATIONS),
    ("最低协议", v0005_least.COLUMN + v0005_least.PUSH),
    ("迟到记录", late.LATE + late.PUSH_AS),
    ("单件上送", latest.CANONICAL + latest.PUSH_AS + latest.PUSH + latest.PULL + latest.ACTS),
    ("调用", "RESET ROLE; SELECT api.time(); SELECT core.digest('x'::bytea);"),
)
"""The schema as `server init` lays it, in the parts that are told apart where one is refused."""


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """How one feature stands.

    Attributes:
        has: None where it could not be tried.
        said: what the server said instead, its first line; empty where it has the feature.
    """

    name: str
    use: str
    why: str
    has: bool | None
    said: str = ""


class Probe(msgspec.Struct, frozen=True, kw_only=True):
    """What a server calls itself, and every answer."""

    server: str
    answers: tuple[Answer, ...]

    @property
    def lacks(self) -> tuple[Answer, ...]:
        """What the hall's server cannot do without and this one has not."""
        return tuple(a for a in self.answers if a.has is False and a.use == Use.NEEDED)


def probe(url: str) -> Probe:
    """Try everything at an administrator's URL.

    Raises:
        SurroundingsError: it cannot be reached, or does not let this URL in.
    """
    import psycopg

    with admin.connect(url) as connection:
        row = connection.execute("SELECT version()").fetchone()
        answers = [_version(connection)]
        mark = f"zcdesk_probe_{secrets.token_hex(4)}"
        with connection.cursor() as cursor:
            cursor.execute("BEGIN")
            try:
                cursor.execute(f"CREATE SCHEMA {mark}")
                answers += [_try(cursor, feature, mark) for feature in FEATURES]
                answers += _whole(cursor)
            except psycopg.Error as error:
                answers.append(_answer("建模式", Use.NEEDED, "试验的地方", _said(error)))
            finally:
                cursor.execute("ROLLBACK")
        answers += [_snapshot(connection), _certificates(connection)]
    return Probe(server=str(row[0]) if row else "", answers=tuple(answers))


def text(found: Probe) -> str:
    """Lay the answers out for people, a line each."""
    lines = [found.server]
    for one in found.answers:
        mark = {True: "✓ 有", False: "✗ 缺", None: "△ 未试"}[one.has]
        tail = f"  → {one.said}" if one.said else ""
        lines.append(f"{mark}  [{one.use}] {one.name}：{one.why}{tail}")
    count = len(found.lacks)
    lines.append(f"缺 {count} 项必需的功能，不能作大厅服务器。" if count else "必需的功能都有。")
    return "\n".join(lines)


def _try(cursor: psycopg.Cursor[Any], feature: Feature, mark: str) -> Answer:
    """Try one feature; what it made stays for those after it, what it failed in does not."""
    import psycopg

    cursor.execute("SAVEPOINT feature")
    said = ""
    try:
        for words in feature.sql:
            _run(cursor, words.replace("{s}", mark).replace("{r}", f"{mark}_role").encode())
        if feature.gives is not None and (row := cursor.fetchone()) and row[0] != feature.gives:
            said = f"答 {row[0]}，应为 {feature.gives}"
        cursor.execute("RESET ROLE")
    except psycopg.Error as error:
        said = _said(error)
    cursor.execute("ROLLBACK TO SAVEPOINT feature" if said else "RELEASE SAVEPOINT feature")
    return _answer(feature.name, feature.use, feature.why, said)


def _run(cursor: psycopg.Cursor[Any], words: bytes) -> None:
    if words.startswith(b"COPY"):
        with cursor.copy(words) as rows:
            for _ in rows:
                pass
    else:
        cursor.execute(words)


def _whole(cursor: psycopg.Cursor[Any]) -> list[Answer]:
    """Lay the program's own schema; after the first part that is refused nothing can follow."""
    import psycopg

    cursor.execute("SELECT to_regnamespace('core') IS NOT NULL")
    row = cursor.fetchone()
    if row and row[0]:
        why = "已有大厅的结构，不再试建"
        return [Answer(name="整套结构", use=Use.NEEDED, why=why, has=None)]
    for name, sql in WHOLE:
        try:
            cursor.execute(sql.encode())
        except psycopg.Error as error:
            return [_answer(f"整套结构·{name}", Use.NEEDED, "server init", _said(error))]
    return [_answer("整套结构", Use.NEEDED, f"{len(WHOLE)} 部分全部建成并调用过", "")]


def _version(connection: psycopg.Connection[Any]) -> Answer:
    number = connection.info.server_version
    said = "" if number >= OLDEST_SERVER else f"自称 {number}"
    why = f"PostgreSQL {OLDEST_SERVER // 10000} 或以上的协议与语法"
    return _answer("版本", Use.NEEDED, why, said)


def _snapshot(connection: psycopg.Connection[Any]) -> Answer:
    import psycopg

    said = ""
    try:
        with connection.transaction():
            connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            connection.execute("SELECT 1")
    except psycopg.Error as error:
        said = _said(error)
    return _answer("只读快照", Use.BACKUP, "备份里各表是同一时刻", said)


def _certificates(connection: psycopg.Connection[Any]) -> Answer:
    """Whether stations can log in by certificate now; a setting, so its lack is only told."""
    import psycopg

    name, why = "证书登录", "窗口没有口令可偷"
    try:
        row = connection.execute("SHOW ssl").fetchone()
        if row is None or row[0] != "on":
            return Answer(name=name, use=Use.NEEDED, why=why, has=None, said="TLS 没有开启")
        row = connection.execute(
            "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'cert'"
            " OR array_to_string(options, ' ') LIKE '%clientcert=verify%'"
        ).fetchone()
    except psycopg.Error as error:
        return Answer(name=name, use=Use.NEEDED, why=why, has=None, said=_said(error))
    if row is None or not row[0]:
        return Answer(name=name, use=Use.NEEDED, why=why, has=None, said="登录规则里没有证书一行")
    return _answer(name, Use.NEEDED, why, "")


def _answer(name: str, use: Use, why: str, said: str) -> Answer:
    return Answer(name=name, use=use, why=why, has=not said, said=said)


def _said(error: psycopg.Error) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
