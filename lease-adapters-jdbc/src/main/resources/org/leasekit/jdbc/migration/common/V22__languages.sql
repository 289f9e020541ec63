-- In which language to write to a person, as a BCP 47 tag; null for the lessor's.
ALTER TABLE lk_person_wishes ADD COLUMN language VARCHAR(35);
