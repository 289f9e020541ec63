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
