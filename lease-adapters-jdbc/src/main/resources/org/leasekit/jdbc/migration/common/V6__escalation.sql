-- Of each stage that fired: why at another time than planned, by which version of the policy, and what was done, one a
-- line. planned_for is what the policy's own count gives, before holidays and quiet hours.
ALTER TABLE lk_fired ADD COLUMN moved_by VARCHAR(16) DEFAULT 'NONE' NOT NULL;
ALTER TABLE lk_fired ADD COLUMN policy_version INTEGER DEFAULT 1 NOT NULL;
ALTER TABLE lk_fired ADD COLUMN actions VARCHAR(1000) ${binary} DEFAULT '' NOT NULL;
CREATE INDEX lk_fired_by_time ON lk_fired (lessor, fired_at, case_id, stage);
