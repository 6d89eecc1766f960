-- Version 5. Feeds that are polled: when to look again, and what was seen in them. Ids and digests, never content.

CREATE TABLE poll (
  partner  TEXT NOT NULL,
  uri      TEXT NOT NULL,
  etag     TEXT NOT NULL,
  modified TEXT NOT NULL,
  due      INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  PRIMARY KEY (partner, uri)
) WITHOUT ROWID;

CREATE TABLE polled (
  partner  TEXT NOT NULL,
  uri      TEXT NOT NULL,
  item     TEXT NOT NULL,                -- digest of the alert, or of the address it is linked by
  stamp    TEXT NOT NULL,                -- digest of what the feed says of when it changed
  state    TEXT NOT NULL CHECK (state IN ('taken', 'refused', 'failing')),
  attempts INTEGER NOT NULL,
  seen     INTEGER NOT NULL,
  PRIMARY KEY (partner, uri, item)
) WITHOUT ROWID;
