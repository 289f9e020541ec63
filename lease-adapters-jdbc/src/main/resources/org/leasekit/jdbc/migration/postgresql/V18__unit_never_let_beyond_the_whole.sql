-- Shares, halves of the day and parts of the week may stand side by side, but never hold more than the whole unit at any
-- time, whoever writes them. A row counts in its half of the day, on the days of the week that it names.
ALTER TABLE lk_hold ADD CONSTRAINT lk_hold_is_a_portion CHECK (
  half IN ('DAY', 'NIGHT') AND (slot = 'ALL' OR slot = half)
  AND days_of_week IN ('ALL', 'WEEKDAYS', 'WEEKENDS')
  AND share_parts BETWEEN 1 AND 3603600);

-- The row of the unit is written first, as the library does: the next one who lets the unit waits, and then either sees
-- this row or, at a higher isolation level, fails.
-- What is held grows only where something begins, on a weekday or at a weekend: it is the most on a day on which a row
-- begins, or on the next one on which the week or the weekend does.
CREATE FUNCTION lk_refuse_beyond_the_whole() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO lk_unit AS known (lessor, project, unit, lets) VALUES (NEW.lessor, NEW.unit_project, NEW.unit, 1)
    ON CONFLICT (lessor, project, unit) DO UPDATE SET lets = known.lets + 1;
  IF EXISTS (
    WITH held AS (
      SELECT GREATEST(start_day, NEW.start_day) AS start_day, LEAST(end_day, NEW.end_day) AS end_day,
        days_of_week, share_parts
      FROM lk_hold
      WHERE lessor = NEW.lessor AND unit = NEW.unit AND unit_project = NEW.unit_project AND half = NEW.half
        AND end_day > NEW.start_day AND start_day < NEW.end_day),
    begun AS (
      SELECT start_day AS on_day FROM held
      UNION
      SELECT start_day + (CASE WHEN EXTRACT(ISODOW FROM start_day) < 6 THEN 6 ELSE 8 END
        - EXTRACT(ISODOW FROM start_day))::integer FROM held)
    SELECT 1
    FROM begun JOIN held ON held.start_day <= on_day AND held.end_day > on_day
      AND (days_of_week = 'ALL' OR (days_of_week = 'WEEKENDS') = (EXTRACT(ISODOW FROM on_day) >= 6))
    GROUP BY on_day
    HAVING SUM(share_parts) > 3603600)
  THEN
    RAISE EXCEPTION 'unit % of % would be let beyond the whole', NEW.unit, NEW.unit_project
      USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'lk_unit_never_let_beyond_the_whole', TABLE = 'lk_hold',
        DETAIL = 'lk_unit_never_let_beyond_the_whole';
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER lk_unit_never_let_beyond_the_whole AFTER INSERT OR UPDATE ON lk_hold
  FOR EACH ROW EXECUTE FUNCTION lk_refuse_beyond_the_whole();
