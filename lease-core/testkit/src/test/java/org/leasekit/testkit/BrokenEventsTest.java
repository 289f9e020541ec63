package org.leasekit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leasekit.event.Recorded;
import org.leasekit.port.Events;

/** Runs the contract tests of listeners on one that is right, and on some that break a rule. */
class BrokenEventsTest {

  /** What may be wrong with a listener, and the rule it breaks. */
  enum Fault {
    NONE(Set.of()),
    COUNTS_BY_ITSELF(Set.of("Events rule 1", "Events rule 2")),
    REFUSES_WHAT_IT_KNOWS(Set.of("Events rule 1")),
    THROWS(Set.of("Events rule 2")),
    TAKES_WHAT_IS_LOST(Set.of("Events rule 2"));

    private final Set<String> rules;

    Fault(Set<String> rules) {
      this.rules = rules;
    }
  }

  private static final class Listener implements Events {
    private final Fault fault;
    private final List<String> arrived = new ArrayList<>();
    private boolean broken;

    Listener(Fault fault) {
      this.fault = fault;
    }

    @Override
    public Answer tell(Recorded event) {
      if (broken && fault == Fault.THROWS) {
        throw new IllegalStateException("no route");
      }
      if (broken) {
        return fault == Fault.TAKES_WHAT_IS_LOST ? Answer.TAKEN : Answer.FAILED;
      }
      String id = fault == Fault.COUNTS_BY_ITSELF ? "message-" + arrived.size() : event.id().toString();
      boolean known = arrived.contains(id);
      arrived.add(id);
      return known && fault == Fault.REFUSES_WHAT_IT_KNOWS ? Answer.FAILED : Answer.TAKEN;
    }
  }

  /** The contract tests, on whatever listener they are given. */
  static class UnderProof extends EventsContract {
    private static Fault fault = Fault.NONE;
    private final Listener listener = new Listener(fault);

    @Override
    protected Events events() {
      return listener;
    }

    @Override
    protected List<String> arrived() {
      return listener.arrived;
    }

    @Override
    protected void breakDown() {
      listener.broken = true;
    }

    @Override
    protected void mend() {
      listener.broken = false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void findsTheRuleThatIsBroken(Fault fault) {
    UnderProof.fault = fault;
    assertThat(KitRun.of(UnderProof.class).rulesFailed()).isEqualTo(fault.rules);
    UnderProof.fault = Fault.NONE;
  }
}
