package org.leasekit.jdbc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.calendar.DateRange;
import org.leasekit.contract.Contract;
import org.leasekit.contract.ContractNo;
import org.leasekit.contract.ContractStatus;
import org.leasekit.contract.Portion;
import org.leasekit.contract.StatusChange;
import org.leasekit.contract.UnitRef;
import org.leasekit.occupancy.Hold;
import org.leasekit.party.LessorId;
import org.leasekit.port.Contracts;

final class ContractStore implements Contracts {

  private static final String SELECT = "SELECT " + ContractRows.COLUMNS + " FROM lk_contract k\n";

  private static final String FIND = SELECT + "WHERE k.lessor = :lessor AND k.contract_no = :no";

  private static final String LOCK = FIND + " FOR UPDATE";

  private static final String FIND_ALL = SELECT + "WHERE k.lessor = :lessor AND k.contract_no IN (<numbers>)";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          """
          SELECT contract_no FROM lk_contract
          WHERE lessor = :lessor AND contract_no IN (<keys>) <currentRead>
          """);

  private static final String REMOVE = "DELETE FROM lk_contract WHERE lessor = :lessor AND contract_no = :no";

  private static final String CHILDREN =
      SELECT + "WHERE k.lessor = :lessor AND k.parent_no = :parent ORDER BY k.contract_no";

  private static final String ACTIVE_ENDED =
      SELECT
          + """
          WHERE k.lessor = :lessor AND k.status = :active AND COALESCE(k.terminates_on, k.term_end) <= :day
          ORDER BY k.contract_no
          """;

  private static final String WITHOUT_CASE =
      SELECT
          + """
          WHERE k.lessor = :lessor AND k.status = :active AND k.successor_no IS NULL AND k.terminates_on IS NULL
            AND k.term_end > :after AND k.term_end <= :through
            AND NOT EXISTS (
              SELECT 1 FROM lk_renewal_case c
              WHERE c.lessor = k.lessor AND c.contract_no = k.contract_no AND c.term_end = k.term_end
                AND c.state <> 'SUPERSEDED')
          ORDER BY k.contract_no
          """;

  private static final String ADD_CHANGE =
      """
      INSERT INTO lk_contract_change (
        lessor, contract_no, seq_no, from_status, to_status, changed_at, changed_by, reason, evidence)
      VALUES (:lessor, :no, :seq, :from, :to, :at, :by, :reason, :evidence)
      """;

  private static final Numbering<StatusChange> CHANGES =
      new Numbering<>(
          StatusChange::lessor,
          change -> change.contract().value(),
          """
          SELECT contract_no, MAX(seq_no) FROM lk_contract_change
          WHERE lessor = :lessor AND contract_no IN (<keys>)
          GROUP BY contract_no <currentRead>
          """);

  private static final String CHANGES_OF =
      "SELECT " + ContractRows.CHANGE_COLUMNS
          + """
           FROM lk_contract_change
          WHERE lessor = :lessor AND contract_no IN (<numbers>)
          ORDER BY contract_no, seq_no
          """;

  private final Session session;
  private final HoldStore holds;
  private final RowMapper<Contract> mapper;

  ContractStore(Session session, HoldStore holds) {
    this.session = session;
    this.holds = holds;
    this.mapper = Columns.mapper(session.dialect(), ContractRows::read);
  }

  @Override
  public Added add(Contract contract, List<StatusChange> history) {
    return session.call(handle -> add(handle, contract, history));
  }

  private Added add(Handle handle, Contract contract, List<StatusChange> history) {
    LessorId lessor = contract.lessor();
    String no = contract.no().value();
    UnitRef unit = contract.unit();
    if (unit != null) {
      UnitLock.take(session, lessor, unit);
      if (!KNOWN.among(session, lessor, List.of(no), session.currentRead()).isEmpty()) {
        return Added.DUPLICATE_NUMBER;
      }
      if (holds.firstTaken(handle, lessor, contract.no(), Hold.of(contract)).isPresent()) {
        return Added.UNIT_TAKEN;
      }
    }
    boolean added =
        NewRows.insertOne(session, lessor, no, contract, KNOWN, ContractStore::insert);
    if (!added) {
      return Added.DUPLICATE_NUMBER;
    }
    if (!holds.add(handle, lessor, Hold.of(contract))) {
      handle.createUpdate(REMOVE).bind("lessor", lessor.value()).bind("no", no).execute();
      return Added.UNIT_TAKEN;
    }
    addChanges(history);
    return Added.ADDED;
  }

  private static void insert(Handle handle, List<Contract> contracts) {
    Batches.execute(handle, ContractRows.INSERT, contracts, ContractRows::bind);
  }

  @Override
  public void update(Contract contract) {
    session.run(
        handle ->
            Batches.updateVersions(
                handle, session.dialect(), ContractRows.UPDATE, List.of(contract), ContractRows::bindVersioned,
                row -> "contract " + row.no()));
  }

  @Override
  public void record(StatusChange change) {
    session.run(handle -> addChanges(List.of(change)));
  }

  private void addChanges(List<StatusChange> changes) {
    CHANGES.append(
        session, changes, (h, numbered) -> Batches.execute(h, ADD_CHANGE, numbered, ContractStore::bind));
  }

  private static <S extends SqlStatement<S>> void bind(S statement, Numbering.Numbered<StatusChange> change) {
    ContractRows.bind(statement, change.row());
    statement.bind("seq", change.number());
  }

  @Override
  public Optional<Contract> find(LessorId lessor, ContractNo no) {
    return session.read(handle -> one(handle, FIND, lessor, no));
  }

  @Override
  public Optional<Contract> lock(LessorId lessor, ContractNo no) {
    return session.read(handle -> one(handle, LOCK, lessor, no));
  }

  private Optional<Contract> one(Handle handle, String sql, LessorId lessor, ContractNo no) {
    return handle
        .createQuery(sql)
        .bind("lessor", lessor.value())
        .bind("no", no.value())
        .map(mapper)
        .findOne();
  }

  @Override
  public List<Contract> findAll(LessorId lessor, Collection<ContractNo> numbers) {
    return session.read(
        handle -> {
          List<Contract> found = new ArrayList<>();
          for (List<ContractNo> some : NewRows.chunks(new HashSet<>(numbers), session.dialect().keysAtOnce())) {
            handle
                .createQuery(FIND_ALL)
                .bind("lessor", lessor.value())
                .bindList("numbers", some.stream().map(ContractNo::value).toList())
                .map(mapper)
                .forEach(found::add);
          }
          return found;
        });
  }

  @Override
  public boolean isFree(LessorId lessor, UnitRef unit, Portion portion, DateRange days) {
    return holds.isFree(lessor, unit, portion, days);
  }

  @Override
  public List<StatusChange> changes(LessorId lessor, Collection<ContractNo> numbers) {
    return session.read(
        handle -> {
          List<StatusChange> found = new ArrayList<>();
          for (List<ContractNo> some : NewRows.chunks(new TreeSet<>(numbers), session.dialect().keysAtOnce())) {
            handle
                .createQuery(CHANGES_OF)
                .bind("lessor", lessor.value())
                .bindList("numbers", some.stream().map(ContractNo::value).toList())
                .map(Columns.mapper(session.dialect(), ContractRows::readChange))
                .forEach(found::add);
          }
          return found;
        });
  }

  @Override
  public List<Contract> children(LessorId lessor, ContractNo parent) {
    return list(CHILDREN, lessor, query -> query.bind("parent", parent.value()));
  }

  @Override
  public List<Contract> activeEndedBy(LessorId lessor, LocalDate day) {
    return list(
        ACTIVE_ENDED,
        lessor,
        query -> query.bind("active", ContractStatus.ACTIVE.name()).bind("day", day));
  }

  @Override
  public List<Contract> withoutCase(LessorId lessor, LocalDate after, LocalDate through) {
    return list(
        WITHOUT_CASE,
        lessor,
        query ->
            query
                .bind("active", ContractStatus.ACTIVE.name())
                .bind("after", after)
                .bind("through", through));
  }

  private List<Contract> list(String sql, LessorId lessor, UnaryOperator<Query> bind) {
    return session.read(
        handle -> bind.apply(handle.createQuery(sql).bind("lessor", lessor.value())).map(mapper).list());
  }
}
