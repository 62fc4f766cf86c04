-- Table through which a service site hands online applications over (format: online-application.schema.json).
-- Run once by the database's administrator in the hall's shared database. The sender may only add rows,
-- the reader only read them and say what became of each.
CREATE SCHEMA IF NOT EXISTS exchange;
CREATE TABLE exchange.online_application (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sent_at timestamptz NOT NULL DEFAULT now(),
  document text NOT NULL CHECK (octet_length(document) <= 67108864),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'repeated', 'bad')),
  reason text NOT NULL DEFAULT '',
  judged_at timestamptz
);
CREATE INDEX online_application_waiting ON exchange.online_application (id) WHERE state = 'waiting';
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zc_online_sender') THEN
    CREATE ROLE zc_online_sender NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'zc_online_reader') THEN
    CREATE ROLE zc_online_reader NOLOGIN;
  END IF;
END $$;
GRANT USAGE ON SCHEMA exchange TO zc_online_sender, zc_online_reader;
GRANT INSERT (document) ON exchange.online_application TO zc_online_sender;
GRANT SELECT ON exchange.online_application TO zc_online_reader;
GRANT UPDATE (state, reason, judged_at) ON exchange.online_application TO zc_online_reader;
