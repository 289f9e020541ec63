package org.leasekit.examples.season;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;
import org.leasekit.application.LockReceivables;
import org.leasekit.application.ReleaseLock;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.Contract;
import org.leasekit.examples.season.MidSeason.Occasion;
import org.leasekit.money.MinorUnits;
import org.leasekit.outcome.Outcome;

/** What holds money back: disputes, days that are not owed, a whole framework at rest. */
final class LockDeeds {
  /** Of all changes. */
  static final double SHARE = 0.3;

  private final Office office;
  private final MidSeason season;

  LockDeeds(Office office, MidSeason season) {
    this.office = office;
    this.season = season;
  }

  /** What is going to happen to a contract. */
  MidSeason.Deed choose(Contract contract, Dice dice) {
    if (contract.master()) {
      return this::closure;
    }
    double share = dice.share();
    return share < 0.3 ? this::dispute : share < 0.5 ? this::partDispute : this::days;
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(office.zone()).toInstant();
  }

  private Outcome<ReceivableLock> lock(
      String kind,
      String id,
      LockScope scope,
      LockReason reason,
      Instant from,
      @Nullable Instant until) {
    LockReceivables command =
        new LockReceivables(id, scope, reason, "MEMO-" + id, "tenant", "finance", from, until, false);
    return season.note(
        kind,
        kind.startsWith("FREEZE")
            ? office.kit().locks().freeze(command)
            : office.kit().locks().suspend(command));
  }

  private void release(Occasion occasion, int days, String id, boolean atMidnight, String reason) {
    season.later(
        occasion,
        days,
        (contract, same) -> {
          Instant at = atMidnight ? startOf(office.today()) : office.clock().instant();
          season.note(
              "RELEASE",
              office.kit().locks().release(new ReleaseLock(id, at, "finance", reason)));
        });
  }

  private void dispute(Contract contract, Occasion occasion) {
    List<Receivable> open = office.openReceivables(contract.no());
    if (open.isEmpty()) {
      return;
    }
    String id = "F-" + contract.no();
    Instant now = office.clock().instant();
    lock("FREEZE", id, new LockScope.OneAmount(open.get(0).key()), LockReason.DISPUTE, now, null);
    release(occasion, occasion.dice().between(6, 20), id, false, "settled");
  }

  /** Half of an amount is in dispute for a few hours or days, and free again by itself. */
  private void partDispute(Contract contract, Occasion occasion) {
    List<Receivable> open = office.openReceivables(contract.no());
    if (open.isEmpty() || open.get(0).outstandingMinor() < 2) {
      return;
    }
    Receivable first = open.get(0);
    MonetaryAmount half = MinorUnits.amount(first.outstandingMinor() / 2, first.amount().getCurrency());
    Instant now = office.clock().instant();
    lock(
        "FREEZE_PART",
        "P-" + contract.no(),
        new LockScope.PartOfAmount(first.key(), half),
        LockReason.RECONCILIATION,
        now,
        now.plusSeconds(occasion.dice().between(3, 200) * 3600L));
  }

  /** Days that are not owed, some of them over already, some given back early. */
  private void days(Contract contract, Occasion occasion) {
    String id = "D-" + contract.no();
    LocalDate from = occasion.effective();
    LocalDate until = from.plusDays(occasion.dice().between(5, 21));
    LockScope scope = new LockScope.WholeContract(contract.no());
    Outcome<ReceivableLock> answer =
        lock("SUSPEND", id, scope, LockReason.MANUAL, startOf(from), startOf(until));
    if (answer.isAccepted() && occasion.dice().chance(0.4)) {
      release(occasion, 4, id, true, "back earlier");
    }
    if (answer.isAccepted() && occasion.dice().chance(0.4)) {
      // another one that overlaps it counts no day twice
      lock(
          "SUSPEND",
          "E-" + contract.no(),
          scope,
          LockReason.LEGAL_HOLD,
          startOf(from.plusDays(3)),
          startOf(until.plusDays(2)));
    }
  }

  /** Nothing below a framework is owed while its part of the house is closed. */
  private void closure(Contract contract, Occasion occasion) {
    LocalDate from = occasion.effective();
    lock(
        "SUSPEND",
        "C-" + contract.no(),
        new LockScope.Subtree(contract.no()),
        LockReason.MANUAL,
        startOf(from),
        startOf(from.plusDays(occasion.dice().between(2, 6))));
  }
}
