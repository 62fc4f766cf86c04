"""What the hall's server is asked for, feature by feature: the words of `zcdesk server probe`.

Only what the program's own schema, rounds, backups and drills use is NEEDED or asked for by name;
what people ask about and the program does without stands at the end. Run in a scratch schema whose
name is put for `{s}`, a role's for `{r}`; never a statement outside the one transaction that is
rolled back.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Use(StrEnum):
    """What a missing feature would mean."""

    NEEDED = "必需"
    BACKUP = "备份恢复"
    SPREAD = "主备与汇聚"
    UNUSED = "本程序不用"


class Feature(NamedTuple):
    """One feature.

    Attributes:
        sql: run in order; the last answer's first value must equal `gives`, where that is told.
    """

    name: str
    use: Use
    why: str
    sql: tuple[str, ...]
    gives: object = None


FEATURES = (
    Feature("UTF-8 编码", Use.NEEDED, "姓名一字不差", ("SHOW server_encoding",), "UTF8"),
    Feature(
        "事务内建表",
        Use.NEEDED,
        "升级要么全成要么不动",
        (
            "CREATE TABLE {s}.t (hall text, n bigint, day text, state text DEFAULT 'waiting'"
            " CHECK (state IN ('waiting', 'held')), PRIMARY KEY (hall, n))",
            "CREATE INDEX ON {s}.t (hall, day) WHERE state = 'waiting'",
            "SET LOCAL lock_timeout = '2s'",
        ),
    ),
    Feature(
        "ON CONFLICT",
        Use.NEEDED,
        "同一请求重复送达只算一次",
        (
            "INSERT INTO {s}.t AS x (hall, n, day) VALUES ('h', 1, 'd') ON CONFLICT DO NOTHING",
            "INSERT INTO {s}.t AS x (hall, n, day) VALUES ('h', 1, 'd')"
            " ON CONFLICT (hall, n) DO UPDATE SET day = x.day || excluded.day RETURNING day",
        ),
        "dd",
    ),
    Feature(
        "FOR UPDATE / FOR NO KEY UPDATE",
        Use.NEEDED,
        "全厅次序逐条排定",
        ("SELECT n FROM {s}.t FOR UPDATE", "SELECT n FROM {s}.t FOR NO KEY UPDATE"),
    ),
    Feature(
        "SKIP LOCKED",
        Use.NEEDED,
        "多窗口同时叫号互不等待",
        ("SELECT n FROM {s}.t ORDER BY n LIMIT 1 FOR UPDATE SKIP LOCKED",),
    ),
    Feature(
        "bytea 与 sha256()",
        Use.NEEDED,
        "服务器自己核对每条记录",
        ("SELECT encode(sha256(convert_to('办', 'UTF8')), 'hex')",),
        "fc5b0c1a72a6c88e1273d3b3e0c5a5575c9b759f5a4841038ca8c8ecb18e74c7",
    ),
    Feature(
        "jsonb",
        Use.NEEDED,
        "函数的答复",
        ("SELECT (jsonb_build_object('a', 1) || '{\"b\": [\"办\"]}'::jsonb) #>> '{b,0}'",),
        "办",
    ),
    Feature(
        "to_json 原样",
        Use.NEEDED,
        "记录头的字节与窗口一致",
        ("SELECT to_json(E'办\"\\n'::text)::text",),
        '"办\\"\\n"',
    ),
    Feature(
        "复合类型与数组",
        Use.NEEDED,
        "一批记录一次送达",
        (
            "SELECT cardinality(array_agg(x)) + (SELECT count(*) FROM unnest(ARRAY['a', 'b']) AS u"
            " WHERE u = ANY (ARRAY['a'])) FROM {s}.t AS x",
        ),
        2,
    ),
    Feature(
        "标准 SQL 函数体",
        Use.NEEDED,
        "函数体建时即核对",
        (
            "CREATE FUNCTION {s}.twice(p integer) RETURNS integer LANGUAGE sql IMMUTABLE"
            " RETURN p * 2",
            "SELECT {s}.twice(21)",
        ),
        42,
    ),
    Feature(
        "plpgsql",
        Use.NEEDED,
        "收发记录的函数",
        (
            "CREATE FUNCTION {s}.loops(p bytea[]) RETURNS integer LANGUAGE plpgsql AS $$"
            " #variable_conflict use_column\nDECLARE n integer := 0; k integer; BEGIN"
            " FOR i IN 1 .. coalesce(array_length(p, 1), 0) LOOP CONTINUE WHEN p[i] IS NULL;"
            " n := n + octet_length(p[i]); END LOOP;"
            " PERFORM 1 FROM {s}.t; GET DIAGNOSTICS k = ROW_COUNT; RETURN n + k; END $$",
            "SELECT {s}.loops(ARRAY['abc'::bytea, NULL])",
        ),
        4,
    ),
    Feature(
        "自定错误码与捕获",
        Use.NEEDED,
        "拒绝的原因逐一说明",
        (
            "CREATE FUNCTION {s}.catches() RETURNS text LANGUAGE plpgsql AS $$ BEGIN BEGIN"
            " PERFORM 'x'::json; EXCEPTION WHEN data_exception OR invalid_text_representation"
            " THEN NULL; END; BEGIN RAISE EXCEPTION 'no' USING ERRCODE = 'ZC001';"
            " EXCEPTION WHEN SQLSTATE 'ZC001' THEN RETURN SQLSTATE; END; END $$",
            "SELECT {s}.catches()",
        ),
        "ZC001",
    ),
    Feature(
        "角色与成员",
        Use.NEEDED,
        "一机一登录",
        (
            "CREATE ROLE {r} NOLOGIN",
            "CREATE ROLE {r}_pc LOGIN INHERIT CONNECTION LIMIT 3 PASSWORD 'zcdesk-Probe-1!'",
            "GRANT {r} TO {r}_pc",
            "GRANT USAGE ON SCHEMA {s} TO {r}",
            "SELECT pg_has_role('{r}_pc', '{r}', 'member')",
        ),
        True,
    ),
    Feature(
        "SECURITY DEFINER 与 SET",
        Use.NEEDED,
        "窗口只能调用函数，不能碰表",
        (
            "CREATE FUNCTION {s}.me() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER"
            " SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS"
            " $$ BEGIN RETURN session_user; END $$",
            "REVOKE ALL ON FUNCTION {s}.me() FROM PUBLIC",
            "GRANT EXECUTE ON FUNCTION {s}.me() TO {r}",
            "SELECT {s}.me() = session_user",
        ),
        True,
    ),
    Feature(
        "默认权限",
        Use.NEEDED,
        "新函数不对所有人开放",
        (
            "ALTER DEFAULT PRIVILEGES IN SCHEMA {s} GRANT SELECT ON TABLES TO {r}",
            "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
        ),
    ),
    Feature(
        "行级安全",
        Use.NEEDED,
        "第二道墙：别厅的行看不见",
        (
            "ALTER TABLE {s}.t ENABLE ROW LEVEL SECURITY",
            "ALTER TABLE {s}.t FORCE ROW LEVEL SECURITY",
            "CREATE POLICY own ON {s}.t FOR SELECT TO {r} USING (hall = 'another')",
            "GRANT SELECT ON {s}.t TO {r}",
            "SET LOCAL ROLE {r}",
            "SELECT count(*) FROM {s}.t",
        ),
        0,
    ),
    Feature(
        "收回系统函数",
        Use.NEEDED,
        "咨询锁、大对象、睡眠不给窗口用",
        (
            "DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT p.oid::regprocedure"
            " FROM pg_catalog.pg_proc AS p WHERE p.pronamespace = 'pg_catalog'::regnamespace"
            " AND p.proname LIKE 'pg\\_sleep%' LOOP"
            " EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f); END LOOP; END $$",
        ),
    ),
    Feature(
        "会话一览与结束",
        Use.NEEDED,
        "挂住事务的会话被及时断开",
        (
            "SELECT a.state, a.state_change, a.xact_start, a.usename FROM pg_stat_activity AS a"
            " WHERE a.state_change < clock_timestamp() - make_interval(secs => 0) LIMIT 1",
            "SELECT pg_terminate_backend(0)",
        ),
    ),
    Feature(
        "COPY",
        Use.BACKUP,
        "server backup / restore",
        ("COPY {s}.t TO STDOUT",),
    ),
    Feature(
        "密码校验值可读",
        Use.BACKUP,
        "恢复到新服务器后各窗口照常登录",
        ("SELECT rolpassword FROM pg_authid LIMIT 1",),
    ),
    Feature(
        "流复制",
        Use.SPREAD,
        "主备切换",
        ("SELECT application_name, sync_state FROM pg_stat_replication", "SHOW synchronous_commit"),
    ),
    Feature(
        "逻辑发布",
        Use.SPREAD,
        "市级到省级单向汇聚，按大厅取行",
        ("CREATE PUBLICATION {r} FOR TABLE {s}.t WHERE (hall = 'h')",),
    ),
    Feature(
        "LISTEN / NOTIFY",
        Use.UNUSED,
        "次序头轮询，不靠通知",
        ("LISTEN {r}", "NOTIFY {r}"),
    ),
    Feature(
        "咨询锁",
        Use.UNUSED,
        "用行锁",
        ("SELECT pg_try_advisory_xact_lock(1)",),
        True,
    ),
    Feature(
        "生成列",
        Use.UNUSED,
        "表里只有写入的值",
        ("CREATE TABLE {s}.g (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED)",),
    ),
)
