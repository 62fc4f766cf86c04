"""Roles, grants and row-level security: a station may run a dozen functions and nothing else.

First wall: no right on any table, no schema to create in, no temporary objects. Second wall: row
policies forced on every table. Identity is the session's login, never a setting (sync 2.10).
"""

from __future__ import annotations

from zcdesk.sync.schema.v1.tables import NAMES

ROLES = """
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zc_owner') THEN
    CREATE ROLE zc_owner NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zc_station') THEN
    CREATE ROLE zc_station NOLOGIN;
  END IF;
END $$;
CREATE SCHEMA core AUTHORIZATION zc_owner;
CREATE SCHEMA api AUTHORIZATION zc_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
SET ROLE zc_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE zc_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
"""

GRANTS = """
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA core FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA api FROM PUBLIC;
GRANT USAGE ON SCHEMA api TO zc_station;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA api TO zc_station;
RESET ROLE;
"""

# Open to everybody in a fresh database, and each a way to hold or exhaust something.
CLOSED = """
DO $$
DECLARE
  f regprocedure;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO zc_station', current_database());
  FOR f IN SELECT p.oid::regprocedure FROM pg_catalog.pg_proc AS p
    WHERE p.pronamespace = 'pg_catalog'::regnamespace
      AND (p.proname LIKE 'pg\\_advisory%' OR p.proname LIKE 'pg\\_try\\_advisory%'
        OR p.proname LIKE 'lo\\_%' OR p.proname IN ('loread', 'lowrite', 'pg_notify',
          'pg_export_snapshot', 'pg_current_xact_id', 'txid_current')
        OR p.proname LIKE 'pg\\_sleep%')
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
"""

ROW_POLICY = """
ALTER TABLE core.{0} ENABLE ROW LEVEL SECURITY;
ALTER TABLE core.{0} FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON core.{0} TO zc_owner USING (true) WITH CHECK (true);
CREATE POLICY own_hall ON core.{0} FOR SELECT TO zc_station
  USING (hall = (SELECT w.hall FROM api.whoami() AS w));
"""

POLICIES = "".join(ROW_POLICY.format(name) for name in NAMES)
