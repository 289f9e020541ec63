package org.leasekit.examples.season;

import java.time.LocalDate;
import java.util.Map;

/** Is told how far a season is. */
interface SeasonListener {

  /** Something is begun that takes a while, and is no simulated day. */
  void begins(String what);

  /**
   * A day has been lived through.
   *
   * @param number counts from 1
   * @param of days in all
   */
  void lived(int number, int of, LocalDate day);

  /**
   * So much changed in mid-season.
   *
   * @param tallies by kind of change, how many the library recorded and rejected
   */
  void changed(Map<String, MidSeason.Tally> tallies);
}
