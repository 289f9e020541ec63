package org.leasekit.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/** Rows that belong to contracts. */
final class OfContracts {

  private OfContracts() {}

  /**
   * The rows of some contracts, in no particular order.
   *
   * @param sql asks for rows by {@code :lessor} and {@code <contracts>}
   */
  static <T> List<T> list(
      Handle handle,
      Dialect dialect,
      String sql,
      LessorId lessor,
      Collection<ContractNo> contracts,
      RowMapper<T> mapper) {
    TreeSet<String> numbers = new TreeSet<>();
    contracts.forEach(no -> numbers.add(no.value()));
    List<T> rows = new ArrayList<>();
    for (List<String> some : NewRows.chunks(numbers, dialect.keysAtOnce())) {
      handle
          .createQuery(sql)
          .bind("lessor", lessor.value())
          .bindList("contracts", some)
          .map(mapper)
          .forEach(rows::add);
    }
    return rows;
  }
}
