"""Heads of a hall's order, signed outside the database; stations keep copies of them."""

from __future__ import annotations

HEADS = """
-- What older epochs signed beyond this position was lost in a restore.
ALTER TABLE core.hall_head ADD COLUMN epoch_start bigint NOT NULL DEFAULT 0;
-- Acts of a one-PC hall's time, up to this position, knew no shifts.
ALTER TABLE core.hall_head ADD COLUMN shifts_from bigint NOT NULL DEFAULT 0;

CREATE TABLE core.signed_head (
  hall text NOT NULL,
  epoch integer NOT NULL,
  position bigint NOT NULL,
  statement bytea NOT NULL,
  signature bytea NOT NULL,
  sm3 text NOT NULL,
  PRIMARY KEY (hall, epoch, position)
);

CREATE FUNCTION api.signed_heads(p_epoch integer, p_position bigint)
RETURNS TABLE (statement bytea, signature bytea, sm3 text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT s.statement, s.signature, s.sm3 FROM core.signed_head AS s
    WHERE s.hall = me.hall AND (s.epoch, s.position) > (p_epoch, p_position)
    ORDER BY s.epoch, s.position LIMIT 200;
END $$;
"""
