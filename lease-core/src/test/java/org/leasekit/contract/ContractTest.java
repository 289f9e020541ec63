package org.leasekit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;

class ContractTest {

  /** Monday to Monday. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static final DateRange WEEK = DateRange.of(MONDAY, MONDAY.plusDays(7));

  private static Contract contract(Portion portion, DateRange term, @Nullable LocalDate terminatesOn) {
    ChargeTerms terms =
        new ChargeTerms(MinorUnits.amount(1, "CNY"), MinorUnits.amount(0, "CNY"), 1, "ACTUAL_MONTH");
    return new Contract(
        new LessorId("lessor"), new ContractNo("C-1"), false, "garage", new UnitRef("garage", "A"), portion,
        new TenantId("tenant"), null, List.of(), null, term, terminatesOn, terms, ContractStatus.ACTIVE,
        Links.NONE, 0);
  }

  private static Portion portion(Slot slot, Week week, int parts) {
    return new Portion(slot, week, Share.of(parts, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "ALL,ALL,4, ALL,ALL,1, true",
    "ALL,ALL,2, ALL,ALL,2, false",
    "ALL,ALL,2, ALL,ALL,3, true",
    "DAY,ALL,4, NIGHT,ALL,4, false",
    "DAY,ALL,3, ALL,ALL,1, false",
    "DAY,ALL,3, ALL,ALL,2, true",
    "ALL,WEEKDAYS,4, ALL,WEEKENDS,4, false",
    "ALL,WEEKDAYS,4, ALL,ALL,1, true",
    "NIGHT,WEEKENDS,3, NIGHT,WEEKENDS,2, true",
    "NIGHT,WEEKENDS,3, NIGHT,WEEKDAYS,2, false"
  })
  void collidesWhenTogetherMoreThanTheWholeIsLet(
      Slot slot, Week week, int parts, Slot otherSlot, Week otherWeek, int otherParts, boolean collides) {
    Contract one = contract(portion(slot, week, parts), WEEK, null);
    Contract other = contract(portion(otherSlot, otherWeek, otherParts), WEEK, null);
    assertThat(one.collidesWith(other)).isEqualTo(collides);
    assertThat(other.collidesWith(one)).isEqualTo(collides);
  }

  @Test
  void weekendsDoNotCollideInAWeekWithoutOne() {
    Portion weekends = portion(Slot.ALL, Week.WEEKENDS, 4);
    DateRange untilFriday = DateRange.of(MONDAY, MONDAY.plusDays(5));
    assertThat(contract(weekends, WEEK, null).collidesWith(contract(Portion.WHOLE, untilFriday, null))).isFalse();
    assertThat(contract(weekends, WEEK, null).collidesWith(contract(Portion.WHOLE, WEEK, null))).isTrue();
  }

  @Test
  void letsUpToItsEarlyEnd() {
    LocalDate wednesday = MONDAY.plusDays(2);
    Contract ended = contract(Portion.WHOLE, WEEK, wednesday);
    assertThat(ended.endsOn()).isEqualTo(wednesday);
    assertThat(ended.daysLet()).contains(DateRange.of(MONDAY, wednesday));
    DateRange rest = DateRange.of(wednesday, MONDAY.plusDays(7));
    assertThat(contract(Portion.WHOLE, rest, null).collidesWith(ended)).isFalse();
    assertThat(ended.collidesWith(contract(Portion.WHOLE, rest, null))).isFalse();
    assertThat(ended.collidesWith(contract(Portion.WHOLE, WEEK, null))).isTrue();
  }

  @Test
  void letsNothingWhenItEndsOnItsFirstDay() {
    Contract never = contract(Portion.WHOLE, WEEK, MONDAY);
    assertThat(never.daysLet()).isEmpty();
    assertThat(never.collidesWith(contract(Portion.WHOLE, WEEK, null))).isFalse();
    assertThat(contract(Portion.WHOLE, WEEK, null).collidesWith(never)).isFalse();
  }

  @Test
  void endsEarlyWithinItsTermOnly() {
    assertThatThrownBy(() -> contract(Portion.WHOLE, WEEK, WEEK.endExclusive()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("terminatesOn");
    assertThatThrownBy(() -> contract(Portion.WHOLE, WEEK, MONDAY.minusDays(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "DRAFT, false",
    "ACTIVE, false",
    "RENEWED, false",
    "EXPIRED, true",
    "TERMINATED, true",
    "DISCARDED, false"
  })
  void goesOnAfterAllWhereItEndedWithoutSuccessor(ContractStatus from, boolean goesOn) {
    Instant now = Instant.parse("2026-03-05T00:00:00Z");
    Contract ended = contract(Portion.WHOLE, WEEK, null).withStatus(from);
    Outcome<Lifecycle.Step> step = Lifecycle.revive(ended, "steward", "a mistake", "mail 1", now);
    assertThat(step.isAccepted()).isEqualTo(goesOn);
    if (goesOn) {
      assertThat(step.orElseThrow().contract()).isEqualTo(ended.withStatus(ContractStatus.ACTIVE));
      assertThat(step.orElseThrow().change())
          .isEqualTo(
              new StatusChange(
                  ended.lessor(), ended.no(), from, ContractStatus.ACTIVE, now, "steward", "a mistake", "mail 1"));
    } else {
      assertThat(step.rejection()).isEqualTo(new ContractRejection.NotActive(ended.no(), from));
    }
    // and by no other way
    assertThat(Lifecycle.move(ended, ContractStatus.ACTIVE, "steward", "a mistake", "mail 1", now).isAccepted())
        .isEqualTo(from == ContractStatus.DRAFT);
  }
}
