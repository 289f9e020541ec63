package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ChargeRules;
import org.leasekit.contract.ChargeTerms;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Links;
import org.leasekit.contract.Portion;
import org.leasekit.contract.Share;
import org.leasekit.contract.Slot;
import org.leasekit.contract.UnitRef;
import org.leasekit.contract.Week;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Contracts;
import org.leasekit.renewal.RenewalCase;
import org.leasekit.renewal.Renewals;

/** What the queries of {@link Contracts} promise. */
abstract class ContractQueriesContract extends StorePortContract {

  private static final LocalDate END = Samples.YEAR.endExclusive();

  Contracts contracts() {
    return stores.contracts();
  }

  private static DateRange endingOn(LocalDate endExclusive) {
    return DateRange.of(endExclusive.minusMonths(1), endExclusive);
  }

  @Test
  @DisplayName("Contracts.find: a contract is found as it was added, with version 1")
  void findsAsAdded() {
    ChargeTerms yen =
        new ChargeTerms(MinorUnits.amount(30_000, "JPY"), MinorUnits.amount(0, "JPY"), 12, "THIRTY_360");
    ChargeTerms dinar =
        new ChargeTerms(MinorUnits.amount(1_234, "KWD"), MinorUnits.amount(5, "KWD"), 120, "X");
    List<ContractSample> samples =
        List.of(
            Samples.contract("M-1").master(),
            Samples.contract("C-1").during(Slot.NIGHT).under(new ContractNo("M-1")).charging(yen),
            Samples.contract("同".repeat(64)).as(ContractStatus.DRAFT).charging(dinar),
            Samples.contract("C-3").letting(new Portion(Slot.DAY, Week.WEEKENDS, Share.of(1, 3))),
            Samples.contract("C-4").terminatingOn(Samples.YEAR.start().plusDays(17)),
            Samples.contract("C-2 'quoted\" 𠮷").on("停车场; A—01").bare());
    for (ContractSample sample : samples) {
      assertThat(given(sample)).isEqualTo(sample.build().withVersion(1));
    }
    assertThat(contracts().find(Samples.LESSOR, new ContractNo("C-9"))).isEmpty();
  }

  @Test
  @DisplayName("Contracts.find: the rules of its charges are kept, every one of them")
  void keepsChargeRules() {
    ChargeRules all = Samples.everyRule();
    Contract added = given(Samples.contract("C-1").charging(Samples.terms().withRules(all)));
    assertThat(added.terms().rules()).isEqualTo(all);
    ChargeRules weekly =
        ChargeRules.STANDARD.every(2, ChargeRules.Unit.WEEKS).pricedPer(ChargeRules.Per.WEEK);
    contracts().update(added.withTerms(added.terms().withRules(weekly)));
    assertThat(contracts().find(Samples.LESSOR, added.no()).orElseThrow().terms().rules()).isEqualTo(weekly);
    assertThat(given(Samples.contract("C-2")).terms().rules()).isEqualTo(ChargeRules.STANDARD);
  }

  @Test
  @DisplayName("Contracts.find: links to contracts before and after are kept")
  void keepsLinks() {
    ContractNo old = given(Samples.contract("C-1")).no();
    DateRange next = DateRange.of(END, END.plusYears(1));
    Contract successor =
        given(Samples.contract("C-1-R1").lasting(next).linked(new Links(null, old, null)));
    assertThat(successor.links()).isEqualTo(new Links(null, old, null));
  }

  @Test
  @DisplayName("Contracts.findAll: those of the numbers that exist, of many, each once")
  void findsThoseThatExist() {
    given(Samples.contract("C-1"));
    given(Samples.contract("C-2000"));
    given(Samples.contract("never asked for"));
    List<ContractNo> numbers = new ArrayList<>(List.of(new ContractNo("C-1")));
    for (int i = 1; i <= 2000; i++) {
      numbers.add(new ContractNo("C-" + i));
    }
    assertThat(numbers(contracts().findAll(Samples.LESSOR, numbers)))
        .containsExactlyInAnyOrder("C-1", "C-2000");
    assertThat(contracts().findAll(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Contracts.isFree: says of a unit what adding a contract would")
  void knowsFreeUnits() {
    Contract held = given(Samples.contract("C-1").on("A").during(Slot.DAY));
    given(Samples.contract("C-2").on("B").as(ContractStatus.TERMINATED).terminatingOn(END.minusDays(1)));
    UnitRef unit = Objects.requireNonNull(held.unit());
    DateRange lastDay = DateRange.of(END.minusDays(1), END);
    DateRange dayAfter = DateRange.of(END, END.plusDays(1));
    assertThat(contracts().isFree(Samples.LESSOR, unit, Portion.WHOLE, lastDay)).isFalse();
    assertThat(contracts().isFree(Samples.LESSOR, unit, Portion.of(Slot.DAY), lastDay)).isFalse();
    assertThat(contracts().isFree(Samples.LESSOR, unit, Portion.of(Slot.NIGHT), lastDay)).isTrue();
    assertThat(contracts().isFree(Samples.LESSOR, unit, Portion.WHOLE, dayAfter)).isTrue();
    UnitRef elsewhere = new UnitRef("tower", "A");
    assertThat(contracts().isFree(Samples.LESSOR, elsewhere, Portion.WHOLE, lastDay)).isTrue();
    UnitRef terminated = new UnitRef("garage", "B");
    assertThat(contracts().isFree(Samples.LESSOR, terminated, Portion.WHOLE, lastDay)).isTrue();
  }

  @Test
  @DisplayName("Contracts.children: those directly below a master, by number")
  void findsChildren() {
    ContractNo top = given(Samples.contract("M-1").master()).no();
    ContractNo middle = given(Samples.contract("M-2").master().under(top)).no();
    for (String number : List.of("b-1", "C-10", "C-2", "B-1")) {
      given(Samples.contract(number).under(middle));
    }
    given(Samples.contract("C-3").under(top).as(ContractStatus.TERMINATED));
    given(Samples.contract("C-4"));
    assertThat(numbers(contracts().children(Samples.LESSOR, middle)))
        .containsExactly("B-1", "C-10", "C-2", "b-1");
    assertThat(numbers(contracts().children(Samples.LESSOR, top))).containsExactly("C-3", "M-2");
    assertThat(contracts().children(Samples.LESSOR, new ContractNo("C-4"))).isEmpty();
    assertThat(contracts().children(Samples.OTHER_LESSOR, top)).isEmpty();
  }

  @Test
  @DisplayName("Contracts.children: an update moves a contract from one master to another")
  void movesChildren() {
    ContractNo from = given(Samples.contract("M-1").master()).no();
    ContractNo to = given(Samples.contract("M-2").master()).no();
    Contract child = given(Samples.contract("C-1").under(from));
    contracts().update(child.withLinks(child.links().withParent(to)));
    assertThat(contracts().children(Samples.LESSOR, from)).isEmpty();
    assertThat(numbers(contracts().children(Samples.LESSOR, to))).containsExactly("C-1");
  }

  @Test
  @DisplayName("Contracts.activeEndedBy: active ones that end, early or not, on or before the day, by number")
  void findsEnded() {
    given(Samples.contract("C-2").lasting(endingOn(END)));
    given(Samples.contract("C-10").lasting(endingOn(END.minusYears(1))));
    given(Samples.contract("C-3").lasting(endingOn(END.plusDays(1))));
    given(Samples.contract("C-30").lasting(Samples.YEAR).terminatingOn(END.minusDays(2)));
    for (ContractStatus status : ContractStatus.values()) {
      if (status != ContractStatus.ACTIVE) {
        given(Samples.contract(status.name()).lasting(endingOn(END)).as(status));
      }
    }
    assertThat(numbers(contracts().activeEndedBy(Samples.LESSOR, END)))
        .containsExactly("C-10", "C-2", "C-30");
    assertThat(numbers(contracts().activeEndedBy(Samples.LESSOR, END.minusDays(2)))).containsExactly("C-10", "C-30");
    assertThat(numbers(contracts().activeEndedBy(Samples.LESSOR, END.minusDays(3)))).containsExactly("C-10");
    assertThat(contracts().activeEndedBy(Samples.OTHER_LESSOR, END)).isEmpty();
  }

  @Test
  @DisplayName("Contracts.withoutCase: active ones whose term ends, not early, after one day, through another, by number")
  void findsThoseToOpen() {
    LocalDate after = END.minusDays(30);
    given(Samples.contract("too early").lasting(endingOn(after)));
    given(Samples.contract("C-2").lasting(endingOn(after.plusDays(1))));
    given(Samples.contract("C-10").lasting(endingOn(END)));
    given(Samples.contract("too late").lasting(endingOn(END.plusDays(1))));
    given(Samples.contract("C-3").lasting(endingOn(END)).terminatingOn(END.minusDays(1)));
    given(Samples.contract("draft").lasting(endingOn(END)).as(ContractStatus.DRAFT));
    given(Samples.contract("expired").lasting(endingOn(END)).as(ContractStatus.EXPIRED));
    assertThat(numbers(contracts().withoutCase(Samples.LESSOR, after, END)))
        .containsExactly("C-10", "C-2");
    assertThat(contracts().withoutCase(Samples.OTHER_LESSOR, after, END)).isEmpty();
  }

  @Test
  @DisplayName(
      "Contracts.withoutCase: not those with a successor or with a case for the end of their term, superseded cases aside")
  void leavesOutThoseOpened() {
    given(Samples.contract("next").lasting(DateRange.of(END, END.plusYears(1))));
    ContractNo next = new ContractNo("next");
    given(Samples.contract("renewed already").linked(new Links(null, null, next)));
    givenCase(given(Samples.contract("with case")));
    Contract passedOn = given(Samples.contract("C-0"));
    RenewalCase asked = givenCase(passedOn);
    stores.cases().update(Renewals.passOn(asked.withVersion(1), Samples.MICROS));
    Contract extended = given(Samples.contract("C-1"));
    Contract before = Samples.contract("C-1").lasting(endingOn(END.minusYears(1))).build();
    given(Samples.renewalCase(before, null));
    assertThat(extended.no()).isEqualTo(before.no());
    assertThat(numbers(contracts().withoutCase(Samples.LESSOR, END.minusDays(1), END)))
        .containsExactly("C-0", "C-1");
  }
}
