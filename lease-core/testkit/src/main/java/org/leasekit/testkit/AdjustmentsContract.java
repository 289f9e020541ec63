package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Adjustment;
import org.leasekit.billing.AdjustmentCause;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;
import org.leasekit.port.Adjustments;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Adjustments}. */
public abstract class AdjustmentsContract extends StorePortContract {

  /** For the test of an adapter. */
  protected AdjustmentsContract() {}

  private Adjustments adjustments() {
    return stores.adjustments();
  }

  private ContractNo contract(String number) {
    return given(Samples.contract(number)).no();
  }

  private static ReceivableKey key(ContractNo no, ChargeCode charge, int revision) {
    return new ReceivableKey(no, charge, Samples.APRIL, revision);
  }

  private static Adjustment credit(ContractNo no, int revision) {
    return Samples.credit(key(no, ChargeCode.RENT, revision), no, 100, 50);
  }

  @Test
  @DisplayName("Adjustments rule 1: a key that is known is a success that changes nothing")
  void addsOnce() {
    ContractNo no = contract("C-1");
    assertThat(adjustments().addAll(List.of(credit(no, 1)))).containsExactly(credit(no, 1));
    Adjustment other = Samples.credit(key(no, ChargeCode.RENT, 1), no, 7, 7);
    assertThat(adjustments().addAll(List.of(other, credit(no, 2), credit(no, 2)))).containsExactly(credit(no, 2));
    assertThat(everything().adjustments()).containsExactly(credit(no, 1), credit(no, 2));
    assertThat(adjustments().addAll(List.of())).isEmpty();
  }

  @Test
  @DisplayName("Adjustments rule 1: of two that add one key at once, exactly one is told that it added")
  void oneOfTwoAdds() {
    ContractNo no = contract("C-1");
    Answers<Integer> added =
        overlap(
            hold -> {
              int mine = adjustments().addAll(List.of(credit(no, 1))).size();
              hold.untilTheOtherHasTried();
              return mine;
            },
            () -> adjustments().addAll(List.of(credit(no, 1), credit(no, 2))).size());
    assertThat(added.first() + added.second()).as("added: %s", added).isEqualTo(2);
    assertThat(everything().adjustments()).hasSize(2);
  }

  @Test
  @DisplayName("Adjustments rule 2: a debit in dinars without a cause is found as it was added")
  void keepsAsGiven() {
    ContractNo no = contract("同".repeat(64));
    Derivation derivation =
        new Derivation(
            "THIRTY_360", 1_234_567, List.of(new Derivation.Slice(Samples.APRIL, 17, 30, 2_000_001L)), "KWD");
    Adjustment debit =
        new Adjustment(
            Samples.LESSOR, key(no, new ChargeCode("费".repeat(32)), 7), new ContractNo("M-1"),
            Samples.APRIL.lastDay(), Adjustment.Side.DEBIT, MinorUnits.amount(1, "KWD"),
            MinorUnits.amount(1_234, "KWD"), new AdjustmentCause(List.of(), List.of()), derivation, Samples.MICROS);
    assertThat(adjustments().addAll(List.of(debit))).containsExactly(debit);
    assertThat(adjustments().of(Samples.LESSOR, List.of(no))).containsExactly(debit);
  }

  @Test
  @DisplayName("Adjustments.of: those of some contracts, by key")
  void findsOfContracts() {
    ContractNo one = contract("C-10");
    ContractNo other = contract("C-2");
    ContractNo third = contract("C-3");
    Adjustment deposit = Samples.credit(key(one, ChargeCode.DEPOSIT, 3), one, 1, 1);
    adjustments()
        .addAll(List.of(credit(other, 1), credit(one, 10), credit(one, 2), deposit, credit(third, 1)));
    assertThat(adjustments().of(Samples.LESSOR, List.of(other, one, one)))
        .containsExactly(deposit, credit(one, 2), credit(one, 10), credit(other, 1));
    assertThat(adjustments().of(Samples.LESSOR, List.of())).isEmpty();
  }

  @Test
  @DisplayName("Adjustments rule 3: adjustments of another lessor are not seen, and their keys are other keys")
  void seesItsOwn() {
    ContractNo no = contract("C-1");
    given(Samples.contract("C-1").of(Samples.OTHER_LESSOR));
    Adjustment mine = credit(no, 1);
    Adjustment theirs =
        new Adjustment(
            Samples.OTHER_LESSOR, mine.key(), mine.payer(), mine.due(), mine.side(), mine.amount(), mine.after(),
            mine.cause(), mine.derivation(), mine.at());
    adjustments().addAll(List.of(mine));
    assertThat(adjustments().of(Samples.OTHER_LESSOR, List.of(no))).isEmpty();
    assertThat(adjustments().addAll(List.of(theirs))).containsExactly(theirs);
    assertThat(adjustments().of(Samples.LESSOR, List.of(no))).containsExactly(mine);
    assertThat(adjustments().of(Samples.OTHER_LESSOR, List.of(no))).containsExactly(theirs);
  }
}
