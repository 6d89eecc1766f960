-- Version 1. Times are milliseconds since 1970 UTC; digests and hashes are lower-case hex; states are the glossary's words.
-- Bytes stand last in their rows, so that a look at the rest does not read them. Every index costs the receipt a page: only
-- those stand here that a question needs.

CREATE TABLE message (
  row         INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,
  received_at INTEGER NOT NULL,
  door        TEXT NOT NULL,
  partner     TEXT NOT NULL,
  media_type  TEXT NOT NULL,
  sha256      TEXT NOT NULL,
  size        INTEGER NOT NULL,
  receipt     TEXT NOT NULL,
  bytes       BLOB                       -- null = purged
);

CREATE TABLE part (
  message    TEXT NOT NULL REFERENCES message (id),
  part       INTEGER NOT NULL,
  standard   TEXT NOT NULL,
  shape      TEXT NOT NULL,
  kind       TEXT NOT NULL,
  keys       TEXT NOT NULL,              -- its identity keys, one a line; unique ones only in identity
  start_byte INTEGER NOT NULL,           -- -1 = the part has no byte range of its own
  end_byte   INTEGER NOT NULL,
  status     TEXT NOT NULL,
  findings   TEXT NOT NULL,
  PRIMARY KEY (message, part)
) WITHOUT ROWID;

-- The first truth about duplicates: unique inside the transaction that accepts.
CREATE TABLE identity (
  key     TEXT PRIMARY KEY,
  message TEXT NOT NULL,
  part    INTEGER NOT NULL,
  FOREIGN KEY (message, part) REFERENCES part (message, part)
) WITHOUT ROWID;

CREATE TABLE work (
  id       INTEGER PRIMARY KEY,
  message  TEXT NOT NULL,
  part     INTEGER NOT NULL,
  state    TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'done', 'parked')),
  due      INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  note     TEXT,
  UNIQUE (message, part),
  FOREIGN KEY (message, part) REFERENCES part (message, part)
);
CREATE INDEX work_waiting ON work (due, id) WHERE state = 'waiting';
CREATE INDEX work_sent ON work (id) WHERE state = 'sent';

-- What the plan covered, written before its verdicts, so that the ledger can be wrong if we are.
CREATE TABLE covered (
  message   TEXT NOT NULL,
  part      INTEGER NOT NULL,
  agreement TEXT NOT NULL,               -- '*' = parked before there was a plan
  PRIMARY KEY (message, part, agreement),
  FOREIGN KEY (message, part) REFERENCES part (message, part)
) WITHOUT ROWID;

CREATE TABLE verdict (
  message    TEXT NOT NULL,
  part       INTEGER NOT NULL,
  agreement  TEXT NOT NULL,
  version    TEXT NOT NULL,
  partner    TEXT NOT NULL,
  outcome    TEXT NOT NULL CHECK (outcome IN ('delivered', 'withheld', 'expired', 'superseded', 'pending', 'dead')),
  decision   TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (message, part, agreement),
  FOREIGN KEY (message, part, agreement) REFERENCES covered (message, part, agreement)
) WITHOUT ROWID;
CREATE INDEX verdict_pending ON verdict (message, part, agreement) WHERE outcome = 'pending';

-- Partners with the same view and format share one row.
CREATE TABLE product (
  row    INTEGER PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,
  size   INTEGER NOT NULL,
  bytes  BLOB                            -- null = purged
);

CREATE TABLE delivery (
  id              INTEGER PRIMARY KEY,
  message         TEXT NOT NULL,
  part            INTEGER NOT NULL,
  agreement       TEXT NOT NULL,
  version         TEXT NOT NULL,
  partner         TEXT NOT NULL,
  door            TEXT NOT NULL,
  door_kind       TEXT NOT NULL,
  standard        TEXT NOT NULL,
  media_type      TEXT NOT NULL,
  file_name       TEXT NOT NULL,
  product         TEXT NOT NULL REFERENCES product (digest),
  idempotency_key TEXT NOT NULL,         -- not unique: a replay repeats it
  due             INTEGER NOT NULL,
  expires         INTEGER,
  priority        INTEGER NOT NULL,
  state           TEXT NOT NULL CHECK (state IN ('delivered', 'expired', 'superseded', 'pending', 'dead')),
  attempts        INTEGER NOT NULL DEFAULT 0,
  note            TEXT,
  changed_at      INTEGER NOT NULL,
  FOREIGN KEY (message, part, agreement) REFERENCES verdict (message, part, agreement)
);
CREATE INDEX delivery_of_verdict ON delivery (message, part, agreement);
CREATE INDEX delivery_of_product ON delivery (product);
CREATE INDEX delivery_pending ON delivery (partner, priority DESC, due, id) WHERE state = 'pending';
CREATE INDEX delivery_urgent ON delivery (priority DESC, due, id) WHERE state = 'pending';
CREATE INDEX delivery_expiring ON delivery (expires) WHERE state = 'pending' AND expires IS NOT NULL;

CREATE TABLE held (
  partner TEXT PRIMARY KEY,
  since   INTEGER NOT NULL
) WITHOUT ROWID;

-- The sequence is the cursor that partners keep: never reused, so AUTOINCREMENT.
CREATE TABLE feed_entry (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
  feed       TEXT NOT NULL,
  partner    TEXT NOT NULL,
  entry_id   TEXT NOT NULL,
  updated    INTEGER NOT NULL,
  title      TEXT NOT NULL,
  rights     TEXT NOT NULL,
  standard   TEXT NOT NULL,
  media_type TEXT NOT NULL,
  product    TEXT NOT NULL REFERENCES product (digest),
  expires    INTEGER,
  message    TEXT NOT NULL,
  part       INTEGER NOT NULL,
  agreement  TEXT NOT NULL,
  FOREIGN KEY (message, part, agreement) REFERENCES verdict (message, part, agreement)
);
CREATE INDEX feed_of_partner ON feed_entry (feed, partner, sequence);
CREATE INDEX feed_entry_id ON feed_entry (feed, partner, entry_id, sequence);
CREATE INDEX feed_of_verdict ON feed_entry (message, part, agreement);
CREATE INDEX feed_of_product ON feed_entry (product);

CREATE TABLE dissemination (
  id       INTEGER PRIMARY KEY,
  at       INTEGER NOT NULL,
  feed     TEXT NOT NULL,
  partner  TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  product  TEXT NOT NULL                 -- no reference: the log survives what it speaks of
);
CREATE INDEX dissemination_of_entry ON dissemination (entry_id);

CREATE TABLE attention (
  id         INTEGER PRIMARY KEY,
  kind       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  delivery   INTEGER,
  since      INTEGER NOT NULL,
  text       TEXT NOT NULL,
  settled_at INTEGER
);
CREATE INDEX attention_open ON attention (id) WHERE settled_at IS NULL;
CREATE INDEX attention_of_delivery ON attention (delivery) WHERE settled_at IS NULL;

-- AUTOINCREMENT remembers the last sequence, so that rows cut off at the end are missed too.
CREATE TABLE journal (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  at       INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  data     TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL
);
