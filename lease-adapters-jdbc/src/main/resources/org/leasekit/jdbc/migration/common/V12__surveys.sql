-- Added and never changed: each case is asked once. remark: the tenant's own words, empty for none.
CREATE TABLE lk_survey_answer (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  case_id     VARCHAR(96) ${binary} NOT NULL,
  score       INTEGER NOT NULL,
  remark      ${text} NOT NULL,
  recorded_by VARCHAR(64) ${binary},
  answered_at ${instant} NOT NULL,
  PRIMARY KEY (lessor, case_id),
  CHECK (score >= 0 AND score <= 10)
) ${options};
