-- Of each stage that fired: why at another time than planned, by which version of the policy, and what was done, one a
-- line. planned_for is what the policy's own count gives, before holidays and quiet hours.
ALTER TABLE lk_fired ADD COLUMN moved_by VARCHAR(16) DEFAULT 'NONE' NOT NULL;
ALTER TABLE lk_fired ADD COLUMN policy_version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE lk_fired ADD COLUMN actions VARCHAR(1000) ${binary} DEFAULT '' NOT NULL;
CREATE INDEX lk_fired_by_time ON lk_fired (lessor, fired_at, case_id, stage);

-- note: what came of it; null for nothing, as of old.
ALTER TABLE lk_task ADD COLUMN staff_role VARCHAR(64) ${binary} DEFAULT 'steward' NOT NULL;
ALTER TABLE lk_task ADD COLUMN accepted_at ${instant};
ALTER TABLE lk_task ADD COLUMN snoozed_until ${instant};
ALTER TABLE lk_task ADD COLUMN snoozes INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE lk_task ADD COLUMN note ${text};

ALTER TABLE lk_notice ADD COLUMN template VARCHAR(64) ${binary} DEFAULT 'reminder' NOT NULL;

-- To whom a message was sent and when: for the most that anybody shall have.
CREATE TABLE lk_sent (
  lessor    VARCHAR(64) ${binary} NOT NULL,
  address   VARCHAR(64) ${binary} NOT NULL,
  channel   VARCHAR(16) NOT NULL,
  sent_at   ${instant} NOT NULL,
  notice_id VARCHAR(200) ${binary} NOT NULL,
  PRIMARY KEY (lessor, address, channel, sent_at, notice_id)
) ${options};

-- ends_at is the first instant after the absence.
CREATE TABLE lk_absence (
  lessor    VARCHAR(64) ${binary} NOT NULL,
  staff     VARCHAR(64) ${binary} NOT NULL,
  starts_at ${instant} NOT NULL,
  ends_at   ${instant} NOT NULL,
  deputy    VARCHAR(64) ${binary},
  PRIMARY KEY (lessor, staff, starts_at),
  CHECK (starts_at < ends_at)
) ${options};
CREATE INDEX lk_absence_by_end ON lk_absence (lessor, ends_at, starts_at);

-- opted_out, tags: one a line.
CREATE TABLE lk_wishes (
  lessor     VARCHAR(64) ${binary} NOT NULL,
  tenant     VARCHAR(64) ${binary} NOT NULL,
  opted_out  ${text} NOT NULL,
  large_type BOOLEAN NOT NULL,
  in_person  BOOLEAN NOT NULL,
  tags       ${text} NOT NULL,
  PRIMARY KEY (lessor, tenant)
) ${options};

-- What was done about one time of being late; actions: one a line.
CREATE TABLE lk_dunned (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  payer_no       VARCHAR(64) ${binary} NOT NULL,
  late_since     DATE NOT NULL,
  stage          VARCHAR(100) ${binary} NOT NULL,
  planned_for    ${instant} NOT NULL,
  fired_at       ${instant} NOT NULL,
  moved_by       VARCHAR(16) NOT NULL,
  policy_version INTEGER NOT NULL,
  actions        VARCHAR(1000) ${binary} NOT NULL,
  PRIMARY KEY (lessor, payer_no, late_since, stage)
) ${options};
