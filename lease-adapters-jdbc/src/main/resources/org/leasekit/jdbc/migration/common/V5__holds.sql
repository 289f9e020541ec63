-- What contracts hold of units as known now: one row for each half of the day, DAY or NIGHT, so that a database can see
-- two rows collide. end_day is the first day that is not held; exclusive_half repeats the half where the whole unit is
-- held every day of the week, and is null for shares and parts of the week, of which several may stand on one day.
CREATE TABLE lk_hold (
  lessor         VARCHAR(64) ${binary} NOT NULL,
  contract_no    VARCHAR(64) ${binary} NOT NULL,
  start_day      DATE NOT NULL,
  half           VARCHAR(8) ${binary} NOT NULL,
  end_day        DATE NOT NULL,
  unit_project   VARCHAR(200) ${binary} NOT NULL,
  unit           VARCHAR(200) ${binary} NOT NULL,
  slot           VARCHAR(16) NOT NULL,
  days_of_week   VARCHAR(16) NOT NULL,
  share_parts    INTEGER NOT NULL,
  resting        BOOLEAN NOT NULL,
  exclusive_half VARCHAR(8) ${binary},
  PRIMARY KEY (lessor, contract_no, start_day, half),
  CHECK (start_day < end_day)
) ${options};
CREATE INDEX lk_hold_by_unit ON lk_hold (lessor, unit, unit_project, end_day);

-- Packages sold by the day. end_day as sold, kept_until as it is: the first day that the guest does not have.
CREATE TABLE lk_booking (
  lessor       VARCHAR(64) ${binary} NOT NULL,
  id           VARCHAR(96) ${binary} NOT NULL,
  unit_project VARCHAR(200) ${binary} NOT NULL,
  unit         VARCHAR(200) ${binary} NOT NULL,
  guest        VARCHAR(64) ${binary} NOT NULL,
  start_day    DATE NOT NULL,
  end_day      DATE NOT NULL,
  kept_until   DATE NOT NULL,
  sold_at      ${instant} NOT NULL,
  cut_at       ${instant},
  PRIMARY KEY (lessor, id),
  CHECK (start_day < end_day AND start_day <= kept_until AND kept_until <= end_day)
) ${options};
CREATE INDEX lk_booking_by_unit ON lk_booking (lessor, unit, unit_project, start_day);

-- The day on which a contract next stands otherwise than it does.
CREATE TABLE lk_amendment_agenda (
  lessor      VARCHAR(64) ${binary} NOT NULL,
  contract_no VARCHAR(64) ${binary} NOT NULL,
  changes_on  DATE NOT NULL,
  PRIMARY KEY (lessor, contract_no)
) ${options};
CREATE INDEX lk_amendment_agenda_by_day ON lk_amendment_agenda (lessor, changes_on, contract_no);
