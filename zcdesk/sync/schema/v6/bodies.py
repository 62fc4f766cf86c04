"""Whose bodies a station may have, and those it now may have of acts it holds as stubs."""

from __future__ import annotations

BODIES = """
-- NULL: the whole hall's.
CREATE FUNCTION api.audiences() RETURNS text[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  RETURN me.audiences;
END $$;

-- Of at most 200 places those bodies that are there and meant for the caller.
CREATE FUNCTION api.bodies(p_positions bigint[])
RETURNS TABLE ("position" bigint, body bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT k.position, k.body FROM core.act AS k
    WHERE k.hall = me.hall AND k.position = ANY (p_positions[:200]) AND k.body IS NOT NULL
      AND (me.audiences IS NULL OR k.audience = 'hall' OR k.audience = ANY (me.audiences)
        OR EXISTS (SELECT FROM core.origin AS r WHERE r.hall = k.hall
                   AND r.origin = k.origin AND r.role = me.role));
END $$;
"""
