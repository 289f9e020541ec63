package org.leasekit.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.leasekit.renewal.SurveyAnswer;

/**
 * A tenant says how likely it is that they recommend the lessor, or staff record what a tenant said.
 *
 * @param caseId the renewal case, which has come to its end
 * @param score 0 (not at all) to 10 (certainly)
 * @param comment in the tenant's own words, empty for none; it is left out of {@link #toString}
 * @param recordedBy the member of staff who asked; null when the tenant answers alone
 */
public record AnswerSurvey(
    @NotBlank(message = "{org.leasekit.required}")
        @Size(max = 96, message = "{org.leasekit.tooLong}")
        String caseId,
    @PositiveOrZero(message = "{org.leasekit.notNegative}")
        @Max(value = SurveyAnswer.MOST, message = "{org.leasekit.atMost}")
        int score,
    @NotNull(message = "{org.leasekit.required}")
        @Size(max = SurveyAnswer.LONGEST_COMMENT, message = "{org.leasekit.tooLong}")
        String comment,
    @Nullable @Size(min = 1, max = 64, message = "{org.leasekit.tooLong}") String recordedBy) {

  /** A tenant's own answer. */
  public AnswerSurvey(String caseId, int score, String comment) {
    this(caseId, score, comment, null);
  }

  @Override
  public String toString() {
    return "AnswerSurvey[" + caseId + ", " + score + "]";
  }
}
