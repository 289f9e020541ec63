-- add_ons: one a line, id TAB name TAB quantity TAB minor units; null when there are none.
ALTER TABLE lk_renewal_case ADD COLUMN offer_refund_minor BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE lk_renewal_case ADD COLUMN offer_add_ons ${text};

-- Monthly rents are in the currency. breaches: names parted by blanks.
CREATE TABLE lk_proposal (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  case_id        VARCHAR(96) ${binary} NOT NULL,
  contract_no    VARCHAR(64) ${binary} NOT NULL,
  old_minor      BIGINT NOT NULL,
  list_minor     BIGINT NOT NULL,
  now_minor      BIGINT NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  price_rule     ${text} NOT NULL,
  model          ${text} NOT NULL,
  intent         DOUBLE PRECISION NOT NULL,
  intent_low     DOUBLE PRECISION NOT NULL,
  intent_high    DOUBLE PRECISION NOT NULL,
  intent_group   VARCHAR(16) NOT NULL,
  early_until    ${instant},
  discount_code  VARCHAR(32) ${binary},
  code_redeemed  BOOLEAN NOT NULL,
  approval       VARCHAR(16) NOT NULL,
  breaches       ${text} NOT NULL,
  proposed_by    VARCHAR(64) ${binary},
  decided_by     VARCHAR(64) ${binary},
  decided_at     ${instant},
  drafted_at     ${instant} NOT NULL,
  next_due_at    ${instant},
  version        BIGINT NOT NULL,
  PRIMARY KEY (lessor, case_id),
  CHECK (decided_by IS NULL OR proposed_by IS NULL OR decided_by <> proposed_by)
) ${options};
CREATE INDEX lk_proposal_by_due ON lk_proposal (lessor, next_due_at, case_id);

CREATE TABLE lk_discount_code (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  code         VARCHAR(32) ${binary} NOT NULL,
  case_id      VARCHAR(96) ${binary} NOT NULL,
  basis_points INTEGER NOT NULL,
  valid_until  ${instant} NOT NULL,
  redeemed_at  ${instant},
  PRIMARY KEY (lessor, code)
) ${options};

CREATE TABLE lk_add_on (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  id          VARCHAR(24) ${binary} NOT NULL,
  name        ${text} NOT NULL,
  price_minor BIGINT NOT NULL,
  currency    VARCHAR(3) NOT NULL,
  stock       INTEGER NOT NULL,
  taken       INTEGER NOT NULL,
  PRIMARY KEY (lessor, id),
  CHECK (taken >= 0 AND taken <= stock)
) ${options};
