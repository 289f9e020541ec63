package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stage that fired for a subject; kept for ever, at most one for each stage. This is the record of the decision.
 *
 * @param stage id of the stage
 * @param plannedFor the instant that the policy's own count gives, before holidays and quiet hours; after {@code at}
 *     when a holiday moved the stage to an earlier day
 * @param at the instant it fired
 * @param movedBy why it fired at another time than planned
 * @param policyVersion of the policy that decided
 * @param actions what was done, in order, each as a {@link Done}: the word of the act and, where there is more to say, what
 *     became of it
 * @param facts what was known of the subject when it was decided; null for what was recorded without
 */
public record Fired(
    String stage,
    Instant plannedFor,
    Instant at,
    MovedBy movedBy,
    int policyVersion,
    List<String> actions,
    @Nullable Facts facts) {

  public Fired {
    actions = List.copyOf(actions);
  }

  /** A stage of which nobody recorded what was known then. */
  public Fired(
      String stage,
      Instant plannedFor,
      Instant at,
      MovedBy movedBy,
      int policyVersion,
      List<String> actions) {
    this(stage, plannedFor, at, movedBy, policyVersion, actions, null);
  }

  /** A stage of a first version that fired as planned, of which the actions are recorded elsewhere. */
  public Fired(String stage, Instant plannedFor, Instant at) {
    this(stage, plannedFor, at, MovedBy.NONE, 1, List.of());
  }
}
