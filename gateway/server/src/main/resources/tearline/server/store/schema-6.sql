-- Version 6. Under which text of its agreement a view was made: under another it is made anew before anybody reads it. And how
-- long a message is kept: what people said about it, never what stands in it.

-- digest of the agreement; null = not known
ALTER TABLE feed_view ADD COLUMN policy TEXT;

CREATE TABLE retention (
  message       TEXT PRIMARY KEY REFERENCES message (id),
  record        TEXT,                    -- kind, sender and id of its first record; null = nobody has looked yet
  kind          TEXT,
  contributor   TEXT,
  determination TEXT,
  created       INTEGER,
  purge_on      INTEGER,                 -- what the record says of itself
  review_on     INTEGER,
  validated     INTEGER,                 -- from here on its time is counted, where somebody reviewed and kept it
  reviewer      TEXT,
  held          TEXT,                    -- why it may not be removed; null = it may
  noticed       INTEGER                  -- the shortest time in days that the operator was told of; -1 = a review is due
) WITHOUT ROWID;
