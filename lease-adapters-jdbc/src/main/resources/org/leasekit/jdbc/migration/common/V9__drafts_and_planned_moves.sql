-- Contracts that nobody has signed yet, in the columns of lk_contract, apart from those so that no question about contracts
-- can meet one; with the tenant, who is registered by the signing.
CREATE TABLE lk_draft (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  contract_no    VARCHAR(64) ${binary} NOT NULL,
  is_master      BOOLEAN NOT NULL,
  project        VARCHAR(200) ${binary} NOT NULL,
  unit_project   VARCHAR(200) ${binary},
  unit           VARCHAR(200) ${binary},
  slot           VARCHAR(16) NOT NULL,
  days_of_week   VARCHAR(16) NOT NULL,
  share_parts    INTEGER NOT NULL,
  tenant         VARCHAR(64) ${binary} NOT NULL,
  occupant_name  ${text},
  occupant_badge ${text},
  contacts       ${text} NOT NULL,
  steward        VARCHAR(64) ${binary},
  term_start     DATE NOT NULL,
  term_end       DATE NOT NULL,
  terminates_on  DATE,
  rent_minor     BIGINT NOT NULL,
  deposit_minor  BIGINT NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  cycle_months   INTEGER NOT NULL,
  proration      VARCHAR(64) NOT NULL,
  charge_rules   ${text} NOT NULL,
  status         VARCHAR(16) NOT NULL,
  parent_no      VARCHAR(64) ${binary},
  predecessor_no VARCHAR(64) ${binary},
  successor_no   VARCHAR(64) ${binary},
  version        BIGINT NOT NULL,
  tenant_name    ${text} NOT NULL,
  tenant_kind    VARCHAR(16) NOT NULL,
  tenant_birth   DATE,
  PRIMARY KEY (lessor, contract_no),
  CHECK (term_start < term_end)
) ${options};

-- Moves in the hierarchy that are to hold from a later day on. Only ever added to, and fate*: set once, all of them or none;
-- pending_on is the day while there is no fate.
CREATE TABLE lk_planned_move (
  lessor        VARCHAR(64) ${binary} NOT NULL,
  contract_no   VARCHAR(64) ${binary} NOT NULL,
  plan_no       INTEGER NOT NULL,
  to_no         VARCHAR(64) ${binary},
  effective     DATE NOT NULL,
  known_at      ${instant} NOT NULL,
  planned_by    ${text} NOT NULL,
  reason        ${text} NOT NULL,
  evidence      ${text} NOT NULL,
  ending_master VARCHAR(64) ${binary},
  fate          VARCHAR(16),
  fate_at       ${instant},
  fate_by       ${text},
  fate_reason   ${text},
  fate_evidence ${text},
  pending_on    DATE,
  PRIMARY KEY (lessor, contract_no, plan_no)
) ${options};
CREATE INDEX lk_planned_move_due ON lk_planned_move (lessor, pending_on, contract_no);
