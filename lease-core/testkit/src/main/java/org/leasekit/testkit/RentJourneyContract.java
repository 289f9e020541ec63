package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leasekit.billing.Receivable;
import org.leasekit.contract.ContractNo;
import org.leasekit.ledger.AccountRole;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** Rent between renewals, through the front door on an adapter's stores: raised once, paid in any order. */
public abstract class RentJourneyContract {
  private RenewalTown town;

  /** For subclasses. */
  protected RentJourneyContract() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void settle() {
    town = new RenewalTown(stores(), validator(), "2026-01-20");
  }

  @Test
  void receivablesAreRaisedOnceHoweverOftenTheRunIsRepeated() {
    town.let("A", lease -> {});
    town.goTo("2026-01-20", "01:00");
    int first = town.receivables("A").size();
    long owed = town.balance(AccountRole.RECEIVABLE);
    town.stores.receivables().schedule(RenewalTown.LESSOR, town.contract("A").no(), town.contract("A").term().start());
    assertThat(town.kit.billing().raiseDue().raised()).isZero();
    assertThat(first).isEqualTo(11);
    assertThat(town.receivables("A")).hasSize(first);
    assertThat(town.balance(AccountRole.RECEIVABLE)).isEqualTo(owed).isEqualTo(1100000);
    assertThat(town.balance(AccountRole.REVENUE)).isEqualTo(-1000000);
    assertThat(town.balance(AccountRole.DEPOSIT_LIABILITY)).isEqualTo(-100000);
  }

  @Test
  void aContractThatCannotBeBilledIsSetAsideAndTheRunGoesOn() {
    town.let("GOOD", lease -> {});
    town.stores.receivables().schedule(
        RenewalTown.LESSOR,
        new ContractNo("GHOST"),
        town.contract("GOOD").term().start());
    var report = town.kit.billing().raiseDue();
    assertThat(report.raised()).isEqualTo(11);
    assertThat(report.setAside()).containsOnlyKeys(new ContractNo("GHOST"));
  }

  @Test
  void rentPaymentsCoverTheOldestDueFirstAndKeepTheRest() {
    town.let("A", lease -> {});
    town.goTo("2026-01-20", "01:00");
    town.pay("A", "P1", "1500.00").orElseThrow();
    assertThat(town.receivables("A"))
        .extracting(r -> r.key().charge().value(), r -> r.unadjustedDue().toString(), Receivable::status)
        .contains(
            tuple("DEPOSIT", "2025-04-01", Receivable.Status.PAID),
            tuple("RENT", "2025-04-01", Receivable.Status.PART_PAID),
            tuple("RENT", "2025-05-01", Receivable.Status.OPEN));
    town.pay("A", "P2", "99999.00").orElseThrow();
    assertThat(town.receivables("A")).allMatch(r -> r.status() == Receivable.Status.PAID);
    assertThat(town.balance(AccountRole.RECEIVABLE)).isZero();
    assertThat(town.balance(AccountRole.UNAPPLIED_CASH)).isEqualTo(-(9999900 + 150000 - 1100000));
  }

  @Test
  void aPaymentNamesWhatIsWrongWithIt() {
    town.let("A", lease -> {});
    Map<Outcome<?>, String> answers =
        Map.of(
            town.pay("NOBODY", "P1", "1.00"), "UNKNOWN_REFERENCE",
            town.pay("A", " ", "1.00"), "INVALID_COMMAND",
            town.pay("A", "P2", "0.00"), "INVALID_COMMAND");
    answers.forEach((outcome, rule) -> assertThat(outcome.rejection().rule()).isEqualTo(rule));
    assertThat(town.balance(AccountRole.CASH)).isZero();
  }
}
