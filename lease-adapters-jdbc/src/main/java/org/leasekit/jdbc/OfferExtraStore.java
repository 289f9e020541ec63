package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.money.MinorUnits;
import org.leasekit.party.LessorId;
import org.leasekit.port.OfferExtras;
import org.leasekit.renewal.AddOn;
import org.leasekit.renewal.AddOnId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.DiscountCode;

final class OfferExtraStore implements OfferExtras {

  private static final NewRows.Known<String> KNOWN_CODES =
      NewRows.knownBy(
          "SELECT code FROM lk_discount_code WHERE lessor = :lessor AND code IN (<keys>) <currentRead>");

  private static final NewRows.Known<String> KNOWN_ADD_ONS =
      NewRows.knownBy(
          "SELECT id FROM lk_add_on WHERE lessor = :lessor AND id IN (<keys>) <currentRead>");

  private static final String INSERT_CODE =
      """
      INSERT INTO lk_discount_code (lessor, code, case_id, basis_points, valid_until, redeemed_at)
      VALUES (:lessor, :code, :case, :basisPoints, :until, :redeemedAt)
      """;

  private static final String FIND_CODE =
      """
      SELECT lessor, code, case_id, basis_points, valid_until, redeemed_at FROM lk_discount_code
      WHERE lessor = :lessor AND code = :code
      """;

  /** Whoever comes second waits for the row, and then finds it redeemed. */
  private static final String REDEEM =
      """
      UPDATE lk_discount_code SET redeemed_at = :at
      WHERE lessor = :lessor AND code = :code AND redeemed_at IS NULL
      """;

  private static final String INSERT_ADD_ON =
      """
      INSERT INTO lk_add_on (lessor, id, name, price_minor, currency, stock, taken)
      VALUES (:lessor, :id, :name, :price, :currency, :stock, 0)
      """;

  private static final String UPDATE_ADD_ON =
      """
      UPDATE lk_add_on SET name = :name, price_minor = :price, currency = :currency, stock = :stock
      WHERE lessor = :lessor AND id = :id
      """;

  private static final String TAKEN =
      "SELECT taken FROM lk_add_on WHERE lessor = :lessor AND id = :id FOR UPDATE";

  private static final String ADD_ONS =
      """
      SELECT lessor, id, name, price_minor, currency, stock, taken FROM lk_add_on
      WHERE lessor = :lessor ORDER BY id
      """;

  /** Whoever comes second waits for the row, and then sees what is left. */
  private static final String TAKE =
      """
      UPDATE lk_add_on SET taken = taken + :pieces
      WHERE lessor = :lessor AND id = :id AND taken + :pieces >= 0 AND taken + :pieces <= stock
      """;

  private final Session session;

  OfferExtraStore(Session session) {
    this.session = session;
  }

  @Override
  public boolean addCode(DiscountCode code) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, code.lessor(), code.code(), code, KNOWN_CODES,
                (h, rows) -> Batches.execute(h, INSERT_CODE, rows, OfferExtraStore::bindCode)));
  }

  private static <S extends SqlStatement<S>> void bindCode(S statement, DiscountCode code) {
    statement
        .bind("lessor", code.lessor().value())
        .bind("code", code.code())
        .bind("case", code.renewalCase().value())
        .bind("basisPoints", code.basisPoints())
        .bind("until", code.until())
        .bindByType("redeemedAt", code.redeemedAt(), Instant.class);
  }

  @Override
  public Optional<DiscountCode> findCode(LessorId lessor, String code) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND_CODE)
                .bind("lessor", lessor.value())
                .bind("code", code)
                .map(Columns.mapper(session.dialect(), OfferExtraStore::readCode))
                .findOne());
  }

  private static DiscountCode readCode(Columns row) throws SQLException {
    return new DiscountCode(
        row.lessor(),
        row.text("code"),
        new CaseId(row.text("case_id")),
        row.integer("basis_points"),
        row.instant("valid_until"),
        row.instantOrNull("redeemed_at"));
  }

  @Override
  public boolean redeem(LessorId lessor, String code, Instant at) {
    return session.call(
        handle ->
            handle
                    .createUpdate(REDEEM)
                    .bind("lessor", lessor.value())
                    .bind("code", code)
                    .bind("at", at)
                    .execute()
                == 1);
  }

  @Override
  public void putAddOn(AddOn addOn) {
    session.run(
        handle -> {
          boolean added =
              NewRows.insertOne(
                  session, addOn.lessor(), addOn.id().value(), addOn, KNOWN_ADD_ONS,
                  (h, rows) -> Batches.execute(h, INSERT_ADD_ON, rows, OfferExtraStore::bindAddOn));
          if (!added) {
            change(handle, addOn);
          }
        });
  }

  private static void change(Handle handle, AddOn addOn) {
    int taken =
        handle
            .createQuery(TAKEN)
            .bind("lessor", addOn.lessor().value())
            .bind("id", addOn.id().value())
            .mapTo(Integer.class)
            .one();
    if (taken > addOn.stock()) {
      throw new IllegalArgumentException("stock: " + taken + " are taken of " + addOn.id());
    }
    Batches.execute(handle, UPDATE_ADD_ON, List.of(addOn), OfferExtraStore::bindAddOn);
  }

  private static <S extends SqlStatement<S>> void bindAddOn(S statement, AddOn addOn) {
    statement
        .bind("lessor", addOn.lessor().value())
        .bind("id", addOn.id().value())
        .bind("name", addOn.name())
        .bind("price", MinorUnits.of(addOn.price()))
        .bind("currency", addOn.price().getCurrency().getCurrencyCode())
        .bind("stock", addOn.stock());
  }

  @Override
  public List<AddOn> addOns(LessorId lessor) {
    return session.read(
        handle ->
            handle
                .createQuery(ADD_ONS)
                .bind("lessor", lessor.value())
                .map(Columns.mapper(session.dialect(), OfferExtraStore::readAddOn))
                .list());
  }

  private static AddOn readAddOn(Columns row) throws SQLException {
    return new AddOn(
        row.lessor(),
        new AddOnId(row.text("id")),
        row.text("name"),
        row.money("price_minor", "currency"),
        row.integer("stock"),
        row.integer("taken"));
  }

  @Override
  public boolean take(LessorId lessor, AddOnId addOn, int pieces) {
    return session.call(
        handle ->
            handle
                    .createUpdate(TAKE)
                    .bind("lessor", lessor.value())
                    .bind("id", addOn.value())
                    .bind("pieces", pieces)
                    .execute()
                == 1);
  }
}
