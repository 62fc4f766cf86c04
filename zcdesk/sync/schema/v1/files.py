"""Functions of attachments: content-addressed, in pieces, resumable; checked when complete.

A content is readable by the hall only once its bytes give its name; a station's own unfinished
upload disturbs nobody else's.
"""

from __future__ import annotations

FILES = """
CREATE FUNCTION api.blob_put(p_digest text, p_start bigint, p_piece bytea, p_total bigint)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  b core.blob;
  whole bytea;
BEGIN
  IF p_digest !~ '^sha256:[0-9a-f]{64}$' OR p_piece IS NULL OR octet_length(p_piece) > 1048576
     OR p_total IS NULL OR p_total < 0 OR p_total > 67108864 THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  IF EXISTS (SELECT FROM core.blob AS k
             WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = '') THEN
    RETURN p_total;
  END IF;
  INSERT INTO core.blob (hall, digest, role, total)
    VALUES (me.hall, p_digest, me.role, p_total) ON CONFLICT DO NOTHING;
  SELECT k.* INTO b FROM core.blob AS k
    WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role FOR UPDATE;
  IF p_start IS DISTINCT FROM b.have OR b.have + octet_length(p_piece) > b.total THEN
    RETURN b.have;
  END IF;
  INSERT INTO core.blob_piece VALUES (me.hall, p_digest, me.role, b.have, p_piece)
    ON CONFLICT (hall, digest, role, start) DO UPDATE SET piece = excluded.piece;
  b.have := b.have + octet_length(p_piece);
  IF b.have < b.total THEN
    UPDATE core.blob AS k SET have = b.have
      WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
    RETURN b.have;
  END IF;
  SELECT string_agg(k.piece, ''::bytea ORDER BY k.start) INTO whole FROM core.blob_piece AS k
    WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
  IF core.digest(coalesce(whole, ''::bytea)) <> p_digest THEN
    DELETE FROM core.blob_piece AS k
      WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
    DELETE FROM core.blob AS k
      WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
    RETURN 0;
  END IF;
  INSERT INTO core.blob (hall, digest, role, total, have)
    VALUES (me.hall, p_digest, '', b.total, b.total) ON CONFLICT DO NOTHING;
  IF FOUND THEN
    UPDATE core.blob_piece AS k SET role = ''
      WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
  ELSE
    DELETE FROM core.blob_piece AS k
      WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
  END IF;
  DELETE FROM core.blob AS k
    WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = me.role;
  RETURN b.total;
END $$;

CREATE FUNCTION api.blob_get(p_digest text, p_start bigint, p_limit integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
  stop bigint := p_start + least(greatest(p_limit, 0), 1048576);
  part bytea;
BEGIN
  SELECT string_agg(substring(k.piece
           FROM (greatest(p_start - k.start, 0) + 1)::integer
           FOR (least(stop, k.start + octet_length(k.piece))
                - greatest(p_start, k.start))::integer), ''::bytea ORDER BY k.start)
    INTO part FROM core.blob_piece AS k
    WHERE k.hall = me.hall AND k.digest = p_digest AND k.role = ''
      AND k.start < stop AND k.start + octet_length(k.piece) > p_start;
  RETURN coalesce(part, ''::bytea);
END $$;
"""
