"""Acts found on a PC after it was shut out: placed as it would have, or kept for a person.

Not for stations: only an administrator runs these, with what was carried over from the PC.
"""

from __future__ import annotations

from zcdesk.sync.schema.v3 import log

LATE = """
ALTER TABLE core.station ADD COLUMN revoked_at timestamptz;

CREATE FUNCTION core.note_revoked() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  NEW.revoked_at := CASE WHEN NEW.revoked THEN coalesce(NEW.revoked_at, clock_timestamp()) END;
  RETURN NEW;
END $$;
CREATE TRIGGER note_revoked BEFORE UPDATE OF revoked ON core.station
  FOR EACH ROW EXECUTE FUNCTION core.note_revoked();

CREATE TABLE core.late_act (
  hall text NOT NULL,
  role text NOT NULL REFERENCES core.station,
  origin text NOT NULL,
  seq bigint NOT NULL,
  reason text NOT NULL,
  envelope bytea NOT NULL,
  body_hash text NOT NULL,
  hash text NOT NULL,
  body bytea,
  received timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, hash)
);
"""

_START = "CREATE OR REPLACE FUNCTION api.push(p_protocol integer"
_FOR = "CREATE FUNCTION core.push_as(p_me core.station, p_protocol integer"
PUSH_AS = (
    log.PUSH[log.PUSH.index(_START) :]
    .replace(_START, _FOR)
    .replace(" SECURITY DEFINER", "")
    .replace("core.station := core.me()", "core.station := p_me")
)
"""The push with all its checks, for a station that is named instead of calling."""
