-- Each contract as it was before its first amendment. term_end is the first day after the term.
CREATE TABLE lk_origin (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  contract_no    VARCHAR(64) ${binary} NOT NULL,
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
  term_start     DATE NOT NULL,
  term_end       DATE NOT NULL,
  rent_minor     BIGINT NOT NULL,
  currency       VARCHAR(3) NOT NULL,
  known_at       ${instant} NOT NULL,
  PRIMARY KEY (lessor, contract_no),
  CHECK (term_start < term_end)
) ${options};

-- Only ever added to. details: what the kind of change says, one value a line, fields parted by tabs.
CREATE TABLE lk_amendment (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  contract_no  VARCHAR(64) ${binary} NOT NULL,
  amendment_no INTEGER NOT NULL,
  effective    DATE NOT NULL,
  known_at     ${instant} NOT NULL,
  recorded_by  ${text} NOT NULL,
  reason       ${text} NOT NULL,
  evidence     ${text} NOT NULL,
  kind         VARCHAR(32) NOT NULL,
  details      ${text} NOT NULL,
  PRIMARY KEY (lessor, contract_no, amendment_no)
) ${options};
