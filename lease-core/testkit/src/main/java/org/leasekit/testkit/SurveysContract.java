package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;
import org.leasekit.port.Surveys;
import org.leasekit.renewal.SurveyAnswer;
import org.leasekit.testkit.Overlap.Answers;

/** The rules of {@link Surveys}. */
public abstract class SurveysContract extends StorePortContract {

  /** For the test of an adapter. */
  protected SurveysContract() {}

  private static final SurveyAnswer PLAIN = answer(Samples.LESSOR, "C-1", 0, "", null);
  private static final SurveyAnswer FULL =
      answer(Samples.LESSOR, "c-1", 10, "管家很好，\t谢谢 😀\n".repeat(33), new StaffId("管家 1"));

  private static SurveyAnswer answer(
      LessorId lessor, String contract, int score, String comment, @Nullable StaffId by) {
    return new SurveyAnswer(lessor, Samples.caseIdOf(contract), score, comment, by, Samples.MICROS);
  }

  private Surveys surveys() {
    return stores.surveys();
  }

  @Test
  @DisplayName("Surveys rule 1: an answer is found as it was added, and another one of its case changes nothing")
  void addsOnce() {
    assertThat(surveys().find(Samples.LESSOR, PLAIN.renewalCase())).isEmpty();
    assertThat(surveys().add(PLAIN)).isTrue();
    assertThat(surveys().add(FULL)).isTrue();
    assertThat(surveys().add(answer(Samples.LESSOR, "C-1", 9, "x", new StaffId("s")))).isFalse();
    assertThat(surveys().add(PLAIN)).isFalse();
    assertThat(surveys().find(Samples.LESSOR, PLAIN.renewalCase())).contains(PLAIN);
    assertThat(surveys().find(Samples.LESSOR, FULL.renewalCase())).contains(FULL);
  }

  @Test
  @DisplayName("Surveys rule 1: of two that answer for one case at once, exactly one does")
  void oneOfTwoAnswers() {
    Answers<Boolean> answers =
        overlap(
            hold -> {
              boolean added = surveys().add(PLAIN);
              hold.untilTheOtherHasTried();
              return added;
            },
            () -> surveys().add(PLAIN));
    assertThat(List.of(answers.first(), answers.second())).containsExactlyInAnyOrder(true, false);
    assertThat(Everything.all(surveys()::forEach)).containsExactly(PLAIN);
  }

  @Test
  @DisplayName("Surveys rule 2: answers of another lessor's are not seen")
  void separatesLessors() {
    SurveyAnswer theirs = answer(Samples.OTHER_LESSOR, "C-1", 5, "", null);
    surveys().add(PLAIN);
    assertThat(surveys().find(Samples.OTHER_LESSOR, PLAIN.renewalCase())).isEmpty();
    assertThat(surveys().add(theirs)).isTrue();
    assertThat(surveys().find(Samples.LESSOR, PLAIN.renewalCase())).contains(PLAIN);
    assertThat(Everything.all(surveys()::forEach)).containsExactly(PLAIN);
    assertThat(Everything.all(surveys()::forEach, Samples.OTHER_LESSOR)).containsExactly(theirs);
  }

  @Test
  @DisplayName("Surveys.forEach: passes every answer once, by case")
  void passesAll() {
    surveys().add(FULL);
    surveys().add(PLAIN);
    assertThat(Everything.all(surveys()::forEach)).containsExactly(PLAIN, FULL);
  }

  @Test
  @DisplayName("UnitOfWork rule 1: what was answered in vain can be answered again")
  void isRolledBack() {
    assertThatThrownBy(
            () ->
                stores
                    .unitOfWork()
                    .run(
                        () -> {
                          surveys().add(PLAIN);
                          throw new IllegalStateException("given up");
                        }))
        .hasMessage("given up");
    assertThat(surveys().find(Samples.LESSOR, PLAIN.renewalCase())).isEmpty();
    assertThat(surveys().add(PLAIN)).isTrue();
  }
}
