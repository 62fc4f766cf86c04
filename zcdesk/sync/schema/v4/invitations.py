"""One-time codes by which a PC becomes a station; the code itself is never stored.

Only the administrator's side reads them (`sync.invitation`). A station may write one: for the PC
its own window moves to, with its last call, which ends its login.
"""

from __future__ import annotations

INVITATIONS = """
-- role: the login wanted; moved_from: the station whose window this is.
-- key: digest of the public key the code was redeemed with; empty = not yet.
CREATE TABLE core.invitation (
  hall text NOT NULL REFERENCES core.hall_head,
  id text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  audiences text[],
  moved_from text NOT NULL DEFAULT '',
  digest text NOT NULL,
  expires timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  key text NOT NULL DEFAULT '',
  PRIMARY KEY (hall, id)
);

-- A window may have a new station once the old one is shut out.
ALTER TABLE core.station DROP CONSTRAINT station_hall_name_key;
CREATE UNIQUE INDEX station_name ON core.station (hall, name) WHERE NOT revoked;

-- The last call of a station: its window goes to whoever redeems the code. Tickets it
-- holds in reserve wait again. Repeated after a lost answer it changes nothing.
CREATE FUNCTION api.hand_over(p_id text, p_digest text, p_minutes integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station;
BEGIN
  SELECT s.* INTO me FROM core.station AS s WHERE s.role = session_user FOR UPDATE;
  IF me.role IS NULL THEN
    RAISE EXCEPTION 'unknown station' USING ERRCODE = 'ZC001';
  END IF;
  IF p_id !~ '^[0-9A-Z]{2}$' OR p_digest !~ '^[0-9a-f]{64}$' OR p_minutes NOT BETWEEN 1 AND 10080
     OR num_nulls(p_id, p_digest, p_minutes) > 0 THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  IF EXISTS (SELECT FROM core.invitation AS i WHERE i.hall = me.hall AND i.id = p_id
             AND i.digest = p_digest AND i.moved_from = me.role) THEN
    RETURN true;
  END IF;
  IF me.revoked THEN
    RAISE EXCEPTION 'revoked station' USING ERRCODE = 'ZC002';
  END IF;
  IF EXISTS (SELECT FROM core.invitation AS i WHERE i.hall = me.hall AND i.id = p_id) THEN
    RETURN false;
  END IF;
  INSERT INTO core.invitation (hall, id, name, role, audiences, moved_from, digest, expires)
    VALUES (me.hall, p_id, me.name, me.role, me.audiences, me.role, p_digest,
      clock_timestamp() + make_interval(mins => p_minutes));
  UPDATE core.ticket AS t SET state = 'waiting', held_by = '', role = '', lease_until = NULL
    WHERE t.hall = me.hall AND t.role = me.role AND t.state = 'held'
      AND t.lease_until IS NOT NULL;
  UPDATE core.station AS s SET revoked = true WHERE s.role = me.role;
  RETURN true;
END $$;
"""
