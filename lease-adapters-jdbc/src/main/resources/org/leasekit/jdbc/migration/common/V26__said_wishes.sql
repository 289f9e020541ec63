-- Who said the latest of what a person wishes, and when; both null when nobody noted that.
ALTER TABLE lk_person_wishes ADD COLUMN said_by VARCHAR(200);
ALTER TABLE lk_person_wishes ADD COLUMN said_at ${instant};
