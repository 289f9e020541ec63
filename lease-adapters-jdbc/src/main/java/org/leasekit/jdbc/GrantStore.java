package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import javax.money.MonetaryAmount;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.hierarchy.Delegation;
import org.leasekit.hierarchy.Grant;
import org.leasekit.hierarchy.GrantId;
import org.leasekit.hierarchy.Right;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.Grants;
import org.leasekit.port.StaleVersionException;

final class GrantStore implements Grants {

  static final String COLUMNS =
      """
      lessor, account_no, grant_no, grantor_no, granted_right, max_minor, max_currency, max_months, max_units,
      until_day, known_at, granted_by, reason, evidence, revoked_at, revoked_by, revoked_reason, revoked_evidence\
      """;

  private static final String LAST =
      "SELECT COALESCE(MAX(grant_no), 0) FROM lk_grant WHERE lessor = :lessor AND account_no = :no";

  private static final String ADD =
      """
      INSERT INTO lk_grant (
        lessor, account_no, grant_no, grantor_no, granted_right, max_minor, max_currency, max_months, max_units,
        until_day, known_at, granted_by, reason, evidence)
      VALUES (
        :lessor, :no, :number, :grantor, :right, :minor, :currency, :months, :units,
        :until, :known, :by, :reason, :evidence)
      """;

  private static final String REVOKE =
      """
      UPDATE lk_grant SET
        revoked_at = :known, revoked_by = :by, revoked_reason = :reason, revoked_evidence = :evidence
      WHERE lessor = :lessor AND account_no = :no AND grant_no = :number AND revoked_at IS NULL
      """;

  private static final String OF_ACCOUNTS =
      "SELECT " + COLUMNS + " FROM lk_grant WHERE lessor = :lessor AND account_no IN (<accounts>)";

  private final Session session;
  private final RowMapper<Grant> mapper;

  GrantStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), GrantStore::read);
  }

  @Override
  public void append(Grant grant) {
    session.run(
        handle -> {
          // Whoever was quicker holds the key of the next row: the second one waits there, and is told.
          boolean next = last(handle, grant) == grant.id().number() - 1;
          boolean added = next && session.attempt(() -> add(handle, grant));
          if (!added) {
            throw new StaleVersionException("grants of " + grant.id().account());
          }
        });
  }

  private static int last(Handle handle, Grant grant) {
    return handle
        .createQuery(LAST)
        .bind("lessor", grant.lessor().value())
        .bind("no", grant.id().account().value())
        .mapTo(Integer.class)
        .one();
  }

  private static void add(Handle handle, Grant grant) {
    Delegation delegation = grant.delegation();
    MonetaryAmount max = delegation.maxAmount();
    handle
        .createUpdate(ADD)
        .bind("lessor", grant.lessor().value())
        .bind("no", grant.id().account().value())
        .bind("number", grant.id().number())
        .bind("grantor", delegation.grantor().value())
        .bind("right", delegation.right().name())
        .bindByType("minor", max == null ? null : MinorUnits.of(max), Long.class)
        .bind("currency", max == null ? null : max.getCurrency().getCurrencyCode())
        .bindByType("months", delegation.maxMonths(), Integer.class)
        .bindByType("units", delegation.maxUnits(), Integer.class)
        .bindByType("until", delegation.untilExclusive(), LocalDate.class)
        .bind("known", grant.known())
        .bind("by", grant.proof().by())
        .bind("reason", grant.proof().reason())
        .bind("evidence", grant.proof().evidence())
        .execute();
  }

  @Override
  public void revoke(Grant grant) {
    Grant.Revocation revocation = grant.revocation();
    if (revocation == null) {
      throw new IllegalArgumentException("not revoked: " + grant.id());
    }
    session.run(
        handle -> {
          int revoked =
              handle
                  .createUpdate(REVOKE)
                  .bind("lessor", grant.lessor().value())
                  .bind("no", grant.id().account().value())
                  .bind("number", grant.id().number())
                  .bind("known", revocation.known())
                  .bind("by", revocation.proof().by())
                  .bind("reason", revocation.proof().reason())
                  .bind("evidence", revocation.proof().evidence())
                  .execute();
          if (revoked == 0) {
            throw new StaleVersionException("grant " + grant.id());
          }
        });
  }

  @Override
  public List<Grant> ofAccounts(LessorId lessor, Collection<ContractNo> accounts) {
    return session.read(
        handle -> {
          List<Grant> found = new ArrayList<>();
          for (List<ContractNo> some :
              NewRows.chunks(new HashSet<>(accounts), session.dialect().keysAtOnce())) {
            handle
                .createQuery(OF_ACCOUNTS)
                .bind("lessor", lessor.value())
                .bindList("accounts", some.stream().map(ContractNo::value).toList())
                .map(mapper)
                .forEach(found::add);
          }
          found.sort(Comparator.comparing(Grant::id));
          return found;
        });
  }

  static Grant read(Columns row) throws SQLException {
    ContractNo account = row.contractNo("account_no");
    return new Grant(
        row.lessor(),
        new GrantId(account, row.integer("grant_no")),
        new Delegation(
            row.contractNo("grantor_no"),
            account,
            row.constant("granted_right", Right.class),
            row.isNull("max_minor") ? null : row.money("max_minor", "max_currency"),
            row.isNull("max_months") ? null : row.integer("max_months"),
            row.isNull("max_units") ? null : row.integer("max_units"),
            row.dateOrNull("until_day")),
        row.instant("known_at"),
        new Proof(row.text("granted_by"), row.text("reason"), row.text("evidence")),
        revocation(row));
  }

  private static Grant.@Nullable Revocation revocation(Columns row) throws SQLException {
    Instant known = row.instantOrNull("revoked_at");
    return known == null
        ? null
        : new Grant.Revocation(
            known,
            new Proof(
                row.text("revoked_by"), row.text("revoked_reason"), row.text("revoked_evidence")));
  }
}
