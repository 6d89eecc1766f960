-- Version 4. A feed is kept as each partner sees it: positions of its own (so that what others got leaves no gap), the newest of
-- each entry and nothing older, and tombstones. The log of who pulled what says everything that an accounting asks, by itself.

CREATE TABLE feed_view (
  feed      TEXT NOT NULL,
  partner   TEXT NOT NULL,
  head      INTEGER NOT NULL DEFAULT 0,   -- the last position given out
  forgotten INTEGER NOT NULL DEFAULT 0,   -- up to here tombstones may be missing: who read no further starts anew
  PRIMARY KEY (feed, partner)
) WITHOUT ROWID;

ALTER TABLE feed_entry RENAME TO feed_entry_of_version_1;
DROP INDEX feed_of_partner;
DROP INDEX feed_entry_id;
DROP INDEX feed_of_verdict;
DROP INDEX feed_of_product;

-- Of a tombstone only feed, partner, entry and time are known.
CREATE TABLE feed_entry (
  row        INTEGER PRIMARY KEY,
  feed       TEXT NOT NULL,
  partner    TEXT NOT NULL,
  position   INTEGER NOT NULL,
  entry_id   TEXT NOT NULL,
  published  INTEGER NOT NULL,
  updated    INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('record', 'pointer', 'tombstone')),
  title      TEXT,
  rights     TEXT,
  categories TEXT,                        -- scheme, blank, term; one a line
  standard   TEXT,
  media_type TEXT,
  product    TEXT REFERENCES product (digest),
  expires    INTEGER,
  message    TEXT,
  part       INTEGER,
  agreement  TEXT,
  UNIQUE (feed, partner, entry_id),
  FOREIGN KEY (message, part, agreement) REFERENCES verdict (message, part, agreement),
  CHECK ((kind = 'tombstone') = (product IS NULL))
);
CREATE UNIQUE INDEX feed_in_order ON feed_entry (feed, partner, position);
CREATE INDEX feed_of_verdict ON feed_entry (message, part, agreement) WHERE message IS NOT NULL;
CREATE INDEX feed_of_product ON feed_entry (product) WHERE product IS NOT NULL;
CREATE INDEX feed_tombstones ON feed_entry (updated) WHERE kind = 'tombstone';

INSERT INTO feed_entry (feed, partner, position, entry_id, published, updated, kind, title, rights, categories, standard, media_type,
                        product, expires, message, part, agreement)
SELECT f.feed, f.partner, row_number() OVER (PARTITION BY f.feed, f.partner ORDER BY f.sequence), f.entry_id, f.updated, f.updated,
       'record', f.title, f.rights, '', f.standard, f.media_type, f.product, f.expires, f.message, f.part, f.agreement
FROM feed_entry_of_version_1 f JOIN product p ON p.digest = f.product
WHERE p.bytes IS NOT NULL AND f.sequence = (SELECT max(g.sequence) FROM feed_entry_of_version_1 g
                                            WHERE g.feed = f.feed AND g.partner = f.partner AND g.entry_id = f.entry_id);
INSERT INTO feed_view (feed, partner, head) SELECT feed, partner, max(position) FROM feed_entry GROUP BY feed, partner;
DROP TABLE feed_entry_of_version_1;

ALTER TABLE dissemination RENAME COLUMN sequence TO position;
-- What was logged before this version has nothing here. The last is the row of the journal that says the same.
ALTER TABLE dissemination ADD COLUMN message TEXT;
ALTER TABLE dissemination ADD COLUMN part INTEGER;
ALTER TABLE dissemination ADD COLUMN agreement TEXT;
ALTER TABLE dissemination ADD COLUMN version TEXT;
ALTER TABLE dissemination ADD COLUMN kind TEXT;
ALTER TABLE dissemination ADD COLUMN standard TEXT;
ALTER TABLE dissemination ADD COLUMN purpose TEXT;
ALTER TABLE dissemination ADD COLUMN journal INTEGER;
CREATE INDEX dissemination_of_message ON dissemination (message);

-- The authority that each version of an agreement rested on, in its own words: an accounting must still say it years later.
CREATE TABLE authority (
  agreement TEXT NOT NULL,
  version   TEXT NOT NULL,
  partner   TEXT NOT NULL,
  digest    TEXT NOT NULL,
  text      TEXT NOT NULL,
  since     INTEGER NOT NULL,
  journal   INTEGER NOT NULL,
  PRIMARY KEY (agreement, version, digest)
) WITHOUT ROWID;
