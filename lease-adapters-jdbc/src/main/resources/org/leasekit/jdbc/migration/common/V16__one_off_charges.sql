-- Why somebody raised a charge once; added and never changed. What is owed is the receivable of the same key. id: the
-- caller's own. amount_minor: as it was asked for, with the contract's tax in it or without.
CREATE TABLE lk_one_off_charge (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  id           VARCHAR(128) ${binary} NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  kind         VARCHAR(20) ${binary} NOT NULL,
  charge       VARCHAR(32) ${binary} NOT NULL,
  period_start DATE NOT NULL,
  period_end   DATE NOT NULL,
  revision     INTEGER NOT NULL,
  amount_minor BIGINT NOT NULL,
  currency     VARCHAR(3) NOT NULL,
  reason       ${text} NOT NULL,
  evidence     ${text} NOT NULL,
  raised_by    VARCHAR(200) ${binary} NOT NULL,
  raised_at    ${instant} NOT NULL,
  PRIMARY KEY (lessor, id),
  CHECK (amount_minor > 0)
) ${options};
CREATE INDEX lk_one_off_charge_of_contract ON lk_one_off_charge (lessor, contract_no, raised_at, id);
