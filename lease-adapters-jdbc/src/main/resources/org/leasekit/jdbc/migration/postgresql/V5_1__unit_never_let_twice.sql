-- What the library sees to on every database by its order of locks, this one also holds against whoever writes to the
-- table by hand. A text as a range of itself alone can stand in such a constraint without an extension; the unit comes
-- first because it tells rows apart best.
CREATE TYPE lk_text_range AS RANGE (subtype = text, collation = "C");

ALTER TABLE lk_hold ADD CONSTRAINT lk_unit_never_let_twice EXCLUDE USING gist (
  lk_text_range(unit, unit, '[]') WITH =,
  lk_text_range(unit_project, unit_project, '[]') WITH =,
  lk_text_range(lessor, lessor, '[]') WITH =,
  lk_text_range(exclusive_half, exclusive_half, '[]') WITH =,
  daterange(start_day, end_day) WITH &&)
WHERE (exclusive_half IS NOT NULL);
