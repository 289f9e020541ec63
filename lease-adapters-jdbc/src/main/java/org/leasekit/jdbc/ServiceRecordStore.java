package org.leasekit.jdbc;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.ServiceRecords;
import org.leasekit.servicedesk.AssetId;
import org.leasekit.servicedesk.RequestEvent;
import org.leasekit.servicedesk.ServiceRequest;

final class ServiceRecordStore implements ServiceRecords {

  private static final String SELECT =
      "SELECT " + ServiceRequestRows.COLUMNS + " FROM lk_service_request\n";

  private static final String OPEN =
      SELECT
          + """
          WHERE lessor = :lessor AND state IN ('RECEIVED', 'ACCEPTED', 'DISPATCHED', 'ON_SITE')
          ORDER BY opened_at, id
          """;

  private static final String OF_ASSET =
      SELECT + "WHERE lessor = :lessor AND asset = :asset ORDER BY lessor, asset, opened_at, id";

  private static final String OF_CONTRACT =
      SELECT
          + "WHERE lessor = :lessor AND contract_no = :no ORDER BY lessor, contract_no, opened_at, id";

  private static final String DISPATCHED =
      """
      SELECT subject, COUNT(*) AS times FROM lk_service_entry
      WHERE lessor = :lessor AND kind = :kind AND happened_at >= :from
      GROUP BY subject
      """;

  private final Session session;
  private final RowMapper<ServiceRequest> mapper;
  private final Pages.Table<ServiceRequest> all;

  ServiceRecordStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), ServiceRequestRows::read);
    this.all =
        new Pages.Table<>(
            SELECT + "WHERE lessor = :lessor <after> ORDER BY lessor, id LIMIT :limit",
            "AND id > :id",
            (query, last) -> query.bind("id", last.id().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public List<ServiceRequest> open(LessorId lessor) {
    return list(OPEN, lessor, query -> query);
  }

  @Override
  public List<ServiceRequest> ofAsset(LessorId lessor, AssetId asset) {
    return list(OF_ASSET, lessor, query -> query.bind("asset", asset.value()));
  }

  @Override
  public List<ServiceRequest> ofContract(LessorId lessor, ContractNo contract) {
    return list(OF_CONTRACT, lessor, query -> query.bind("no", contract.value()));
  }

  private List<ServiceRequest> list(String sql, LessorId lessor, UnaryOperator<Query> bind) {
    return session.read(
        handle ->
            bind.apply(handle.createQuery(sql).bind("lessor", lessor.value()))
                .map(mapper)
                .list());
  }

  @Override
  public Map<StaffId, Integer> dispatchedSince(LessorId lessor, Instant from) {
    return session.read(
        handle -> {
          Map<StaffId, Integer> counts = new HashMap<>();
          handle
              .createQuery(DISPATCHED)
              .bind("lessor", lessor.value())
              .bind("kind", RequestEvent.Kind.DISPATCHED.name())
              .bind("from", from)
              .map(
                  (row, context) ->
                      Map.entry(new StaffId(row.getString("subject")), row.getInt("times")))
              .forEach(count -> counts.put(count.getKey(), count.getValue()));
          return counts;
        });
  }

  @Override
  public void forEach(LessorId lessor, Consumer<ServiceRequest> each) {
    all.read(session, lessor, each);
  }
}
