package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.occupancy.Booking;
import org.leasekit.occupancy.DayPackage;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Contracts.Added;
import org.leasekit.port.Holds;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Holds}. */
public abstract class HoldsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected HoldsContract() {}

  private static final LocalDate START = Samples.YEAR.start();
  private static final UnitRef A = new UnitRef("garage", "A");
  private static final UnitRef B = new UnitRef("garage", "B");

  private Holds holds() {
    return stores.holds();
  }

  private static DateRange days(int from, int to) {
    return DateRange.of(START.plusDays(from), START.plusDays(to));
  }

  private static Hold hold(String no, UnitRef unit, Portion portion, DateRange days) {
    return new Hold(new ContractNo(no), unit, portion, days, false);
  }

  private static Hold whole(String no, UnitRef unit, int from, int to) {
    return hold(no, unit, Portion.WHOLE, days(from, to));
  }

  private Optional<Hold> replace(String no, Hold... wanted) {
    return holds().replace(Samples.LESSOR, new ContractNo(no), List.of(wanted));
  }

  private List<Hold> of(UnitRef... units) {
    return holds().ofUnits(Samples.LESSOR, Arrays.asList(units));
  }

  @Test
  @DisplayName("Holds rule 1: a hold without room is answered from the first day without, and nothing is changed")
  void refusesWhatFindsNoRoom() {
    given(Samples.contract("C-1").on(A).lasting(days(10, 20)));
    given(Samples.contract("C-2").on(B));
    List<Hold> before = of(A, B);
    Hold free = whole("C-2", B, 0, 5);
    assertThat(replace("C-2", free, whole("C-2", A, 5, 30))).contains(whole("C-2", A, 10, 30));
    assertThat(replace("C-2", whole("C-2", A, 19, 21))).contains(whole("C-2", A, 19, 21));
    assertThat(of(A, B)).isEqualTo(before);
    assertThat(replace("C-2", whole("C-2", A, 0, 10), whole("C-2", A, 20, 30))).isEmpty();
  }

  @Test
  @DisplayName("Holds rule 1: shares add up to the whole, at each time of the day and of the week")
  void addsSharesUp() {
    Portion third = Portion.of(Share.of(1, 3));
    for (String no : List.of("C-1", "C-2", "C-3", "C-4")) {
      given(Samples.contract(no));
    }
    assertThat(replace("C-1", hold("C-1", A, third, days(0, 30)))).isEmpty();
    assertThat(replace("C-2", hold("C-2", A, third, days(5, 30)))).isEmpty();
    assertThat(replace("C-3", hold("C-3", A, third, days(0, 30)))).isEmpty();
    Portion weekendNights = new Portion(Slot.NIGHT, Week.WEEKENDS, Share.of(1, 4));
    assertThat(replace("C-4", hold("C-4", A, weekendNights, days(0, 5))))
        .as("the first days have room for a third").isEmpty();
    assertThat(replace("C-4", hold("C-4", A, weekendNights, days(0, 30))).map(taken -> taken.days().start()))
        .contains(LocalDate.of(2025, 4, 6));
    assertThat(replace("C-3", hold("C-3", A, new Portion(Slot.DAY, Week.ALL, Share.of(1, 3)), days(0, 30))))
        .isEmpty();
    assertThat(replace("C-4", hold("C-4", A, weekendNights, days(0, 30)))).isEmpty();
  }

  @Test
  @DisplayName("Holds rule 1: what a contract held before leaves room for what it is given")
  void makesRoomForItself() {
    given(Samples.contract("C-1").on(A).lasting(days(0, 20)));
    assertThat(replace("C-1", whole("C-1", A, 0, 30))).isEmpty();
    assertThat(of(A)).containsExactly(whole("C-1", A, 0, 30));
  }

  @Test
  @DisplayName("Holds rule 1: of two that move to one unit at once, exactly one does")
  void oneOfTwoMoves() {
    given(Samples.contract("C-1").on(new UnitRef("garage", "X")));
    given(Samples.contract("C-2").on(new UnitRef("garage", "Y")));
    Answers<Boolean> moved =
        overlap(
            hold -> {
              boolean done = replace("C-1", whole("C-1", A, 0, 20)).isEmpty();
              hold.untilTheOtherHasTried();
              return done;
            },
            () -> replace("C-2", whole("C-2", A, 19, 40)).isEmpty());
    assertThat(List.of(moved.first(), moved.second())).containsExactlyInAnyOrder(true, false);
    assertThat(of(A)).hasSize(1);
  }

  @Test
  @DisplayName("Holds rule 1: of one that moves to a unit and one that is added there at once, exactly one has it")
  void oneOfMovedAndAddedHasTheUnit() {
    Contract added = Samples.contract("C-2").on(A).build();
    given(Samples.contract("C-1").on(B));
    Answers<Boolean> held =
        overlap(
            hold -> {
              boolean done = replace("C-1", whole("C-1", A, 0, 20)).isEmpty();
              hold.untilTheOtherHasTried();
              return done;
            },
            () -> stores.contracts().add(added, List.of()) == Added.ADDED);
    assertThat(List.of(held.first(), held.second())).containsExactlyInAnyOrder(true, false);
    assertThat(of(A)).hasSize(1);
  }

  @Test
  @DisplayName("Holds rule 2: an added contract holds its portion on the days it lets, a master nothing")
  void holdsWhatItLets() {
    Portion nights = new Portion(Slot.NIGHT, Week.WEEKDAYS, Share.of(2, 3));
    Contract shared = given(Samples.contract("C-1").on(A).letting(nights));
    Contract ended = given(Samples.contract("C-2").on(B).terminatingOn(START.plusDays(7)));
    given(Samples.contract("C-3").on(new UnitRef("garage", "C")).terminatingOn(START));
    given(Samples.contract("M-1").master());
    assertThat(Everything.all(stores.records()::holds))
        .containsExactly(
            hold("C-1", A, nights, shared.term()), hold("C-2", B, Portion.WHOLE, ended.daysLet().orElseThrow()));
  }

  @Test
  @DisplayName("Holds rule 2: a contract holds what it was given last, and nothing else")
  void keepsWhatWasGivenLast() {
    Contract contract = given(Samples.contract("C-1").on(A));
    Hold resting = new Hold(contract.no(), A, Portion.of(Slot.DAY), days(3, 9), true);
    List<Hold> given = List.of(whole("C-1", B, 0, 3), resting, whole("C-1", A, 9, 400));
    assertThat(holds().replace(Samples.LESSOR, contract.no(), given)).isEmpty();
    assertThat(of(A, B)).containsExactly(resting, whole("C-1", A, 9, 400), whole("C-1", B, 0, 3));
    assertThat(stores.contracts().isFree(Samples.LESSOR, A, Portion.WHOLE, days(0, 3))).isTrue();
    assertThat(stores.contracts().isFree(Samples.LESSOR, A, Portion.of(Slot.NIGHT), days(0, 9))).isTrue();
    assertThat(stores.contracts().isFree(Samples.LESSOR, A, Portion.of(Slot.NIGHT), days(0, 10))).isFalse();
    stores.contracts().update(contract.withLinks(contract.links()));
    assertThat(of(A, B)).as("an update of the contract changes nothing").hasSize(3);
    assertThat(replace("C-1")).isEmpty();
    assertThat(of(A, B)).isEmpty();
  }

  @Test
  @DisplayName("Holds rule 2: holds are found by unit, then first day, then contract, and units are exact")
  void findsInOrder() {
    Portion quarter = Portion.of(Share.of(1, 4));
    for (String no : List.of("b", "C", "A")) {
      given(Samples.contract(no));
      replace(no, hold(no, A, quarter, Samples.YEAR));
    }
    given(Samples.contract("later"));
    replace("later", hold("later", A, quarter, days(1, 2)));
    given(Samples.contract("other").on(new UnitRef("garage", "a")));
    given(Samples.contract("first").on(new UnitRef("a garage", "Z")));
    assertThat(of(A, new UnitRef("a garage", "Z"), A))
        .extracting(found -> found.contract().value())
        .containsExactly("first", "A", "C", "b", "later");
    assertThat(of()).isEmpty();
  }

  @Test
  @DisplayName("UnitOfWork rule 1: a hold that was rolled back is not there")
  void isRolledBack() {
    given(Samples.contract("C-1").on(A));
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          replace("C-1", whole("C-1", B, 0, 3));
                          throw new IllegalStateException("given up");
                        }))
        .hasMessage("given up");
    assertThat(of(A, B)).containsExactly(hold("C-1", A, Portion.WHOLE, Samples.YEAR));
  }

  @Test
  @DisplayName("Holds rule 3: who locks units that are locked sees what the other left")
  void lockHolds() {
    given(Samples.contract("C-1").on(A));
    Answers<Integer> seen =
        overlap(
            hold -> {
              holds().lock(Samples.LESSOR, List.of(B, A));
              int found = of(B).size();
              hold.untilTheOtherHasTried();
              replace("C-1", whole("C-1", B, 0, 3));
              return found;
            },
            () -> {
              holds().lock(Samples.LESSOR, List.of(A, B));
              return of(B).size();
            });
    assertThat(seen).isEqualTo(new Answers<>(0, 1));
  }

  private static Booking booking(String id, UnitRef unit, int from, int to) {
    return Booking.of(
        Samples.LESSOR, id, new DayPackage(unit, new TenantId("tenant-1"), days(from, to)), Samples.MICROS);
  }

  @Test
  @DisplayName("Holds rule 4: a booking whose id is known is refused and changes nothing; others are kept as given")
  void keepsBookings() {
    given(Samples.contract("C-1").on(A));
    Booking first = booking("P-2", A, 5, 9);
    assertThat(holds().book(first)).isTrue();
    assertThat(holds().book(booking("P-2", B, 1, 2))).isFalse();
    assertThat(holds().book(booking("P-1", A, 5, 6))).isTrue();
    assertThat(holds().book(booking("P-3", A, 1, 2))).isTrue();
    assertThat(holds().findBooking(Samples.LESSOR, "P-2")).contains(first);
    assertThat(holds().findBooking(Samples.LESSOR, "p-2")).isEmpty();
    assertThat(holds().bookings(Samples.LESSOR, List.of(B, A)))
        .extracting(Booking::id)
        .containsExactly("P-3", "P-1", "P-2");
    Booking cut = first.cut(START.plusDays(7), Samples.NOW);
    holds().update(cut);
    assertThat(holds().findBooking(Samples.LESSOR, "P-2")).contains(cut);
    assertThat(holds().bookings(Samples.LESSOR, List.of(B))).isEmpty();
  }

  @Test
  @DisplayName("Holds rule 4: of two that book one id at once, one books and one is told")
  void oneOfTwoBooks() {
    given(Samples.contract("C-1").on(A));
    Answers<Boolean> booked =
        overlap(
            hold -> {
              boolean done = holds().book(booking("P-1", A, 5, 9));
              hold.untilTheOtherHasTried();
              return done;
            },
            () -> holds().book(booking("P-1", B, 5, 9)));
    assertThat(List.of(booked.first(), booked.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("Holds rule 5: holds and bookings of another lessor are neither seen nor in the way")
  void separatesLessors() {
    LessorId other = Samples.OTHER_LESSOR;
    given(Samples.contract("C-1").on(A));
    holds().book(booking("P-1", A, 5, 9));
    assertThat(holds().ofUnits(other, List.of(A))).isEmpty();
    assertThat(holds().bookings(other, List.of(A))).isEmpty();
    assertThat(holds().findBooking(other, "P-1")).isEmpty();
    given(Samples.contract("C-1").on(B).of(other));
    assertThat(holds().replace(other, new ContractNo("C-1"), List.of(whole("C-1", A, 0, 3)))).isEmpty();
    List<Hold> theirs = new ArrayList<>();
    stores.records().holds(other, theirs::add);
    assertThat(theirs).containsExactly(whole("C-1", A, 0, 3));
    assertThat(of(A)).containsExactly(hold("C-1", A, Portion.WHOLE, Samples.YEAR));
  }
}
