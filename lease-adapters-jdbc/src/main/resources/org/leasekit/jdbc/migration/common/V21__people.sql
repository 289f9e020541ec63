-- Whose address it is. Until now there were none but the tenant's. In lk_contract and lk_origin a contact that is not the
-- tenant's has its owner after a further TAB.
ALTER TABLE lk_notice ADD COLUMN owner VARCHAR(16) DEFAULT 'TENANT' NOT NULL;
ALTER TABLE lk_touch ADD COLUMN owner VARCHAR(16) DEFAULT 'TENANT' NOT NULL;

-- One row for each person who was ever counted: whoever counts writes here first, so that one waits for the other.
-- role and name: as of a person; the tenant has no name here.
CREATE TABLE lk_person (
  lessor VARCHAR(64) ${binary} NOT NULL,
  tenant VARCHAR(64) ${binary} NOT NULL,
  role   VARCHAR(16) NOT NULL,
  name   VARCHAR(200) ${binary} NOT NULL,
  turns  BIGINT NOT NULL,
  PRIMARY KEY (lessor, tenant, role, name)
) ${options};

-- What was sent, by person: all that went out so far went to tenants.
CREATE TABLE lk_sent_to (
  lessor    VARCHAR(64) ${binary} NOT NULL,
  tenant    VARCHAR(64) ${binary} NOT NULL,
  role      VARCHAR(16) NOT NULL,
  name      VARCHAR(200) ${binary} NOT NULL,
  sent_at   ${instant} NOT NULL,
  notice_id VARCHAR(200) ${binary} NOT NULL,
  PRIMARY KEY (lessor, tenant, role, name, sent_at, notice_id)
) ${options};

INSERT INTO lk_sent_to (lessor, tenant, role, name, sent_at, notice_id)
  SELECT DISTINCT s.lessor, c.tenant, 'TENANT', '', s.sent_at, s.notice_id
  FROM lk_sent s
  JOIN lk_notice n ON n.lessor = s.lessor AND n.id = s.notice_id
  JOIN lk_contract c ON c.lessor = n.lessor AND c.contract_no = n.contract_no;

DROP TABLE lk_sent;

-- Wishes of people, no longer of tenants alone. opted_out, silent_addresses, tags: one a line.
CREATE TABLE lk_person_wishes (
  lessor           VARCHAR(64) ${binary} NOT NULL,
  tenant           VARCHAR(64) ${binary} NOT NULL,
  role             VARCHAR(16) NOT NULL,
  name             VARCHAR(200) ${binary} NOT NULL,
  opted_out        ${text} NOT NULL,
  silent_addresses ${text} NOT NULL,
  large_type       BOOLEAN NOT NULL,
  in_person        BOOLEAN NOT NULL,
  tags             ${text} NOT NULL,
  PRIMARY KEY (lessor, tenant, role, name)
) ${options};

INSERT INTO lk_person_wishes (
    lessor, tenant, role, name, opted_out, silent_addresses, large_type, in_person, tags)
  SELECT lessor, tenant, 'TENANT', '', opted_out, '', large_type, in_person, tags FROM lk_wishes;

DROP TABLE lk_wishes;
