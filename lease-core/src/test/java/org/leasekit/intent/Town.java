package org.leasekit.intent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Tenants whose true chance to renew is known, because it is drawn here from how content and how orderly they are.
 * Neither is recorded: records show late payments, tickets, disputes and slow answers, which follow from them with much
 * chance in between. The rent that is offered acts on the chance directly. No model of the library has this shape.
 */
final class Town {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long RENT = 800_00;

  /** Someone whose term ended: what was known when asked, the truth, and what became of it. */
  record Ended(Dossier dossier, double truth, boolean renewed) {}

  private final SplittableRandom dice;
  private final int daysBefore;

  /**
   * @param daysBefore expiry, when the dossier is asked for
   */
  Town(long seed, int daysBefore) {
    this.dice = new SplittableRandom(seed);
    this.daysBefore = daysBefore;
  }

  /** Those whose terms end within a year. */
  List<Ended> season(int year, int tenants) {
    List<Ended> ended = new ArrayList<>();
    for (int i = 0; i < tenants; i++) {
      ended.add(tenant(LocalDate.of(year, 1, 31).plusDays(dice.nextInt(330))));
    }
    return ended;
  }

  private Ended tenant(LocalDate expiry) {
    double content = normal();
    double orderly = normal();
    int years = 1 + dice.nextInt(6);
    double raise = dice.nextInt(4) * 0.05;
    double truth = 1 / (1 + Math.exp(-(2.3 + 1.2 * content + 0.8 * orderly + 0.15 * years - 9 * raise)));
    Instant asOf = at(expiry.minusDays(daysBefore), 10);
    Dossier dossier =
        new Dossier(
            asOf,
            ZONE,
            expiry,
            expiry.minusYears(years).plusDays(1),
            RENT,
            Math.round(RENT * (1 + raise)),
            bills(expiry, orderly, content),
            asked(expiry, years, content),
            happenings(expiry, Math.exp(-0.2 - 0.9 * content)),
            happenings(expiry, Math.exp(-2.2 - 0.9 * content)));
    return new Ended(dossier, truth, dice.nextDouble() < truth);
  }

  /** Twelve months' rent, each paid some days before or after it is due, or not by the end at all. */
  private List<Bill> bills(LocalDate expiry, double orderly, double content) {
    List<Bill> bills = new ArrayList<>();
    for (int month = 12; month >= 1; month--) {
      LocalDate due = expiry.plusDays(1).minusMonths(month);
      int late = (int) Math.round(-4 - 7 * orderly - 5 * content + 6 * normal());
      boolean pays = dice.nextDouble() < 0.997;
      List<Bill.Paid> paid =
          pays ? List.of(new Bill.Paid(at(due.plusDays(Math.max(-10, late)), 15), RENT)) : List.of();
      bills.add(new Bill(due, at(due.minusDays(15), 0), RENT, paid));
    }
    return bills;
  }

  private List<Asked> asked(LocalDate expiry, int years, double content) {
    List<Asked> asked = new ArrayList<>();
    for (int year = 1; year < years; year++) {
      LocalDate end = expiry.minusYears(year);
      long seconds = (long) (Math.max(0.02, Math.min(0.98, 0.45 - 0.2 * content + 0.25 * normal())) * 30 * 86_400);
      Instant opened = at(end.minusDays(30), 0);
      asked.add(new Asked(opened, at(end, 0), opened.plusSeconds(seconds)));
    }
    return asked;
  }

  /** So many in a year on average, up to the end of the term. */
  private List<Instant> happenings(LocalDate expiry, double rate) {
    List<Instant> happenings = new ArrayList<>();
    for (int day = 365; day > 0; day--) {
      if (dice.nextDouble() < rate / 365) {
        happenings.add(at(expiry.minusDays(day), 11));
      }
    }
    return happenings;
  }

  private double normal() {
    return Math.sqrt(-2 * Math.log(1 - dice.nextDouble())) * Math.cos(2 * Math.PI * dice.nextDouble());
  }

  static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
  }
}
