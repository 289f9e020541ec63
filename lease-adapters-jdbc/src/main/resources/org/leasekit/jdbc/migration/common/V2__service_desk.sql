-- Of a service request, what was reported never changes; state, priority and technician are a copy of what the entries
-- say, to find it by. photos: one a line.
CREATE TABLE lk_service_request (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  id          VARCHAR(96) ${binary} NOT NULL,
  asset       VARCHAR(64) ${binary} NOT NULL,
  site        VARCHAR(64) ${binary} NOT NULL,
  place       ${text} NOT NULL,
  fault       VARCHAR(64) ${binary} NOT NULL,
  impact      VARCHAR(16) NOT NULL,
  urgency     VARCHAR(16) NOT NULL,
  description ${text} NOT NULL,
  photos      ${text} NOT NULL,
  contract_no VARCHAR(64) ${binary},
  reporter    VARCHAR(64) ${binary},
  opened_at   ${instant} NOT NULL,
  state       VARCHAR(16) NOT NULL,
  priority    VARCHAR(16) NOT NULL,
  technician  VARCHAR(64) ${binary},
  next_due_at ${instant},
  version     BIGINT NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_service_request_by_due ON lk_service_request (lessor, next_due_at, id);
CREATE INDEX lk_service_request_by_state ON lk_service_request (lessor, state, opened_at, id);
CREATE INDEX lk_service_request_by_asset ON lk_service_request (lessor, asset, opened_at, id);
CREATE INDEX lk_service_request_by_contract ON lk_service_request (lessor, contract_no, opened_at, id);

-- subject: whom or what the entry is about, to count by. details: what else the kind has, a line for each list.
CREATE TABLE lk_service_entry (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  request_id  VARCHAR(96) ${binary} NOT NULL,
  seq_no      INTEGER NOT NULL,
  entry_key   VARCHAR(255) ${binary} NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  happened_at ${instant} NOT NULL,
  recorded_at ${instant} NOT NULL,
  actor_kind  VARCHAR(16) NOT NULL,
  actor_id    VARCHAR(64) ${binary},
  subject     VARCHAR(200) ${binary} NOT NULL,
  details     ${text} NOT NULL,
  PRIMARY KEY (lessor, request_id, seq_no),
  UNIQUE (lessor, request_id, entry_key)
) ${options};
CREATE INDEX lk_service_entry_by_kind ON lk_service_entry (lessor, kind, happened_at, subject);

-- skills, areas: one a line. base: where they start from, both or neither.
CREATE TABLE lk_technician (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  id             VARCHAR(64) ${binary} NOT NULL,
  name           ${text} NOT NULL,
  skills         ${text} NOT NULL,
  areas          ${text} NOT NULL,
  shift          ${text} NOT NULL,
  capacity       INTEGER NOT NULL,
  base_latitude  DOUBLE PRECISION,
  base_longitude DOUBLE PRECISION,
  PRIMARY KEY (lessor, id)
) ${options};

CREATE TABLE lk_sighting (
  lessor          VARCHAR(64) ${binary} NOT NULL,
  technician      VARCHAR(64) ${binary} NOT NULL,
  seen_at         ${instant} NOT NULL,
  latitude        DOUBLE PRECISION NOT NULL,
  longitude       DOUBLE PRECISION NOT NULL,
  accuracy_metres DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (lessor, technician, seen_at)
) ${options};

-- latitude, longitude: both or neither.
CREATE TABLE lk_site (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  id           VARCHAR(64) ${binary} NOT NULL,
  name         ${text} NOT NULL,
  area         VARCHAR(64) ${binary} NOT NULL,
  latitude     DOUBLE PRECISION,
  longitude    DOUBLE PRECISION,
  fence_metres DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (lessor, id)
) ${options};

-- ends_at is the first instant after the duty.
CREATE TABLE lk_duty (
  lessor    VARCHAR(64) ${binary} NOT NULL,
  level_no  INTEGER NOT NULL,
  staff     VARCHAR(64) ${binary} NOT NULL,
  starts_at ${instant} NOT NULL,
  ends_at   ${instant} NOT NULL,
  PRIMARY KEY (lessor, level_no, staff, starts_at),
  CHECK (starts_at < ends_at)
) ${options};
CREATE INDEX lk_duty_by_end ON lk_duty (lessor, ends_at, starts_at);

CREATE TABLE lk_duty_task (
  lessor     VARCHAR(64) ${binary} NOT NULL,
  id         VARCHAR(200) ${binary} NOT NULL,
  request_id VARCHAR(96) ${binary} NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  detail     ${text} NOT NULL,
  channel    VARCHAR(16) NOT NULL,
  assignee   VARCHAR(64) ${binary} NOT NULL,
  level_no   INTEGER NOT NULL,
  opened_at  ${instant} NOT NULL,
  closed_at  ${instant},
  PRIMARY KEY (lessor, id)
) ${options};
CREATE INDEX lk_duty_task_open ON lk_duty_task (lessor, closed_at, opened_at, id);
CREATE INDEX lk_duty_task_by_request ON lk_duty_task (lessor, request_id, closed_at);
