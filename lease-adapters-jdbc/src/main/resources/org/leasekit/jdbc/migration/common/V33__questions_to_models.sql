-- What a model was asked about the tenant: both monthly rents are in the proposal's currency. It does not follow the price.
ALTER TABLE lk_proposal ADD COLUMN asked_old_minor BIGINT;
ALTER TABLE lk_proposal ADD COLUMN asked_minor BIGINT;
ALTER TABLE lk_proposal ADD COLUMN asked_at ${instant};
UPDATE lk_proposal SET asked_old_minor = old_minor, asked_minor = list_minor, asked_at = drafted_at;
