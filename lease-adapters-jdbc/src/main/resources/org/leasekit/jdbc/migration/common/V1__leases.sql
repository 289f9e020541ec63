-- Every key starts with the lessor, so that the data can be sharded by it; for the same reason, and because writers of
-- one contract must not wait for each other's parents, there are no foreign keys.
-- Placeholders: text (unbounded), instant (microseconds), binary (compare by code point), options (of a table).

CREATE TABLE lk_tenant (
  lessor     VARCHAR(64) ${binary} NOT NULL,
  id         VARCHAR(64) ${binary} NOT NULL,
  name       ${text} NOT NULL,
  kind       VARCHAR(16) NOT NULL,
  birth_date DATE,
  PRIMARY KEY (lessor, id)
) ${options};

-- One row for each unit that was ever let: whoever lets it writes here first, so that one waits for the other.
CREATE TABLE lk_unit (
  lessor  VARCHAR(64) ${binary} NOT NULL,
  project VARCHAR(200) ${binary} NOT NULL,
  unit    VARCHAR(200) ${binary} NOT NULL,
  lets    BIGINT NOT NULL,
  PRIMARY KEY (lessor, project, unit)
) ${options};

-- term_end is the first day after the term; terminates_on, where it is set, the first day that is not let any more
-- because the lease ends early. contacts: one a line, channel TAB address.
-- charge_rules: one a line, its name TAB its values; empty for the standard ones.
CREATE TABLE lk_contract (
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
  PRIMARY KEY (lessor, contract_no),
  CHECK (term_start < term_end)
) ${options};
CREATE INDEX lk_contract_by_unit ON lk_contract (lessor, unit, unit_project, term_end);
CREATE INDEX lk_contract_by_parent ON lk_contract (lessor, parent_no, contract_no);
CREATE INDEX lk_contract_by_end ON lk_contract (lessor, status, term_end);

CREATE TABLE lk_contract_change (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  seq_no      INTEGER NOT NULL,
  from_status VARCHAR(16) NOT NULL,
  to_status   VARCHAR(16) NOT NULL,
  changed_at  ${instant} NOT NULL,
  changed_by  ${text} NOT NULL,
  reason      ${text} NOT NULL,
  evidence    ${text} NOT NULL,
  PRIMARY KEY (lessor, contract_no, seq_no)
) ${options};

-- period_end is the first day after the period. slices: one a line, start TAB end TAB numerator TAB denominator.
-- tax_points: hundredths of a percent, within the rates or on top of them.
CREATE TABLE lk_receivable (
  lessor           VARCHAR(64) ${binary} NOT NULL,
  contract_no      VARCHAR(64) ${binary} NOT NULL,
  charge           VARCHAR(32) ${binary} NOT NULL,
  period_start     DATE NOT NULL,
  period_end       DATE NOT NULL,
  revision         INTEGER NOT NULL,
  payer_no         VARCHAR(64) ${binary} NOT NULL,
  unadjusted_due   DATE NOT NULL,
  due              DATE NOT NULL,
  amount_minor     BIGINT NOT NULL,
  allocated_minor  BIGINT NOT NULL,
  credited_minor   BIGINT NOT NULL,
  currency         VARCHAR(3) NOT NULL,
  convention       VARCHAR(64) NOT NULL,
  monthly_minor    BIGINT NOT NULL,
  monthly_currency VARCHAR(3) NOT NULL,
  slices           ${text} NOT NULL,
  tax_points       INTEGER NOT NULL,
  tax_included     BOOLEAN NOT NULL,
  raised_at        ${instant} NOT NULL,
  version          BIGINT NOT NULL,
  PRIMARY KEY (lessor, contract_no, charge, period_start, period_end, revision),
  CHECK (period_start < period_end),
  CHECK (allocated_minor >= 0 AND credited_minor >= 0 AND allocated_minor + credited_minor <= amount_minor)
) ${options};
CREATE INDEX lk_receivable_by_payer ON lk_receivable (lessor, payer_no);

-- The day the next billing period of a contract begins.
CREATE TABLE lk_agenda (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  next_on     DATE NOT NULL,
  PRIMARY KEY (lessor, contract_no)
) ${options};
CREATE INDEX lk_agenda_by_day ON lk_agenda (lessor, next_on, contract_no);

CREATE TABLE lk_journal_entry (
  lessor    VARCHAR(64) ${binary} NOT NULL,
  id        VARCHAR(400) ${binary} NOT NULL,
  posted_at ${instant} NOT NULL,
  cause     ${text} NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_journal_entry_by_time ON lk_journal_entry (lessor, posted_at, id);

CREATE TABLE lk_journal_line (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  entry_id     VARCHAR(400) ${binary} NOT NULL,
  line_no      INTEGER NOT NULL,
  account      VARCHAR(32) NOT NULL,
  side         VARCHAR(8) NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  PRIMARY KEY (lessor, entry_id, line_no),
  CHECK (amount_minor > 0)
) ${options};

CREATE TABLE lk_payment (
  lessor          VARCHAR(64) ${binary} NOT NULL,
  id              VARCHAR(128) ${binary} NOT NULL,
  contract_no     VARCHAR(64) ${binary} NOT NULL,
  reference       VARCHAR(500) ${binary} NOT NULL,
  amount_minor    BIGINT NOT NULL,
  unapplied_minor BIGINT NOT NULL,
  currency        VARCHAR(3) NOT NULL,
  received_at     ${instant} NOT NULL,
  version         BIGINT NOT NULL,
  PRIMARY KEY (lessor, id),
  CHECK (unapplied_minor >= 0 AND unapplied_minor <= amount_minor)
) ${options};
CREATE INDEX lk_payment_by_contract ON lk_payment (lessor, contract_no);
CREATE INDEX lk_payment_by_reference ON lk_payment (lessor, reference);
CREATE INDEX lk_payment_by_time ON lk_payment (lessor, received_at, id);

-- Below zero where a receivable gave money back.
CREATE TABLE lk_allocation (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  payment_id   VARCHAR(128) ${binary} NOT NULL,
  seq_no       INTEGER NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  charge       VARCHAR(32) ${binary} NOT NULL,
  period_start DATE NOT NULL,
  period_end   DATE NOT NULL,
  revision     INTEGER NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  allocated_at ${instant} NOT NULL,
  PRIMARY KEY (lessor, payment_id, seq_no),
  CHECK (amount_minor <> 0)
) ${options};
CREATE INDEX lk_allocation_by_receivable ON lk_allocation (lessor, contract_no, charge, period_start);

-- term_end is the end of the contract's term: the day after the expiry. Of the offer, all amounts are in its currency.
CREATE TABLE lk_renewal_case (
  lessor              VARCHAR(64) ${binary} NOT NULL,
  id                  VARCHAR(96) ${binary} NOT NULL,
  contract_no         VARCHAR(64) ${binary} NOT NULL,
  term_end            DATE NOT NULL,
  lapses_at           ${instant} NOT NULL,
  policy              ${text} NOT NULL,
  policy_version      INTEGER NOT NULL,
  offer_start         DATE NOT NULL,
  offer_end           DATE NOT NULL,
  offer_rent_minor    BIGINT NOT NULL,
  offer_deposit_minor BIGINT NOT NULL,
  offer_cycle_months  INTEGER NOT NULL,
  offer_proration     VARCHAR(64) NOT NULL,
  offer_rules         ${text} NOT NULL,
  offer_first_minor   BIGINT NOT NULL,
  offer_top_up_minor  BIGINT NOT NULL,
  offer_currency      VARCHAR(3) NOT NULL,
  state               VARCHAR(16) NOT NULL,
  opened_at           ${instant} NOT NULL,
  responded_at        ${instant},
  accepted_at         ${instant},
  paid_at             ${instant},
  signed_at           ${instant},
  declined_at         ${instant},
  signature_id        ${text},
  closed_at           ${instant},
  next_due_at         ${instant},
  version             BIGINT NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_renewal_case_by_due ON lk_renewal_case (lessor, next_due_at, id);
CREATE INDEX lk_renewal_case_by_contract ON lk_renewal_case (lessor, contract_no, term_end);

CREATE TABLE lk_fired (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  case_id     VARCHAR(96) ${binary} NOT NULL,
  stage       VARCHAR(100) ${binary} NOT NULL,
  planned_for ${instant} NOT NULL,
  fired_at    ${instant} NOT NULL,
  PRIMARY KEY (lessor, case_id, stage)
) ${options};

CREATE TABLE lk_touch (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  case_id     VARCHAR(96) ${binary} NOT NULL,
  seq_no      INTEGER NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  touched_at  ${instant} NOT NULL,
  stage       VARCHAR(100) ${binary} NOT NULL,
  channel     VARCHAR(16) NOT NULL,
  recipient   ${text} NOT NULL,
  result      VARCHAR(16) NOT NULL,
  PRIMARY KEY (lessor, case_id, seq_no)
) ${options};
CREATE INDEX lk_touch_by_time ON lk_touch (lessor, touched_at, case_id, seq_no);

CREATE TABLE lk_notice (
  lessor          VARCHAR(64) ${binary} NOT NULL,
  id              VARCHAR(200) ${binary} NOT NULL,
  case_id         VARCHAR(96) ${binary} NOT NULL,
  contract_no     VARCHAR(64) ${binary} NOT NULL,
  stage           VARCHAR(100) ${binary} NOT NULL,
  channel         VARCHAR(16) NOT NULL,
  address         ${text} NOT NULL,
  state           VARCHAR(16) NOT NULL,
  attempts        INTEGER NOT NULL,
  next_attempt_at ${instant},
  expires_at      ${instant} NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_notice_by_due ON lk_notice (lessor, state, next_attempt_at, id);
CREATE INDEX lk_notice_by_case ON lk_notice (lessor, case_id, id);

CREATE TABLE lk_task (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  id          VARCHAR(200) ${binary} NOT NULL,
  case_id     VARCHAR(96) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  kind        VARCHAR(32) NOT NULL,
  stage       VARCHAR(100) ${binary} NOT NULL,
  assignee    VARCHAR(64) ${binary},
  opened_at   ${instant} NOT NULL,
  closed_at   ${instant},
  outcome     VARCHAR(16),
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_task_by_case ON lk_task (lessor, case_id, closed_at);
CREATE INDEX lk_task_open ON lk_task (lessor, closed_at, opened_at, id);
