package org.leasekit.escalation;

/** When an action of a stage is taken. */
public sealed interface Condition {

  /** Taken for everybody. */
  Condition ALWAYS = new Always();

  /** True when the facts meet the condition. */
  boolean holds(Facts facts);

  /** Taken for everybody. */
  record Always() implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return true;
    }
  }

  /**
   * Taken for natural persons of an age; never for somebody whose age is unknown.
   *
   * @param years completed years, inclusive
   */
  record AgeAtLeast(int years) implements Condition {
    @Override
    public boolean holds(Facts facts) {
      return facts.age().isPresent() && facts.age().getAsInt() >= years;
    }
  }
}
