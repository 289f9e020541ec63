-- Who asked to do what, and which rule refused it; only ever added to. contract_no: as asked for, whether there is one or
-- not. actor_detail: the role of staff, the badge of a user. act_amount: a plain decimal.
CREATE TABLE lk_decision (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  decided_at   ${instant} NOT NULL,
  id           VARCHAR(36) ${binary} NOT NULL,
  actor_kind   VARCHAR(16) NOT NULL,
  actor_id     VARCHAR(64) ${binary},
  actor_detail ${text},
  action       VARCHAR(32) NOT NULL,
  contract_no  VARCHAR(64) ${binary},
  act_on       DATE NOT NULL,
  act_amount   ${text},
  act_currency VARCHAR(16),
  act_months   INTEGER NOT NULL,
  act_units    INTEGER NOT NULL,
  refused_by   VARCHAR(64),
  PRIMARY KEY (lessor, decided_at, id)
) ${options};
CREATE INDEX lk_decision_by_contract ON lk_decision (lessor, contract_no, decided_at);

-- One row for each lessor: whoever changes who stands below whom writes here first, so that one waits for the other.
CREATE TABLE lk_hierarchy (
  lessor  VARCHAR(64) ${binary} NOT NULL,
  changes BIGINT NOT NULL,
  PRIMARY KEY (lessor)
) ${options};

-- Changes of a contract's place, only ever added to. from_no, to_no: the master above; null for none.
CREATE TABLE lk_move (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  move_no     INTEGER NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  from_no     VARCHAR(64) ${binary},
  to_no       VARCHAR(64) ${binary},
  effective   DATE NOT NULL,
  known_at    ${instant} NOT NULL,
  recorded_by ${text} NOT NULL,
  reason      ${text} NOT NULL,
  evidence    ${text} NOT NULL,
  PRIMARY KEY (lessor, contract_no, move_no)
) ${options};

-- What masters let their sub-contracts do alone. Only ever added to, and revoked_*: set once, all of them or none.
CREATE TABLE lk_grant (
  lessor           VARCHAR(64) ${binary} NOT NULL,
  account_no       VARCHAR(64) ${binary} NOT NULL,
  grant_no         INTEGER NOT NULL,
  grantor_no       VARCHAR(64) ${binary} NOT NULL,
  granted_right    VARCHAR(32) NOT NULL,
  max_minor        BIGINT,
  max_currency     VARCHAR(3),
  max_months       INTEGER,
  max_units        INTEGER,
  until_day        DATE,
  known_at         ${instant} NOT NULL,
  granted_by       ${text} NOT NULL,
  reason           ${text} NOT NULL,
  evidence         ${text} NOT NULL,
  revoked_at       ${instant},
  revoked_by       ${text},
  revoked_reason   ${text},
  revoked_evidence ${text},
  PRIMARY KEY (lessor, account_no, grant_no)
) ${options};

-- Everything under one contract number, and everything in one name.
CREATE INDEX lk_contract_by_tenant ON lk_contract (lessor, tenant, contract_no);
CREATE INDEX lk_journal_line_by_contract ON lk_journal_line (lessor, contract_no, entry_id);
CREATE INDEX lk_touch_by_contract ON lk_touch (lessor, contract_no, touched_at);
CREATE INDEX lk_task_by_contract ON lk_task (lessor, contract_no, id);
