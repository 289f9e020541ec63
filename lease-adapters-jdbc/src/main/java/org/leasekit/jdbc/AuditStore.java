package org.leasekit.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.leasekit.access.Action;
import org.leasekit.access.Actor;
import org.leasekit.access.AuditEntry;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Act;
import org.leasekit.party.LessorId;
import org.leasekit.party.PayerId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.port.Audit;

/** Decisions have no key of their own: an id by chance lets everybody append without waiting for anybody. */
final class AuditStore implements Audit {

  static final String COLUMNS =
      """
      lessor, decided_at, id, actor_kind, actor_id, actor_detail, action, contract_no,
      act_on, act_amount, act_currency, act_months, act_units, refused_by\
      """;

  private static final String INSERT =
      "INSERT INTO lk_decision (" + COLUMNS + ") VALUES ("
          + ":lessor, :at, :id, :actorKind, :actorId, :actorDetail, :action, :no,"
          + " :on, :amount, :currency, :months, :units, :refusedBy)";

  private static final String OF_CONTRACT =
      "SELECT " + COLUMNS + " FROM lk_decision"
          + " WHERE lessor = :lessor AND contract_no = :no ORDER BY decided_at, id";

  private enum ActorKind {
    HOST,
    STAFF,
    TENANT,
    SUB_ACCOUNT,
    PAYER,
    USER
  }

  /** An actor in columns. */
  private record ActorText(ActorKind kind, @Nullable String id, @Nullable String detail) {

    static ActorText of(Actor actor) {
      if (actor instanceof Actor.Staff staff) {
        return new ActorText(ActorKind.STAFF, staff.id().value(), staff.role().name());
      }
      if (actor instanceof Actor.OfTenant tenant) {
        return new ActorText(ActorKind.TENANT, tenant.tenant().value(), null);
      }
      if (actor instanceof Actor.SubAccount sub) {
        return new ActorText(ActorKind.SUB_ACCOUNT, sub.account().value(), null);
      }
      if (actor instanceof Actor.OfPayer payer) {
        return new ActorText(ActorKind.PAYER, payer.payer().value(), null);
      }
      if (actor instanceof Actor.User user) {
        return new ActorText(ActorKind.USER, user.contract().value(), user.badge());
      }
      return new ActorText(ActorKind.HOST, null, null);
    }

    static Actor read(Columns row) throws SQLException {
      return switch (row.constant("actor_kind", ActorKind.class)) {
        case HOST -> Actor.HOST;
        case STAFF ->
            new Actor.Staff(
                new StaffId(row.text("actor_id")), row.constant("actor_detail", Actor.Role.class));
        case TENANT -> new Actor.OfTenant(new TenantId(row.text("actor_id")));
        case SUB_ACCOUNT -> new Actor.SubAccount(row.contractNo("actor_id"));
        case PAYER -> new Actor.OfPayer(new PayerId(row.text("actor_id")));
        case USER -> new Actor.User(row.contractNo("actor_id"), row.text("actor_detail"));
      };
    }
  }

  private final Session session;
  private final RowMapper<AuditEntry> mapper;

  AuditStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), AuditStore::read);
  }

  @Override
  public void append(AuditEntry entry) {
    ActorText actor = ActorText.of(entry.actor());
    ContractNo contract = entry.contract();
    MonetaryAmount amount = entry.act().amount();
    session.run(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("lessor", entry.lessor().value())
                .bind("at", entry.at())
                .bind("id", UUID.randomUUID().toString())
                .bind("actorKind", actor.kind().name())
                .bind("actorId", actor.id())
                .bind("actorDetail", actor.detail())
                .bind("action", entry.action().name())
                .bind("no", contract == null ? null : contract.value())
                .bind("on", entry.act().on())
                .bind("amount", amount == null ? null : plain(amount))
                .bind("currency", amount == null ? null : amount.getCurrency().getCurrencyCode())
                .bind("months", entry.act().months())
                .bind("units", entry.act().units())
                .bind("refusedBy", entry.refusedBy())
                .execute());
  }

  /** As it was asked for, which may be more digits than the currency has. */
  private static String plain(MonetaryAmount amount) {
    return amount.getNumber().numberValueExact(BigDecimal.class).toPlainString();
  }

  @Override
  public List<AuditEntry> ofContract(LessorId lessor, ContractNo contract) {
    return session.read(
        handle ->
            handle
                .createQuery(OF_CONTRACT)
                .bind("lessor", lessor.value())
                .bind("no", contract.value())
                .map(mapper)
                .list());
  }

  static AuditEntry read(Columns row) throws SQLException {
    return new AuditEntry(
        row.lessor(),
        row.instant("decided_at"),
        ActorText.read(row),
        row.constant("action", Action.class),
        row.contractNoOrNull("contract_no"),
        new Act(
            row.date("act_on"), amount(row), row.integer("act_months"), row.integer("act_units")),
        row.textOrNull("refused_by"));
  }

  private static @Nullable MonetaryAmount amount(Columns row) throws SQLException {
    String number = row.textOrNull("act_amount");
    return number == null
        ? null
        : Monetary.getDefaultAmountFactory()
            .setCurrency(row.text("act_currency"))
            .setNumber(new BigDecimal(number))
            .create();
  }
}
