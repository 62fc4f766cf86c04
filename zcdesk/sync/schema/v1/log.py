"""Functions of the hall's one order: who calls, push, pull, heads, time.

The server checks station, number, chain, hash and hall of every act with its own SHA-256. Refused
are only: malformed, bad hash, gap, fork, foreign, oversize; all else is accepted and at most
flagged, so nothing blocks the acts behind it (sync 2.4).

Only functions of `api` run with the owner's rights and fix the search path; those of `core` run
inside them and carry no settings of their own, which would cost more than what they do.
"""

from __future__ import annotations

LOG = """
CREATE FUNCTION core.me() RETURNS core.station
LANGUAGE plpgsql STABLE AS $$
DECLARE
  me core.station;
BEGIN
  SELECT s.* INTO me FROM core.station AS s WHERE s.role = session_user;
  IF me.role IS NULL THEN
    RAISE EXCEPTION 'unknown station' USING ERRCODE = 'ZC001';
  END IF;
  IF me.revoked THEN
    RAISE EXCEPTION 'revoked station' USING ERRCODE = 'ZC002';
  END IF;
  RETURN me;
END $$;

CREATE FUNCTION api.whoami(OUT station text, OUT hall text, OUT name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  station := me.role; hall := me.hall; name := me.name;
END $$;

CREATE FUNCTION api."time"() RETURNS timestamptz
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN clock_timestamp();

CREATE FUNCTION api.heads(OUT "position" bigint, OUT chain text, OUT epoch integer,
                          OUT now timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  SELECT h.position, h.chain, h.epoch, clock_timestamp()
    INTO "position", chain, epoch, now
    FROM core.hall_head AS h WHERE h.hall = me.hall;
END $$;

-- The envelope exactly as the stations hash it.
CREATE FUNCTION core.envelope(a core.act) RETURNS bytea
LANGUAGE sql IMMUTABLE
RETURN convert_to('[' || to_json((a).id)::text || ',' || to_json((a).hall)::text
  || ',' || to_json((a).origin)::text || ',' || (a).seq::text
  || ',' || to_json((a).clerk)::text || ',' || to_json((a).at)::text
  || ',' || CASE WHEN (a).clock_ok THEN 'true' ELSE 'false' END
  || ',' || to_json((a).subject)::text || ',' || to_json((a).base)::text
  || ',' || to_json((a).kind)::text || ',' || (a).shape::text
  || ',' || to_json((a).audience)::text || ',' || to_json((a).prev)::text || ']', 'UTF8');

-- An act from its exact envelope; NULL id where it is not one.
CREATE FUNCTION core.read_act(p_envelope bytea, p_body_hash text, p_hash text, p_body bytea)
RETURNS core.act
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  a core.act;
  e json;
BEGIN
  IF p_envelope IS NULL OR octet_length(p_envelope) > 8192 THEN
    RETURN NULL;
  END IF;
  e := convert_from(p_envelope, 'UTF8')::json;
  a.id := e->>0; a.hall := e->>1; a.origin := e->>2; a.seq := (e->>3)::bigint;
  a.clerk := e->>4; a.at := e->>5; a.clock_ok := (e->>6)::boolean;
  a.subject := e->>7; a.base := e->>8; a.kind := e->>9; a.shape := (e->>10)::integer;
  a.audience := e->>11; a.prev := e->>12;
  a.body_hash := p_body_hash; a.hash := p_hash; a.body := p_body;
  -- Only the one canonical form: the stations rebuild these bytes from the fields.
  IF core.envelope(a) IS DISTINCT FROM p_envelope OR a.body_hash IS NULL OR a.hash IS NULL
     OR a.id = '' OR a.origin = '' OR a.seq < 1 THEN
    RETURN NULL;
  END IF;
  RETURN a;
EXCEPTION WHEN data_exception OR invalid_text_representation THEN
  RETURN NULL;
END $$;

CREATE FUNCTION core.digest(p bytea) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN 'sha256:' || encode(sha256(p), 'hex');

-- What is wrong with an act as it stands, or NULL.
CREATE FUNCTION core.fault(a core.act, p_envelope bytea, p_hall text) RETURNS text
LANGUAGE sql IMMUTABLE
RETURN CASE
  WHEN (a).hall <> p_hall THEN 'foreign'
  WHEN octet_length((a).body) > 262144 THEN 'oversize'
  WHEN (a).body IS NOT NULL AND core.digest((a).body) <> (a).body_hash THEN 'hash'
  WHEN (a).body_hash !~ '^sha256:[0-9a-f]{64}$' THEN 'hash'
  WHEN core.digest(p_envelope || convert_to((a).body_hash, 'UTF8')) <> (a).hash THEN 'hash'
END;

-- Why a person should look at an accepted act, or NULL.
CREATE FUNCTION core.oddity(p_body bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF p_body IS NULL THEN
    RETURN 'no body';
  END IF;
  IF json_typeof(convert_from(p_body, 'UTF8')::json) <> 'object' THEN
    RETURN 'no object';
  END IF;
  RETURN NULL;
EXCEPTION WHEN data_exception OR invalid_text_representation THEN
  RETURN 'unreadable';
END $$;

CREATE FUNCTION core.refusal(p_origin text, p_seq bigint, p_reason text) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('origin', p_origin, 'seq', p_seq, 'reason', p_reason);
"""

PUSH = """
CREATE FUNCTION api.push(p_protocol integer, p_epoch integer, p_envelopes bytea[],
                         p_body_hashes text[], p_hashes text[], p_bodies bytea[])
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  head core.hall_head;
  n integer := coalesce(array_length(p_envelopes, 1), 0);
  sent core.act[] := '{}';
  a core.act;
  o core.origin;
  reason text;
  odd text;
  known text;
  blocked text[] := '{}';
  refused jsonb := '[]';
  accepted jsonb := '[]';
  touched text[];
  start bigint;
  count integer;
BEGIN
  IF n > 200 OR n <> coalesce(array_length(p_body_hashes, 1), 0)
     OR n <> coalesce(array_length(p_hashes, 1), 0)
     OR n <> coalesce(array_length(p_bodies, 1), 0) THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  FOR i IN 1 .. n LOOP
    sent[i] := core.read_act(p_envelopes[i], p_body_hashes[i], p_hashes[i], p_bodies[i]);
    IF (sent[i]).hall = me.hall AND NOT (sent[i]).origin = ANY (touched) IS TRUE THEN
      touched := touched || (sent[i]).origin;
    END IF;
  END LOOP;
  -- Locks always in the same order, origins ascending and then the head: no deadlock.
  PERFORM 1 FROM core.origin AS r WHERE r.hall = me.hall AND r.origin = ANY (touched);
  GET DIAGNOSTICS count = ROW_COUNT;
  IF count < cardinality(touched) THEN
    INSERT INTO core.origin (hall, origin, role)
      SELECT me.hall, t, me.role FROM unnest(touched) AS t ORDER BY t ON CONFLICT DO NOTHING;
  END IF;
  PERFORM 1 FROM core.origin AS r WHERE r.hall = me.hall AND r.origin = ANY (touched)
    ORDER BY r.origin FOR UPDATE;
  SELECT h.* INTO head FROM core.hall_head AS h WHERE h.hall = me.hall FOR UPDATE;
  IF p_epoch > head.epoch THEN
    RAISE EXCEPTION 'older epoch' USING ERRCODE = 'ZC004';
  END IF;
  start := head.position;
  FOR i IN 1 .. n LOOP
    a := sent[i];
    IF a.id IS NULL THEN
      refused := refused || core.refusal('', i, 'malformed');
      EXIT;
    END IF;
    CONTINUE WHEN a.origin = ANY (blocked);
    reason := core.fault(a, p_envelopes[i], me.hall);
    IF reason IS NULL AND o.origin IS DISTINCT FROM a.origin THEN
      IF o.origin IS NOT NULL THEN
        UPDATE core.origin AS r SET seq = o.seq, hash = o.hash
          WHERE r.hall = o.hall AND r.origin = o.origin;
      END IF;
      SELECT r.* INTO o FROM core.origin AS r WHERE r.hall = me.hall AND r.origin = a.origin;
    END IF;
    IF reason IS NULL AND o.role <> me.role THEN
      reason := 'foreign';
    ELSIF reason IS NULL AND a.seq <= o.seq THEN
      SELECT k.hash INTO known FROM core.act AS k
        WHERE k.hall = me.hall AND k.origin = a.origin AND k.seq = a.seq;
      CONTINUE WHEN known = a.hash;
      reason := 'fork';
    ELSIF reason IS NULL AND a.seq > o.seq + 1 THEN
      reason := 'gap';
    ELSIF reason IS NULL AND a.prev <> o.hash THEN
      reason := 'fork';
    END IF;
    IF reason IS NOT NULL THEN
      blocked := blocked || a.origin;
      refused := refused || core.refusal(a.origin, a.seq, reason);
      CONTINUE;
    END IF;
    a.position := head.position + 1;
    a.chain := core.digest(convert_to(head.chain || '|' || a.hash, 'UTF8'));
    a.received := clock_timestamp();
    INSERT INTO core.act VALUES (a.*) ON CONFLICT (hall, id) DO NOTHING;
    IF NOT FOUND THEN
      -- In the order already, under another incarnation: a copy of the station was quicker.
      blocked := blocked || a.origin;
      refused := refused || core.refusal(a.origin, a.seq, 'fork');
      CONTINUE;
    END IF;
    head.position := a.position;
    head.chain := a.chain;
    odd := core.oddity(a.body);
    IF odd IS NOT NULL THEN
      INSERT INTO core.quarantine VALUES (me.hall, a.position, odd);
    END IF;
    o.seq := a.seq;
    o.hash := a.hash;
  END LOOP;
  UPDATE core.origin AS r SET seq = o.seq, hash = o.hash
    WHERE r.hall = o.hall AND r.origin = o.origin;
  IF head.position > start THEN
    UPDATE core.hall_head AS h SET position = head.position, chain = head.chain
      WHERE h.hall = me.hall;
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object('origin', r.origin, 'seq', r.seq, 'hash', r.hash)
                            ORDER BY r.origin), '[]') INTO accepted
    FROM core.origin AS r
    WHERE r.hall = me.hall AND r.origin = ANY (touched) AND r.role = me.role;
  RETURN jsonb_build_object('accepted', accepted, 'refused', refused, 'epoch', head.epoch,
    'position', head.position, 'chain', head.chain, 'least_protocol', 1);
END $$;
"""

PULL = """
-- Rows after a cursor; a cursor that is not on the order gets points of it, rows without an id.
CREATE FUNCTION api.pull(p_position bigint, p_chain text, p_limit integer)
RETURNS TABLE (epoch integer, "position" bigint, chain text, id text, hall text, origin text,
  seq bigint, clerk text, at text, clock_ok boolean, subject text, base text, kind text,
  shape integer, audience text, prev text, body_hash text, hash text, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
  head core.hall_head;
  size integer := least(greatest(coalesce(p_limit, 1), 1), 1000);
BEGIN
  SELECT h.* INTO head FROM core.hall_head AS h WHERE h.hall = me.hall;
  IF (p_position = 0 AND p_chain = '') OR EXISTS (
      SELECT FROM core.act AS k
      WHERE k.hall = me.hall AND k.position = p_position AND k.chain = p_chain) THEN
    RETURN QUERY
      SELECT head.epoch, k.position, k.chain, k.id, k.hall, k.origin, k.seq, k.clerk, k.at,
        k.clock_ok, k.subject, k.base, k.kind, k.shape, k.audience, k.prev, k.body_hash, k.hash,
        CASE WHEN me.audiences IS NULL OR k.audience = 'hall' OR k.audience = ANY (me.audiences)
               OR EXISTS (SELECT FROM core.origin AS r WHERE r.hall = k.hall
                          AND r.origin = k.origin AND r.role = me.role)
             THEN k.body END
      FROM core.act AS k
      WHERE k.hall = me.hall AND k.position > p_position AND k.position <= p_position + size
      ORDER BY k.position;
  ELSE
    RETURN QUERY
      SELECT head.epoch, k.position, k.chain, NULL::text, NULL::text, NULL::text, NULL::bigint,
        NULL::text, NULL::text, NULL::boolean, NULL::text, NULL::text, NULL::text, NULL::integer,
        NULL::text, NULL::text, NULL::text, NULL::text, NULL::bytea
      FROM core.act AS k
      WHERE k.hall = me.hall AND k.position IN (
        SELECT least(p_position, head.position) - CASE WHEN b < 0 THEN 0 ELSE 1::bigint << b END
        FROM generate_series(-1, 40) AS b)
      ORDER BY k.position DESC;
    RETURN QUERY
      SELECT head.epoch, 0::bigint, ''::text, NULL::text, NULL::text, NULL::text, NULL::bigint,
        NULL::text, NULL::text, NULL::boolean, NULL::text, NULL::text, NULL::text, NULL::integer,
        NULL::text, NULL::text, NULL::text, NULL::text, NULL::bytea;
  END IF;
END $$;
"""
