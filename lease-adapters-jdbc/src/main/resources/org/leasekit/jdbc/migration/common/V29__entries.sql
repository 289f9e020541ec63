-- Since when the stages of a case count as those of one that is under way; null for what was opened before this was kept: since then.
ALTER TABLE lk_renewal_case ADD COLUMN entered_at ${instant};
