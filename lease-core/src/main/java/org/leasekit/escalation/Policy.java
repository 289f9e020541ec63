package org.leasekit.escalation;

import java.util.List;

/** Stages as data, in a version. */
public sealed interface Policy permits EscalationPolicy, TargetPolicy {

  /** Name of the policy; the same in all its versions. */
  String id();

  /** Counts up with each change of the policy, from 1. */
  int version();

  /** In order of time. */
  List<Stage> stages();

  /** Whether a condition of this kind is asked anywhere; what nobody asks for need not be found out. */
  default boolean asks(Class<? extends Condition> kind) {
    return stages().stream()
        .anyMatch(
            stage ->
                Condition.asks(stage.when(), kind)
                    || stage.actions().stream()
                        .anyMatch(action -> Condition.asks(action.when(), kind)));
  }
}
