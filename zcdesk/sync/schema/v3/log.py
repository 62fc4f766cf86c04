"""Push with the same answers as before, for half of the server's time.

What is wrong with an act is told in one loop of plain expressions over the call's arrays; the rows
are written by one statement at the end. Everything is checked as in revision 0001: exact bytes of
the envelope, station, number, chain, hash, hall.
"""

from __future__ import annotations

PUSH = """
-- The one form of an envelope that the stations hash; NULL or an error where it is not one.
CREATE FUNCTION core.canonical(e jsonb) RETURNS bytea
LANGUAGE sql IMMUTABLE
RETURN convert_to('[' || to_json(e->>0)::text || ',' || to_json(e->>1)::text
  || ',' || to_json(e->>2)::text || ',' || (e->>3)::bigint::text
  || ',' || to_json(e->>4)::text || ',' || to_json(e->>5)::text
  || ',' || (e->>6)::boolean::text
  || ',' || to_json(e->>7)::text || ',' || to_json(e->>8)::text
  || ',' || to_json(e->>9)::text || ',' || (e->>10)::integer::text
  || ',' || to_json(e->>11)::text || ',' || to_json(e->>12)::text || ']', 'UTF8');

-- A body nested so deeply that reading it ends for want of stack is odd too, and blocks nothing.
CREATE OR REPLACE FUNCTION core.oddity(p_body bytea) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF p_body IS NULL THEN
    RETURN 'no body';
  END IF;
  IF json_typeof(convert_from(p_body, 'UTF8')::json) <> 'object' THEN
    RETURN 'no object';
  END IF;
  RETURN NULL;
EXCEPTION WHEN data_exception OR statement_too_complex THEN
  RETURN 'unreadable';
END $$;

-- No plan made while the table was small may read all of it later: hence without whole scans.
CREATE OR REPLACE FUNCTION api.push(p_protocol integer, p_epoch integer, p_envelopes bytea[],
                                    p_body_hashes text[], p_hashes text[], p_bodies bytea[])
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  me core.station := core.me();
  head core.hall_head;
  n integer := coalesce(array_length(p_envelopes, 1), 0);
  e jsonb;
  sent jsonb[] := '{}';
  faults text[] := '{}';
  ids text[] := '{}';
  touched text[] := '{}';
  taken text[];
  -- As long as the call: an array that grows from its middle would shift against the others.
  places bigint[] := array_fill(NULL::bigint, ARRAY[n]);
  chains text[] := array_fill(NULL::text, ARRAY[n]);
  standing core.origin[] := '{}';
  o core.origin;
  reason text;
  blocked text[] := '{}';
  refused jsonb := '[]';
  accepted jsonb := '[]';
  start bigint;
BEGIN
  IF n > 200 OR n <> coalesce(array_length(p_body_hashes, 1), 0)
     OR n <> coalesce(array_length(p_hashes, 1), 0)
     OR n <> coalesce(array_length(p_bodies, 1), 0) THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  FOR i IN 1 .. n LOOP
    BEGIN
      e := CASE WHEN octet_length(p_envelopes[i]) <= 8192
                THEN convert_from(p_envelopes[i], 'UTF8')::jsonb END;
      IF core.canonical(e) IS DISTINCT FROM p_envelopes[i] OR e->>0 = '' OR e->>2 = ''
         OR (e->>3)::bigint < 1 OR p_body_hashes[i] IS NULL OR p_hashes[i] IS NULL THEN
        e := NULL;
      END IF;
    EXCEPTION WHEN data_exception OR statement_too_complex THEN
      e := NULL;
    END;
    sent[i] := e;
    ids[i] := e->>0;
    faults[i] := CASE
      WHEN e IS NULL THEN 'malformed'
      WHEN e->>1 <> me.hall THEN 'foreign'
      WHEN octet_length(p_bodies[i]) > 262144 THEN 'oversize'
      WHEN core.digest(p_bodies[i]) <> p_body_hashes[i] THEN 'hash'
      WHEN p_bodies[i] IS NULL AND p_body_hashes[i] !~ '^sha256:[0-9a-f]{64}$' THEN 'hash'
      WHEN core.digest(p_envelopes[i] || convert_to(p_body_hashes[i], 'UTF8')) <> p_hashes[i]
        THEN 'hash'
    END;
    IF e->>1 = me.hall AND NOT e->>2 = ANY (touched) THEN
      touched := touched || (e->>2);
    END IF;
  END LOOP;
  -- Locks always in the same order, origins ascending and then the head: no deadlock.
  IF cardinality(touched) > 1 THEN
    touched := ARRAY(SELECT t FROM unnest(touched) AS t ORDER BY t);
  END IF;
  FOR k IN 1 .. cardinality(touched) LOOP
    SELECT r.* INTO o FROM core.origin AS r
      WHERE r.hall = me.hall AND r.origin = touched[k] FOR UPDATE;
    IF NOT FOUND THEN
      INSERT INTO core.origin (hall, origin, role) VALUES (me.hall, touched[k], me.role)
        ON CONFLICT DO NOTHING;
      SELECT r.* INTO o FROM core.origin AS r
        WHERE r.hall = me.hall AND r.origin = touched[k] FOR UPDATE;
    END IF;
    standing[k] := o;
  END LOOP;
  SELECT h.* INTO head FROM core.hall_head AS h WHERE h.hall = me.hall FOR UPDATE;
  IF p_epoch > head.epoch THEN
    RAISE EXCEPTION 'older epoch' USING ERRCODE = 'ZC004';
  END IF;
  start := head.position;
  SELECT array_agg(k.id) INTO taken FROM core.act AS k WHERE k.hall = me.hall AND k.id = ANY (ids);
  FOR i IN 1 .. n LOOP
    e := sent[i];
    reason := faults[i];
    IF e IS NULL THEN
      refused := refused || core.refusal('', i, reason);
      EXIT;
    END IF;
    CONTINUE WHEN e->>2 = ANY (blocked);
    IF reason IS NULL AND o.origin <> e->>2 THEN
      standing[array_position(touched, o.origin)] := o;
      o := standing[array_position(touched, e->>2)];
    END IF;
    IF reason IS NULL AND o.role <> me.role THEN
      reason := 'foreign';
    ELSIF reason IS NULL AND (e->>3)::bigint <= o.seq THEN
      CONTINUE WHEN p_hashes[i] = ANY (p_hashes[: i - 1])
        OR p_hashes[i] = (SELECT k.hash FROM core.act AS k
          WHERE k.hall = me.hall AND k.origin = e->>2 AND k.seq = (e->>3)::bigint);
      reason := 'fork';
    ELSIF reason IS NULL AND (e->>3)::bigint > o.seq + 1 THEN
      reason := 'gap';
    -- An id taken already: a copy of the station was quicker, under another incarnation.
    ELSIF reason IS NULL AND (e->>12 <> o.hash OR ids[i] = ANY (taken)) THEN
      reason := 'fork';
    END IF;
    IF reason IS NOT NULL THEN
      blocked := blocked || (e->>2);
      refused := refused || core.refusal(e->>2, (e->>3)::bigint, reason);
      CONTINUE;
    END IF;
    head.position := head.position + 1;
    head.chain := core.digest(convert_to(head.chain || '|' || p_hashes[i], 'UTF8'));
    places[i] := head.position;
    chains[i] := head.chain;
    taken := taken || ids[i];
    reason := core.oddity(p_bodies[i]);
    IF reason IS NOT NULL THEN
      INSERT INTO core.quarantine VALUES (me.hall, head.position, reason);
    END IF;
    o.seq := e->>3;
    o.hash := p_hashes[i];
  END LOOP;
  IF head.position > start THEN
    INSERT INTO core.act
      SELECT me.hall, s.place, s.chain, s.e->>0, s.e->>2, (s.e->>3)::bigint, s.e->>4, s.e->>5,
        (s.e->>6)::boolean, s.e->>7, s.e->>8, s.e->>9, (s.e->>10)::integer, s.e->>11, s.e->>12,
        s.body_hash, s.hash, s.body
      FROM unnest(sent, p_body_hashes, p_hashes, p_bodies, places, chains)
        AS s(e, body_hash, hash, body, place, chain) WHERE s.place IS NOT NULL;
    UPDATE core.hall_head AS h SET position = head.position, chain = head.chain
      WHERE h.hall = me.hall;
    standing[array_position(touched, o.origin)] := o;
  END IF;
  FOREACH o IN ARRAY standing LOOP
    CONTINUE WHEN o.role <> me.role;
    UPDATE core.origin AS r SET seq = o.seq, hash = o.hash
      WHERE r.hall = me.hall AND r.origin = o.origin AND r.seq < o.seq;
    accepted := accepted || jsonb_build_object('origin', o.origin, 'seq', o.seq, 'hash', o.hash);
  END LOOP;
  RETURN jsonb_build_object('accepted', accepted, 'refused', refused, 'epoch', head.epoch,
    'position', head.position, 'chain', head.chain, 'least_protocol', 1);
END $$;
"""
