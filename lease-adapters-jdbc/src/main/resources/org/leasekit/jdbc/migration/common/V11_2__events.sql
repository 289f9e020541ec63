-- What happened and is to be told. next_due_at is null once it was told; the last event of a contract stays, so that
-- numbers go on. happening: kind and what happened; details: name and value, one a line.
CREATE TABLE lk_event (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  event_no    INTEGER NOT NULL,
  happening   VARCHAR(64) NOT NULL,
  happened_at ${instant} NOT NULL,
  details     ${text} NOT NULL,
  attempts    INTEGER NOT NULL,
  next_due_at ${instant},
  PRIMARY KEY (lessor, contract_no, event_no)
) ${options};
CREATE INDEX lk_event_by_due ON lk_event (lessor, next_due_at, contract_no, event_no);
