package org.leasekit.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Surveys;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.SurveyAnswer;

final class SurveyStore implements Surveys {

  private static final String SELECT =
      "SELECT lessor, case_id, score, remark, recorded_by, answered_at FROM lk_survey_answer\n";

  private static final String FIND = SELECT + "WHERE lessor = :lessor AND case_id = :id";

  private static final NewRows.Known<String> KNOWN =
      NewRows.knownBy(
          "SELECT case_id FROM lk_survey_answer WHERE lessor = :lessor AND case_id IN (<keys>) <currentRead>");

  private static final String INSERT =
      """
      INSERT INTO lk_survey_answer (lessor, case_id, score, remark, recorded_by, answered_at)
      VALUES (:lessor, :id, :score, :remark, :recordedBy, :at)
      """;

  private final Session session;
  private final RowMapper<SurveyAnswer> mapper;
  private final Pages.Table<SurveyAnswer> all;

  SurveyStore(Session session) {
    this.session = session;
    this.mapper = Columns.mapper(session.dialect(), SurveyStore::read);
    this.all =
        new Pages.Table<>(
            SELECT + "WHERE lessor = :lessor <after> ORDER BY lessor, case_id LIMIT :limit",
            "AND case_id > :id",
            (query, last) -> query.bind("id", last.renewalCase().value()),
            query -> query.map(mapper).list());
  }

  @Override
  public boolean add(SurveyAnswer answer) {
    return session.call(
        handle ->
            NewRows.insertOne(
                session, answer.lessor(), answer.renewalCase().value(), answer, KNOWN, SurveyStore::insert));
  }

  private static void insert(Handle handle, List<SurveyAnswer> answers) {
    Batches.execute(handle, INSERT, answers, SurveyStore::bind);
  }

  @Override
  public Optional<SurveyAnswer> find(LessorId lessor, CaseId renewalCase) {
    return session.read(
        handle ->
            handle
                .createQuery(FIND)
                .bind("lessor", lessor.value())
                .bind("id", renewalCase.value())
                .map(mapper)
                .findOne());
  }

  @Override
  public void forEach(LessorId lessor, Consumer<SurveyAnswer> each) {
    all.read(session, lessor, each);
  }

  private static <S extends SqlStatement<S>> void bind(S statement, SurveyAnswer answer) {
    StaffId by = answer.recordedBy();
    statement
        .bind("lessor", answer.lessor().value())
        .bind("id", answer.renewalCase().value())
        .bind("score", answer.score())
        .bind("remark", answer.comment())
        .bind("recordedBy", by == null ? null : by.value())
        .bind("at", answer.at());
  }

  private static SurveyAnswer read(Columns row) throws SQLException {
    String by = row.textOrNull("recorded_by");
    return new SurveyAnswer(
        row.lessor(),
        new CaseId(row.text("case_id")),
        row.integer("score"),
        row.text("remark"),
        by == null ? null : new StaffId(by),
        row.instant("answered_at"));
  }
}
