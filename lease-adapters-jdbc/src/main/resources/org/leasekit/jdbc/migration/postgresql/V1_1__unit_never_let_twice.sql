-- What the library sees to on every database by its order of locks, this one also holds against whoever writes to the
-- table by hand. A text as a range of itself alone can stand in such a constraint without an extension; the unit comes
-- first because it tells rows apart best. DAY is [0,1), NIGHT is [1,2), ALL is [0,2).
CREATE TYPE lk_text_range AS RANGE (subtype = text, collation = "C");

ALTER TABLE lk_contract ADD CONSTRAINT lk_unit_never_let_twice EXCLUDE USING gist (
  lk_text_range(unit, unit, '[]') WITH =,
  lk_text_range(unit_project, unit_project, '[]') WITH =,
  lk_text_range(lessor, lessor, '[]') WITH =,
  daterange(term_start, COALESCE(terminates_on, term_end)) WITH &&,
  int4range(CASE slot WHEN 'NIGHT' THEN 1 ELSE 0 END, CASE slot WHEN 'DAY' THEN 1 ELSE 2 END) WITH &&)
WHERE (unit IS NOT NULL AND status <> 'TERMINATED');
