-- When the sweep last failed to do what was due, since a stage last fired; null when it did not.
ALTER TABLE lk_renewal_case ADD COLUMN failed_at ${instant};
