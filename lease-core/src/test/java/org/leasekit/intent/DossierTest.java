package org.leasekit.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DossierTest {
  private static final LocalDate EXPIRY = LocalDate.of(2026, 3, 31);
  private static final Instant ASKED = Town.at(EXPIRY.minusDays(22), 10);

  static Dossier plain() {
    return dossier(List.of(), List.of(), List.of(), List.of());
  }

  private static Dossier dossier(
      List<Bill> bills, List<Asked> asked, List<Instant> tickets, List<Instant> disputes) {
    return new Dossier(
        ASKED, Town.ZONE, EXPIRY, EXPIRY.minusYears(2), 800_00, 840_00, bills, asked, tickets, disputes);
  }

  private static Bill bill(int daysBeforeExpiry, Integer paidDaysBeforeExpiry) {
    LocalDate due = EXPIRY.minusDays(daysBeforeExpiry);
    return new Bill(
        due,
        Town.at(due.minusDays(10), 0),
        100,
        paidDaysBeforeExpiry == null
            ? List.of()
            : List.of(new Bill.Paid(Town.at(EXPIRY.minusDays(paidDaysBeforeExpiry), 9), 100)));
  }

  /** Whatever is recorded after the instant asked changes nothing: no model can look into the future. */
  @Property(tries = 200)
  void theFutureIsNotKnown(
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 40 * 24) Integer> hoursLater,
      @ForAll @IntRange(min = 23, max = 300) int due) {
    List<Bill> bills = List.of(bill(due, due - 1), bill(24, null));
    List<Instant> some = List.of(ASKED.minusSeconds(5));
    Asked unanswered = new Asked(ASKED.minusSeconds(9), Town.at(EXPIRY, 0), null);
    Dossier before = dossier(bills, List.of(unanswered), some, some);
    List<Bill> laterBills = new ArrayList<>();
    List<Instant> laterInstants = new ArrayList<>(some);
    List<Bill.Paid> laterPaid = new ArrayList<>();
    List<Asked> laterAsked = new ArrayList<>();
    for (int hours : hoursLater) {
      Instant later = ASKED.plus(Duration.ofHours(hours));
      laterBills.add(new Bill(EXPIRY, later, 100, List.of()));
      laterInstants.add(later);
      laterPaid.add(new Bill.Paid(later, 10));
      laterAsked.add(new Asked(later, later.plusSeconds(99), null));
    }
    laterBills.add(bills.get(0));
    Bill unpaid = bills.get(1);
    laterBills.add(new Bill(unpaid.due(), unpaid.raisedAt(), unpaid.minor(), laterPaid));
    laterAsked.add(new Asked(unanswered.at(), unanswered.endsAt(), ASKED.plusSeconds(1)));
    Dossier after = dossier(laterBills, laterAsked, laterInstants, laterInstants);
    assertThat(Features.of(after)).isEqualTo(Features.of(before));
    assertThat(after.paidByDay22()).isEqualTo(before.paidByDay22());
  }

  @Test
  void paidByDay22LooksAtWhatWasUnpaidOnThatDay() {
    assertThat(dossier(List.of(bill(60, 55), bill(30, 22)), List.of(), List.of(), List.of()).paidByDay22())
        .isTrue();
    assertThat(dossier(List.of(bill(60, 55), bill(30, null)), List.of(), List.of(), List.of()).paidByDay22())
        .isFalse();
    assertThat(dossier(List.of(bill(60, 55), bill(21, null)), List.of(), List.of(), List.of()).paidByDay22())
        .isTrue();
    // paid, but a day too late for the mark
    Dossier later =
        new Dossier(
            ASKED.plus(Duration.ofDays(5)), Town.ZONE, EXPIRY, EXPIRY, 1, 1, List.of(bill(30, 21)),
            List.of(), List.of(), List.of());
    assertThat(later.paidByDay22()).isFalse();
  }

  @Test
  void featuresByHand() {
    Dossier dossier =
        dossier(
            // two in time, one ten days late, one overdue since 38 days before, two fifths of a rent of 800.00
            List.of(
                bill(300, 301), bill(200, 200), bill(100, 90),
                new Bill(EXPIRY.minusDays(60), Town.at(EXPIRY.minusDays(70), 0), 32_000, List.of())),
            List.of(
                new Asked(
                    Town.at(EXPIRY.minusDays(395), 0),
                    Town.at(EXPIRY.minusDays(365), 0),
                    Town.at(EXPIRY.minusDays(380), 0))),
            List.of(ASKED.minus(Duration.ofDays(3)), ASKED.minus(Duration.ofDays(400))),
            List.of(ASKED.minus(Duration.ofDays(3))));
    Features features = Features.of(dossier);
    assertThat(features.value(Feature.LATE_SHARE)).isEqualTo(0.5);
    assertThat(features.value(Feature.MONTHS_LATE)).isEqualTo((10 + 38) / 4.0 / 30);
    assertThat(features.value(Feature.OVERDUE_RENTS)).isEqualTo(0.4);
    assertThat(features.value(Feature.PAID_BY_DAY_22)).isZero();
    assertThat(features.value(Feature.ASKED_BEFORE)).isEqualTo(1);
    assertThat(features.value(Feature.ANSWER_LATENESS)).isEqualTo(0.5);
    assertThat(features.value(Feature.RENT_CHANGE)).isCloseTo(0.05, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(features.value(Feature.TICKETS)).isEqualTo(StrictMath.log1p(1));
    assertThat(features.value(Feature.DISPUTES)).isEqualTo(1);
  }
}
