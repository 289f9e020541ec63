package org.leasekit.renewal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.leasekit.party.LessorId;
import org.leasekit.party.StaffId;

/**
 * What a tenant answered to the one question that is asked after a renewal: how likely it is that they recommend us.
 *
 * @param renewalCase what it is about; each case has one answer
 * @param score 0 (not at all) to 10 (certainly)
 * @param comment in the tenant's own words, at most {@value #LONGEST_COMMENT} characters, empty for none; it may name
 *     people, and is left out of {@link #toString}
 * @param recordedBy the member of staff who asked, after a call for instance; null when the tenant answered alone
 * @param at when it was recorded
 */
public record SurveyAnswer(
    LessorId lessor, CaseId renewalCase, int score, String comment, @Nullable StaffId recordedBy, Instant at) {

  /** The highest score. */
  public static final int MOST = 10;

  /** How long a comment may be, in characters. */
  public static final int LONGEST_COMMENT = 500;

  private static final int LEAST_OF_PROMOTERS = 9;
  private static final int MOST_OF_DETRACTORS = 6;

  /** What a score makes of who gives it. */
  public enum Attitude {
    /** 9 or 10. */
    PROMOTER,
    /** 7 or 8. */
    PASSIVE,
    /** 0 to 6. */
    DETRACTOR
  }

  public SurveyAnswer {
    if (score < 0 || score > MOST) {
      throw new IllegalArgumentException("score: 0 to 10, but was " + score);
    }
    if (comment.length() > LONGEST_COMMENT) {
      throw new IllegalArgumentException("comment: at most " + LONGEST_COMMENT + " characters");
    }
  }

  /** What the score says. */
  public Attitude attitude() {
    if (score >= LEAST_OF_PROMOTERS) {
      return Attitude.PROMOTER;
    }
    return score <= MOST_OF_DETRACTORS ? Attitude.DETRACTOR : Attitude.PASSIVE;
  }

  /** Whether another answer says the same, whenever it was given. */
  public boolean saysTheSameAs(SurveyAnswer other) {
    return score == other.score && comment.equals(other.comment);
  }

  @Override
  public String toString() {
    String words = comment.isEmpty() ? "" : ", comment of " + comment.length() + " characters";
    return "SurveyAnswer[" + renewalCase + ", " + score + words + ", " + at + "]";
  }
}
