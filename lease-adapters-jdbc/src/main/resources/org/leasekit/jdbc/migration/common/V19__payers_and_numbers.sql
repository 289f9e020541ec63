-- Who is registered to pay without being the tenant: id and name, then a line for each contact; null for none.
ALTER TABLE lk_contract ADD COLUMN payer ${text};
ALTER TABLE lk_draft ADD COLUMN payer ${text};
ALTER TABLE lk_origin ADD COLUMN payer ${text};

-- Written by whoever drafts a number and by whoever signs it without a draft, so that one of them waits for the other.
CREATE TABLE lk_contract_number (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  uses        BIGINT NOT NULL,
  PRIMARY KEY (lessor, contract_no)
) ${options};

-- Who has left a tree, for locks that reach the days before.
CREATE INDEX lk_move_by_master ON lk_move (lessor, from_no, contract_no);
