package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Lifecycle;
import org.leasekit.contract.Links;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.port.Contracts;
import org.leasekit.port.Contracts.Added;
import org.leasekit.port.StaleVersionException;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Contracts} about adding and changing; its queries are in {@link ContractQueriesContract}. */
public abstract class ContractsContract extends ContractQueriesContract {

  /** For the test of an adapter. */
  protected ContractsContract() {}

  private static final LocalDate START = Samples.YEAR.start();
  private static final LocalDate END = Samples.YEAR.endExclusive();

  private Added add(ContractSample sample) {
    Contract contract = sample.build();
    stores.tenants().putAll(List.of(Samples.tenantOf(contract)));
    return contracts().add(contract, List.of());
  }

  @Test
  @DisplayName("Contracts rule 1: a number that is known is a duplicate and changes nothing")
  void refusesKnownNumber() {
    given(Samples.contract("C-1"));
    Everything before = everything();
    Contract again = Samples.contract("C-1").on("elsewhere").as(ContractStatus.DRAFT).build();
    assertThat(contracts().add(again, List.of(firstState(again))))
        .isEqualTo(Added.DUPLICATE_NUMBER);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("Contracts rule 1: the same contract again is a duplicate number, not a unit taken")
  void sameContractIsDuplicate() {
    Contract contract = given(Samples.contract("C-1"));
    assertThat(contracts().add(contract, List.of())).isEqualTo(Added.DUPLICATE_NUMBER);
  }

  @Test
  @DisplayName("Contracts rule 1: numbers that differ in case, accent or width are different numbers")
  void numbersAreExact() {
    List<String> numbers = List.of("c-1", "C-1", "C-é", "C-e", "C-１", "合同-1", "合同-一");
    numbers.forEach(number -> given(Samples.contract(number)));
    for (String number : numbers) {
      assertThat(contracts().find(Samples.LESSOR, new ContractNo(number)))
          .map(found -> found.no().value())
          .contains(number);
    }
  }

  @Test
  @DisplayName("Contracts rule 1: of two that add one number at once, one adds and one is told")
  void oneOfTwoAddsTheNumber() {
    Contract here = Samples.contract("C-1").on("A").build();
    Contract there = Samples.contract("C-1").on("B").build();
    stores.tenants().putAll(List.of(Samples.tenantOf(here)));
    assertThat(addAtOnce(here, there))
        .containsExactlyInAnyOrder(Added.ADDED, Added.DUPLICATE_NUMBER);
    assertThat(numbers(everything().contracts())).containsExactly("C-1");
  }

  @Test
  @DisplayName("Contracts rule 2: a contract that collides is refused and changes nothing")
  void refusesTakenUnit() {
    given(Samples.contract("C-1").on("A"));
    Everything before = everything();
    Contract second = Samples.contract("C-2").on("A").build();
    assertThat(contracts().add(second, List.of(firstState(second)))).isEqualTo(Added.UNIT_TAKEN);
    assertThat(everything()).isEqualTo(before);
    assertThat(contracts().find(Samples.LESSOR, second.no())).isEmpty();
  }

  @Test
  @DisplayName("Contracts rule 2: terms collide from one common day on, and not when they abut")
  void termsCollide() {
    given(Samples.contract("C-1").on("A"));
    assertThat(add(Samples.contract("C-2").on("A").lasting(DateRange.of(END, END.plusDays(1)))))
        .as("begins on the day after").isEqualTo(Added.ADDED);
    assertThat(add(Samples.contract("C-3").on("A").lasting(DateRange.of(START.minusDays(1), START))))
        .as("ends on the day before").isEqualTo(Added.ADDED);
    List<DateRange> taken =
        List.of(
            DateRange.of(END.minusDays(1), END),
            DateRange.of(START, START.plusDays(1)),
            DateRange.of(START.plusDays(30), START.plusDays(31)),
            DateRange.of(START.minusYears(5), END.plusYears(5)),
            DateRange.of(END.minusDays(1), END.plusYears(1)),
            DateRange.of(START.minusYears(1), START.plusDays(1)));
    for (DateRange term : taken) {
      assertThat(add(Samples.contract("C-4").on("A").lasting(term)))
          .as(term.toString()).isEqualTo(Added.UNIT_TAKEN);
    }
  }

  @Test
  @DisplayName("Contracts rule 2: slots collide unless one is by day and the other by night")
  void slotsCollide() {
    for (Slot held : Slot.values()) {
      for (Slot wanted : Slot.values()) {
        String unit = held + " and " + wanted;
        given(Samples.contract("held " + unit).on(unit).during(held));
        boolean free = held != Slot.ALL && wanted != Slot.ALL && held != wanted;
        assertThat(add(Samples.contract("wanted " + unit).on(unit).during(wanted)))
            .as(unit).isEqualTo(free ? Added.ADDED : Added.UNIT_TAKEN);
      }
    }
  }

  @Test
  @DisplayName("Contracts rule 2: every state holds the unit")
  void statesHoldTheUnit() {
    for (ContractStatus status : ContractStatus.values()) {
      given(Samples.contract("held " + status).on(status.name()).as(status));
      assertThat(add(Samples.contract("wanted " + status).on(status.name())))
          .as(status.name())
          .isEqualTo(Added.UNIT_TAKEN);
    }
  }

  @Test
  @DisplayName("Contracts rule 2: a unit is free from the day on which its contract ends early")
  void earlyEndFreesTheUnit() {
    LocalDate day = START.plusDays(30);
    given(Samples.contract("C-1").on("A").terminatingOn(day));
    assertThat(add(Samples.contract("C-2").on("A").lasting(DateRange.of(day.minusDays(1), END))))
        .isEqualTo(Added.UNIT_TAKEN);
    assertThat(add(Samples.contract("C-2").on("A").lasting(DateRange.of(day, END)))).isEqualTo(Added.ADDED);
    assertThat(add(Samples.contract("C-3").on("A"))).isEqualTo(Added.UNIT_TAKEN);
  }

  @Test
  @DisplayName("Contracts rule 2: shares of one unit are added until the whole is let")
  void sharesAddUp() {
    for (String no : List.of("C-1", "C-2", "C-3")) {
      assertThat(add(Samples.contract(no).on("A").letting(Portion.of(Share.of(1, 3))))).isEqualTo(Added.ADDED);
    }
    assertThat(add(Samples.contract("C-4").on("A").letting(Portion.of(Share.of(1, 100)))))
        .isEqualTo(Added.UNIT_TAKEN);
  }

  @Test
  @DisplayName("Contracts rule 2: weekdays and weekends of one unit are two lets")
  void daysOfTheWeekShare() {
    for (Week week : List.of(Week.WEEKDAYS, Week.WEEKENDS)) {
      assertThat(add(Samples.contract("C " + week).on("A").letting(new Portion(Slot.ALL, week, Share.WHOLE))))
          .isEqualTo(Added.ADDED);
    }
    assertThat(add(Samples.contract("C-3").on("A").letting(Portion.of(Slot.NIGHT)))).isEqualTo(Added.UNIT_TAKEN);
  }

  @Test
  @DisplayName("Contracts rule 2: other units, other projects and masters do not collide")
  void othersDoNotCollide() {
    given(Samples.contract("C-1").on(new UnitRef("garage", "A")));
    assertThat(add(Samples.contract("C-2").on(new UnitRef("garage", "a")))).isEqualTo(Added.ADDED);
    assertThat(add(Samples.contract("C-3").on(new UnitRef("tower", "A")))).isEqualTo(Added.ADDED);
    assertThat(add(Samples.contract("M-1").master())).isEqualTo(Added.ADDED);
    assertThat(add(Samples.contract("M-2").master())).isEqualTo(Added.ADDED);
  }

  @Test
  @DisplayName("Contracts rule 2: of two that collide and are added at once, exactly one is added")
  void oneOfTwoTakesTheUnit() {
    Contract whole = Samples.contract("C-1").on("A").build();
    Contract later =
        Samples.contract("C-2").on("A").lasting(DateRange.of(END.minusDays(1), END.plusYears(1))).build();
    stores.tenants().putAll(List.of(Samples.tenantOf(whole)));
    assertThat(addAtOnce(whole, later)).containsExactlyInAnyOrder(Added.ADDED, Added.UNIT_TAKEN);
    assertThat(everything().contracts()).hasSize(1);
  }

  @Test
  @DisplayName("Contracts rule 2: two that share a unit by day and by night are both added at once")
  void bothOfTwoShareTheUnit() {
    Contract day = Samples.contract("C-1").on("A").during(Slot.DAY).build();
    Contract night = Samples.contract("C-2").on("A").during(Slot.NIGHT).build();
    stores.tenants().putAll(List.of(Samples.tenantOf(day)));
    assertThat(addAtOnce(day, night)).containsExactly(Added.ADDED, Added.ADDED);
  }

  @Test
  @DisplayName("Contracts rule 3: an update adds one to the version and stores what it was given")
  void updates() {
    Contract contract = given(Samples.contract("C-1"));
    assertThat(contract.version()).isEqualTo(1);
    given(Samples.contract("C-1-R1").lasting(DateRange.of(END, END.plusYears(1))));
    Contract renewed =
        moved(contract, ContractStatus.RENEWED)
            .withLinks(contract.links().withSuccessor(new ContractNo("C-1-R1")));
    contracts().update(renewed);
    assertThat(stored(contract)).isEqualTo(renewed.withVersion(2));
    contracts().update(stored(contract).withLinks(Links.NONE));
    assertThat(stored(contract)).isEqualTo(renewed.withLinks(Links.NONE).withVersion(3));
  }

  @Test
  @DisplayName("Contracts rule 3: an update of any version but the stored one is refused and changes nothing")
  void refusesStaleVersion() {
    Contract contract = given(Samples.contract("C-1"));
    contracts().update(contract);
    Everything before = everything();
    for (long version : new long[] {0, 1, 3}) {
      Contract stale = moved(contract, ContractStatus.EXPIRED).withVersion(version);
      assertThatThrownBy(() -> contracts().update(stale))
          .as("version %d", version).isInstanceOf(StaleVersionException.class);
    }
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  @DisplayName("Contracts rule 3: of two that update one version at once, one updates and one is too late")
  void oneOfTwoUpdates() {
    Contract contract = given(Samples.contract("C-1"));
    Contract expired = moved(contract, ContractStatus.EXPIRED);
    Contract terminated = moved(contract, ContractStatus.TERMINATED);
    Answers<String> answers =
        updateAtOnce(() -> contracts().update(expired), () -> contracts().update(terminated));
    assertThat(List.of(answers.first(), answers.second()))
        .containsExactlyInAnyOrder(UPDATED, STALE);
    assertThat(stored(contract))
        .isEqualTo((answers.first().equals(UPDATED) ? expired : terminated).withVersion(2));
  }

  @Test
  @DisplayName("Contracts rule 4: who locks a contract that is locked sees it as the other left it")
  void lockHolds() {
    Contract contract = given(Samples.contract("C-1"));
    Answers<ContractStatus> seen =
        overlap(
            hold -> {
              Contract locked = contracts().lock(Samples.LESSOR, contract.no()).orElseThrow();
              hold.untilTheOtherHasTried();
              contracts().update(moved(locked, ContractStatus.EXPIRED));
              return locked.status();
            },
            () -> contracts().lock(Samples.LESSOR, contract.no()).orElseThrow().status());
    assertThat(seen).isEqualTo(new Answers<>(ContractStatus.ACTIVE, ContractStatus.EXPIRED));
  }

  @Test
  @DisplayName("Contracts rule 4: the lock answers with the contract, or with nothing when there is none")
  void lockAnswers() {
    Contract contract = given(Samples.contract("C-1"));
    assertThat(contracts().lock(Samples.LESSOR, contract.no())).contains(contract);
    assertThat(contracts().lock(Samples.LESSOR, new ContractNo("C-2"))).isEmpty();
  }

  @Test
  @DisplayName("Contracts rule 5: status changes are only ever added, and keep their order")
  void historyOnlyGrows() {
    Contract contract = Samples.contract("C-1").build();
    stores.tenants().putAll(List.of(Samples.tenantOf(contract)));
    StatusChange first = firstState(contract);
    ContractNo no = contract.no();
    StatusChange drafted =
        Samples.change(no, ContractStatus.DRAFT, ContractStatus.ACTIVE, Samples.MICROS, "signed");
    StatusChange expired =
        Samples.change(no, ContractStatus.ACTIVE, ContractStatus.EXPIRED, Samples.NOW, "到期");
    contracts().add(contract, List.of(first, drafted));
    contracts().update(stored(contract));
    contracts().record(expired);
    contracts().record(expired);
    assertThat(everything().changes()).containsExactly(first, drafted, expired, expired);
  }

  @Test
  @DisplayName("Contracts rule 5: changes of some contracts, by number, then in the order they were recorded")
  void answersWithChanges() {
    for (String no : List.of("C-2", "C-10", "C-3")) {
      stores.contracts().add(Samples.contract(no).build(), List.of(drafted(no, "signed"), drafted(no, "again")));
    }
    List<ContractNo> numbers = List.of(new ContractNo("C-2"), new ContractNo("C-10"), new ContractNo("C-9"));
    assertThat(contracts().changes(Samples.LESSOR, numbers))
        .containsExactly(
            drafted("C-10", "signed"), drafted("C-10", "again"), drafted("C-2", "signed"), drafted("C-2", "again"));
    assertThat(contracts().changes(Samples.OTHER_LESSOR, numbers)).isEmpty();
    assertThat(contracts().changes(Samples.LESSOR, List.of())).isEmpty();
  }

  private static StatusChange drafted(String no, String reason) {
    return Samples.change(
        new ContractNo(no), ContractStatus.DRAFT, ContractStatus.ACTIVE, Samples.MICROS, reason);
  }

  @Test
  @DisplayName("Contracts rule 6: a number and a unit of another lessor are neither taken nor seen")
  void separatesLessors() {
    Contract mine = given(Samples.contract("C-1").on("A"));
    assertThat(contracts().find(Samples.OTHER_LESSOR, mine.no())).isEmpty();
    assertThat(contracts().lock(Samples.OTHER_LESSOR, mine.no())).isEmpty();
    assertThat(contracts().findAll(Samples.OTHER_LESSOR, List.of(mine.no()))).isEmpty();
    assertThat(contracts().isFree(Samples.OTHER_LESSOR, Objects.requireNonNull(mine.unit()), Portion.WHOLE, mine.term()))
        .isTrue();
    Contract theirs = given(Samples.contract("C-1").on("A").of(Samples.OTHER_LESSOR).bare());
    assertThat(stored(mine)).isEqualTo(mine);
    assertThat(stored(theirs)).isEqualTo(theirs);
    contracts().update(theirs);
    assertThat(stored(mine)).isEqualTo(mine);
  }

  private List<Added> addAtOnce(Contract first, Contract second) {
    Answers<Added> answers =
        overlap(
            hold -> {
              Added added = contracts().add(first, List.of());
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> contracts().add(second, List.of()));
    return List.of(answers.first(), answers.second());
  }

  private static StatusChange firstState(Contract contract) {
    return Samples.change(
        contract.no(), contract.status(), contract.status(), Samples.NOW, "imported");
  }

  private static Contract moved(Contract contract, ContractStatus to) {
    return Lifecycle.move(contract, to, "office", "test", "none", Samples.NOW).orElseThrow().contract();
  }
}
