-- Shares, halves of the day and parts of the week may stand side by side, but never hold more than the whole unit at any
-- time, whoever writes them. A row counts in its half of the day, on the days of the week that it names.
ALTER TABLE lk_hold ADD CONSTRAINT lk_hold_is_a_portion CHECK (
  half IN ('DAY', 'NIGHT') AND (slot = 'ALL' OR slot = half)
  AND days_of_week IN ('ALL', 'WEEKDAYS', 'WEEKENDS')
  AND share_parts BETWEEN 1 AND 3603600);

-- The class has to be on the class path of whatever process has the database open.
CREATE TRIGGER lk_unit_never_let_beyond_the_whole AFTER INSERT, UPDATE ON lk_hold
  FOR EACH ROW CALL 'org.leasekit.jdbc.h2.UnitNeverLetBeyondTheWhole';
