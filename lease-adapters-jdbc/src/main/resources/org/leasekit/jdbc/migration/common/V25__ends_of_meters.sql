-- From ends_on on a contract pays for a meter no longer; null: the ends before are taken back. Only ever added to; of the
-- ends of a charge the last one counts.
CREATE TABLE lk_meter_end (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  charge      VARCHAR(32) ${binary} NOT NULL,
  end_no      INTEGER NOT NULL,
  ends_on     DATE,
  recorded_by ${text} NOT NULL,
  reason      ${text} NOT NULL,
  evidence    ${text} NOT NULL,
  known_at    ${instant} NOT NULL,
  PRIMARY KEY (lessor, contract_no, charge, end_no)
) ${options};

-- One row for each meter that was ever agreed on; who agrees on it or ends that writes it, and so waits for others who do.
CREATE TABLE lk_meter (
  lessor  VARCHAR(64) ${binary} NOT NULL,
  meter   VARCHAR(64) ${binary} NOT NULL,
  changes BIGINT NOT NULL,
  PRIMARY KEY (lessor, meter)
) ${options};
