package org.leasekit.servicedesk;

/** How soon a request has to be served; the first is the most pressing. */
public enum Priority {
  P1,
  P2,
  P3,
  P4;

  private final org.leasekit.sla.Priority inTerms = new org.leasekit.sla.Priority(name());

  /** The same, as service policies name it. */
  public org.leasekit.sla.Priority inTerms() {
    return inTerms;
  }

  /** True when this one goes before the other. */
  public boolean isAbove(Priority other) {
    return compareTo(other) < 0;
  }

  /** By how many steps this one goes before the other; negative when it comes after it. */
  public int stepsAbove(Priority other) {
    return other.ordinal() - ordinal();
  }
}
