"""Personal records: sealed by the stations, each under a key of its own, the keys wrapped.

The server can read none of them: keys come wrapped with the hall's key, which only stations have.
A record and its key go only to stations whose roles have its audience. A destroyed key is gone
from here, from the stations by `erased`, and from the backups' one file of keys.
"""

from __future__ import annotations

PERSONS = """
CREATE TABLE core.person_count (
  hall text PRIMARY KEY,
  serial bigint NOT NULL DEFAULT 0,
  erased bigint NOT NULL DEFAULT 0
);

CREATE TABLE core.person (
  hall text NOT NULL,
  ref text NOT NULL,
  serial bigint NOT NULL,
  role text NOT NULL,
  subject text NOT NULL,
  audience text NOT NULL,
  salt bytea NOT NULL,
  digest text NOT NULL,
  nonce bytea NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY (hall, ref),
  UNIQUE (hall, serial)
);
CREATE INDEX person_subject ON core.person (hall, subject);

CREATE TABLE core.person_key (
  hall text NOT NULL,
  ref text NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (hall, ref)
);

CREATE TABLE core.person_erased (
  hall text NOT NULL,
  ref text NOT NULL,
  serial bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  reason text NOT NULL,
  PRIMARY KEY (hall, ref),
  UNIQUE (hall, serial)
);

-- The schedule: from a date on, records of a kind of subject live for so many days.
CREATE TABLE core.retention (
  hall text NOT NULL,
  kind text NOT NULL,
  days integer NOT NULL CHECK (days > 0),
  since date NOT NULL,
  PRIMARY KEY (hall, kind, since)
);

-- Keep one sealed record; a repeated, foreign or erased one changes nothing.
CREATE FUNCTION api.person_put(p_ref text, p_subject text, p_audience text, p_salt bytea,
  p_digest text, p_nonce bytea, p_sealed bytea, p_wrapped bytea) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  number bigint;
BEGIN
  IF octet_length(p_ref) NOT BETWEEN 1 AND 64 OR octet_length(p_subject) > 200
     OR octet_length(p_audience) > 200 OR octet_length(p_salt) > 64
     OR p_digest !~ '^sha256:[0-9a-f]{64}$' OR octet_length(p_nonce) > 64
     OR octet_length(p_sealed) > 65536 OR octet_length(p_wrapped) > 256
     OR num_nulls(p_ref, p_subject, p_audience, p_salt, p_digest, p_nonce, p_sealed, p_wrapped) > 0
  THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  INSERT INTO core.person_count (hall) VALUES (me.hall) ON CONFLICT DO NOTHING;
  SELECT c.serial + 1 INTO number FROM core.person_count AS c WHERE c.hall = me.hall FOR UPDATE;
  IF EXISTS (SELECT FROM core.person AS p WHERE p.hall = me.hall AND p.ref = p_ref)
     OR EXISTS (SELECT FROM core.person_erased AS e WHERE e.hall = me.hall AND e.ref = p_ref) THEN
    RETURN false;
  END IF;
  INSERT INTO core.person VALUES (me.hall, p_ref, number, me.role, p_subject, p_audience, p_salt,
    p_digest, p_nonce, p_sealed);
  INSERT INTO core.person_key VALUES (me.hall, p_ref, p_wrapped);
  UPDATE core.person_count AS c SET serial = number WHERE c.hall = me.hall;
  RETURN true;
END $$;

-- Those after a number; of records meant for others only that they exist.
CREATE FUNCTION api.persons(p_after bigint, p_limit integer)
RETURNS TABLE (serial bigint, ref text, subject text, salt bytea, digest text, nonce bytea,
  sealed bytea, wrapped bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
  size integer := least(greatest(coalesce(p_limit, 1), 1), 500);
BEGIN
  RETURN QUERY
    SELECT p.serial, m.ref, m.subject, m.salt, m.digest, m.nonce, m.sealed, k.wrapped
    FROM core.person AS p
    LEFT JOIN core.person AS m ON m.hall = p.hall AND m.ref = p.ref
      AND (me.audiences IS NULL OR p.audience = 'hall' OR p.audience = ANY (me.audiences)
        OR p.role = me.role)
    LEFT JOIN core.person_key AS k ON k.hall = m.hall AND k.ref = m.ref
    WHERE p.hall = me.hall AND p.serial > p_after AND p.serial <= p_after + size
    ORDER BY p.serial;
END $$;

CREATE FUNCTION api.erased(p_after bigint)
RETURNS TABLE (serial bigint, ref text, reason text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT e.serial, e.ref, e.reason FROM core.person_erased AS e
    WHERE e.hall = me.hall AND e.serial > p_after ORDER BY e.serial LIMIT 500;
END $$;

-- Destroy one record for good; what names it still verifies. Not for stations.
CREATE FUNCTION core.erase(p_hall text, p_ref text, p_reason text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
BEGIN
  INSERT INTO core.person_count (hall) VALUES (p_hall) ON CONFLICT DO NOTHING;
  SELECT c.erased + 1 INTO number FROM core.person_count AS c WHERE c.hall = p_hall FOR UPDATE;
  INSERT INTO core.person_erased (hall, ref, serial, reason)
    VALUES (p_hall, p_ref, number, p_reason) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    UPDATE core.person_count AS c SET erased = number WHERE c.hall = p_hall;
  END IF;
  DELETE FROM core.person_key AS k WHERE k.hall = p_hall AND k.ref = p_ref;
  UPDATE core.person AS p SET salt = '', nonce = '', sealed = ''
    WHERE p.hall = p_hall AND p.ref = p_ref;
END $$;
"""
