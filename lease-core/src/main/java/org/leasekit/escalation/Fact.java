package org.leasekit.escalation;

import java.util.Locale;

/** What a condition can ask about; which of it is ever known is up to the application, see {@link PolicyCatalog#facts}. */
public enum Fact {
  RESPONDED(Condition.Responded.class),
  REACHED(Condition.Reached.class),
  AGE(Condition.AgeAtLeast.class),
  OVERDUE(Condition.OverdueAtLeast.class),
  VALUE(Condition.ValueAtLeast.class),
  INTENT(Condition.IntentAtLeast.class),
  TAGS(Condition.Tagged.class);

  private final Class<? extends Condition> condition;

  Fact(Class<? extends Condition> condition) {
    this.condition = condition;
  }

  /** Stable word for people, for example {@code overdue}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether an expression asks about it anywhere. */
  boolean isAskedBy(Condition expression) {
    return Condition.asks(expression, condition);
  }
}
