"""Tables of the hall's server; `hall` leads every key, so halls can be spread without redesign.

Nobody but the schema's owner touches them: stations have functions (`rights`).
"""

from __future__ import annotations

TABLES = """
CREATE TABLE core.hall_head (
  hall text PRIMARY KEY,
  position bigint NOT NULL DEFAULT 0,
  chain text NOT NULL DEFAULT '',
  epoch integer NOT NULL DEFAULT 1,
  next_code integer NOT NULL DEFAULT 0 CHECK (next_code >= 0)
);

-- audiences: whose bodies the station may have; NULL = the whole hall's.
CREATE TABLE core.station (
  role text PRIMARY KEY,
  hall text NOT NULL REFERENCES core.hall_head,
  name text NOT NULL,
  audiences text[],
  revoked boolean NOT NULL DEFAULT false,
  UNIQUE (hall, name)
);

CREATE TABLE core.origin (
  hall text NOT NULL,
  origin text NOT NULL,
  role text NOT NULL REFERENCES core.station,
  seq bigint NOT NULL DEFAULT 0,
  hash text NOT NULL DEFAULT '',
  PRIMARY KEY (hall, origin)
);

CREATE TABLE core.act (
  hall text NOT NULL,
  position bigint NOT NULL,
  chain text NOT NULL,
  id text NOT NULL,
  origin text NOT NULL,
  seq bigint NOT NULL,
  clerk text NOT NULL,
  at text NOT NULL,
  clock_ok boolean NOT NULL,
  subject text NOT NULL,
  base text NOT NULL,
  kind text NOT NULL,
  shape integer NOT NULL,
  audience text NOT NULL,
  prev text NOT NULL,
  body_hash text NOT NULL,
  hash text NOT NULL,
  body bytea,
  received timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, position),
  UNIQUE (hall, origin, seq),
  UNIQUE (hall, id)
);

-- Accepted, but a person should look at it.
CREATE TABLE core.quarantine (
  hall text NOT NULL,
  position bigint NOT NULL,
  reason text NOT NULL,
  PRIMARY KEY (hall, position, reason)
);

CREATE TABLE core.request (
  hall text NOT NULL,
  role text NOT NULL,
  request text NOT NULL,
  verb text NOT NULL,
  answer jsonb NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, role, request, verb)
);

CREATE TABLE core.series (
  hall text NOT NULL,
  day text NOT NULL,
  series text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (hall, day, series)
);

CREATE TABLE core.ticket (
  hall text NOT NULL,
  ticket text NOT NULL,
  day text NOT NULL,
  series text NOT NULL,
  serial integer NOT NULL,
  category text NOT NULL,
  taken_at text NOT NULL,
  priority integer NOT NULL,
  appointment_at text NOT NULL,
  "window" text NOT NULL,
  place integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'held', 'ended')),
  fence integer NOT NULL DEFAULT 0,
  held_by text NOT NULL DEFAULT '',
  role text NOT NULL DEFAULT '',
  lease_until timestamptz,
  PRIMARY KEY (hall, ticket),
  UNIQUE (hall, day, series, serial)
);
CREATE INDEX ticket_waiting ON core.ticket (hall, day, taken_at, serial) WHERE state = 'waiting';
CREATE INDEX ticket_leased ON core.ticket (hall, lease_until) WHERE lease_until IS NOT NULL;

CREATE TABLE core.code (
  hall text NOT NULL,
  number integer NOT NULL CHECK (number BETWEEN 0 AND 32767),
  role text NOT NULL,
  year integer NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, number)
);

-- The last number given in each gapless register.
CREATE TABLE core.register (
  hall text NOT NULL,
  register text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (hall, register, year)
);

CREATE TABLE core.blob (
  hall text NOT NULL,
  digest text NOT NULL,
  role text NOT NULL,
  total bigint NOT NULL,
  have bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (hall, digest, role)
);
CREATE TABLE core.blob_piece (
  hall text NOT NULL,
  digest text NOT NULL,
  role text NOT NULL,
  start bigint NOT NULL,
  piece bytea NOT NULL,
  PRIMARY KEY (hall, digest, role, start)
);
"""

NAMES = (
    "hall_head",
    "station",
    "origin",
    "act",
    "quarantine",
    "request",
    "series",
    "ticket",
    "code",
    "register",
    "blob",
    "blob_piece",
)
