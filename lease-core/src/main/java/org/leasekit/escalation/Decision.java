package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says at one instant.
 *
 * @param due the one stage that fires now, if any
 * @param superseded ids of stages that are past and will never fire, because a later one is due or fired
 * @param nextWake when to ask again; null when no stage is left, the subject is silent, or its clock
 *     stands: then whatever sets it going again is the time to ask
 * @param reason why, in one stable word: DUE, WAITING, SILENT, DONE
 */
public record Decision(
    Optional<Due> due, List<String> superseded, @Nullable Instant nextWake, Reason reason) {

  /** Why the decision is what it is. */
  public enum Reason {
    /** A stage fires now. */
    DUE,
    /** The next stage lies in the future, or its clock stands. */
    WAITING,
    /** Nothing may be sent any more. */
    SILENT,
    /** Every stage has fired or was superseded. */
    DONE
  }

  /**
   * A stage that fires now.
   *
   * @param plannedFor the instant the policy gave it
   * @param catchUp true when the subject entered after the stage's own time
   * @param actions those whose condition holds
   */
  public record Due(Stage stage, Instant plannedFor, boolean catchUp, List<StageAction> actions) {}

  public Decision {
    superseded = List.copyOf(superseded);
  }
}
