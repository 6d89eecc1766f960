-- Version 3. What documents say of each other, and what each agreement was given of each. Of parts accepted before, only
-- their identity is known; what they were given as is taken over from their verdicts.

ALTER TABLE part ADD COLUMN type TEXT NOT NULL DEFAULT '';
-- Actual, Exercise, Test, …
ALTER TABLE part ADD COLUMN reality TEXT NOT NULL DEFAULT '';
-- a moment in UTC, in one spelling
ALTER TABLE part ADD COLUMN sent TEXT NOT NULL DEFAULT '';
ALTER TABLE part ADD COLUMN expires INTEGER;
ALTER TABLE part ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
-- what it speaks of, one a line, fields as in a key
ALTER TABLE part ADD COLUMN names TEXT NOT NULL DEFAULT '';

-- The other direction: who speaks of a document, also of one that has not come yet.
CREATE TABLE part_name (
  sender  TEXT NOT NULL,
  id      TEXT NOT NULL,
  kind    TEXT NOT NULL,
  message TEXT NOT NULL,
  part    INTEGER NOT NULL,
  PRIMARY KEY (sender, id, kind, message, part),
  FOREIGN KEY (message, part) REFERENCES part (message, part)
) WITHOUT ROWID;

-- Whether an attempt ended without an answer: then it may have arrived.
ALTER TABLE delivery ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0;
UPDATE delivery SET doubtful = 1 WHERE attempts > 0 AND state <> 'delivered';

-- What a partner knows a part by. The base is the part whose product it has: an earlier one where nothing changed for it.
CREATE TABLE copy (
  message      TEXT NOT NULL,
  part         INTEGER NOT NULL,
  agreement    TEXT NOT NULL,
  base_message TEXT NOT NULL,
  base_part    INTEGER NOT NULL,
  document     TEXT NOT NULL,              -- identifier, sender and time that stand in it; an empty sender is the gateway
  sender       TEXT NOT NULL,
  sent         TEXT NOT NULL,
  content      TEXT NOT NULL,              -- keyed digest of what it says to its reader
  ends         INTEGER NOT NULL,           -- 1 = it took back what was there
  active       INTEGER NOT NULL,           -- 1 = nothing given to this agreement took its place
  expires      INTEGER,
  PRIMARY KEY (message, part, agreement),
  FOREIGN KEY (message, part, agreement) REFERENCES verdict (message, part, agreement)
) WITHOUT ROWID;

INSERT INTO copy (message, part, agreement, base_message, base_part, document, sender, sent, content, ends, active, expires)
SELECT v.message, v.part, v.agreement, v.message, v.part, json_extract(v.decision, '$.documentId'), '', '', '', 0, 1, NULL
FROM verdict v WHERE v.outcome IN ('delivered', 'pending') AND json_valid(v.decision)
AND coalesce(json_extract(v.decision, '$.documentId'), '') LIKE 'tl-%';
