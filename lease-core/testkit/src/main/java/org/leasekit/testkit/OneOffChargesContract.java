package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.OneOffCharge;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.OneOffCharges;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link OneOffCharges}. */
public abstract class OneOffChargesContract extends StorePortContract {
  private static final ContractNo NO = new ContractNo("C-1");
  private static final OneOffCharge PLAIN = charge(Samples.LESSOR, "D-1", NO, "CNY", "lamp", "");
  private static final OneOffCharge FULL =
      charge(Samples.LESSOR, "d-1", new ContractNo("c-1"), "KWD", "灯坏了\t😀\n".repeat(150), "照片 7");

  /** For the test of an adapter. */
  protected OneOffChargesContract() {}

  private static OneOffCharge charge(
      LessorId lessor, String id, ContractNo no, String currency, String reason, String evidence) {
    LocalDate day = LocalDate.of(2026, 4, 1);
    ReceivableKey key =
        new ReceivableKey(no, OneOffCharge.chargeOf("DAMAGE", 2), DateRange.ofClosed(day, day), 0);
    return new OneOffCharge(
        lessor, id, "DAMAGE", key, MinorUnits.amount(1234, currency), reason, evidence, "财务 1", Samples.MICROS);
  }

  private OneOffCharges charges() {
    return stores.oneOffCharges();
  }

  @Test
  @DisplayName("OneOffCharges rule 1: a charge is added once, whatever else is asked for under its id")
  void addsOnce() {
    assertThat(charges().add(PLAIN)).isTrue();
    assertThat(charges().add(PLAIN)).isFalse();
    assertThat(charges().add(charge(Samples.LESSOR, "D-1", new ContractNo("C-2"), "CNY", "x", "")))
        .isFalse();
    assertThat(charges().of(Samples.LESSOR, NO)).containsExactly(PLAIN);
    assertThat(charges().of(Samples.LESSOR, new ContractNo("C-2"))).isEmpty();
  }

  @Test
  @DisplayName("OneOffCharges rule 1: of two that add one id at once, exactly one does")
  void oneOfTwoAdds() {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean added = charges().add(PLAIN);
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> charges().add(PLAIN));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(charges().of(Samples.LESSOR, NO)).containsExactly(PLAIN);
  }

  @Test
  @DisplayName("OneOffCharges rule 2: a charge is found as it was added")
  void findsAsAdded() {
    assertThat(charges().find(Samples.LESSOR, "D-1")).isEmpty();
    charges().add(PLAIN);
    charges().add(FULL);
    assertThat(charges().find(Samples.LESSOR, "D-1")).contains(PLAIN);
    assertThat(charges().find(Samples.LESSOR, "d-1")).contains(FULL);
    assertThat(charges().of(Samples.LESSOR, FULL.contract())).containsExactly(FULL);
  }

  @Test
  @DisplayName("OneOffCharges rule 3: charges of another lessor are not seen")
  void separatesLessors() {
    OneOffCharge theirs = charge(Samples.OTHER_LESSOR, "D-1", NO, "CNY", "theirs", "");
    charges().add(PLAIN);
    assertThat(charges().find(Samples.OTHER_LESSOR, "D-1")).isEmpty();
    assertThat(charges().add(theirs)).isTrue();
    assertThat(charges().of(Samples.OTHER_LESSOR, NO)).containsExactly(theirs);
    assertThat(charges().of(Samples.LESSOR, NO)).containsExactly(PLAIN);
  }
}
