package org.leasekit.port;

import java.util.Optional;
import java.util.function.Consumer;
import org.leasekit.party.LessorId;
import org.leasekit.renewal.CaseId;
import org.leasekit.renewal.SurveyAnswer;

/**
 * What tenants answered when they were asked after a renewal; answers are added and never changed.
 *
 * <ol>
 *   <li>A case has one answer: adding another answers false and changes nothing, also when two transactions do it at once.
 *   <li>Answers of another lessor's are not seen.
 * </ol>
 */
public interface Surveys {

  /** Adds an answer; false when its case has one. */
  boolean add(SurveyAnswer answer);

  /** The answer of a case. */
  Optional<SurveyAnswer> find(LessorId lessor, CaseId renewalCase);

  /** Passes every answer once, by case; only a bounded part is held in memory. */
  void forEach(LessorId lessor, Consumer<SurveyAnswer> each);
}
