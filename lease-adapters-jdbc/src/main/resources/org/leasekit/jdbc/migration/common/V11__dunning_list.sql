-- When what is outstanding was due; null once nothing is. An index over it finds who is late without reading what is paid.
ALTER TABLE lk_receivable ADD COLUMN open_due DATE
  GENERATED ALWAYS AS (CASE WHEN allocated_minor + credited_minor < amount_minor THEN due END) ${stored};
CREATE INDEX lk_receivable_by_open_due ON lk_receivable (lessor, open_due, payer_no);

-- Payers who are late, and when to look at each again.
CREATE TABLE lk_dunning (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  payer_no    VARCHAR(64) ${binary} NOT NULL,
  next_due_at ${instant} NOT NULL,
  PRIMARY KEY (lessor, payer_no)
) ${options};
CREATE INDEX lk_dunning_by_due ON lk_dunning (lessor, next_due_at, payer_no);
