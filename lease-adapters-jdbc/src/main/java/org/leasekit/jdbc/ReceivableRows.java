package org.leasekit.jdbc;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.Derivation;
import org.leasekit.billing.Receivable;
import org.leasekit.billing.ReceivableKey;
import org.leasekit.billing.Tax;
import org.leasekit.calendar.DateRange;
import org.leasekit.money.MinorUnits;

/** Receivables as rows. */
final class ReceivableRows {

  static final String KEY = "contract_no, charge, period_start, period_end, revision";

  static final String COLUMNS =
      """
      lessor, contract_no, charge, period_start, period_end, revision, payer_no, unadjusted_due, due,
      amount_minor, allocated_minor, credited_minor, currency, convention, monthly_minor, monthly_currency, slices,
      tax_points, tax_included, raised_at, version
      """;

  static final String INSERT =
      """
      INSERT INTO lk_receivable (
        lessor, contract_no, charge, period_start, period_end, revision, payer_no, unadjusted_due, due,
        amount_minor, allocated_minor, credited_minor, currency, convention, monthly_minor, monthly_currency,
        slices, tax_points, tax_included, raised_at, version)
      VALUES (
        :lessor, :no, :charge, :periodStart, :periodEnd, :revision, :payer, :unadjustedDue, :due,
        :amount, :allocated, :credited, :currency, :convention, :monthly, :monthlyCurrency,
        :slices, :taxPoints, :taxIncluded, :raisedAt, 1)
      """;

  static final String UPDATE =
      """
      UPDATE lk_receivable SET
        payer_no = :payer, unadjusted_due = :unadjustedDue, due = :due, amount_minor = :amount,
        allocated_minor = :allocated, credited_minor = :credited, currency = :currency, convention = :convention,
        monthly_minor = :monthly, monthly_currency = :monthlyCurrency, slices = :slices,
        tax_points = :taxPoints, tax_included = :taxIncluded,
        raised_at = :raisedAt, version = version + 1
      WHERE lessor = :lessor AND contract_no = :no AND charge = :charge AND period_start = :periodStart
        AND period_end = :periodEnd AND revision = :revision AND version = :version
      """;

  private ReceivableRows() {}

  /** Everything but the version. */
  static <S extends SqlStatement<S>> void bind(S statement, Receivable receivable) {
    bindKey(statement, receivable.key());
    bindDerivation(statement, receivable.derivation());
    statement
        .bind("lessor", receivable.lessor().value())
        .bind("payer", receivable.payer().value())
        .bind("unadjustedDue", receivable.unadjustedDue())
        .bind("due", receivable.due())
        .bind("amount", MinorUnits.of(receivable.amount()))
        .bind("allocated", MinorUnits.of(receivable.allocated()))
        .bind("credited", MinorUnits.of(receivable.credited()))
        .bind("currency", receivable.amount().getCurrency().getCurrencyCode())
        .bind("raisedAt", receivable.raisedAt());
  }

  static <S extends SqlStatement<S>> void bindDerivation(S statement, Derivation derivation) {
    statement
        .bind("convention", derivation.convention())
        .bind("monthly", derivation.monthlyMinor())
        .bind("monthlyCurrency", derivation.currency())
        .bind("slices", slices(derivation.slices()))
        .bind("taxPoints", derivation.tax().basisPoints())
        .bind("taxIncluded", derivation.tax().included());
  }

  static Derivation readDerivation(Columns row) throws SQLException {
    return new Derivation(
        row.text("convention"),
        row.number("monthly_minor"),
        slices(row.text("slices")),
        row.text("monthly_currency"),
        new Tax(row.integer("tax_points"), row.flag("tax_included")));
  }

  static <S extends SqlStatement<S>> void bindVersioned(S statement, Receivable receivable) {
    bind(statement, receivable);
    statement.bind("version", receivable.version());
  }

  static <S extends SqlStatement<S>> void bindKey(S statement, ReceivableKey key) {
    statement
        .bind("no", key.contract().value())
        .bind("charge", key.charge().value())
        .bind("periodStart", key.period().start())
        .bind("periodEnd", key.period().endExclusive())
        .bind("revision", key.revision());
  }

  static Receivable read(Columns row) throws SQLException {
    return new Receivable(
        row.lessor(),
        readKey(row),
        row.contractNo("payer_no"),
        row.date("unadjusted_due"),
        row.date("due"),
        row.money("amount_minor", "currency"),
        row.money("allocated_minor", "currency"),
        row.money("credited_minor", "currency"),
        readDerivation(row),
        row.instant("raised_at"),
        row.number("version"));
  }

  static ReceivableKey readKey(Columns row) throws SQLException {
    return new ReceivableKey(
        row.contractNo("contract_no"),
        new ChargeCode(row.text("charge")),
        row.range("period_start", "period_end"),
        row.integer("revision"));
  }

  /** A new receivable as storage numbers it and cuts its instant. */
  static Receivable stored(Receivable receivable) {
    return new Receivable(
        receivable.lessor(),
        receivable.key(),
        receivable.payer(),
        receivable.unadjustedDue(),
        receivable.due(),
        receivable.amount(),
        receivable.allocated(),
        receivable.credited(),
        receivable.derivation(),
        receivable.raisedAt().truncatedTo(ChronoUnit.MICROS),
        1);
  }

  static String slices(List<Derivation.Slice> slices) {
    return Lines.write(
        slices.stream()
            .map(
                slice -> {
                  List<String> fields =
                      new ArrayList<>(
                          List.of(
                              slice.days().start().toString(),
                              slice.days().endExclusive().toString(),
                              Long.toString(slice.numerator()),
                              Long.toString(slice.denominator())));
                  Long own = slice.rateMinor();
                  if (own != null) {
                    fields.add(Long.toString(own));
                  }
                  return List.copyOf(fields);
                })
            .toList());
  }

  static List<Derivation.Slice> slices(String text) {
    return Lines.read(text).stream()
        .map(
            fields ->
                new Derivation.Slice(
                    DateRange.of(LocalDate.parse(fields.get(0)), LocalDate.parse(fields.get(1))),
                    Long.parseLong(fields.get(2)),
                    Long.parseLong(fields.get(3)),
                    fields.size() > 4 ? (Long) Long.parseLong(fields.get(4)) : null))
        .toList();
  }
}
