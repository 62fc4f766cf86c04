"""Functions of the queue and of incarnation codes: the same request is answered the same.

Every changing call first locks the caller's own station row, so one station's repeated requests
never run side by side; other stations are not waited for except on the ticket itself.
"""

from __future__ import annotations

QUEUE = """
CREATE FUNCTION core.answer(me core.station, p_request text, p_verb text) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  found jsonb;
BEGIN
  IF p_request IS NULL OR p_request = '' OR length(p_request) > 80 THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  PERFORM 1 FROM core.station AS s WHERE s.role = me.role FOR NO KEY UPDATE;
  SELECT q.answer INTO found FROM core.request AS q
    WHERE q.hall = me.hall AND q.role = me.role AND q.request = p_request AND q.verb = p_verb;
  RETURN found;
END $$;

CREATE FUNCTION core.remember(me core.station, p_request text, p_verb text, p_answer jsonb)
RETURNS jsonb
LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO core.request (hall, role, request, verb, answer)
    VALUES (me.hall, me.role, p_request, p_verb, p_answer);
  RETURN p_answer;
END $$;

CREATE FUNCTION core.waiting(t core.ticket) RETURNS jsonb
LANGUAGE sql IMMUTABLE
RETURN jsonb_build_object('ticket', (t).ticket, 'day', (t).day, 'series', (t).series,
  'serial', (t).serial, 'category', (t).category, 'taken_at', (t).taken_at,
  'priority', (t).priority, 'appointment_at', (t).appointment_at, 'window', (t)."window",
  'place', (t).place);

CREATE FUNCTION api.take_ticket(p_request text, p_wish jsonb) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'take_ticket');
  number integer;
  t core.ticket;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  IF octet_length(p_wish::text) > 4096 OR coalesce(p_wish->>'ticket', '') = '' THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  INSERT INTO core.series AS s VALUES (me.hall, p_wish->>'day', p_wish->>'series', 1)
    ON CONFLICT (hall, day, series) DO UPDATE SET last = s.last + 1 RETURNING s.last INTO number;
  INSERT INTO core.ticket (hall, ticket, day, series, serial, category, taken_at, priority,
                           appointment_at, "window")
    VALUES (me.hall, p_wish->>'ticket', p_wish->>'day', p_wish->>'series', number,
            p_wish->>'category', p_wish->>'taken_at', (p_wish->>'priority')::integer,
            p_wish->>'appointment_at', p_wish->>'window')
    RETURNING * INTO t;
  RETURN core.remember(me, p_request, 'take_ticket', core.waiting(t));
END $$;

-- A reserved ticket whose lease is long over goes to others again (30 s of grace, server's clock).
CREATE FUNCTION api.waiting(p_day text) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
BEGIN
  UPDATE core.ticket AS t SET state = 'waiting', held_by = '', role = '', lease_until = NULL
    WHERE t.hall = me.hall AND t.state = 'held'
      AND t.lease_until < clock_timestamp() - interval '30 s';
  RETURN QUERY SELECT core.waiting(t) FROM core.ticket AS t
    WHERE t.hall = me.hall AND t.day = p_day AND t.state = 'waiting'
    ORDER BY t.taken_at, t.serial;
END $$;

CREATE FUNCTION core.hold(me core.station, p_ticket text, p_window text, p_was text,
                          p_lease integer) RETURNS jsonb
LANGUAGE plpgsql
AS $$
DECLARE
  number integer;
BEGIN
  UPDATE core.ticket AS t
    SET state = 'held', held_by = p_window, role = me.role, fence = t.fence + 1,
        lease_until = clock_timestamp() + make_interval(secs => p_lease)
    WHERE t.hall = me.hall AND t.ticket = p_ticket AND t.state = p_was
    RETURNING t.fence INTO number;
  IF number IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN jsonb_build_object('ticket', p_ticket, 'window', p_window, 'fence', number);
END $$;

-- Without a ticket: only what this request was answered before.
-- p_lease: seconds a reserved ticket is held for an absent window; NULL = until released.
CREATE FUNCTION api.claim(p_request text, p_window text, p_ticket text, p_lease integer)
RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'claim');
BEGIN
  IF known IS NULL AND p_ticket IS NOT NULL THEN
    known := core.hold(me, p_ticket, p_window, 'waiting', p_lease);
    IF known IS NOT NULL THEN
      PERFORM core.remember(me, p_request, 'claim', known);
    END IF;
  END IF;
  RETURN known;
END $$;

-- The oldest waiting ticket of some categories, chosen and held in one step.
CREATE FUNCTION api.claim_next(p_request text, p_window text, p_day text, p_categories text[],
                               p_lease integer) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'claim');
  chosen text;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known;
  END IF;
  SELECT t.ticket INTO chosen FROM core.ticket AS t
    WHERE t.hall = me.hall AND t.day = p_day AND t.state = 'waiting'
      AND t.category = ANY (p_categories) AND t."window" IN ('', p_window)
    ORDER BY t.taken_at, t.serial LIMIT 1 FOR UPDATE SKIP LOCKED;
  known := core.hold(me, chosen, p_window, 'waiting', p_lease);
  IF known IS NOT NULL THEN
    PERFORM core.remember(me, p_request, 'claim', known);
  END IF;
  RETURN known;
END $$;

-- Begins the lease of a claim anew, or ends it with NULL: the ticket is called.
CREATE FUNCTION api.keep(p_ticket text, p_fence integer, p_lease integer) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
BEGIN
  UPDATE core.ticket AS t SET lease_until = clock_timestamp() + make_interval(secs => p_lease)
    WHERE t.hall = me.hall AND t.ticket = p_ticket AND t.fence = p_fence
      AND t.state = 'held' AND t.role = me.role;
  RETURN FOUND;
END $$;

CREATE FUNCTION api.reclaim(p_request text, p_window text, p_ticket text) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'reclaim');
BEGIN
  IF known IS NULL THEN
    known := core.hold(me, p_ticket, p_window, 'ended', NULL);
    IF known IS NOT NULL THEN
      PERFORM core.remember(me, p_request, 'reclaim', known);
    END IF;
  END IF;
  RETURN known;
END $$;

-- Only the station that holds it, and only with the last fence.
CREATE FUNCTION api.release(p_request text, p_ticket text, p_fence integer, p_back jsonb)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'release');
BEGIN
  IF known IS NOT NULL THEN
    RETURN known::boolean;
  END IF;
  UPDATE core.ticket AS t
    SET state = CASE WHEN p_back IS NULL THEN 'ended' ELSE 'waiting' END,
        category = coalesce(nullif(p_back->>'category', ''), t.category),
        "window" = coalesce(nullif(p_back->>'window', ''), t."window"),
        place = coalesce((p_back->>'place')::integer, 0),
        held_by = '', role = '', lease_until = NULL
    WHERE t.hall = me.hall AND t.ticket = p_ticket AND t.fence = p_fence
      AND t.state = 'held' AND t.role = me.role;
  RETURN core.remember(me, p_request, 'release', to_jsonb(FOUND))::boolean;
END $$;

-- An incarnation code that was never given before in this hall.
CREATE FUNCTION api.grant_code(p_request text, p_year integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' SET synchronous_commit = 'on' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'grant_code');
  number integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known::integer;
  END IF;
  SELECT h.next_code INTO number FROM core.hall_head AS h WHERE h.hall = me.hall FOR UPDATE;
  FOR tried IN 0 .. 32767 LOOP
    number := (number + 1) % 32768;
    INSERT INTO core.code (hall, number, role, year) VALUES (me.hall, number, me.role, p_year)
      ON CONFLICT DO NOTHING;
    IF FOUND THEN
      UPDATE core.hall_head AS h SET next_code = number WHERE h.hall = me.hall;
      PERFORM core.remember(me, p_request, 'grant_code', to_jsonb(number));
      RETURN number;
    END IF;
  END LOOP;
  RAISE EXCEPTION 'every code is given' USING ERRCODE = 'ZC005';
END $$;

-- The next number of a register's year: from 1 and without gaps, since it is given and kept in
-- the same transaction.
CREATE FUNCTION api.take_register_number(p_request text, p_register text, p_year integer)
RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' SET synchronous_commit = 'on' AS $$
DECLARE
  me core.station := core.me();
  known jsonb := core.answer(me, p_request, 'take_register_number');
  number integer;
BEGIN
  IF known IS NOT NULL THEN
    RETURN known::integer;
  END IF;
  IF p_register IS NULL OR p_register = '' OR length(p_register) > 80 OR p_year IS NULL THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  INSERT INTO core.register AS r VALUES (me.hall, p_register, p_year, 1)
    ON CONFLICT (hall, register, year) DO UPDATE SET last = r.last + 1
    RETURNING r.last INTO number;
  PERFORM core.remember(me, p_request, 'take_register_number', to_jsonb(number));
  RETURN number;
END $$;
"""
