package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Tax;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Meters;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Meters}. */
public abstract class MetersContract extends StorePortContract {

  /** For the test of an adapter. */
  protected MetersContract() {}

  private static final MeterId METER = new MeterId("表 1");

  private Meters meters() {
    return stores.meters();
  }

  private ContractNo contract(String number) {
    return given(Samples.contract(number)).no();
  }

  private static MeteredTerms terms(LessorId lessor, ContractNo no, String charge, MeterId meter, String price) {
    return new MeteredTerms(
        lessor, no, new ChargeCode(charge), meter, Samples.YEAR, "kWh", new BigDecimal(price), "CNY", 5,
        Tax.added(1300), Samples.MICROS);
  }

  private static MeterReading reading(LessorId lessor, MeterId meter, String id, String value, int second) {
    return new MeterReading(
        lessor, meter, id, LocalDate.of(2025, 4, 1), MeterReading.Kind.CORRECTION, new BigDecimal(value), "水表工 1",
        Samples.MICROS.plusSeconds(second));
  }

  private static MeterReading reading(String id, String value) {
    return reading(Samples.LESSOR, METER, id, value, 0);
  }

  @Test
  @DisplayName("Meters rule 1: a charge that a contract has answers false and changes nothing, also at once")
  void agreesOnce() {
    ContractNo no = contract("C-1");
    MeteredTerms first = terms(Samples.LESSOR, no, "POWER", METER, "0.612345");
    assertThat(meters().agree(first)).isTrue();
    assertThat(meters().agree(terms(Samples.LESSOR, no, "POWER", new MeterId("other"), "1"))).isFalse();
    assertThat(meters().terms(Samples.LESSOR, List.of(no))).containsExactly(first);
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean mine = meters().agree(terms(Samples.LESSOR, no, "WATER", METER, "1"));
              hold.untilTheOtherHasTried();
              return mine;
            },
            () -> meters().agree(terms(Samples.LESSOR, no, "WATER", METER, "2")));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("Meters rule 2: a reading whose id the meter has answers false and changes nothing, also at once")
  void recordsOnce() {
    assertThat(meters().record(reading("R-1", "7.000001"))).isTrue();
    assertThat(meters().record(reading("R-1", "8"))).isFalse();
    assertThat(meters().readings(Samples.LESSOR, List.of(METER))).containsExactly(reading("R-1", "7.000001"));
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean mine = meters().record(reading("R-2", "1"));
              hold.untilTheOtherHasTried();
              return mine;
            },
            () -> meters().record(reading("R-2", "2")));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
  }

  @Test
  @DisplayName("Meters rule 3: what is stored is found as it was given, in order")
  void keepsAsGiven() {
    ContractNo long64 = contract("同".repeat(64));
    ContractNo other = contract("C-2");
    MeterId meter = new MeterId("表".repeat(64));
    MeteredTerms water = terms(Samples.LESSOR, other, "WATER", meter, "123456.000001");
    MeteredTerms power = terms(Samples.LESSOR, other, "POWER", meter, "100");
    MeteredTerms gas = terms(Samples.LESSOR, long64, "气".repeat(32), meter, "0");
    List.of(gas, water, power).forEach(meters()::agree);
    assertThat(meters().terms(Samples.LESSOR, List.of(long64, other, other))).containsExactly(power, water, gas);
    assertThat(meters().terms(Samples.LESSOR, List.of(other))).containsExactly(power, water);
    assertThat(meters().on(Samples.LESSOR, meter)).containsExactly(power, water, gas);
    assertThat(meters().on(Samples.LESSOR, METER)).isEmpty();
    MeterReading late = reading(Samples.LESSOR, meter, "A", "999999999999.999999", 1);
    MeterReading second = reading(Samples.LESSOR, meter, "读".repeat(64), "0", 0);
    MeterReading first = reading(Samples.LESSOR, meter, "B", "100", 0);
    MeterReading elsewhere = reading("A", "1");
    List.of(late, second, elsewhere, first).forEach(meters()::record);
    assertThat(meters().readings(Samples.LESSOR, List.of(meter, METER, meter)))
        .containsExactly(elsewhere, first, second, late);
    assertThat(meters().readings(Samples.LESSOR, List.of())).isEmpty();
    assertThat(meters().terms(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Records rule 1: charges by contract, then charge, and readings by meter, then id, of this lessor alone")
  void passesEverything() {
    List<MeteredTerms> charges = new ArrayList<>();
    for (ContractNo no : List.of(contract("C-2"), contract("C-10"))) {
      for (String charge : List.of("WATER", "POWER")) {
        charges.add(terms(Samples.LESSOR, no, charge, METER, "1"));
      }
    }
    charges.forEach(meters()::agree);
    List<MeterReading> shown = new ArrayList<>();
    for (String meter : List.of("M-9", "M-10")) {
      for (int i = 0; i < 300; i++) {
        shown.add(reading(Samples.LESSOR, new MeterId(meter), "R-" + (i * 7) % 300, "1", 300 - i));
      }
    }
    shown.forEach(meters()::record);
    assertThat(Everything.all(stores.records()::meteredCharges))
        .isEqualTo(
            charges.stream()
                .sorted(Comparator.comparing(MeteredTerms::contract).thenComparing(MeteredTerms::charge))
                .toList());
    assertThat(Everything.all(stores.records()::readings))
        .isEqualTo(
            shown.stream().sorted(Comparator.comparing(MeterReading::meter).thenComparing(MeterReading::id)).toList());
    assertThat(Everything.all(stores.records()::meteredCharges, Samples.OTHER_LESSOR)).isEmpty();
    assertThat(Everything.all(stores.records()::readings, Samples.OTHER_LESSOR)).isEmpty();
  }

  @Test
  @DisplayName("Meters rule 4: meters of another lessor are not seen, and their keys are other keys")
  void seesItsOwn() {
    ContractNo no = contract("C-1");
    LessorId other = Samples.OTHER_LESSOR;
    given(Samples.contract("C-1").of(other));
    meters().agree(terms(Samples.LESSOR, no, "POWER", METER, "1"));
    meters().record(reading("R-1", "1"));
    assertThat(meters().terms(other, List.of(no))).isEmpty();
    assertThat(meters().on(other, METER)).isEmpty();
    assertThat(meters().readings(other, List.of(METER))).isEmpty();
    assertThat(meters().agree(terms(other, no, "POWER", METER, "2"))).isTrue();
    assertThat(meters().record(reading(other, METER, "R-1", "2", 0))).isTrue();
    assertThat(meters().readings(Samples.LESSOR, List.of(METER))).containsExactly(reading("R-1", "1"));
  }

  private static MeterEnd end(LessorId lessor, ContractNo no, String charge, int number, @Nullable LocalDate on) {
    return new MeterEnd(
        lessor, no, new ChargeCode(charge), number, on, new Proof("管家 1", "moved " + number, "mail"), Samples.MICROS);
  }

  @Test
  @DisplayName("Meters rule 5: the number of an end of a charge answers false and changes nothing, also at once")
  void endsOnce() {
    ContractNo no = contract("C-1");
    LocalDate day = LocalDate.of(2025, 4, 1);
    MeterEnd first = end(Samples.LESSOR, no, "POWER", 1, day);
    assertThat(meters().end(first)).isTrue();
    assertThat(meters().end(end(Samples.LESSOR, no, "POWER", 1, null))).isFalse();
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean mine = meters().end(end(Samples.LESSOR, no, "POWER", 2, null));
              hold.untilTheOtherHasTried();
              return mine;
            },
            () -> meters().end(end(Samples.LESSOR, no, "POWER", 2, day)));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    List<MeterEnd> found = meters().ends(Samples.LESSOR, List.of(no));
    assertThat(found).hasSize(2).startsWith(first);
    assertThat(found.get(1).on()).isEqualTo(answers.first() ? null : day);
  }

  @Test
  @DisplayName("Meters rule 3: ends are found as they were given, in order; Records rule 1: so they are passed")
  void keepsEnds() {
    LessorId other = Samples.OTHER_LESSOR;
    List<MeterEnd> ends = new ArrayList<>();
    for (String no : List.of("C-10", "C-2")) {
      for (String charge : List.of("POWER", "WATER")) {
        for (int number = 1; number <= 11; number++) {
          LocalDate on = number == 2 ? null : LocalDate.of(2025, 4, number);
          ends.add(end(Samples.LESSOR, contractOnce(no), charge, number, on));
        }
      }
    }
    List<MeterEnd> shuffled = new ArrayList<>(ends);
    Collections.reverse(shuffled);
    shuffled.forEach(each -> assertThat(meters().end(each)).isTrue());
    ContractNo first = new ContractNo("C-10");
    ContractNo second = new ContractNo("C-2");
    assertThat(meters().ends(Samples.LESSOR, List.of(second, first, first))).isEqualTo(ends);
    assertThat(meters().ends(Samples.LESSOR, List.of(first))).isEqualTo(ends.subList(0, 22));
    assertThat(meters().ends(Samples.LESSOR, List.of())).isEmpty();
    assertThat(Everything.all(stores.records()::meterEnds)).isEqualTo(ends);
    assertThat(meters().ends(other, List.of(first))).isEmpty();
    assertThat(Everything.all(stores.records()::meterEnds, other)).isEmpty();
    assertThat(meters().end(end(other, first, "POWER", 1, null))).isTrue();
  }

  private ContractNo contractOnce(String number) {
    ContractNo no = new ContractNo(number);
    return stores.contracts().find(Samples.LESSOR, no).isPresent() ? no : contract(number);
  }

  @Test
  @DisplayName("Meters rule 6: who locks a meter that is locked sees what the other one agreed on it")
  void lockHolds() {
    ContractNo no = contract("C-1");
    Answers<Integer> seen =
        overlap(
            hold -> {
              int before = locked();
              hold.untilTheOtherHasTried();
              meters().agree(terms(Samples.LESSOR, no, "POWER", METER, "1"));
              return before;
            },
            this::locked);
    assertThat(seen).isEqualTo(new Answers<>(0, 1));
  }

  private int locked() {
    meters().lock(Samples.LESSOR, METER);
    return meters().on(Samples.LESSOR, METER).size();
  }
}
