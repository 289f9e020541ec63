package org.leasekit.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.amendment.Proof;
import org.leasekit.billing.ChargeCode;
import org.leasekit.billing.MeterEnd;
import org.leasekit.billing.MeterId;
import org.leasekit.billing.MeterReading;
import org.leasekit.billing.MeteredTerms;
import org.leasekit.billing.Tax;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;
import org.leasekit.port.Meters;

final class MeterStore implements Meters {

  static final String TERMS =
      """
      SELECT lessor, contract_no, charge, meter, term_start, term_end, unit, price, currency, digits, tax_points,
        tax_included, known_at
      FROM lk_metered_charge WHERE lessor = :lessor
      """;

  private static final String AGREE =
      """
      INSERT INTO lk_metered_charge (
        lessor, contract_no, charge, meter, term_start, term_end, unit, price, currency, digits, tax_points,
        tax_included, known_at)
      VALUES (
        :lessor, :no, :charge, :meter, :termStart, :termEnd, :unit, :price, :currency, :digits, :taxPoints,
        :taxIncluded, :known)
      """;

  static final String ENDS =
      """
      SELECT lessor, contract_no, charge, end_no, ends_on, recorded_by, reason, evidence, known_at
      FROM lk_meter_end WHERE lessor = :lessor
      """;

  private static final String END =
      """
      INSERT INTO lk_meter_end (
        lessor, contract_no, charge, end_no, ends_on, recorded_by, reason, evidence, known_at)
      VALUES (:lessor, :no, :charge, :number, :on, :by, :reason, :evidence, :known)
      """;

  static final String READINGS =
      """
      SELECT lessor, meter, id, read_on, kind, reading, read_by, known_at
      FROM lk_meter_reading WHERE lessor = :lessor
      """;

  private static final String RECORD =
      """
      INSERT INTO lk_meter_reading (lessor, meter, id, read_on, kind, reading, read_by, known_at)
      VALUES (:lessor, :meter, :id, :on, :kind, :value, :by, :known)
      """;

  private static final Comparator<MeteredTerms> BY_CHARGE =
      Comparator.comparing(MeteredTerms::contract).thenComparing(MeteredTerms::charge);

  private static final Comparator<MeterEnd> BY_NUMBER =
      Comparator.comparing(MeterEnd::contract)
          .thenComparing(MeterEnd::charge)
          .thenComparingInt(MeterEnd::number);

  private static final Turnstile METERS = new Turnstile("lk_meter", "changes", List.of("lessor", "meter"));

  private final Session session;
  private final RowMapper<MeteredTerms> termsMapper;
  private final RowMapper<MeterEnd> endMapper;
  private final RowMapper<MeterReading> readingMapper;

  MeterStore(Session session) {
    this.session = session;
    this.termsMapper = Columns.mapper(session.dialect(), MeterStore::readTerms);
    this.endMapper = Columns.mapper(session.dialect(), MeterStore::readEnd);
    this.readingMapper = Columns.mapper(session.dialect(), MeterStore::readReading);
  }

  @Override
  public boolean agree(MeteredTerms terms) {
    NewRows.Known<String> known =
        NewRows.knownBy(
            """
            SELECT charge FROM lk_metered_charge
            WHERE lessor = :lessor AND contract_no = :no AND charge IN (<keys>) <currentRead>
            """,
            query -> query.bind("no", terms.contract().value()));
    return session.call(
        handle ->
            NewRows.insertOne(
                session, terms.lessor(), terms.charge().value(), terms, known,
                (h, rows) -> Batches.execute(h, AGREE, rows, MeterStore::bindTerms)));
  }

  @Override
  public boolean record(MeterReading reading) {
    NewRows.Known<String> known =
        NewRows.knownBy(
            """
            SELECT id FROM lk_meter_reading
            WHERE lessor = :lessor AND meter = :meter AND id IN (<keys>) <currentRead>
            """,
            query -> query.bind("meter", reading.meter().value()));
    return session.call(
        handle ->
            NewRows.insertOne(
                session, reading.lessor(), reading.id(), reading, known,
                (h, rows) -> Batches.execute(h, RECORD, rows, MeterStore::bindReading)));
  }

  @Override
  public List<MeteredTerms> terms(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle ->
            OfContracts.list(
                    handle, session.dialect(), TERMS + " AND contract_no IN (<contracts>)", lessor, contracts,
                    termsMapper)
                .stream()
                .sorted(BY_CHARGE)
                .toList());
  }

  @Override
  public List<MeteredTerms> on(LessorId lessor, MeterId meter) {
    return session.read(
        handle ->
            handle
                .createQuery(TERMS + " AND meter = :meter")
                .bind("lessor", lessor.value())
                .bind("meter", meter.value())
                .map(termsMapper)
                .stream()
                .sorted(BY_CHARGE)
                .toList());
  }

  @Override
  public boolean end(MeterEnd end) {
    NewRows.Known<Integer> known =
        (of, lessor, numbers, currentRead) ->
            of.handle()
                .createQuery(
                    """
                    SELECT end_no FROM lk_meter_end
                    WHERE lessor = :lessor AND contract_no = :no AND charge = :charge AND end_no IN (<numbers>) <currentRead>
                    """)
                .define("currentRead", currentRead)
                .bind("lessor", lessor.value())
                .bind("no", end.contract().value())
                .bind("charge", end.charge().value())
                .bindList("numbers", List.copyOf(numbers))
                .mapTo(Integer.class)
                .set();
    return session.call(
        handle ->
            NewRows.insertOne(
                session, end.lessor(), end.number(), end, known,
                (h, rows) -> Batches.execute(h, END, rows, MeterStore::bindEnd)));
  }

  @Override
  public List<MeterEnd> ends(LessorId lessor, Collection<ContractNo> contracts) {
    return session.read(
        handle ->
            OfContracts.list(
                    handle, session.dialect(), ENDS + " AND contract_no IN (<contracts>)", lessor, contracts,
                    endMapper)
                .stream()
                .sorted(BY_NUMBER)
                .toList());
  }

  @Override
  public void lock(LessorId lessor, MeterId meter) {
    session.run(() -> METERS.pass(session, Map.of("lessor", lessor.value(), "meter", meter.value())));
  }

  @Override
  public List<MeterReading> readings(LessorId lessor, Collection<MeterId> meters) {
    List<String> ids = meters.stream().map(MeterId::value).distinct().sorted().toList();
    return session.read(
        handle ->
            NewRows.chunks(ids, session.dialect().keysAtOnce()).stream()
                .flatMap(
                    some ->
                        handle
                            .createQuery(READINGS + " AND meter IN (<meters>)")
                            .bind("lessor", lessor.value())
                            .bindList("meters", some)
                            .map(readingMapper)
                            .list()
                            .stream())
                .sorted(
                    Comparator.comparing(MeterReading::meter)
                        .thenComparing(MeterReading::knownAt)
                        .thenComparing(MeterReading::id))
                .toList());
  }

  private static <S extends SqlStatement<S>> void bindTerms(S statement, MeteredTerms terms) {
    statement
        .bind("lessor", terms.lessor().value())
        .bind("no", terms.contract().value())
        .bind("charge", terms.charge().value())
        .bind("meter", terms.meter().value())
        .bind("termStart", terms.term().start())
        .bind("termEnd", terms.term().endExclusive())
        .bind("unit", terms.unit())
        .bind("price", terms.pricePerUnit().toPlainString())
        .bind("currency", terms.currency())
        .bind("digits", terms.digits())
        .bind("taxPoints", terms.tax().basisPoints())
        .bind("taxIncluded", terms.tax().included())
        .bind("known", terms.knownAt());
  }

  private static <S extends SqlStatement<S>> void bindEnd(S statement, MeterEnd end) {
    statement
        .bind("lessor", end.lessor().value())
        .bind("no", end.contract().value())
        .bind("charge", end.charge().value())
        .bind("number", end.number())
        .bindByType("on", end.on(), LocalDate.class)
        .bind("by", end.proof().by())
        .bind("reason", end.proof().reason())
        .bind("evidence", end.proof().evidence())
        .bind("known", end.knownAt());
  }

  private static <S extends SqlStatement<S>> void bindReading(S statement, MeterReading reading) {
    statement
        .bind("lessor", reading.lessor().value())
        .bind("meter", reading.meter().value())
        .bind("id", reading.id())
        .bind("on", reading.on())
        .bind("kind", reading.kind().name())
        .bind("value", reading.value().toPlainString())
        .bind("by", reading.by())
        .bind("known", reading.knownAt());
  }

  static MeteredTerms readTerms(Columns row) throws SQLException {
    return new MeteredTerms(
        row.lessor(),
        row.contractNo("contract_no"),
        new ChargeCode(row.text("charge")),
        new MeterId(row.text("meter")),
        row.range("term_start", "term_end"),
        row.text("unit"),
        new BigDecimal(row.text("price")),
        row.text("currency"),
        row.integer("digits"),
        new Tax(row.integer("tax_points"), row.flag("tax_included")),
        row.instant("known_at"));
  }

  static MeterEnd readEnd(Columns row) throws SQLException {
    return new MeterEnd(
        row.lessor(),
        row.contractNo("contract_no"),
        new ChargeCode(row.text("charge")),
        row.integer("end_no"),
        row.dateOrNull("ends_on"),
        new Proof(row.text("recorded_by"), row.text("reason"), row.text("evidence")),
        row.instant("known_at"));
  }

  static MeterReading readReading(Columns row) throws SQLException {
    return new MeterReading(
        row.lessor(),
        new MeterId(row.text("meter")),
        row.text("id"),
        row.date("read_on"),
        row.constant("kind", MeterReading.Kind.class),
        new BigDecimal(row.text("reading")),
        row.text("read_by"),
        row.instant("known_at"));
  }
}
