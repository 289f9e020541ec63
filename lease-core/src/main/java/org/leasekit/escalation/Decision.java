package org.leasekit.escalation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the engine says at one instant.
 *
 * @param due the one stage that fires now, if any
 * @param superseded ids of stages that are past and will never fire, because a later one fires or fired
 * @param nextWake when to ask again; null when no stage is left, the subject is silent, or its clock
 *     stands: then whatever sets it going again is the time to ask
 * @param reason why, in one stable word
 * @param waitsForFacts whether there is a stage whose time has come, which would fire if its condition were met: facts change
 *     without a word to the engine, so it is to be asked again before long, whatever {@code nextWake} says
 */
public record Decision(
    Optional<Due> due,
    List<String> superseded,
    @Nullable Instant nextWake,
    Reason reason,
    boolean waitsForFacts) {

  /** Why the decision is what it is. */
  public enum Reason {
    /** A stage fires now. */
    DUE,
    /** The next stage lies in the future, what is due waits for its hour, or the clock stands. */
    WAITING,
    /** The last stage's time has come and its condition is not met; when the facts change is the time to ask. */
    UNMET,
    /** Nothing may be sent any more. */
    SILENT,
    /** Every stage has fired or was superseded. */
    DONE
  }

  /**
   * A stage that fires now.
   *
   * @param plannedFor the instant that the policy's own count gives, before holidays and quiet hours
   * @param fireAt from when it was to fire, with all that moved it; not after now
   * @param movedBy why it fires at another time than planned
   * @param policyVersion of the policy that decided
   * @param actions those whose condition holds
   * @param facts from which it was decided
   * @param until when the next stage behind it is to fire, as the policy stands; null when none is left. What the stage says
   *     may be said until then, whatever else is to be asked before
   */
  public record Due(
      Stage stage,
      Instant plannedFor,
      Instant fireAt,
      MovedBy movedBy,
      int policyVersion,
      List<StageAction> actions,
      Facts facts,
      @Nullable Instant until) {
    public Due {
      actions = List.copyOf(actions);
    }

    /** True when it comes late, as {@link MovedBy#CATCH_UP} says. */
    public boolean catchUp() {
      return movedBy == MovedBy.CATCH_UP;
    }

    /** The record of it, fired at an instant, of which no act has more to say than its word. */
    public Fired firedAt(Instant at) {
      return firedAt(at, actions.stream().map(action -> Done.of(action.act())).toList());
    }

    /** The record of it, fired at an instant, with what became of its actions. */
    public Fired firedAt(Instant at, List<Done> done) {
      return new Fired(
          stage.id(), plannedFor, at, movedBy, policyVersion, done.stream().map(Done::toString).toList(), facts);
    }
  }

  public Decision {
    superseded = List.copyOf(superseded);
  }

  /** The same, to be asked again at an instant at the latest. */
  Decision wakingBy(Instant at) {
    return new Decision(
        due,
        superseded,
        nextWake == null || at.isBefore(nextWake) ? at : nextWake,
        reason == Reason.DONE || reason == Reason.UNMET ? Reason.WAITING : reason,
        waitsForFacts);
  }
}
