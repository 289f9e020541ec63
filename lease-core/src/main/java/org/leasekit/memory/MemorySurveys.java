package org.leasekit.memory;

import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.party.LessorId;
import org.leasekit.port.Surveys;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.SurveyAnswer;

final class MemorySurveys implements Surveys {

  private final MemoryUnitOfWork unit;
  private final Table<CaseId, SurveyAnswer> answers;

  MemorySurveys(MemoryUnitOfWork unit) {
    this.unit = unit;
    this.answers = new Table<>(unit);
  }

  @Override
  public boolean add(SurveyAnswer answer) {
    return unit.required(
        () -> {
          if (answers.contains(answer.lessor(), answer.renewalCase())) {
            return false;
          }
          answers.put(answer.lessor(), answer.renewalCase(), answer);
          return true;
        });
  }

  @Override
  public Optional<SurveyAnswer> find(LessorId lessor, CaseId renewalCase) {
    return unit.required(() -> Optional.ofNullable(answers.get(lessor, renewalCase)));
  }

  @Override
  public void forEach(LessorId lessor, Consumer<SurveyAnswer> each) {
    unit.run(() -> answers.forEach(lessor, each));
  }
}
