package org.leasekit.hierarchy;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leasekit.amendment.Proof;
import org.leasekit.contract.ContractNo;
import org.leasekit.party.LessorId;

/**
 * A change of a contract's place among others, or of who takes its bills, that is to hold from a later day on, kept for ever.
 * On that day it becomes a {@link Move}, or turns out to be impossible.
 *
 * @param number of the contract's plans, from 1
 * @param kind what is going to change
 * @param to the master it is going to stand below; null when it is going to stand alone, and for what is no {@link
 *     Move.Kind#PLACE}
 * @param effective first day on which it is to hold, in the lessor's zone
 * @param known when it was planned
 * @param proof who asked for it, why, and what proves it
 * @param endingMaster the master whose end on that day makes it necessary: the contract moves if it stands below that one
 *     still; null when somebody asked for the move itself
 * @param resolution what became of it; null while it is pending
 */
public record PlannedMove(
    LessorId lessor,
    ContractNo contract,
    int number,
    Move.Kind kind,
    @Nullable ContractNo to,
    LocalDate effective,
    Instant known,
    Proof proof,
    @Nullable ContractNo endingMaster,
    @Nullable Resolution resolution) {

  /** What can become of a plan. */
  public enum Fate {
    /** It was carried out. */
    DONE,
    /** It was not possible on its day. */
    FAILED,
    /** It was taken back before its day, or what made it necessary was. */
    WITHDRAWN
  }

  /**
   * What became of a plan.
   *
   * @param known when that was recorded
   * @param proof who caused it, why, and what proves it; for a plan that failed the rule that it broke
   */
  public record Resolution(Fate fate, Instant known, Proof proof) {}

  public PlannedMove {
    if (kind != Move.Kind.PLACE && (to != null || endingMaster != null)) {
      throw new IllegalArgumentException("bills come to the contract itself: " + contract);
    }
  }

  /** Whether it changes the place, and not who takes bills. */
  public boolean isOfPlace() {
    return kind == Move.Kind.PLACE;
  }

  /** Whether it is still to be carried out. */
  public boolean isPending() {
    return resolution == null;
  }

  /** The same plan, with what became of it. */
  public PlannedMove resolved(Resolution by) {
    return new PlannedMove(
        lessor, contract, number, kind, to, effective, known, proof, endingMaster, by);
  }

  /** Whether it counted at an instant: it was planned, and nothing had become of it. */
  boolean countsAt(Instant instant) {
    return !known.isAfter(instant) && (resolution == null || resolution.known().isAfter(instant));
  }
}
