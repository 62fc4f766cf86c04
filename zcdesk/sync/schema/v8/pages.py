"""Scanned pages, sealed by the stations: a page goes with the last personal record that names it.

`core.blob` holds the sealed bytes under their own digest, checked as before; `core.page` says which
page they are, and holds the page's key wrapped with the key of one record (`ref`; empty: with the
hall's key, where no person's record stands behind the page). The server can open neither. One page
may be there under several seals: a station that puts rubbish hides nobody else's.
"""

from __future__ import annotations

from zcdesk.sync.schema.v1 import files

PAGES = """
-- clear: named by no page yet; what an older program sent, or a seal whose name is on its way.
ALTER TABLE core.blob ADD COLUMN form text NOT NULL DEFAULT 'clear'
  CHECK (form IN ('clear', 'sealed', 'package'));
-- Packages of updates, by how a Debian package and a Windows program begin.
UPDATE core.blob AS b SET form = 'package' FROM core.blob_piece AS k
  WHERE k.hall = b.hall AND k.digest = b.digest AND k.role = b.role AND k.start = 0
    AND (substring(k.piece FOR 7) = '!<arch>'::bytea OR substring(k.piece FOR 2) = 'MZ'::bytea);
CREATE INDEX blob_clear ON core.blob (hall, digest) WHERE role = '' AND form = 'clear';

CREATE TABLE core.page (
  hall text NOT NULL,
  digest text NOT NULL,
  ref text NOT NULL,
  content text NOT NULL,
  wrapped bytea NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (hall, digest, ref, content),
  CHECK (content <> digest)
);
CREATE INDEX page_ref ON core.page (hall, ref);
CREATE INDEX page_content ON core.page (hall, content);

-- Whether a station may have what belongs to a record: as `persons` gives it out.
CREATE FUNCTION core.may_have(me core.station, p_ref text) RETURNS boolean
LANGUAGE sql STABLE
RETURN p_ref = '' OR EXISTS (SELECT FROM core.person AS p
  WHERE p.hall = me.hall AND p.ref = p_ref
    AND (me.audiences IS NULL OR p.audience = 'hall' OR p.audience = ANY (me.audiences)
      OR p.role = me.role));

-- Name a sealed content as a page of a record. False: not now, content or record is not here.
-- What an older program left of the page in the clear goes. Nothing is named for an erased record.
CREATE FUNCTION api.page_put(p_digest text, p_ref text, p_content text, p_wrapped bytea)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  me core.station := core.me();
  was text;
BEGIN
  IF num_nulls(p_digest, p_ref, p_content, p_wrapped) > 0 OR p_digest = p_content
     OR p_digest !~ '^sha256:[0-9a-f]{64}$' OR p_content !~ '^sha256:[0-9a-f]{64}$'
     OR octet_length(p_ref) > 64 OR octet_length(p_wrapped) NOT BETWEEN 32 AND 256 THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  -- No erasing comes between here and the end; see core.erase.
  INSERT INTO core.person_count (hall) VALUES (me.hall) ON CONFLICT DO NOTHING;
  PERFORM FROM core.person_count AS c WHERE c.hall = me.hall FOR SHARE;
  IF EXISTS (SELECT FROM core.person_erased AS e WHERE e.hall = me.hall AND e.ref = p_ref) THEN
    RETURN true;
  END IF;
  IF NOT core.may_have(me, p_ref) THEN
    RETURN false;
  END IF;
  SELECT b.form INTO was FROM core.blob AS b
    WHERE b.hall = me.hall AND b.digest = p_content AND b.role = '' FOR UPDATE;
  IF was IS NULL THEN
    RETURN false;
  END IF;
  IF was = 'clear' THEN
    -- Only what says it is a seal becomes one: no page in the clear may pass for its own.
    IF NOT EXISTS (SELECT FROM core.blob_piece AS k
                   WHERE k.hall = me.hall AND k.digest = p_content AND k.role = '' AND k.start = 0
                     AND substring(k.piece FOR 8) = 'zcpage1:'::bytea) THEN
      RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
    END IF;
    UPDATE core.blob AS b SET form = 'sealed'
      WHERE b.hall = me.hall AND b.digest = p_content AND b.role = '';
  ELSIF was = 'package' THEN
    RAISE EXCEPTION 'malformed call' USING ERRCODE = 'ZC003';
  END IF;
  INSERT INTO core.page VALUES (me.hall, p_digest, p_ref, p_content, p_wrapped, me.role)
    ON CONFLICT DO NOTHING;
  DELETE FROM core.blob_piece AS k USING core.blob AS b
    WHERE b.hall = me.hall AND b.digest = p_digest AND b.form = 'clear'
      AND k.hall = b.hall AND k.digest = b.digest AND k.role = b.role;
  DELETE FROM core.blob AS b
    WHERE b.hall = me.hall AND b.digest = p_digest AND b.form = 'clear';
  RETURN true;
END $$;

-- Under which seals a page is here, of those records the caller may have.
CREATE FUNCTION api.pages(p_digest text)
RETURNS TABLE (ref text, content text, wrapped bytea)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT g.ref, g.content, g.wrapped FROM core.page AS g
    WHERE g.hall = me.hall AND g.digest = p_digest AND core.may_have(me, g.ref)
    ORDER BY g.ref, g.content LIMIT 100;
END $$;

-- What lies here in the clear, so that whoever has its record seals it.
CREATE FUNCTION api.unsealed(p_after text) RETURNS SETOF text
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  me core.station := core.me();
BEGIN
  RETURN QUERY SELECT b.digest FROM core.blob AS b
    WHERE b.hall = me.hall AND b.role = '' AND b.form = 'clear' AND b.digest > p_after
    ORDER BY b.digest LIMIT 1000;
END $$;

-- Destroy one record for good, with the pages that only it names. Not for stations.
CREATE OR REPLACE FUNCTION core.erase(p_hall text, p_ref text, p_reason text) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  number bigint;
  gone text[];
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
  WITH dropped AS (
    DELETE FROM core.page AS g WHERE g.hall = p_hall AND g.ref = p_ref AND p_ref <> ''
    RETURNING g.content)
  SELECT array_agg(DISTINCT d.content) INTO gone FROM dropped AS d;
  SELECT array_agg(c) INTO gone FROM unnest(gone) AS c
    WHERE NOT EXISTS (SELECT FROM core.page AS g WHERE g.hall = p_hall AND g.content = c);
  DELETE FROM core.blob_piece AS k WHERE k.hall = p_hall AND k.digest = ANY (gone);
  DELETE FROM core.blob AS b WHERE b.hall = p_hall AND b.digest = ANY (gone);
END $$;
"""

_START = "CREATE FUNCTION api.blob_put"
_THERE = "IF EXISTS (SELECT FROM core.blob AS k"
BLOB_PUT = (
    files.FILES[files.FILES.index(_START) : files.FILES.index("CREATE FUNCTION api.blob_get")]
    .replace(_START, "CREATE OR REPLACE FUNCTION api.blob_put")
    .replace(
        _THERE,
        "IF EXISTS (SELECT FROM core.page AS g WHERE g.hall = me.hall AND g.digest = p_digest)\n"
        "     OR EXISTS (SELECT FROM core.blob AS k",
        1,
    )
)
"""As before; a page that is here under a seal is not taken in the clear once more."""
