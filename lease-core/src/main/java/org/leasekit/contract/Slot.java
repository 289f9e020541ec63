package org.leasekit.contract;

/** Which part of each day a unit is let for. */
public enum Slot {
  /** The whole day. */
  ALL,
  /** The daytime half of a shared lease (合租:日间). */
  DAY,
  /** The night half of a shared lease (合租:夜间). */
  NIGHT;

  /** True when two leases of one unit with these slots cannot stand on the same day. */
  public boolean collidesWith(Slot other) {
    return this == ALL || other == ALL || this == other;
  }
}
