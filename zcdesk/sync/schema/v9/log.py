"""The push of one act in three plain statements, and pulls without a plan of their own.

Nearly every push carries one act, and what a function does costs more than the row it writes.
What does not follow plainly is left to `core.push_as`, which tells what is wrong with it. The
answers are the same as before.
"""

from __future__ import annotations

from zcdesk.sync.schema.v7 import late

# It was called immutable, which to_json is not, and so never became part of what it stands in.
CANONICAL = """
CREATE OR REPLACE FUNCTION core.canonical(e jsonb) RETURNS bytea
LANGUAGE sql STABLE
RETURN convert_to('[' || to_json(e->>0)::text || ',' || to_json(e->>1)::text
  || ',' || to_json(e->>2)::text || ',' || (e->>3)::bigint::text
  || ',' || to_json(e->>4)::text || ',' || to_json(e->>5)::text
  || ',' || (e->>6)::boolean::text
  || ',' || to_json(e->>7)::text || ',' || to_json(e->>8)::text
  || ',' || to_json(e->>9)::text || ',' || (e->>10)::integer::text
  || ',' || to_json(e->>11)::text || ',' || to_json(e->>12)::text || ']', 'UTF8');
"""

# A plan that is kept from whole scans looks dear, and compiling it for each call costs ten times
# what it does: hence without.
_FIXED = "SET plan_cache_mode = force_generic_plan"
PUSH_AS = (
    late.PUSH_AS.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    .replace("'least_protocol', 1)", "'least_protocol', head.least_protocol)")
    .replace(_FIXED, f"{_FIXED} SET jit = off")
)

PUSH = """
-- The answer for one sound act that follows what its station sent; NULL: it is anything else,
-- even a copy of an act that another incarnation brings in this very moment. Locks the origin and
-- then the head, as every push.
CREATE FUNCTION core.push_one(p_epoch integer, p_envelope bytea, p_body_hash text, p_hash text,
                              p_body bytea) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
  e jsonb;
  head record;
BEGIN
  IF octet_length(p_envelope) > 8192 OR octet_length(p_body) > 262144 THEN
    RETURN NULL;
  END IF;
  e := convert_from(p_envelope, 'UTF8')::jsonb;
  IF (core.canonical(e) = p_envelope AND e->>0 <> ''
      AND core.digest(p_envelope || convert_to(p_body_hash, 'UTF8')) = p_hash
      AND core.digest(p_body) = p_body_hash
      AND json_typeof(convert_from(p_body, 'UTF8')::json) = 'object') IS NOT TRUE THEN
    RETURN NULL;
  END IF;
  UPDATE core.origin AS r SET seq = r.seq + 1, hash = p_hash
    WHERE r.hall = e->>1 AND r.origin = e->>2 AND r.role = session_user
      AND r.seq = (e->>3)::bigint - 1 AND r.hash = e->>12
      AND EXISTS (SELECT FROM core.station AS s JOIN core.hall_head AS h ON h.hall = s.hall
        WHERE s.role = session_user AND s.hall = e->>1 AND NOT s.revoked AND p_epoch <= h.epoch);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE core.hall_head AS h SET position = h.position + 1,
      chain = core.digest(convert_to(h.chain || '|' || p_hash, 'UTF8'))
    WHERE h.hall = e->>1 RETURNING h.position, h.chain, h.epoch, h.least_protocol INTO head;
  INSERT INTO core.act VALUES (e->>1, head.position, head.chain, e->>0, e->>2, (e->>3)::bigint,
    e->>4, e->>5, (e->>6)::boolean, e->>7, e->>8, e->>9, (e->>10)::integer, e->>11, e->>12,
    p_body_hash, p_hash, p_body);
  RETURN jsonb_build_object('accepted', jsonb_build_array(jsonb_build_object(
      'origin', e->>2, 'seq', e->3, 'hash', p_hash)), 'refused', '[]'::jsonb,
    'epoch', head.epoch, 'position', head.position, 'chain', head.chain,
    'least_protocol', head.least_protocol);
EXCEPTION WHEN data_exception OR statement_too_complex OR unique_violation THEN
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION api.push(p_protocol integer, p_epoch integer, p_envelopes bytea[],
                                    p_body_hashes text[], p_hashes text[], p_bodies bytea[])
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' SET enable_seqscan = off
SET plan_cache_mode = force_generic_plan SET jit = off AS $$
DECLARE
  answer jsonb;
BEGIN
  IF cardinality(p_envelopes) = 1 AND cardinality(p_body_hashes) = 1
     AND cardinality(p_hashes) = 1 AND cardinality(p_bodies) = 1 THEN
    answer := core.push_one(p_epoch, p_envelopes[1], p_body_hashes[1], p_hashes[1], p_bodies[1]);
  END IF;
  RETURN coalesce(answer, core.push_as(core.me(), p_protocol, p_epoch, p_envelopes,
    p_body_hashes, p_hashes, p_bodies));
END $$;
"""

PULL = """
-- Rows after a cursor; a cursor that is not on the order gets points of it, rows without an id.
-- One plan for all pulls, by the primary key: a plan for each, with a sort, cost more than hiding
-- the table. The order is asked for where one row is meant, too: an index that knows the hall only
-- looks as good while the table is empty.
CREATE OR REPLACE FUNCTION api.pull(p_position bigint, p_chain text, p_limit integer)
RETURNS TABLE (epoch integer, "position" bigint, chain text, id text, hall text, origin text,
  seq bigint, clerk text, at text, clock_ok boolean, subject text, base text, kind text,
  shape integer, audience text, prev text, body_hash text, hash text, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
  head core.hall_head;
  size integer := least(greatest(coalesce(p_limit, 1), 1), 1000);
BEGIN
  SELECT h.* INTO head FROM core.hall_head AS h WHERE h.hall = me.hall;
  IF (p_position = 0 AND p_chain = '') OR (
      SELECT k.position = p_position AND k.chain = p_chain FROM core.act AS k
      WHERE k.hall = me.hall AND k.position >= p_position ORDER BY k.position LIMIT 1) THEN
    RETURN QUERY
      SELECT head.epoch, k.position, k.chain, k.id, k.hall, k.origin, k.seq, k.clerk, k.at,
        k.clock_ok, k.subject, k.base, k.kind, k.shape, k.audience, k.prev, k.body_hash, k.hash,
        CASE WHEN me.audiences IS NULL OR k.audience = 'hall' OR k.audience = ANY (me.audiences)
               OR EXISTS (SELECT FROM core.origin AS r WHERE r.hall = k.hall
                          AND r.origin = k.origin AND r.role = me.role)
             THEN k.body END
      FROM core.act AS k
      WHERE k.hall = me.hall AND k.position > p_position
      ORDER BY k.position LIMIT size;
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

ACTS = """
-- The same rows as they lie in the table, which is half of what handing them on costs; for a caller
-- who knows the epoch and stands on the order. To all others `pull` tells more.
CREATE FUNCTION api.acts(p_epoch integer, p_position bigint, p_chain text, p_limit integer)
RETURNS SETOF core.act
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_generic_plan
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
DECLARE
  me core.station := core.me();
  size integer := least(greatest(coalesce(p_limit, 1), 1), 1000);
BEGIN
  IF (SELECT h.epoch = p_epoch FROM core.hall_head AS h WHERE h.hall = me.hall) IS NOT TRUE
     OR (SELECT k.position = p_position AND k.chain = p_chain FROM core.act AS k
         WHERE k.hall = me.hall AND k.position >= p_position ORDER BY k.position LIMIT 1)
        IS NOT TRUE THEN
    RAISE EXCEPTION 'ask pull' USING ERRCODE = 'ZC005';
  END IF;
  IF me.audiences IS NULL THEN
    RETURN QUERY SELECT k.* FROM core.act AS k
      WHERE k.hall = me.hall AND k.position > p_position ORDER BY k.position LIMIT size;
    RETURN;
  END IF;
  RETURN QUERY
    SELECT k.hall, k.position, k.chain, k.id, k.origin, k.seq, k.clerk, k.at, k.clock_ok,
      k.subject, k.base, k.kind, k.shape, k.audience, k.prev, k.body_hash, k.hash,
      CASE WHEN k.audience = 'hall' OR k.audience = ANY (me.audiences)
             OR EXISTS (SELECT FROM core.origin AS r WHERE r.hall = k.hall
                        AND r.origin = k.origin AND r.role = me.role)
           THEN k.body END, k.received
    FROM core.act AS k
    WHERE k.hall = me.hall AND k.position > p_position ORDER BY k.position LIMIT size;
END $$;
"""
