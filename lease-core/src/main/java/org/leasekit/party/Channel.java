package org.leasekit.party;

/** A way to reach a person. {@link #CALL} and {@link #VISIT} are done by staff, the others by a gateway. */
public enum Channel {
  SMS,
  WECOM,
  CALL,
  VISIT;

  /** True when a gateway delivers it, false when a person does. */
  public boolean isDigital() {
    return this == SMS || this == WECOM;
  }
}
