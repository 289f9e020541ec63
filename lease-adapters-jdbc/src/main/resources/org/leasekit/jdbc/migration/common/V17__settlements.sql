-- statements: how many there are; with the first one the settlement is closed.
CREATE TABLE lk_settlement (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  opened_by   VARCHAR(200) ${binary} NOT NULL,
  opened_at   ${instant} NOT NULL,
  statements  INTEGER NOT NULL,
  version     BIGINT NOT NULL,
  PRIMARY KEY (lessor, contract_no)
) ${options};

-- The checklist, in the order of line_no. waived and what follows are null while an item is open. charge_id: of the
-- one-off charge that it led to, empty for none.
CREATE TABLE lk_settlement_item (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  line_no     INTEGER NOT NULL,
  item        VARCHAR(20) ${binary} NOT NULL,
  waived      BOOLEAN,
  settled_by  VARCHAR(200) ${binary},
  reason      ${text},
  evidence    ${text},
  charge_id   VARCHAR(128) ${binary},
  settled_at  ${instant},
  PRIMARY KEY (lessor, contract_no, line_no)
) ${options};

-- Added and never changed, with its lines. currency: of the contract.
CREATE TABLE lk_settlement_statement (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  statement_no INTEGER NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  closed_by    VARCHAR(200) ${binary} NOT NULL,
  evidence     ${text} NOT NULL,
  closed_at    ${instant} NOT NULL,
  PRIMARY KEY (lessor, contract_no, statement_no),
  CHECK (statement_no > 0)
) ${options};

-- What was owed: owed_minor is what was credited, paid from money received and from a deposit, is frozen, and is still owed.
CREATE TABLE lk_settlement_claim (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  contract_no    VARCHAR(64) ${binary} NOT NULL,
  statement_no   INTEGER NOT NULL,
  line_no        INTEGER NOT NULL,
  owed_by_no     VARCHAR(64) ${binary} NOT NULL,
  charge         VARCHAR(32) ${binary} NOT NULL,
  period_start   DATE NOT NULL,
  period_end     DATE NOT NULL,
  revision       INTEGER NOT NULL,
  payer_no       VARCHAR(64) ${binary} NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  owed_minor     BIGINT NOT NULL,
  credited_minor BIGINT NOT NULL,
  money_minor    BIGINT NOT NULL,
  deposit_minor  BIGINT NOT NULL,
  frozen_minor   BIGINT NOT NULL,
  PRIMARY KEY (lessor, contract_no, statement_no, line_no),
  CHECK (credited_minor + money_minor + deposit_minor + frozen_minor <= owed_minor)
) ${options};

-- What was here, in the contract's currency: amount_minor is what was applied, is held back, and goes back to the payer.
CREATE TABLE lk_settlement_fund (
  lessor        VARCHAR(64) ${binary} NOT NULL,
  contract_no   VARCHAR(64) ${binary} NOT NULL,
  statement_no  INTEGER NOT NULL,
  line_no       INTEGER NOT NULL,
  kind          VARCHAR(16) NOT NULL,
  reference     VARCHAR(128) ${binary} NOT NULL,
  payer_no      VARCHAR(64) ${binary} NOT NULL,
  amount_minor  BIGINT NOT NULL,
  applied_minor BIGINT NOT NULL,
  held_minor    BIGINT NOT NULL,
  PRIMARY KEY (lessor, contract_no, statement_no, line_no),
  CHECK (applied_minor + held_minor <= amount_minor)
) ${options};
