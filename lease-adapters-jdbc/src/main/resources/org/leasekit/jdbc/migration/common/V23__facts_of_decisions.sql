-- What was known of the subject when a stage was decided, one fact a line; null for what was decided before this was kept.
ALTER TABLE lk_fired ADD COLUMN facts ${text};
ALTER TABLE lk_dunned ADD COLUMN facts ${text};
