"""Clerks' verifiers, sent only to stations a clerk may use, and the tokens of their shifts.

A verifier ends in a public key: whoever reads it can sign nothing. Who may use which station is
the administrator's word alone.
"""

from __future__ import annotations

CLERKS = """
CREATE TABLE core.verifier (
  hall text NOT NULL,
  clerk text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  hash text NOT NULL,
  role text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, clerk, version)
);

CREATE TABLE core.clerk_station (
  hall text NOT NULL,
  clerk text NOT NULL,
  role text NOT NULL REFERENCES core.station,
  PRIMARY KEY (hall, clerk, role)
);

-- reason: why the shift is not believed; empty = signed.
CREATE TABLE core.shift_token (
  hall text NOT NULL,
  shift text NOT NULL,
  reason text NOT NULL,
  statement bytea NOT NULL,
  signature bytea NOT NULL,
  PRIMARY KEY (hall, shift)
);

-- NULL where nobody has said yet who may work where: then a station keeps what it has.
CREATE FUNCTION api.verifiers() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  IF NOT EXISTS (SELECT FROM core.clerk_station AS c WHERE c.hall = me.hall) THEN
    RETURN NULL;
  END IF;
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('clerk', c.clerk,
      'version', coalesce(v.version, 0), 'hash', coalesce(v.hash, '')) ORDER BY c.clerk), '[]')
    FROM core.clerk_station AS c LEFT JOIN LATERAL (
      SELECT k.version, k.hash FROM core.verifier AS k
      WHERE k.hall = c.hall AND k.clerk = c.clerk ORDER BY k.version DESC LIMIT 1) AS v ON true
    WHERE c.hall = me.hall AND c.role = me.role);
END $$;

-- A secret changed at a station the clerk may use; never an older one, never another clerk's.
CREATE FUNCTION api.put_verifier(p_clerk text, p_version integer, p_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
BEGIN
  IF p_hash IS NULL OR octet_length(p_hash) > 512 OR p_version IS NULL OR p_version < 1 THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  IF NOT EXISTS (SELECT FROM core.clerk_station AS c
                 WHERE c.hall = me.hall AND c.clerk = p_clerk AND c.role = me.role)
     OR EXISTS (SELECT FROM core.verifier AS v
                WHERE v.hall = me.hall AND v.clerk = p_clerk AND v.version >= p_version) THEN
    RETURN false;
  END IF;
  INSERT INTO core.verifier (hall, clerk, version, hash, role)
    VALUES (me.hall, p_clerk, p_version, p_hash, me.role) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION api.shift_tokens(p_shifts text[])
RETURNS TABLE (shift text, reason text, statement bytea, signature bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT t.shift, t.reason, t.statement, t.signature FROM core.shift_token AS t
    WHERE t.hall = me.hall AND t.shift = ANY (p_shifts) LIMIT 200;
END $$;
"""
