package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.LockId;
import org.leasekit.billing.LockReason;
import org.leasekit.billing.LockScope;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.ReceivableLock;
import org.leasekit.contract.ContractNo;
import org.leasekit.money.MinorUnits;

/** Locks as rows. */
final class LockRows {

  static final String COLUMNS =
      """
      lessor, id, effect, scope, contract_no, charge, period_start, period_end, revision, held_minor,
      held_currency, reason, evidence, asked_by, approved_by, holds_from, holds_until, extends_term, known_at
      """;

  static final String INSERT =
      """
      INSERT INTO lk_lock (
        lessor, id, effect, scope, contract_no, charge, period_start, period_end, revision, held_minor,
        held_currency, reason, evidence, asked_by, approved_by, holds_from, holds_until, extends_term, known_at)
      VALUES (
        :lessor, :id, :effect, :scope, :no, :charge, :periodStart, :periodEnd, :revision, :held,
        :heldCurrency, :reason, :evidence, :askedBy, :approvedBy, :from, :until, :extends, :known)
      """;

  private LockRows() {}

  static <S extends SqlStatement<S>> void bind(S statement, ReceivableLock lock) {
    bindScope(statement, lock.scope());
    statement
        .bind("lessor", lock.lessor().value())
        .bind("id", lock.id().value())
        .bind("effect", lock.effect().name())
        .bind("reason", lock.reason().name())
        .bind("evidence", lock.evidence())
        .bind("askedBy", lock.askedBy())
        .bind("approvedBy", lock.approvedBy())
        .bind("from", lock.from())
        .bind("extends", lock.extendsTerm())
        .bindByType("until", lock.until(), Instant.class)
        .bind("known", lock.knownAt());
  }

  private static <S extends SqlStatement<S>> void bindScope(S statement, LockScope scope) {
    @Nullable ReceivableKey key =
        scope instanceof LockScope.OneAmount one
            ? one.key()
            : scope instanceof LockScope.PartOfAmount part ? part.key() : null;
    @Nullable ChargeCode charge =
        key != null ? key.charge() : scope instanceof LockScope.OneCharge one ? one.charge() : null;
    @Nullable MonetaryAmount held = scope instanceof LockScope.PartOfAmount part ? part.held() : null;
    statement.bind("scope", name(scope)).bind("no", scope.contract().value());
    statement.bind("charge", charge == null ? null : charge.value());
    statement.bindByType("periodStart", key == null ? null : key.period().start(), LocalDate.class);
    statement.bindByType("periodEnd", key == null ? null : key.period().endExclusive(), LocalDate.class);
    statement.bindByType("revision", key == null ? null : (Integer) key.revision(), Integer.class);
    statement.bindByType("held", held == null ? null : (Long) MinorUnits.of(held), Long.class);
    statement.bind("heldCurrency", held == null ? null : held.getCurrency().getCurrencyCode());
  }

  private static String name(LockScope scope) {
    if (scope instanceof LockScope.OneAmount) {
      return "AMOUNT";
    }
    if (scope instanceof LockScope.PartOfAmount) {
      return "PART";
    }
    if (scope instanceof LockScope.OneCharge) {
      return "CHARGE";
    }
    return scope instanceof LockScope.WholeContract ? "CONTRACT" : "TREE";
  }

  /** A lock without its releases, which are in rows of their own. */
  static ReceivableLock read(Columns row) throws SQLException {
    return new ReceivableLock(
        row.lessor(),
        new LockId(row.text("id")),
        row.constant("effect", ReceivableLock.Effect.class),
        readScope(row),
        row.constant("reason", LockReason.class),
        row.text("evidence"),
        row.text("asked_by"),
        row.text("approved_by"),
        row.instant("holds_from"),
        row.instantOrNull("holds_until"),
        row.flag("extends_term"),
        row.instant("known_at"),
        List.of());
  }

  private static LockScope readScope(Columns row) throws SQLException {
    ContractNo no = row.contractNo("contract_no");
    String scope = row.text("scope");
    return switch (scope) {
      case "AMOUNT" -> new LockScope.OneAmount(ReceivableRows.readKey(row));
      case "PART" ->
          new LockScope.PartOfAmount(ReceivableRows.readKey(row), row.money("held_minor", "held_currency"));
      case "CHARGE" -> new LockScope.OneCharge(no, new ChargeCode(row.text("charge")));
      case "CONTRACT" -> new LockScope.WholeContract(no);
      case "TREE" -> new LockScope.Subtree(no);
      default -> throw new IllegalStateException("scope: none of those known: " + scope);
    };
  }
}
