-- Version 7. Which distribution carried a part, by the names that a later one uses for it: a Cancel may hold nothing but them.

CREATE TABLE carried (
  sender       TEXT NOT NULL,
  distribution TEXT NOT NULL,
  message      TEXT NOT NULL,
  part         INTEGER NOT NULL,
  PRIMARY KEY (sender, distribution, message, part),
  FOREIGN KEY (message, part) REFERENCES part (message, part)
) WITHOUT ROWID;

-- It was written and never read.
ALTER TABLE copy DROP COLUMN active;
