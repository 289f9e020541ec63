package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.servicedesk.Actor;
import org.leasekit.servicedesk.RequestEntry;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.RequestId;

/** The record of service requests as rows. */
final class ServiceEntryRows {

  static final String INSERT =
      """
      INSERT INTO lk_service_entry (
        lessor, request_id, seq_no, entry_key, kind, happened_at, recorded_at, actor_kind, actor_id, subject,
        details)
      VALUES (
        :lessor, :id, :seq, :key, :kind, :at, :recordedAt, :actorKind, :actor, :subject, :details)
      """;

  static final String SELECT =
      """
      SELECT request_id, seq_no, kind, happened_at, recorded_at, actor_kind, actor_id, details
      FROM lk_service_entry
      WHERE lessor = :lessor AND request_id IN (<ids>)
      ORDER BY request_id, seq_no
      """;

  /** An entry and the request it belongs to. */
  record Row(LessorId lessor, RequestId request, RequestEntry entry) {}

  private enum ActorKind {
    DESK,
    CUSTOMER,
    TECHNICIAN,
    SUPERVISOR
  }

  private ServiceEntryRows() {}

  static <S extends SqlStatement<S>> void bind(S statement, Row row) {
    RequestEntry entry = row.entry();
    RequestEvent event = entry.event();
    statement
        .bind("lessor", row.lessor().value())
        .bind("id", row.request().value())
        .bind("seq", entry.sequence())
        .bind("key", entry.key())
        .bind("kind", event.kind().name())
        .bind("at", entry.at())
        .bind("recordedAt", entry.recordedAt())
        .bind("actorKind", kind(entry.by()).name())
        .bind("actor", id(entry.by()))
        .bind("subject", event.value())
        .bind("details", Lines.write(ServiceEventDetails.write(event)));
  }

  static RequestId readRequest(Columns row) throws SQLException {
    return new RequestId(row.text("request_id"));
  }

  static RequestEntry readEntry(Columns row) throws SQLException {
    List<List<String>> details = Lines.read(row.text("details"));
    return new RequestEntry(
        row.integer("seq_no"),
        row.instant("happened_at"),
        row.instant("recorded_at"),
        actor(row.constant("actor_kind", ActorKind.class), row.textOrNull("actor_id")),
        ServiceEventDetails.read(row.constant("kind", RequestEvent.Kind.class), details));
  }

  private static ActorKind kind(Actor actor) {
    if (actor instanceof Actor.Customer) {
      return ActorKind.CUSTOMER;
    } else if (actor instanceof Actor.Technician) {
      return ActorKind.TECHNICIAN;
    }
    return actor instanceof Actor.Supervisor ? ActorKind.SUPERVISOR : ActorKind.DESK;
  }

  private static @Nullable String id(Actor actor) {
    if (actor instanceof Actor.Customer customer) {
      return customer.id().value();
    } else if (actor instanceof Actor.Technician technician) {
      return technician.id().value();
    }
    return actor instanceof Actor.Supervisor supervisor ? supervisor.id().value() : null;
  }

  private static Actor actor(ActorKind kind, @Nullable String id) {
    if (id == null) {
      return Actor.DESK;
    }
    return switch (kind) {
      case DESK -> Actor.DESK;
      case CUSTOMER -> new Actor.Customer(new TenantId(id));
      case TECHNICIAN -> new Actor.Technician(new StaffId(id));
      case SUPERVISOR -> new Actor.Supervisor(new StaffId(id));
    };
  }
}
