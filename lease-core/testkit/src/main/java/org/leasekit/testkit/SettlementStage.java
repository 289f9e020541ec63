package org.leasekit.testkit;

import jakarta.validation.Validator;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.leasekit.contract.ContractNo;
import org.leasekit.outcome.Outcome;
import org.leasekit.port.Stores;

/** What the stories about settlements have in common: a lease of March with a deposit. After each test the books agree. */
public abstract class SettlementStage {
  static final ContractNo A = new ContractNo("A");

  SettlementTown town;

  /** For subclasses. */
  protected SettlementStage() {}

  /** Empty stores, new for each test. */
  protected abstract Stores stores();

  /** Any provider's validator. */
  protected abstract Validator validator();

  @BeforeEach
  final void begin() {
    town = new SettlementTown(stores(), validator());
  }

  @AfterEach
  final void theBooksAgree() {
    town.assertBooksAgree();
  }

  static String rule(Outcome<?> outcome) {
    return outcome.isAccepted() ? "ACCEPTED" : outcome.rejection().rule();
  }

  static Instant day(String day) {
    return RenewalTown.at(day, "00:00");
  }

  /** A lets for March and has paid so much; it is April 2. */
  final void ended(String paid) {
    town.let("A");
    town.town.goTo("2026-03-02", "10:00");
    if (!paid.isEmpty()) {
      town.pay("A", "P-1", paid);
    }
    town.town.goTo("2026-04-02", "10:00");
  }
}
