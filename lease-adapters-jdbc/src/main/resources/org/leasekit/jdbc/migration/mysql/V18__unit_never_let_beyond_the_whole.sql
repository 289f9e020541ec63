-- Shares, halves of the day and parts of the week may stand side by side, but never hold more than the whole unit at any
-- time, whoever writes them. A row counts in its half of the day, on the days of the week that it names.
-- With a binary log, a server asks for log_bin_trust_function_creators before it makes triggers for everybody.
ALTER TABLE lk_hold ADD CONSTRAINT lk_hold_is_a_portion CHECK (
  half IN ('DAY', 'NIGHT') AND (slot = 'ALL' OR slot = half)
  AND days_of_week IN ('ALL', 'WEEKDAYS', 'WEEKENDS')
  AND share_parts BETWEEN 1 AND 3603600);

-- The row of the unit is written first, as the library does: the next one who lets the unit waits, and then sees what is
-- held by now; or fails, where it has begun to read and somebody has let the unit since. Nothing of other rows is
-- locked to be read: that would wait for rows of other units, and others for it.
-- What is held grows only where something begins, on a weekday or at a weekend: it is the most on a day on which a row
-- begins, or on the next one on which the week or the weekend does.
-- Twice the same, and no procedure for both: dumps leave procedures out unless told otherwise.
DELIMITER $$
CREATE TRIGGER lk_hold_inserted AFTER INSERT ON lk_hold FOR EACH ROW
BEGIN
  DECLARE most BIGINT;
  DECLARE seen BIGINT;
  DECLARE lets_now BIGINT;
  SELECT lets INTO seen FROM lk_unit
    WHERE lessor = NEW.lessor AND project = NEW.unit_project AND unit = NEW.unit;
  INSERT INTO lk_unit (lessor, project, unit, lets) VALUES (NEW.lessor, NEW.unit_project, NEW.unit, 1)
    ON DUPLICATE KEY UPDATE lets = lets + 1;
  SELECT lets INTO lets_now FROM lk_unit
    WHERE lessor = NEW.lessor AND project = NEW.unit_project AND unit = NEW.unit;
  IF lets_now <> COALESCE(seen, 0) + 1 THEN
    SIGNAL SQLSTATE '40001'
      SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'lk_unit_never_let_beyond_the_whole: let meanwhile, begin again';
  END IF;
  SELECT MAX(parts) INTO most FROM (
    SELECT SUM(held.share_parts) AS parts
    FROM (
      SELECT GREATEST(start_day, NEW.start_day) AS on_day
      FROM lk_hold
      WHERE lessor = NEW.lessor AND unit = NEW.unit AND unit_project = NEW.unit_project AND half = NEW.half
        AND end_day > NEW.start_day AND start_day < NEW.end_day
      UNION
      SELECT DATE_ADD(GREATEST(start_day, NEW.start_day),
        INTERVAL IF(WEEKDAY(GREATEST(start_day, NEW.start_day)) < 5, 5, 7)
          - WEEKDAY(GREATEST(start_day, NEW.start_day)) DAY)
      FROM lk_hold
      WHERE lessor = NEW.lessor AND unit = NEW.unit AND unit_project = NEW.unit_project AND half = NEW.half
        AND end_day > NEW.start_day AND start_day < NEW.end_day) begun
    JOIN lk_hold held
      ON held.lessor = NEW.lessor AND held.unit = NEW.unit AND held.unit_project = NEW.unit_project
        AND held.half = NEW.half AND held.start_day <= on_day AND held.end_day > on_day AND NEW.end_day > on_day
        AND (held.days_of_week = 'ALL' OR (held.days_of_week = 'WEEKENDS') = (WEEKDAY(on_day) >= 5))
    GROUP BY on_day) sums;
  IF most > 3603600 THEN
    SIGNAL SQLSTATE '23000'
      SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'lk_unit_never_let_beyond_the_whole: the unit is held already';
  END IF;
END $$

CREATE TRIGGER lk_hold_updated AFTER UPDATE ON lk_hold FOR EACH ROW
BEGIN
  DECLARE most BIGINT;
  DECLARE seen BIGINT;
  DECLARE lets_now BIGINT;
  SELECT lets INTO seen FROM lk_unit
    WHERE lessor = NEW.lessor AND project = NEW.unit_project AND unit = NEW.unit;
  INSERT INTO lk_unit (lessor, project, unit, lets) VALUES (NEW.lessor, NEW.unit_project, NEW.unit, 1)
    ON DUPLICATE KEY UPDATE lets = lets + 1;
  SELECT lets INTO lets_now FROM lk_unit
    WHERE lessor = NEW.lessor AND project = NEW.unit_project AND unit = NEW.unit;
  IF lets_now <> COALESCE(seen, 0) + 1 THEN
    SIGNAL SQLSTATE '40001'
      SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'lk_unit_never_let_beyond_the_whole: let meanwhile, begin again';
  END IF;
  SELECT MAX(parts) INTO most FROM (
    SELECT SUM(held.share_parts) AS parts
    FROM (
      SELECT GREATEST(start_day, NEW.start_day) AS on_day
      FROM lk_hold
      WHERE lessor = NEW.lessor AND unit = NEW.unit AND unit_project = NEW.unit_project AND half = NEW.half
        AND end_day > NEW.start_day AND start_day < NEW.end_day
      UNION
      SELECT DATE_ADD(GREATEST(start_day, NEW.start_day),
        INTERVAL IF(WEEKDAY(GREATEST(start_day, NEW.start_day)) < 5, 5, 7)
          - WEEKDAY(GREATEST(start_day, NEW.start_day)) DAY)
      FROM lk_hold
      WHERE lessor = NEW.lessor AND unit = NEW.unit AND unit_project = NEW.unit_project AND half = NEW.half
        AND end_day > NEW.start_day AND start_day < NEW.end_day) begun
    JOIN lk_hold held
      ON held.lessor = NEW.lessor AND held.unit = NEW.unit AND held.unit_project = NEW.unit_project
        AND held.half = NEW.half AND held.start_day <= on_day AND held.end_day > on_day AND NEW.end_day > on_day
        AND (held.days_of_week = 'ALL' OR (held.days_of_week = 'WEEKENDS') = (WEEKDAY(on_day) >= 5))
    GROUP BY on_day) sums;
  IF most > 3603600 THEN
    SIGNAL SQLSTATE '23000'
      SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = 'lk_unit_never_let_beyond_the_whole: the unit is held already';
  END IF;
END $$

DELIMITER ;
