package org.leasekit.settlement;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One item of a checklist.
 *
 * @param settled how it was settled; null while it is open
 */
public record ChecklistItem(ItemCode code, @Nullable Settled settled) {

  /** Where an item stands. */
  public enum State {
    OPEN,
    CLEARED,
    WAIVED
  }

  /**
   * How an item was settled.
   *
   * @param waived whether it was waived; else it was cleared
   * @param by who did it, not blank
   * @param reason why it was waived, not blank then; what was found where it was cleared, may be empty
   * @param evidence where the proof is kept, may be empty
   * @param charge id of the one-off charge that it led to; empty for none
   * @param at when
   */
  public record Settled(
      boolean waived, String by, String reason, String evidence, String charge, Instant at) {

    /** @throws IllegalArgumentException if nobody did it, or it was waived without a reason or for a charge */
    public Settled {
      Objects.requireNonNull(at, "at");
      if (by.isBlank()) {
        throw new IllegalArgumentException("by: must not be blank");
      }
      if (waived && (reason.isBlank() || !charge.isEmpty())) {
        throw new IllegalArgumentException("reason: must not be blank where it is waived, charge: empty then");
      }
    }

    /** Whether both settle an item alike; when makes no difference. */
    boolean saysTheSameAs(Settled other) {
      return equals(new Settled(other.waived, other.by, other.reason, other.evidence, other.charge, at));
    }
  }

  /** One that nobody has seen to. */
  public static ChecklistItem open(ItemCode code) {
    return new ChecklistItem(code, null);
  }

  public State state() {
    return settled == null ? State.OPEN : settled.waived() ? State.WAIVED : State.CLEARED;
  }
}
