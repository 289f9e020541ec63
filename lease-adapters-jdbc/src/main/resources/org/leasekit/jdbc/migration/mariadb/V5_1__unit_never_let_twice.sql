-- What the library sees to on every database by its order of locks, this one also holds against whoever writes to the
-- table by hand. Rows whose exclusive_half is null never collide here.
ALTER TABLE lk_hold ADD PERIOD FOR held (start_day, end_day);

ALTER TABLE lk_hold ADD CONSTRAINT lk_unit_never_let_twice
  UNIQUE (lessor, unit_project, unit, exclusive_half, held WITHOUT OVERLAPS);
