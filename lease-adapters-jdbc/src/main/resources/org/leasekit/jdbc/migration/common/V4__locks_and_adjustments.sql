-- Corrections of raised amounts, only ever added to. key as in lk_receivable, with a revision of 1 or more.
-- after_minor: what the corrected amount comes to. cause_locks, cause_terms: one a line.
CREATE TABLE lk_adjustment (
  lessor           VARCHAR(64) ${binary} NOT NULL,
  contract_no      VARCHAR(64) ${binary} NOT NULL,
  charge           VARCHAR(32) ${binary} NOT NULL,
  period_start     DATE NOT NULL,
  period_end       DATE NOT NULL,
  revision         INTEGER NOT NULL,
  payer_no         VARCHAR(64) ${binary} NOT NULL,
  due              DATE NOT NULL,
  side             VARCHAR(8) NOT NULL,
  amount_minor     BIGINT NOT NULL,
  after_minor      BIGINT NOT NULL,
  currency         VARCHAR(3) NOT NULL,
  cause_locks      ${text} NOT NULL,
  cause_terms      ${text} NOT NULL,
  convention       VARCHAR(64) NOT NULL,
  monthly_minor    BIGINT NOT NULL,
  monthly_currency VARCHAR(3) NOT NULL,
  slices           ${text} NOT NULL,
  tax_points       INTEGER NOT NULL,
  tax_included     BOOLEAN NOT NULL,
  made_at          ${instant} NOT NULL,
  PRIMARY KEY (lessor, contract_no, charge, period_start, period_end, revision),
  CHECK (period_start < period_end),
  CHECK (revision > 0 AND amount_minor > 0 AND after_minor >= 0)
) ${options};

-- What holds receivables back, only ever added to. scope: AMOUNT, PART, CHARGE, CONTRACT or TREE; the columns after it
-- name what it takes, null where it takes more.
CREATE TABLE lk_lock (
  lessor        VARCHAR(64) ${binary} NOT NULL,
  id            VARCHAR(160) ${binary} NOT NULL,
  effect        VARCHAR(16) NOT NULL,
  scope         VARCHAR(16) NOT NULL,
  contract_no   VARCHAR(64) ${binary} NOT NULL,
  charge        VARCHAR(32) ${binary},
  period_start  DATE,
  period_end    DATE,
  revision      INTEGER,
  held_minor    BIGINT,
  held_currency VARCHAR(3),
  reason        VARCHAR(32) NOT NULL,
  evidence      ${text} NOT NULL,
  asked_by      ${text} NOT NULL,
  approved_by   ${text} NOT NULL,
  holds_from    ${instant} NOT NULL,
  holds_until   ${instant},
  extends_term  BOOLEAN NOT NULL,
  known_at      ${instant} NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_lock_by_contract ON lk_lock (lessor, contract_no, known_at);

-- The last release of a lock counts. released_at is null where an earlier one is taken back.
CREATE TABLE lk_lock_release (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  lock_id     VARCHAR(160) ${binary} NOT NULL,
  seq_no      INTEGER NOT NULL,
  released_at ${instant},
  released_by ${text} NOT NULL,
  reason      ${text} NOT NULL,
  known_at    ${instant} NOT NULL,
  PRIMARY KEY (lessor, lock_id, seq_no)
) ${options};

-- What a contract pays for what a meter counts. price, and the readings below: plain decimals, exact as text.
CREATE TABLE lk_metered_charge (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  charge       VARCHAR(32) ${binary} NOT NULL,
  meter        VARCHAR(64) ${binary} NOT NULL,
  term_start   DATE NOT NULL,
  term_end     DATE NOT NULL,
  unit         VARCHAR(32) ${binary} NOT NULL,
  price        VARCHAR(40) NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  digits       INTEGER NOT NULL,
  tax_points   INTEGER NOT NULL,
  tax_included BOOLEAN NOT NULL,
  known_at     ${instant} NOT NULL,
  PRIMARY KEY (lessor, contract_no, charge),
  CHECK (term_start < term_end)
) ${options};
CREATE INDEX lk_metered_charge_by_meter ON lk_metered_charge (lessor, meter);

-- Only ever added to. read_on: at the start of that day.
CREATE TABLE lk_meter_reading (
  lessor   VARCHAR(64) ${binary} NOT NULL,
  meter    VARCHAR(64) ${binary} NOT NULL,
  id       VARCHAR(64) ${binary} NOT NULL,
  read_on  DATE NOT NULL,
  kind     VARCHAR(16) NOT NULL,
  reading  VARCHAR(40) NOT NULL,
  read_by  ${text} NOT NULL,
  known_at ${instant} NOT NULL,
  PRIMARY KEY (lessor, meter, id)
) ${options};
