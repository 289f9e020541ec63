package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.StaffId;
import org.leasekit.party.TenantId;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.FaultKind;
import org.leasekit.servicedesk.Impact;
import org.leasekit.servicedesk.Priority;
import org.leasekit.servicedesk.RequestId;
import org.leasekit.servicedesk.RequestState;
import org.leasekit.servicedesk.ServiceRequest;
import org.leasekit.servicedesk.SiteId;
import org.leasekit.servicedesk.Urgency;

/** Service requests as rows. */
final class ServiceRequestRows {

  static final String COLUMNS =
      """
      lessor, id, asset, site, place, fault, impact, urgency, description, photos, contract_no, reporter,
      opened_at, state, priority, technician, next_due_at, version
      """;

  static final String INSERT =
      """
      INSERT INTO lk_service_request (
        lessor, id, asset, site, place, fault, impact, urgency, description, photos, contract_no, reporter,
        opened_at, state, priority, technician, next_due_at, version)
      VALUES (
        :lessor, :id, :asset, :site, :place, :fault, :impact, :urgency, :description, :photos, :no, :reporter,
        :openedAt, :state, :priority, :technician, :nextDueAt, 1)
      """;

  static final String UPDATE =
      """
      UPDATE lk_service_request SET
        state = :state, priority = :priority, technician = :technician, next_due_at = :nextDueAt,
        version = version + 1
      WHERE lessor = :lessor AND id = :id AND version = :version
      """;

  private ServiceRequestRows() {}

  static <S extends SqlStatement<S>> void bind(S statement, ServiceRequest request) {
    ServiceRequest.Report report = request.report();
    ContractNo contract = report.contract();
    TenantId reporter = report.reporter();
    bindStanding(statement, request);
    statement
        .bind("asset", report.asset().value())
        .bind("site", report.site().value())
        .bind("place", report.place())
        .bind("fault", report.fault().value())
        .bind("impact", report.impact().name())
        .bind("urgency", report.urgency().name())
        .bind("description", report.description())
        .bind("photos", Lines.write(report.photos().stream().map(List::of).toList()))
        .bind("no", contract == null ? null : contract.value())
        .bind("reporter", reporter == null ? null : reporter.value())
        .bind("openedAt", request.openedAt());
  }

  /** What may change. */
  private static <S extends SqlStatement<S>> void bindStanding(S statement, ServiceRequest request) {
    StaffId technician = request.standing().technician();
    statement
        .bind("lessor", request.lessor().value())
        .bind("id", request.id().value())
        .bind("state", request.standing().state().name())
        .bind("priority", request.standing().priority().name())
        .bind("technician", technician == null ? null : technician.value())
        .bindByType("nextDueAt", request.nextDueAt(), Instant.class);
  }

  static <S extends SqlStatement<S>> void bindVersioned(S statement, ServiceRequest request) {
    bindStanding(statement, request);
    statement.bind("version", request.version());
  }

  static ServiceRequest read(Columns row) throws SQLException {
    return new ServiceRequest(
        row.lessor(),
        new RequestId(row.text("id")),
        new ServiceRequest.Report(
            new AssetId(row.text("asset")),
            new SiteId(row.text("site")),
            row.text("place"),
            new FaultKind(row.text("fault")),
            row.constant("impact", Impact.class),
            row.constant("urgency", Urgency.class),
            row.text("description"),
            Lines.read(row.text("photos")).stream().map(line -> line.get(0)).toList(),
            row.contractNoOrNull("contract_no"),
            tenant(row.textOrNull("reporter"))),
        row.instant("opened_at"),
        new ServiceRequest.Standing(
            row.constant("state", RequestState.class),
            row.constant("priority", Priority.class),
            staff(row.textOrNull("technician"))),
        row.instantOrNull("next_due_at"),
        row.number("version"));
  }

  private static @Nullable TenantId tenant(@Nullable String id) {
    return id == null ? null : new TenantId(id);
  }

  private static @Nullable StaffId staff(@Nullable String id) {
    return id == null ? null : new StaffId(id);
  }
}
