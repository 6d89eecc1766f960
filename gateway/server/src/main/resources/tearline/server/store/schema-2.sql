-- Version 2. Which incidents a part belongs to, in the words of its sender: for a roll-up of an incident. Parts accepted
-- before have no row here.

CREATE TABLE part_incident (
  message  TEXT NOT NULL,
  part     INTEGER NOT NULL,
  incident TEXT NOT NULL,
  PRIMARY KEY (incident, message, part),
  FOREIGN KEY (message, part) REFERENCES part (message, part)
) WITHOUT ROWID;
